"""Statements without a cue of their own: copular sentences, ellipses, denied relations, templates as they stand."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from analyzer.claims import attach, lexicon, slots, stance, topics
from analyzer.claims.clauses import Sentence
from analyzer.claims.gaps import link_gap, nominal
from analyzer.claims.grammar import Shape
from analyzer.claims.mentions import Mention
from analyzer.claims.pairing import pairs
from analyzer.claims.shifts import OPENER
from analyzer.claims.slots import Slot, continues
from analyzer.claims.statement import Carry, Statement
from analyzer.claims.templates import WEAK
from analyzer.claims.topics import Subject
from analyzer.model import Truth
from analyzer.words import tagged

_COPULA = re.compile(
    r"(?:就是|则是|正是|便是|乃是|也是|都是|均是|均为|都为|皆为|是|为|系|乃|作为|同属于|属于|(?<![金家下附直隶归从军眷亲])[同均皆都]?属于?(?![性地下])|成为|即)"
)

_KIND = rf"(?:(?:一|这|那|两|几|某)?{lexicon.either('measures')})?"


def of_pattern(sentence: Sentence, shape: Shape) -> list[Statement]:
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
        if shape.predicate.value_types[0] == "number" and _exceeds(sentence, found):
            continue
        if not any(k[0] == "L" for k in found.groupdict()) and not _linked(sentence, found):
            continue
        for slot in _pattern_values(sentence, shape, found, by_start):
            start, end = min(found.start(), slot.start), max(found.end(), slot.end)
            out.append(
                Statement(
                    shape.predicate, subject, slot, start, end, (found.start(), found.end()), found.start(),
                    shape.template, "literal", "adjacent", slot.certain, negations=_pattern_negations(found),
                )
            )  # fmt: skip
    return out


def _exceeds(sentence: Sentence, found: re.Match[str]) -> bool:
    """Return whether a match speaks of a difference (高|出 V), not of the thing's own figure."""
    return any(
        v and sentence.text[found.end(k) : found.end(k) + 1] == "出"
        for k, v in found.groupdict().items()
        if k[0] == "L"
    )


def of_topic(sentence: Sentence, shape: Shape, carry: Carry) -> list[Statement]:
    """S…，高 508 米 · 它高 508 米: a pattern whose subject is the topic of the clauses or sentences before."""
    out: list[Statement] = []
    if shape.onward is None:
        return out
    for k, (start, end) in enumerate(sentence.segments):
        pronoun = _IT.match(sentence.masked, start, end)
        begin = pronoun.end() if pronoun else start
        lead = _LEADS.match(sentence.masked, begin, end)
        assert lead is not None  # noqa: S101 - it matches nothing as well
        found = shape.onward.match(sentence.masked, begin, end) or shape.onward.match(sentence.masked, lead.end(), end)
        if found is None or not (k or pronoun) or _exceeds(sentence, found):
            continue
        subject = topics.carried(sentence, k, shape.subjects, bool(pronoun), role=True) if k else None
        far = subject is None and pronoun is not None
        if far:
            subject = carry(shape.subjects, True)
        if subject is None or len(subject.mentions) != 1:
            continue
        out += [
            Statement(
                shape.predicate, subject.mentions[0], slot, start, max(found.end(), slot.end), found.span(), start,
                shape.template, "literal", subject.how, slot.certain, negations=_pattern_negations(found), carried=far,
            )
            for slot in _pattern_values(sentence, shape, found, {m.start: m for m in sentence.mentions})
        ]  # fmt: skip
    return out


def _linked(sentence: Sentence, found: re.Match[str]) -> bool:
    """Return whether only grammar stands between the slots of a template without words ({S}…{V})."""
    first, second = sorted((found.span("S"), found.span("V")))
    return link_gap(sentence.gap(first[1], second[0]), True)


# 截至今年夏天[共有] V
_LEADS = re.compile("(?:(?:截至|截止到?|到)[^，,。；;\ue000共已总]{1,10})?")
_IT = re.compile(rf"(?:它|其|该[^，,。是为]{{1,2}}|这{lexicon.either('measures')}|{lexicon.either('wholes')})(?:的)?")


def _pattern_negations(found: re.Match[str]) -> int:
    """Return how many negators a match has beside those of the template's literals."""
    literals = [v for k, v in found.groupdict().items() if k.startswith("L") and v]
    return max(0, stance.count_negations(found.group()) - sum(stance.count_negations(v) for v in literals))


