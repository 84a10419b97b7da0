"""Cues whose value follows: verbs (隶属于 V) and roles (运营方是 V)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from analyzer.claims import attach, lexicon, slots, stance, topics, unknown
from analyzer.claims.clauses import Sentence
from analyzer.claims.cues.binding import COPULAS, emit, ends_nominal, nominal_predicate, subject_left
from analyzer.claims.gaps import AUXILIARY, link_gap, nominal
from analyzer.claims.grammar import Cue
from analyzer.claims.mentions import CLOSING, Mention
from analyzer.claims.slots import Slot, continues
from analyzer.claims.statement import Carry, Statement
from analyzer.claims.topics import Subject
from analyzer.model import Cardinality, TextValue, Truth
from analyzer.words import cut, straddled, tagged

# Nouns that make another word of the noun before them: 高度|差, 面积|图, 票房|榜.
_RUNS_ON = frozenset("差图率值线表权力榜比")
_TURN = re.compile(f"(?:上|方面)?(?:[前后]者|一{lexicon.either('measures')}\\d)")
_THAN = re.compile("比[^，,。；;]{1,8}[高低大小长短多少轻重快慢]")  # 沸点比某某低，为 V


def value_after(sentence: Sentence, cue: Cue, start: int, end: int, carry: Carry) -> list[Statement]:
    """Return what a cue says with the value right of it; ``start:end`` are the cue's offsets in the sentence."""
    core = cue.core
    if core.lead:
        lead = sentence.masked.rfind(core.lead, sentence.segments[sentence.segment_at(start)][0], start)
        between = sentence.masked[lead + len(core.lead) : start]
        return _led(sentence, cue, start, end, lead, carry) if lead >= 0 and _adverbial(between) else []
    if core.role and (denied := _NOT.match(sentence.text, end)):
        return _corrected(sentence, cue, (start, end), denied.end(), carry)
    if _TURN.match(sentence.masked, end):
        return []  # in_turn.py reads it
    values = _values_right(sentence, cue, start, end)
    if values is None:
        return []
    if not values and core.role and cue.values:
        values, flipped = _role_before(sentence, cue, start, end)
        if values:
            made = emit(sentence, cue, flipped, values, (start, end), (start, end), "role-before")
            denied = _NOT.search(sentence.text, values[0].end, made[0].subject.start) if made else None
            return [replace(s, negations=1) for s in made] if denied else made
    if not values and core.role and cue.values:
        if stated := _borne(sentence, cue, start, end):
            return stated
        values, start = _held(sentence, cue, start, end)
    if not values and cue.values and cue.predicate.cardinality is not Cardinality.MULTI:
        values = unknown.after(sentence, end)
    if not values and core.role and cue.predicate.value_types[0] == "number":
        return _figure_of(sentence, cue, start, end, carry)
    if not values and core.role and cue.predicate.value_types[0] == "text":
        return _code_of(sentence, cue, start, end)
    if not values:
        return []
    return _said_of(sentence, cue, start, end, values, carry)


def _said_of(
    sentence: Sentence, cue: Cue, start: int, end: int, values: Sequence[Slot], carry: Carry
) -> list[Statement]:
    """Return what the values right of a cue say, of the noun that the phrase modifies or of the subject left of it."""
    core = cue.core
    span = (start, max(v.end for v in values))
    taken = (values[0].start, span[1])
    tail = _OF.match(sentence.masked, span[1])
    if tail and (not tail["rest"] or all(k[0] == "n" for _, k in tagged(tail["rest"]))):
        right = attach.after(sentence, tail.end() - 1, cue.subjects, direct=False)
        if right is not None:
            return emit(sentence, cue, right, values, span, (start, end), "attributive")
        predicated = nominal_predicate(sentence, cue, start, span[1]) or ends_nominal(sentence, span[1])
        if not core.role and not predicated:
            return []
    # 的 before the cue and a copula after it make a noun of any cue (的[别称]是 V).
    owned = sentence.text[:start].endswith("的")
    named = owned and (bool(COPULAS.match(sentence.gap(end, values[0].start))) or tagged(core.cue)[0][1] == "n")
    role = core.role or named
    subject, carried = subject_left(sentence, cue, start, taken, carry, role)
    made = emit(sentence, cue, subject, values, span, (start, end), "role" if role else "verb-object", carried)
    if stance.count_negations(core.cue) > stance.count_negations(core.template):
        made = [replace(s, negations=1) for s in made]  # 总部不在 V
    return made + _denied_next(sentence, cue, made) + _said_next(sentence, cue, made)


