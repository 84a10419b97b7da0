"""Claims that the article puts into the mouth of somebody else."""

import re

from analyzer.claims.stance.scope import Hit, Scope, called, distant, turned
from analyzer.model import Stance

_SAY = re.compile(
    r"""
    (?:凡是?[^，,。；;]{0,6}(?:自称|号称|声称|宣称|说)|咬定|号称|坚称|扬言|告诉(?:我们?|记者|大家)|(?:外界|坊间|网上|网友们?|有人|他人|媒体|民间
        |世人)所(?:说|传|称|谓|言)|跟我说|吐槽|抱怨|放话|标注(?:着|为)?|宣传说?
        |(?<![全简又俗别统人名堪自职尊昵著号])[声宣]?称|表示|认为|指出|透露|爆料|坦言|(?<!再)(?<!反复)强调(?!一[遍下句点次])|回应|介绍说|说道
        |写道|直言|听[^，,。]{1,8}?(?:讲|说|提起)|外面(?:都|有人|一直)?(?:传|说|讲)|[都盛疯风热里](?<!这里)(?<!那里)传(?![统媒播承染递导销输达真教感热])|来自[^，,。：:；;]{1,10}[:：]
        |据[^，,。]{0,8}?(?:册子|杂志|帖子?|网友|论坛|读物|教辅|旧报|小报|传闻|民间|坊间|群友)[^，,。]{0,4}?(?:介绍|记载|说|写|讲)|猜测|推测|质疑|留言|评论说|网传|有人说|有人称|有文章|有网友|有观点|有说法|有资料|有媒体
        |(?:人士|人员|负责人|专家|教授|律师|医生|医师|主任|院长|先生|女士|老师|代表|店员|客服|[他她])(?:们)?
        (?:还|也|又|并|同时|曾|则|随后|最后|特别|另外|一再)*(?:提到|谈到|讲到|说到|提及|补充|补充[说道])
        |不少人说|很多人说|坊间|流传|相传|据[^，,。]{1,14}?(?:报道|消息|爆料|透露|称)
        |(?<![据所来小传学解邪假演游劝胡])说(?=[，,：:“\"]|[^，,。]{2,}是)|写(?:着|成)|的写
        |(?:[答问笑叹喊写回讲念补插]道|念|嘀咕|回忆|叹气?|喊|嚷)(?=[，,]?[：:“\"「]))
    """,
    re.VERBOSE,
)
# 朋友说|微粒贷是京东的: right before what is said. 可以说, 也就是说, 如果说 report nobody.
_SAYS = re.compile(
    r"(?<![据所来小传学解邪假演游劝胡以是话该再听么果虽若])说(?:过|道)?(?:(?:[它他她]们?|[这那])[^，,。；;\ue000]{0,6})?$"
)
_NARRATOR = re.compile(
    r"""
    (?:需要?|必须|应当|应该|值得|不得不|有必要)(?:再|特别|着重|首先)?(?:说明|指出|强调|注意|提醒|一提) | 小编
    | 笔者 | 我们 | 本文 | 本人
    | 合同 | 保单 | 条款 | 说明书 | 铭牌 | 证书 | 章程 | 批文
    | 据了解 | 据悉 | 资料显示 | 数据显示 | 公开资料 | 官网 | 公告 | 条例 | 规定
    | 被称 | 人称 | 简称 | 全称 | 又称 | 俗称 | 统称 | 著称 | 昵称 | 职称 | 自称是 | 名称 | 称为 | 称之
    """,
    re.VERBOSE,
)


# 网上说的“…”: a quotation of what people say.
_PEOPLE_SAY = re.compile(
    "(?:网上|网络上|坊间|外面|市面上|有人|别人|大家|人们|他们|商家|卖家|中介|导购|销售|平时|朋友圈里?|群里)[^，,。“”]{0,4}?"
    "(?:说|传|讲|流传|宣传|宣称|写|称|转发?)(?:的|着的?)?[^，,。“”]{0,4}“[^”]*$"
)
# …，书上就是这样写的: what stands before it is what somebody says.
_SAID_SO = re.compile(
    '[”」』"]?[，,][^，,。；;]{0,16}?(?:就|便|都|也|一直)?是?(?:这样|这么|如此)(?:来)?'
    "(?:吹嘘?|说|写|讲|传|宣传|介绍|标|称|叫卖|告诉|回答|解释|吆喝|描述|形容|写道)"
)
# A line that is nothing but a quotation, numbered or not.
_QUOTATION = re.compile(
    r"\s*(?:\d+[.、．)）]|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]|[①-⑳])?\s*(?:[\u4e00-\u9fff]{2,4}[一二三四五六七八九十\d]*[:：])?\s*“[^“”]*”"
)
_OPENING = {"“": "”", "「": "」", "『": "』", "《": "》"}


def _cited(scope: Scope) -> bool:
    """Return whether quotation marks enclose the whole statement: it is mentioned, not made.

    What a notice or a law says is quoted as the article's own source.
    """
    for opening, closing in _OPENING.items():
        at = scope.text.rfind(opening, 0, scope.start)
        if at < 0 or scope.text.find(closing, at, scope.end) >= 0 or scope.text.find(closing, scope.end) < 0:
            continue
        return not _NARRATOR.search(scope.text[max(0, at - 12) : at])
    return False


# 剧中 S 说自己是 V 的: the thing itself says it.
_SAYS_OF_ITSELF = re.compile("(?:说|称|宣称|声称|自诩|自居)(?:自己|自家|其)")


def reported(scope: Scope) -> Hit | None:
    """Return what shows that the article puts into the mouth of another and does not take up itself."""
    lead = scope.text[: scope.start]
    if _QUOTATION.fullmatch(scope.text):
        return Stance.ATTRIBUTED, "“”"
    for found in _SAY.finditer(lead):
        around = lead[max(0, found.start() - 6) : found.end() + 2]
        narrated = _NARRATOR.search(around) and not found.group().startswith("告诉") and found.group()[-1] != "传"
        if not narrated and not turned(scope, found.end()):
            return Stance.ATTRIBUTED, found.group()
    if (spoken := _SAYS.search(lead)) and not _NARRATOR.search(re.split("[，,]", lead)[-1][-12:]):
        return Stance.ATTRIBUTED, spoken.group()
    if so := _SAID_SO.match(scope.text, scope.end):
        return Stance.ATTRIBUTED, so.group()
    if people := _PEOPLE_SAY.search(lead):
        return Stance.ATTRIBUTED, people.group()
    if own := _SAYS_OF_ITSELF.search(scope.text, scope.start, scope.cue):
        return Stance.ATTRIBUTED, own.group()
    if saying := called(scope):
        return Stance.ATTRIBUTED, saying.group()
    if _cited(scope):
        return Stance.ATTRIBUTED, "“”"
    somebody = distant(lead)
    if somebody and not turned(scope, somebody.end()):
        return Stance.ATTRIBUTED, somebody.group()
    return None
