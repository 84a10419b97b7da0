"""What is true: the fact folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from analyzer.model.value import EntityValue, PartialDate, Quantity, TextValue, Truth, UnknownValue, Value


class Cardinality(StrEnum):
    """How many true values a predicate has, and whether the table lists them all."""

    SINGLE = "single"
    CLOSED = "closed"
    MULTI = "multi"


class Grade(StrEnum):
    """How a recorded value stands to the truth."""

    EXACT = "exact"
    ACCEPTED = "accepted"
    WRONG = "wrong"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A thing that facts speak of. ``row`` is the line of entities.csv (header = 1)."""

    id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    note: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A property that facts state. ``value_types`` are entity types, or one of number, date, boolean, text.

    ``templates`` are in the contract's mini-language. ``tolerance`` is relative; 0 means exact. ``severity`` comes
    from an optional extra column (high, medium, low) and only ranks findings.
    """

    id: str
    label: str
    subject_types: tuple[str, ...]
    value_types: tuple[str, ...]
    cardinality: Cardinality
    templates: tuple[str, ...]
    unit: str = ""
    tolerance: float = 0.0
    note: str = ""
    severity: str = "medium"
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One row of facts.csv. ``valid_from`` and ``valid_to`` are inclusive. A fact without a source is a draft."""

    id: str
    subject: str
    predicate: str
    value: Value
    written: str
    grade: Grade = Grade.EXACT
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    source_url: str = ""
    source_title: str = ""
    checked_on: str = ""
    checked_by: str = ""
    note: str = ""
    row: int = 0

    @property
    def draft(self) -> bool:
        """Return whether the row names no source and so decides nothing."""
        return not (self.source_url or self.source_title)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactTable:
    """The fact folder, checked and indexed.

    ``by_key`` maps (subject id, predicate id) to that key's facts in file order. ``digest`` covers the three files'
    contents; ``vocabulary_digest`` covers entities and predicates only (what claims depend on). ``newest_check`` is
    the newest ``checked_on``, or None.
    """

    entities: Mapping[str, Entity]
    predicates: Mapping[str, Predicate]
    facts: tuple[Fact, ...]
    by_key: Mapping[tuple[str, str], tuple[Fact, ...]]
    digest: str
    vocabulary_digest: str
    newest_check: PartialDate | None = None

    def ancestors(self, entity: str) -> tuple[str, ...]:
        """Return the ids above an entity, nearest first."""
        chain: list[str] = []
        node = self.entities.get(entity)
        while node and node.parent and node.parent not in chain:
            chain.append(node.parent)
            node = self.entities.get(node.parent)
        return tuple(chain)


def show(value: Value | None, table: FactTable, written: str = "") -> str:
    """Return a value as an editor writes it: the entity's name, 20万元, 0.02~0.05%/日, 2015-05, 是/否."""
    match value:
        case EntityValue():
            entity = table.entities.get(value.id)
            return entity.name if entity else value.id
        case Quantity():
            low, high = _number(value.low), _number(value.high)
            return (low if low == high else f"{low}~{high}") + value.unit
        case PartialDate():
            return str(value)
        case Truth():
            return "是" if value.true else "否"
        case UnknownValue():
            return value.name
        case TextValue():
            return written or value.folded
        case _:
            return written


def _number(value: float) -> str:
    """Return a number with 万 or 亿 where that is shorter: 200000 → 20万."""
    for size, name in ((1e8, "亿"), (1e4, "万")):
        if abs(value) >= size and len(f"{value / size:.12g}") <= 6:
            return f"{value / size:.12g}{name}"
    return f"{value:.12g}"
