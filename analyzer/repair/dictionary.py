"""Word counts of general Chinese: what is a word, how common, and which characters live only inside words.

Source: the word list that jieba ships (349,046 words with counts from the People's Daily and other corpora; MIT).
It is read once, at the first question.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Dictionary:
    """``words`` maps a word to its count; ``chars`` a character to the summed counts of the words that hold it."""

    words: dict[str, int]
    chars: dict[str, int]
    heads: dict[str, int]
    tails: dict[str, int]

    def count(self, word: str) -> int:
        """Return the word's count, 0 for no word."""
        return self.words.get(word, 0)

    def bound_tail(self, char: str) -> bool:
        """Return whether a character stands nearly always at the end of longer words (息, 况, 题).

        The bound of 8 to 1 was read off the gold seeds and holds in tests/repair/test_dictionary.py.
        """
        return self.tails.get(char, 0) > 8 * (self.heads.get(char, 0) + self.words.get(char, 0))

    def bound_head(self, char: str) -> bool:
        """Return whether a character stands nearly always at the start of longer words (突)."""
        return self.heads.get(char, 0) > 8 * (self.tails.get(char, 0) + self.words.get(char, 0))


@cache
def dictionary() -> Dictionary:
    """Return the dictionary; the first call reads it (about a third of a second)."""
    import jieba

    words: dict[str, int] = {}
    chars: dict[str, int] = {}
    heads: dict[str, int] = {}
    tails: dict[str, int] = {}
    with Path(jieba.__file__).with_name("dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, count, _ = line.split(" ", 2)
            n = int(count)
            words[word] = n
            for char in word:
                chars[char] = chars.get(char, 0) + n
            if len(word) > 1:
                heads[word[0]] = heads.get(word[0], 0) + n
                tails[word[-1]] = tails.get(word[-1], 0) + n
    return Dictionary(words, chars, heads, tails)
