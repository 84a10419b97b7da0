"""Comment sections, most of them with invented users; they hold false claims in plenty.

A heading is not enough, for there are articles about comments: the section needs two marks of a comment template (name
with date, avatar, floor number, reply button, empty counter). Forum threads are left alone by the caller.
"""

import re
from collections.abc import Iterable, Sequence

from analyzer.clean.cues import is_comment_heading, is_comment_meta, is_comment_widget, is_counter, is_stamp
from analyzer.clean.draft import LONG, Cut, Draft, Line, Pass, lines_cut
from analyzer.language import Phrase

# Marks of a comment template that a section under a heading must show.
_MARKS = 2
# Share of the running text that must stand before a section for it to reach to the end of the text.
_TAIL = 0.3
# Parts of a page that templates name comments.
_NAMED = re.compile(
    r"(?:^|[/.\s_-])(?:comments?(?:-?(?:list|area|box|wrap|content|section|item))?|pinglun|pl_list|disqus|respond)(?:$|[/.\s_-])",
    re.IGNORECASE,
)
# Share of the text from which a section is no appendix any more: the talk is the content (a thread, a guest book).
_MOST = 0.6
# Share of the running text that must stand before a single comment.
_FOOT = 0.9
# A comment is no longer than this where its writer's name is its only mark. Tokens.
_MOST_SAID = 50
# How many lines without a mark may stand between two marks: a comment of a few paragraphs.
_REACH = 4
# Headings of what comes after a comment section.
_OTHER = re.compile(
    r"[#*【\[\s]*(?:相关|推荐|热门|猜你|延伸|最新|更多|大家都|上一篇|下一篇|版权|免责|声明)(?!.*(?:评论|回复|留言))"
)
# Marks that only comments have.
_SURE = re.compile(r"头像|\d+\s*(?:楼|#)|ip\s*(?:属地|归属)|回复|举报|[写发]评论|发表评论|网友|匿名|沙发|来自")
# Under a heading of comments a short name with a colon is one: 小陈:看哭了. Roles of interviews and lists are none.
_SAID = re.compile(
    r"(?!(?:问|答|问题|回答|提问|解答|记者|主持人?|q|a|注|例|如|原因|方法|建议|提示|说明|步骤|优点|缺点|结论|答案|解析|正解|真相|谣言|误区)\d*:)"
    r"(?:[\[【(]?\d+\s*(?:楼|#|f)[\]】)]?\s*)?(?:网友|用户|读者|游客)?[“\"「]?[^\s:,。!?;、()《》“”\"「」]{1,14}[”\"」]?"
    r"(?:\s[^\s:,。!?;、]{1,6})?(?:\s*\([^()]{1,12}\))?:\s*[^\s\d/].{0,80}"
)
# A comment that says itself whose it is.
_LABELLED = re.compile(
    r"(?:[【\[(](?:网友|用户|读者|游客|匿名|网民|粉丝)[】\])]\s*[^:]{0,20}|(?:\d+\s*(?:楼|#)\s*)?(?:匿名|热心|广州|北京|上海)?(?:网友|路人甲?|游客)[^:\s]{0,6}|(?:网友|用户|读者|游客|网民)[“\"「][^”\"」]{1,12}[”\"」])\s*:.{1,80}"
)
_SECTION = re.compile(r"(?:第?[一二三四五六七八九十]+[、.章节]|[(][一二三四五六七八九十][)]|总结|结语|小结)")

_WHY = Phrase(zh="评论区，不是正文。", en="a comment section, not the article")
_WIDGET = Phrase(zh="评论区的按钮或提示。", en="a button or hint of the comment section")
_BARE = Phrase(zh="评论区标题，下面没有正文。", en="the heading of an empty comment section")


