"""Find in one pass over a text's code points where a mechanism may have something to do; it only saves time."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_POINTS = 0x110000
# Pairs are first looked up in a table of this size, small enough to stay at hand for all sets: of strangers one in 18
# is taken for known in a set of 6,800 pairs, one in 120 in one of 1,000 (web pages and newspaper).
_BUCKETS = 1 << 17


@lru_cache(maxsize=2)
def codes(text: str) -> NDArray[np.uint32]:
    """Return the code points of a text; several mechanisms ask for the same one in turn."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def char_table(chars: Iterable[str]) -> NDArray[np.bool_]:
    """Return a table that tells for every code point whether it is among the characters."""
    table = np.zeros(_POINTS, dtype=np.bool_)
    table[[ord(char) for char in chars]] = True
    return table


def positions(text: str, table: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return where the characters of a table stand."""
    return table.take(codes(text)).nonzero()[0]


def has_any(text: str, table: NDArray[np.bool_]) -> bool:
    """Return whether a character of a table stands in a text; half the work of asking where."""
    return bool(table.take(codes(text)).any())


@dataclass(frozen=True, slots=True)
class Pairs:
    """A set of pairs of characters, to be asked about many places at once."""

    keys: NDArray[np.uint64]
    buckets: NDArray[np.bool_]

    @classmethod
    def of(cls, pairs: Iterable[str]) -> "Pairs":
        """Return the set of the given two-character strings."""
        rows = [(ord(pair[0]), ord(pair[1])) for pair in pairs]
        both = np.array(sorted(set(rows)), dtype=np.uint32).reshape(-1, 2)
        first, second = both[:, 0], both[:, 1]
        buckets = np.zeros(_BUCKETS, dtype=np.bool_)
        buckets[_bucket(first, second)] = True
        return cls(_key(first, second), buckets)

    def at(self, text: str, places: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Return for every place, with a character after it, whether the pair that begins there is in the set."""
        found = self.buckets.take(_buckets(text).take(places))
        likely = found.nonzero()[0]
        if len(likely):
            found[likely] = self._look(text, places.take(likely))[0]
        return found

    def find(self, text: str) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Return where pairs of the set begin in a text, and their ranks in the set."""
        likely = self.buckets.take(_buckets(text)).nonzero()[0]
        if not len(likely):
            return likely, likely
        hits, ranks = self._look(text, likely)
        return likely[hits], ranks[hits]

    def _look(self, text: str, places: NDArray[np.intp]) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
        """Return whether the pairs at the places are in the set, and the ranks of those that are."""
        points = codes(text)
        keys = _key(points.take(places), points.take(places + 1))
        ranks = self.keys.searchsorted(keys)
        hits = np.equal(self.keys.take(ranks, mode="clip"), keys)
        return hits, ranks


@lru_cache(maxsize=2)
def _buckets(text: str) -> NDArray[np.uint32]:
    """Return the bucket of every pair of neighbours in a text."""
    points = codes(text)
    return _bucket(points[:-1], points[1:])


def _key(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.uint64]:
    return (first.astype(np.uint64) << _KEY_SHIFT) | second


def _bucket(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return ((first << _SHIFT) ^ second) & _MASK


_KEY_SHIFT = np.uint64(32)
_SHIFT, _MASK = np.uint32(5), np.uint32(_BUCKETS - 1)
