"""How a value that a text states stands to a value that the table records.

One function a kind of value; ``compare`` chooses. Nothing here knows about grades, dates of validity or stance.
"""

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from analyzer.fold import fold
from analyzer.model import (
    EntityValue,
    FactTable,
    PartialDate,
    Predicate,
    Quantity,
    Shape,
    TextValue,
    Truth,
    UnknownValue,
    Value,
)
from analyzer.values import level

# 约, 左右, 近: an approximate figure is right within 5 % (notes on figures: real pages round 1.95 to 约2) and
# certainly wrong only beyond 20 %. Held by tests/verify/test_compare.py.
ABOUT_RIGHT = 0.05
ABOUT_WRONG = 0.20
# An approximation in three or more significant digits (约6464, 约16.6万) claims more precision than that: half of it,
# set by judgement on two of our own sentences. Held by tests/verify/test_compare.py.
ABOUT_PRECISE = 0.10
PRECISE_DIGITS = 3
# A figure of two or more significant digits that the recorded one rounds to was rounded, not invented (1.64万 for
# 16,410); one digit says too little (5 for 5.2). Held by tests/verify/test_compare.py.
ROUNDED_DIGITS = 2
# A recorded word inside a longer one with at most this many further characters is the same word with a suffix.
SUFFIX = 2

UPPER_WORDS = ("最高", "最大", "最多", "最长", "上限", "至多", "封顶")
LOWER_WORDS = ("最低", "最小", "最少", "最短", "下限", "至少", "起步")
# Labels of a limit beside the words of a bound: 甲醛限量, 借款限额. Held by tests/verify/test_compare.py.
LIMIT_WORDS = ("限量", "限值", "限额", "限度", "限制")


