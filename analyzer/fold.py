"""Fold script, width and case, one character for one character, so that offsets stay what they were."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache


@cache
def _folding() -> Callable[[str], str]:
    """Return what folds each character alone: Traditional to Simplified, full to half width, upper to lower."""
    import numpy as np
    from opencc_pyo3 import OpenCC

    chars = [chr(p) for p in (*range(0x3400, 0xA000), *range(0xF900, 0xFB00), *range(0x20000, 0x2FA20))]
    # On lines of their own, so that none is taken for a part of a phrase.
    simple = OpenCC("t2s").convert("\n".join(chars)).split("\n")
    table = {ord(a): b for a, b in zip(chars, simple, strict=True) if a != b and len(b) == 1}
    for point in range(0x41, 0x5B):
        table[point] = chr(point + 32)
    for point in range(0xFF01, 0xFF5F):
        half = unicodedata.normalize("NFKC", chr(point)).lower()
        table[point] = half
    # 著 is a word of its own in both scripts (著名, 著作); only the particle is 着, see _PARTICLE.
    table.pop(ord("著"), None)
    table[0x3000] = " "
    table[0xA0] = " "
    points = np.arange(0x110000, dtype=np.uint32)
    for point, char in table.items():
        points[point] = ord(char)

    def folding(text: str) -> str:
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        return str(points.take(codes).data, "utf-32-le", "surrogatepass")

    return folding


def fold(text: str) -> str:
    """Return the text in simplified script, half width and lower case; the length never changes."""
    if len(text) == 1:
        return _one(text)
    folded = _folding()(text)
    return _PARTICLE.sub("着", folded) if "著" in folded else folded


@lru_cache(maxsize=1 << 15)
def _one(char: str) -> str:
    """Return one character folded: what stands before a 著 decides, so alone it stays."""
    return _folding()(char)


# 著 as the particle 着 after verbs of Traditional text (隨著, 意味著), but not in 著名, 著作. The words before it are
# the commonest ones of OpenCC's phrase table. Held by tests/test_fold.py.
_PARTICLE = re.compile(
    "著(?<=[随沿味接跟看带对朝向顺靠凭本藉借冒忙试想拿拖等站坐走笑说活存有持抱面伴陪围扮占握穿拉背推缠隔望听含意]著)"
    "(?![名作者述称录书])"
)
