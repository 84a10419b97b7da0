"""Copular sentences: S 是 V, S 是 V 的, S 为 2 年."""

import re
from collections.abc import Sequence
from dataclasses import replace

from analyzer.claims import attach, lexicon, slots
from analyzer.claims.clauses import Sentence
from analyzer.claims.gaps import nominal
from analyzer.claims.grammar import Shape
from analyzer.claims.mentions import Mention
from analyzer.claims.pairing import pairs
from analyzer.claims.slots import Slot
from analyzer.claims.statement import Carry, Statement
from analyzer.claims.topics import Subject
from analyzer.words import tagged

_COPULA = re.compile(
    r"(?:就是|则是|正是|便是|乃是|也是|都是|均是|均为|都为|皆为|是|为|系|乃|作为|同属于|属于|(?<![金家下附直隶归从军眷亲])[同均皆都]?属于?(?![性地下])|成为|即)"
)

_KIND = rf"(?:(?:一|这|那|两|几|某)?{lexicon.either('measures')})?"


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
        return _scalar_copula(sentence, shape)
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


_LEADING_KIND = re.compile(rf"^{_KIND}")


def _copula_before(sentence: Sentence, segment: int, v: Mention) -> tuple[int, int] | None:
    """Return the span of the copula that governs a value, if only modifiers stand between them."""
    region = sentence.masked[segment : v.start]
    for found in reversed(list(_COPULA.finditer(region))):
        gap = sentence.gap(segment + found.end(), v.start)
        gap = _LEADING_KIND.sub("", gap)
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


def _scalar_copula(sentence: Sentence, shape: Shape) -> list[Statement]:
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