class Relation(StrEnum):
    """How the claimed value stands to the recorded one."""

    SAME = "same"
    BROADER = "broader"  # an ancestor, part of a text, a range around the recorded figure
    NARROWER = "narrower"  # a descendant, a longer text
    ROUNDED = "rounded"  # the recorded figure, rounded
    LOOSE = "loose"  # a bound that holds but does not touch the recorded figure; an approximation that is a bit off
    OVERLAP = "overlap"  # a range or bound that cuts the recorded range
    SIMILAR = "similar"  # an unknown name much like the recorded one
    OTHER = "other"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A relation; ``distance`` orders recorded values that are all SAME (0 = as written).

    ``entailed`` tells whether the recorded value implies the claimed one, so that denying the claimed one denies it:
    true for 2015 against 2015-05, false for 2015-05 against 2015 and for a point inside a recorded range.
    """

    relation: Relation
    distance: int = 0
    entailed: bool = False


OTHER = Comparison(relation=Relation.OTHER)
INCOMPARABLE = Comparison(relation=Relation.INCOMPARABLE)


def compare(
    claimed: Value, recorded: Value, predicate: Predicate, table: FactTable, reached: bool = False
) -> Comparison:
    """Return how ``claimed`` stands to ``recorded`` for a predicate; values of unlike kinds are INCOMPARABLE.

    ``reached`` says that a bound is meant as the highest or lowest value that occurs (最高30万), not as a limit that
    holds (不超过30万): it is then false where the recorded value stops short of it.
    """
    match claimed, recorded:
        case EntityValue(), EntityValue():
            return _entities(claimed.id, recorded.id, table)
        case UnknownValue(), EntityValue():
            return _unknown(claimed, recorded.id, table)
        case UnknownValue(), UnknownValue():
            return _texts(fold(claimed.name), fold(recorded.name))
        case EntityValue(), UnknownValue():
            names = _names(claimed.id, table)
            return Comparison(relation=Relation.SAME, entailed=True) if _plain(recorded.name) in names else OTHER
        case Quantity(), Quantity():
            return quantities(claimed, recorded, predicate, reached)
        case PartialDate(), PartialDate():
            return dates(claimed, recorded)
        case Truth(), Truth():
            return Comparison(relation=Relation.SAME, entailed=True) if claimed.true == recorded.true else OTHER
        case TextValue(), TextValue():
            return _texts(claimed.folded, recorded.folded)
        case _:
            return INCOMPARABLE


def _entities(claimed: str, recorded: str, table: FactTable) -> Comparison:
    if claimed == recorded:
        return Comparison(relation=Relation.SAME, entailed=True)
    if claimed in table.ancestors(recorded):
        return Comparison(relation=Relation.BROADER, entailed=True)
    if recorded in table.ancestors(claimed):
        return Comparison(relation=Relation.NARROWER)
    return OTHER


def _names(entity: str, table: FactTable) -> tuple[str, ...]:
    known = table.entities.get(entity)
    return tuple(_plain(n) for n in (known.name, *known.aliases)) if known else ()


def _plain(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())


def _unknown(claimed: UnknownValue, recorded: str, table: FactTable) -> Comparison:
    """Compare a name that the table lacks: only a proper name can contradict, and not one like the true name."""
    if not claimed.proper_name:
        return INCOMPARABLE
    name = _plain(claimed.name)
    rank = level(name)
    if rank and not any(level(n) == rank for e in (recorded, *table.ancestors(recorded)) for n in _names(e, table)):
        return INCOMPARABLE  # a province may hold the recorded town, a town lie in the recorded province
    for known in (n for e in (recorded, *table.ancestors(recorded)) for n in _names(e, table)):
        if name == known:
            return Comparison(relation=Relation.SAME, distance=1)
        if len(known) > 1 and len(name) > 1 and (known in name or name in known or one_edit(name, known)):
            return Comparison(relation=Relation.SIMILAR)
    return OTHER


def one_edit(left: str, right: str) -> bool:
    """Return whether two words of three or more characters differ by one character (replaced, added or lost)."""
    if min(len(left), len(right)) < 3 or abs(len(left) - len(right)) > 1:
        return False
    head = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    return left[head + (len(left) >= len(right)) :] == right[head + (len(right) >= len(left)) :]


def _texts(claimed: str, recorded: str) -> Comparison:
    left, right = _plain(claimed), _plain(recorded)
    if left == right:
        return Comparison(relation=Relation.SAME, entailed=True)
    if len(right) > 1 and left.endswith("的" + right):
        return Comparison(relation=Relation.SAME, distance=1)  # 某省境内的某山
    if len(right) > 1 and _holds(left, right):
        suffix = len(left) - len(right) <= SUFFIX
        return Comparison(relation=Relation.SAME if suffix else Relation.NARROWER, distance=1)
    if len(left) > 1 and _holds(right, left):
        return Comparison(relation=Relation.BROADER)
    return OTHER


def _holds(long: str, short: str) -> bool:
    """Return whether ``short`` stands in ``long`` without being cut out of a longer number or Latin word."""
    at = long.find(short)
    if at < 0:
        return False
    edges = ((long[at - 1 : at], short[0]), (long[at + len(short) : at + len(short) + 1], short[-1]))
    return not any(outer and outer.isascii() and inner.isascii() for outer, inner in edges)


def dates(claimed: PartialDate, recorded: PartialDate) -> Comparison:
    """Compare two dates at the coarser precision; the more parts they share, the smaller the distance."""
    left = [p for p in (claimed.year, claimed.month, claimed.day) if p]
    right = [p for p in (recorded.year, recorded.month, recorded.day) if p]
    shared = min(len(left), len(right))
    if left[:shared] != right[:shared]:
        return OTHER
    return Comparison(relation=Relation.SAME, distance=3 - shared, entailed=len(left) <= len(right))


# --- figures -------------------------------------------------------------------------------------------------------


def bound_of(predicate: Predicate) -> Shape:
    """Return whether a predicate itself speaks of a maximum or minimum (最高额度), by its label; else POINT."""
    if any(word in predicate.label for word in UPPER_WORDS):
        return Shape.AT_MOST
    if any(word in predicate.label for word in LOWER_WORDS):
        return Shape.AT_LEAST
    return Shape.POINT


def is_own_bound(shape: Shape, predicate: Predicate) -> bool:
    """Return whether a bound of this shape is what the predicate itself states, by its label or one of its templates.

    Where an editor writes {S}[最长为/不得超过]{V}, the rows say how long it may be at most.
    """
    if shape not in (Shape.AT_MOST, Shape.AT_LEAST):
        return False
    words = (*UPPER_WORDS, "不超过", "不得超过") if shape is Shape.AT_MOST else (*LOWER_WORDS, "不低于", "不得低于")
    return shape is bound_of(predicate) or any(word in t for t in predicate.templates for word in words)


def is_limit(predicate: Predicate) -> bool:
    """Return whether a predicate says how much there may be, not how much there is: by its label or a template."""
    named = any(word in predicate.label for word in LIMIT_WORDS)
    return named or is_own_bound(Shape.AT_MOST, predicate) or is_own_bound(Shape.AT_LEAST, predicate)


def quantities(claimed: Quantity, recorded: Quantity, predicate: Predicate, reached: bool = False) -> Comparison:
    """Compare two figures in the predicate's unit; of several readings the best counts."""
    if claimed.unit != recorded.unit:
        return INCOMPARABLE
    shape, bound = claimed.shape, bound_of(predicate)
    if shape is Shape.POINT and claimed.low != claimed.high:
        shape = Shape.RANGE
    readings = ((claimed.low, claimed.high), *claimed.readings)
    if bound is Shape.AT_MOST and shape in (Shape.AT_MOST, Shape.RANGE):
        shape, readings = Shape.POINT, tuple((high, high) for _, high in readings)
    elif bound is Shape.AT_LEAST and shape in (Shape.AT_LEAST, Shape.RANGE):
        shape, readings = Shape.POINT, tuple((low, low) for low, _ in readings)
    elif recorded.low == recorded.high and is_own_bound(shape, predicate):
        shape, readings = Shape.POINT, tuple((h, h) if shape is Shape.AT_MOST else (w, w) for w, h in readings)
    order = list(Relation)
    found = [
        _figure(shape, low, high, a, b, predicate.tolerance, reached)
        for low, high in readings
        for a, b in ((recorded.low, recorded.high), *recorded.readings)
    ]
    return min(found, key=lambda c: (order.index(c.relation), c.distance, not c.entailed))


