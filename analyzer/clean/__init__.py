"""What is not the article: every removal is a line of the ledger."""

from analyzer.language import Phrase
from analyzer.model import Article, Document, PageKind, Removal, Status
from analyzer.settings import Settings
from analyzer.text import Span, View

__all__ = ["clean"]


def clean(document: Document, settings: Settings) -> Article:
    """Return the article with its removals; a failed document stays failed."""
    if document.failure:
        return Article(
            document=document,
            kind=PageKind.THIN,
            status=Status.FAILED,
            reason=document.failure,
            removals=(),
            clean=View.of(""),
        )
    removals: tuple[Removal, ...] = ()
    view = View.of(document.source).cut(Span(r.start, r.end) for r in removals)
    if not view.text.strip():
        return Article(
            document=document,
            kind=PageKind.THIN,
            status=Status.SKIPPED,
            reason=Phrase(zh="没有正文", en="no body text"),
            removals=removals,
            clean=view,
        )
    return Article(
        document=document, kind=PageKind.ARTICLE, status=Status.CHECKED, reason=None, removals=removals, clean=view
    )
