"""From cues to statements: which value and which subject a cue in a sentence binds together."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from analyzer.claims import attach, lexicon, slots, unknown
from analyzer.claims.attach import Subject
from analyzer.claims.clauses import Sentence
from analyzer.claims.gaps import link_gap, nominal
from analyzer.claims.grammar import Cue, Grammar, Shape
from analyzer.claims.mentions import Mention
from analyzer.claims.slots import Slot, continues
from analyzer.claims.templates import Kind
from analyzer.claims.words import tagged
from analyzer.model import Cardinality, Predicate, Truth

Carry = Callable[[frozenset[str], bool], Subject | None]
_COPULA = re.compile(r"(?:就是|则是|正是|便是|乃是|也是|都是|均是|均为|都为|皆为|是|为|系|乃|作为|属于|成为|即)")
_KIND = r"(?:(?:一|这|那|两|几|某)?(?:个|家|款|种|项|所|座|部|类|名|位|本|只|支|条|场|片|门|份|套|台|艘|架))?"


@dataclass(frozen=True, slots=True)
class Statement:
    """A subject, a predicate and a value bound by a rule; offsets are of the sentence.

    ``lead`` is where the predicate begins (after the subject if that stands before it in the clause), ``cue`` the
    span of the cue that decided. ``negated`` is true where the frame itself denies (与…无关).
    """

    predicate: Predicate
    subject: Mention
    slot: Slot
    start: int
    end: int
    cue: tuple[int, int]
    lead: int
    template: str
    frame: str
    how: str
    certain: bool = True
    negated: bool = False
    carried: bool = False


def statements(sentence: Sentence, grammar: Grammar, carry: Carry) -> list[Statement]:
    """Return everything the sentence states; ``carry`` gives the topic of the sentences before."""
    found: list[Statement] = []
    for cue, start, end in cue_hits(sentence, grammar):
        found += _of_cue(sentence, cue, start, end, carry)
    for shape in grammar.patterns:
        found += _of_pattern(sentence, shape)
    for shape in grammar.possessive:
        found += _of_possessive(sentence, shape, carry)
    for shape in grammar.copular:
        found += _of_copula(sentence, shape, carry)
    if "关" in sentence.text or "瓜葛" in sentence.text:
        found += _of_no_relation(sentence, grammar.belonging)
    return _settle(found)


def cue_hits(sentence: Sentence, grammar: Grammar) -> Iterator[tuple[Cue, int, int]]:
    """Yield the cues of the sentence outside of names; of nested cues of one predicate only the longest."""
    if grammar.automaton is None:
        return
    hits = [
        (start, end, which)
        for which, start, end in grammar.automaton.find_matches_as_indexes(sentence.text, overlapping=True)
        if not any(m.start <= start and end <= m.end for m in sentence.mentions)
    ]
    for start, end, which in hits:
        clear = "\ue000" not in sentence.masked[start:end] and sentence.masked[start] != "\ue001"
        for cue in grammar.cues[which]:
            if not clear and cue.core.kind is not Kind.ALONE:
                continue
            nested = any(
                s <= start and end <= e and (s, e) != (start, end)
                and any(c.predicate is cue.predicate and c.core.kind is cue.core.kind for c in grammar.cues[w])
                for s, e, w in hits
            )  # fmt: skip
            if not nested:
                yield cue, start, end


def _of_cue(sentence: Sentence, cue: Cue, start: int, end: int, carry: Carry) -> list[Statement]:
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
    found = attach.before(sentence, position, cue.subjects, role, taken, scalar)
    if found is not None:
        return found, False
    described = attach.opens_clause(sentence, position, cue.subjects, role, taken)
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
    for mention, slot in _pairs(sentence, subject, values, core, carried):
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


def _pairs(
    sentence: Sentence, subject: Subject, values: Sequence[Slot], core: tuple[int, int], carried: bool
) -> Iterator[tuple[Mention, Slot]]:
    """Pair subjects and values: each with each, but in order where 分别 says so."""
    apart = sentence.text.find("分别")
    if not carried and apart >= 0 and apart <= values[0].start and len(values) > 1:
        items = _list_items(sentence, subject, apart)
        if len(items) == len(values):
            yield from ((m, v) for m, v in zip(items, values, strict=True) if m is not None)
        return
    yield from ((m, v) for m in subject.mentions for v in values)


def _list_items(sentence: Sentence, subject: Subject, apart: int) -> list[Mention | None]:
    """Return the members of the list before 分别 in order, None for names the table does not know."""
    segment = sentence.segments[sentence.segment_at(apart)][0]
    start = segment
    items: list[Mention | None] = []
    for piece in re.finditer(r"[^、和与及]+", sentence.masked[segment:apart]):
        span = (start + piece.start(), start + piece.end())
        known = [m for m in sentence.mentions if span[0] <= m.start and m.end <= span[1]]
        mine = [m for m in known if m in subject.mentions or m.types & subject.mentions[0].types]
        items.append(mine[-1] if mine else None)
    return items


def _alone(sentence: Sentence, cue: Cue, start: int, end: int, carry: Carry) -> list[Statement]:
    subject, carried = _subject(sentence, cue, start, (start, end), carry, role=False)
    if subject is not None and _conditional(sentence, subject, start, carried):
        return []
    value = Slot(start, end, Truth(true=True))
    return _emit(sentence, cue, subject, [value], (start, end), (start, end), "boolean", carried)


# A yes/no statement under a condition (逾期一天不…, 仅在…时才…) is another statement than the bare one.
_CONDITION = re.compile(
    r"[\d一二三四五六七八九十两几]+(?:天|日|个?月|年|期|次)|[时后前内](?:$|[不没未也都会要])|只有|仅|才|部分|有的|有些|某些"
)


def _conditional(sentence: Sentence, subject: Subject, start: int, carried: bool) -> bool:
    """Return whether a condition stands between the subject and a yes/no cue."""
    begin = sentence.segments[sentence.segment_at(start)][0]
    if not carried:
        begin = max(begin, subject.mentions[-1].end)
    return bool(_CONDITION.search(sentence.gap(min(begin, start), start)))


def _after(sentence: Sentence, cue: Cue, start: int, end: int, carry: Carry) -> list[Statement]:
    core = cue.core
    values = slots.after(sentence, end, cue.predicate, cue.values)
    if core.role and values and not _role_link(sentence, end, values[0], core.copula):
        values = []
    if not values and core.role and cue.values:
        values, flipped = _role_before(sentence, cue, start, end)
        if values:
            return _emit(sentence, cue, flipped, values, (start, end), (start, end), "role-before")
    if not values and cue.values and cue.predicate.cardinality is not Cardinality.MULTI:
        values = unknown.after(sentence, end)
    if not values:
        return []
    span = (start, max(v.end for v in values))
    taken = (values[0].start, span[1])
    tail = sentence.text[span[1] : span[1] + 2].lstrip('》”"』」')
    if tail.startswith("的"):
        right = attach.after(sentence, span[1], cue.subjects, direct=False)
        if right is not None:
            return _emit(sentence, cue, right, values, span, (start, end), "attributive")
        predicated = _nominal_predicate(sentence, start, span[1]) or _ends_nominal(sentence, span[1])
        if not core.role and not predicated:
            return []
    subject, carried = _subject(sentence, cue, start, taken, carry, core.role)
    return _emit(sentence, cue, subject, values, span, (start, end), "role" if core.role else "verb-object", carried)


def _nominal_predicate(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether a relative clause (cue V 的 N) is predicated of the subject: S 是 … cue V 的 N."""
    segment = sentence.segments[sentence.segment_at(start)]
    link = sentence.gap(segment[0], start)
    return bool(_COPULA.search(link)) or sentence.gap(end, segment[1]).rstrip("。！!") == "的"