def _pattern_values(sentence: Sentence, shape: Shape, found: re.Match[str], by_start: dict[int, Mention]) -> list[Slot]:
    if "V" not in shape.order:
        return [Slot(found.start(), found.end(), Truth(true=True))]
    if shape.values:
        value = by_start.get(found.start("V"))
        if value is None or not value.types & shape.values or continues(sentence, value):
            return []
        if shape.order == "SV":  # 在某国的[某市]
            rest = [m for m in sentence.mentions if m.start >= value.start]
            listed = slots.list_right(sentence, slots.nested_head(sentence, rest, shape.values), shape.values)
            return [slots.entity_slot(m) for m in listed]
        return [slots.entity_slot(value)]
    place = found.start("V")
    kind = shape.predicate.value_types[0]
    if kind == "text" and shape.order == "VS":
        return _text_ahead(sentence, place)
    if shape.order == "SV" or kind == "text" or (kind == "number" and place > found.start()):
        near = [s for s in slots.after(sentence, place, shape.predicate, shape.values) if s.start - place <= 2]
        literals = [found.span(k) for k in found.groupdict() if k.startswith("L") and found.start(k) > place]
        if kind == "text" and literals and sentence.text[place - 1] in "(（":
            # {S}（{V}）: brackets hold all sorts of remarks, a code is one of few.
            end = min(literals)[0]
            return [slots.text_slot(sentence, place, end)] if _CODE.fullmatch(sentence.text, place, end) else []
        if kind == "text" and all(v in WEAK for k, v in found.groupdict().items() if k[0] == "L"):
            near = [s for s in near if _nominal(sentence, s)]
        if kind != "number" or not literals:
            return near
        # 共 V 条: the figure runs up to the next literal, which its own counter may be.
        start, end = min(literals)
        return [s for s in near if start <= s.end <= end]
    return [s for s in slots.before(sentence, place, shape.predicate, shape.values, False, False) if place - s.end <= 1]


_CODE = re.compile(r"[a-z]{0,3}[ .-]?\d[\da-z.-]{2,}")


def _text_ahead(sentence: Sentence, place: int) -> list[Slot]:
    """Return the noun phrase that opens a clause and ends at a place: [农历五月初五]是 S."""
    begin = sentence.segments[sentence.segment_at(place)][0]
    lead = OPENER.match(sentence.text[begin:place])
    begin += lead.end() if lead else 0
    phrase = sentence.masked[begin:place]
    slot = slots.text_slot(sentence, begin, place)
    return [slot] if 1 < len(phrase) <= MAX_TEXT and _nominal(sentence, slot) else []


def _nominal(sentence: Sentence, slot: Slot) -> bool:
    """Return whether a text that only 在 or 是 binds is a bare noun phrase: 春节在[农历正月初一], not 在[家里过]."""
    return all(kind[0] in "ntmqbazsxj" for _, kind in tagged(sentence.masked[slot.start : slot.end]))


MAX_TEXT = 12  # characters; as long as a template's gap (tests/claims/test_frames.py)


def _compound(sentence: Sentence, m: Mention) -> bool:
    """Return whether the mention is the first part of a longer noun or only a possessor."""
    rest = re.match(r"[\u4e00-\u9fff\ue000]{1,6}", sentence.masked[m.end :])
    if not rest:
        return False
    word, kind = tagged(rest.group())[0]
    return word in ("的", "之") or kind[0] in "nbjlz" or kind == "vn" or word == "\ue000"


def of_possessive(sentence: Sentence, shape: Shape, carry: Carry) -> list[Statement]:
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
        subject, far = _left(sentence, shape, at, (v.start, v.end), carry)
        for m in subject.mentions if subject else ():
            made = replace(
                _copular(sentence, shape, m, v, at, at + 1, subject.how if subject else ""), frame="possessive"
            )
            out.append(_far(sentence, made, at) if far else made)
    return out


