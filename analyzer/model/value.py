"""What a claim or a fact says of its subject: six typed kinds."""

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What a figure in a text bounds: 5万 · 2万到5万 · 最高5万 · 至少5万 · 约5万."""

    POINT = "point"
    RANGE = "range"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityValue:
    """A value that is an entity of the table."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownValue:
    """A value that the table does not know. ``proper_name`` tells a name (某某银行) from a description (一家机构)."""

    name: str
    proper_name: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure in the predicate's canonical unit; a point has ``low == high``.

    ``readings`` are further (low, high) pairs that the words also allow (a yearly rate over 365 or 360 days).
    """

    low: float
    high: float
    unit: str
    shape: Shape = Shape.POINT
    readings: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date as exact as it was written; ``month`` and ``day`` are 0 where not given."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"] + [f"{p:02d}" for p in (self.month, self.day) if p]
        return "-".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """The value of a boolean predicate."""

    true: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextValue:
    """A value that is compared as text. ``folded`` is the text without spaces, in the folded script and width."""

    folded: str


Value = EntityValue | UnknownValue | Quantity | PartialDate | Truth | TextValue


def value_id(value: Value | None) -> str | None:
    """Return the contract's ``value_id``: entity id, or the canonical number, date or boolean as text, or None."""
    match value:
        case EntityValue():
            return value.id
        case Quantity():
            low, high = f"{value.low:.12g}", f"{value.high:.12g}"
            return low if low == high else f"{low}~{high}"
        case PartialDate():
            return str(value)
        case Truth():
            return "true" if value.true else "false"
        case TextValue():
            return value.folded
        case _:
            return None