def _figure(shape: Shape, low: float, high: float, a: float, b: float, tolerance: float, reached: bool) -> Comparison:
    """Compare one reading ``low..high`` with a recorded ``a..b``."""
    match shape:
        case Shape.AT_MOST:
            return _bound(high, b, a, tolerance, 1, reached)
        case Shape.AT_LEAST:
            return _bound(low, a, b, tolerance, -1, reached)
        case Shape.ABOUT:
            return _about(low, high, a, b, tolerance)
    if _equal(low, a) and _equal(high, b):
        return Comparison(relation=Relation.SAME, entailed=True)
    if _near(low, a, tolerance) and _near(high, b, tolerance):
        return Comparison(relation=Relation.SAME, distance=1, entailed=True)
    if _inside(low, high, a, b, tolerance):
        return Comparison(relation=Relation.SAME, distance=2)
    if a == b and low <= a <= high:
        return Comparison(relation=Relation.BROADER)
    if low <= b and a <= high:
        return Comparison(relation=Relation.OVERLAP)
    if low == high and a == b and _rounds(a, low, ROUNDED_DIGITS):
        return Comparison(relation=Relation.ROUNDED)
    return OTHER


def _bound(bound: float, edge: float, far: float, tolerance: float, sign: int, reached: bool) -> Comparison:
    """Compare an upper (sign 1) or lower (-1) bound with the recorded range's near ``edge`` and ``far`` end."""
    if _near(bound, edge, tolerance):
        return Comparison(relation=Relation.SAME, distance=1)
    if (bound - edge) * sign > 0:
        return OTHER if reached else Comparison(relation=Relation.LOOSE)
    if far != edge and (bound - far) * sign >= 0:
        return Comparison(relation=Relation.OVERLAP)
    return OTHER


def _about(low: float, high: float, a: float, b: float, tolerance: float) -> Comparison:
    if _inside(low, high, a, b, max(tolerance, ABOUT_RIGHT)):
        return Comparison(relation=Relation.SAME, distance=2)
    if low == high and a == b and _rounds(a, low, 1):
        return Comparison(relation=Relation.SAME, distance=3)
    precise = low == high and len(f"{low:.12g}".replace(".", "").strip("0")) >= PRECISE_DIGITS
    wrong = max(tolerance, ABOUT_PRECISE) if precise else ABOUT_WRONG
    return Comparison(relation=Relation.LOOSE) if _inside(low, high, a, b, wrong) else OTHER


def _equal(left: float, right: float) -> bool:
    return math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-12)


def _near(left: float, right: float, tolerance: float) -> bool:
    return _equal(left, right) or abs(left - right) <= abs(right) * tolerance * (1 + 1e-9)


def _inside(low: float, high: float, a: float, b: float, tolerance: float) -> bool:
    return (low >= a or _near(low, a, tolerance)) and (high <= b or _near(high, b, tolerance))


def _rounds(recorded: float, claimed: float, digits: int) -> bool:
    """Return whether ``claimed`` has at least ``digits`` significant digits and is ``recorded`` rounded to them."""
    # Rounding never doubles a figure; this also keeps absurd figures away from the decimals.
    if not math.isfinite(claimed) or not 0.5 * abs(claimed) <= abs(recorded) <= 2 * abs(claimed) or abs(claimed) < 1e-9:
        return False
    shown = Decimal(f"{claimed:.12g}").normalize()
    exponent = shown.as_tuple().exponent
    if not isinstance(exponent, int) or len(shown.as_tuple().digits) < digits:
        return False
    step = Decimal(1).scaleb(exponent)
    exact = Decimal(f"{recorded:.12g}")
    return (exact / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step == shown
