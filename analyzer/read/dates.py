"""Dates as pages and bylines write them, to ISO, as exact as they are written."""

import re

_DIGITS = dict(zip("〇零○Ｏ一二三四五六七八九", "0000123456789", strict=True))
_HAN = "〇零○一二三四五六七八九十"
_YMD = re.compile(
    r"(?<![\d.])(?P<y>(?:19|20)\d{2})\s*(?:年|[-/.．—–])\s*"
    r"(?:(?P<m>1[0-2]|0?[1-9])\s*(?:月|[-/.．—–])\s*(?:(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)\s*[日号號]?)?|(?=\D|$))"
)
# Counters may follow without a space: 2025-06-171.2万阅读.
_COUNTED = re.compile(
    r"(?<![\d.])(?P<y>20\d{2})-(?P<m>1[0-2]|0[1-9])-(?P<d>3[01]|[12]\d|0[1-9])"
    r"(?=\d[\d.,]*\s*[万wk+]?\s*(?:次|人)?(?:阅读|浏览|点击|观看|评论|播放))"
)
_COMPACT = re.compile(r"(?<!\d)(?P<y>20\d{2})(?P<m>1[0-2]|0[1-9])(?P<d>3[01]|[12]\d|0[1-9])(?!\d)")
_HAN_YMD = re.compile(rf"(?P<y>[{_HAN}]{{4}})年(?:(?P<m>[{_HAN}]{{1,2}})月(?:(?P<d>[{_HAN}]{{1,3}})[日号號])?)?")
_ENGLISH = re.compile(
    r"\b(?:(?P<d1>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s+)?"
    r"(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+"
    r"(?:(?P<d2>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,?\s+)?(?P<y>(?:19|20)\d{2})\b",
    re.IGNORECASE,
)
_ROC = re.compile(r"民國\s*(?P<y>\d{2,3})\s*年(?:\s*(?P<m>\d{1,2})\s*月(?:\s*(?P<d>\d{1,2})\s*日)?)?")
_YEAR = re.compile(r"\s*((?:19|20)\d{2})\s*年?\s*")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def first_date(text: str) -> str | None:
    """Return the first date of the text as ISO, perhaps partial (2024, 2024-05, 2024-05-01), or None.

    Reads 2024-05-01, 2024/5/1, 2024.5.1, 2024年5月1日, 二〇二四年五月一日, 民國113年, 20240501 and "May 1, 2024".
    """
    alone = _YEAR.fullmatch(text)
    if alone:
        return alone.group(1)
    matches = [(found.start(), order, found) for order, found in _candidates(text)]
    for _, order, found in sorted(matches, key=lambda m: m[:2]):
        iso = _iso(order, found)
        if iso:
            return iso
    return None


def _candidates(text: str) -> list[tuple[int, re.Match[str]]]:
    patterns = (_YMD, _HAN_YMD, _ROC, _ENGLISH, _COMPACT)
    found = [(order, match) for order, pattern in enumerate(patterns) for match in pattern.finditer(text)]
    return [*((-1, match) for match in _COUNTED.finditer(text)), *found]


def _iso(order: int, found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    if order == 1:
        year = int("".join(_DIGITS.get(c, "x") for c in parts["y"])) if "十" not in parts["y"] else 0
        month, day = _han(parts["m"]), _han(parts["d"])
    elif order == 2:
        year, month, day = int(parts["y"]) + 1911, int(parts["m"] or 0), int(parts["d"] or 0)
    elif order == 3:
        year, month = int(parts["y"]), _MONTHS.index(parts["m"].lower()) + 1
        day = int(parts["d1"] or parts["d2"] or 0)
    else:
        year, month, day = int(parts["y"]), int(parts["m"] or 0), int(parts["d"] or 0)
    if not 1900 <= year <= 2100 or month > 12 or day > 31:
        return None
    return "-".join([f"{year:04d}"] + ([f"{month:02d}"] if month else []) + ([f"{day:02d}"] if month and day else []))


def _han(numeral: str | None) -> int:
    """Return a month or day in Chinese numerals (十二, 二十, 三十一) as a number; 0 for none."""
    if not numeral:
        return 0
    if "十" in numeral:
        tens, _, ones = numeral.partition("十")
        return 10 * int(_DIGITS.get(tens, "1") if tens else 1) + int(_DIGITS.get(ones, "0") if ones else 0)
    digits = "".join(_DIGITS.get(c, "") for c in numeral)
    return int(digits or 0)
