"""Word counts of general Chinese: what is a word, how common, and which characters live only inside words.

Worked out from the counts of ``analyzer.words``, each at the first question.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from analyzer.words import counts, spelled


@dataclass(frozen=True)
class Dictionary:
    """``words`` maps a word to its count."""

    words: Mapping[str, int]

    def count(self, word: str) -> int:
        """Return the word's count, 0 for no word."""
        return self.words.get(word, 0)

    @cached_property
    def chars(self) -> Mapping[str, int]:
        """Return for every character the summed counts of the words that hold it."""
        codes, _, lengths = spelled()
        return _summed(codes, np.repeat(self._counts, lengths))

    @cached_property
    def _ends(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """Return how often each character begins and ends a longer word."""
        codes, starts, lengths = spelled()
        longer = lengths > 1
        ends = codes[starts[longer]], codes[(starts + lengths - 1)[longer]]
        heads, tails = (_summed(chars, self._counts[longer]) for chars in ends)
        return heads, tails

    @cached_property
    def _counts(self) -> NDArray[np.int64]:
        return np.fromiter(self.words.values(), dtype=np.int64, count=len(self.words))

    def bound_tail(self, char: str) -> bool:
        """Return whether a character stands nearly always at the end of longer words (息, 况, 题).

        The bound of 8 to 1 was read off the gold seeds and holds in tests/repair/test_gaps.py.
        """
        heads, tails = self._ends
        return tails.get(char, 0) > 8 * (heads.get(char, 0) + self.words.get(char, 0))

    def bound_head(self, char: str) -> bool:
        """Return whether a character stands nearly always at the start of longer words (突)."""
        heads, tails = self._ends
        return heads.get(char, 0) > 8 * (tails.get(char, 0) + self.words.get(char, 0))


def _summed(chars: NDArray[np.uint32], counts: NDArray[np.int64]) -> Mapping[str, int]:
    """Return the sum of the counts for each character; exact, since all counts together stay below 2^53."""
    sums = np.bincount(chars, weights=counts)
    return {chr(c): int(sums[c]) for c in np.unique(chars)}


@cache
def dictionary() -> Dictionary:
    """Return the dictionary; the first call reads the word list (a seventh of a second)."""
    return Dictionary(counts())