def _figure_of(sentence: Sentence, cue: Cue, start: int, end: int, carry: Carry) -> list[Statement]:
    """它 2698米的[海拔] · S 154分钟的[片长]: the figure modifies what it measures."""
    if not sentence.text[:start].endswith("的"):
        return []
    values = slots.before(sentence, start - 1, cue.predicate, cue.values)
    if not values or values[-1].end != start - 1 or sentence.text[end : end + 1] in _RUNS_ON:
        return []
    subject, carried = subject_left(sentence, cue, values[0].start, (values[0].start, end), carry, role=True)
    return emit(sentence, cue, subject, values, (values[0].start, end), (start, end), "figure-of", carried)


_IS_OF = re.compile('(?P<code>[\u4e00-\u9fff]{0,2}[a-z0-9][a-z0-9./ -]{0,14}?)(?:就|也|正|才|则|便)?是[《“"『「]?$')


def _code_of(sentence: Sentence, cue: Cue, start: int, end: int) -> list[Statement]:
    """12393 是 S 的[热线]: a number or code that stands before its copula."""
    m = next((m for m in reversed(sentence.mentions) if m.end <= start), None)
    if m is None or not m.types & cue.subjects or not link_gap(sentence.gap(m.end, start), True):
        return []
    found = _IS_OF.search(sentence.text[: m.start])
    if found is None or sentence.segment_at(found.start()) != sentence.segment_at(start):
        return []
    slot = slots.text_slot(sentence, found.start("code"), found.end("code"))
    return emit(sentence, cue, Subject((m,), "adjacent"), [slot], (slot.start, end), (start, end), "role-before")


def _values_right(sentence: Sentence, cue: Cue, start: int, end: int) -> list[Slot] | None:
    """Return the values right of a cue; None where what follows makes another word or statement of it."""
    core = cue.core
    values = slots.after(sentence, end, cue.predicate, cue.values)
    if values and cue.predicate.value_types[0] == "text" and _cuts_word(sentence.text, end):
        return None  # 节日期间: no 日期
    if values and sentence.aside(start) and not sentence.aside(values[0].start):
        values = []  # A（某书作者）与 B: what a bracket says ends with it
    if core.role and values and not _role_link(sentence, end, values[0], core.copula):
        values = []
    if core.role and sentence.text[end : end + 1] in _RUNS_ON and not _THAN.match(sentence.text, end):
        return None
    values = slots.measured(sentence, values, core.unit, core.bounded) if core.unit else values
    if core.tail:
        values = [v for v in values if sentence.text[v.end :].lstrip(CLOSING).startswith(core.tail)]
        return values or None
    if core.role and values and isinstance(values[0].value, TextValue) and not _names_text(sentence, end, values[0]):
        return None
    return values


def _cuts_word(text: str, at: int) -> bool:
    """Return whether a word of the text runs over a place: 日期 in 节日期间."""
    if not straddled(text, at):
        return False
    begin = max(0, at - 8)
    edge = begin
    for word in cut(text[begin : at + 8]):
        edge += len(word)
        if edge >= at:
            return edge > at
    return False


def _names_text(sentence: Sentence, end: int, slot: Slot) -> bool:
    """Return whether a text right after its noun is its value: 标准号却写得没错 says something else of it."""
    if slot.start > end or slot.value is None:
        return True
    return tagged(sentence.text[end : slot.end])[0][1][0] not in "dvpuc"


@lru_cache(maxsize=10_000)
def _adverbial(text: str) -> bool:
    """Return whether only adverbs and negators part the noun of a cue from its verb: 芯片[则并非]来自."""
    return len(text) <= MAX_ADVERBS and all(
        kind[0] in "dct" or word in AUXILIARY or word in _EVEN for word, kind in tagged(text)
    )


MAX_ADVERBS = 8  # characters; by judgement (tests/claims/test_frames.py)
_EVEN = frozenset(("同样", "一样", "全部", "主要", "一律", "全都", "并非", "正", "而"))


def _led(sentence: Sentence, cue: Cue, start: int, end: int, lead: int, carry: Carry) -> list[Statement]:
    """S 的 [芯片] 则并非 [来自] V: a cue of noun and verb that adverbs part."""
    values = slots.after(sentence, end, cue.predicate, cue.values)
    if not values or start - lead == len(cue.core.lead):
        return []
    subject, carried = subject_left(sentence, cue, lead, (values[0].start, values[-1].end), carry, role=True)
    made = emit(sentence, cue, subject, values, (lead, values[-1].end), (start, end), "role", carried)
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


_BUT_NEXT = re.compile('[》”"』」]?[，,](?:而是|而|却是|却|其实是?|应该?是?)(?:在|由|为|属于|归|位于|设在)?[《“"『「]?')


