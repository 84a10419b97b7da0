"""Holes that nothing visible marks: 或等形式, 向提出异议, 借款人的权比如. Found by grammar that cannot stand.

Rows of lexicon/merged.txt are patterns for what stands before and after the hole; rows of lexicon/orphans.txt are words
and what cannot follow them. Some of these do happen in clean text now and then. A filter deletes its words everywhere,
so a page that lost some has several such joints: those that say little alone are marked where the page has enough.
问 without its 题 is a rule of its own, since 问 is also a verb: it needs a noun before it, or a page that has it twice.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, product
from typing import NamedTuple

from analyzer.model import GapKind
from analyzer.repair.codes import Pairs
from analyzer.repair.dictionary import dictionary
from analyzer.repair.lexicon import entries
from analyzer.repair.page import NOTHING, Findings, Hole, Page
from analyzer.words import tag

# 问 where 问题 is meant. Not after what makes a verb or another noun with it (第二问), not before its objects.
_ASK = re.compile(
    "问(?<=[\u3400-\u9fff]问)(?<![访提询学顾请质责审追疑不一试设借慰发反自盘查拷拜聘再要想来去会能可先多常敢别你我他她谁连叩过细信话人问二三四五六七八九十百几两0-9]问)"
    "(?=[、,。;!?]|日益|进行(?:详细|深入)|时[,，、]|发生|出现|之前|的(?:咨询|解决|关键|根源|答案|核心|存在|发生)|较|频|突出|严重|频发)"
)
# A noun of affairs before 问 makes one hit enough.
_AFFAIR = re.compile(
    "(?:这个|这类|此类|等|同样的|同类|相关|各种|一系列|信用|安全|逾期|还款|债务|质量|法律|征信|[款息金]的?)\\Z"
)
_QUICK_ASK = 2
# No row reads further back than this.
_LEFT = 20
# What a joint says for a page with holes: ln(1 + 0.01 q), for such a page has a hole in every hundred characters, and a
# joint of these rows is q times as common there as in clean text: 5,500, 1,000, 120 (1,736, 1,158 and 1,454 of 92,000
# generated holes; 16, 58 and 628 places in 4.7 million clean characters). And what the joints of a page must say
# together for the middle ones to be marked: one of them and two of the weakest, or another one. The weakest never are:
# even there every second would be wrong. Held by tests/repair/test_merged.py.
_ALONE = "!"
_SAYS = {_ALONE: 4.0, "2": 2.4, "1": 0.8}
_MARKED = 2.4
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
    for joint in _joints(text, _rules()):
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
    for joint in _joints(text, _hints()):
        joints.setdefault(joint.place, joint)
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


def _joints(text: str, table: "_Table") -> Iterator[_Joint]:
    at, which = table.pairs.find(text)
    certain, tails, heads = table.certain, table.tails, table.heads
    for last, pair in zip(at.tolist(), which.tolist(), strict=True):
        place = last + 1
        if pair not in certain and text[last - 1 : place] not in tails and text[place : place + 2] not in heads:
            continue
        for rule in table.rules[pair]:
            right = rule.right.match(text, place)
            if not right or _begins_noun(text, place, right.end() - place):
                continue
            if left := rule.left.search(text, max(0, place - _LEFT), place):
                inside = place - 1 if rule.before and left.start() < place else place
                yield _Joint(inside, _SAYS[_ALONE], rule.evidence, rule.candidates)
                break
        for word in table.words[pair]:
            if text.startswith(word.left, place - len(word.left)) and _holds(word, text, place):
                yield _Joint(place, word.says, word.evidence, ())


def _holds(word: "_Word", text: str, place: int) -> bool:
    """Return whether nothing of a known word stands at the joint but what the row names."""
    start = place - len(word.left)
    right = word.right.match(text, place)
    if not right or (start > 0 and word.unless and word.unless.match(text, start - 1)):
        return False
    if _begins_noun(text, place, right.end() - place):
        return False
    count = dictionary().count
    before = (text[place - size : place] for size in range(len(word.left) + 1, min(place, _LONGEST) + 1))
    return not any(count(w) >= _WORD for w in before) and not any(
        count(text[place - a : place + b]) >= _WORD for a, b in _ACROSS if a <= place
    )


def _begins_noun(text: str, place: int, size: int) -> bool:
    """Return whether a noun begins at a place that is longer than ``size``: 由|支付宝, 向|申请书 are no joints."""
    longer = (text[place : place + n] for n in range(max(size, 1) + 1, _LONGEST + 1))
    return any(dictionary().count(word) and tag(word).startswith("n") for word in longer)


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


def _spread(words: str) -> Iterator[str]:
    """Yield the words of an entry of orphans.txt: [收到/打]了[两/三]个 are four."""
    parts = re.split(r"\[([^\]]*)\]", words)
    return map("".join, product(*([part] if n % 2 == 0 else part.split("/") for n, part in enumerate(parts))))


def _firsts(pattern: str) -> set[str]:
    """Return the characters that a row's right side may begin with; it uses literals, classes and (?:a|b) only."""
    if pattern.startswith("(?:"):
        end = _closing(pattern)
        found = set().union(*map(_firsts, _alternatives(pattern[3:end])))
        return found | (_firsts(pattern[end + 2 :]) if pattern[end + 1 : end + 2] == "?" else set())
    if pattern.startswith("["):
        return set(pattern[1 : pattern.index("]")].replace("\\n", "\n"))
    return {pattern[0]} | (_firsts(pattern[2:]) if pattern[1:2] == "?" else set())


