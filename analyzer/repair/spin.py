"""Spun wording: how far a text was rewritten word by word, shown as pairs; and the plain wording, for matching only.

A rewriting tool swaps common words for less common ones, everywhere. So the spun member of a pair outnumbers the
plain one far beyond what general Chinese has. The score compares the two counts with the dictionary's.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from analyzer.model import SpinPair
from analyzer.repair.codes import Pairs
from analyzer.repair.dictionary import dictionary
from analyzer.repair.lexicon import entries
from analyzer.text import Change, View

# A pair is shown when its log odds exceed the dictionary's by this (4.5 times as often).
_FLAG = 1.5
# A rewriting tool knows half of the pairs and swaps this share of the plain words; of plain wording at least and at
# most these shares are the spun member, whatever the dictionary says, for a page keeps to its words. So a pair says no
# more than these many occurrences do, and a phrase that nobody writes this much a time.
_KNOWN = 0.5
_SWAPPED = 0.8
_LEAST, _MOST = 0.1, 0.9
_HEAVIEST = 4
_PHRASE = 2.0
# A page is called spun (0.5) when it is e^9 times as likely to be: of 4,600 clean pages (web, newspaper, reviews in
# dozens) the highest has 8.3. And it must show six pairs. Four more make it 0.73, four less 0.27.
# Held by tests/repair/test_spin.py.
_SPUN = 9.0
_WIDTH = 4.0
_PAIRS = 6
# Below this many characters a page says too little.
_SHORTEST = 200


@dataclass(frozen=True, slots=True)
class Spin:
    """``score`` is 0..1, spun from 0.5 on; ``pairs`` are the evidence, the most lopsided first."""

    score: float
    pairs: tuple[SpinPair, ...]


def spin(folded: str, accepted: tuple[tuple[str, str], ...] = ()) -> Spin:
    """Score a folded text; ``accepted`` are further (spun, plain) pairs that an editor keeps."""
    if len(folded) < _SHORTEST:
        return Spin(0.0, ())
    flagged: list[tuple[float, SpinPair]] = []
    total = 0.0
    words = _words(accepted)
    counts = _counts(folded, words)
    pairs = _pairs(accepted)
    for number in sorted({number for word in counts for number in words.pairs_of[word]}):
        spun, plain, expected = pairs[number]
        a = counts.get(spun, 0)
        b = counts.get(plain, 0)
        total += _says(a, b, expected)
        if a and a >= b and (excess := log((a + 0.5) / (b + 0.5)) - expected) > _FLAG:
            weighed = min(a + b, 2 * _HEAVIEST) * excess
            flagged.append((weighed, SpinPair(spun=spun, spun_count=a, plain=plain, plain_count=b)))
    for spun, plain in _phrases():
        if a := counts.get(spun, 0):
            found = SpinPair(spun=spun, spun_count=a, plain=plain, plain_count=counts.get(plain, 0))
            flagged.append((a * 4.0, found))
            total += a * _PHRASE
    if not flagged:
        return Spin(0.0, ())
    score = 1 / (1 + exp(min(50.0, (_SPUN - total) / _WIDTH)))
    if len(flagged) < _PAIRS:
        score = min(score, 0.5 - 0.01 * (_PAIRS - len(flagged)))
    ordered = sorted(flagged, key=lambda f: (f[1].plain_count - f[1].spun_count, -f[0], f[1].spun))
    return Spin(score, tuple(pair for _, pair in ordered))


@lru_cache(maxsize=1 << 14)
def _says(a: int, b: int, expected: float) -> float:
    """Return how much likelier (logarithm) a spun and b plain members are in a rewritten text than in a plain one."""
    heavy = min(1.0, _HEAVIEST / (a + b))
    plain = min(_MOST, max(_LEAST, 1 / (1 + exp(-expected))))
    rewritten = _SWAPPED + (1 - _SWAPPED) * plain
    odds = exp(heavy * (a * log(rewritten / plain) + b * log((1 - rewritten) / (1 - plain))))
    return log(_KNOWN * odds + 1 - _KNOWN)


def canonical(view: View) -> View:
    """Return the view with spun words replaced by plain ones, for comparing texts only; never show it.

    Both sides of a comparison must go through it: 采用 and 使用 are different words in a fact.
    """
    pattern, plain = _replacer()
    return view.edit(Change(m.start(), m.end(), plain[m[0]]) for m in pattern.finditer(view.text))


def known_pairs() -> frozenset[tuple[str, str]]:
    """Return the (spun, plain) pairs that the program ships."""
    return frozenset((row[0], row[1]) for row in (*entries("spun"), *entries("spun_phrases")))


@cache
def _pairs(accepted: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str, float], ...]:
    """Return (spun, plain, log odds that general Chinese has)."""
    lexicon = dictionary()
    words = [row[:2] for row in (*entries("spun"), *accepted)]
    return tuple((a, b, log((lexicon.count(a) + 1) / (lexicon.count(b) + 1))) for a, b in words)


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of two characters or more by their first pair, in the order of ``pairs``.

    ``of_two`` is the word that the pair is itself, or "", and ``longer`` are those that only begin with it; ``begins``
    tells whether there are such. ``pairs_of`` are the numbers of a word's rows in ``_pairs``.
    """

    pairs: Pairs
    of_two: tuple[str, ...]
    longer: tuple[tuple[str, ...], ...]
    begins: NDArray[np.bool_]
    pairs_of: dict[str, tuple[int, ...]]


