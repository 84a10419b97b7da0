"""Comment sections, most of them with invented users; they hold false claims in plenty.

A heading is not enough, for there are articles about comments: the section needs two marks of a comment template (name
with date, avatar, floor number, reply button, empty counter). Forum threads are left alone by the caller.
"""

import re
from collections.abc import Iterable, Sequence

from analyzer.clean.cues import is_comment_heading, is_comment_meta, is_comment_widget, is_counter, is_stamp
from analyzer.clean.draft import Cut, Draft, Line, Pass, lines_cut
from analyzer.language import Phrase

# Marks of a comment template that a section under a heading must show.
_MARKS = 2
# Share of the running text that must stand before a section for it to reach to the end of the text.
_TAIL = 0.3
_SECTION = re.compile(r"(?:第?[一二三四五六七八九十]+[、.章节]|[(][一二三四五六七八九十][)]|总结|结语|小结)")

_WHY = Phrase(zh="评论区,不是正文。", en="a comment section, not the article")
_WIDGET = Phrase(zh="评论区的按钮或提示。", en="a button or hint of the comment section")
_BARE = Phrase(zh="评论区标题,下面没有正文。", en="the heading of an empty comment section")


def find(draft: Draft) -> Iterable[Cut]:
    """Yield comment sections and left-over widgets."""
    lines = draft.lines
    k = 0
    while k < len(lines):
        if _heading(lines[k]):
            stop = _section(draft, k)
            if stop > k + 1:
                yield lines_cut(draft, k, stop, _WHY, evidence=(k, k + 1))
                k = stop
                continue
            if (
                k == 0
                or k == len(lines) - 1
                or all(_widget(line) or is_counter(line.folded) for line in lines[k + 1 :])
            ):
                yield lines_cut(draft, k, k + 1, _BARE, confidence=0.9)
        elif _widget(lines[k]) and draft.before(k) >= _TAIL:
            yield lines_cut(draft, k, k + 1, _WIDGET, confidence=0.95)
        k += 1


def _heading(line: Line) -> bool:
    return line.weight <= 12 and is_comment_heading(line.folded)


def _widget(line: Line) -> bool:
    return line.weight <= 24 and is_comment_widget(line.folded)


def _meta(line: Line) -> bool:
    return line.weight <= 30 and is_comment_meta(line.folded)


def _section(draft: Draft, heading: int) -> int:
    """Return where the section under a heading ends: ``heading + 1`` if it is none."""
    lines = draft.lines
    marks = 0
    last = heading
    k = heading + 1
    while k < len(lines):
        line = lines[k]
        if draft.title and line.bare == draft.title and _copy_follows(lines, k):
            break
        if _meta(line) or _widget(line) or is_stamp(line.folded):
            marks += 1
            last = k
        elif is_counter(line.folded) or _heading(line):
            last = k if last == k - 1 else last
        elif _SECTION.match(line.folded) and not _near_mark(lines, k):
            break
        k += 1
    if marks < _MARKS:
        return heading + 1
    if draft.before(heading) >= _TAIL and k == len(lines):
        return _end_of_tail(lines, last)
    return _with_text(lines, last)


def _near_mark(lines: Sequence[Line], k: int) -> bool:
    """Return whether the line before belongs to a comment, so that this one is the comment's text."""
    return _meta(lines[k - 1])


def _copy_follows(lines: Sequence[Line], k: int) -> bool:
    """Return whether running text follows the repeated title: another copy of the article, not a comment."""
    return any(line.running for line in lines[k + 1 : k + 5]) and not _meta(lines[k - 1])


def _end_of_tail(lines: Sequence[Line], last: int) -> int:
    """Return the end of a section at the foot of the text: past the last mark and its comment."""
    return _with_text(lines, last)


def _with_text(lines: Sequence[Line], last: int) -> int:
    """Return the line after the last mark, and after the comment that follows it if it is a name line."""
    if last + 1 < len(lines) and _meta(lines[last]) and not _SECTION.match(lines[last + 1].folded):
        return last + 2
    return last + 1


PASS = Pass(rule="comments", version=1, why=_WHY, find=find)
