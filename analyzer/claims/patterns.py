"""Templates that are matched as they stand, because no cue can be cut out of them."""

import re
from collections.abc import Sequence

from analyzer.claims import lexicon, slots, stance, topics
from analyzer.claims.clauses import Sentence
from analyzer.claims.cores import WEAK
from analyzer.claims.gaps import link_gap
from analyzer.claims.grammar import Shape
from analyzer.claims.mentions import Mention
from analyzer.claims.shifts import OPENER
from analyzer.claims.slots import Slot, continues, in_turn
from analyzer.claims.statement import Carry, Statement
from analyzer.model import Truth
from analyzer.words import tagged


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
        if _begins_longer(sentence, shape, found) or _than(sentence, subject, found):
            continue
        if not any(k[0] == "L" for k in found.groupdict()) and not _linked(sentence, found):
            continue
        values = _pattern_values(sentence, shape, found, by_start)
        for slot in _in_order(sentence, shape, subject, values):
            start, end = min(found.start(), slot.start), max(found.end(), slot.end)
            out.append(
                Statement(
                    shape.predicate, subject, slot, start, end, (found.start(), found.end()), found.start(),
                    shape.template, "literal", "adjacent", slot.certain, negations=_pattern_negations(found),
                )
            )  # fmt: skip
    return out


def _begins_longer(sentence: Sentence, shape: Shape, found: re.Match[str]) -> bool:
    """Return whether a literal is only the beginning of another alternative of its template: 可 in 可以."""
    alternatives = _WORDS.findall(shape.template)
    return any(
        len(other) > len(said) and other.startswith(said) and sentence.masked.startswith(other, found.start(name))
        for name, said in found.groupdict().items()
        if name[0] == "L" and said
        for other in alternatives
    )


_WORDS = re.compile(r"[^{}\[\]/…]+")


def _in_order(sentence: Sentence, shape: Shape, subject: Mention, values: Sequence[Slot]) -> Sequence[Slot]:
    """Return what goes with the subject: of a list that 分别 sets against another one its own member alone."""
    if not values or in_turn(sentence.text, subject.end, values[0].start) < 0:
        return values
    start, _ = sentence.segments[sentence.segment_at(subject.start)]
    chain = topics.coordinated(sentence, subject, shape.subjects, start)
    if len(chain) == 1:
        return values
    return values[len(chain) - 1 : len(chain)] if len(values) == len(chain) else ()


def _than(sentence: Sentence, subject: Mention, found: re.Match[str]) -> bool:
    """Return whether another thing is compared with the subject, and not by the template's own words (比{S}大{V})."""
    return topics.compared_with(sentence, subject) and not found.group().startswith(("比", "较"))


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
        if topics.turn_of(sentence, k):
            continue  # 后者[总部在] V speaks of one of two
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
        if "{V}…" in shape.template:
            start = place  # 采用 V 的 OLED [屏]
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
