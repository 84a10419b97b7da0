"""From a cue to statements: the value before or after it, and the subject that the grammar gives it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from analyzer.claims import attach, lexicon, slots, stance, unknown
from analyzer.claims.attach import Subject
from analyzer.claims.clauses import Sentence
from analyzer.claims.gaps import link_gap, nominal
from analyzer.claims.grammar import Cue
from analyzer.claims.mentions import CLOSING, Mention
from analyzer.claims.pairing import pairs
from analyzer.claims.slots import Slot, continues
from analyzer.claims.statement import Carry, Statement
from analyzer.claims.templates import Kind
from analyzer.model import Cardinality, TextValue, Truth
from analyzer.words import tagged

_COPULA = re.compile(
    r"(?:就是|则是|正是|便是|乃是|也是|都是|均是|均为|都为|皆为|是|为|系|乃|作为|属于|成为|即|并非|绝非)"
)


def of_cue(sentence: Sentence, cue: Cue, start: int, end: int, carry: Carry) -> list[Statement]:
    """Return the statements of one cue that stands at ``start:end`` of a sentence."""
    match cue.core.kind:
        case Kind.ALONE:
            return _alone(sentence, cue, start, end, carry)
        case Kind.AFTER:
            return _after(sentence, cue, start, end, carry)
        case Kind.BEFORE:
            return _before(sentence, cue, start, end, carry)
        case Kind.BETWEEN:
            return _between(sentence, cue, start, end, carry)


def _subject(
    sentence: Sentence, cue: Cue, position: int, taken: tuple[int, int], carry: Carry, role: bool
) -> tuple[Subject | None, bool]:
    """Return the subject left of a core and whether it comes from an earlier sentence."""
    scalar = not cue.values
    found = attach.before(sentence, position, cue.subjects, role, taken, scalar, cue.core.reach)
    if found is not None:
        return found, False
    described = attach.opens_clause(sentence, position, cue.subjects, role, taken, cue.core.reach)
    if described is None:
        return None, False
    return carry(cue.subjects, described), True


def _emit(
    sentence: Sentence, cue: Cue, subject: Subject | None, values: Sequence[Slot], core: tuple[int, int],
    at: tuple[int, int], frame: str, carried: bool = False,
) -> list[Statement]:  # fmt: skip
    if subject is None or not values:
        return []
    out = []
    for mention, slot in pairs(sentence, subject, values, carried):
        if not carried and (mention.start < slot.end and slot.start < mention.end):
            continue
        if not carried and continues(sentence, mention):
            continue
        start, end = core
        lead = core[0]
        if not carried:
            start, end = min(start, mention.start), max(end, mention.end)
            lead = min(mention.end, core[0])
            lead = max(lead, sentence.segments[sentence.segment_at(core[0])][0])
        else:
            lead = sentence.segments[sentence.segment_at(core[0])][0]
        certain = slot.certain and subject.certain
        out.append(
            Statement(
                cue.predicate, mention, slot, start, end, at, lead, cue.core.template, frame, subject.how, certain,
                carried=carried,
            )
        )  # fmt: skip
    return out


def _alone(sentence: Sentence, cue: Cue, start: int, end: int, carry: Carry) -> list[Statement]:
    at = start
    if cue.core.lead == "是" and re.match("的[\u4e00-\u9fff]", sentence.text[end:]):
        return []  # 是[直辖市]的候选: the cue is not the head
    if cue.core.lead:
        # 是[一种]…[cue]: the copula or verb of the template stands before the cue, modifiers between them.
        begin = sentence.segments[sentence.segment_at(start)][0]
        linked = cue.core.lead in ("是", "属于", "为", "系")
        lead = r"(?:是|属于|为|系|并非|绝非)" if linked else re.escape(cue.core.lead)
        found = re.search(rf"{lead}([^，,。；;：:\ue000]{{0,12}})$", sentence.masked[begin:start])
        if found is None or not nominal(found[1].rpartition("的")[2]):
            return []
        at = begin + found.start()
        if found.group().startswith(("并非", "绝非")):
            at += 2  # the negation stands before the cue, where it is counted
    if (head := _modified(sentence, cue, at, end)) is not None:
        return [head]
    subject, carried = _subject(sentence, cue, at, (start, end), carry, role=False)
    if subject is not None and _conditional(sentence, subject, start, carried):
        return []
    value = Slot(start, end, Truth(true=True))
    return _emit(sentence, cue, subject, [value], (at, end), (at, end), "boolean", carried)


def _modified(sentence: Sentence, cue: Cue, at: int, end: int) -> Statement | None:
    """[支持防水]的 S: a yes/no cue in an attribute says so of the noun."""
    opening = re.compile('的[《“"『「]?').match(sentence.text, end)
    m = next((x for x in sentence.mentions if opening and x.start == opening.end()), None)
    if m is None or not m.types & cue.subjects or continues(sentence, m):
        return None
    begin = sentence.segments[sentence.segment_at(at)][0]
    if _CONDITION.search(sentence.gap(begin, at)):
        return None
    value = Slot(at, end, Truth(true=True))
    negations = stance.count_negations(sentence.masked[max(begin, at - 4) : at])
    return Statement(
        cue.predicate, m, value, at, m.end, (at, end), at, cue.core.template, "boolean-head", "head",
        negations=negations,
    )  # fmt: skip


# A yes/no statement under a condition (逾期一天不…, 仅在…时才…) is another statement than the bare one.
_CONDITION = re.compile(
    r"(?<![\d零〇])(?:\d{1,3}|[一二三四五六七八九十两几]{1,3})(?:天|日(?!\S{0,2}起)|个月|年(?!\d)|期|次)|[时后前内](?:$|[不没未也都会要])|只有|仅|才|部分|有的|有些|某些"
)


def _conditional(sentence: Sentence, subject: Subject, start: int, carried: bool) -> bool:
    """Return whether a condition stands between the subject and a yes/no cue."""
    begin = sentence.segments[sentence.segment_at(start)][0]
    if not carried:
        begin = max(begin, subject.mentions[-1].end)
    return bool(_CONDITION.search(sentence.gap(min(begin, start), start)))


# Nouns that make another word of the noun before them: 高度|差, 面积|图, 票房|榜.
_RUNS_ON = frozenset("差图率值线表权力榜比")


def _after(sentence: Sentence, cue: Cue, start: int, end: int, carry: Carry) -> list[Statement]:
    core = cue.core
    if core.lead:
        led = re.search(_LED.format(re.escape(core.lead)), sentence.masked[:start])
        return _led(sentence, cue, start, end, led.start(), carry) if led else []
    if core.role and (denied := _NOT.match(sentence.text, end)):
        return _corrected(sentence, cue, (start, end), denied.end(), carry)
    values = _values_right(sentence, cue, end)
    if values is None:
        return []
    if not values and core.role and cue.values:
        values, flipped = _role_before(sentence, cue, start, end)
        if values:
            made = _emit(sentence, cue, flipped, values, (start, end), (start, end), "role-before")
            denied = _NOT.search(sentence.text, values[0].end, made[0].subject.start) if made else None
            return [replace(s, negations=1) for s in made] if denied else made
    if not values and core.role and cue.values and (stated := _borne(sentence, cue, start, end)):
        return stated
    if not values and cue.values and cue.predicate.cardinality is not Cardinality.MULTI:
        values = unknown.after(sentence, end)
    if not values:
        return []
    span = (start, max(v.end for v in values))
    taken = (values[0].start, span[1])
    tail = _OF.match(sentence.masked, span[1])
    if tail and (not tail["rest"] or all(k[0] == "n" for _, k in tagged(tail["rest"]))):
        right = attach.after(sentence, tail.end() - 1, cue.subjects, direct=False)
        if right is not None:
            return _emit(sentence, cue, right, values, span, (start, end), "attributive")
        predicated = _nominal_predicate(sentence, cue, start, span[1]) or _ends_nominal(sentence, span[1])
        if not core.role and not predicated:
            return []
    # 的 before the cue and a copula after it make a noun of any cue (的[别称]是 V).
    owned = sentence.text[:start].endswith("的")
    named = owned and (bool(_COPULA.match(sentence.gap(end, values[0].start))) or tagged(core.cue)[0][1] == "n")
    role = core.role or named
    subject, carried = _subject(sentence, cue, start, taken, carry, role)
    made = _emit(sentence, cue, subject, values, span, (start, end), "role" if role else "verb-object", carried)
    if stance.count_negations(core.cue) > stance.count_negations(core.template):
        made = [replace(s, negations=1) for s in made]  # 总部不在 V
    return made + _denied_next(sentence, cue, made)


def _values_right(sentence: Sentence, cue: Cue, end: int) -> list[Slot] | None:
    """Return the values right of a cue; None where what follows makes another word or statement of it."""
    core = cue.core
    values = slots.after(sentence, end, cue.predicate, cue.values)
    if core.role and values and not _role_link(sentence, end, values[0], core.copula):
        values = []
    if core.role and sentence.text[end : end + 1] in _RUNS_ON:
        return None
    values = slots.measured(sentence, values, core.unit, core.bounded) if core.unit else values
    if core.tail:
        values = [v for v in values if sentence.text[v.end :].lstrip(CLOSING).startswith(core.tail)]
        return values or None
    if core.role and values and isinstance(values[0].value, TextValue) and not _names_text(sentence, end, values[0]):
        return None
    return values


def _names_text(sentence: Sentence, end: int, slot: Slot) -> bool:
    """Return whether a text right after its noun is its value: 标准号却写得没错 says something else of it."""
    if slot.start > end or slot.value is None:
        return True
    return tagged(sentence.text[end : slot.end])[0][1][0] not in "dvpuc"


# Between the noun and the verb of a cue: 芯片[则并非]来自.
_LED = "{}(?:也|都|则|均|全部|主要|就|正|其实|现在|目前|仍|并|不|没|非|是|并不是|不是|并未|未|而)*$"


def _led(sentence: Sentence, cue: Cue, start: int, end: int, lead: int, carry: Carry) -> list[Statement]:
    """S 的 [芯片] 则并非 [来自] V: a cue of noun and verb that adverbs part."""
    values = slots.after(sentence, end, cue.predicate, cue.values)
    if not values or start - lead == len(cue.core.lead):
        return []
    subject, carried = _subject(sentence, cue, lead, (values[0].start, values[-1].end), carry, role=True)
    made = _emit(sentence, cue, subject, values, (lead, values[-1].end), (start, end), "role", carried)
    return [replace(s, negations=stance.count_negations(sentence.masked[lead:start])) for s in made]


_AND_NOT = re.compile('[》”"』」]?[，,]?(?:而|并|也|却)?(?:不是|并非|并不是|绝非|非)(?!常)(?:在|由)?[《“"『「]?')


def _denied_next(sentence: Sentence, cue: Cue, made: Sequence[Statement]) -> list[Statement]:
    """S 的 [role] 是 A，而不是 B: B is denied of the same subject."""
    out = []
    for s in made:
        turn = _AND_NOT.match(sentence.text, s.slot.end)
        wrong = slots.after(sentence, turn.end(), cue.predicate, cue.values) if turn else []
        if turn and wrong and wrong[0].start - turn.end() <= 1:
            slot = wrong[0]
            out.append(replace(s, slot=slot, end=slot.end, cue=(slot.start, slot.start), negations=1))
    return out


# 的 after a value, or after the words that narrow a value (位于深圳|福田的 S).
_OF = re.compile('[》”"』」]?(?P<rest>[\u4e00-\u9fff]{0,6}?)的')
_NOT = re.compile('[》”"』」]?(?:并|也|都|从来|其实|根本)?(?:不是|并非|绝非|非)(?!常)')
_BUT = re.compile('[》”"』」]?[，,]?(?:而|其实|却|应该|应当)(?:就)?(?:是|为)')


def _corrected(sentence: Sentence, cue: Cue, at: tuple[int, int], position: int, carry: Carry) -> list[Statement]:
    """S 的 [role] 不是 A，而是 B: A is denied, B is said."""
    wrong = slots.after(sentence, position, cue.predicate, cue.values)
    if not wrong:
        return []
    last = max(v.end for v in wrong)
    turn = _BUT.match(sentence.text, last)
    right = slots.after(sentence, turn.end(), cue.predicate, cue.values) if turn else []
    subject, carried = _subject(sentence, cue, at[0], (wrong[0].start, last), carry, cue.core.role)
    out = []
    for values, negations in ((wrong, 1), (right, 0)):
        span = (at[0], max((v.end for v in values), default=last))
        made = _emit(sentence, cue, subject, values, span, at, "role", carried)
        out += [replace(s, negations=negations) for s in made]
    return out


def _nominal_predicate(sentence: Sentence, cue: Cue, start: int, end: int) -> bool:
    """Return whether a relative clause (cue V 的 N) is predicated of the subject: S 是 … cue V 的 N."""
    segment = sentence.segments[sentence.segment_at(start)]
    link = sentence.gap(segment[0], start)
    # A name after 的 may be the true head of the relative clause (是首播于 V 的《…》的衍生剧).
    rest = [m for m in sentence.mentions if end <= m.start < segment[1] and m.types & cue.subjects]
    if rest or re.search("《[^《》]*》(?:的|$)", sentence.text[end : segment[1]]):
        return False
    return bool(_COPULA.search(link)) or sentence.gap(end, segment[1]).rstrip("。！!") == "的"


def _role_link(sentence: Sentence, end: int, slot: Slot, copula: bool) -> bool:
    """Between a role and its bearer: nothing, a copula, a colon, a title; not another noun phrase with 的."""
    gap = sentence.gap(end, slot.start)
    if copula and not gap and isinstance(slot.value, Truth):
        return False
    gap = re.sub("^[，,](?=就是|正是|便是|则是|是|为)", "", gap)
    return not re.search(r"的.*的|[，,](?!.{0,6}$)", gap) and not re.match(r"(?:们|之一|等)", gap)


def _role_before(sentence: Sentence, cue: Cue, start: int, end: int) -> tuple[list[Slot], Subject | None]:
    """V 是 S 的 [role] · V，S [role] · S [role] after V in brackets."""
    if not cue.values:
        return [], None
    segment = sentence.segments[sentence.segment_at(start)][0]
    for m in reversed(sentence.mentions):
        if m.end > start or m.start < segment:
            continue
        if not m.types & cue.subjects or not link_gap(sentence.gap(m.end, start), True):
            return [], None
        v = next((x for x in reversed(sentence.mentions) if x.end <= m.start), None)
        if v is None or not v.types & cue.values:
            return [], None
        gap = sentence.gap(v.end, m.start)
        if _ROLE_LINK.fullmatch(gap) and (gap or sentence.text[v.end : v.end + 1] in "(（"):
            return [slots.entity_slot(v)], Subject((m,), "adjacent")
        return _titled(sentence, cue, m, end)
    return [], None


def _titled(sentence: Sentence, cue: Cue, m: Mention, end: int) -> tuple[list[Slot], Subject | None]:
    """V，某某会主席、S [role]，…: a list of titles belongs to the person who is the topic."""
    before, after = sentence.text[: m.start].rstrip('《“"『「 '), sentence.text[end : end + 1]
    if after not in ("", "，", ",", "、", "。", "；", ";", "兼", "及", "和", "与") or not before.endswith(
        ("，", ",", "、")
    ):
        return [], None
    for a, b in sentence.segments[: sentence.segment_at(m.start) + 1]:
        topic = attach.topic_of(sentence, a, b, cue.values)
        if topic is not None:
            if topic.end > m.start or sentence.gap(topic.end, b)[:1] == "的":
                return [], None
            return [slots.entity_slot(topic)], Subject((m,), "adjacent")
        if any(x.types & cue.values for x in sentence.mentions if a <= x.start < b):
            return [], None
    return [], None


_BEARS = re.compile('(?:作为|身为|担任|曾任|现任|出任|是|为)[《“"『「]?$')


def _borne(sentence: Sentence, cue: Cue, start: int, end: int) -> list[Statement]:
    """作为 S 的 [role] 的 V: the bearer is the head of the phrase that names its role."""
    subject = next((m for m in reversed(sentence.mentions) if m.end <= start and m.types & cue.subjects), None)
    value = next((m for m in sentence.mentions if m.start >= end), None)
    if subject is None or value is None or not value.types & cue.values or continues(sentence, value):
        return []
    if sentence.gap(subject.end, start) not in ("", "的") or not _BEARS.search(sentence.text[: subject.start]):
        return []
    gap = sentence.gap(end, value.start)
    if not gap.startswith("的") or not nominal(gap[1:]):
        return []
    slot = slots.entity_slot(value)
    at = (start, end)
    return _emit(sentence, cue, Subject((subject,), "adjacent"), [slot], (start, value.end), at, "role-borne")


_ROLE_LINK = re.compile(
    r"[，,]?(?:至今|目前|现在|如今|仍然|依然|仍|一直|已经|已)*(?:(?:(?:并|也|都|从来|其实|根本)?不是|并非|绝非)|(?:就|才|正|也|都|便)?是|系|不愧[为是]|堪称|被称为|为|作为|即|、|担任|任|现任|曾任|：|:|——|—|（|\()?"
    r"(?:我国|中国|著名|知名|企业|原|前|现)*"
)


def _before(sentence: Sentence, cue: Cue, start: int, end: int, carry: Carry) -> list[Statement]:
    core = cue.core
    if core.follow and not re.match(rf"[^，,。；;]{{0,12}}?{_either(core.follow)}", sentence.text[end:]):
        return []
    if core.possessed:
        return _possessed(sentence, cue, start, end, carry)
    verb = core.direct or not core.left or core.located
    values = slots.before(sentence, start, cue.predicate, cue.values, verb, core.loose)
    values = slots.measured(sentence, values, core.unit, core.bounded)
    if values and core.located and not re.search(r"(?:在|于)[《“\"]?$", sentence.text[: values[0].start]):
        values = []
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
        # 某某创办的这家公司: the relative clause speaks of the topic
        k = sentence.segment_at(start)
        topic = attach.carried(sentence, k, cue.subjects, True, core.role) if k else None
        far = topic is None
        topic = topic or carry(cue.subjects, True)
        return _emit(sentence, cue, topic, values, (values[0].start, this.end()), (start, end), "attributive", far)
    belongs = not _noun_cue(cue)
    right = attach.after(sentence, end, cue.subjects, core.direct, belongs) if core.right else None
    if right is not None and core.left and "，" in sentence.gap(end, right.mentions[0].start).replace(",", "，"):
        nearer = attach.before(sentence, span[0], cue.subjects, False, span)
        if nearer is not None and nearer.how == "clause":
            return _emit(sentence, cue, nearer, values, span, (start, end), "agent")
    if right is not None:
        frame = "attributive" if right.how == "head" else "object"
        return _emit(sentence, cue, right, values, span, (start, end), frame)
    if not core.left:
        return []
    return _agent_left(sentence, cue, values, (start, end), carry)


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


def _agent_left(
    sentence: Sentence, cue: Cue, values: Sequence[Slot], at: tuple[int, int], carry: Carry
) -> list[Statement]:
    """S 由 V [cue] · S，V [cue] · S 是 V [cue] 的 N."""
    start, end = at
    span = (values[0].start, end)
    inner = [m for m in sentence.mentions if values[-1].end <= m.start and m.end <= start and m.types & cue.subjects]
    if inner and cue.predicate.value_types[0] == "date":
        last = inner[-1]
        if link_gap(sentence.gap(last.end, start), False) and not object_follows(sentence, end, dated=True):
            return _emit(sentence, cue, Subject((last,), "adjacent"), values, span, at, "date-topic")
        return []
    follow = sentence.text[end : end + 1]
    segment = sentence.segments[sentence.segment_at(start)][0]
    link = sentence.gap(segment, span[0])
    if _JOINED.match(link) and not _COPULA.search(link) and "由" not in link:
        return []  # A、B，以及 V 旗下的 N: a further member of the list, nothing said of the topic
    bracketed = sentence.masked[: span[0]].endswith(("(", "（"))
    if _noun_cue(cue) and follow != "的" and not bracketed and not _COPULA.search(link) and "由" not in link:
        return []  # {V}总统{S}: without a copula the subject must stand in its slot
    predicated = _nominal_predicate(sentence, cue, span[0], end)
    marked = bracketed or follow == "的" or re.search("由|被|是|为|系|归", link)
    if cue.values and not marked and _intransitive(sentence, cue, values, at):
        return []  # …，而 V 成立于2014年: V is the subject of its own verb, not the agent of the topic
    counted = predicated and re.match("一|[两三四几]", follow)
    belonging = predicated and not cue.core.direct and _ends_nominal(sentence, end)  # S 是 V 旗下[产品]
    if object_follows(sentence, end, not cue.values) and not counted and not belonging:
        return []
    if follow == "的" and not predicated and not _ends_nominal(sentence, end):
        return []
    subject, carried = _subject(sentence, cue, span[0], span, carry, role=False)
    return _emit(sentence, cue, subject, values, span, at, "agent", carried)


_CLEFT = re.compile("[一-鿿]{0,4}?(?:其实|实际上|一直|正|就|则|却|才|并非|并不|不)?(?:是|为)(?=$)")


def _agent_head(sentence: Sentence, cue: Cue, start: int, end: int) -> list[Statement]:
    """[生产] S 的 V: the agent is the head of the relative clause that the verb opens."""
    right = attach.after(sentence, end, cue.subjects, cue.core.direct)
    if right is None or "的" in sentence.gap(end, right.mentions[0].start):
        return []
    last = right.mentions[-1].end
    agent = next((m for m in sentence.mentions if m.start >= last), None)
    if agent is None or not agent.types & cue.values or continues(sentence, agent):
        return []
    gap = sentence.gap(last, agent.start)
    rest = _CLEFT.sub("", gap[1:])  # 代理 S 的是 V, 开发 S 的公司是 V
    if not gap.startswith("的") or not nominal(rest):
        return []
    return _emit(sentence, cue, right, [slots.entity_slot(agent)], (start, agent.end), (start, end), "agent-head")


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
    made = _emit(sentence, cue, right, values, (start, end), (start, end), "agent-topic")
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
    if not _COPULA.search(sentence.gap(segment, values[0].start)):
        return []
    span = (values[0].start, end)
    subject, carried = _subject(sentence, cue, span[0], span, carry, role=False)
    return _emit(sentence, cue, subject, values, span, (start, end), "possessed", carried)


def _ends_nominal(sentence: Sentence, end: int) -> bool:
    """Return whether only a noun follows 的 up to the clause's end: a verbless predicate (S，V执导的电影，…)."""
    k = sentence.segment_at(end - 1)
    rest = sentence.gap(end, sentence.segments[k][1]).removeprefix("的").rstrip("。！")
    return nominal(rest)


# Words after a verb that show that it has no object of its own.
_NO_OBJECT = lexicon.words("afterverb")


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
    return kind[0] in "nmrjl" or kind in ("nz", "vn", "b", "a")


def _between(sentence: Sentence, cue: Cue, start: int, end: int, carry: Carry) -> list[Statement]:
    segment = sentence.segments[sentence.segment_at(start)][0]
    lead = sentence.masked.rfind(cue.core.lead, segment, start)
    if lead < 0:
        return []
    after = lead + len(cue.core.lead)
    values = [v for v in slots.after(sentence, after, cue.predicate, cue.values) if v.end <= start]
    values = slots.measured(sentence, values, cue.core.unit, cue.core.bounded)
    if not values or len(sentence.gap(values[-1].end, start)) > 12:
        return []
    right = attach.after(sentence, end, cue.subjects, True) if cue.core.right else None
    if right is not None:
        return _emit(sentence, cue, right, values, (lead, end), (start, end), "between")
    if cue.core.direct:
        return []
    subject, carried = _subject(sentence, cue, lead, (values[0].start, end), carry, role=False)
    return _emit(sentence, cue, subject, values, (lead, end), (start, end), "between", carried)
