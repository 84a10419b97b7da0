"""How likely a piece of Chinese is: its most likely row of words, and where its clauses end.

All results are natural logarithms of probabilities, good for comparing readings of one place only.
"""

import re
from functools import cache, lru_cache
from math import log

from analyzer.repair.dictionary import dictionary
from analyzer.repair.lexicon import entries
from analyzer.words import cut, tag

# The dictionary's counts add up to this; a character that is no word of it counts as rarer than the rarest.
ALL_WORDS = 6e7
UNKNOWN = 0.1

# Shares of the full-width signs among words and signs. These and the lengths of clauses were counted like the
# words that begin and end clauses, see lexicon/clauses.txt.
SIGNS = {"，": 0.06, "；": 0.003, "：": 0.004, "？": 0.003, "！": 0.003, "（": 0.004, "）": 0.004}
SHARES = SIGNS | {"。": 0.03, "、": 0.01, "“": 0.003, "”": 0.003, "《": 0.002, "》": 0.002}
SHARES.update(dict.fromkeys(",;:?!()\n", 0.003))
# The length of a clause in characters: its logarithm has this mean and deviation.
_LENGTH, _SPREAD = 2.0, 0.7
# A clause that asks, or is followed by one that asks, ends with a question mark this much more often (newspaper and
# reviews hold one question mark in 650 words).
_ASKS = re.compile("[吗呢哪谁]|什么|怎么|怎样|如何|为何|是否|多少|几时")
_ASKED = 2.5
# What the same formula gives on average for a clause cut in two where it was cut, so that it adds nothing there.
_CUT = -2.3
# No clause begins with a sign, but a list of examples or a cry may.
_SIGN_AFTER = -1.5


@lru_cache(maxsize=100_000)
def fluency(text: str) -> float:
    """Return the log probability of a folded text as its most likely row of words."""
    count = dictionary().count
    return sum(log(SHARES.get(word) or (count(word) or UNKNOWN) / ALL_WORDS) for word in cut(text))


def break_gain(before: str, sign: str, after: str, follows_sign: bool, rest: int, whole: int) -> float:
    """Return what speaks for a full-width sign between ``before`` and ``after``, parts of one clause.

    ``rest`` is the length of the clause that would begin there and ``whole`` that of both together; ``follows_sign``
    tells that another sign, no opening one and no line end, stands right after it.
    """
    gain = log(SIGNS[sign])
    if sign == "？" and _ASKS.search(before + after):
        gain += _ASKED
    gain += end_gain(before)
    if not after:
        return gain + (_SIGN_AFTER if follows_sign else 0.0)
    gain += _at("begins", cut(after)[0])
    return gain + _of_length(whole - rest) + _of_length(rest) - _of_length(whole) - _CUT


def end_gain(text: str) -> float:
    """Return what speaks for the end of a clause behind the last word of a text."""
    return _at("ends", cut(text)[-1]) if text else 0.0


def _at(place: str, word: str) -> float:
    """Return how much more often a word begins or ends a clause than it stands anywhere."""
    table = _places()
    return table.get((place, word), table.get((place, tag(word)), 0.0))


@cache
def _places() -> dict[tuple[str, str], float]:
    return {(place, what): float(weight) for place, what, weight in entries("clauses")}


@lru_cache(maxsize=256)
def _of_length(size: int) -> float:
    """Return the log density of a clause's length, up to a constant that the difference of three does not need."""
    spread = (log(max(size, 1)) - _LENGTH) / _SPREAD
    return -spread * spread / 2 - log(max(size, 1)) - _NORM


_NORM = log(_SPREAD) + 0.9189  # half the logarithm of 2π
