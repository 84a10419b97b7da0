"""A stored claim under the names of a table that has changed since, so that it can be judged again."""

from dataclasses import replace

from analyzer.facts.names import Names
from analyzer.model import Claim, EntityValue, UnknownValue


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
