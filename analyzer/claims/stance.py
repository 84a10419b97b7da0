"""How a clause puts its claim: asserted, asked, supposed, planned, hedged, reported, denied or negated."""

import re
from dataclasses import dataclass

from analyzer.claims.clauses import Sentence
from analyzer.model import Stance

# Cues are closed classes of Chinese function words and verbs of saying; none names a field or a thing.
_ASK_END = re.compile(r"(?:吗|么|嘛|呢|吧|不成)[？?”\"』」]*$")
_ASK = re.compile(
    r"是不是|是否|有没有|能不能|会不会|算不算|属不属于|可不可以|要不要|该不该|上不上|([\u4e00-\u9fff])不\1(?![\u4e00-\u9fff]?不)|到底|究竟|难道|怎么可能|"
    r"怎么会|岂|何以|(?<![一-鿿])为何|为什么|哪(?:家|个|里|儿|些|种|款|一|所|部|位|年|国|座)|什么(?!的)|谁(?!都|也)|多少(?!有)|几(?:年|个|家|岁|天|号)(?:前|后)?[？?]|如何|怎样|怎么"
)
_NOT_ASK = re.compile(r"无论|不管|不论|谁都|谁也|什么都|怎么都|不知不觉|没什么|多少有")
_OR = re.compile(r"(?<!仍)(?<!也)还是")
_IF = re.compile(
    r"如果|假如|倘若|假使|假设|若是|要是|万一|倘使|假若|一旦|除非|只要|即使|即便|就算|哪怕|(?<![\u4e00-\u9fff])若(?!干)|如若|倘|的话(?=[，,。！]|$)"
)
_IF_END = re.compile(r"的话[，,。！”]?$|的时候[，,]?$")
_PLAN = re.compile(
    r"拟(?!人|态|合)|计划(?:于|在|将|把|由)|预计|有望|即将|将要|打算|准备(?:在|于|由|将)|考虑(?:过)?|未来(?!的)|尚未|筹备中|定档|"
    r"将(?=于|在|成为|并入|由|会|推出|上映|上线|播出|首播|登陆)|有意|待定"
)
_HEDGE = re.compile(
    r"可能|或许|也许|似乎|疑似|据说|听说|好像|应该是|恐怕|传闻|据传|貌似|大概是|或是|仿佛|说不定|未必|不确定|有待"
)
_NOT_HEDGE = re.compile(r"不可能|尽可能|可能性")
_SAY = re.compile(
    r"(?:[声宣]?称|表示|认为|指出|透露|爆料|坦言|强调|回应|介绍说|说道|写道|直言|猜测|推测|质疑|留言|评论说|网传|有人说|有人称|"
    r"有文章|有网友|有观点|有说法|有资料|有媒体|不少人说|很多人说|坊间|流传|相传|据[^，,。]{1,14}?(?:报道|消息|爆料|透露|称)|"
    r"(?<![据所来])说(?=[，,：:“\"]|[^，,。]{2,}是)|写(?:着|成)|的写)"
)
_NARRATOR = re.compile(
    r"小编|笔者|我们|本文|本人|据了解|据悉|资料显示|数据显示|公开资料|官网|公告|条例|规定|声称自己|被称|号称|人称|简称|全称|又称|俗称|统称|著称|昵称|职称|人称|自称是|名称|称为|称之"
)
_DENY = re.compile(
    r"谣言|不实|误传|辟谣|误区|假消息|假新闻|子虚乌有|没有(?:任何)?依据|毫无依据|不符合事实|并非事实|不是事实|并不属实|不属实|纯属(?:虚构|捏造|误解)|"
    r"是(?:完全)?错(?:误)?的|不正确|说法(?:有误|错误|不对|站不住脚)|不靠谱|以讹传讹|张冠李戴|混为一谈|误解|不准确"
)
_BELIEVE = re.compile(r"误以为|误认为|以为|误当成|当成|误会|误解为|错当|误写")
_TURN = re.compile(r"^(?:[”\"』」])?(?:其实|实际上|事实上|但|然而|不过|而是|真相是|正确的|真实的)")
_NEGATOR = re.compile(
    r"并不是|并非|绝非|绝不是|从来不是|从不是|不再是|不再|不是|不属于|并不|从未|从来不|从不|绝不|没有|没|未曾|未(?!来|必|经)|不会|不能|不|非(?!常|典型|洲)|无(?!论|疑|需|不)|"
    r"(?:子虚乌有)"
)
_NOT_NEGATOR = re.compile(
    r"不仅|不但|不只|不光|不单|不得不|不少|不断|不久|不同|不过|不限|不愧|不料|不妨|不论|不管|不可否认|不容|不错|不可或缺|不可不|不外乎|不由|不免|非常|非营利|非盈利|"
    r"无论|无疑|未来|没想到|没错|没有之[一前]|不已|不止|不乏|不得|不一样|不要|不用|不必|不知"
)
_PAST = re.compile(
    r"曾(?!孙|祖|经理)|当时|早年|早期|此前|之前|以前|过去|最初|起初|原先|原来(?!是)|早些年|那时|昔日|前身|(?<![\u4e00-\u9fff])原(?=[\u4e00-\u9fff])"
)


@dataclass(frozen=True, slots=True)
class Put:
    """The stance of a claim, the words that decided it, and how often the predicate is negated."""

    stance: Stance
    cues: tuple[str, ...]
    negations: int
    past: bool


