"""Holes that nothing visible marks: 或等形式, 向提出异议, 借款人的权比如. Found by grammar that cannot stand.

Every rule is a row of lexicon/merged.txt: what stands before and after the hole. 问 without its 题 is a rule of its
own, since 问 is also a verb: it needs a noun before it, or a page that does it twice.
"""

import re
from dataclasses import dataclass
from functools import cache

from analyzer.model import GapKind
from analyzer.repair.codes import Pairs
from analyzer.repair.lexicon import entries
from analyzer.repair.page import NOTHING, Findings, Hole, Page

# 问 where 问题 is meant. Not after characters that make a verb or another noun with it, not before its objects.
_ASK = re.compile(
    "问(?<=[\u3400-\u9fff]问)(?<![访提询学顾请质责审追疑不一试设借慰发反自盘查拷拜聘再要想来去会能可先多常敢别你我他她谁连叩过细]问)"
    "(?=[、,。;!?]|日益|进行(?:详细|深入)|时[,，、]|发生|出现|之前|的(?:咨询|解决|关键|根源|答案|核心|存在|发生)|较|频|突出|严重|频发)"
)
# A noun of affairs before 问 makes one hit enough.
_AFFAIR = re.compile(
    "(?:这个|这类|此类|等|同样的|同类|相关|各种|一系列|信用|安全|逾期|还款|债务|质量|法律|征信|[款息金]的?)\\Z"
)
_QUICK_ASK = 2
# No row reads further back than this.
_LEFT = 20


def merged(page: Page) -> Findings:
    """Mark the places; what is usually missing there is named as candidates."""
    text = page.folded
    holes: dict[int, Hole] = {}
    table = _rules()
    at, which = table.pairs.find(text)
    for place, pair in zip((at + 1).tolist(), which.tolist(), strict=True):
        for rule in table.by_pair[pair]:
            if rule.right.match(text, place) and (left := rule.left.search(text, max(0, place - _LEFT), place)):
                inside = place - 1 if rule.before and left.start() < place else place
                holes.setdefault(inside, _hole(inside, rule.evidence, rule.candidates))
                break
    asks = list(_ASK.finditer(text)) if "问" in text else []
    if len(asks) < _QUICK_ASK:
        asks = [m for m in asks if _AFFAIR.search(text, max(0, m.start() - 6), m.start())]
    for m in asks:
        holes.setdefault(m.end(), _hole(m.end(), "“问”后面缺“题”", ("题",)))
    return Findings(holes=tuple(holes[k] for k in sorted(holes))) if holes else NOTHING


def _hole(place: int, evidence: str, candidates: tuple[str, ...]) -> Hole:
    return Hole(start=place, end=place, kind=GapKind.MERGED, evidence=evidence, candidates=candidates)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A row of the list. ``before``: the hole lies one character before the joint (an orphan 方)."""

    left: re.Pattern[str]
    right: re.Pattern[str]
    candidates: tuple[str, ...]
    evidence: str
    before: bool


def _firsts(pattern: str) -> set[str]:
    """Return the characters that a row's right side may begin with; it uses literals, classes and (?:a|b) only."""
    if pattern.startswith("(?:"):
        end = _closing(pattern)
        found = set().union(*map(_firsts, _alternatives(pattern[3:end])))
        return found | (_firsts(pattern[end + 2 :]) if pattern[end + 1 : end + 2] == "?" else set())
    if pattern.startswith("["):
        return set(pattern[1 : pattern.index("]")].replace("\\n", "\n"))
    return {pattern[0]} | (_firsts(pattern[2:]) if pattern[1:2] == "?" else set())


def _lasts(pattern: str) -> set[str]:
    """Return the characters that a row's left side may end with."""
    if pattern.endswith("?"):
        cut = _opening(pattern[:-1]) if pattern[-2] == ")" else len(pattern) - 2
        return _lasts(pattern[cut:-1]) | _lasts(pattern[:cut])
    if pattern.endswith(")"):
        start = _opening(pattern)
        return set().union(*map(_lasts, _alternatives(pattern[start + 3 : -1])))
    if pattern.endswith("]"):
        return set(pattern[pattern.rindex("[") + 1 : -1].replace("\\n", "\n"))
    return {pattern[-1]}


def _closing(pattern: str) -> int:
    """Return where the bracket that opens at 0 closes."""
    depth = 0
    for i, char in enumerate(pattern):
        depth += (char == "(") - (char == ")")
        if not depth:
            return i
    raise ValueError(pattern)


def _opening(pattern: str) -> int:
    """Return where the bracket that closes at the end opens."""
    depth = 0
    for i in range(len(pattern) - 1, -1, -1):
        depth += (pattern[i] == ")") - (pattern[i] == "(")
        if not depth:
            return i
    raise ValueError(pattern)


def _alternatives(pattern: str) -> list[str]:
    """Split at the bars outside brackets."""
    parts, depth = [""], 0
    for char in pattern:
        depth += (char in "([") - (char in ")]")
        if char == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return parts


@dataclass(frozen=True, slots=True)
class _Table:
    """The rules to try at each pair of characters, in the order of ``pairs``."""

    pairs: Pairs
    by_pair: tuple[tuple[_Rule, ...], ...]


@cache
def _rules() -> _Table:
    by_pair: dict[str, list[_Rule]] = {}
    for row in entries("merged"):
        rule = _Rule(
            left=re.compile(f"(?:{row[0]})\\Z"),
            right=re.compile(row[1]),
            candidates=tuple(row[2].split("|")),
            evidence=row[3],
            before=len(row) > 4,
        )
        for pair in sorted(a + b for a in _lasts(row[0]) for b in _firsts(row[1])):
            by_pair.setdefault(pair, []).append(rule)
    ordered = sorted(by_pair)
    return _Table(Pairs.of(ordered), tuple(tuple(by_pair[p]) for p in ordered))
