"""Figures that are visibly broken: lost digits, hyphens, commas. They are marked and never judged."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from analyzer.repair.codes import char_table, codes
from analyzer.repair.page import NOTHING, Findings, Page
from analyzer.text import Span

_UNIT = "元|万元|亿元|万|亿|%|天|日|个月|倍|期|岁|人|个工作日"
_N = r"\d+(?:\.\d+)?"
# Where a rule can apply at all; a page mostly has no such place.
_SUSPECT = re.compile(
    "[0-9](?:(?:元|万元?|亿元?|%|年|天|个月|倍|个工作日)?[-~至到—–]+[0-9]|-[元万亿%倍个天]|%[0-9]|[,][0-9]{1,2}[元万亿%倍]"
    r"|[.][0-9]+[.][0-9]|[0-9]{4}年|(?<![0-9][0-9])[0-9]{2}年[0-9]|年(?:1[3-9]|[2-9][0-9]|00?)月|月(?:3[2-9]|[4-9][0-9]|00)日"
    "|[2345679](?:天|个工作日))"
)

# What follows the first digit of such a place; where more digits may stand before it, how many and what they are.
_AFTER_DIGIT = "元万亿%年月天个倍-~至到—–,."
_LONGER = {
    "天": ((1, re.compile("[0-9]")),),
    "个": ((1, re.compile("[0-9][0-9]个工作日")),),
    "年": ((2, re.compile("[0-9]{3}年[0-9]")), (4, re.compile("[0-9]{4}"))),
}

# No rule reads further than this before and after a suspect place.
_BEFORE = 24
_AFTER = 24

_RANGE = re.compile(
    rf"(?P<low>\d(?<![\d.~\-至到从由]\d)\d*(?:\.\d+)?)(?P<u1>{_UNIT})?(?:至|到|-|~|—|–)+(?P<high>{_N})(?P<u2>{_UNIT})(?!之?前)"
)
_FALLING = re.compile("(?:从|由|自|降|下调|减|跌|缩|低)[^,，。;；]{0,12}\\Z")
_GROUPS = re.compile(r"\d(?<![\d,.]\d)\d{0,2}(?:,\d{3})*,\d{1,2}(?=(?:元|万元|亿元|%|倍))")
_LISTED = re.compile("(?:分别|依次|[为是])[^,，。]{0,6}\\Z")
_HYPHEN = re.compile(r"\d(?<![\d\-]\d)\d*(?:\.\d+)?-(?=(?:元|万元|亿元|%|倍|个月|天))")
_NO_NUMBER = tuple(re.compile(f"{unit}(?=[,，。;；、)）的以左\n]|\\Z)") for unit in "元%")
_ASKS_NUMBER = ("达到", "高达", "超过", "不低于", "最高", "最低", "共计", "合计", "约为", "至多", "至少", "低至")
_NO_PART = re.compile("分之(?=[,，。;；、)）的\n]|\\Z)")
_TWO_PERCENT = re.compile(rf"{_N}%{_N}%")
# What the two patterns above must hold, quicker to find.
_HYPHEN_AND_UNIT = re.compile("-(?=[元万亿%倍个天])")
_PERCENT_TWICE = re.compile(rf"%(?<=\d%){_N}%")
_TWO_POINTS = re.compile(r"\d(?<![\d.]\d)\d*\.\d+\.\d+(?=(?:元|万元|亿元|%|倍))")
_YEARS = re.compile(
    r"(?P<low>[12](?<!\d[12])(?:(?<=1)9|(?<=2)0)\d\d)年?(?:-|~|—|–|至|到)+(?P<high>(?:19|20)\d\d)(?=年)"
)
_YEAR = re.compile(r"(?<![\d.])(?:(?:19|20)\d{3}(?=年(?!前|以前|的历史))|\d{3}(?=年\d{1,2}月))")
_MONTH = re.compile(
    r"(?<!\d)(?:19|20)\d\d年(?:1[3-9]|[2-9]\d|00|0)月|(?<!\d)(?:0?[1-9]|1[0-2])月(?:3[2-9]|[4-9]\d|00)日"
)
# 13天 for 1-3天: two rising digits that are no usual period, where the wording speaks of an estimate.
_LOST_HYPHEN = re.compile(
    r"(?:逾期|需要|一般|通常|大约|大概|预计|审核|到账|工作日内?|约)(?P<n>12|13|23|24|34|35|37|57|79)(?=天|个工作日)"
)
_RISING = re.compile(r"(?P<a>[1-8])(?<![\d.][1-8])(?P<b>[2-9])(?=天|%|个月|个工作日|期|倍)")


Rule = Callable[[Span, str], Iterator[Span]]


def numbers(page: Page) -> Findings:
    """Return the source of doubt for every broken figure of the page."""
    text = page.folded
    spans: set[Span] = {
        Span(m.start(), m.end()) for unit in _NO_NUMBER for m in unit.finditer(text) if _asks(text, m.start())
    }
    if "分之" in text:
        spans.update(Span(m.start() - 1, m.end()) for m in _NO_PART.finditer(text) if text[m.start() - 1] in "百千万")
    for window in _windows(text):
        seen = set(text[window.start : window.end])
        for signs, rule in RULES:
            if not signs.isdisjoint(seen):
                spans.update(rule(window, text))
    return Findings(damaged=tuple(sorted(spans))) if spans else NOTHING


def _asks(text: str, at: int) -> bool:
    return text.endswith(_ASKS_NUMBER, 0, at)


def _windows(text: str) -> Iterator[Span]:
    """Yield the stretches around suspect figures, so that the rules read little of a page."""
    start, end = 0, -1
    read = 0
    for at in _starts(text):
        m = _SUSPECT.match(text, at) if at >= read else None
        if not m:
            continue
        read = m.end()
        if m.start() - _BEFORE > end:
            if end >= 0:
                yield Span(start, end)
            start = max(0, m.start() - _BEFORE)
        end = min(len(text), m.end() + _AFTER)
    if end >= 0:
        yield Span(start, end)


def _starts(text: str) -> list[int]:
    """Return the digits where a suspect place may begin."""
    digits, after = _tables()
    points = codes(text)
    found: list[int] = (digits.take(points[:-1]) & after.take(points[1:])).nonzero()[0].tolist()
    longer = [
        at - back
        for at in found
        for back, pattern in _LONGER.get(text[at + 1], ())
        if at >= back and pattern.match(text, at - back)
    ]
    return sorted({*found, *longer}) if longer else found


@cache
def _tables() -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    return char_table("0123456789"), char_table(_AFTER_DIGIT)


def _falling_range(window: Span, text: str) -> Iterator[Span]:
    """50元至30元: the upper end lies below the lower one, and nothing speaks of falling."""
    for m in _RANGE.finditer(text, window.start, window.end):
        if m["u1"] not in (None, m["u2"]) or float(m["low"]) <= float(m["high"]):
            continue
        if m["u2"] in ("日", "人", "岁", "个月", "期") or _FALLING.search(text, max(0, m.start() - 16), m.start()):
            continue
        yield Span(m.start(), m.end())


def _wrong_groups(window: Span, text: str) -> Iterator[Span]:
    """30,0元: the last group of digits is too short."""
    for m in _GROUPS.finditer(text, window.start, window.end):
        if not _LISTED.search(text, max(0, m.start() - 12), m.start()):
            yield Span(m.start(), m.end())


def _reversed_years(window: Span, text: str) -> Iterator[Span]:
    for m in _YEARS.finditer(text, window.start, window.end):
        if int(m["low"]) > int(m["high"]):
            yield Span(m.start(), m.end())


def _lost_hyphens(window: Span, text: str) -> Iterator[Span]:
    """逾期13天 for 1-3天; on a page that lost hyphens elsewhere, every pair of rising digits is in doubt."""
    if _lost_elsewhere(text):
        for m in _RISING.finditer(text, window.start, window.end):
            if int(m["a"]) < int(m["b"]):
                yield Span(m.start(), m.end())
    for m in _LOST_HYPHEN.finditer(text, window.start, window.end):
        yield Span(m.start("n"), m.end("n"))


@lru_cache(maxsize=1)
def _lost_elsewhere(text: str) -> bool:
    return ("%" in text and bool(_PERCENT_TWICE.search(text))) or bool(
        "-" in text and _HYPHEN_AND_UNIT.search(text) and _HYPHEN.search(text)
    )


def _matches(pattern: re.Pattern[str]) -> Rule:
    def rule(window: Span, text: str) -> Iterator[Span]:
        return (Span(m.start(), m.end()) for m in pattern.finditer(text, window.start, window.end))

    return rule


# Each with the signs of which one must stand in the window.
RULES: tuple[tuple[frozenset[str], Rule], ...] = (
    (frozenset("至到-~—–"), _falling_range),
    (frozenset(","), _wrong_groups),
    (frozenset("-~—–至到"), _reversed_years),
    (frozenset("天日%月期倍"), _lost_hyphens),
    (frozenset("-"), _matches(_HYPHEN)),  # 5000-元
    (frozenset("%"), _matches(_TWO_PERCENT)),  # 7.2%24%
    (frozenset("."), _matches(_TWO_POINTS)),  # 1.5.2%
    (frozenset("年"), _matches(_YEAR)),  # 20155年, 201年5月
    (frozenset("月"), _matches(_MONTH)),  # 2015年13月
)
