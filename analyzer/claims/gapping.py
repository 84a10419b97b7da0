"""Gapping: a clause that leaves out the predicate of the clause before it. A 首飞于2008年，B 则是2015年."""

import re
from collections.abc import Sequence

from analyzer.claims import slots
from analyzer.claims.clauses import Sentence
from analyzer.claims.grammar import SCALARS
from analyzer.claims.mentions import CLOSING, Mention
from analyzer.claims.statement import Statement
from analyzer.model import Quantity

# 则 or 却 sets the two subjects against each other; a bare copula would be a statement of its own.
_CONTRAST = re.compile('[》”"』」]?(?:的)?(?:则|却)(?:仅仅|仅|只|才|不过)?(?:是在|是|为|有|在|由|达到|达)?[《“"『「]?')
_LEADS = re.compile('(?:而|但|可|不过|然而)?[《“"『「]?')


def of_gap(sentence: Sentence, found: Sequence[Statement]) -> list[Statement]:
    """Return what clauses of the form S 则是 V say by the predicate of the nearest clause before.

    ``found`` are the sentence's other statements. The value must fill the rest of the clause and fit one predicate.
    """
    out: list[Statement] = []
    for k, (start, end) in enumerate(sentence.segments):
        m = next((m for m in sentence.mentions if start <= m.start < end), None)
        if not k or m is None or not _LEADS.fullmatch(sentence.text[start : m.start]):
            continue
        contrast = _CONTRAST.match(sentence.text, m.end)
        if contrast is None or any(start <= s.slot.start < end for s in found):
            continue
        stated = [s for s in found if s.slot.start < start and s.subject.ids != m.ids]
        last = max((sentence.segment_at(s.cue[0]) for s in stated), default=-1)
        made = [
            gapped
            for s in stated
            if last == k - 1
            and sentence.segment_at(s.cue[0]) == last
            and (gapped := _like(sentence, s, m, contrast, end))
        ]
        if len({s.predicate.id for s in made}) == 1:
            out.append(made[0])
    return out


def _like(sentence: Sentence, model: Statement, m: Mention, contrast: re.Match[str], end: int) -> Statement | None:
    """Return what the model's predicate makes of a gapped clause, None where its value does not fit."""
    predicate = model.predicate
    if not m.types & frozenset(predicate.subject_types):
        return None
    types = frozenset(v for v in predicate.value_types if v not in SCALARS)
    values = slots.after(sentence, contrast.end(), predicate, types)
    if len(values) != 1 or values[0].value is None or values[0].start - contrast.end() > 1:
        return None
    slot = values[0]
    if sentence.text[slot.end : end].strip(CLOSING + "。！!左右多"):
        return None
    if isinstance(slot.value, Quantity) and not same_unit(sentence, model, slot.end):
        return None
    return Statement(
        predicate, m, slot, m.start, slot.end, (contrast.start(), slot.start), m.end, model.template, "gapped", "clause"
    )  # fmt: skip


def same_unit(sentence: Sentence, model: Statement, end: int) -> bool:
    """Return whether two figures are written with the same last character: 四幕 and 三幕, 85公里 and 959公里."""
    return sentence.text[end - 1] == sentence.text[model.slot.end - 1]