def _said_next(sentence: Sentence, cue: Cue, made: Sequence[Statement]) -> list[Statement]:
    """S 的 [role] 并不在 A，而在 B: B is said of the same subject."""
    out = []
    for s in made:
        denied = (
            s.negations if s.negations is not None else stance.count_negations(sentence.masked[s.lead : s.slot.start])
        )
        turn = _BUT_NEXT.match(sentence.text, s.slot.end) if denied % 2 else None
        right = slots.after(sentence, turn.end(), cue.predicate, cue.values) if turn else []
        if turn and right and right[0].start - turn.end() <= 1:
            slot = right[0]
            out.append(replace(s, slot=slot, end=slot.end, cue=(slot.start, slot.start), negations=0))
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
    subject, carried = subject_left(sentence, cue, at[0], (wrong[0].start, last), carry, cue.core.role)
    out = []
    for values, negations in ((wrong, 1), (right, 0)):
        span = (at[0], max((v.end for v in values), default=last))
        made = emit(sentence, cue, subject, values, span, at, "role", carried)
        out += [replace(s, negations=negations) for s in made]
    return out


def _role_link(sentence: Sentence, end: int, slot: Slot, copula: bool) -> bool:
    """Between a role and its bearer: nothing, a copula, a colon, a title; not another noun phrase with 的."""
    gap = sentence.gap(end, slot.start)
    if copula and not gap and isinstance(slot.value, Truth):
        return False
    gap = re.sub("^[，,](?=就是|正是|便是|则是|是|为)", "", gap)
    return not re.search(r"的.*的|[，,](?!.{0,6}$)", gap) and not re.match(r"(?:们|之一|等)", gap)


# …，某公司的董事长依旧是某某: the post has its own bearer.
_HAS_BEARER = re.compile("(?:现在|如今|目前|仍然?|依然|依旧|一直|还|则|却|也|都|就)*(?:是|为|叫|在|设|位于|坐落|地处)")


def _role_before(sentence: Sentence, cue: Cue, start: int, end: int) -> tuple[list[Slot], Subject | None]:
    """V 是 S 的 [role] · V，S [role] · S [role] after V in brackets."""
    if not cue.values or _HAS_BEARER.match(sentence.masked, end):
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
        topic = topics.topic_of(sentence, a, b, cue.values)
        if topic is not None:
            if topic.end > m.start or sentence.gap(topic.end, b)[:1] == "的":
                return [], None
            return [slots.entity_slot(topic)], Subject((m,), "adjacent")
        if any(x.types & cue.values for x in sentence.mentions if a <= x.start < b):
            return [], None
    return [], None


# 校长一职现由 V 担任.
_POST = re.compile("(?:一职|职务|的职务|的职位|的位置)?(?:现在|目前|如今|现|仍|一直|至今|始终|则|也|就|都)*由")
_SERVES = re.compile('[》”"』」]?(?:本人|亲自|同时|共同|分别)?(?:担任|出任|兼任|接任|担当|充任)')
_SERVED_BY = re.compile("由(?P<agent>[^，,。；;]{2,16}?)(?:担任|出任|兼任|接任|担当)了?$")


def _held(sentence: Sentence, cue: Cue, start: int, end: int) -> tuple[list[Slot], int]:
    """Return who holds a post and where the predicate begins: S 的[校长]由 V 担任 · S 由 V 担任[校长]."""
    if post := _POST.match(sentence.text, end):
        values = slots.after(sentence, post.end(), cue.predicate, cue.values)
        return [v for v in values if _SERVES.match(sentence.text, values[-1].end)], start
    segment = sentence.segments[sentence.segment_at(start)][0]
    if served := _SERVED_BY.search(sentence.text[segment:start]):
        first, last = segment + served.start("agent"), segment + served.end("agent")
        found = [m for m in sentence.mentions if m.start >= first and m.end == last and m.types & cue.values]
        return [slots.entity_slot(m) for m in found], segment + served.start()
    return [], start


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
    return emit(sentence, cue, Subject((subject,), "adjacent"), [slot], (start, value.end), at, "role-borne")


_ROLE_LINK = re.compile(
    r"[，,]?(?:至今|目前|现在|如今|仍然|依然|仍|一直|已经|已)*(?:(?:(?:并|也|都|从来|其实|根本)?不是|并非|绝非)|(?:就|才|正|也|都|便)?是|系|不愧[为是]|堪称|被称为|为|作为|即|、|担任|任|现任|曾任|：|:|——|—|（|\()?"
    r"(?:我国|中国|著名|知名|企业|原|前|现)*"
)