def of_copula(sentence: Sentence, shape: Shape, carry: Carry, cued: Sequence[tuple[int, int]]) -> list[Statement]:
    """S 是一款[…的]V: the value must be the head of the predicate nominal. ``cued`` are the spans of cues."""
    if not shape.values:
        return _scalar_copula(sentence, shape, carry)
    out: list[Statement] = []
    seen: set[int] = set()
    for v in sentence.mentions:
        if not v.types & shape.values or v.start in seen:
            continue
        chain = _list_of(sentence, v, shape)
        seen.update(m.start for m in chain)
        if not _heads(sentence, chain[-1], shape.suffix, "{V}…" in shape.template):
            continue
        found = _copula_before(sentence, sentence.segments[sentence.segment_at(v.start)][0], v)
        if found is None:
            out += _apposed(sentence, shape, chain)
            continue
        if any(a <= found[0] < b for a, b in cued):
            continue
        taken = (v.start, chain[-1].end)
        if sentence.text[found[0] : found[1]] == "作为" and (right := _as_head(sentence, chain[-1], shape)):
            out += [_copular(sentence, shape, m, x, *found, "as") for m in right.mentions for x in chain]
            continue
        values = [slots.entity_slot(x) for x in chain]
        subject, far = _left(sentence, shape, found[0], taken, carry)
        if subject is not None:
            for m, slot in pairs(sentence, subject, values, far):
                x = next(c for c in chain if c.start == slot.start)
                if m != x:
                    made = _copular(sentence, shape, m, x, *found, subject.how)
                    out.append(_far(sentence, made, found[0]) if far else made)
    return out


_THIS = re.compile(rf'[》”"』」]?[这那]一?{lexicon.either("measures")}')


def _apposed(sentence: Sentence, shape: Shape, chain: Sequence[Mention]) -> list[Statement]:
    """S 这种 V，…: a thing with its class in apposition."""
    v = chain[0]
    m = next((x for x in reversed(sentence.mentions) if x.end <= v.start), None)
    if m is None or not m.types & shape.subjects or len(chain) > 1:
        return []
    if not _THIS.fullmatch(sentence.gap(m.end, v.start)):
        return []
    return [_copular(sentence, shape, m, v, m.end, v.start, "adjacent")]


def _left(
    sentence: Sentence, shape: Shape, at: int, taken: tuple[int, int], carry: Carry
) -> tuple[Subject | None, bool]:
    """Return the subject left of a place and whether it comes from an earlier sentence."""
    subject = attach.before(sentence, at, shape.subjects, False, taken)
    if subject is not None:
        return subject, False
    described = attach.opens_clause(sentence, at, shape.subjects, False, taken)
    return (carry(shape.subjects, described), True) if described is not None else (None, False)


def _far(sentence: Sentence, made: Statement, at: int) -> Statement:
    return replace(made, start=at, carried=True, lead=sentence.segments[sentence.segment_at(at)][0])


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


_PHRASE_ENDS = re.compile(
    r"$|[，,。；;！!：:）)\n、？?]|之一|的一[种类款个员]|没错|不假|无疑|和|与|及|以及|行列|\ue000|凭借|作为|随着|[而且也但]"
)


def _heads(sentence: Sentence, v: Mention, suffix: str, loose: bool = False) -> bool:
    """Return whether a value is the head noun of its phrase: the phrase ends right after it (or after ``suffix``).

    ``loose``: the template has a gap before the suffix, in which 的 may stand.
    """
    rest = sentence.masked[v.end :]
    rest = re.sub(r"^[》”\"』」]*(?:[(（][^)）]{0,30}[)）])?", "", rest)
    if suffix:
        within = "[^，,。；;！!\ue000]{0,12}?" if loose else "[^，,。；;！!的\ue000]{0,8}?"
        found = re.match(rf"({within})(?:{suffix})", rest)
        if found is None or not nominal(found[1].rpartition("的")[2]):
            return False
        rest = rest[found.end() :]
    if _PHRASE_ENDS.match(rest):
        return True
    run = re.match(r"[\u4e00-\u9fff]{1,4}(?=$|[，,。；;！!])", rest)
    if run is None or suffix:
        return False
    words = tagged(run.group())
    return len(words) == 1 and words[0][1] in ("n", "vn", "nz")


def _list_of(sentence: Sentence, v: Mention, shape: Shape) -> list[Mention]:
    """Return the list that a value opens: V1、V2以及V3."""
    chain = [v]
    for m in sentence.mentions:
        if m.start >= chain[-1].end:
            gap = sentence.gap(chain[-1].end, m.start)
            if not m.types & shape.values or not re.fullmatch(r"(?:、|和|与|及|以及)+", gap):
                break
            chain.append(m)
    return chain


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