def _begins(pattern: str) -> set[str]:
    """Return the pairs that a row's right side begins with, where it is words of two characters or more."""
    words = _alternatives(pattern[3 : _closing(pattern)]) if pattern.startswith("(?:") else [pattern]
    longer = {word[0]: word[:2] for word in words if word[0] != "[" and word[1:2] not in ("", "(", "?")}
    single = {word[0] for word in words if word[0] == "[" or word[1:2] in ("", "(", "?")}
    return {word[:2] for word in words if word[0] in longer and word[0] not in single}


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


def _tails(pattern: str) -> set[str] | None:
    """Return the pairs that a row's left side may end with, None where they are not to be listed."""
    if pattern.endswith(")"):
        start = _opening(pattern)
        if not pattern.startswith("(?:", start):
            return None
        found: set[str] = set()
        for each in _alternatives(pattern[start + 3 : -1]):
            pairs = _tails(pattern[:start] + each) if len(each) == 1 else _tails(each)
            if pairs is None:
                return None
            found |= pairs
        return found
    last, before = pattern[-1], pattern[:-1]
    if last in "]?}" or not before or before[-1] in "?}" or (before[-1] == "]" and "-" in before):
        return None
    if before[-1] == ")" and not before.startswith("(?:", _opening(before)):
        return None
    return {first + last for first in _lasts(before)}


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

    ``certain`` are those with rows that a second look cannot rule out: a row with a longer word needs one of the pairs
    ``tails`` before the joint, and one of single characters one of ``heads`` after it.
    """

    pairs: Pairs
    rules: tuple[tuple[_Rule, ...], ...]
    words: tuple[tuple[_Word, ...], ...]
    certain: frozenset[int]
    tails: frozenset[str]
    heads: frozenset[str]


@cache
def _rules() -> _Table:
    rules: dict[str, list[_Rule]] = {}
    certain: set[str] = set()
    tails: set[str] = set()
    for row in entries("merged"):
        rule = _Rule(
            left=re.compile(f"(?:{row[0]})\\Z"),
            right=re.compile(row[1]),
            candidates=tuple(row[2].split("|")) if row[2] else (),
            evidence=row[3],
            before=len(row) > 4,
        )
        pairs = sorted(a + b for a in _lasts(row[0]) for b in _firsts(row[1]))
        for pair in pairs:
            rules.setdefault(pair, []).append(rule)
        ends = _tails(row[0])
        certain.update(pairs if ends is None else ())
        tails |= ends or set()
    return _table(rules, [row for row in entries("orphans") if _SAYS[row[2]] >= _MARKED], certain, tails)


@cache
def _hints() -> _Table:
    """Return the rows that only add to what others say; a page without others is not asked for them."""
    return _table({}, [row for row in entries("orphans") if _SAYS[row[2]] < _MARKED], set(), set())


def _table(
    rules: Mapping[str, Sequence[_Rule]], rows: Iterable[Sequence[str]], certain: set[str], tails: set[str]
) -> _Table:
    words: dict[str, list[_Word]] = {}
    heads: set[str] = set()
    for row in rows:
        right = re.compile(row[1])
        unless = re.compile(row[4]) if len(row) > 4 else None
        for left in chain.from_iterable(map(_spread, row[0].split(" "))):
            word = _Word(left, right, _SAYS[row[2]], row[3].replace("{}", left), unless)
            for first in sorted(_firsts(row[1])):
                words.setdefault(left[-1] + first, []).append(word)
            if len(left) == 1:
                begins = _begins(row[1])
                heads |= begins
                certain |= {left + first for first in _firsts(row[1]) - {pair[0] for pair in begins}}
    ordered = sorted({*rules, *words})
    return _Table(
        Pairs.of(ordered),
        tuple(tuple(rules.get(pair, ())) for pair in ordered),
        tuple(tuple(words.get(pair, ())) for pair in ordered),
        frozenset(rank for rank, pair in enumerate(ordered) if pair in certain),
        frozenset({*tails, *(word.left[-2:] for found in words.values() for word in found if len(word.left) > 1)}),
        frozenset(heads),
    )
