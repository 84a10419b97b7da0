"""Furniture above the first paragraph: breadcrumb, counters, a bare time stamp, the label 文章正文."""

import re
from collections.abc import Iterable

from analyzer.clean.cues import STAMP, is_stamp
from analyzer.clean.draft import Cut, Draft, Line, Pass, lines_cut
from analyzer.language import Phrase

_BREADCRUMB = re.compile(
    r"[>»\s]*(?:(?:(?:您|你)?(?:的|现在|所在|目前)*当?前?(?:的|所在)?(?:位置|在)\s*[:是>]?\s*)?.{0,12}(?:首页|主页|home)\s*"
    r"(?:>>?|»|›|→|/|::|->|-|>|\\|\|)\s*.{0,80}"
    r"|(?:您|你)?(?:的|现在)?(?:当前|所在)(?:的)?位置\s*:.{0,80}|(?:您|你)(?:现在|目前)?(?:所在)?的?位置\s*:.{0,80}"
    r"|(?:现在|目前)?位置\s*:.{0,40}[>»›].{0,60}"
    # a bar of pages: 菜单 ≡ 首页 问法 案例 文书
    r"|(?:菜单|导航)?\W*(?:首页|主页)(?:[\s|]+\S{2,6}){3,}"
    # a way of three steps: 文史百科网 > 诗人故事 > 正文
    r"|[^>»›。!?,]{2,16}(?:\s*(?:>>?|»|›)\s*[^>»›。!?,]{2,40}){2,})"
)
_STAT = re.compile(
    r"(?<![\u4e00-\u9fff])(?:小编|人气|点击|浏览|阅读|围观|热度|评论|回复|来源|出处|作者|编辑|发布者|发布人|发布|发表|更新|日期|时间|"
    r"发布时间|发布日期|更新时间|更新日期|发表时间|字号|字体|分类|栏目|标签|关键词|所属栏目|文章来源|views?|date|author|source)"
    r"\s*(?:数|量|次数)?\s*[:(]"
)
# The byline of newer templates has no colons: 小城日记 · 2024-03-02 · 阅读 620.
_DATE = re.compile(r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*(?:[-/.月]\s*\d{1,2}|月)")
_COUNTER = re.compile(
    r"(?:阅读|浏览|点击|人气|围观|热度|评论|views?)(?:数|量|次数)?\s*:?\s*\d[\d.,]*[万k+]?(?:次|人|$|[\s·|/])"
    r"|\d[\d.,]*[万k+]?\s*(?:次|人)?(?:阅读|浏览|点击|围观|评论|views?)(?:$|[\s·|/])"
)
# A byline without labels: 某某网 2025-02-08 21:47:33, 2020-08-06 13:22 养生频道, 栏目 2023/11/09 14:30 佚名.
_SOURCED = re.compile(
    r"来源|来自|作者|编辑|记者|网$|网\s|频道|佚名|发[布表]于|投稿|整理|栏目|专栏|日报|晚报|晨报|公众号"
)
_CLOCK = re.compile(rf"[^。!?;,:]{{0,40}}?(?<!\d)(?:{STAMP})(?!\d)[^。!?;,]{{0,40}}")
_TIME = re.compile(r"(?<!\d)\d{1,2}:\d\d(?!\d)")
# A line of a timetable has a date and a time as well, and says what takes place then.
_HAPPENS = re.compile(
    r"至|[到起前后]|开始|开幕|闭幕|开放|开[考盘售抢赛市机]|结束|报名|截止|举[行办]|考试|笔试|面试|[比决预]赛|讲座|会议|\d\s*[号班场]|专场|[售检]票|播出|"
    r"直播|发车|起飞|到达|出发|集合|签到|上午|下午|晚上|周[一二三四五六日]|星期|\d:\d\d\D+\d{1,2}:\d\d"
)
_BODY_LABEL = re.compile(
    r"[【\[*#=\-\s]*(?:文章正文|正文|正文内容|文章内容|详细内容|内容详情|文章详情|正文开始|以下正文|全文如下|资讯正文|新闻正文)"
    r"[】\]*#=\-:\s]*|字[号体]\s*(?:大小)?\s*:?\s*(?:[\[(【]?\s*(?:大|中|小|t)\s*[\])】]?[\s|/]*){2,}"
)

# A forum's box of its poster, and the counters in front of a thread's title.
_POSTER = re.compile(
    r"(?:(?:主题|帖子|积分|精华|威望|金币|铜币|回帖|粉丝|关注|注册时间|在线时间|最后登录|经验|贡献)\s*:?\s*[\d-]+[\s|/·,]*){2,}"
)
_THREAD = re.compile(r"查看\s*:\s*\d+\s*\|\s*回复\s*:\s*\d+\s*\|?\s*")

_WHY = Phrase(zh="页头的导航、人气或日期，不是正文。", en="navigation, counters or date above the text")
# Furniture lines are short, and the head of a text seldom has more lines than this.
_SHORT = 60
_HEAD = 12


def find(draft: Draft) -> Iterable[Cut]:
    """Yield the furniture lines above the first running paragraph."""
    sure = draft.dirty or any(_BREADCRUMB.fullmatch(line.folded) for line in draft.lines[:_HEAD])
    timed = sum(_timed(line.folded) for line in draft.lines[:_HEAD])
    for k, line in enumerate(draft.lines[:_HEAD]):
        if thread := _THREAD.match(line.text):
            yield Cut(start=line.start, end=line.start + thread.end(), reason=_WHY, confidence=0.98)
            continue
        if line.running and not _BREADCRUMB.fullmatch(line.folded):
            break
        if line.weight <= _SHORT and _furniture(
            line, title=k == 0 and line.bare == draft.title, sure=sure, timed=timed
        ):
            yield lines_cut(draft, k, k + 1, _WHY, confidence=0.98)


def _furniture(line: Line, *, title: bool, sure: bool, timed: int) -> bool:
    """Return whether a line of the head is furniture; a bare time stamp only beside other furniture.

    ``timed`` bylines have a time and no source: of several each is a line of a timetable.
    """
    text = line.folded
    if _BREADCRUMB.fullmatch(text) or _BODY_LABEL.fullmatch(text) or _POSTER.fullmatch(text):
        return True
    if title:
        return False
    byline = (
        _DATE.search(text)
        and not line.running
        and (_COUNTER.search(text) or (_byline(text) and (timed < 2 or _SOURCED.search(text))))
    )
    return bool(byline) or (sure and is_stamp(text)) or len(_STAT.findall(text)) >= 2


def _timed(text: str) -> bool:
    """Return whether a line is a date with a time and something beside them that is no source."""
    return bool(_CLOCK.fullmatch(text) and _TIME.search(text)) and not is_stamp(text) and not _SOURCED.search(text)


def _byline(text: str) -> bool:
    """Return whether a line of the head is a date with a source, or with a time and nothing that takes place then."""
    if not _CLOCK.fullmatch(text) or is_stamp(text):
        return False
    return bool(_SOURCED.search(text)) or (bool(_TIME.search(text)) and not _HAPPENS.search(text))


PASS = Pass(rule="header", version=2, why=_WHY, find=find)
