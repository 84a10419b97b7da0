"""Rows as lines for a terminal."""

from analyzer.facts.columns import COLUMNS, FACTS
from analyzer.facts.table import Usable
from analyzer.language import Language, Phrase
from analyzer.model import Entity, EntityValue, Fact, FactTable, Predicate

DRAFT = Phrase("（草稿）", "(draft)")


def value_text(fact: Fact, table: FactTable) -> str:
    """Return a fact's value as people read it: the entity's name, or what is written with the unit."""
    if isinstance(fact.value, EntityValue):
        return table.entities[fact.value.id].name
    return fact.written + table.predicates[fact.predicate].unit


def as_line(fact: Fact, table: FactTable, language: Language) -> str:
    """Return a fact in one line."""
    since = f"{fact.valid_from or ''}…{fact.valid_to or ''}" if fact.valid_from or fact.valid_to else ""
    parts = (
        fact.id,
        table.entities[fact.subject].name,
        table.predicates[fact.predicate].label,
        value_text(fact, table),
        fact.grade.value,
        since,
        fact.source_title or fact.source_url or DRAFT.say(language),
    )
    return "  ".join(p for p in parts if p)


def as_cells(fact: Fact, read: Usable) -> dict[str, str]:
    """Return a fact's row as it is written, column by column."""
    sheet = read.sheets[FACTS]
    row = sheet.rows[fact.row - 2]
    return {c.name: sheet.cell(row, c.name) for c in COLUMNS[FACTS]}


def entity_line(entity: Entity, table: FactTable) -> str:
    """Return an entity in one line."""
    above = " → ".join(table.entities[a].name for a in table.ancestors(entity.id) if a in table.entities)
    return "  ".join(p for p in (entity.id, entity.name, entity.type, above, "|".join(entity.aliases)) if p)


def predicate_line(predicate: Predicate, language: Language) -> str:
    """Return a predicate in one line."""
    count = len(predicate.templates)
    types = f"{'|'.join(predicate.subject_types)} → {'|'.join(predicate.value_types)} {predicate.unit}".rstrip()
    return "  ".join(
        (
            predicate.id,
            predicate.label,
            types,
            predicate.cardinality.value,
            Phrase(f"{count} 个句式", f"{count} templates").say(language),
        )
    )