def _role_link(sentence: Sentence, end: int, slot: Slot, copula: bool) -> bool:
    """Between a role and its bearer: nothing, a copula, a colon, a title; not another noun phrase with 的."""
    gap = sentence.gap(end, slot.start)
    if copula and not gap and isinstance(slot.value, Truth):
        return False
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
        return [], None
    return [], None


_ROLE_LINK = re.compile(
    r"(?:，|,|是|系|为|作为|即|、|担任|任|现任|曾任|：|:|——|—|（|\()?(?:我国|中国|著名|知名|企业|原|前|现)*"
)


def _before(sentence: Sentence, cue: Cue, start: int, end: int, carry: Carry) -> list[Statement]:
    core = cue.core
    if core.possessed:
        return _possessed(sentence, cue, start, end, carry)
    verb = core.direct or not core.left or core.located
    values = slots.before(sentence, start, cue.predicate, cue.values, verb, core.loose)
    if values and core.located and not re.search(r"(?:在|于)[《“\"]?$", sentence.text[: values[0].start]):
        values = []
    if not values and core.direct and core.right and cue.values and not core.located:
        return _agent_topic(sentence, cue, start, end)
    if not values and cue.values and not core.located and cue.predicate.cardinality is not Cardinality.MULTI:
        values = unknown.before(sentence, start)
    if not values:
        return []
    span = (values[0].start, end)
    right = attach.after(sentence, end, cue.subjects, core.direct) if core.right else None
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


