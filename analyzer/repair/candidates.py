"""Suggest what stood in a hole: words that filters delete, ranked by how they fit and whether the page lacks them."""

import re
from functools import cache
from typing import TYPE_CHECKING

from analyzer.repair.dictionary import dictionary
from analyzer.repair.lexicon import entries
from analyzer.repair.page import Hole

if TYPE_CHECKING:
    from opencc_pyo3 import OpenCC

# Points of a suggestion: both sides fit 4, one side 1.5 to 2; a word that the page writes elsewhere was not deleted
# there (absence prior, -1.5); a word that makes dictionary words with its neighbours (公开信 + 息) 1. Measured on
# generated holes with half held out, see docs/repair.md and tests/repair/test_candidates.py.
_RIGHT = 2.0
_LEFT = 1.5
_BOTH = 0.5
_PRESENT = -1.5
_BRIDGE = 1.0
_LEAST = 1.0
_AROUND = 12
_MOST = 5
# Ten Traditional characters within 200 on either side: the page is Traditional.
_PAGE = 200
_TRADITIONAL = 10


def suggest(text: str, folded: str, hole: Hole) -> tuple[str, ...]:
    """Return up to five suggestions, best first, in the script of the page (``text``; ``folded`` is its folded form).

    A rule's own candidates stay where the context knows no better.
    """
    left = folded[max(0, hole.start - _AROUND) : hole.start]
    right = folded[hole.end : hole.end + _AROUND]
    ranked: list[tuple[float, int, str]] = []
    own = {word: rank for rank, word in enumerate(hole.candidates)}
    lexicon = dictionary()
    for order, (word, before, after) in enumerate(_words()):
        fits_left = bool(before and before.search(left))
        fits_right = bool(after and after.match(right))
        score = _LEFT * fits_left + _RIGHT * fits_right + _BOTH * (fits_left and fits_right)
        if word in own:
            score += 2.0 - 0.5 * own[word]
        if score < _LEAST:
            continue
        if word.lower() in folded:
            score += _PRESENT
        if lexicon.count(word[-1:] + right[:1]) and not lexicon.count(right[:2]):
            score += _BRIDGE
        ranked.append((-score, order, word))
    known = {word for _, _, word in ranked}
    ranked += [(-(2.0 - 0.5 * rank), 99 + rank, word) for word, rank in own.items() if word not in known]
    words = tuple(word for _, _, word in sorted(ranked))[:_MOST]
    near = slice(max(0, hole.start - _PAGE), hole.end + _PAGE)
    strange = sum(a != b for a, b in zip(text[near], folded[near], strict=True) if "\u3400" <= a <= "\u9fff")
    return tuple(_traditional(w) for w in words) if strange > _TRADITIONAL else words


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
def _words() -> tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    return tuple(
        (
            row[0],
            re.compile(rf"(?:{row[1]})\Z") if len(row) > 1 and row[1] else None,
            re.compile(row[2]) if len(row) > 2 and row[2] else None,
        )
        for row in entries("censored")
    )
