"""When two values say the same."""

import pytest

from analyzer.model import PartialDate, Quantity, Shape, Truth
from analyzer.values import Agreement, agree


def q(low: float, high: float | None = None, shape: Shape = Shape.POINT) -> Quantity:
    return Quantity(low=low, high=low if high is None else high, unit="元", shape=shape)


@pytest.mark.parametrize(
    ("claimed", "known", "tolerance", "expected"),
    [
        (q(5), q(5), 0.0, Agreement.SAME),
        (q(5.2), q(5), 0.05, Agreement.SAME),
        (q(5.3), q(5), 0.05, Agreement.DIFFERENT),
        (q(3), q(2, 5), 0.0, Agreement.SAME),
        (q(2, 4), q(2, 5), 0.0, Agreement.SAME),
        (q(4, 8), q(2, 5), 0.0, Agreement.OVERLAP),
        (q(6, 8), q(2, 5), 0.0, Agreement.DIFFERENT),
        (q(6, shape=Shape.AT_MOST), q(5), 0.0, Agreement.BOUND),
        (q(4, shape=Shape.AT_MOST), q(5), 0.0, Agreement.DIFFERENT),
        (q(4, shape=Shape.AT_LEAST), q(5), 0.0, Agreement.BOUND),
        (q(6, shape=Shape.AT_LEAST), q(5), 0.0, Agreement.DIFFERENT),
        (q(104, shape=Shape.ABOUT), q(100), 0.0, Agreement.SAME),
        (Truth(true=True), Truth(true=False), 0.0, Agreement.DIFFERENT),
        (PartialDate(year=2015), PartialDate(year=2015, month=2), 0.0, Agreement.SAME),
        (q(5), Truth(true=True), 0.0, Agreement.INCOMPARABLE),
    ],
)
def test_agree(claimed: object, known: object, tolerance: float, expected: Agreement) -> None:
    assert agree(claimed, known, tolerance) is expected  # type: ignore[arg-type]


def test_another_unit_does_not_compare() -> None:
    other = Quantity(low=5, high=5, unit="天")
    assert agree(q(5), other) is Agreement.INCOMPARABLE


def test_a_further_reading_counts() -> None:
    claimed = Quantity(low=0.0493, high=0.0493, unit="元", readings=((0.05, 0.05),))
    assert agree(claimed, q(0.05)) is Agreement.SAME