def put(sentence: Sentence, start: int, end: int, cue: tuple[int, int], follow: str, lead: int) -> Put:
    """Return how a claim is put.

    ``start:end`` is the claim's span, ``cue`` that of its cue, ``follow`` the text of the next sentence (a denial may
    stand there), ``lead`` where the predicate of the claim begins (after its subject, where that stands before it).
    """
    text = sentence.masked
    first, last = sentence.segment_at(start), sentence.segment_at(max(start, end - 1))
    clause_start, clause_end = sentence.segments[first][0], sentence.segments[last][1]
    clause = text[clause_start:clause_end]
    head = text[clause_start:end]
    before = text[: sentence.segments[sentence.segment_at(cue[0])][0]]
    past = bool(_PAST.search(text[sentence.segments[sentence.segment_at(cue[0])][0] : clause_end]))
    negations = _negations(text[lead : cue[1]])
    found = (
        _denied(sentence, clause, start, end, follow)
        or _asked(text, clause, clause_start, clause_end)
        or _supposed(sentence, cue, clause, clause_start, end)
        or _first(_PLAN, head, Stance.PLANNED)
        or _reported(text, start, before, clause, clause_start)
        or _hedged(text, start, clause, clause_start)
    )
    if found:
        return Put(found[0], (found[1],), negations, past)
    if negations == 1:
        return Put(Stance.NEGATED, ("不",), 1, past)
    return Put(Stance.ASSERTED, (), negations, past)


Hit = tuple[Stance, str]


def _first(pattern: re.Pattern[str], text: str, stance: Stance) -> Hit | None:
    found = pattern.search(text)
    return (stance, found.group()) if found else None


def _negations(text: str) -> int:
    text = _NOT_NEGATOR.sub("", text)
    return len(_NEGATOR.findall(text))


def _denied(sentence: Sentence, clause: str, start: int, end: int, follow: str) -> Hit | None:
    text = sentence.masked
    if found := _DISTANT.search(text[:start]):
        return Stance.DENIED, found.group()
    believe = _BELIEVE.search(text[:end])
    if believe and not _turned(sentence, believe.end(), start):
        return Stance.DENIED, believe.group()
    deny = _DENY.search(text)
    # After the denial 其实 … states what is right; before it stands what is denied.
    if deny and (deny.start() >= end or (deny.end() <= start and not _turned(sentence, deny.start(), start))):
        return Stance.DENIED, deny.group()
    opening = follow[:30]
    if re.match(r"(?:但|而|其实|不过)?(?:这|此|上述|该|以上)(?:种|一|类|个|些|是|其实|显然|完全)", opening) and (
        found := _DENY.search(opening)
    ):
        return Stance.DENIED, found.group()
    if re.match(r"(?:其实不然|其实并非|显然不可能|不可能|事实并非如此|并非如此|恰恰相反|显然不是|当然不是)", opening):
        return Stance.DENIED, opening[:6]
    tail = text[end:]
    if found := re.search(r"其实不然|并非如此|事实并非", tail):
        return Stance.DENIED, found.group()
    return None


def _turned(sentence: Sentence, since: int, start: int) -> bool:
    """Return whether a clause between two places turns to what is true (其实 …, 实际上 …)."""
    return any(_TURN.match(sentence.masked[a:b]) for a, b in sentence.segments if since <= a <= start)


def _asked(text: str, clause: str, clause_start: int, clause_end: int) -> Hit | None:
    if re.search(r"[？?][”\"』」）)]*$", text):
        return Stance.QUESTION, "？"
    if found := _ASK_END.search(clause) or re.search(r"[吗嘛][？?”\"]*$", text):
        return Stance.QUESTION, found.group()
    asked = _ASK.search(clause)
    if asked and not _NOT_ASK.search(clause):
        return Stance.QUESTION, asked.group()
    if (found := _OR.search(clause)) and not re.search(r"(?:都|也|仍|依然|最后|最终|毕竟|终究)还是", clause):
        return Stance.QUESTION, found.group()
    if found := re.search(r"难道|怎么可能|有人问|请问|想知道|不知道?(?!不觉)[^，,]{0,6}是不是", text[:clause_end]):
        return Stance.QUESTION, found.group()
    return None


def _supposed(sentence: Sentence, cue: tuple[int, int], clause: str, clause_start: int, end: int) -> Hit | None:
    k = sentence.segment_at(cue[0])
    if found := _IF.search(clause[: max(0, end - clause_start)]) or _IF_END.search(clause):
        return Stance.HYPOTHETICAL, found.group()
    for at in range(k - 1, -1, -1):
        a, b = sentence.segments[at]
        piece = sentence.masked[a:b]
        if found := _IF.search(piece):
            return Stance.HYPOTHETICAL, found.group()
    return None


# 也有人说, 有的文章写: the article keeps its distance from what it lists as a saying of others.
_DISTANT = re.compile(
    r"(?:也有|还有|有的|有些|不少|一些|个别|另有)[^，,。]{0,6}?(?:说|称|写|认为|以为|传|误|觉得|当成)"
)


def _reported(text: str, start: int, before: str, clause: str, clause_start: int) -> Hit | None:
    lead = text[:start]
    for found in _SAY.finditer(lead):
        around = lead[max(0, found.start() - 6) : found.end() + 2]
        if not _NARRATOR.search(around):
            return Stance.ATTRIBUTED, found.group()
    return None


def _hedged(text: str, start: int, clause: str, clause_start: int) -> Hit | None:
    cleaned = _NOT_HEDGE.sub("", clause)
    if found := _HEDGE.search(cleaned):
        return Stance.HEDGED, found.group()
    if found := re.search(r"据说|听说|据传|传闻|疑似|似乎", text[:start]):
        return Stance.HEDGED, found.group()
    return None
