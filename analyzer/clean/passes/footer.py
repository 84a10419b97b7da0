"""Pay and share buttons, previous/next links, repost and copyright notices, editor lines: the foot of an article."""

import re
from collections.abc import Iterable

from analyzer.clean.draft import LONG, Cut, Draft, Line, Pass, lines_cut
from analyzer.language import Phrase

# A line that is nothing but buttons, and the buttons that make it one.
_BUTTON = (
    r"(?:打赏|赞赏|点赞|很赞|喜欢|收藏|分享|分享到|分享至|转发|举报|纠错|投诉|海报|生成海报|微信扫一扫|支付宝扫一扫|扫一扫|扫码|"
    r"微信|微博|新浪微博|qq|qq空间|qq好友|朋友圈|支付宝|打印|关闭|关闭窗口|返回|返回顶部|返回首页|返回列表|复制链接|下载app|"
    r"打开app|展开全文|阅读全文|查看全文|阅读原文|查看原文|全文|更多|关注|已关注|加关注|回到顶部|上一页|下一页|首页|尾页|登录|注册|"
    r"评论|赞|踩|有用|没用|不喜欢|百度分享|复制|手机看|手机阅读|字号|大|中|小|听|朗读|赏|支持作者|给作者|给ta|一下|"
    r"facebook|twitter|email|print|share|tweet|pinterest|linkedin|whatsapp|手机版|小黑屋|客服|联系我们|关于我们|网站地图|广告合作|友情链接|帮助|隐私政策|用户协议|投稿|空间|好友|豆瓣|人人网|"
    r"点击|a[+-]|\d{1,5}|[|/·、,+:()>»!。-])"
)
_BUTTONS = re.compile(rf"(?:{_BUTTON}\s*)+")
_STRONG = re.compile(
    r"手机版|联系我们|关于我们|隐私政策|用户协议|打赏|赞赏|扫一扫|扫码|分享|收藏|海报|点赞|返回顶部|返回列表|朋友圈|关闭窗口|展开全文|阅读全文|查看全文|阅读原文|"
    r"打开app|下载app|share|tweet"
)
_NEIGHBOUR = re.compile(
    r"[<>«»←→‹›\[(\s【]*(?:上一?篇|下一?篇|前一篇|后一篇|上一条|下一条|上一章|下一章|"
    r"previous|next (?:post|article)|prev)"
    r"(?:文章|资讯|新闻|post|article)?(?:\s*[:\])>»→】|].{0,80}|\s.{0,80})?"
)
_REPOST_CUE = re.compile(
    "|".join(
        (
            r"不代表.{0,12}(?:立场|观点|意见)",
            r"请注明(?:出处|来源|转自|原文)",
            r"(?:未经|如需|如若|如欲|如要|禁止|谢绝|严禁|欢迎|若需|任何).{0,12}(?:转载|转发|摘编|复制)",
            r"(?:侵权|侵犯|版权问题).{0,20}(?:删除|联系|处理|告知|通知|速删)",
            r"(?:本站|本网|本平台|本网站)(?:的|所有|部分|上|内)*(?:内容|文章|资讯|信息|转载|发布|提供|作品|图文).{0,20}"
            r"(?:网络|投稿|转载|互联网|整理|用户|参考|网友)",
            r"(?:本文|稿件|文章|该文|内容|此文)(?:内容)?(?:来自|来源于|由|系|为|源自|转自|摘自).{0,20}"
            r"(?:投稿|发布|整理|上传|提供|原创|撰写|供稿|网络|转载)",
            r"(?:版权|著作权)(?:所有|归|声明)|免责(?:声明|条款)|仅供(?:参考|学习|娱乐)",
            r"(?:举报|投诉)(?:邮箱|电话|联系)|违法(?:和)?不良信息|copyright|©|all rights reserved|icp备|公网安备",
            r"(?:原文|文章|本文|转载)?(?:链接|地址|网址|出处)\s*:?\s*https?:",
        )
    )
)
_EDITOR_LINE = re.compile(
    r"[(\[【]?\s*(?:责任?编辑?|责编|编辑|校对|审核|值班编辑|编审|初审|终审|本文编辑|本期编辑|审稿|排版)\s*[:/|].{0,24}"
)

_TAGS = re.compile(
    r"[#【\[\s]*(?:本文|文章|相关|热门)?(?:标签|tags?|关键词|关键字|话题|所属分类|分类)[】\]]?\s*:[^。!?;]{0,80}"
)

_TAG = Phrase(zh="文章标签。", en="the article's tags")
_PAY = Phrase(zh="打赏、分享一类的按钮。", en="pay and share buttons")
_NEXT = Phrase(zh="上一篇、下一篇的链接。", en="links to the previous and next article")
_REPOST = Phrase(zh="转载或版权声明。", en="a repost or copyright notice")
_EDITOR = Phrase(zh="编辑署名。", en="the editor's line")
# A notice is short; a paragraph about copyright is not. Twice a farm paragraph.
_NOTICE = 3 * LONG
# Share of the running text before a notice that gives only one cue.
_TAIL = 0.5


def find(draft: Draft) -> Iterable[Cut]:
    """Yield the lines of the foot."""
    for k, line in enumerate(draft.lines):
        why = _kind(line, tail=draft.before(k) >= _TAIL, last=k >= len(draft.lines) - 6)
        if why is _EDITOR and not draft.dirty:
            continue  # newspapers sign so; alone it is no sign of a template
        if why is not None:
            yield lines_cut(draft, k, k + 1, why, confidence=0.95)


def _kind(line: Line, *, tail: bool, last: bool) -> Phrase | None:
    text = line.folded
    if line.weight <= 40 and _BUTTONS.fullmatch(text) and _STRONG.search(text):
        return _PAY
    if tail and line.weight <= 40 and _TAGS.fullmatch(text):
        return _TAG
    if line.weight <= 60 and _NEIGHBOUR.fullmatch(text) and tail:
        return _NEXT
    if line.weight <= _NOTICE:
        cues = len(_REPOST_CUE.findall(text))
        if (cues >= 2 and tail) or (cues and last and tail and line.weight <= LONG + 20):
            return _REPOST
    if line.weight <= 20 and _EDITOR_LINE.fullmatch(text) and tail:
        return _EDITOR
    return None


PASS = Pass(rule="footer", version=1, why=_REPOST, find=find)
