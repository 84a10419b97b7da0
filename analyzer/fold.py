"""Fold script, width and case, one character for one character, so that offsets stay what they were."""

import unicodedata
from functools import cache

from opencc_pyo3 import OpenCC


@cache
def _table() -> dict[int, str]:
    """Return the translation table: Traditional to Simplified, full width to half width, upper to lower case."""
    convert = OpenCC("t2s").convert
    table: dict[int, str] = {}
    for point in (*range(0x3400, 0xA000), *range(0xF900, 0xFB00), *range(0x20000, 0x2FA20)):
        char = chr(point)
        simple = convert(char)
        if simple != char and len(simple) == 1:
            table[point] = simple
    for point in range(0x41, 0x5B):
        table[point] = chr(point + 32)
    for point in range(0xFF01, 0xFF5F):
        half = unicodedata.normalize("NFKC", chr(point)).lower()
        table[point] = half
    table[0x3000] = " "
    table[0xA0] = " "
    return table


def fold(text: str) -> str:
    """Return the text in simplified script, half width and lower case; the length never changes."""
    return text.translate(_table())