def _agent_left(
    sentence: Sentence, cue: Cue, values: Sequence[Slot], at: tuple[int, int], carry: Carry
) -> list[Statement]:
    """S 由 V [cue] · S，V [cue] · S 是 V [cue] 的 N."""
    start, end = at
    span = (values[0].start, end)
    inner = [m for m in sentence.mentions if values[-1].end <= m.start and m.end <= start and m.types & cue.subjects]
    if inner and cue.predicate.value_types[0] == "date":
        last = inner[-1]
        if link_gap(sentence.gap(last.end, start), False) and not object_follows(sentence, end):
            return _emit(sentence, cue, Subject((last,), "adjacent"), values, span, at, "date-topic")
        return []
    follow = sentence.text[end : end + 1]
    predicated = _nominal_predicate(sentence, span[0], end)
    if object_follows(sentence, end) and not (predicated and re.match("一|[两三四几]", follow)):
        return []
    if follow == "的" and not predicated and not _ends_nominal(sentence, end):
        return []
    subject, carried = _subject(sentence, cue, span[0], span, carry, role=False)
    return _emit(sentence, cue, subject, values, span, at, "agent", carried)


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
    return _emit(sentence, cue, right, values, (start, end), (start, end), "agent-topic")


def _possessed(sentence: Sentence, cue: Cue, start: int, end: int, carry: Carry) -> list[Statement]:
    """S 是 V 的 [产品]: a copula must stand before the value and the clause must end with the noun."""
    values = slots.possessors(sentence, start, cue.values)
    if not values or not re.match(r"[》”\"』」]?(?:$|[，,。；;！!]|之一)", sentence.text[end:]):
        return []
    segment = sentence.segments[sentence.segment_at(start)][0]
    if not _COPULA.search(sentence.gap(segment, values[0].start)):
        return []
    span = (values[0].start, end)
    subject, carried = _subject(sentence, cue, span[0], span, carry, role=False)
    return _emit(sentence, cue, subject, values, span, (start, end), "possessed", carried)


