"""Lines that a site puts on its pages, proven by its other pages: slogans, calls to follow, signatures, contact lines.

What many pages share is told by the run, which knows all pages (``across/site_lines.py``); which of it may be furniture
is told by its form (``clean/furniture.py``). Here is where in the text it may stand.
"""

from collections.abc import Iterable, Sequence

from analyzer.clean.draft import Cut, Draft, Line, Pass, lines_cut
from analyzer.clean.furniture import Form, form_of, line_key, without_name
from analyzer.language import Phrase
from analyzer.model import Sharing

_WHY = Phrase(
    zh="同站许多页面都有这一行，不是这篇文章的正文。", en="many pages of the site have this line; it is not the text"
)
# The head and the foot of a text, in lines: furniture has up to five lines there beside title, date and byline.
_HEAD, _FOOT = 6, 8
# So many lines in a row that are no furniture end the foot.
_BETWEEN = 2


def find(draft: Draft) -> Iterable[Cut]:
    """Yield the lines that pages share: at the edges of the text, and calls inside it where most pages have them."""
    if not draft.shared.lines:
        return
    found = [draft.shared.lines.get(line_key(line.folded, line.bare)) for line in draft.lines]
    edges = _edges(draft.lines, found)
    for k, (line, sharing) in enumerate(zip(draft.lines, found, strict=True)):
        if sharing is None or line.bare == draft.title:
            continue
        form = form_of(without_name(line.folded, draft.shared.name), line.bare, line.weight)
        if form and (k in edges or (form is Form.CALL and sharing.most)):
            yield lines_cut(draft, k, k + 1, _reason(sharing), confidence=0.9)


def _edges(lines: Sequence[Line], shared: Sequence[Sharing | None]) -> set[int]:
    """Return the lines before the first paragraph, and the last ones up to two that no other page has."""
    found: set[int] = set()
    for k, line in enumerate(lines[:_HEAD]):
        if line.running and shared[k] is None:
            break
        found.add(k)
    missed = 0
    for k in range(len(lines) - 1, max(-1, len(lines) - 1 - _FOOT), -1):
        missed = missed + 1 if shared[k] is None else 0
        if missed > _BETWEEN or (lines[k].running and shared[k] is None):
            break
        found.add(k)
    return found


def _reason(sharing: Sharing) -> Phrase:
    zh, en = ("同站", "of the site") if sharing.site else ("这批文章里", "of this run")
    return Phrase(
        zh=f"{zh}至少 {sharing.pages} 个页面都有这一行，不是这篇文章的正文。",
        en=f"at least {sharing.pages} pages {en} have this line; it is not the text",
    )


PASS = Pass(rule="site-lines", version=1, why=_WHY, find=find)
