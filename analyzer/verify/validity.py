"""When a claim speaks of, and whether a row of the table holds then."""

from dataclasses import dataclass
from enum import IntEnum

from analyzer.model import Claim, Fact, FactTable, PartialDate


class Validity(IntEnum):
    """How a row stands to a time; the order is the order in which rows that name a value are asked."""

    VALID = 0
    FORMER = 1
    FUTURE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The time a claim speaks of. ``stated`` by the clause itself; ``assumed`` where neither clause nor page tells.

    ``date`` is None only where the table has no check date either; then every row without an end holds.
    """

    date: PartialDate | None
    stated: bool = False
    assumed: bool = False


def moment_of(claim: Claim, published: PartialDate | None, table: FactTable) -> Moment:
    """Return the claim's time: what the clause states, else the article's date, else the table's newest check.

    A date that *is* the value (成立于2015年) is no time of the statement.
    """
    if claim.time is not None and claim.time != claim.value:
        return Moment(date=claim.time, stated=True)
    if published is not None:
        return Moment(date=published)
    return Moment(date=table.newest_check, assumed=True)


def validity(fact: Fact, date: PartialDate | None) -> Validity:
    """Return whether the row holds at a date; a partial date is the whole period, and touching it is enough."""
    if date is None:
        return Validity.FORMER if fact.valid_to else Validity.VALID
    start, end = period(date)
    if fact.valid_to is not None and period(fact.valid_to)[1] < start:
        return Validity.FORMER
    if fact.valid_from is not None and period(fact.valid_from)[0] > end:
        return Validity.FUTURE
    return Validity.VALID


def period(date: PartialDate) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Return the first and last day of a partial date as comparable triples (the last day of a month counts as 31)."""
    month, day = date.month, date.day
    return (date.year, month or 1, day or 1), (date.year, month or 12, day or 31)
