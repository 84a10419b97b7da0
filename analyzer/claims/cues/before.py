"""Cues whose value stands before: V 推出的 S, S 由 V 推出, S 于 V 上映."""

import re
from collections.abc import Sequence
from dataclasses import replace

from analyzer.claims import attach, lexicon, slots, stance, topics, unknown
from analyzer.claims.clauses import Sentence
from analyzer.claims.cues.binding import CLEFT, COPULAS, emit, ends_nominal, nominal_predicate, subject_left
from analyzer.claims.gaps import link_gap, nominal
from analyzer.claims.grammar import Cue
from analyzer.claims.mentions import CLOSING
from analyzer.claims.slots import Slot, continues
from analyzer.claims.statement import Carry, Statement
from analyzer.claims.topics import Subject
from analyzer.model import Cardinality
from analyzer.words import tagged


def value_before(sentence: Sentence, cue: Cue, start: int, end: int, carry: Carry) -> list[Statement]:
    """Return what a cue at ``start:end`` says with the value left of it."""
    core = cue.core
    follow = re.match(rf"[^，,。；;]{{0,12}}?{_either(core.follow)}", sentence.text[end:]) if core.follow else None
    if core.follow and not follow:
        return []
    if core.possessed:
        return _possessed(sentence, cue, start, end, carry)
    values = _values_left(sentence, cue, start)
    if len(core.cue) == 1 and values and not (values[-1].end == start and _COMPLETE.match(sentence.text, end)):
        return []
    if not values and core.direct and core.right and cue.values and not core.located:
        stated = _agent_head(sentence, cue, start, end) or _agent_topic(sentence, cue, start, end)
        if stated:
            return stated
    if not values and cue.values and not core.located and cue.predicate.cardinality is not Cardinality.MULTI:
        values = unknown.before(sentence, start)
    if not values:
        return []
    span = (values[0].start, end)
    if (this := _SAME_THING.match(sentence.masked, end)) and not core.located:
        return _of_topic(sentence, cue, values, (start, end), this.end(), carry)
    if core.left and (cleft := CLEFT.match(sentence.text, end + (follow.end() if follow else 0))):
        return _cleft_object(sentence, cue, values, (start, end), cleft.end())
    belongs = not _noun_cue(cue)
    right = attach.after(sentence, end, cue.subjects, core.direct, belongs) if core.right else None
    if right is not None and core.left and "，" in sentence.gap(end, right.mentions[0].start).replace(",", "，"):
        nearer = attach.before(sentence, span[0], cue.subjects, False, span)
        if nearer is not None and nearer.how == "clause":
            return emit(sentence, cue, nearer, values, span, (start, end), "agent")
    if right is not None:
        frame = "attributive" if right.how == "head" else "object"
        return emit(sentence, cue, right, values, span, (start, end), frame)
    if not core.left:
        return []
    return _agent_left(sentence, cue, values, (start, end), carry)


def _values_left(sentence: Sentence, cue: Cue, start: int) -> list[Slot]:
    """Return the values left of a cue that starts at ``start``."""
    core = cue.core
    verb = core.direct or not core.left or core.located
    possessor = bool(core.follow) and tagged(core.cue)[-1][1][0] in "nab"
    values = slots.before(sentence, start, cue.predicate, cue.values, verb, core.loose, possessor)
    values = slots.measured(sentence, values, core.unit, core.bounded)
    if values and core.located and not re.search(r"(?:在|于)[《“\"]?$", sentence.text[: values[0].start]):
        return []
    return values


def _of_topic(
    sentence: Sentence, cue: Cue, values: Sequence[Slot], at: tuple[int, int], stop: int, carry: Carry
) -> list[Statement]:
    """某某创办的这家公司: the relative clause speaks of the topic."""
    k = sentence.segment_at(at[0])
    topic = topics.carried(sentence, k, cue.subjects, True, cue.core.role) if k else None
    far = topic is None
    topic = topic or carry(cue.subjects, True)
    return emit(sentence, cue, topic, values, (values[0].start, stop), at, "attributive", far)


# 是[广州的] S, 是“S”
_MODIFIERS = re.compile('(?:[^，,。；;：:]{1,12}的)?[《“"『「]?')


def _cleft_object(
    sentence: Sentence, cue: Cue, values: Sequence[Slot], at: tuple[int, int], position: int
) -> list[Statement]:
    """V [设计]的是 S: of nothing else, whether the table knows what follows or not."""
    m = next((m for m in sentence.mentions if m.start >= position and m.types & cue.subjects), None)
    if m is None or continues(sentence, m) or not _MODIFIERS.fullmatch(sentence.gap(position, m.start)):
        return []
    return emit(sentence, cue, Subject((m,), "object"), values, (values[0].start, m.end), at, "object")


