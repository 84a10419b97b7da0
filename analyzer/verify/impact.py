"""What a change of the table does to verdicts already given, before anybody saves it."""

from collections.abc import Iterable
from dataclasses import dataclass

from analyzer.model import Claim, FactTable, Judgement, PartialDate
from analyzer.verify.ladder import judge


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """One claim whose verdict or tier differs between two tables."""

    before: Judgement
    after: Judgement


def impact(claims: Iterable[tuple[Claim, PartialDate | None]], old: FactTable, new: FactTable) -> tuple[Flip, ...]:
    """Return the claims, each given with its article's date, that the new table judges otherwise; order kept.

    Only facts may differ: other entities or templates change which claims there are, so articles must be read again
    where ``vocabulary_digest`` differs.
    """
    flips = []
    for claim, published in claims:
        before, after = judge(claim, old, published), judge(claim, new, published)
        if (before.verdict, before.tier) != (after.verdict, after.tier):
            flips.append(Flip(before=before, after=after))
    return tuple(flips)
