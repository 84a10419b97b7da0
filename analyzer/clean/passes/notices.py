"""Advertisements, contact spam, picture credits and empty tables of contents between the paragraphs."""

import re
from collections.abc import Iterable

from analyzer.clean.draft import LONG, Cut, Draft, Pass, lines_cut
from analyzer.language import Phrase

_REACH = r"(?:微信|v信|vx|wx|qq|扣扣|威信|薇信|公众号|企鹅)"
_PROMOTION = re.compile(
    "|".join(
        (
            r"[【\[(<〔]\s*(?:推广|广告|赞助|ad|推荐广告|软文|商业推广)\s*[】\])>〕]",
            r"^游客.{0,3}如果您要查看本帖隐藏内容请.{0,8}|^.{0,6}隐藏内容.{0,8}(?:回复|登录|付费)(?:后|才|可见).{0,8}$",
            r"^(?:打开|下载)\s*app.{0,8}(?:看|查看|阅读|体验|享|领|收听|观看)",
            r"^(?:广告|推广|赞助(?:内容)?|ads?|advertisement|sponsored)\s*(?:[:|·•]|$)|^(?:广告|赞助内容)\s\S",
            r"(?:点击|点此|戳|立即|马上|速速|免费|一键).{0,6}(?:领取|测一测|测测|测算|申请|咨询|下载|进入|注册|加入|查看|获取).{0,14}"
            r"(?:额度|红包|福利|优惠|入口|链接|app|客服|专家|律师|名额|资料|方案|礼包|$)",
            r"(?:扫码|长按|识别|扫描|扫一扫|点击).{0,8}(?:二维码|关注|加入|添加|进群|入群|咨询|领取|会员).{0,20}",
            rf"(?:加|添加|联系|咨询|关注).{{0,6}}{_REACH}\s*(?:号|群)?\s*:?\s*[a-z0-9_\-]{{5,}}",
            rf"{_REACH}(?:号|同号|群)?\s*:\s*[a-z0-9_\-]{{5,}}",
            rf"(?:热线|电话|手机)\s*(?:/|\()?\s*{_REACH}(?:同号)?\)?\s*:?\s*1[3-9]\d[\d\s\-*x]{{6,}}",
        )
    )
)
# An offer and a call make a short line without a full stop an advertisement: 满199减60, 猛戳进店.
_OFFER = re.compile(
    r"满\s*[\d一二三四五六七八九十百千]+\s*[减送]|买[一二三\d]+送|第[二2]件|[\d.]+\s*[元折](?:起|包邮|封顶|秒杀)|立减|直降|半价|特价|优惠|早鸟|"
    r"预[购订售]|秒杀|团购|囤货|返场|大促|清仓|折扣|[\d一二三四五六七八九]+折|包邮|试用装|领[取券]|免费领|红包|福利|限时|热卖|爆款|新人"
)
_CALL = re.compile(
    r"(?:猛|快|速)戳|戳(?:我|这|进|图)|点我|点这|点击|点下方|点此|进店|下单|抢购|扫码|小卡片|直达|赞助商|站长推荐|猜你需要|推广"
)
_PICTURE = r"(?:图片|配图|图|照片|题图|封面|头图|文中图片|上图|下图|视频|素材|文章图片|插图|部分图片|以上图片|本图)"
_CREDIT_LINE = re.compile(
    rf"[(\[【△▲↑]*\s*(?:{_PICTURE}\s*(?:来源|源|来自|均?来源于|均?来自|由|取自|摄|提供|为网友|系网友|均为网友|出处)|"
    r"图/|摄影/|图源)\s*:?.{0,40}"
    rf"|{_PICTURE}(?:为|系|由|均为|来自|来源于?)(?:网友|网络|互联网|用户|读者|作者).{{0,20}}"
)
_CONTENTS_HEADING = re.compile(
    r"[【\[*#=\s]*(?:目录导读|本文目录|文章目录|目录一览|内容导航|文章导读|内容导读|导读目录|本文导读|本文目录一览|文章目录一览|内容目录|"
    r"本文导航|目录)[】\]*#=:\s]*(?:\[?(?:隐藏|显示|展开|收起)\]?)?"
)

# A line of a page that is one link, of the length of a headline.
_LINKED = 0.9
_LINK = 6
# An advertisement by its words alone is short, and no item of a list.
_SHORT = 30
_STOP = re.compile(r"[。;…]$")
_LISTED = re.compile(r"\s*(?:[(\[]?\d+[.、)\]:]|[一二三四五六七八九十]+[、.]|第.{1,3}[步条招点])")
_END = re.compile(r"[。;]$|https?:|《|\\.$")

_LINK_WHY = Phrase(zh="插在正文里的链接，指向别的页面。", en="a link to another page, put into the text")
_AD = Phrase(zh="插入的广告或联系方式。", en="an inserted advertisement or contact")
_CREDIT = Phrase(zh="图片来源说明。", en="a picture credit")
_CONTENTS = Phrase(zh="目录导读。", en="a table of contents")


def find(draft: Draft) -> Iterable[Cut]:
    """Yield the notices; none is as long as a paragraph."""
    for k, line in enumerate(draft.lines):
        if line.running or line.weight > LONG:
            continue
        if line.link_share > _LINKED and line.weight >= _LINK and not _END.search(line.folded) and _alone(draft, k):
            yield lines_cut(draft, k, k + 1, _LINK_WHY, confidence=0.8)
        elif _PROMOTION.search(line.folded):
            yield lines_cut(draft, k, k + 1, _AD, confidence=0.9)
        elif draft.dirty and line.weight <= _SHORT and not _STOP.search(line.folded) and _offers(line.folded):
            yield lines_cut(draft, k, k + 1, _AD, confidence=0.8)
        elif _CREDIT_LINE.fullmatch(line.folded) and line.weight <= 30:
            yield lines_cut(draft, k, k + 1, _CREDIT, confidence=0.95)
        elif _CONTENTS_HEADING.fullmatch(line.folded):
            stop = _entries(draft, k)
            yield lines_cut(draft, k, stop, _CONTENTS, confidence=0.9)


def _offers(folded: str) -> bool:
    return bool(_OFFER.search(folded) and _CALL.search(folded)) and not _LISTED.match(folded)


def _alone(draft: Draft, k: int) -> bool:
    """Return whether no neighbour is a link too: a list of sources is a run of links and stays."""
    return all(draft.lines[other].link_share <= 0.5 for other in (k - 1, k + 1) if 0 <= other < len(draft.lines))


def _entries(draft: Draft, heading: int) -> int:
    """Return the end of a table of contents: its entries come again below as headings."""
    lines = draft.lines
    stop = heading + 1
    while stop < len(lines) and not lines[stop].running:
        entry = lines[stop].bare.lstrip("0123456789一二三四五六七八九十")
        if not entry or not any(later.bare.endswith(entry) for later in lines[stop + 1 :]):
            break
        stop += 1
    return stop


PASS = Pass(rule="notices", version=2, why=_AD, find=find)
