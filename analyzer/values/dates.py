"""Dates as Chinese writes them: 2015年5月 · 二〇一五年 · 2015-05-15 · 民国三年 · 去年 · 同年."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analyzer.model import PartialDate
from analyzer.values.numerals import chinese_number

_YEAR = r"(?:1[0-9]|20)\d{2}|[一二][零〇○一二三四五六七八九]{3}"
_PART = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_FULL = re.compile(
    rf"(?P<y>{_YEAR})\s*年(?:度)?(?:\s*(?P<m>{_PART})\s*月(?:份)?(?:\s*(?P<d>{_PART})\s*[日号])?)?"
    rf"|(?P<y2>(?:1[0-9]|20)\d{{2}})(?P<sep>[-./])(?P<m2>\d{{1,2}})(?:(?P=sep)(?P<d2>\d{{1,2}}))?(?![\d.%万亿])"
    rf"|民国(?P<roc>{_PART}|元)年(?:\s*(?P<m3>{_PART})\s*月(?:\s*(?P<d3>{_PART})\s*[日号])?)?"
    rf"|(?<![\d一二三四五六七八九十])(?P<m5>{_PART})\s*月\s*(?P<d5>{_PART})\s*[日号]"
    rf"|(?P<rel>今年|去年|前年|明年|同年|当年)(?:\s*(?P<m4>{_PART})\s*月(?:份)?(?:\s*(?P<d4>{_PART})\s*[日号])?)?"
)
_SHIFT = {"今年": 0, "去年": -1, "前年": -2, "明年": 1}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text; ``start:end`` are offsets of that text."""

    start: int
    end: int
    date: PartialDate


def _int(text: str | None) -> int:
    if not text:
        return 0
    if text == "元":
        return 1
    return int(text) if text.isdigit() else int(chinese_number(text) or 0)


def _made(year: int, month: int, day: int) -> PartialDate | None:
    if not 1000 <= year <= 2100 or month > 12 or day > 31:
        return None
    return PartialDate(year=year, month=month, day=day if month else 0)


def dates(text: str, published: PartialDate | None = None) -> Iterator[DateMention]:
    """Yield the dates of a folded text.

    去年, 今年 … count from ``published`` and are skipped without it; 同年 and 当年 take the year of the date before,
    and so does a month with its day that comes later in that year (2023年9月15日…，9月22日).
    """
    last = late = 0
    for found in _FULL.finditer(text):
        year = _int(found["y"] or found["y2"])
        if found["roc"]:
            year = 1911 + _int(found["roc"])
        elif found["rel"] in _SHIFT:
            if published is None:
                continue
            year = published.year + _SHIFT[found["rel"]]
        elif found["rel"]:
            if not last:
                continue
            year = last
        elif found["m5"]:
            if not last or _int(found["m5"]) < late:
                continue
            year = last
        month = _int(found["m5"] or found["m"] or found["m2"] or found["m3"] or found["m4"])
        day = _int(found["d5"] or found["d"] or found["d2"] or found["d3"] or found["d4"])
        made = _made(year, month, day)
        if made is None:
            continue
        last, late = year, month
        yield DateMention(found.start(), found.end(), made)


def read_date(cell: str) -> PartialDate | None:
    """Return a date written as ISO (2015, 2015-05, 2015-05-15) or in words, or None."""
    cell = cell.strip()
    if re.fullmatch(r"\d{4}", cell):
        return _made(int(cell), 0, 0)
    for found in dates(cell):
        if found.start == 0 and found.end == len(cell):
            return found.date
    return None