def _of_possessive(sentence: Sentence, shape: Shape, carry: Carry) -> list[Statement]:
    """S 是 V 的: the possessed noun of a template (S 是 V 的 [产品]) left out."""
    out: list[Statement] = []
    for v in sentence.mentions:
        if not v.types & shape.values or not re.match(r"[》”\"』」]?的(?:$|[，,。；;！!”\"])", sentence.text[v.end :]):
            continue
        segment = sentence.segments[sentence.segment_at(v.start)][0]
        found = re.search(r"(?:是|为|系|属于|归)[《“\"『「]?$", sentence.masked[segment : v.start])
        if found is None:
            continue
        at = segment + found.start()
        subject = attach.before(sentence, at, shape.subjects, False, (v.start, v.end))
        far = False
        if subject is None:
            described = attach.opens_clause(sentence, at, shape.subjects, False, (v.start, v.end))
            subject, far = (carry(shape.subjects, described), True) if described is not None else (None, False)
        for m in subject.mentions if subject else ():
            made = _copular(sentence, shape, m, v, at, at + 1, subject.how if subject else "")
            out.append(replace(made, frame="possessive", start=at, carried=True, lead=segment) if far else
                       replace(made, frame="possessive"))  # fmt: skip
    return out


def _ends_nominal(sentence: Sentence, end: int) -> bool:
    """Return whether only a noun follows 的 up to the clause's end: a verbless predicate (S，V执导的电影，…)."""
    k = sentence.segment_at(end - 1)
    rest = sentence.gap(end, sentence.segments[k][1]).removeprefix("的").rstrip("。！")
    return nominal(rest)


# Words after a verb that show that it has no object of its own.
_NO_OBJECT = lexicon.words("afterverb")


def object_follows(sentence: Sentence, end: int) -> bool:
    """Return whether the cue verb that ends here takes an object that is not the subject looked for."""
    rest = re.match(r"(?:了|过|着)?([\u4e00-\u9fff\ue000a-z0-9《“]{0,8})", sentence.masked[end:])
    if not rest or not rest[1]:
        return False
    words = tagged(rest[1])
    word, kind = words[0]
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
    if not values or len(sentence.gap(values[-1].end, start)) > 12:
        return []
    right = attach.after(sentence, end, cue.subjects, True) if cue.core.right else None
    if right is not None:
        return _emit(sentence, cue, right, values, (lead, end), (start, end), "between")
    if cue.core.direct:
        return []
    subject, carried = _subject(sentence, cue, lead, (values[0].start, end), carry, role=False)
    return _emit(sentence, cue, subject, values, (lead, end), (start, end), "between", carried)


def _of_pattern(sentence: Sentence, shape: Shape) -> list[Statement]:
    """Match a template as it stands."""
    out: list[Statement] = []
    assert shape.regex is not None  # noqa: S101
    by_start = {m.start: m for m in sentence.mentions}
    for found in shape.regex.finditer(sentence.masked):
        subject = by_start.get(found.start("S"))
        if subject is None or not subject.types & shape.subjects or continues(sentence, subject):
            continue
        if found.end() == subject.end and _compound(sentence, subject):
            continue
        values = _pattern_values(sentence, shape, found, by_start)
        for slot in values[:1] if len(values) > 1 and shape.values else values:
            start, end = min(found.start(), slot.start), max(found.end(), slot.end)
            lead = subject.end if subject.start <= slot.start else found.start()
            out.append(
                Statement(
                    shape.predicate, subject, slot, start, end, (found.start(), found.end()), min(lead, start),
                    shape.template, "literal", "adjacent", slot.certain,
                )
            )  # fmt: skip
    return out


def _pattern_values(sentence: Sentence, shape: Shape, found: re.Match[str], by_start: dict[int, Mention]) -> list[Slot]:
    if "V" not in shape.order:
        return [Slot(found.start(), found.end(), Truth(true=True))]
    if shape.values:
        value = by_start.get(found.start("V"))
        if value is None or not value.types & shape.values or continues(sentence, value):
            return []
        return [slots.entity_slot(value)]
    place = found.start("V")
    kind = shape.predicate.value_types[0]
    if shape.order == "SV" or kind == "text":
        return [s for s in slots.after(sentence, place, shape.predicate, shape.values) if s.start - place <= 2]
    return [s for s in slots.before(sentence, place, shape.predicate, shape.values, False, False) if place - s.end <= 1]


