"""Claims that the article asks."""

import re

from analyzer.claims.clauses import Sentence
from analyzer.claims.stance.scope import Hit, Scope
from analyzer.model import Stance

MAX_TAG = 16  # characters of a tag question (这话对吗 谢谢); a longer clause asks about itself
# A particle of asking at the end of its clause, or of what looks like one (吗 谢谢); 没有 at the very end asks too.
_PARTICLE = re.compile(
    r"""
    (?:(?<!好)吗|么|嘛|不成)(?=$|[\s，,。！!？?~～…”\"』」）)]) | (?:呢|吧)(?=$|[。！!？?”\"])
    | (?:了没有|没有|了没)[？?]?$ | 真的假的
    """,
    re.VERBOSE,
)
_OR_NOT = re.compile(r"[^，,。；;]{0,6}?没有?(?:\s*(?:谢谢|求[^，,。]{1,4}|在线等|急)[^，,。]{0,4})?$")
_TAG = re.compile(
    r"""
    (?:是真的|真的|对|是这样|靠谱|可信|属实|正确|没错|可靠|准确)(?:吗|么|嘛) | 是不是真的 | 真的假的 | 对不对
    | 是真是假 | (?:该不该|要不要|能不能|敢不敢|可不可以|应不应该|能|可以|该|敢)(?:信|相信|当真|照做)(?:[吗么]|[？?]|$)
    | 是吗 | 对吧 | 是吧 | (?:总|应该|肯定)?(?:没|不会)(?:说|记|搞|弄)?错吧
    | [你您](?:信|觉得)[^，。]{0,4}吗 | [你您](?:还是)?[^，。]{0,3}信不信
    | [你您]信还是不信 | [你您](?:认为|觉得|说|选|看)(?:呢|哪|怎样|对)| [你您]?同意(?:吗|这)
    """,
    re.VERBOSE,
)
_ASKED_BY = re.compile(
    r"""
    难道 | 怎么可能 | 有人问 | 请问 | 想知道 | 想问 | 问一下 | 咨询 | 不知道?(?!不觉)[^，,]{0,6}是不是 | 为啥
    | 为什么
    """,
    re.VERBOSE,
)
_NOT_OR = re.compile(r"(?:都|也|仍|依然|最后|最终|毕竟|终究|终归|总归)还是")
_ASK = re.compile(
    r"""
    是不是 | 是否 | 有没有 | 能不能 | 会不会 | 算不算 | 属不属于 | 可不可以 | 要不要 | 该不该 | 上不上
    | ([\u4e00-\u9fff])不\1(?![\u4e00-\u9fff]?不) | 到底 | 究竟 | 难道 | 怎么可能 | 怎么会 | 岂 | 何以
    | (?<![\u4e00-\u9fff])为何 | 为什么 | 为啥 | 凭啥 | 凭什么 | 哪(?:家|个|里|儿|些|种|款|一|所|部|位|年|国|座)
    | 什么(?!的) | 谁(?!都|也) | 多少(?!有) | 几(?:年|个|家|岁|天|号)(?:前|后)?[？?] | 如何 | 怎样 | 怎么
    """,
    re.VERBOSE,
)
_NOT_ASK = re.compile(
    r"""
    (?:不是|没有|算不上|谈不上|并非)(?:一[个种款])?什么 | 无论 | 不管 | 不论 | 谁都 | 谁也 | 什么都 | 怎么都
    | 不知不觉 | 没什么 | 多少有
    """,
    re.VERBOSE,
)
_OR = re.compile(r"(?<!仍)(?<!也)还是")
# 有人说是 A，也有人说是 B: the article leaves it open.
_VOICES = re.compile(
    r"""
    有(?:的|些)?(?:人|网友|文章|资料|读者|用户)[^，,。]{0,4}(?:说|称|认为|觉得|讲|传)
    | (?<=，)有的(?:说|称|认为)
    """,
    re.VERBOSE,
)
# A prepositional phrase or verb after 还是 goes on with the one statement: 还是由 V 生产, 还是属于 V.
# 课本上说 S 是 V，…，都可以？ · 号称 S 是 V，不知依据为何？ · 既然 S 是 V，为什么 …？
_HEARD = re.compile(
    "(?:书上|课本|网上|文章|教材|有人|同事|朋友|老师|贵刊|电视)[^，,。]{0,6}(?:说|写|称|讲)|号称|据说|听说|既然|都说"
)
# 判断：…, 第9题，改错：…: an exercise.
_EXERCISE = re.compile(
    "排除[a-h①-④]项?[:：,，]|(?:错题|易错题?)[^，,。]{0,4}[:：]|(?:判断(?:对错|正误)?|改错|选择|填空|单选|多选|抢答|错)题?[:：]"
)
_STILL = re.compile(
    r"""
    由 | 被 | 在 | 从 | 按 | 用 | 归 | 属于 | 隶属 | 采用 | 沿用 | 执行 | 叫 | 以
    """,
    re.VERBOSE,
)
_CHOOSES = re.compile(r"是|为|属于|叫|由|[高低大小多少好坏快慢长短早晚贵]$")


