"""Pay and share buttons, previous/next links, repost and copyright notices, editor lines: the foot of an article."""

import re
from collections.abc import Iterable

from analyzer.clean.draft import LONG, Cut, Draft, Line, Pass, bare, lines_cut
from analyzer.clean.furniture import may_claim
from analyzer.language import Phrase

# A line that is nothing but buttons, and the buttons that make it one.
_BUTTON = (
    r"(?:顶一下|踩一下|转给朋友|寄给朋友|回上层目录|回目录|返回目录|∨|编辑|讨论|上传图片|上传视频|播报|锁定|查看|我的收藏|发表评论|加入收藏|告诉好友|推荐给好友|推荐给朋友|打印此文|打印本页|打印本文|收藏本文|打赏作者|打赏本文|我要(?:投稿|评论|收藏|打赏|举报|分享)|打赏|赞赏|点赞|很赞|喜欢|收藏|分享|分享到|分享至|转发|举报|纠错|投诉|海报|生成海报|微信扫一扫|支付宝扫一扫|扫一扫|扫码|"
    r"微信|微博|新浪微博|qq|qq空间|qq好友|朋友圈|支付宝|打印|关闭|关闭窗口|返回|返回顶部|返回首页|返回列表|复制链接|下载app|"
    r"打开app|展开全文|阅读全文|查看全文|阅读原文|查看原文|全文|更多|关注|已关注|加关注|回到顶部|上一页|下一页|首页|尾页|登录|注册|"
    r"评论|在看|再看|赞|踩|有用|没用|不喜欢|百度分享|复制|手机看|手机阅读|字号|大|中|小|听|朗读|赏|支持作者|给作者|给ta|一下|"
    r"facebook|twitter|email|print|share|tweet|pinterest|linkedin|whatsapp|手机版|电脑版|触屏版|archiver|小黑屋|客服|联系我们|关于我们|网站地图|广告合作|友情链接|帮助|隐私政策|用户协议|投稿|空间|好友|豆瓣|人人网|"
    r"点击|阅读|a[+-]|\d{1,6}|[|/·、,+:()>»!。【】\[\]-])"
)
_BUTTONS = re.compile(rf"(?:{_BUTTON}\s*)+")
_STRONG = re.compile(
    r"顶一下|踩一下|转给朋友|寄给朋友|回上层目录|上传图片|上传视频|播报|上一页|下一页|小黑屋|打赏作者|在看|加入收藏|打印此文|打印本[文页]|告诉好友|手机版|联系我们|关于我们|隐私政策|用户协议|打赏|赞赏|扫一扫|扫码|分享|收藏|海报|点赞|返回顶部|返回列表|朋友圈|关闭窗口|展开全文|阅读全文|查看全文|阅读原文|"
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
            r"不代表.{0,12}(?:立场|观点|意见)|言论.{0,10}个人(?:意见|观点|行为)|与本(?:站|网|论坛|平台|社区).{0,4}无关",
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
    r"[(\[【]?\s*(?:(?:文章|信息|资料)?(?:录入|编辑|发布)者?\s*:\s*\S{1,12}\s*)?(?:责任?编辑?|责编|编辑|校对|审核|值班编辑|编审|初审|终审|本文编辑|本期编辑|审稿|排版)\s*[:/|].{0,24}"
)

_TAGS = re.compile(
    r"[#【\[\s]*(?:本文|本页|此文|文章|相关|热门)?(?:标签|tags?|关键词|关键字|话题|所属分类|分类)[】\]]?\s*:[^。!?;]{0,80}"
)

# What a template says last: 以上就是关于某事的全部内容,更多资讯请关注某某网.
_LAST_WORD = re.compile(
    r"(?:以上|上述|上文)?.{0,60}?(?:更多|了解更多|想了解更多).{0,14}(?:资讯|内容|信息|知识|文章|攻略|新闻|精彩|干货|消息|问题|详情|动态)"
    r".{0,8}(?:请|敬请|欢迎|可以?)?(?:继续|持续|多多)?(?:关注|访问|登录|锁定|收藏|浏览|点击|查看)(?!的|了|过|到).{1,20}"
    r"|友情链接\s*:.*|(?:打开|下载|进入|安装)\s*app.{1,30}"
)
_ABOUT = re.compile(
    r"[【\[(]?(?:关于作者|作者简介|作者介绍|本文作者|小编简介|关于我们|本站简介)[】\])]?\s*[:|].{2,120}"
)
# The site's own address: two of these labels in a line, or one of the second kind.
_CONTACT = re.compile(r"(?:地址|电话|邮箱|传真|邮编|热线|手机|微信|qq|联系人|e-?mail|网址)\s*:")
_SERVICE = re.compile(
    r"(?:客服|商务|合作|投稿|广告|站长|编辑部|举报|联系)(?:电话|热线|邮箱|信箱|微信|qq|合作|方式)?\s*(?::|/).{0,40}"
)
# The end of a text, and what templates of accounts, forums and encyclopedias put there.
_END = re.compile(
    r"[—\-=*~_·\s【(\[]*(?:全文|本文|文章)?(?:完|完结|终|end|the end)[】)\]—\-=*~_·.!。\s]*"
    r"|收录于(?:合集|专辑|话题|专栏).{0,40}|不看的原因.{0,30}|不看此公众号|词条(?:图册|统计|标签)(?:\s.{0,20})?"
    r"|编辑(?:\s*(?:讨论|收藏|赞|上传视频|锁定|分享|播报|评论)\s*\d*)+|gmt\s*[+-]\d.{0,100}|processed in .{0,100}"
)
# An address with what it is for: 合作请联系:…@…, 咨询请加老师 ….
_REACH = re.compile(
    r"[\w.+-]{2,}@[\w-]+\.[\w.-]+|\d{3,4}-\d{3,4}(?:-\d{3,4})?|1[3-9]\d{9}|(?:微信|qq|v信|vx)\S{0,6}\s*[a-z0-9_-]{5,}|[a-z][a-z0-9_-]{5,}"
)
_REASON = re.compile(r"合作|投稿|商务|联系|客服|咨询|加盟|招聘|广告|举报|反馈|供稿|来稿|拨打|热线")
# A forum's signature, and an account that asks to be searched for.
_SIGNATURE = re.compile(
    r"(?:个性|个人)?签名档?\s*:.{2,60}|(?:在?微信|公众号|打开微信)里?搜索?(?:一下)?[“\"「【].{2,16}[”\"」】].{0,30}"
)
_SPLIT = re.compile(r"[\s,、|]+")
_PUNCTUATED = re.compile(r"[。!?;:]")
# A row of search words: so many, each of so few tokens, and so large a share of them with a piece in common.
_WORDS, _WORD, _MOST_WORDS = 4, 14, 0.6