def _compound(sentence: Sentence, m: Mention) -> bool:
    """Return whether the mention is the first part of a longer noun or only a possessor."""
    rest = re.match(r"[\u4e00-\u9fff\ue000]{1,6}", sentence.masked[m.end :])
    if not rest:
        return False
    word, kind = tagged(rest.group())[0]
    return word in ("的", "之") or kind[0] in "nbjlz" or kind == "vn" or word == "\ue000"


def _of_copula(sentence: Sentence, shape: Shape, carry: Carry) -> list[Statement]:
    """S 是一款[…的]V: the value must be the head of the predicate nominal."""
    out: list[Statement] = []
    if not shape.values:
        return _scalar_copula(sentence, shape)
    for v in sentence.mentions:
        if not v.types & shape.values or not _heads(sentence, v):
            continue
        segment = sentence.segments[sentence.segment_at(v.start)][0]
        start = _copula_before(sentence, segment, v)
        if start is None:
            continue
        at, end = start
        as_role = sentence.text[at:end] == "作为"
        if as_role and (right := _as_head(sentence, _last_of_list(sentence, v, shape), shape)):
            out += [_copular(sentence, shape, m, v, at, end, "as") for m in right.mentions]
            continue
        cue = (at, end)
        subject = attach.before(sentence, at, shape.subjects, False, (v.start, v.end))
        if subject is not None:
            out += [_copular(sentence, shape, m, v, *cue, subject.how) for m in subject.mentions if m != v]
            continue
        described = attach.opens_clause(sentence, at, shape.subjects, False, (v.start, v.end))
        if described is not None and (subject := carry(shape.subjects, described)):
            out += [replace(_copular(sentence, shape, m, v, *cue, subject.how), carried=True,
                            start=at, lead=at) for m in subject.mentions]  # fmt: skip
    return out


def _copular(sentence: Sentence, shape: Shape, m: Mention, v: Mention, at: int, end: int, how: str) -> Statement:
    slot = slots.entity_slot(v)
    lead = max(min(m.end, at), sentence.segments[sentence.segment_at(at)][0])
    return Statement(
        shape.predicate, m, slot, min(m.start, at), max(v.end, m.end), (at, end), min(lead, at), shape.template,
        "copula", how, slot.certain,
    )  # fmt: skip


def _copula_before(sentence: Sentence, segment: int, v: Mention) -> tuple[int, int] | None:
    """Return the span of the copula that governs a value, if only modifiers stand between them."""
    region = sentence.masked[segment : v.start]
    for found in reversed(list(_COPULA.finditer(region))):
        gap = sentence.gap(segment + found.end(), v.start)
        gap = re.sub(rf"^{_KIND}", "", gap)
        gap = re.sub(r"^[\ue000、和与及以国家]*(?:、|和|与|及|以及)", "", gap)
        head, closed, tail = gap.rpartition("的")
        if nominal(tail) and not (closed and _COPULA.search(head)):
            return segment + found.start(), segment + found.end()
        return None
    return None


def _heads(sentence: Sentence, v: Mention) -> bool:
    """Return whether a value is the head noun of its phrase: the phrase ends right after it."""
    rest = sentence.masked[v.end :]
    rest = re.sub(r"^[》”\"』」]*(?:[(（][^)）]{0,30}[)）])?", "", rest)
    if re.match(r"(?:$|[，,。；;！!：:）)\n、]|之一|和|与|及|以及|行列|\ue000|凭借|作为|随着)", rest):
        return True
    run = re.match(r"[\u4e00-\u9fff]{1,4}(?=$|[，,。；;！!])", rest)
    if run is None:
        return False
    words = tagged(run.group())
    return len(words) == 1 and words[0][1] in ("n", "vn", "nz")


def _last_of_list(sentence: Sentence, v: Mention, shape: Shape) -> Mention:
    """Return the last member of the list that a value opens: V1、V2以及V3."""
    for m in sentence.mentions:
        if m.start >= v.end:
            gap = sentence.gap(v.end, m.start)
            if not m.types & shape.values or not re.fullmatch(r"(?:、|和|与|及|以及)+", gap):
                break
            v = m
    return v


