"""Which of the pairs of characters that mechanisms look for stand in a text at all; it only saves time."""

from functools import cache, lru_cache

from analyzer.repair.codes import Pairs
from analyzer.repair.lexicon import entries

# Of masked.py and substituted.py; a pair that is asked for and not listed here counts as absent.
_PAIRS = (
    *sorted({word[:2] for row in entries("tables") for word in row[2].split("|") if len(word) > 1}),
    *("xx", "××", "某某", "敏感", "违禁", "违规", "屏蔽", "隐藏", "和谐", "过滤", "打码"),
    *("之一", "靠前", "小编", "首屈", "名列", "数一", "遥遥", "独占"),
)


@lru_cache(maxsize=2)
def pairs_in(text: str) -> frozenset[str]:
    """Return the listed pairs that a folded text has."""
    _, ranks = _table().find(text)
    return frozenset(_sorted()[rank] for rank in set(ranks.tolist()))


@cache
def _table() -> Pairs:
    return Pairs.of(_PAIRS)


@cache
def _sorted() -> tuple[str, ...]:
    """Return the pairs in the order of their ranks: by code points."""
    return tuple(sorted(set(_PAIRS)))
