"""Words that a table put in the place of others: 之一步 ← 第一步, 较后 ← 最后, 高比例安全 ← 100%安全.

Two things are looked for. Some places read in one way only, whatever else the page says (``substituted.txt``). And a
table replaces every occurrence: one place where no writer puts such a word proves the table for the page, and then
weaker places count as well (``tables.txt``).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from analyzer.model import GapKind
from analyzer.repair.codes import char_table, positions
from analyzer.repair.lexicon import entries
from analyzer.repair.page import NOTHING, Findings, Fix, Hole, Page
from analyzer.repair.quick import pairs_in, places_in
from analyzer.text import Span
from analyzer.words import cut

_MEASURES = "步批次天反印时阶期轮名位个款件类种年章节点代家台部座条回遍任站届眼手"
_IDIOMS = frozenset(("首屈一指", "名列前茅", "数一数二", "遥遥领先", "独占鳌头"))
# What stands there, and what may follow it: a row of substituted.txt can apply nowhere else.
_QUICK = {
    "之一": "一百千条章节款项步次笔天反时印阶期批轮名位个款件类种年章节点感眼任站回遍届部集课声",
    "靠前": "步次笔天阶期轮个时",
    "小编": "答",
    **dict.fromkeys(sorted(_IDIOMS), _MEASURES),
}
# Where 之一 and 首屈一指 stand for 第一 by themselves: behind these.
_ALONE = {"之一": (*"。\n排", *(f"全{all_}" for all_ in "国球省市班校"), "世界", "亚洲", "天下"), "首屈": ("排",)}
_FIRST, _MOST = "第一", "最"
_SECOND = re.compile("第二[,、:]")
# The grades of tables.txt that prove a table.
_PROVES = ("proof", "list")
# So much before a word is looked at; the longest pattern of tables.txt takes no more.
_BEFORE = 12


def substituted(page: Page) -> Findings:
    """Put back what cannot have read otherwise (numbers of articles, 之一步 at the start of a sentence); mark the rest.

    之一 never begins a sentence and never stands before the number of an article: there the table's inverse is exact.
    """
    text = page.folded
    pairs = pairs_in(text)
    fixes, holes, words = _certain(text, pairs)
    holes += _by_tables(text, {Span(f.start, f.end) for f in fixes} | {Span(h.start, h.end) for h in holes}, words)
    return Findings(fixes=tuple(fixes), holes=tuple(holes)) if fixes or holes else NOTHING


def _certain(text: str, pairs: frozenset[str]) -> tuple[list[Fix], list[Hole], set[str]]:
    """Apply the rows that need no page around them; return also which words they found in the place of 第一.

    These fixes and holes cover the word that follows as well: 之一步 ← 第一步.
    """
    fixes: list[Fix] = []
    holes: list[Hole] = []
    words: set[str] = set()
    if not _may_apply(text):
        return fixes, holes, words
    taken: set[int] = set()
    for number, (pattern, meant, begin) in enumerate(_rules()):
        for m in pattern.finditer(text) if not pairs.isdisjoint(begin) else ():
            if not taken.isdisjoint(range(m.start(), m.end())):
                continue
            taken.update(range(m.start(), m.end()))
            if meant == _FIRST:
                words.add(m[0])
            followed = m[1] if pattern.groups else ""
            whole, end = meant + followed, m.end() + len(followed)
            evidence = f"“{m[0]}{followed}”应是“{whole}”：替换表换掉了“{meant}”"
            exact = (
                number == 0
                or m[0] in _IDIOMS
                or (m[0] == "之一" and (not m.start() or text[m.start() - 1] in "。！？!?\n"))
            )
            if exact:
                fixes.append(
                    Fix(
                        start=m.start(),
                        end=end,
                        new=whole,
                        kind="substituted",
                        evidence=evidence,
                        hole=GapKind.SUBSTITUTED,
                    )
                )
            else:
                holes.append(
                    Hole(
                        start=m.start(),
                        end=end,
                        kind=GapKind.SUBSTITUTED,
                        evidence=evidence,
                        candidates=tuple(dict.fromkeys((whole, meant))),
                    )
                )
    return fixes, holes, words


def _may_apply(text: str) -> bool:
    """Return whether a row of substituted.txt may apply somewhere; it only saves time."""
    for at, pair in places_in(text):
        for word in _quick_words().get(pair, ()):
            if text.startswith(word, at) and text[at + len(word) : at + len(word) + 1] in _QUICK[word]:
                return True
        if pair in _ALONE and text.endswith(_ALONE[pair], 0, at):
            return True
    return False


@cache
def _quick_words() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in _QUICK:
        found[word[:2]] = (*found.get(word[:2], ()), word)
    return found


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str, frozenset[str]], ...]:
    """Return the rows, each with the pairs of which one must stand in the text."""
    return tuple(
        (re.compile(row[0]), row[1], frozenset(word[:2] for word in _QUICK if word in row[0].replace("(", "")))
        for row in entries("substituted")
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of ``tables.txt``: where ``words`` stand for ``lost``."""

    grade: str
    lost: tuple[str, ...]
    words: frozenset[str]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def fits(self, text: str, start: int, end: int) -> bool:
        """Return whether the neighbours of a word are those of the row."""
        if self.after and not self.after.match(text, end):
            return False
        return not self.before or bool(self.before.search(text, max(0, start - _BEFORE), start))


