"""Which of the pairs of characters that mechanisms look for stand in a text at all; it only saves time."""

from collections.abc import Iterator
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from analyzer.repair.codes import Pairs
from analyzer.repair.lexicon import entries

# Of masked.py and substituted.py; a pair that is asked for and not listed here counts as absent.
_PAIRS = (
    *("xx", "××", "某某", "敏感", "违禁", "违规", "屏蔽", "隐藏", "和谐", "过滤", "打码"),
    *("之一", "靠前", "小编", "首屈", "名列", "数一", "遥遥", "独占"),
)


@lru_cache(maxsize=2)
def pairs_in(text: str) -> frozenset[str]:
    """Return the listed pairs that a folded text has."""
    _, ranks = _found(text)
    return frozenset(_sorted()[rank] for rank in set(ranks.tolist()))


def places_in(text: str) -> Iterator[tuple[int, str]]:
    """Return where each of the listed pairs stands that a folded text has, in order."""
    places, ranks = _found(text)
    return zip(places.tolist(), map(_sorted().__getitem__, ranks.tolist()), strict=True)


@lru_cache(maxsize=2)
def _found(text: str) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    return _table().find(text)


@cache
def _table() -> Pairs:
    return Pairs.of(_sorted())


@cache
def _sorted() -> tuple[str, ...]:
    """Return the pairs in the order of their ranks: by code points."""
    replaced = (word for row in entries("tables") for column in row[1:3] for word in column.split("|"))
    return tuple(sorted({*_PAIRS, *(word[:2] for word in replaced if len(word) > 1)}))
