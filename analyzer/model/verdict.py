"""Is it true: the stage ``verify``."""

from dataclasses import dataclass
from enum import StrEnum

from analyzer.language import Phrase
from analyzer.model.claim import Claim


class Verdict(StrEnum):
    """The contract's verdicts."""

    SUPPORTED = "supported"
    IMPRECISE = "imprecise"
    OUTDATED = "outdated"
    CONTRADICTED = "contradicted"
    UNVERIFIED = "unverified"


class Tier(StrEnum):
    """CONFIRMED is promised to be right; SUGGESTED wants a look."""

    CONFIRMED = "confirmed"
    SUGGESTED = "suggested"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A claim and what the table says of it. ``fact`` is the deciding row's id, ``code`` names the step taken.

    ``code`` is a stable word ("no_fact", "other_value", "ancestor", "damaged_number" …) that reports group by.
    """

    claim: Claim
    verdict: Verdict
    tier: Tier
    fact: str | None
    code: str
    reason: Phrase

    @property
    def is_finding(self) -> bool:
        """Return whether editors have to look at it."""
        return self.verdict in (Verdict.CONTRADICTED, Verdict.OUTDATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the values of a conflict and the articles that state it; ``voices`` counts near-duplicates once."""

    value: str
    value_id: str | None
    articles: tuple[str, ...]
    voices: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Articles (or a title and its body) that disagree on a predicate with one true value, fact or no fact."""

    subject_id: str
    predicate: str
    sides: tuple[Side, ...]