def _by_tables(text: str, certain: set[Span], words: set[str]) -> list[Hole]:
    """Mark what the page's own table put in, where one place proves that there was one; ``certain`` places do.

    ``words`` stand there in the place of 第一.
    """
    found: dict[int, Hole] = {}
    proven = {(_FIRST, word) for word in words}
    counts_on: bool | None = None
    places = _places(text)
    rows = _possible(text, _proving(), places)
    for start, end, word in places:
        for row in rows[word]:
            if not row.fits(text, start, end):
                continue
            if row.grade == "list":
                counts_on = bool(_SECOND.search(text)) if counts_on is None else counts_on
                if not counts_on:
                    continue
            found[start] = _hole(text, row, start, end)
            proven.add((row.lost[0], word))
            break
    if not proven:
        return []
    rows = _possible(text, _others(), places)
    for start, end, word in places:
        for row in rows[word] if start not in found else ():
            known = row.grade == "any" or (row.lost[0], word) in proven
            if known and row.fits(text, start, end):
                found[start] = _hole(text, row, start, end)
                break
    taken = {place for at in certain for place in range(at.start, at.end)}
    return [hole for start, hole in sorted(found.items()) if taken.isdisjoint(range(start, hole.end))]


def _possible(
    text: str, rows: Mapping[str, tuple[_Row, ...]], places: Iterable[tuple[int, int, str]]
) -> dict[str, list[_Row]]:
    """Return the rows of each word that stands there, but those whose lost words the page has: a table leaves none."""
    found = {word: rows.get(word, ()) for word in {word for _, _, word in places}}
    pairs = pairs_in(text)
    has = {
        lost: any((len(word) == 1 or word[:2] in pairs) and word in text for word in lost)
        for lost in {row.lost for each in found.values() for row in each}
    }
    return {word: [row for row in each if not has[row.lost]] for word, each in found.items()}


def _places(text: str) -> list[tuple[int, int, str]]:
    """Return where words of the tables stand, the longest where they overlap."""
    # What stands for 最 is too common to look at where a 最 is left.
    most = _MOST not in text
    beginning = _beginning(most)
    every = [
        (at, -len(word), word)
        for at, pair in places_in(text)
        if pair in beginning
        for word in beginning[pair]
        if len(word) == len(pair) or text.startswith(word, at)
    ]
    if most:
        every += [(at, -1, text[at]) for at in positions(text, _single()).tolist()]
    places: list[tuple[int, int, str]] = []
    for start, less, word in sorted(every):
        if not places or start >= places[-1][1]:
            places.append((start, start - less, word))
    return places


def _hole(text: str, row: _Row, start: int, end: int) -> Hole:
    """Return the hole at a place; 第一 and 最 are offered with the word that follows, as it is read."""
    candidates, whole = row.lost, end
    if row.lost in ((_FIRST,), (_MOST,)):
        after = cut(text[end : end + 2])
        if after and "\u3400" <= after[0][0] <= "\u9fff":
            whole = end + len(after[0])
            candidates = (row.lost[0] + after[0], row.lost[0])
    return Hole(
        start=start,
        end=whole,
        kind=GapKind.SUBSTITUTED,
        evidence=f"全文没有“{row.lost[0]}”，而“{text[start:end]}”用在该用它的地方：替换表换掉了“{row.lost[0]}”",
        candidates=candidates,
    )


@cache
def _table() -> tuple[_Row, ...]:
    found = []
    for grade, lost, words, *around in entries("tables"):
        before, after = (*around, "", "")[:2]
        found.append(
            _Row(
                grade,
                tuple(lost.split("|")),
                frozenset(words.split("|")),
                re.compile(rf"(?:{before})\Z") if before else None,
                re.compile(after) if after else None,
            )
        )
    return tuple(found)


@cache
def _words(most: bool = True) -> frozenset[str]:
    """Return the words that tables put in, with those for 最 alone or without."""
    return frozenset(word for row in _table() if most or row.lost != (_MOST,) for word in row.words)


@cache
def _beginning(most: bool) -> Mapping[str, tuple[str, ...]]:
    """Return the words by the pair that they begin with."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(word for word in _words(most) if len(word) > 1):
        found[word[:2]] = (*found.get(word[:2], ()), word)
    return found


@cache
def _single() -> NDArray[np.bool_]:
    return char_table(word for word in _words() if len(word) == 1)


@cache
def _proving() -> Mapping[str, tuple[_Row, ...]]:
    return _rows(True)


@cache
def _others() -> Mapping[str, tuple[_Row, ...]]:
    return _rows(False)


def _rows(proving: bool) -> Mapping[str, tuple[_Row, ...]]:
    """Return the rows by the words that they speak of."""
    found: dict[str, tuple[_Row, ...]] = {}
    for row in _table():
        if (row.grade in _PROVES) == proving:
            for word in row.words:
                found[word] = (*found.get(word, ()), row)
    return found
