"""Lists of other articles, with or without their teasers, under the text or inside it.

A teaser states things about other articles: unchecked claims. Needed is a heading of such lists and headline-like lines
under it; without a heading a bulleted run at the foot that repeats the article's own title or reads like headlines. A
run of short lines alone proves nothing: lyrics, steps, references and credits look the same.
"""

import re
from collections.abc import Iterable, Sequence

from analyzer.clean.cues import is_comment_heading, is_comment_widget, is_counter, is_stamp
from analyzer.clean.draft import Cut, Draft, Line, Pass, lines_cut
from analyzer.language import Phrase

_KIND = (
    r"(?:相关|热门|推荐|延伸|更多|最新|精彩|猜你|为你|为您|编辑|本站|站长|站内|同类|近期|随机|拓展|扩展|其他|其它|往期|今日|"
    r"本周|热点|关联|本月|上月|本类|栏目|作者|该作者|同栏目|本栏|周边|附加|点击|一周)"
)
_WHAT = (
    r"(?:推荐|阅读|文章|内容|资讯|新闻|回顾|喜欢|链接|问题|话题|资料|信息|排行|精选|动态|知识|问答|专题|攻略|教程|帖子|报道|"
    r"标签|课程|主题|热文|点击|关注|浏览|下载|精彩|回答|词条|导读|搜索|文档|热搜|更新|必读|好文|看点|头条|榜单?)"
)
_RELATED = re.compile(
    r"[#*【\[\s>▼◆■●|]*(?:"
    + "|".join(
        (
            rf"(?:{_KIND}\s*)+{_WHAT}(?:{_WHAT}|榜|列表)?",
            r"(?:大家|网友|别人|他们|用户|看过本文的人|看了本文的人|读者)?(?:还|都|也|正|最)?在?(?:爱|想|喜欢)?"
            r"(?:看了?|搜|搜索|关注|喜欢|看过|读|浏览|问)(?:了|过|什么|本文|的|人)*",
            r"(?:猜|你|您|你们|我猜你)+(?:可能|也许|或许)?(?:还|也|会|正)*(?:想)?(?:喜欢|感兴趣|想看|关心|关注|看|了解|在找)"
            r"(?:的|了)?(?:文章|内容|问题|话题)?",
            r"(?:本站|站内|全站|全网|本类|本周|今日|一周|网站|栏目|本栏)(?:热门|推荐|最新|热点|精选|排行|热搜)",
            r"(?:看|读)(?:完|了|过)(?:本文|这篇|此文)(?:文章)?(?:的|后)?(?:人|网友|读者|朋友)?们?(?:还|也)(?:看|读)(?:了|过)?",
            r"(?:喜欢|看过?|关注|读过?|浏览过?)(?:此|本|该|这篇)?(?:内容|文章|文|篇|页)?的(?:人|网友|读者|用户)们?(?:还|也|都|又)"
            r"(?:在)?(?:喜欢|看|关注|读|浏览|搜)(?:了|过)?",
            r"看了(?:又|还|本文)看?.{0,4}|上下篇|热门(?:标签|tags?)|tags?",
            r"related (?:articles?|posts?|stories|news|topics|content|reading)"
            r"|you may (?:also )?like|recommended(?: for you)?"
            r"|more (?:from|stories|news|on).{0,20}|read (?:more|next)|most (?:read|popular)|trending(?: now)?",
        )
    )
    + r")\s*(?:\(\d+\)|[:】\]*#>»?|]|more|更多)*\s*"
)
# A list in one line each: 推荐:某某哪个更好, 相关阅读 | 某某怎么办.
_POINTER = re.compile(
    rf"[#*【\[\s>▼◆■●|·-]*(?:推荐|戳|{_KIND}(?:阅读|推荐|文章|资讯|新闻|链接|热文|好文|专题|内容|回顾|帖子|搜索|热搜)|"
    r"(?:大家|网友|别人|他们|用户|读者)(?:还|都|也)?在?(?:搜索?|看|问|关注|读)|(?:猜|你)+(?:可能)?(?:还|也)?(?:喜欢|想看|关注|在找))"
    r"[】\]]?\s*[:>»|]\s*(?=\S)"
    r"(?!https?:)[^。;]{4,60}"
)
_BULLET = re.compile(r"[•·●○◆■▪▶►★☆◇□➤»›*\-–—]\s*\S")

