"""Sketch texts as sets of hashed five-character shingles, so that a million of them can be compared.

A text's *fraction* holds every shingle hash below 2**64/scale (FracMinHash): the share of one text's fraction found in
another's estimates containment, with a score and no candidate step. Its *minima* are the least hashes of the fraction
in each of BINS bins (one-permutation MinHash): texts that agree in a band of four are probably strong copies.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

SHINGLE = 5
"""Characters a shingle; ``_fractions`` puts five together. Measured on edited copies:
random pairs stay under .13 Jaccard, edits keep containment."""

BINS, BAND = 64, 4
"""16 bands of 4 minima: two texts of Jaccard .8 agree in some band 99.98 times in 100, of .7 98.8, of .1 .2 times."""

_BATCH = 32  # texts a batch: the arrays then stay in the second-level cache (31k against 12k texts a second)
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_SQUARE = np.uint64(0x9E3779B97F4A7C15**2 % 2**64)
_HALF, _MIDDLE = np.uint64(32), np.uint64(20)
_ASSIGNED = 0x33480  # the end of the last block of letters in Unicode 17
_EMPTY = np.uint64(0xFFFFFFFFFFFFFFFF)

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.int64]
Pair = tuple[int, int, int, int, int]
"""Text i, text j, the hashes they share, the hashes of i, the hashes of j."""


@dataclass(frozen=True, slots=True)
class Sketches:
    """The fractions of a row of texts, one after the other, each ascending and without repeats.

    Text i's are ``hashes[bounds[i]:bounds[i + 1]]``. ``lengths`` counts the letters and digits of each text.
    """

    hashes: Hashes
    bounds: Numbers
    lengths: Numbers

    def of(self, i: int) -> Hashes:
        """Return the fraction of text i."""
        return self.hashes[self.bounds[i] : self.bounds[i + 1]]

    def coarser(self, scale: int) -> "Sketches":
        """Return the sketches as a greater scale would have made them: its hashes are among those of a lesser one."""
        keep = self.hashes <= limit_of(scale)
        if keep.all():
            return self
        bounds = np.concatenate(([0], np.cumsum(keep, dtype=np.int64)))[self.bounds]
        return Sketches(self.hashes[keep], bounds, self.lengths)

    def among(self, chosen: Numbers) -> "Sketches":
        """Return the sketches of the chosen texts, in their order."""
        sizes = np.diff(self.bounds)[chosen]
        bounds = np.concatenate(([0], np.cumsum(sizes, dtype=np.int64)))
        hashes = np.empty(int(bounds[-1]), dtype=np.uint64)
        for at, i in enumerate(chosen.tolist()):
            hashes[bounds[at] : bounds[at + 1]] = self.of(i)
        return Sketches(hashes, bounds, self.lengths[chosen])

    def owners(self) -> Numbers:
        """Return, for every hash, the number of its text."""
        return np.repeat(np.arange(len(self.lengths)), np.diff(self.bounds))

    def minima(self) -> Hashes:
        """Return (texts, BINS) minima; empty bins borrow from another bin of the same text."""
        least = np.full(len(self.lengths) * BINS, _EMPTY, dtype=np.uint64)
        places = self.owners() * BINS + ((self.hashes >> _MIDDLE) % np.uint64(BINS)).astype(np.int64)
        # The hashes of a text ascend, so the last one written to a place, going backwards, is its least.
        least[places[::-1]] = self.hashes[::-1]
        table = least.reshape(len(self.lengths), BINS)
        filled = table
        probe = np.arange(BINS)
        for step in range(1, BINS + 1):  # the same probes for every text, so that equal sets borrow equally
            rows = np.flatnonzero((filled == _EMPTY).any(axis=1) & (table != _EMPTY).any(axis=1))
            if not len(rows):
                break
            lent = table[np.ix_(rows, (probe * 37 + step * 11) % BINS)]
            part = filled[rows]
            filled = filled.copy() if filled is table else filled
            filled[rows] = np.where((part == _EMPTY) & (lent != _EMPTY), lent ^ np.uint64(step), part)
        return filled


def sketch(texts: Sequence[str], scale: int) -> Sketches:
    """Return the sketches of folded texts; everything that is no letter or digit is skipped."""
    hashes: list[Hashes] = []
    counts: list[Numbers] = []
    lengths: list[Numbers] = []
    limit = limit_of(scale)
    for first in range(0, len(texts), _BATCH):
        found, count, length = _fractions(texts[first : first + _BATCH], limit)
        hashes.append(found)
        counts.append(count)
        lengths.append(length)
    bounds = np.zeros(len(texts) + 1, dtype=np.int64)
    if texts:
        np.cumsum(np.concatenate(counts), out=bounds[1:])
    return Sketches(
        np.concatenate(hashes) if hashes else np.zeros(0, dtype=np.uint64),
        bounds,
        np.concatenate(lengths) if lengths else np.zeros(0, dtype=np.int64),
    )


def limit_of(scale: int) -> np.uint64:
    """Return the greatest hash that is kept when one in ``scale`` is."""
    return np.uint64((2**64 - 1) // scale)


@cache
def _letters() -> NDArray[np.bool_]:
    """Return, for every code point, whether it is a letter or digit; above the last assigned plane none is."""
    table = np.zeros(0x110000, dtype=bool)
    every = np.arange(_ASSIGNED, dtype=np.uint32).tobytes().decode("utf-32-le", "surrogatepass")
    for letters in re.finditer(r"[^\W_]+", every):
        table[letters.start() : letters.end()] = True
    return table


def _fractions(batch: Sequence[str], limit: np.uint64) -> tuple[Hashes, Numbers, Numbers]:
    """Return the fractions of a batch one after the other, their sizes, and each text's length in letters."""
    raw = np.frombuffer("".join(batch).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    keep = _letters().take(raw)
    ends = np.cumsum([len(t) for t in batch])
    lengths = np.array(
        [np.count_nonzero(keep[end - len(t) : end]) for end, t in zip(ends, batch, strict=True)], dtype=np.int64
    )
    kept_ends = np.cumsum(lengths)
    codes = raw[keep].astype(np.uint64)
    windows = len(codes) - SHINGLE + 1
    if windows <= 0:
        return np.zeros(0, dtype=np.uint64), np.zeros(len(batch), dtype=np.int64), lengths
    # ((((a f + b) f + c) f + d) f + e, modulo 2^64, by way of pairs and fours: three products instead of four.
    pairs = codes[:-1] * _FACTOR
    pairs += codes[1:]
    fours = pairs[:-2] * _SQUARE
    fours += pairs[2:]
    rolled = fours[:windows]
    rolled *= _FACTOR
    rolled += codes[SHINGLE - 1 :]
    rolled ^= rolled >> _HALF  # the sum's high bits reach the low ones, the product takes all of them to the top
    rolled *= _FACTOR
    places = np.flatnonzero(rolled <= limit)
    kept = rolled[places]
    # A window never spans two texts.
    starts = np.searchsorted(places, kept_ends - lengths).tolist()
    stops = np.searchsorted(places, kept_ends - SHINGLE + 1).tolist()
    found = [_distinct(kept[start : max(start, stop)]) for start, stop in zip(starts, stops, strict=True)]
    return np.concatenate(found), np.array([len(f) for f in found], dtype=np.int64), lengths


def _distinct(hashes: Hashes) -> Hashes:
    """Return hashes ascending and without repeats."""
    ordered = np.sort(hashes)
    fresh = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
    return ordered[fresh]
