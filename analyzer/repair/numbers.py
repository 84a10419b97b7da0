"""Figures that are visibly broken: lost digits, hyphens, commas. They are marked and never judged."""

import re
from collections.abc import Callable, Iterator

from analyzer.repair.page import NOTHING, Findings, Page
from analyzer.text import Span

_UNIT = "元|万元|亿元|万|亿|%|天|日|个月|倍|期|岁|人|个工作日"
_N = r"\d+(?:\.\d+)?"
_ANY = re.compile(r"\d|元|%|分之")

_RANGE = re.compile(
    rf"(?<![\d.~\-至到从由])(?P<low>{_N})(?P<u1>{_UNIT})?(?:至|到|-|~|—|–)+(?P<high>{_N})(?P<u2>{_UNIT})(?!之?前)"
)
_FALLING = re.compile("(?:从|由|自|降|下调|减|跌|缩|低)[^,，。;；]{0,12}\\Z")
_GROUPS = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})*,\d{1,2}(?=(?:元|万元|亿元|%|倍))")
_LISTED = re.compile("(?:分别|依次|[为是])[^,，。]{0,6}\\Z")
_HYPHEN = re.compile(rf"(?<![\d\-]){_N}-(?=(?:元|万元|亿元|%|倍|个月|天))")
_NO_NUMBER = re.compile(
    "(?:达到|高达|超过|不超过|不低于|最高|最低|共计|合计|约为|至多|至少|低至)(?:元|%)(?=[,，。;；、)）的以左]|$)",
    re.MULTILINE,
)
_NO_PART = re.compile(
    "[百千万]分之(?![一二三四五六七八九十零〇两几多若百千半\\d点])(?=[,，。;；、)）的]|$)", re.MULTILINE
)
_TWO_PERCENT = re.compile(rf"{_N}%{_N}%")
_TWO_POINTS = re.compile(r"(?<![\d.])\d+\.\d+\.\d+(?=(?:元|万元|亿元|%|倍))")
_YEARS = re.compile(r"(?<!\d)(?P<low>(?:19|20)\d\d)年?(?:-|~|—|–|至|到)+(?P<high>(?:19|20)\d\d)(?=年)")
_YEAR = re.compile(r"(?<![\d.])(?:(?:19|20)\d{3}(?=年(?!前|以前|的历史))|\d{3}(?=年\d{1,2}月))")
_MONTH = re.compile(
    r"(?<!\d)(?:19|20)\d\d年(?:1[3-9]|[2-9]\d|00|0)月|(?<!\d)(?:0?[1-9]|1[0-2])月(?:3[2-9]|[4-9]\d|00)日"
)
# 13天 for 1-3天: two rising digits that are no usual period, where the wording speaks of an estimate.
_LOST_HYPHEN = re.compile(
    r"(?:逾期|需要|一般|通常|大约|大概|预计|审核|到账|工作日内?|约)(?P<n>12|13|23|24|34|35|37|57|79)(?=天|个工作日)"
)
_RISING = re.compile(r"(?<![\d.])(?P<a>[1-8])(?P<b>[2-9])(?=天|%|个月|个工作日|期|倍)")


def numbers(page: Page) -> Findings:
    """Return the source of doubt for every broken figure of the page."""
    if not _ANY.search(page.folded):
        return NOTHING
    spans: set[Span] = set()
    for rule in RULES:
        spans.update(rule(page.folded))
    return Findings(damaged=tuple(sorted(spans))) if spans else NOTHING


def _falling_range(text: str) -> Iterator[Span]:
    """50元至30元: the upper end lies below the lower one, and nothing speaks of falling."""
    for m in _RANGE.finditer(text):
        if m["u1"] not in (None, m["u2"]) or float(m["low"]) <= float(m["high"]):
            continue
        if m["u2"] in ("日", "人", "岁", "个月", "期") or _FALLING.search(text, max(0, m.start() - 16), m.start()):
            continue
        yield Span(m.start(), m.end())


def _wrong_groups(text: str) -> Iterator[Span]:
    """30,0元: the last group of digits is too short."""
    for m in _GROUPS.finditer(text):
        if not _LISTED.search(text, max(0, m.start() - 12), m.start()):
            yield Span(m.start(), m.end())


def _reversed_years(text: str) -> Iterator[Span]:
    for m in _YEARS.finditer(text):
        if int(m["low"]) > int(m["high"]):
            yield Span(m.start(), m.end())


def _lost_hyphens(text: str) -> Iterator[Span]:
    """逾期13天 for 1-3天; on a page that lost hyphens elsewhere, every pair of rising digits is in doubt."""
    if _TWO_PERCENT.search(text) or _HYPHEN.search(text):
        for m in _RISING.finditer(text):
            if int(m["a"]) < int(m["b"]):
                yield Span(m.start(), m.end())
    for m in _LOST_HYPHEN.finditer(text):
        yield Span(m.start("n"), m.end("n"))


def _matches(pattern: re.Pattern[str]) -> Callable[[str], Iterator[Span]]:
    def rule(text: str) -> Iterator[Span]:
        return (Span(m.start(), m.end()) for m in pattern.finditer(text))

    return rule


RULES: tuple[Callable[[str], Iterator[Span]], ...] = (
    _falling_range,
    _wrong_groups,
    _reversed_years,
    _lost_hyphens,
    _matches(_HYPHEN),  # 5000-元
    _matches(_NO_NUMBER),  # 达到元
    _matches(_NO_PART),  # 万分之,
    _matches(_TWO_PERCENT),  # 7.2%24%
    _matches(_TWO_POINTS),  # 1.5.2%
    _matches(_YEAR),  # 20155年, 201年5月
    _matches(_MONTH),  # 2015年13月
)