# 1976年[生]，: a verb of one character counts only right after its date and at the end of its phrase.
_COMPLETE = re.compile("人|的|$|[，,。；;、！!）)]")
_SAME_THING = re.compile(rf"的(?:这一?{lexicon.either('measures')}|该){lexicon.either('classnouns')}")


def _intransitive(sentence: Sentence, cue: Cue, values: Sequence[Slot], at: tuple[int, int]) -> bool:
    """Return whether a bare V before a verb may be its only subject: a place or date hangs on it, or V fits as S."""
    if cue.values & cue.subjects or sentence.text[at[1] : at[1] + 1] in ("于", "在"):
        return True
    return any(values[-1].end <= d.start and d.end <= at[0] for d in sentence.dates)


def _noun_cue(cue: Cue) -> bool:
    """Return whether the template is V [noun] S, a title in apposition."""
    if not cue.values or not cue.core.template.startswith("{V}") or cue.core.direct:
        return False
    return tagged(cue.core.cue)[-1][1] in ("n", "nz", "nr", "nt")


def _either(words: Sequence[str]) -> str:
    return "(?:" + "|".join(map(re.escape, words)) + ")"


_JOINED = re.compile("以及|和|与|及|还有|跟|同|连同|外加|加上")


_AT = re.compile('(?:在|于|到|登陆|进驻|入驻)[《“"『「]?$')


def _agent_left(
    sentence: Sentence, cue: Cue, values: Sequence[Slot], at: tuple[int, int], carry: Carry
) -> list[Statement]:
    """S 由 V [cue] · S，V [cue] · S 是 V [cue] 的 N."""
    start, end = at
    span = (values[0].start, end)
    inner = [m for m in sentence.mentions if values[-1].end <= m.start and m.end <= start and m.types & cue.subjects]
    if inner and cue.predicate.value_types[0] == "date":
        last = inner[-1]
        if _AT.search(sentence.text[values[-1].end : last.start]):
            return []  # 于2012年在 S 上线: S is where it happens
        if re.search("[”」』]", sentence.masked[values[-1].end : last.start]):
            return []  # “S 建于 V1”应为“S 建于 V2”: the date belongs to the quotation that ends
        if link_gap(sentence.gap(last.end, start), False) and not object_follows(sentence, end, dated=True):
            return emit(sentence, cue, Subject((last,), "adjacent"), values, span, at, "date-topic")
        return []
    follow = sentence.text[end : end + 1]
    segment = sentence.segments[sentence.segment_at(start)][0]
    link = sentence.gap(segment, span[0])
    if _JOINED.match(link) and not COPULAS.search(link) and "由" not in link:
        return []  # A、B，以及 V 旗下的 N: a further member of the list, nothing said of the topic
    bracketed = sentence.masked[: span[0]].endswith(("(", "（"))
    if _noun_cue(cue) and follow != "的" and not bracketed and not COPULAS.search(link) and "由" not in link:
        return []  # {V}总统{S}: without a copula the subject must stand in its slot
    predicated = nominal_predicate(sentence, cue, span[0], end)
    marked = bracketed or follow == "的" or re.search("由|被|是|为|系|归|[在以从用]$", link)
    if cue.values and not marked and _intransitive(sentence, cue, values, at):
        return []  # …，而 V 成立于2014年: V is the subject of its own verb, not the agent of the topic
    counted = predicated and re.match("一|[两三四几]", follow)
    belonging = predicated and not cue.core.direct and ends_nominal(sentence, end)  # S 是 V 旗下[产品]
    placed = cue.core.cue.endswith(("于", "在"))  # V 生于某地: the place is no object
    followed = bool(cue.core.follow)  # 列入[人类非物质文化遗产]: the template has the object
    if not followed and object_follows(sentence, end, not cue.values) and not counted and not belonging and not placed:
        return []
    if follow == "的" and not predicated and not ends_nominal(sentence, end):
        return []
    subject, carried = subject_left(sentence, cue, span[0], span, carry, role=False)
    return emit(sentence, cue, subject, values, span, at, "agent", carried)


_CLEFT = re.compile("[一-鿿]{0,4}?(?:其实|实际上|一直|正|就|则|却|才|并非|并不|不)?(?:是|为)(?=[^，,。；;]{0,8}$)")


