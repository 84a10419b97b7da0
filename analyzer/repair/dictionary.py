"""Word counts of general Chinese: what is a word, how common, and which characters live only inside words.

Worked out from the counts of ``analyzer.words``, each at the first question.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from analyzer.words import counts


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
        chars: dict[str, int] = {}
        for word, count in self.words.items():
            for char in word:
                chars[char] = chars.get(char, 0) + count
        return chars

    @cached_property
    def _ends(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """Return how often each character begins and ends a longer word."""
        heads: dict[str, int] = {}
        tails: dict[str, int] = {}
        for word, count in self.words.items():
            if len(word) > 1:
                heads[word[0]] = heads.get(word[0], 0) + count
                tails[word[-1]] = tails.get(word[-1], 0) + count
        return heads, tails

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


@cache
def dictionary() -> Dictionary:
    """Return the dictionary; the first call reads the word list (a seventh of a second)."""
    return Dictionary(counts())