def _counts(folded: str, words: _Words) -> dict[str, int]:
    """Return how often each word stands in a text, also inside another one."""
    at, which = words.pairs.find(folded)
    seen = {word: count for pair, count in Counter(which.tolist()).items() if (word := words.of_two[pair])}
    begun = words.begins.take(which).nonzero()[0]
    for place, pair in zip(at.take(begun).tolist(), which.take(begun).tolist(), strict=True):
        for word in words.longer[pair]:
            if folded.startswith(word, place):
                seen[word] = seen.get(word, 0) + 1
    return seen


@cache
def _words(accepted: tuple[tuple[str, str], ...]) -> _Words:
    words = sorted({w for row in (*entries("spun"), *entries("spun_phrases"), *accepted) for w in row[:2]})
    by_pair: dict[str, list[str]] = {}
    for word in words:
        by_pair.setdefault(word[:2], []).append(word)
    rows: dict[str, list[int]] = {word: [] for word in words}
    for number, (spun, plain, _) in enumerate(_pairs(accepted)):
        rows[spun].append(number)
        rows[plain].append(number)
    longer = tuple(tuple(word for word in by_pair[pair] if word != pair) for pair in sorted(by_pair))
    return _Words(
        Pairs.of(by_pair),
        tuple(pair if pair in by_pair[pair] else "" for pair in sorted(by_pair)),
        longer,
        np.array([bool(own) for own in longer]),
        {word: tuple(numbers) for word, numbers in rows.items()},
    )


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    return tuple((row[0], row[1]) for row in entries("spun_phrases"))


@cache
def _replacer() -> tuple[re.Pattern[str], dict[str, str]]:
    plain = dict(_phrases())
    guards: dict[str, str] = {}
    for row in entries("spun"):
        plain[row[0]] = row[1]
        guards[row[0]] = row[2] if len(row) > 2 else ""
    # 选用 → 采用 → 使用: follow to the end, so that all members of a family meet.
    for word in plain:
        seen = {word}
        while (then := plain[word]) in plain and then not in seen:
            seen.add(then)
            plain[word] = plain[then]
    words = sorted(plain, key=lambda w: (-len(w), w))
    return re.compile("|".join(f"(?<![{guards[w]}]){w}" if guards.get(w) else w for w in words)), plain
