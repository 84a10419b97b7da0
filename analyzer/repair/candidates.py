"""Suggest what stood in a hole: words that filters delete, ranked by how they fit and whether the page lacks them."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from analyzer.repair.dictionary import dictionary
from analyzer.repair.lexicon import entries
from analyzer.repair.page import Hole

if TYPE_CHECKING:
    from opencc_pyo3 import OpenCC

# Points of a suggestion: both sides fit 4, one side 1.5 to 2; a word that the page writes elsewhere was not deleted
# there (absence prior, -1.5); a word that makes dictionary words with its neighbours (公开信 + 息) 1. Measured on
# generated holes with half held out, see docs/repair.md.
_RIGHT = 2.0
_LEFT = 1.5
_BOTH = 0.5
_WEAK = 0.5
_ANYWHERE = ",。、;的"
_PRESENT = -1.5
_BRIDGE = 1.0
_OWN = 3.5
_LEAST = 1.0
# From here on a word counts as fitting another hole of the page; so much for each, three at most.
_FITS = 3.5
_SHARED = 0.5
_MOST_SHARED = 3
_AROUND = 12
_MOST = 5
# Ten Traditional characters within 200 on either side: the page is Traditional.
_PAGE = 200
_TRADITIONAL = 10


def suggest(text: str, folded: str, holes: Sequence[Hole]) -> list[tuple[str, ...]]:
    """Return up to five suggestions for each hole, best first, in the script of the page.

    ``folded`` is the folded form of ``text``. A rule's own candidates stay where the context knows no better. One
    filter deletes few words, each everywhere: a word that fits several holes of the page is likelier in each.
    """
    scores = [_local(folded, hole) for hole in holes]
    shared = Counter(word for local in scores for word, score in local.items() if score >= _FITS)
    asked = {word for hole, local in zip(holes, scores, strict=True) for word in (*hole.candidates, *local)}
    present = {word for word in asked if word.lower() in folded}
    answers: list[tuple[str, ...]] = []
    for hole, local in zip(holes, scores, strict=True):
        own = {word: rank for rank, word in enumerate(hole.candidates)}
        ranked: list[tuple[float, int, str]] = []
        for order, (word, _, _) in enumerate(_words()):
            score = local.get(word, 0.0)
            if word in own:
                score += _OWN - 0.5 * own[word]
            if score < _LEAST:
                continue
            if word in present:
                score += _PRESENT
            score += _SHARED * min(shared[word] - (local.get(word, 0.0) >= _FITS), _MOST_SHARED)
            ranked.append((-score, order, word))
        known = {word for _, _, word in ranked}
        ranked += [(-(_OWN - 0.5 * rank), 999 + rank, word) for word, rank in own.items() if word not in known]
        words = tuple(word for _, _, word in sorted(ranked))[:_MOST]
        near = slice(max(0, hole.start - _PAGE), hole.end + _PAGE)
        pairs = zip(text[near], folded[near], strict=True)
        strange = sum(a != b for a, b in pairs if "\u3400" <= a <= "\u9fff")
        answers.append(tuple(_traditional(w) for w in words) if strange > _TRADITIONAL else words)
    return answers


def _local(folded: str, hole: Hole) -> dict[str, float]:
    """Return how well each known word fits between what stands on both sides of a hole, where it does at all."""
    left = folded[max(0, hole.start - _AROUND) : hole.start]
    right = folded[hole.end : hole.end + _AROUND]
    lexicon = dictionary()
    found = {}
    for word, before, after in _words():
        fits_left = bool(before and before.search(left))
        match = after.match(right) if after else None
        if fits_left or match:
            # A sign or 的 follows any noun.
            fits_right = (_RIGHT if match[0].strip(_ANYWHERE) else _WEAK) if match else 0.0
            score = _LEFT * fits_left + fits_right + _BOTH * (fits_left and match is not None)
            bridges = lexicon.count(word[-1:] + right[:1]) and not lexicon.count(right[:2])
            found[word] = score + _BRIDGE * bool(bridges)
    return found


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
