"""A stored claim under the names of a table that has changed since, so that it can be judged again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from analyzer.facts.cells import read_date
from analyzer.facts.names import Names
from analyzer.model import Claim, EntityValue, FactTable, Judgement, PartialDate, UnknownValue
from analyzer.verify.ladder import judge


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """A claim that two tables judge otherwise; None where a table no longer has its subject or predicate."""

    claim: Claim
    before: Judgement | None
    after: Judgement | None

    @property
    def effect(self) -> str:
        """Return "+" where a finding appears, "-" where one goes, "~" where something else changes."""
        was, is_ = (bool(j and j.is_finding) for j in (self.before, self.after))
        return "+" if is_ and not was else "-" if was and not is_ else "~"


def flips(claims: Iterable[tuple[Claim, str | None]], old: FactTable, new: FactTable) -> list[Flip]:
    """Return the claims (each with its article's ISO date) whose verdict or tier differs between two tables."""
    old_names, new_names = (Names.of(t.entities, t.predicates) for t in (old, new))
    found = []
    for claim, published in claims:
        date = date_of(published)
        before, after = judged_under(claim, date, old, old_names), judged_under(claim, date, new, new_names)
        if (before and (before.verdict, before.tier)) != (after and (after.verdict, after.tier)):
            found.append(Flip(claim=claim, before=before, after=after))
    return found


def judged_under(claim: Claim, published: PartialDate | None, table: FactTable, names: Names) -> Judgement | None:
    """Return a stored claim's judgement under a table, or None where the table has no such subject or predicate."""
    known = resolved(claim, names)
    return judge(known, table, published) if known else None


def date_of(iso: str | None) -> PartialDate | None:
    """Return an article's ISO date or time as a date, or None where it is none."""
    read = read_date(iso[:10]) if iso else None
    return read.value if read else None