_WHY = Phrase(zh="推荐的其他文章，不是正文。", en="links to other articles, not the text")
_BARE = Phrase(zh="推荐列表的标题，下面没有正文。", en="the heading of an empty list of articles")
# A headline has at most this many tokens.
_HEADLINE = 45
# Headline-like items that an unheaded list at the foot must have.
_ITEMS = 4
# Share of bare headlines that must ask or promise.
_ASKING = 0.7
_NUMBERED = re.compile(r"[(\[]?\d+[.、)\]:]|q\s*:|问\s*:|答\s*:|a\s*:|第.{1,3}[步条讲章课]")
_ANSWER = re.compile(r"(?:q|a|问|答|问题|回答)\s*\d*\s*:")
# Items with a time stamp that make an unheaded list at the foot: articles carry no dated headlines there.
_STAMPED = 2
# Share of the running text that must stand before a list that has teasers, or no heading.
_TAIL = 0.3
# Share of the running text that must stand before a pointer: inside a text such a line may recommend what it is about.
_FOOT = 0.9
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
        elif draft.before(k) >= _FOOT and _pointer(lines[k]):
            yield lines_cut(draft, k, k + 1, _WHY, confidence=0.9)
        k += 1
    start = _unheaded(draft)
    if start is None:
        start = _headlines(draft)
    if start is not None:
        yield lines_cut(draft, start, len(lines), _WHY, confidence=0.9)


def _headlines(draft: Draft) -> int | None:
    """Return where a run of bare headlines begins at the foot, under a short line that heads it, or None.

    Neither bullets nor stamps help here, so most of the lines have to ask and promise as headlines do.
    """
    lines = draft.lines
    k = len(lines)
    while k and _item(lines[k - 1]) and not _NUMBERED.match(lines[k - 1].folded):
        k -= 1
    items = [line for line in lines[k + 1 :] if line.weight > 5]
    if not k or not lines[k - 1].running or draft.before(k) < _TAIL or len(items) < _ITEMS or lines[k].weight > 12:
        return None
    if (lines[k].folded.endswith(":") and "如下" in lines[k].folded) or len(items) < len(lines[k + 1 :]):
        return None
    asking = sum(bool(_HEADLINE_LIKE.search(line.folded)) for line in items)
    return k if asking >= _ASKING * len(items) else None


def _heading(line: Line) -> bool:
    return 2 <= line.weight <= 14 and bool(_RELATED.fullmatch(line.folded))


def _pointer(line: Line) -> bool:
    return not line.running and line.weight <= _HEADLINE + 6 and bool(_POINTER.fullmatch(line.folded))


def _item(line: Line) -> bool:
    """Return whether a line can be a headline."""
    if _ANSWER.match(line.folded):
        return False
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
    bulleted = all(_BULLET.match(line.folded) or line.link_share > 0.8 for line in lines[heading + 1 : stop])
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
        elif is_comment_heading(line.folded) or is_comment_widget(line.folded) or _heading(line):
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
    return is_comment_heading(line.folded) or is_comment_widget(line.folded) or _heading(line)


def _unheaded(draft: Draft) -> int | None:
    """Return where a list without a known heading begins at the foot of the text, or None.

    Its evidence is in its items: time stamps under them, the article's own title among them, or bullets before lines
    most of which ask and promise as headlines do. A short line above the first item is its heading.
    """
    lines = draft.lines
    start = stop = len(lines)
    while stop and _foot(lines[stop - 1]):
        stop -= 1
    stamped = bulleted = asking = own = 0
    k = stop
    while k:
        group = _group(lines, k)
        if group is None:
            break
        k, stamp = group
        item = lines[k]
        bullet = bool(_BULLET.match(item.folded))
        if not (stamp or bullet):
            break
        stamped += stamp
        bulleted += bullet
        own += bool(draft.title) and item.bare == draft.title
        asking += bool(_HEADLINE_LIKE.search(item.folded)) and item.weight > 5
        start = k
    if start == len(lines) or draft.before(start) < _TAIL or lines[start - 1].folded.endswith(":"):
        return None
    found = stamped >= _STAMPED or (bulleted and own) or (bulleted >= _ITEMS and asking * 2 > bulleted)
    if not found or not (lines[start - 1].running or stamped >= _STAMPED or own):
        return None
    above = lines[start - 1]
    heads = above.weight <= 12 and not _STOP.search(above.folded) and not _SECTION.match(above.folded)
    return start - 1 if heads and start > 1 and above.bare != draft.title else start


def _group(lines: Sequence[Line], end: int) -> tuple[int, bool] | None:
    """Return (first line, has a time stamp) of the item with teaser and stamps that ends before line ``end``."""
    k = end - 1
    stamp = False
    while k >= 0 and (is_stamp(lines[k].folded) or is_counter(lines[k].folded)):
        stamp = stamp or is_stamp(lines[k].folded)
        k -= 1
    if stamp and k > 1 and is_stamp(lines[k - 2].folded) and _item(lines[k - 1]) and not is_stamp(lines[k - 1].folded):
        k -= 1  # between two stamps the first line is the headline, the second its teaser
    elif k > 0 and not _BULLET.match(lines[k].folded) and _item(lines[k - 1]) and not is_stamp(lines[k - 1].folded):
        # Perhaps a teaser under its headline; without one the headline itself carries the stamp.
        headline = lines[k - 1]
        longer = not _item(lines[k]) or lines[k].weight > headline.weight
        if _BULLET.match(headline.folded) or (stamp and longer):
            k -= 1
    if k < 0 or not _item(lines[k]) or lines[k].weight < 4:
        return None
    return k, stamp


PASS = Pass(rule="related", version=2, why=_WHY, find=find)
