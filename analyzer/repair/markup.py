"""Marks that are no words: rests of tags whose opening bracket was lost (了。?/p>), Markdown's bold (**某某**由…)."""

import re
from collections.abc import Iterator

from analyzer.repair.masked import pairs_of_stars
from analyzer.repair.page import NOTHING, Findings, Fix, Page

# Only closing tags of paragraphs and phrases, with or without the question mark that stands for the lost "<".
_REST = re.compile(r"[?？]?/(?:p|div|span|strong|li|td|section|h[1-6])>(?=\s|\Z)", re.IGNORECASE)
# Two stars on either side of words, not between figures; a single star also multiplies and hides a character, so it
# stays.
_BOLD = re.compile(r"(?<!\*)\*\*(?<!\d\*\*)(?![*\s])[^*\n]{1,120}?(?<!\s)\*\*(?![*\d])")


def markup(page: Page) -> Findings:
    """Cut the marks out."""
    fixes = (*_rests(page.text), *_bold(page))
    return Findings(fixes=tuple(sorted(fixes, key=lambda fix: fix.start))) if fixes else NOTHING


def _rests(text: str) -> Iterator[Fix]:
    if "/" not in text or ">" not in text:
        return
    for m in _REST.finditer(text):
        if text[m.start() - 1 : m.start()] != "<":
            yield _cut(m.start(), m.end(), "残留的网页标记")


def _bold(page: Page) -> Iterator[Fix]:
    """Yield the stars around bold words, on a page where every pair of stars has its partner."""
    if "**" not in page.text or pairs_of_stars(page.folded)[0]:
        return
    for m in _BOLD.finditer(page.text):
        yield _cut(m.start(), m.start() + 2, "加粗标记")
        yield _cut(m.end() - 2, m.end(), "加粗标记")


def _cut(start: int, end: int, evidence: str) -> Fix:
    return Fix(start=start, end=end, new="", kind="markup", evidence=evidence)
