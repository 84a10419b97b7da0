"""Spun wording: how far a text was rewritten word by word, shown as pairs; and the plain wording, for matching only.

A rewriting tool swaps common words for less common ones, everywhere. So the spun member of a pair outnumbers the
plain one far beyond what general Chinese has. The score compares the two counts with the dictionary's.
"""

import re
from dataclasses import dataclass
from functools import cache
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
# A rewriting tool knows this share of the pairs and swaps that share of the plain words; both were chosen on half of
# the pages that an independent table rewrote (docs/repair.md). Of plain wording at least and at most these shares are
# the spun member, whatever the dictionary says, for a page keeps to its words. So a pair says no more than these many
# occurrences do, and a phrase that nobody writes this much a time.
_KNOWN = 0.35
_SWAPPED = 0.6
_LEAST, _MOST = 0.1, 0.9
_HEAVIEST = 4
_PHRASE = 2.0
# A page is called spun (0.5) when it is e^8 times as likely to be: of 4,677 clean pages (web, newspaper, reviews in
# dozens) the highest has 6.2, the third 3.5. And it must show six pairs. Four more make it 0.73, four less 0.27.
# Held by tests/repair/test_spin.py.
_SPUN = 8.0
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
    words = _words(accepted)
    counts = _counts(folded, words)
    a, b = counts[words.spun], counts[words.plain]
    excess = np.log((a + 0.5) / (b + 0.5)) - words.expected
    total = float(_says(a, b, words).sum())
    flagged: list[tuple[float, SpinPair]] = []
    for n in ((a > 0) & (a >= b) & (excess > _FLAG)).nonzero()[0].tolist():
        found = _pair(words, words.spun[n], words.plain[n], counts)
        flagged.append((min(found.spun_count + found.plain_count, 2 * _HEAVIEST) * float(excess[n]), found))
    for n in counts[words.phrases].nonzero()[0].tolist():
        found = _pair(words, words.phrases[n], words.phrases_plain[n], counts)
        flagged.append((found.spun_count * 4.0, found))
        total += found.spun_count * _PHRASE
    if not flagged:
        return Spin(0.0, ())
    score = 1 / (1 + exp(min(50.0, (_SPUN - total) / _WIDTH)))
    if len(flagged) < _PAIRS:
        score = min(score, 0.5 - 0.01 * (_PAIRS - len(flagged)))
    ordered = sorted(flagged, key=lambda f: (f[1].plain_count - f[1].spun_count, -f[0], f[1].spun))
    return Spin(score, tuple(pair for _, pair in ordered))


def _pair(words: "_Words", spun: int, plain: int, counts: NDArray[np.intp]) -> SpinPair:
    return SpinPair(
        spun=words.words[spun], spun_count=int(counts[spun]), plain=words.words[plain], plain_count=int(counts[plain])
    )


def _says(a: NDArray[np.intp], b: NDArray[np.intp], words: "_Words") -> NDArray[np.float64]:
    """Return how much likelier (logarithm) a spun and b plain members are in a rewritten text than in a plain one."""
    heavy = np.minimum(1.0, _HEAVIEST / np.maximum(a + b, 1))
    odds: NDArray[np.float64] = np.exp(heavy * (a * words.for_spun + b * words.for_plain))
    return np.log(_KNOWN * odds + 1 - _KNOWN)


def canonical(view: View) -> View:
    """Return the view with spun words replaced by plain ones, for comparing texts only; never show it.

    Both sides of a comparison must go through it: 采用 and 使用 are different words in a fact.
    """
    pattern, plain = _replacer()
    return view.edit(Change(m.start(), m.end(), plain[m[0]]) for m in pattern.finditer(view.text))


def known_pairs() -> frozenset[tuple[str, str]]:
    """Return the (spun, plain) pairs that the program ships."""
    return frozenset((row[0], row[1]) for row in (*_scored(), *entries("spun_phrases")))


def _scored() -> tuple[tuple[str, ...], ...]:
    return (*entries("spun"), *entries("spun_more"))


@dataclass(frozen=True, slots=True)
class _Words:
    """The words that are counted, and the pairs and phrases as their numbers.

    Words are found by their first two characters, in the order of ``pairs``: ``own`` are those that are words
    themselves and ``word_of`` the numbers of these words; ``longer`` are the words that only begin with a pair, and
    ``begins`` tells whether there are such. ``expected`` are the log odds of a pair that general Chinese has;
    ``for_spun`` and ``for_plain`` are what one occurrence of its members says for a rewritten text.
    """

    words: tuple[str, ...]
    pairs: Pairs
    own: NDArray[np.intp]
    word_of: NDArray[np.intp]
    longer: tuple[tuple[int, ...], ...]
    begins: NDArray[np.bool_]
    spun: NDArray[np.intp]
    plain: NDArray[np.intp]
    expected: NDArray[np.float64]
    for_spun: NDArray[np.float64]
    for_plain: NDArray[np.float64]
    phrases: NDArray[np.intp]
    phrases_plain: NDArray[np.intp]


def _counts(folded: str, words: _Words) -> NDArray[np.intp]:
    """Return how often each word stands in a text, also inside another one."""
    at, which = words.pairs.find(folded)
    counts = np.zeros(len(words.words), dtype=np.intp)
    counts[words.word_of] = np.bincount(which, minlength=len(words.longer)).take(words.own)
    begun = words.begins.take(which).nonzero()[0]
    for place, pair in zip(at.take(begun).tolist(), which.take(begun).tolist(), strict=True):
        for number in words.longer[pair]:
            counts[number] += folded.startswith(words.words[number], place)
    return counts


@cache
def _words(accepted: tuple[tuple[str, str], ...]) -> _Words:
    count = dictionary().count
    rows = [row[:2] for row in (*_scored(), *accepted)]
    words = tuple(sorted({word for row in (*rows, *_phrases()) for word in row}))
    number = {word: n for n, word in enumerate(words)}
    by_pair: dict[str, list[str]] = {}
    for word in words:
        by_pair.setdefault(word[:2], []).append(word)
    longer = tuple(tuple(number[word] for word in by_pair[pair] if word != pair) for pair in sorted(by_pair))
    expected = np.array([log((count(spun) + 1) / (count(plain) + 1)) for spun, plain in rows])
    plainly = np.clip(1 / (1 + np.exp(-expected)), _LEAST, _MOST)
    rewritten = _SWAPPED + (1 - _SWAPPED) * plainly
    return _Words(
        words=words,
        pairs=Pairs.of(by_pair),
        own=np.array([rank for rank, pair in enumerate(sorted(by_pair)) if pair in number], dtype=np.intp),
        word_of=np.array([number[pair] for pair in sorted(by_pair) if pair in number], dtype=np.intp),
        longer=longer,
        begins=np.array([bool(own) for own in longer]),
        spun=np.array([number[row[0]] for row in rows], dtype=np.intp),
        plain=np.array([number[row[1]] for row in rows], dtype=np.intp),
        expected=expected,
        for_spun=np.log(rewritten / plainly),
        for_plain=np.log((1 - rewritten) / (1 - plainly)),
        phrases=np.array([number[row[0]] for row in _phrases()], dtype=np.intp),
        phrases_plain=np.array([number[row[1]] for row in _phrases()], dtype=np.intp),
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
