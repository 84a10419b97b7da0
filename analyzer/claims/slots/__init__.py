"""Read the value of a cue: one file for each kind of value, chosen by the predicate's value type."""

from analyzer.claims.clauses import Sentence
from analyzer.claims.slots.figures import figure_after, figure_before, measured
from analyzer.claims.slots.moments import date_after, date_before
from analyzer.claims.slots.names import (
    INSTITUTION,
    continues,
    entities_after,
    entities_before,
    entity_slot,
    list_right,
    nested_head,
    possessors,
)
from analyzer.claims.slots.slot import Slot, in_turn
from analyzer.claims.slots.texts import text_after, text_before, text_slot
from analyzer.model import Predicate

__all__ = [
    "INSTITUTION", "Slot", "after", "before", "continues", "entity_slot", "in_turn", "list_right", "measured",
    "nested_head", "possessors", "text_slot",
]  # fmt: skip


def after(
    sentence: Sentence, position: int, predicate: Predicate, types: frozenset[str], counted: bool = False
) -> list[Slot]:
    """Return the values right of a cue that ends at ``position``.

    ``counted``: the template has a noun after the figure, which says what a counting word counts (V 个座位 for 人).
    """
    if types:
        return entities_after(sentence, position, types)
    kind = predicate.value_types[0]
    if kind == "number":
        return figure_after(sentence, position, predicate, counted)
    if kind == "date":
        return date_after(sentence, position)
    if kind == "text":
        return text_after(sentence, position)
    return []


def before(
    sentence: Sentence,
    position: int,
    predicate: Predicate,
    types: frozenset[str],
    verb: bool = True,
    loose: bool = False,
    possessor: bool = False,
) -> list[Slot]:
    """Return the values left of a cue that starts at ``position``.

    ``verb`` tells whether the cue is one, so that a preposition may make the name something else than its agent;
    ``loose`` whether nouns may stand in between, ``possessor`` whether 的 may (V 的[全资]子公司).
    """
    if types:
        return entities_before(sentence, position, types, verb, loose, possessor)
    kind = predicate.value_types[0]
    if kind == "number":
        return figure_before(sentence, position, predicate, loose)
    if kind == "date":
        return date_before(sentence, position)
    if kind == "text":
        return text_before(sentence, position)
    return []