_TAG = Phrase(zh="文章标签。", en="the article's tags")
_PAY = Phrase(zh="打赏、分享一类的按钮。", en="pay and share buttons")
_NEXT = Phrase(zh="上一篇、下一篇的链接。", en="links to the previous and next article")
_REPOST = Phrase(zh="转载或版权声明。", en="a repost or copyright notice")
_SITE = Phrase(zh="网站自己的结束语或联系方式。", en="the site's own last words or address")
_EDITOR = Phrase(zh="编辑署名。", en="the editor's line")
# A notice is short; a paragraph about copyright is not. Twice a farm paragraph.
_NOTICE = 3 * LONG
# Share of the running text before a notice that gives only one cue.
_TAIL = 0.5
# Share that must stand before a line of which the words alone say little.
_FOOT = 0.9


def find(draft: Draft) -> Iterable[Cut]:
    """Yield the lines of the foot."""
    found: dict[int, Phrase] = {}
    for k, line in enumerate(draft.lines):
        # A short article's last line may be its longest: what has nothing behind it is at the end all the same.
        tail = draft.before(k) >= _TAIL or (k > 0 and draft.before(k + 1) == 1)
        why = _kind(line, tail=tail, last=k >= len(draft.lines) - 6)
        if why is _EDITOR and not draft.dirty:
            continue  # newspapers sign so; alone it is no sign of a template
        if why is None and draft.before(k) >= _FOOT and _keywords(line, draft.title):
            why = _TAG
        if why is not None:
            found[k] = why
    for k, line in enumerate(draft.lines):
        # An address or author may be what the article is about; beside other furniture of the foot it is the site's.
        if k not in found and draft.before(k) >= _FOOT and _own(line) and (k - 1 in found or k + 1 in found):
            found[k] = _SITE
    for k, why in sorted(found.items()):
        yield lines_cut(draft, k, k + 1, why, confidence=0.95)


def _keywords(line: Line, title: str) -> bool:
    """Return whether a line is a row of search words: most of them share a piece of two letters that the title has."""
    return any(piece in title for piece in _shared(line))


def _shared(line: Line) -> set[str]:
    """Return the pieces of two letters that most words of a row have; none where a line is no row of words."""
    if line.running or _PUNCTUATED.search(line.folded):
        return set()
    words = [bare(word) for word in _SPLIT.split(line.folded) if word]
    if len(words) < _WORDS or not all(2 <= len(word) <= _WORD for word in words):
        return set()
    pieces = {word[at : at + 2] for word in words for at in range(len(word) - 1)}
    return {piece for piece in pieces if sum(piece in word for word in words) >= _MOST_WORDS * len(words)}


def _own(line: Line) -> bool:
    """Return whether a line can be the site's own address, or its author's portrait."""
    text = line.folded
    if line.weight > _NOTICE or (line.running and not _ABOUT.fullmatch(text)):
        return False
    if len(_CONTACT.findall(text)) >= 2 or _SERVICE.fullmatch(text) or _ABOUT.fullmatch(text):
        return True
    return bool(line.weight <= 40 and _REACH.search(text) and _REASON.search(text)) or bool(_shared(line))


def _listed_buttons(text: str) -> bool:
    """Return whether most of a line's parts are buttons, as in 小黑屋|手机版|某某论坛."""
    parts = [part.strip() for part in text.split("|") if part.strip()]
    known = sum(bool(_BUTTONS.fullmatch(part)) for part in parts)
    return len(parts) >= 3 and known * 3 >= 2 * len(parts) and bool(_STRONG.search(text))


def _kind(line: Line, *, tail: bool, last: bool) -> Phrase | None:
    text = line.folded
    if line.weight <= 40 and _BUTTONS.fullmatch(text) and _STRONG.search(text):
        return _PAY
    if tail and line.weight <= 30 and _END.fullmatch(text):
        return _SITE
    if line.weight <= 40 and tail and _listed_buttons(text):
        return _PAY
    if last and tail and line.weight <= 60 and (_LAST_WORD.fullmatch(text) or _SIGNATURE.fullmatch(text)):
        return _SITE
    if tail and line.weight <= 40 and _TAGS.fullmatch(text):
        return _TAG
    if line.weight <= 60 and _NEIGHBOUR.fullmatch(text) and tail:
        return _NEXT
    if line.weight <= _NOTICE:
        cues = len(_REPOST_CUE.findall(text))
        if (cues >= 2 and tail) or (cues and last and tail and line.weight <= LONG + 20):
            return _REPOST
    if line.weight <= 20 and _EDITOR_LINE.fullmatch(text) and tail and not may_claim(text):
        return _EDITOR
    return None


PASS = Pass(rule="footer", version=2, why=_REPOST, find=find)