def _as_head(sentence: Sentence, v: Mention, shape: Shape) -> Subject | None:
    """作为…V(的)S."""
    found = attach.after(sentence, v.end, shape.subjects, direct=True)
    if found and re.fullmatch(r"[，,]?的?[\u4e00-\u9fff]{0,6}[《“]?", sentence.gap(v.end, found.mentions[0].start)):
        return found
    rest = sentence.masked[v.end :]
    if re.match(r"[，,]\ue000", rest):
        m = next((x for x in sentence.mentions if x.start == v.end + 1), None)
        if m is not None and m.types & shape.subjects:
            return Subject((m,), "head")
    return None


def _scalar_copula(sentence: Sentence, shape: Shape) -> list[Statement]:
    """S 为 2 年: subject, copula and figure side by side."""
    out = []
    for m in sentence.mentions:
        if not m.types & shape.subjects:
            continue
        found = re.compile(
            r"[》”\"』」]?(?:目前|现在|一般|通常|仍然|依然|仍|的?(?:期限|期间|数值|标准))?"
            r"(?:是|为|即|不超过|不得超过|最高为|规定为|调整为|年化为|只有)"
        ).match(sentence.text, m.end)
        if not found:
            continue
        for slot in slots.after(sentence, found.end(), shape.predicate, shape.values):
            if slot.start - found.end() <= 4:
                cue = (found.start(), found.end())
                out.append(
                    Statement(shape.predicate, m, slot, m.start, slot.end, cue, m.end, shape.template, "copula",
                              "adjacent", slot.certain)
                )  # fmt: skip
    return out


_NO_RELATION = re.compile(
    r"(?:之间)?(?:也|都|其实|根本|完全|实际上|从来|本来)?(?:就)?(?:无关|(?:没有|没|毫无|并无|无|不存在)(?:任何|什么|半点|丝毫|一点|直接|隶属|股权|半毛钱|所谓的?|的)*"
    r"(?:关系|关联|瓜葛|干系|联系))"
)


def _of_no_relation(sentence: Sentence, shapes: Sequence[Shape]) -> list[Statement]:
    """S 与 V 没有任何关系: V is not the value, for every single or closed predicate that the types fit."""
    out: list[Statement] = []
    for found in _NO_RELATION.finditer(sentence.masked):
        pair = [m for m in sentence.mentions if m.end <= found.start()][-2:]
        if len(pair) < 2 or sentence.gap(pair[1].end, found.start()):
            continue
        if not re.fullmatch(
            r"[》”\"]?(?:其实|实际上|本身|根本|完全)?(?:与|和|跟|同)", sentence.gap(pair[0].end, pair[1].start)
        ):
            continue
        fitting = [
            (s, a, b) for a, b in (pair, pair[::-1]) for s in shapes if a.types & s.subjects and b.types & s.values
        ]  # fmt: skip
        if len({s.predicate.id for s, _, _ in fitting}) != 1:
            continue
        for shape, a, b in fitting[:1]:
            out.append(
                Statement(shape.predicate, a, slots.entity_slot(b), pair[0].start, found.end(), found.span(),
                          found.end(), "", "no-relation", "adjacent", negated=True)
            )  # fmt: skip
    return out


def _settle(found: Sequence[Statement]) -> list[Statement]:
    """Keep one statement for each (subject, predicate, value), the surest; an adjacent subject beats a carried one."""
    best: dict[tuple[object, ...], Statement] = {}
    rank = {"adjacent": 0, "head": 0, "object": 1, "clause": 1, "as": 1, "topic": 2, "pronoun": 3}
    for s in found:
        key = (s.subject.ids, s.predicate.id, s.slot.start, s.slot.end)
        old = best.get(key)
        score = (not s.certain, s.carried, rank.get(s.how, 4), s.start)
        if old is None or score < (not old.certain, old.carried, rank.get(old.how, 4), old.start):
            best[key] = s
    return sorted(best.values(), key=lambda s: (s.start, s.end, s.predicate.id, s.subject.ids, s.slot.start))
