"""What a change of the table does to verdicts already given, before anybody saves it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from analyzer.facts.names import Names
from analyzer.model import Claim, EntityValue, FactTable, Judgement, PartialDate, UnknownValue
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


def resolved(claim: Claim, names: Names) -> Claim | None:
    """Return a stored claim as a table's names know it, or None where its subject or predicate is gone.

    A value that was an unknown name becomes the entity that has this name now.
    """
    predicate = names.predicates.get(claim.predicate)
    if predicate is None or claim.subject_id not in names.entities:
        return None
    value = claim.value
    if isinstance(value, EntityValue) and value.id not in names.entities:
        return replace(claim, value=UnknownValue(name=claim.written, proper_name=True))
    if not isinstance(value, UnknownValue):
        return claim
    found = [e for e in names.entity(value.name) if names.entities[e].type in predicate.value_types]
    return replace(claim, value=EntityValue(id=found[0])) if len(found) == 1 else claim
