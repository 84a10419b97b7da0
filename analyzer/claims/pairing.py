"""Which subject goes with which value: each with each, or in order where 分别 or its like says so."""

import re
from collections.abc import Iterator, Sequence

from analyzer.claims.clauses import Sentence
from analyzer.claims.mentions import Mention
from analyzer.claims.slots import Slot, in_turn
from analyzer.claims.topics import Subject


def pairs(
    sentence: Sentence, subject: Subject, values: Sequence[Slot], carried: bool
) -> Iterator[tuple[Mention, Slot]]:
    """Pair subjects and values: each with each, but in order where 分别 or its like says so."""
    apart = in_turn(sentence.text)
    if len(values) == 1 and sentence.text[max(0, apart)] == "各":
        apart = -1  # A 和 B 的 [全长] 各为 V
    segment = sentence.segments[sentence.segment_at(max(0, apart))][0]
    if not carried and len(subject.mentions) > 1 and subject.mentions[-1].end <= segment <= apart <= values[0].start:
        # A 和 B，目前分别 [隶属于] V1 和 V2: the list is a clause of its own
        if len(subject.mentions) == len(values):
            yield from zip(subject.mentions, values, strict=True)
        return
    alone = len(subject.mentions) == 1 < len(values) and (carried or subject.mentions[0].end <= segment)
    if alone and 0 <= apart <= values[0].start:
        return  # 分别 pairs the values with things that are not told here
    if not carried and 0 <= apart <= values[0].start and subject.mentions[0].end <= apart:
        items = list_items(sentence, subject, apart)
        if len(items) == len(values):
            yield from ((m, v) for m, v in zip(items, values, strict=True) if m is not None)
        if len(items) > 1:
            return
    if not carried and values[-1].end <= apart < subject.mentions[0].start:
        # V1、V2 分别 [推出] S1 和 S2
        first = sentence.segments[sentence.segment_at(apart)][0]
        named = len(re.findall(r"[^、和与及]+", sentence.masked[first:apart]))
        if named == len(values) == len(subject.mentions):
            yield from zip(subject.mentions, values, strict=True)
        if max(named, len(values), len(subject.mentions)) > 1:
            return
    yield from ((m, v) for m in subject.mentions for v in values)


def list_items(sentence: Sentence, subject: Subject, apart: int) -> list[Mention | None]:
    """Return the members of the list before 分别 in order, None for names the table does not know."""
    segment = sentence.segments[sentence.segment_at(apart)][0]
    start = segment
    items: list[Mention | None] = []
    for piece in re.finditer(r"[^、和与及]+", sentence.masked[segment:apart].rstrip("则都就")):
        span = (start + piece.start(), start + piece.end())
        known = [m for m in sentence.mentions if span[0] <= m.start and m.end <= span[1]]
        mine = [m for m in known if m in subject.mentions or m.types & subject.mentions[0].types]
        items.append(mine[-1] if mine else None)
    return items
