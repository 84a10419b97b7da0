"""The extractors that vote on a page's main text. Each gives a string; none may stop the run."""

import logging
from collections.abc import Callable

from analyzer.clean.draft import shape


def by_readability(html: str) -> str:
    """Return the main text after readability-lxml, bare."""
    from lxml.html import fromstring
    from readability import Document

    return _bare("readability", lambda: str(fromstring(Document(html).summary()).xpath("string()")))


def by_trafilatura(html: str) -> str:
    """Return the main text after trafilatura in its precise setting, bare.

    Comments and its process-wide memory of duplicates are off: the result must not depend on other pages.
    """
    import trafilatura

    return _bare(
        "trafilatura",
        lambda: trafilatura.extract(html, include_comments=False, deduplicate=False, favor_precision=True) or "",
    )


def by_justext(html: str) -> str:
    """Return the main text after jusText without a stop list (it has none for Chinese), bare.

    Lengths are for hanzi: 30 and 80 characters in place of 70 and 200, best of four pairs on the first half of 51
    Chinese pages. It takes part only where the others disagree.
    """
    import justext

    def extract() -> str:
        paragraphs = justext.justext(
            html, frozenset(), stopwords_low=0, stopwords_high=0, length_low=30, length_high=80
        )
        return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)

    return _bare("justext", extract)


def _bare(name: str, extract: Callable[[], str]) -> str:
    """Run an extractor; one that fails on a page has no vote there."""
    for logger in ("readability", "readability.readability", "trafilatura", "trafilatura.core", "htmldate"):
        logging.getLogger(logger).setLevel(logging.CRITICAL)
    try:
        return shape(extract())[1]
    except Exception:  # a third-party extractor may raise anything on hostile markup
        logging.getLogger(__name__).debug("%s failed on a page", name, exc_info=True)
        return ""
