"""Words by which page furniture gives itself away, as far as several passes need them.

All patterns read folded lines (simplified script, half width, lower case) and hold general words of Chinese web
templates: no name of a site, product or person.
"""

import re

STAMP = (
    r"(?:(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*[日t,]?\s*\d{1,2}:\d\d(?::\d\d)?)?"
    r"|\d{1,2}[-/月]\d{1,2}日?(?:\s*\d{1,2}:\d\d)?)"
)
AGO = r"(?:(?:\d+\s*(?:秒|分钟|小时|天|周|个?月|年)前|刚刚|昨天|前天|今天)(?:\s*\d{1,2}:\d\d)?)"
_STAMP_LINE = re.compile(rf"(?:发布|发表|更新|时间|日期|于|:|\s)*(?:{STAMP}|{AGO})(?:\s*[·|・].{{0,12}})?\s*")

_COUNTED = r"(?:阅读|浏览|点击|人气|评论|回复|点赞|在看|赞|收藏|分享|转发|热度|views?|comments?|likes?)"
_COUNTER_LINE = re.compile(
    rf"(?:{_COUNTED}\s*[(:]?\s*)?\d+(?:\.\d+)?[w万k]?\+?\)?(?:\s*(?:次|人|条|{_COUNTED}))?"
    rf"(?:\s+(?:{_COUNTED}?\s*[(:]?\s*)?\d+\)?)*\s*"
)

_WHOSE = (
    r"(?:精彩|网友|全部|最新|最热|热门|热评|热心|用户|读者|热点|相关|网民|文章|大家的?|朋友们?的?|"
    r"发表|本文|共?\s*\d+\s*条|\d+)"
)
_TALK = r"(?:评论|留言|跟帖|回复|点评|热议|热评|互动|讨论|神评|答疑|说说|吐槽)"
_COMMENT_HEADING = re.compile(
    rf"[#*【\[\s●■▼◆]*(?:{_WHOSE}\s*)*{_TALK}(?:\s*(?:列表|区|专区|摘录|精选|交流|板块|板|簿|墙))?"
    r"\s*[(:【\[]?\s*(?:共\s*)?\d*\s*(?:条|个|人)?\s*(?:评论|回复|参与|留言)?\s*[)\]】:*#]*"
    r"|(?:\d+\s*)?(?:comments?|responses?|replies|discussion)(?:\s*\(?\d+\)?)?:?"
    r"|(?:大家|网友|朋友)们?(?:都|们)?(?:在|是)?(?:怎么|如何)?(?:说|评|聊|讨论|看待)[:?]?"
)

_WRITE = (
    r"(?:写|共有|已有|发表|添加|提交|查看|展开|更多|全部|加载|还没有|暂无|快来|我要|我来|抢|来|说|留下|参与|欢迎|点击)"
)
_SPEECH = r"(?:评论|回复|留言|看法|观点|点评|想法|意见|沙发|讨论)"
_ACT = r"(?:点?赞|踩|举报|回复|收藏|分享|顶|支持|反对)"
_COMMENT_WIDGET = re.compile(
    "|".join(
        (
            rf"{_WRITE}(?:{_WRITE}|下|\\d*条|一?条|第一个?|一下|你的|您的|我的|之一个|的|几句|两句|\s)*{_SPEECH}.{{0,14}}",
            r"评论(?:列表)?\s*[(:]?\s*(?:共?\d*条?)?\s*[):]?",
            rf"(?:请|您|点击)?(?:先|尚未)?(?:登录|注册)(?:后|并|/)?(?:注册)?(?:才能|可以|即可|方可|再)?"
            rf"(?:发表|参与|进行)?{_SPEECH}.{{0,4}}",
            rf".{{0,4}}(?:匿名|游客).{{0,6}}{_SPEECH}.{{0,6}}",
            rf"(?:还没有|暂无|没有|暂时没有)(?:人|任何|更多|新的|网友)?{_SPEECH}.{{0,20}}",
            r"(?:昵称|邮箱|电子邮件|网址|网站|验证码|姓名|称呼)\s*[*:(].{0,12}",
            r"取消回复|发表(?:评论|回复)|提交评论|提交留言|(?:网友|本站).{0,8}(?:观点|言论|评论).{0,12}(?:不代表|立场).{0,12}",
            rf"{_ACT}(?:\s*[(/|·]?\s*(?:\d+|{_ACT})\s*\)?)*",
            r".{0,6}文明(?:上网|发言).{0,20}",
            r"leave a (?:reply|comment)|post (?:a )?comment|no comments(?: yet)?|reply|your (?:name|email).{0,20}",
        )
    )
)
_AFTER = (
    r"(?:\s*[)·・|]?\s*(?:发表|评论|回复|来自|ip|说|写道|赞|顶|踩|\d+|举报|"
    r"[\u4e00-\u9fff]{2,4}(?:网友|\s)|\().{0,16})?\s*"
)
# The line above or below a comment: avatar, name and date, floor, place.
_COMMENT_META = re.compile(
    "|".join(
        (
            r"(?:\[?头像\]?|用户头像|网友头像|avatar)\s*.{0,40}",
            rf".{{1,24}}?(?:[\s·|,:(]+(?:{STAMP}|{AGO})|(?=20\d\d\s*[-/.年]){STAMP}){_AFTER}",
            rf"(?:{STAMP}|{AGO}){_AFTER}",
            rf"(?:发布于|发表于|评论于|回复于)?\s*(?:{STAMP}|{AGO})?\s*[·・|]?\s*(?:ip\s*(?:属地|归属地?)|来自).{{1,16}}",
            r"(?:第?\d+\s*(?:楼|层|#)|#\d+|沙发|板凳|地板|楼主)(?:[\s:].{0,24})?",
            r"(?:游客|匿名(?:用户|网友)?|管理员|站长|楼主|网友)[\w*]{0,8}(?:回复)?\s*:.{1,50}",
            r".{1,16}(?:说|回复|评论说?|写道|留言)\s*:",
            r"(?:网友|用户|匿名|游客)[\s:_a-z0-9*\u4e00-\u9fff-]{0,14}(?:\s*[(\[|].{0,16})?:?",
        )
    )
)


def is_stamp(folded: str) -> bool:
    """Return whether a folded line is nothing but a time stamp: "2024-12-11 04:07:05", "发布于 3小时前"."""
    return len(folded) <= 40 and bool(_STAMP_LINE.fullmatch(folded))


def is_counter(folded: str) -> bool:
    """Return whether a folded line is nothing but counters: "72 0", "阅读(120) 评论(3)"."""
    return len(folded) <= 30 and bool(_COUNTER_LINE.fullmatch(folded))


def is_comment_heading(folded: str) -> bool:
    """Return whether a folded line is the heading of a comment section: "精彩评论", "网友留言(12)"."""
    return len(folded) <= 24 and bool(_COMMENT_HEADING.fullmatch(folded))


def is_comment_widget(folded: str) -> bool:
    """Return whether a folded line is a button or hint of a comment section: "写评论", "暂无评论", "登录后才能评论"."""
    return len(folded) <= 40 and bool(_COMMENT_WIDGET.fullmatch(folded))


def is_comment_meta(folded: str) -> bool:
    """Return whether a folded line names a commenter, a floor or a place: "头像 某某 2025-03-18", "3楼"."""
    return len(folded) <= 60 and bool(_COMMENT_META.fullmatch(folded))
