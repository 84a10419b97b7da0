"""From a document to a cleaned article: body, text passes, ledger."""

from analyzer.clean.body import find_body
from analyzer.clean.draft import Cut
from analyzer.clean.text import ledger, run_passes
from analyzer.language import Phrase
from analyzer.model import Article, Document, PageKind, Removal, Status
from analyzer.settings import Settings
from analyzer.text import Span, View

BODY_RULE = "body"
_OUTSIDE = Phrase(zh="页面的导航、侧栏或页脚,不是正文。", en="navigation, sidebar or footer of the page, not the text")


def clean(document: Document, settings: Settings) -> Article:
    """Return the article with its removals; a failed document stays failed.

    The law: putting the removals back into ``clean.text`` gives the source, character for character.
    """
    if document.failure:
        return Article(
            document=document,
            kind=PageKind.THIN,
            status=Status.FAILED,
            reason=document.failure,
            removals=(),
            clean=View.of(""),
        )
    view = View.of(document.source)
    removals: list[Removal] = []
    confidence = 1.0
    if document.html is not None and BODY_RULE not in settings.keep_rules:
        body = find_body(document)
        confidence = body.confidence
        cuts = outside(document, body.keep, confidence)
        for cut in cuts:
            removals += ledger(view, cut, BODY_RULE, 1)
        view = view.cut(Span(c.start, c.end) for c in cuts)
    view, more = run_passes(view, document.title, document.blocks, settings)
    removals = sorted([*removals, *more], key=lambda r: (r.start, r.end))
    status, reason = Status.CHECKED, None
    if not view.text.strip():
        status, reason = Status.SKIPPED, Phrase(zh="没有正文。", en="no body text")
    return Article(
        document=document,
        kind=PageKind.ARTICLE,
        status=status,
        reason=reason,
        removals=tuple(removals),
        clean=view,
        confidence=confidence,
    )


def outside(document: Document, keep: tuple[bool, ...], confidence: float) -> list[Cut]:
    """Return the cuts between the kept blocks of a page; each runs to the beginning of the next kept block."""
    cuts: list[Cut] = []
    start: int | None = None
    for block, kept in zip(document.blocks, keep, strict=True):
        if kept and start is not None:
            cuts.append(Cut(start=start, end=block.start, reason=_OUTSIDE, confidence=confidence))
            start = None
        elif not kept and start is None:
            start = block.start
    if start is not None:
        cuts.append(Cut(start=start, end=len(document.source), reason=_OUTSIDE, confidence=confidence))
    return cuts
