"""Words and their tags: the dictionary knowledge that bounds names and tells verbs from nouns (jieba's dictionary)."""

from collections.abc import Mapping
from functools import cache, lru_cache

# A mention that was replaced by one character; it counts as a noun.
MENTION = "\ue000"


@cache
def _dictionary() -> Mapping[str, str]:
    """Return word → tag, read straight from jieba's word list ("word frequency tag" a line)."""
    import jieba

    with jieba.dt.get_dict_file() as lines:
        rows = lines.read().decode("utf-8").split("\n")
    return {word: kind for word, _, kind in (row.split(" ") for row in rows if row.count(" ") == 2)}


@cache
def _cutter():  # type: ignore[no-untyped-def]
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    return jieba


@lru_cache(maxsize=200_000)
def cut(text: str) -> tuple[str, ...]:
    """Return the dictionary words of a short text, without guessing unknown ones."""
    return tuple(_cutter().cut(text, HMM=False))


@lru_cache(maxsize=50_000)
def cut_names(text: str) -> tuple[str, ...]:
    """Return the words of a text with unknown words guessed (names of people above all)."""
    return tuple(_cutter().cut(text, HMM=True))


def tag(word: str) -> str:
    """Return a word's tag in the ICTCLAS set (n, v, d, p, t …); "x" for what the dictionary does not have."""
    if word == MENTION:
        return "nz"
    if word[0].isdigit():
        return "m"
    return _dictionary().get(word, "x")


@lru_cache(maxsize=200_000)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """Return (word, tag) pairs of a short text."""
    return tuple((w, tag(w)) for w in cut(text))


def known(word: str) -> bool:
    """Return whether the dictionary has the word."""
    return word in _dictionary()
