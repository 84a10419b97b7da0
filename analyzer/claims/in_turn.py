"""What is said of several things in turn, the predicate once: 航速上，前者 V1，后者 V2 · 两者的航速分别是 V1 和 V2.

The things stand in a clause or sentence before, or the clauses name them: 航速上，A 是 V1，B 是 V2.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analyzer.claims import lexicon, slots
from analyzer.claims.clauses import Sentence
from analyzer.claims.gapping import same_unit
from analyzer.claims.gaps import CLASSES, WHOLES
from analyzer.claims.grammar import SCALARS, Grammar
from analyzer.claims.mentions import CLOSING, Mention
from analyzer.claims.statement import Carry, Statement
from analyzer.claims.topics import several, two_before
from analyzer.model import Predicate, Quantity, TextValue

_MEASURE = lexicon.either("measures")
# A turn: which of the things it speaks of, then only what leads to its value.
_TURN = re.compile(
    f'(?:(?P<pair>[前后])者|(?P<one>(?:另|其中)?一{_MEASURE})|[《“"『「]?(?P<name>\ue000)\ue001*[》”"』」]?)(?:的)?'
    "(?:则|就|却|也|都|又|还|而)?(?:只|仅|才|不过|已|已经|约|大约|大概|差不多|足足|整整|高达|长达)?"
    f"(?:是在|是由|是|为|在|由|有|要|达到|达|到)?(?:一[针次年天份台瓶盒支剂晚])?"
)
# Between the noun of a predicate and the first turn: 价格也拉开了档次，
_BETWEEN = re.compile("[^，,。；;：:！？!?\\d\ue000]{0,8}(?:[，,：:]|(?=[前后]者))[而但则]?")
# Two clauses that begin alike; quicker to look for.
_MAY_TURN = re.compile('[，,；;：:、。](?:[而但])?(?:后者|(?:另|其中)?一|[《“"『「]?\ue000)')
_CODE = re.compile("[0-9]|^[a-z]{1,6}$")
# Whose the noun is before 分别, where no name stands there.
_BOTH = re.compile(
    "(?:[两二三]者|双方|它们|他们|她们|彼此"
    f"|(?:这|那)?[两二三四五几](?:{_MEASURE})?(?P<noun>[^，,。；;：:的\\d\ue000]{{0,4}}))?的?"
)
# After the last value of a clause.
_CLOSES = re.compile(f"[{CLOSING}]*(?:左右|上下|多|整|以内|起)?[{CLOSING}]*$")


class _Turn(NamedTuple):
    """A clause of a row: who it speaks of (a mention, or which of the two), and where its value may begin and end.

    ``kind`` is "name", "pair" (前者) or "one" (一个).
    """

    kind: str
    name: Mention | None
    which: str
    start: int
    value: int
    end: int


def of_turns(sentence: Sentence, grammar: Grammar, carry: Carry, found: Sequence[Statement]) -> Iterator[Statement]:
    """Yield what a row of turns says by the noun before it, and what a list of values does of a list before.

    ``found`` are the sentence's other statements; what has one of its own is left alone.
    """
    rows = list(_rows(sentence)) if _MAY_TURN.search(sentence.masked) else []
    listed = slots.in_turn(sentence.masked) >= 0
    if not rows and not listed:
        return
    taken = {s.slot.start for s in found}
    nouns = list(_nouns(sentence, grammar))
    for row in rows:
        made = [made for noun in nouns if (made := _of_row(sentence, noun, row, carry))]
        if len({s.predicate.id for each in made for s in each}) == 1:
            yield from (s for s in made[0] if s.slot.start not in taken)
        elif not made:
            yield from (s for s in _goes_on(sentence, row, carry, found) if s.slot.start not in taken)
    for predicate, start, end in nouns if listed else ():
        yield from (s for s in _of_list(sentence, predicate, (start, end), carry) if s.slot.start not in taken)


def _nouns(sentence: Sentence, grammar: Grammar) -> Iterator[tuple[Predicate, int, int]]:
    """Yield the nouns that name a predicate of the table, a cue or a label, with their places."""
    for word, predicate in grammar.nouns:
        if word in sentence.masked:
            yield from ((predicate, m.start(), m.end()) for m in re.finditer(re.escape(word), sentence.masked))


def _rows(sentence: Sentence) -> Iterator[list[_Turn]]:
    """Yield the rows of turns: clauses, or members of a list, one after the other, each of one kind."""
    by_start = {m.start: m for m in sentence.mentions}
    row: list[_Turn] = []
    last = -1
    for start, end in _parts(sentence):
        turn = _turn(sentence, by_start, start, end)
        follows = turn and row and start - last <= 2 and turn.kind == row[0].kind and turn.which != row[-1].which
        if turn and (follows or not row):
            row.append(turn)
        else:
            if len(row) > 1:
                yield row
            row = [turn] if turn else []
        last = end
    if len(row) > 1:
        yield row


def _parts(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the clauses, cut at 、 before 后者 too."""
    for start, end in sentence.segments:
        cut = sentence.masked.find("、后者", start, end)
        if cut < 0:
            yield start, end
        else:
            yield start, cut
            yield cut + 1, end


