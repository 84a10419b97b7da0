"""Do two values say the same? Used by verdicts and conflicts."""

from enum import StrEnum

from analyzer.model import PartialDate, Quantity, Shape, TextValue, Truth, UnknownValue, Value


class Agreement(StrEnum):
    """How a claimed value stands to a known one.

    SAME: equal, inside the known range, or equal at the coarser precision · BOUND: only a bound was claimed and the
    known value keeps it · OVERLAP: the ranges meet but do not agree · DIFFERENT · INCOMPARABLE: other kinds or units.
    """

    SAME = "same"
    BOUND = "bound"
    OVERLAP = "overlap"
    DIFFERENT = "different"
    INCOMPARABLE = "incomparable"


# 约, 左右 and the like widen a tolerance to at least this much.
ABOUT_TOLERANCE = 0.05
# Floating conversions (÷365) leave noise in the last digits.
EPSILON = 1e-6


def agree(claimed: Value, known: Value, tolerance: float = 0.0) -> Agreement:
    """Compare two scalar values; entities are the table's business and INCOMPARABLE here unless equal."""
    if claimed == known:
        return Agreement.SAME
    if isinstance(claimed, Quantity) and isinstance(known, Quantity):
        return _quantities(claimed, known, tolerance)
    if isinstance(claimed, PartialDate) and isinstance(known, PartialDate):
        return Agreement.SAME if dates_agree(claimed, known) else Agreement.DIFFERENT
    if isinstance(claimed, Truth) and isinstance(known, Truth):
        return Agreement.DIFFERENT
    if isinstance(claimed, TextValue) and isinstance(known, TextValue):
        return Agreement.DIFFERENT
    if isinstance(claimed, UnknownValue) and isinstance(known, UnknownValue):
        return Agreement.DIFFERENT
    return Agreement.INCOMPARABLE


def dates_agree(a: PartialDate, b: PartialDate) -> bool:
    """Compare at the coarser precision: 2015 agrees with 2015-05."""
    if a.year != b.year:
        return False
    if not a.month or not b.month:
        return True
    return a.month == b.month and (not a.day or not b.day or a.day == b.day)


def _quantities(claimed: Quantity, known: Quantity, tolerance: float) -> Agreement:
    if claimed.unit != known.unit:
        return Agreement.INCOMPARABLE
    if claimed.shape is Shape.ABOUT:
        tolerance = max(tolerance, ABOUT_TOLERANCE)
    results = [
        _interval(low, high, known, tolerance, claimed.shape)
        for low, high in ((claimed.low, claimed.high), *claimed.readings)
    ]
    for best in (Agreement.SAME, Agreement.BOUND, Agreement.OVERLAP):
        if best in results:
            return best
    return Agreement.DIFFERENT


def _interval(low: float, high: float, known: Quantity, tolerance: float, shape: Shape) -> Agreement:
    slack_low = abs(known.low) * tolerance + EPSILON * max(1.0, abs(known.low))
    slack_high = abs(known.high) * tolerance + EPSILON * max(1.0, abs(known.high))
    if shape is Shape.AT_MOST:
        if abs(high - known.high) <= slack_high:
            return Agreement.SAME
        return Agreement.BOUND if known.high <= high + slack_high else Agreement.DIFFERENT
    if shape is Shape.AT_LEAST:
        if abs(low - known.low) <= slack_low:
            return Agreement.SAME
        return Agreement.BOUND if known.low >= low - slack_low else Agreement.DIFFERENT
    if low >= known.low - slack_low and high <= known.high + slack_high:
        return Agreement.SAME
    if low <= known.high + slack_high and high >= known.low - slack_low:
        return Agreement.OVERLAP
    return Agreement.DIFFERENT
