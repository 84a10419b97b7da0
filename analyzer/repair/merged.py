"""Holes that nothing visible marks: 或等形式, 向提出异议, 借款人的权比如. Found by grammar that cannot stand.

Rows of lexicon/merged.txt are patterns for what stands before and after the hole; rows of lexicon/orphans.txt are words
and what cannot follow them. Some of these do happen in clean text now and then. A filter deletes its words everywhere,
so a page that lost some has several such joints: those that say little alone are marked where the page has enough.
问 without its 题 is a rule of its own, since 问 is also a verb: it needs a noun before it, or a page that has it twice.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analyzer.model import GapKind
from analyzer.repair.codes import Pairs
from analyzer.repair.dictionary import dictionary
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
# What a joint says for a page with holes (ln of 1 + 0.01 q: such a page has a hole in every hundred characters, and a
# joint of the row is q times as common there as in clean text; 6,400, 680 and 94 were counted, see docs/repair.md), and
# what a page must reach for its weaker joints to be marked: one of the middle ones and two of the weakest, or two of
# the others. Held by tests/repair/test_merged.py.
_ALONE = "!"
_SAYS = {_ALONE: 4.2, "2": 2.0, "1": 0.65}
_MARKED = 2.0
_PROVEN = 3.3
# A dictionary word this common across the joint, or around what stands before it, and the joint is none.
_WORD = 20
_LONGEST = 4
# An editor is told of the page's other joints from so many on.
_SEVERAL = 3


class _Joint(NamedTuple):
    """A place that reads as if a word were missing, and how much that says."""

    place: int
    says: float
    evidence: str
    candidates: tuple[str, ...]


def merged(page: Page) -> Findings:
    """Mark the places; what is usually missing there is named as candidates."""
    text = page.folded
    joints: dict[int, _Joint] = {}
    for joint in _joints(text):
        known = joints.get(joint.place)
        if known is None or known.says < joint.says:
            joints[joint.place] = joint
    asks = list(_ASK.finditer(text)) if "问" in text else []
    if len(asks) < _QUICK_ASK:
        asks = [m for m in asks if _AFFAIR.search(text, max(0, m.start() - 6), m.start())]
    for m in asks:
        joints.setdefault(m.end(), _Joint(m.end(), _SAYS[_ALONE], "“问”后面缺“题”", ("题",)))
    if not joints:
        return NOTHING
    least = _MARKED if _says(text, joints.values()) >= _PROVEN else _SAYS[_ALONE]
    marked = [joints[place] for place in sorted(joints) if joints[place].says >= least]
    more = f"，本页这样的地方有 {len(joints)} 处" if len(joints) >= _SEVERAL else ""
    return Findings(holes=tuple(_hole(joint, more) for joint in marked)) if marked else NOTHING


def _hole(joint: _Joint, more: str) -> Hole:
    return Hole(
        start=joint.place,
        end=joint.place,
        kind=GapKind.MERGED,
        evidence=joint.evidence + more,
        candidates=joint.candidates,
    )


def _says(text: str, joints: Iterable[_Joint]) -> float:
    """Return what the joints of a page say together; what stands there more than once (a template) counts once."""
    return sum({text[max(0, j.place - _LONGEST) : j.place + _LONGEST]: j.says for j in joints}.values())


def _joints(text: str) -> Iterator[_Joint]:
    table = _rules()
    at, which = table.pairs.find(text)
    if len(at):
        likely = table.single.take(which)
        longer = (~likely).nonzero()[0]
        likely[longer] = table.tails.at(text, np.maximum(at.take(longer) - 1, 0))
        at, which = at[likely], which[likely]
    for place, pair in zip((at + 1).tolist(), which.tolist(), strict=True):
        for rule in table.rules[pair]:
            if rule.right.match(text, place) and (left := rule.left.search(text, max(0, place - _LEFT), place)):
                inside = place - 1 if rule.before and left.start() < place else place
                yield _Joint(inside, _SAYS[_ALONE], rule.evidence, rule.candidates)
                break
        for word in table.words[pair]:
            if text.startswith(word.left, place - len(word.left)) and _holds(word, text, place):
                yield _Joint(place, word.says, word.evidence, ())


def _holds(word: "_Word", text: str, place: int) -> bool:
    """Return whether nothing of a known word stands at the joint but what the row names."""
    start = place - len(word.left)
    if not word.right.match(text, place) or (start > 0 and word.unless and word.unless.match(text, start - 1)):
        return False
    count = dictionary().count
    before = (text[place - size : place] for size in range(len(word.left) + 1, min(place, _LONGEST) + 1))
    return not any(count(w) >= _WORD for w in before) and not any(
        count(text[place - a : place + b]) >= _WORD for a, b in _ACROSS if a <= place
    )


# How many characters of a word may stand on either side of the joint.
_ACROSS = ((1, 1), (2, 1), (1, 2), (2, 2))


@dataclass(frozen=True, slots=True)
class _Rule:
    """A row of merged.txt. ``before``: the hole lies one character before the joint (an orphan 方)."""

    left: re.Pattern[str]
    right: re.Pattern[str]
    candidates: tuple[str, ...]
    evidence: str
    before: bool


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a row of orphans.txt. ``unless`` matches the character before it where the row does not hold."""

    left: str
    right: re.Pattern[str]
    says: float
    evidence: str
    unless: re.Pattern[str] | None


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
    """The rows to try at each pair of characters, in the order of ``pairs``.

    ``single`` tells which pairs have rows that a second look cannot rule out: a row with a longer word needs one of the
    pairs ``tails`` before the joint.
    """

    pairs: Pairs
    rules: tuple[tuple[_Rule, ...], ...]
    words: tuple[tuple[_Word, ...], ...]
    single: NDArray[np.bool_]
    tails: Pairs


@cache
def _rules() -> _Table:
    rules: dict[str, list[_Rule]] = {}
    for row in entries("merged"):
        rule = _Rule(
            left=re.compile(f"(?:{row[0]})\\Z"),
            right=re.compile(row[1]),
            candidates=tuple(row[2].split("|")),
            evidence=row[3],
            before=len(row) > 4,
        )
        for pair in sorted(a + b for a in _lasts(row[0]) for b in _firsts(row[1])):
            rules.setdefault(pair, []).append(rule)
    words: dict[str, list[_Word]] = {}
    for row in entries("orphans"):
        right = re.compile(row[1])
        unless = re.compile(row[4]) if len(row) > 4 else None
        for left in row[0].split(" "):
            word = _Word(left, right, _SAYS[row[2]], row[3].replace("{}", left), unless)
            for first in sorted(_firsts(row[1])):
                words.setdefault(left[-1] + first, []).append(word)
    ordered = sorted({*rules, *words})
    return _Table(
        Pairs.of(ordered),
        tuple(tuple(rules.get(pair, ())) for pair in ordered),
        tuple(tuple(words.get(pair, ())) for pair in ordered),
        np.array([pair in rules or any(len(word.left) == 1 for word in words[pair]) for pair in ordered]),
        Pairs.of(word.left[-2:] for found in words.values() for word in found if len(word.left) > 1),
    )
