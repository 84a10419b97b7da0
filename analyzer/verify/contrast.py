"""Judgements of one article held against each other: a sentence that states both the false and the true value.

Such a sentence mostly sets the error right (都说导演是甲，其实导演是乙) in words that the reader took for no denial, so
the false value is only a suggestion. Half-right lists (由甲和乙执导) share one clause and are left alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from analyzer.language import Phrase
from analyzer.model import Judgement, Stance, Tier, Verdict

NOTE = Phrase("同一句里也写了正确的值，可能是在纠正", "the same sentence states the true value too and may correct it")


def tempered(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements, those contradictions only suggested whose own sentence states the true value as well."""
    right = [j for j in judgements if j.verdict is Verdict.SUPPORTED and j.claim.stance is Stance.ASSERTED]
    return tuple(_temper(j) if any(_corrects(r, j) for r in right) else j for j in judgements)


def _corrects(right: Judgement, wrong: Judgement) -> bool:
    a, b = right.claim, wrong.claim
    same = (a.subject_id, a.predicate, a.sentence_start) == (b.subject_id, b.predicate, b.sentence_start)
    flagged = wrong.verdict is Verdict.CONTRADICTED and b.stance is Stance.ASSERTED
    return same and flagged and (a.end <= b.start or b.end <= a.start)


def _temper(j: Judgement) -> Judgement:
    if j.tier is Tier.SUGGESTED:
        return j
    reason = Phrase(zh=f"{j.reason.zh}{NOTE.zh}。", en=f"{j.reason.en} {NOTE.en[:1].upper()}{NOTE.en[1:]}.")
    return replace(j, tier=Tier.SUGGESTED, reason=reason)