_EQUALS = re.compile(
    r"[》”\"』」]?(?:目前|现在|一般|通常|仍然|依然|仍|确实|的确|当时|那时|其实|实际|的?(?:期限|期间|数值|标准))?"
    r"(?P<no>不|并不|并非)?(?:就|则|乃|正|都|均|也|还|应|可)?"
    r"(?:是|为|即|属于|不超过|不得超过|最高为|规定为|调整为|年化为|只有|仅为|约为|达到?|长达|高达)"
)


# 标准税率：13%: the thing itself is the label of its line, and the value ends it.
_LABELS = re.compile(r"[》”\"』」]?[:：](?=[^，,：:。；;]{1,16}[。；;]?$)(?P<no>(?!))?")


def _scalar_copula(sentence: Sentence, shape: Shape, carry: Carry) -> list[Statement]:
    """S 为 2 年 · S 是 V [白酒]: subject, copula and value side by side; a text is bounded by the suffix."""
    out: list[Statement] = []
    kind = shape.predicate.value_types[0]
    if kind == "text" and not shape.suffix:
        return out
    for m in sentence.mentions:
        if not m.types & shape.subjects:
            continue
        found = _EQUALS.match(sentence.text, m.end)
        labelled = _LABELS.match(sentence.text, m.end) if not sentence.gap(0, m.start).strip("·•●-*") else None
        found = found or labelled
        if not found:
            continue
        cue = (found.start(), found.end())
        out += [
            Statement(
                shape.predicate, m, slot, m.start, slot.end, cue, m.end, shape.template, "copula", "adjacent",
                slot.certain, negations=int(bool(found["no"])),
            )
            for slot in _scalars(sentence, shape, found.end())
        ]  # fmt: skip
    return out


def _scalars(sentence: Sentence, shape: Shape, at: int) -> list[Slot]:
    if shape.suffix:
        found = re.compile(rf"{_KIND}([^，,。；;！!的]{{1,8}}?)(?:{shape.suffix})").match(sentence.text, at)
        if found is None or shape.predicate.value_types[0] != "text":
            return []
        return [slots.text_slot(sentence, found.start(1), found.end(1))]
    return [s for s in slots.after(sentence, at, shape.predicate, shape.values) if s.start - at <= 4]


_NO_RELATION = re.compile(
    r"(?:之间)?(?:也|都|其实|根本|完全|实际上|从来|本来)?(?:就)?(?:无关|(?:没有|没|毫无|并无|无|不存在)(?:任何|什么|半点|丝毫|一点|直接|隶属|股权|半毛钱|所谓的?|的)*"
    r"(?:关系|关联|瓜葛|干系|联系))"
)


def of_no_relation(sentence: Sentence, shapes: Sequence[Shape]) -> list[Statement]:
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


# When something has happened to S, the one who then acts: S 逾期后，V 将 …
_ONCE = re.compile("(?:之|以)?后$")
_ACTS = re.compile(
    '[》”"』」]?(?:就|便|也|同样)?(?:将会?|会|有权|可以|可能会)(?:对|向|把|将|通过|依法|按|派|先)?[\u4e00-\u9fff]{2}'
)


def of_implied(sentence: Sentence, shapes: Sequence[Shape]) -> list[Statement]:
    """S … 后，V 将 …: V acts where S is concerned, so that S seems to be V's. Never more than a suggestion.

    Only where the sentence names just these two and exactly one single or closed predicate fits them.
    """
    out: list[Statement] = []
    if len({m.ids for m in sentence.mentions}) != 2:
        return out
    for (a, b), (start, end) in itertools.pairwise(sentence.segments):
        first = [m for m in sentence.mentions if a <= m.start < b]
        second = [m for m in sentence.mentions if start <= m.start < end]
        if len(first) != 1 or len(second) != 1 or sentence.gap(start, second[0].start):
            continue
        s, v = first[0], second[0]
        if topics.topic_of(sentence, a, b, s.types) is not s:
            continue  # 用 S 付款后，V 会 …: S is a means
        found = _ACTS.match(sentence.masked, v.end)
        fitting = [x for x in shapes if s.types & x.subjects and v.types & x.values]
        if not found or not _ONCE.search(sentence.masked[s.end : b]) or len({x.predicate.id for x in fitting}) != 1:
            continue
        out.append(
            Statement(fitting[0].predicate, s, slots.entity_slot(v), s.start, found.end(), found.span(), v.end, "",
                      "implied-agent", "implied", False, negations=0)
        )  # fmt: skip
    return out
