"""Pinyin readings of characters, and which characters are Traditional."""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from analyzer.fold import fold


def traditional(char: str) -> bool:
    """Return whether a character is one that Simplified text writes otherwise."""
    return bool(char) and ord(char) > 0x3000 and fold(char) != char


def is_reading_of(char: str, reading: str) -> bool:
    """Return whether a character may be read so; the case and the shape of letters do not count."""
    return len(char) == 1 and _normal(reading) in _readings_of(char)


@lru_cache(maxsize=1 << 14)
def _normal(reading: str) -> str:
    return unicodedata.normalize("NFC", reading.lower()).replace("ɡ", "g").replace("ɑ", "a")


@lru_cache(maxsize=1 << 14)
def _readings_of(char: str) -> frozenset[str]:
    """Return a character's readings, all tones and heteronyms (pypinyin's table, MIT)."""
    readings = _table().get(ord(char))
    return frozenset(map(_normal, readings.split(","))) if readings else frozenset()


@cache
def _table() -> Mapping[int, str]:
    from pypinyin.pinyin_dict import pinyin_dict

    table: Mapping[int, str] = pinyin_dict
    return table


@cache
def traditional_with(reading: str) -> tuple[str, ...]:
    """Return the Traditional characters of GBK that have a reading, in code order."""
    wanted = _normal(reading)
    return tuple(c for c in map(chr, sorted(_table())) if traditional(c) and wanted in _readings_of(c))


@lru_cache(maxsize=1 << 15)
def second_bytes(first: int, reading: str) -> bytes:
    """Return the bytes that make a Traditional character with the first, one that has the reading."""
    # A byte below 0x80 is a sign by itself, and would not have eaten the bracket.
    pairs = ((x, bytes((first, x)).decode("gbk", "ignore")) for x in range(0x80, 0xFF))
    return bytes(x for x, char in pairs if len(char) == 1 and traditional(char) and is_reading_of(char, reading))


@cache
def _simplified_only() -> frozenset[str]:
    from opencc_pyo3 import OpenCC

    chars = [chr(p) for p in range(0x4E00, 0xA000)]
    # On lines of their own, so that none is taken for a part of a phrase.
    full = OpenCC("s2t").convert("\n".join(chars)).split("\n")
    return frozenset(a for a, b in zip(chars, full, strict=True) if a != b)


def simplified_only(char: str) -> bool:
    """Return whether Traditional text writes another character in the place of this one, as a rule."""
    return char in _simplified_only()
