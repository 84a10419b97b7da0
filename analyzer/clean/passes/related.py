"""Lists of other articles, with or without their teasers, under the text or inside it.

A teaser states things about other articles: unchecked claims. Needed is a heading of such lists and headline-like lines
under it; without a heading a bulleted run at the foot that repeats the article's own title or reads like headlines. A
run of short lines alone proves nothing: lyrics, steps, references and credits look the same.
"""

import re
from collections.abc import Iterable, Sequence

from analyzer.clean.cues import BULLET, COMMENT_HEADING, COMMENT_WIDGET, RELATED_HEADING, is_counter, is_stamp
from analyzer.clean.draft import LONG, Cut, Draft, Line, Pass, lines_cut
from analyzer.language import Phrase

_WHY = Phrase(zh="推荐的其他文章,不是正文。", en="links to other articles, not the text")
_BARE = Phrase(zh="推荐列表的标题,下面没有正文。", en="the heading of an empty list of articles")
# A headline has at most this many tokens.
_HEADLINE = 45
# Headline-like items that an unheaded list at the foot must have.
_ITEMS = 4
# Share of the running text that must stand before a list that has teasers, or no heading.
_TAIL = 0.3
_SECTION = re.compile(r"(?:第?[一二三四五六七八九十]+[、.章节]|[(][一二三四五六七八九十][)])")
_STOP = re.compile(r"[。;:]$|。.")
_HEADLINE_LIKE = re.compile(
    r"怎么|如何|什么|多少|吗|哪|为何|为什么|是否|会不会|能不能|可以|攻略|详解|解析|流程|技巧|方法|[?!]"
)


def find(draft: Draft) -> Iterable[Cut]:
    """Yield the lists."""
    lines = draft.lines
    k = 0
    while k < len(lines):
        if _heading(lines[k]):
            stop = _list(draft, k)
            if stop > k + 1:
                yield lines_cut(draft, k, stop, _WHY, evidence=(k, k + 1))
                k = stop
                continue
            if k == len(lines) - 1 and draft.before(k) >= _TAIL:
                yield lines_cut(draft, k, k + 1, _BARE, confidence=0.9)
        k += 1
    start = _unheaded(draft)
    if start is not None:
        yield lines_cut(draft, start, len(lines), _WHY, confidence=0.9)


def _heading(line: Line) -> bool:
    return 2 <= line.weight <= 14 and bool(RELATED_HEADING.fullmatch(line.folded))


def _item(line: Line) -> bool:
    """Return whether a line can be a headline."""
    return line.weight <= _HEADLINE and not _STOP.search(line.folded) and not _SECTION.match(line.folded)


def _list(draft: Draft, heading: int) -> int:
    """Return where the list under a heading ends; teasers only in a list that runs to the foot of the text."""
    lines = draft.lines
    if draft.before(heading) >= _TAIL:
        stop, items = _take(lines, heading + 1, teasers=True)
        foot = stop == len(lines) or _foot(lines[stop])
        if items and foot:
            return stop
    stop, items = _take(lines, heading + 1, teasers=False)
    bulleted = all(BULLET.match(line.folded) or line.link_share > 0.8 for line in lines[heading + 1 : stop])
    return stop if items and bulleted else heading + 1


def _take(lines: Sequence[Line], start: int, *, teasers: bool) -> tuple[int, int]:
    """Return (end, number of headlines) of the list that begins at ``start``."""
    items = 0
    fresh = False
    k = start
    while k < len(lines):
        line = lines[k]
        if is_stamp(line.folded) or is_counter(line.folded):
            fresh = False
        elif COMMENT_HEADING.fullmatch(line.folded) or COMMENT_WIDGET.fullmatch(line.folded) or _heading(line):
            break
        elif _item(line):
            items += 1
            fresh = True
        elif teasers and fresh and (_closes(lines, k) or not line.running):
            fresh = False
        else:
            break
        k += 1
    return k, items


def _closes(lines: Sequence[Line], k: int) -> bool:
    """Return whether a paragraph is followed by what follows a teaser: a stamp, the next headline, the end."""
    if k + 1 >= len(lines):
        return True
    following = lines[k + 1]
    return is_stamp(following.folded) or is_counter(following.folded) or _item(following) or _foot(following)


def _foot(line: Line) -> bool:
    return bool(COMMENT_HEADING.fullmatch(line.folded) or COMMENT_WIDGET.fullmatch(line.folded) or _heading(line))


def _unheaded(draft: Draft) -> int | None:
    """Return where a list without heading begins at the foot of the text, or None."""
    lines = draft.lines
    k = len(lines)
    while k and (is_stamp(lines[k - 1].folded) or (BULLET.match(lines[k - 1].folded) and _item(lines[k - 1]))):
        k -= 1
    items = [line for line in lines[k:] if BULLET.match(line.folded)]
    if not items or draft.before(k) < _TAIL or (k and lines[k - 1].folded.endswith(":")):
        return None
    if draft.title and any(line.bare == draft.title for line in items):
        return k
    asking = sum(bool(_HEADLINE_LIKE.search(line.folded)) and line.weight > 5 for line in items)
    return k if len(items) >= _ITEMS and asking * 2 > len(items) and k and lines[k - 1].weight >= LONG else None


PASS = Pass(rule="related", version=1, why=_WHY, find=find)
