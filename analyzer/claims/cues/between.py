"""Cues of two parts with the value between them: 由 V 负责运营."""

import re
from collections.abc import Sequence
from dataclasses import replace

from analyzer.claims import attach, slots, stance
from analyzer.claims.clauses import Sentence
from analyzer.claims.cues.binding import emit, subject_left
from analyzer.claims.grammar import Cue
from analyzer.claims.statement import Carry, Statement
from analyzer.model import TextValue


def _either(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, words))


def value_between(sentence: Sentence, cue: Cue, start: int, end: int, carry: Carry) -> list[Statement]:
    """Return what a cue says whose first part stands before the value and whose second is at ``start:end``."""
    if cue.core.follow and not re.match(rf"[^，,。；;]{{0,12}}?(?:{_either(cue.core.follow)})", sentence.text[end:]):
        return []
    segment = sentence.segments[sentence.segment_at(start)][0]
    lead = sentence.masked.rfind(cue.core.lead, segment, start)
    if lead < 0:
        return []
    after = lead + len(cue.core.lead)
    values = slots.after(sentence, after, cue.predicate, cue.values, counted=True)
    if values and isinstance(values[0].value, TextValue) and values[0].start < start < values[0].end:
        values = [slots.text_slot(sentence, values[0].start, start)]  # 采用[红土]场地
    values = [v for v in values if v.end <= start]
    values = slots.measured(sentence, values, cue.core.unit, cue.core.bounded)
    if not values or len(sentence.gap(values[-1].end, start)) > 12:
        return []
    right = attach.after(sentence, end, cue.subjects, True) if cue.core.right else None
    if right is not None:
        return emit(sentence, cue, right, values, (lead, end), (start, end), "between")
    if cue.core.direct:
        return []
    subject, carried = subject_left(sentence, cue, lead, (values[0].start, end), carry, role=False)
    made = emit(sentence, cue, subject, values, (lead, end), (start, end), "between", carried)
    if stance.count_negations(cue.core.lead):
        # {S}不能与{V}同用: the template's own negation denies nothing.
        ahead = (stance.count_negations(sentence.masked[s.lead : lead]) for s in made)
        made = [replace(s, negations=n) for s, n in zip(made, ahead, strict=True)]
    return made