def _agent_head(sentence: Sentence, cue: Cue, start: int, end: int) -> list[Statement]:
    """[生产] S 的 V: the agent is the head of the relative clause that the verb opens."""
    right = attach.after(sentence, end, cue.subjects, cue.core.direct)
    if right is None or "的" in sentence.gap(end, right.mentions[0].start):
        return []
    last = right.mentions[-1].end
    agent = next((m for m in sentence.mentions if m.start >= last), None)
    if agent is None or not agent.types & cue.values or continues(sentence, agent):
        return []
    gap = sentence.gap(last, agent.start).lstrip(CLOSING)
    gap = re.sub("^的[，,](?=[是为])", "的", gap)
    rest = _CLEFT.sub("", gap[1:])  # 代理 S 的是 V, 开发 S 的公司是 V, 发现 S 的，是她的师兄 V
    if not gap.startswith("的") or not nominal(rest.rpartition("的")[2]) or re.search("[，,。；;]", rest):
        return []
    return emit(sentence, cue, right, [slots.entity_slot(agent)], (start, agent.end), (start, end), "agent-head")


def _agent_topic(sentence: Sentence, cue: Cue, start: int, end: int) -> list[Statement]:
    """V … [创办] 了 S: the agent is the subject of the clause or of a clause before it."""
    right = attach.after(sentence, end, cue.subjects, cue.core.direct)
    if right is None:
        return []
    first = right.mentions[0]
    agent = attach.before(sentence, start, cue.values, False, (first.start, right.mentions[-1].end))
    if agent is None:
        agent = attach.serial(sentence, start, cue.values)
    if agent is None or agent.mentions[-1].end > start:
        return []
    values = [slots.entity_slot(m) for m in agent.mentions]
    made = emit(sentence, cue, right, values, (start, end), (start, end), "agent-topic")
    # The negation stands between agent and verb, outside of what leads from subject to cue.
    clause = sentence.segments[sentence.segment_at(start)][0]
    negations = stance.count_negations(sentence.masked[max(clause, agent.mentions[-1].end) : start])
    return [replace(s, negations=negations) for s in made]


def _possessed(sentence: Sentence, cue: Cue, start: int, end: int, carry: Carry) -> list[Statement]:
    """S 是 V 的 [产品]: a copula must stand before the value and the clause must end with the noun."""
    values = slots.possessors(sentence, start, cue.values)
    if not values or not re.match(r"[》”\"』」]?(?:$|[，,。；;！!]|之一|凭借|随着|作为|因此)", sentence.text[end:]):
        return []
    segment = sentence.segments[sentence.segment_at(start)][0]
    if not COPULAS.search(sentence.gap(segment, values[0].start)):
        return []
    span = (values[0].start, end)
    subject, carried = subject_left(sentence, cue, span[0], span, carry, role=False)
    return emit(sentence, cue, subject, values, span, (start, end), "possessed", carried)


# A footnote's number after the last word of a clause, and what closes a series of verbs.
_FOOTNOTE = re.compile(r"\d{1,4}(?=$|[。！!，,；;])")
_CLOSES = re.compile(r"$|[。！!，,；;、）)]|的|于|至今|以来")


def object_follows(sentence: Sentence, end: int, dated: bool = False) -> bool:
    """Return whether the cue verb that ends here takes an object that is not the subject looked for.

    ``dated``: the value is a time, so that a noun of action right after the verb is a further verb.
    """
    rest = re.match(r"(?:了|过|着)?([\u4e00-\u9fff\ue000a-z0-9《“]{0,8})", sentence.masked[end:])
    if not rest or not rest[1] or _FOOTNOTE.match(sentence.masked, end):
        return False
    words = tagged(rest[1])
    word, kind = words[0]
    if (kind == "v" or (kind == "vn" and dated)) and _CLOSES.match(
        rest[1] + sentence.masked[rest.end() + end :], len(word)
    ):
        return False  # 研发生产, 通车运营: a series of verbs
    if word in (
        "的",
        "以来",
        "后",
        "之后",
        "时",
        "至今",
        "并",
        "于",
        "在",
        "而成",
        "成",
        "之初",
        "以后",
        "一",
        "及",
        "和",
        "与",
        "或",
    ):
        return word == "一" and len(words) > 1
    if word == "《" or word == "“" or word == "\ue000":
        return True
    if kind == "v" and len(words) > 1 and words[1][1][0] == "n":
        return True  # 成立[投资公司]
    return kind[0] in "nmrjls" or kind in ("nz", "vn", "b", "a")
