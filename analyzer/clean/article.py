"""From a document to a cleaned article: kind of page, body, text passes, ledger."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from analyzer.clean.body import Body, find_body
from analyzer.clean.draft import Cut, SiteLines
from analyzer.clean.kind import is_chinese, is_forum, is_list, says_something
from analyzer.clean.passes import PASSES, site_lines
from analyzer.clean.text import ledger, run_passes
from analyzer.language import Phrase
from analyzer.model import Article, Document, PageKind, Removal, Sharing, Status
from analyzer.read.metadata import text_title
from analyzer.read.visible import shown
from analyzer.settings import Settings
from analyzer.text import Span, View

BODY_RULE = "body"
_BODY_VERSION = 1
_OUTSIDE = Phrase(zh="页面的导航、侧栏或页脚，不是正文。", en="navigation, sidebar or footer of the page, not the text")
_LIST = Phrase(
    zh="列表页，只有其他文章的标题，没有正文。", en="a list page: headlines of other articles, no text of its own"
)
_THIN = Phrase(zh="几乎是空页，没有可以核查的句子。", en="a nearly empty page, without a sentence to check")
_EMPTY = Phrase(zh="没有正文。", en="no body text")
# The passes that have to see a section whole, before the body is cut out.
_WHOLE = frozenset({"comments", "related"})
# In a thread the posts are the content, so what looks like a comment section stays.
_FORUM_SKIPS = frozenset({"comments", "related", "remnants"})


def clean(document: Document, settings: Settings) -> Article:
    """Return the article with its removals; a failed document stays failed, a list or empty page is skipped.

    The law: putting the removals back into ``clean.text`` gives the source, character for character.
    """
    whole = View.of(document.source)
    if document.failure:
        return _article(document, PageKind.THIN, Status.FAILED, document.failure, whole)
    if not document.source.strip():
        return _article(document, PageKind.THIN, Status.SKIPPED, _EMPTY, whole)
    chinese = is_chinese(document.source)
    if document.html is None or not document.blocks:
        return _cleaned(document, PageKind.ARTICLE if chinese else PageKind.FOREIGN, whole, [], 1.0, settings)
    forum = is_forum(document.source, document.blocks)
    body = find_body(document, shown(document.html)[1].elements, chinese=chinese)
    if not forum and is_list(document.source, document.blocks, body.keep):
        return _article(document, PageKind.LIST, Status.SKIPPED, _LIST, whole)
    kind = PageKind.FORUM if forum else PageKind.ARTICLE if chinese else PageKind.FOREIGN
    removals: list[Removal] = []
    view = whole
    if BODY_RULE not in settings.keep_rules and any(body.keep):
        cuts = outside(document, body, settings.keep_texts)
        if kind is not PageKind.FORUM:
            # Extractors drop a list's heading and links and keep its teasers: judge it while it is whole.
            first, last = body.keep.index(True), len(body.keep) - 1 - body.keep[::-1].index(True)
            around = [c for c in cuts if c.end <= document.blocks[first].start or c.start > document.blocks[last].start]
            region = whole.cut(Span(c.start, c.end) for c in around)
            off = frozenset(each.rule for each in PASSES) - _WHOLE
            view, removals = run_passes(region, _title_of(document), document.blocks, settings, off)
            removals += [removal for cut in around for removal in ledger(whole, cut, BODY_RULE, _BODY_VERSION)]
            cuts = [c for c in cuts if c not in around]
        inner = [replace(c, start=view.position(c.start), end=view.position(c.end)) for c in cuts]
        inner = [c for c in inner if c.start < c.end]
        removals += [removal for cut in inner for removal in ledger(view, cut, BODY_RULE, _BODY_VERSION)]
        view = view.cut(Span(c.start, c.end) for c in inner)
    return _cleaned(document, kind, view, removals, body.confidence, settings)


def clean_again(article: Article, shared: Mapping[int, Sharing], settings: Settings) -> Article:
    """Return a cleaned article without the lines that the other pages of its site prove to be the site's.

    ``shared`` holds these lines (``furniture.line_key``), each with the number of pages that have it. An article that
    would have nothing left to check stays as it is.
    """
    document = article.document
    # The other passes have seen the text; what is gone now makes weak cues no stronger (``Draft.dirty``).
    skip = frozenset(each.rule for each in PASSES) - {site_lines.PASS.rule}
    proven = SiteLines(shared, document.site or "")
    view, more = run_passes(article.clean, _title_of(document), document.blocks, settings, skip, proven)
    if not says_something(view.text):
        return article
    removals = tuple(sorted([*article.removals, *more], key=lambda r: (r.start, r.end)))
    return replace(article, clean=view, removals=removals)


def outside(document: Document, body: Body, keep_texts: Sequence[str]) -> list[Cut]:
    """Return the cuts between the kept blocks of a page; each runs to the beginning of the next kept block."""
    cuts: list[Cut] = []
    start: int | None = None
    for block, kept in zip(document.blocks, body.keep, strict=True):
        wanted = kept or any(text in document.source[block.start : block.end] for text in keep_texts)
        if wanted and start is not None:
            cuts.append(Cut(start=start, end=block.start, reason=_OUTSIDE, confidence=round(body.confidence, 4)))
            start = None
        elif not wanted and start is None:
            start = block.start
    if start is not None:
        cuts.append(Cut(start=start, end=len(document.source), reason=_OUTSIDE, confidence=round(body.confidence, 4)))
    return cuts


def _cleaned(
    document: Document, kind: PageKind, view: View, removals: list[Removal], confidence: float, settings: Settings
) -> Article:
    """Return the article after the text passes."""
    skip = _FORUM_SKIPS if kind is PageKind.FORUM else frozenset()
    view, more = run_passes(view, _title_of(document), document.blocks, settings, skip)
    ordered = tuple(sorted([*removals, *more], key=lambda r: (r.start, r.end)))
    if not view.text.strip():
        return _article(document, PageKind.THIN, Status.SKIPPED, _EMPTY, view, ordered, confidence)
    if document.html is not None and not says_something(view.text):
        return _article(document, PageKind.THIN, Status.SKIPPED, _THIN, view, ordered, confidence)
    return _article(document, kind, Status.CHECKED, None, view, ordered, confidence)


def _title_of(document: Document) -> Callable[[str], str]:
    """Return what the title of the text is: a text file's own first line, else what the page or record says."""
    if not document.blocks and document.title == text_title(document.source):
        return text_title
    return lambda text: document.title


def _article(
    document: Document,
    kind: PageKind,
    status: Status,
    reason: Phrase | None,
    view: View,
    removals: tuple[Removal, ...] = (),
    confidence: float = 1.0,
) -> Article:
    return Article(
        document=document,
        kind=kind,
        status=status,
        reason=reason,
        removals=removals,
        clean=view,
        confidence=round(confidence, 4),
    )
