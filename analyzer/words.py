"""Words of general Chinese: what is a word, how common, of which kind, and where the words of a text part.

Source: the word list and the segmentation of jieba (349,046 words with counts from the People's Daily and other
corpora, tags of the ICTCLAS set; MIT licence). The list is read once a process and serves every stage.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from jieba import Tokenizer
    from jieba.posseg import POSTokenizer

T = TypeVar("T", int, NDArray[np.int64])

# A mention that was replaced by one character; it counts as a noun.
MENTION = "\ue000"


@cache
def _list() -> tuple[Mapping[str, int], Mapping[str, str]]:
    """Return word → count and word → tag, read straight from jieba's file ("word count tag" a line)."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba")
    text = Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8")
    cells = text.rstrip("\n").replace("\n", " ").split(" ")
    words, numbers, kinds = cells[::3], cells[1::3], cells[2::3]
    tagged_as = dict(zip(words, map(intern, kinds), strict=True))  # some fifty strings, not one a word
    return dict(zip(words, map(int, numbers), strict=True)), tagged_as


def counts() -> Mapping[str, int]:
    """Return word → count."""
    return _list()[0]


def tags() -> Mapping[str, str]:
    """Return word → tag."""
    return _list()[1]


@cache
def spelled() -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.int64]]:
    """Return the code points of all words one after the other, where each word begins in them, and its length."""
    codes = np.frombuffer("".join(counts()).encode("utf-32-le"), dtype=np.uint32)
    lengths = np.fromiter(map(len, counts()), dtype=np.int64, count=len(counts()))
    return codes, np.cumsum(lengths) - lengths, lengths


@cache
def _longest() -> Mapping[str, int]:
    """Return for every character the length of the longest word that it begins."""
    codes, starts, lengths = spelled()
    longest = np.zeros(int(codes.max()) + 1, dtype=np.int64)
    np.maximum.at(longest, codes[starts], lengths)
    return {chr(c): int(longest[c]) for c in np.flatnonzero(longest)}


@cache
def _tokenizer() -> "Tokenizer":
    """Return jieba's tokenizer on the list above.

    jieba looks words up along their prefixes, which its table holds as entries of their own; building or loading that
    table takes longer than reading a short article. The longest word a character begins bounds the search as well.
    """
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)

    class Shared(jieba.Tokenizer):  # type: ignore[misc]
        def initialize(self, dictionary: object = None) -> None:
            self.FREQ, self.total, self.initialized = counts(), sum(counts().values()), True

        def get_DAG(self, sentence: str) -> dict[int, list[int]]:  # noqa: N802
            known, longest = counts(), _longest()
            ends = {}
            for k, char in enumerate(sentence):
                stop = min(len(sentence), k + longest.get(char, 0))
                ends[k] = [i for i in range(k, stop) if sentence[k : i + 1] in known] or [k]
            return ends

    tokenizer = Shared()
    tokenizer.initialize()
    return cast("Tokenizer", tokenizer)


@cache
def tagger() -> "POSTokenizer":
    """Return jieba's tagger on the list above; it tags unknown words by their characters."""
    from jieba import posseg

    class Shared(posseg.POSTokenizer):  # type: ignore[misc]
        def load_word_tag(self, f: object) -> None:
            self.word_tag_tab = tags()

    return cast("POSTokenizer", Shared(_tokenizer()))


@lru_cache(maxsize=200_000)
def cut(text: str) -> tuple[str, ...]:
    """Return the dictionary words of a short text, without guessing unknown ones."""
    return tuple(_tokenizer().cut(text, HMM=False))


@lru_cache(maxsize=50_000)
def cut_names(text: str) -> tuple[str, ...]:
    """Return the words of a text with unknown words guessed (names of people above all)."""
    return tuple(_tokenizer().cut(text, HMM=True))


def tag(word: str) -> str:
    """Return a word's tag in the ICTCLAS set (n, v, d, p, t …); "x" for what the dictionary does not have."""
    if word == MENTION:
        return "nz"
    if word[0].isdigit():
        return "m"
    return tags().get(word, "x")


@lru_cache(maxsize=200_000)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """Return (word, tag) pairs of a short text."""
    return tuple((w, tag(w)) for w in cut(text))


def known(word: str) -> bool:
    """Return whether the dictionary has the word."""
    return word in counts()


def straddled(text: str, at: int) -> bool:
    """Return whether some dictionary word stands across a place of a text, beginning before and ending after it."""
    if not 0 < at < len(text):
        return False
    have, longest, joints = counts(), _longest(), _joints()
    for start in range(at - 1, max(-1, at - 1 - _REACH), -1):
        # Every two neighbours within a word stand side by side in it.
        if not joints[_joint(ord(text[start]), ord(text[start + 1]))]:
            return False
        stop = min(len(text), start + longest.get(text[start], 0))
        for end in range(at + 1, stop + 1):
            if text[start:end] in have:
                return True
    return False


@cache
def _joints() -> bytes:
    """Return a table with a mark for every two characters that stand side by side in some word, at ``_joint``.

    Other pairs may have the same place, one in fifteen: a mark is no proof, the lack of one is.
    """
    codes, starts, lengths = spelled()
    inside = np.ones(len(codes), dtype=bool)
    inside[starts + lengths - 1] = False
    first = np.flatnonzero(inside)
    marks = np.zeros(_JOINTS, dtype=np.uint8)
    marks[_joint(codes[first].astype(np.int64), codes[first + 1].astype(np.int64))] = 1
    return marks.tobytes()


_JOINTS = 1 << 22  # 290,000 pairs in 4 MB


def _joint(left: T, right: T) -> T:
    return (left * 40_503 + right) % _JOINTS


# Characters that a word can begin before a place it stands across: the longest words of the list have 16.
_REACH = 15
