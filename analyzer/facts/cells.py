"""How a cell is read: its value, and the tidy way to write it.

Spreadsheets rewrite cells when they save (2025-05-18 becomes 2025/5/18, true becomes TRUE), and people type full-width
digits. What can mean one thing only is read as that and reported as a note; everything else is an error.
"""

import calendar
import math
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Generic, TypeVar

from analyzer import values
from analyzer.fold import fold
from analyzer.model import PartialDate, Predicate, Quantity, Shape, TextValue, Truth

SCALARS = ("number", "date", "boolean", "text")
RANGE = "~"
T = TypeVar("T")

_DATE = re.compile(r"(\d{4})(?:([-/.年])(\d{1,2})(?:([-/.月])(\d{1,2})日?|月)?|年)?")
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})")
_CLOCK = re.compile(r"[ T]0{1,2}:00(:00(\.0+)?)?$")
_FIGURE = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:e[+-]?\d+)?")
_WAVES = re.compile("[〜∼]")
# What float() takes and no editor means.
_ODD_FIGURE = re.compile("_|inf|nan", re.IGNORECASE)
_TRUTHS = {"true": True, "false": False, "是": True, "否": False, "真": True, "假": False, "yes": True, "no": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Generic[T]):
    """A cell that was understood, and how it should be written."""

    value: T
    tidy: str


@lru_cache(maxsize=4096)
def read_date(cell: str) -> Read[PartialDate] | None:
    """Read an ISO date, perhaps partial, also as 2025/5/18, 2025.5.18, 2025年5月18日 or 20250518; else None.

    A two-digit year or a month's name (as in May-15) could be read in two ways and is not.
    """
    folded = _CLOCK.sub("", fold(cell).strip())
    found = _PACKED.fullmatch(folded)
    if found:
        parts = [found[1], found[2], found[3]]
    else:
        match = _DATE.fullmatch(folded)
        if not match:
            return _worded_date(folded)
        parts = [match[1], match[3], match[5]]
    year, month, day = (int(p or 0) for p in parts)
    written = sum(p is not None for p in parts)
    if not year >= 1 or (written > 1 and not 1 <= month <= 12):
        return None
    if written > 2 and not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    date = PartialDate(year=year, month=month, day=day)
    return Read(value=date, tidy=str(date))


def _worded_date(folded: str) -> Read[PartialDate] | None:
    """Read 二〇一五年五月 as articles do."""
    date = values.read_date(folded)
    if date is None or (date.day and date.day > calendar.monthrange(date.year, date.month)[1]):
        return None
    return Read(value=date, tidy=str(date))


def read_number(cell: str) -> Read[float] | None:
    """Read a finite number; a thousands separator and full-width digits are understood."""
    folded = fold(cell).strip().replace("\N{MINUS SIGN}", "-")
    if not _FIGURE.fullmatch(folded):
        return None
    plain = folded.replace(",", "").removeprefix("+")
    number = float(plain)
    return Read(value=number, tidy=plain) if math.isfinite(number) else None


def read_quantity(cell: str, unit: str) -> Read[Quantity] | None:
    """Read a number or a range ``low~high`` in the predicate's unit, also as an article writes it (20万元, 万分之五).

    The unit may stand behind a figure word for word, known or not. A bound or an approximation (最高20万, 约5万) is no
    value of a fact.
    """
    folded = _WAVES.sub(RANGE, fold(cell).replace("\N{MINUS SIGN}", "-")).strip()
    own = fold(unit).strip()
    plain = [read_number(part) or read_number(part.removesuffix(own).rstrip()) for part in folded.split(RANGE)]
    known = [p for p in plain if p is not None]
    if len(known) == len(plain) <= 2:
        low, high = known[0].value, known[-1].value
        shape = Shape.POINT if low == high else Shape.RANGE
        value = Quantity(low=low, high=high, unit=unit, shape=shape)
        return Read(value=value, tidy=RANGE.join(k.tidy for k in known)) if low <= high else None
    found = None if _ODD_FIGURE.search(folded) else values.read_quantity(folded, unit)
    if found is None or found.shape not in (Shape.POINT, Shape.RANGE) or not found.low <= found.high < math.inf:
        return None
    ends = [f"{end:.12g}" for end in dict.fromkeys((found.low, found.high))]
    return Read(value=replace(found, readings=()), tidy=RANGE.join(ends))


def read_truth(cell: str) -> Read[Truth] | None:
    """Read true or false, also as TRUE, 是, 否, yes, no."""
    true = _TRUTHS.get(fold(cell).strip())
    if true is None:
        return None
    return Read(value=Truth(true=true), tidy="true" if true else "false")


def read_text(cell: str) -> Read[TextValue]:
    """Read a value that is compared as text."""
    return Read(value=TextValue(folded=fold(cell).replace(" ", "")), tidy=cell)


def read_scalar(
    cell: str, predicate: Predicate
) -> Read[Quantity] | Read[PartialDate] | Read[Truth] | Read[TextValue] | None:
    """Read a value of a predicate whose values are numbers, dates, truths or texts; None where it is not one."""
    match predicate.value_types[0]:
        case "number":
            return read_quantity(cell, predicate.unit)
        case "date":
            return read_date(cell)
        case "boolean":
            return read_truth(cell)
        case _:
            return read_text(cell)


def read_list(cell: str) -> Read[tuple[str, ...]]:
    """Read a list separated by ``|`` (also the full-width ｜); empty and repeated items are left out."""
    parts = dict.fromkeys(p.strip() for p in cell.replace("｜", "|").split("|"))
    items = tuple(p for p in parts if p)
    return Read(value=items, tidy="|".join(items))