def _turn(sentence: Sentence, by_start: dict[int, Mention], start: int, end: int) -> _Turn | None:
    """Return the turn that a part of a sentence is; 前者 may have the noun before it: 航速前者 V."""
    at = start
    if (former := sentence.masked.find("前者", start, end)) > 0:
        at = former
    m = _TURN.match(sentence.masked, at + (sentence.masked[at : at + 1] in "而但"), end)
    if m is None:
        return None
    name = by_start.get(m.start("name")) if m["name"] else None
    kind = "name" if name else "pair" if m["pair"] else "one"
    return _Turn(kind, name, m["pair"] or str(m.start()), m.start(), m.end(), end)


def _of_row(sentence: Sentence, cue: tuple[Predicate, int, int], row: Sequence[_Turn], carry: Carry) -> list[Statement]:
    """Return what a row of turns says by the noun before it, nothing where a value or a subject does not fit."""
    predicate, start, end = cue
    between = _BETWEEN.match(sentence.masked, end)
    if not between or between.end() != row[0].start:
        return []
    types = frozenset(predicate.subject_types)
    things = _things(sentence, row, types, carry)
    if len(things) != len(row):
        return []
    out = []
    for thing, turn in zip(things, row, strict=True):
        slot = _value(sentence, predicate, turn)
        if thing is None or slot is None or not thing.types & types:
            return []
        begin, template = min(start, turn.start), predicate.templates[0]
        out.append(_stated(sentence, predicate, thing, slot, begin, (start, end), turn.start, template))
    units = {sentence.text[s.slot.end - 1] for s in out if isinstance(s.slot.value, Quantity)}
    return out if len(units) < 2 else []


def _things(sentence: Sentence, row: Sequence[_Turn], types: frozenset[str], carry: Carry) -> Sequence[Mention | None]:
    """Return what the turns of a row speak of, in order; () where it is unclear."""
    if row[0].kind == "name":
        return [turn.name for turn in row]
    if not any(m.end <= row[0].start and m.types & types for m in sentence.mentions):
        return carry.several(types)
    return two_before(sentence) if row[0].kind == "pair" else several(sentence, types, row[0].start)


def _goes_on(sentence: Sentence, row: Sequence[_Turn], carry: Carry, found: Sequence[Statement]) -> Iterator[Statement]:
    """Yield what the later turns of a row say by the predicate of the first: 前者全长 V，后者只有 V."""
    for s in found:
        if row[0].kind == "name" or not row[0].start <= s.slot.start < row[0].end:
            continue
        things = _things(sentence, row, frozenset(s.predicate.subject_types), carry)
        if len(things) != len(row) or things[0] is None or things[0].ids != s.subject.ids:
            continue
        for thing, turn in zip(things[1:], row[1:], strict=True):
            slot = _value(sentence, s.predicate, turn)
            if (
                thing is None
                or slot is None
                or (isinstance(slot.value, Quantity) and not same_unit(sentence, s, slot.end))
            ):
                break
            cue = turn.start, turn.value
            yield _stated(sentence, s.predicate, thing, slot, turn.start, cue, turn.start, s.template)


def _stated(
    sentence: Sentence, predicate: Predicate, thing: Mention, slot: slots.Slot, start: int, cue: tuple[int, int],
    lead: int, template: str,
) -> Statement:  # fmt: skip
    """Return a statement of a thing, which this sentence or an earlier one names."""
    near = any(thing is m for m in sentence.mentions)
    return Statement(
        predicate, thing, slot, start, slot.end, cue, lead, template, "in-turn", "clause" if near else "described",
        carried=not near,
    )  # fmt: skip


def _value(sentence: Sentence, predicate: Predicate, turn: _Turn) -> slots.Slot | None:
    """Return the one value of a turn, None where anything else stands in it."""
    types = frozenset(v for v in predicate.value_types if v not in SCALARS)
    values = slots.after(sentence, turn.value, predicate, types)
    fits = len(values) == 1 and values[0].value is not None and values[0].start - turn.value <= 1
    if fits and isinstance(values[0].value, TextValue) and not _CODE.search(values[0].value.folded):
        return None  # of texts only codes: any words would fit
    return values[0] if fits and _CLOSES.match(sentence.text[values[0].end : turn.end].rstrip("。！!")) else None


def _of_list(sentence: Sentence, predicate: Predicate, noun: tuple[int, int], carry: Carry) -> Iterator[Statement]:
    """Yield what 分别 says of the things that an earlier clause or sentence lists."""
    start, end = noun
    begin, stop = sentence.segments[sentence.segment_at(start)]
    if slots.in_turn(sentence.masked, end, min(stop, end + 2)) != end:
        return
    both = _BOTH.fullmatch(sentence.masked, begin, start)
    if not both or (both["noun"] and both["noun"] not in CLASSES | WHOLES | sentence.classes):
        return
    types = frozenset(predicate.subject_types)
    known = any(m.end <= begin and m.types & types for m in sentence.mentions)
    things = several(sentence, types, begin) if known else carry.several(types)
    kinds = frozenset(v for v in predicate.value_types if v not in SCALARS)
    values = slots.after(sentence, end, predicate, kinds)
    if len(things) < 2 or len(things) != len(values) or any(v.value is None for v in values):
        return
    for thing, slot in zip(things, values, strict=True):
        yield _stated(sentence, predicate, thing, slot, start, (start, end), begin, predicate.templates[0])
