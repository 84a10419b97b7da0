"""Suggest what stood in a hole: words that filters take, ranked by what stands around it and what the page is about.

Each word gets a score, the sum of weighed features; one filter takes few words, each everywhere, so a word that fits
other holes of the page is likelier in each.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from analyzer.repair.dictionary import dictionary
from analyzer.repair.filtered_words import LONGEST, FilteredWords, filtered_words
from analyzer.repair.lexicon import entries
from analyzer.repair.page import Hole

if TYPE_CHECKING:
    from opencc_pyo3 import OpenCC

# What each feature counts: logarithms of odds, fitted by tests/benchmarks/candidates.py on holes whose words are known
# (docs/repair.md says on which, and what other sets then gave). "un…" is 1 where the side knows nothing of the word:
# without these two of "counted" and "bridge" the weights look as good where they are fitted, and 112 instead of 126 of
# 373 words of sets not fitted on are among the first three.
WEIGHTS = {
    "listed before": 0.24,
    "unlisted before": -0.29,
    "listed after": 0.68,
    "unlisted after": -0.57,
    "counted before": 0.35,
    "uncounted before": -0.04,
    "counted after": 0.57,
    "uncounted after": 0.21,
    "topics": 0.38,
    "field": 0.85,
    "present": -1.27,
    "place": -1.08,
    "pattern": 1.57,
    "bridge": 0.69,
    "rule": 1.39,
}
_Matrix = NDArray[np.float64]
# Where the features stand in WEIGHTS; a side has four.
_BEFORE, _AFTER, _TOPICS, _FIELD, _PRESENT, _PLACE, _PATTERN, _BRIDGE, _RULE = 0, 4, 8, 9, 10, 11, 12, 13, 14
# A gain beyond this says no more, and many topics say less than so many times one; by judgement.
_MOST_GAIN = 7.0
_MOST_TOPICS = 40.0
_TOPIC_POWER = 0.8
# Points of a pattern: both sides fit 4, one side 1.5 to 2. A rule's first candidate counts so much, each later one
# less.
_RIGHT = 2.0
_LEFT = 1.5
_BOTH = 0.5
_WEAK = 0.5
_ANYWHERE = ",。、;的"
_RULE_FIRST = 3.5
_RULE_STEP = 0.5
# How much the other holes of the page count (of 473 holes 0, 1, 3 and 10 have the word among the first three for 197,
# 202, 201 and 192), and how often they are asked again.
_OTHERS = 1.0
_ROUNDS = 3
_AROUND = 12
# So far from the holes a text is looked through for what it is about: a long page is about several things.
_FAR = 2000
_MOST = 5
# Ten Traditional characters within 200 on either side: the page is Traditional.
_PAGE = 200
_TRADITIONAL = 10
_HANZI = re.compile("[\u3400-\u9fff]")


def suggest(text: str, folded: str, holes: Sequence[Hole]) -> list[tuple[str, ...]]:
    """Return up to five suggestions for each hole, best first, in the script of the page.

    ``folded`` is the folded form of ``text``. A rule's own candidates are among those that are ranked.
    """
    words = filtered_words()
    own = unlisted(holes)
    spelled = (*words.spelled, *own)
    scores = np.array([matrix @ _weights() for matrix in features(folded, holes)])
    answers = []
    for hole, together in zip(holes, _together(scores), strict=True):
        # A candidate of one rule says nothing of a hole that another found.
        together[[len(words.words) + n for n, c in enumerate(own) if c not in hole.candidates]] = -np.inf
        near = np.argpartition(-together, _MOST)[:_MOST]
        ranked = near[np.lexsort((near, -together[near]))].tolist()
        best = tuple(spelled[rank] for rank in ranked)
        answers.append(tuple(_traditional(word) for word in best) if _is_traditional(text, folded, hole) else best)
    return answers


def unlisted(holes: Sequence[Hole]) -> tuple[str, ...]:
    """Return the candidates of rules that are none of the listed words."""
    known = filtered_words().ranks
    return tuple(dict.fromkeys(c for hole in holes for c in hole.candidates if c.lower() not in known))


def features(folded: str, holes: Sequence[Hole]) -> list[_Matrix]:
    """Return for each hole what speaks for each word: an array of the words, then of the unlisted ones, by WEIGHTS."""
    words, own = filtered_words(), unlisted(holes)
    size = len(words.words)
    near = folded[max(0, holes[0].start - _FAR) : holes[-1].end + _FAR]
    present, field, topics = words.page(near)
    page = np.zeros((size + len(own), len(WEIGHTS)))
    page[:size, _TOPICS] = np.minimum(topics, _MOST_TOPICS) ** _TOPIC_POWER
    page[:size, _FIELD] = field
    page[:size, _PRESENT] = present
    page[:size, _PLACE] = words.place
    page[size:, _PRESENT] = [word.lower() in near for word in own]
    found = []
    for hole in holes:
        matrix = page.copy()
        _sides(folded, hole, words, matrix)
        for rank, points in _patterns(folded, hole, words):
            matrix[rank, _PATTERN] = points
        matrix[_bridges(folded, hole, words), _BRIDGE] = 1
        for place, word in enumerate(hole.candidates):
            rank = words.ranks[word.lower()] if word.lower() in words.ranks else size + own.index(word)
            matrix[rank, _RULE] = _RULE_FIRST - _RULE_STEP * place
        found.append(matrix)
    return found


def _sides(folded: str, hole: Hole, words: FilteredWords, matrix: _Matrix) -> None:
    """Enter what stands directly before and after the hole."""
    before, after = folded[max(0, hole.start - LONGEST) : hole.start], folded[hole.end : hole.end + LONGEST]
    size = len(words.words)
    for column, side, text, pieces in (
        (_BEFORE, words.before, before[-1:], [before[-k:] for k in range(len(before), 0, -1)]),
        (_AFTER, words.after, after[:1], [after[:k] for k in range(len(after), 0, -1)]),
    ):
        listed, counted = side.fits(pieces)
        matrix[:size, column] = listed
        if not _HANZI.match(text):
            continue  # a sign or a figure stands beside any word
        matrix[:size, column + 1] = listed == 0
        known = ~np.isnan(counted)
        matrix[:size, column + 2][known] = np.minimum(counted[known], _MOST_GAIN)
        matrix[:size, column + 3] = ~known
        matrix[size:, column + 1] = matrix[size:, column + 3] = 1


def _patterns(folded: str, hole: Hole, words: FilteredWords) -> list[tuple[int, float]]:
    """Return how well the words with patterns of their own fit between what stands on both sides, where they do."""
    left = folded[max(0, hole.start - _AROUND) : hole.start]
    right = folded[hole.end : hole.end + _AROUND]
    found = []
    for word, before, after in _with_patterns():
        fits_left = bool(before and before.search(left))
        match = after.match(right) if after else None
        if fits_left or match:
            # A sign or 的 follows any noun.
            fits_right = (_RIGHT if match[0].strip(_ANYWHERE) else _WEAK) if match else 0.0
            found.append(
                (words.ranks[word], _LEFT * fits_left + fits_right + _BOTH * (fits_left and match is not None))
            )
    return found


def _bridges(folded: str, hole: Hole, words: FilteredWords) -> list[int]:
    """Return the words that make a dictionary word with half a word beside the hole: 公开信 and 息, 发情 and 况."""
    lexicon = dictionary()
    left, right = folded[max(0, hole.start - 2) : hole.start], folded[hole.end : hole.end + 2]
    found: list[int] = []
    if right and lexicon.bound_tail(right[0]) and not lexicon.count(right):
        found += [rank for rank, word in enumerate(words.words) if lexicon.count(word[-1] + right[0])]
    if left and lexicon.bound_head(left[-1]) and not lexicon.count(left):
        found += [rank for rank, word in enumerate(words.words) if lexicon.count(left[-1] + word[0])]
    return found


def _together(scores: _Matrix) -> _Matrix:
    """Return the scores with what the other holes of the page say of each word."""
    asked = scores
    for _ in range(_ROUNDS):
        shares = np.exp(asked - asked.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        asked = scores + np.log(1 + _OTHERS * (shares.sum(axis=0, keepdims=True) - shares))
    return asked


def _is_traditional(text: str, folded: str, hole: Hole) -> bool:
    near = slice(max(0, hole.start - _PAGE), hole.end + _PAGE)
    pairs = zip(text[near], folded[near], strict=True)
    return sum(a != b for a, b in pairs if "\u3400" <= a <= "\u9fff") > _TRADITIONAL


@cache
def _weights() -> _Matrix:
    return np.array(list(WEIGHTS.values()))


@cache
def _traditional(word: str) -> str:
    converted: str = _converter().convert(word)
    return converted


@cache
def _converter() -> "OpenCC":
    """Return the converter; making one takes a twentieth of a second."""
    from opencc_pyo3 import OpenCC

    return OpenCC("s2t")


@cache
def _with_patterns() -> tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    return tuple(
        (
            row[0].lower(),
            re.compile(rf"(?:{row[1]})\Z") if len(row) > 1 and row[1] else None,
            re.compile(row[2]) if len(row) > 2 and row[2] else None,
        )
        for row in entries("censored")
    )