def find(draft: Draft) -> Iterable[Cut]:
    """Yield comment sections and left-over widgets."""
    lines = draft.lines
    k = 0
    while k < len(lines):
        named = _named(draft, k)
        if named > k:
            first = k - 1 if k and _heading(lines[k - 1]) else k
            yield lines_cut(draft, first, named, _WHY, evidence=(first, first + 1), confidence=0.95)
            k = named
            continue
        if _heading(lines[k]):
            stop = _section(draft, k)
            weight = sum(line.weight for line in lines[k:stop])
            if stop > k + 1:
                if weight <= _MOST * draft.weight:
                    yield lines_cut(draft, k, stop, _WHY, evidence=(k, k + 1))
                k = stop
                continue
            if (
                k == 0
                or k == len(lines) - 1
                or all(_widget(line) or is_counter(line.folded) for line in lines[k + 1 :])
            ):
                yield lines_cut(draft, k, k + 1, _BARE, confidence=0.9)
        elif draft.before(k) >= _FOOT and lines[k].weight <= _MOST_SAID and _LABELLED.fullmatch(lines[k].folded):
            yield lines_cut(draft, k, k + 1, _WHY, confidence=0.9)
        elif _widget(lines[k]) and draft.before(k) >= _TAIL:
            yield lines_cut(draft, k, k + 1, _WIDGET, confidence=0.95)
        k += 1
    start = _unheaded(draft)
    if start is not None:
        yield lines_cut(draft, start, len(lines), _WHY, confidence=0.85)


def _unheaded(draft: Draft) -> int | None:
    """Return where comments under an unknown heading begin at the foot of the text, or None.

    From there on no line is running text, a third and at least two of the lines are marks, and one of the marks is
    none that a chronicle of events could have (avatar, floor, place, reply button).
    """
    lines = draft.lines
    start = next((k + 1 for k in range(len(lines) - 1, -1, -1) if lines[k].running), 0)
    if not start or draft.before(start) < _TAIL:
        return None
    first = next((k for k in range(start, len(lines)) if _meta(lines[k]) or _heading(lines[k])), None)
    if first is None:
        return None
    foot = lines[first:]
    marks = sum(_mark(line) for line in foot)
    sure = any(_SURE.search(line.folded) for line in foot if _mark(line))
    if marks < _MARKS or not sure or marks * 3 < len(foot):
        return None
    above = lines[first - 1]
    heads = first > start and above.weight <= 10 and not _SECTION.match(above.folded) and above.bare != draft.title
    return first - 1 if heads else first


def _named(draft: Draft, k: int) -> int:
    """Return the end of the lines from ``k`` that the page's template itself names comments, or ``k``.

    What stands before must be an article on its own; otherwise the talk is the page's content.
    """
    lines = draft.lines
    stop = k
    while stop < len(lines) and _NAMED.search(lines[stop].path):
        stop += 1
    if stop == k or (k and _NAMED.search(lines[k - 1].path)):
        return k
    return stop if sum(line.weight for line in lines[:k]) >= LONG else k


def _heading(line: Line) -> bool:
    return line.weight <= 12 and is_comment_heading(line.folded)


def _widget(line: Line) -> bool:
    return line.weight <= 24 and is_comment_widget(line.folded)


def _meta(line: Line) -> bool:
    return line.weight <= 30 and is_comment_meta(line.folded)


def _section(draft: Draft, heading: int) -> int:
    """Return where the section under a heading ends: ``heading + 1`` if it is none.

    Marks stand above their comment (name, date) or below it (date, reply button). Lines without a mark belong to the
    section as long as the next mark is near.
    """
    lines = draft.lines
    marks = 0
    last = heading
    for k in range(heading + 1, len(lines)):
        line = lines[k]
        if (draft.title and line.bare == draft.title and _copy_follows(lines, k)) or _ends(line):
            break
        if _mark(line) or (line.weight <= _MOST_SAID and _SAID.fullmatch(line.folded)):
            marks += 1
            last = k
        elif is_counter(line.folded) and last == k - 1:
            last = k
        elif k - last > _REACH or (_SECTION.match(line.folded) and not _mark(lines[k - 1])):
            break
    # One comment alone is told by standing last.
    if marks < _MARKS and not (marks and last == len(lines) - 1 and draft.before(heading) >= _TAIL):
        return heading + 1
    above = _mark(lines[heading + 1])
    if above and last + 1 < len(lines) and is_comment_meta(lines[last].folded) and not _ends(lines[last + 1]):
        return last + 2
    return last + 1


def _mark(line: Line) -> bool:
    return _meta(line) or _widget(line) or is_stamp(line.folded)


def _ends(line: Line) -> bool:
    """Return whether a line opens something else: a section of the article, the next list."""
    return bool(_OTHER.match(line.folded)) and line.weight <= 20


def _copy_follows(lines: Sequence[Line], k: int) -> bool:
    """Return whether running text follows the repeated title: another copy of the article, not a comment."""
    return any(line.running for line in lines[k + 1 : k + 5]) and not _meta(lines[k - 1])


PASS = Pass(rule="comments", version=2, why=_WHY, find=find)