def _unlike(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether 还是 stands between names of unlike things, which are no choice: 那时 S 还是 V 生产的."""
    left = next((m for m in sentence.mentions if m.end == start), None)
    right = next((m for m in sentence.mentions if m.start == end), None)
    return left is not None and right is not None and not left.types & right.types


def _choice(scope: Scope) -> re.Match[str] | None:
    """Return the 还是 that asks between two things; after an attribute or before 由 it says that nothing changed."""
    own = scope.own
    for found in _OR.finditer(own):
        ahead = own[: found.start()]
        since = re.split('[\ue000\ue001]+[》”"』」]?', ahead)[-1]
        if not since and _STILL.match(own, found.end()) and not _CHOOSES.search(ahead):
            continue
        told = scope.clause[0] + found.start()
        if told < scope.cue_end and _unlike(scope.sentence, told, told + len(found.group())):
            continue
        if (
            since
            and not _CHOOSES.search(ahead)
            and (told == scope.cue_end or since.endswith("的"))
            and scope.end > told
        ):
            continue
        return found
    return None


def asked(scope: Scope) -> Hit | None:
    """Return what shows that the article asks, in a question of its own form or with a tag after it."""
    text, own = scope.text, scope.own
    rest = text[scope.start : scope.clause[1] + 1]
    if found := _PARTICLE.search(rest):
        return Stance.QUESTION, found.group()
    if found := _OR_NOT.match(text, scope.end, scope.clause[1]):
        return Stance.QUESTION, found.group()
    asked = _ASK.search(own)
    if asked and not _NOT_ASK.search(own):
        return Stance.QUESTION, asked.group()
    if (found := _choice(scope)) and not _NOT_OR.search(own):
        return Stance.QUESTION, found.group()
    if text.rstrip('”"』」 ').endswith(("？", "?")) and (found := _HEARD.search(text[: scope.start])):
        return Stance.QUESTION, found.group()
    if found := _EXERCISE.search(text[: scope.start]):
        return Stance.QUESTION, found.group()
    final = scope.sentence.segments[-1]
    if re.search(r"[？?][”\"』」）)\s]*$", text) and (final[0] < scope.clause[1] or _OR.search(text[scope.end :])):
        return Stance.QUESTION, "？"
    tag = text[final[0] :] if final[0] >= scope.end else text[scope.end :]
    if len(tag) <= MAX_TAG and (found := _TAG.search(tag)):
        return Stance.QUESTION, found.group()
    if (found := _TAG.search(scope.follow[:12])) and len(scope.follow) < 14:
        return Stance.QUESTION, found.group()
    if len(voices := _VOICES.findall(text)) > 1:
        return Stance.QUESTION, voices[0]
    if found := _ASKED_BY.search(text[: scope.start]):
        return Stance.QUESTION, found.group()
    return None
