"""Which lines belong to a site and not to its articles: its pages prove it together.

A page tells of the lines that may be furniture by their form (``clean/furniture.py``). A line is proven where several
pages have it that are no copies of each other, and a fair share of the site's pages; one that many pages of the whole
run have needs no share. Pages without a site are held together by the folder or file that they lie in.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analyzer.across.sketch import limit_of
from analyzer.across.trace import SCALE, Trace
from analyzer.model import Sharing

# So many pages that are no copies of each other, and one page in so many of the site's. Held by
# tests/across/test_site_lines.py; found on made sites of 10 to 40 pages: an editor signs a fifth of them.
_PAGES, _ONE_IN = 4, 5
# Most pages of a site, which slogans and whatever stands inside the text must have.
_MOST_PAGES, _MOST = 6, 0.6
# Of whatever site: farms of many hosts share calls and contact lines.
_ANYWHERE = 10
# So many pages, from the first to the last, are looked at for copies.
_SAMPLE = 24
# Two pages are copies from this share of the smaller one's shingles on, as near-duplicates are edited copies; those
# that more than half of the pages share do not count, unless they are more than half of a page, as with a skeleton.
_COPY, _SHARED, _SKELETON = 0.35, 0.5, 0.5

Hashes = NDArray[np.uint64]


class Page(NamedTuple):
    """What a page tells: where it belongs, whether that is a site, and its lines (``furniture.told_lines``)."""

    home: str
    site: bool
    told: bytes


def site_lines(pages: Sequence[Page], trace_of: Callable[[int], Trace]) -> dict[int, dict[int, Sharing]]:
    """Return by page those of its lines that are proven to be furniture, each with how many pages have it.

    ``trace_of`` gives the trace of a page by its number; it is asked for few pages a line.
    """
    sizes: dict[str, int] = {}
    at_home: dict[tuple[str, int], list[int]] = {}
    anywhere: dict[int, list[int]] = {}
    for number, page in enumerate(pages):
        sizes[page.home] = sizes.get(page.home, 0) + 1
        for line in lines_of(page.told):
            at_home.setdefault((page.home, line), []).append(number)
            anywhere.setdefault(line, []).append(number)

    @lru_cache(maxsize=1024)
    def hashes(number: int) -> Hashes:
        found = np.frombuffer(trace_of(number).hashes, dtype="<u8")
        return found[found <= limit_of(SCALE)]

    @lru_cache(maxsize=1024)
    def strangers(sample: tuple[int, ...]) -> int:
        return _strangers([hashes(number) for number in sample])

    def proven(having: Sequence[int], need: int) -> bool:
        return len(having) >= need and strangers(_sample(having)) >= need

    found: dict[int, dict[int, Sharing]] = {}
    for line, having in anywhere.items():
        if line & 1 and proven(having, _ANYWHERE):
            _tell(found, having, line, site=False)
    for (home, line), having in at_home.items():
        most = len(having) >= sizes[home] * _MOST and proven(having, _MOST_PAGES)
        if most or (line & 1 and len(having) * _ONE_IN >= sizes[home] and proven(having, _PAGES)):
            _tell(found, having, line, site=pages[having[0]].site, most=most)
    return found


def lines_of(told: bytes) -> Sequence[int]:
    """Return the lines that a page tells of, as numbers."""
    return [int.from_bytes(told[at : at + 8], "little") for at in range(0, len(told), 8)]


def _tell(
    found: dict[int, dict[int, Sharing]], having: Iterable[int], line: int, *, site: bool, most: bool = False
) -> None:
    """Note a proven line on the pages that have it."""
    having = tuple(having)
    sharing = Sharing(_round(len(having)), site, most)
    for number in having:
        found.setdefault(number, {})[line & ~1] = sharing


def _round(count: int) -> int:
    """Return the least number that proves a line, or the greatest power of ten up to a count.

    What pages say of each other then seldom changes with one page more.
    """
    least = _PAGES
    step = 10
    while step <= count:
        least, step = step, step * 10
    return least


def _sample(having: Sequence[int]) -> tuple[int, ...]:
    """Return at most _SAMPLE of the pages, spread evenly."""
    count = min(len(having), _SAMPLE)
    return tuple(having[k * len(having) // count] for k in range(count))


def _strangers(pages: Sequence[Hashes]) -> int:
    """Return how many pages there are of which none is a copy of another."""
    values, counts = np.unique(np.concatenate(pages), return_counts=True)
    common = values[counts > max(1, len(pages) * _SHARED)]
    own = [np.setdiff1d(page, common, assume_unique=True) for page in pages]
    left = sorted(len(o) / max(1, len(page)) for o, page in zip(own, pages, strict=True))
    if left[len(left) // 2] < 1 - _SKELETON:
        own = list(pages)
    chosen: list[Hashes] = []
    for page in own:
        if len(page) and all(_alike(page, other) < _COPY for other in chosen):
            chosen.append(page)
    return len(chosen)


def _alike(one: Hashes, other: Hashes) -> float:
    """Return the share of the smaller page's shingles that the other has as well."""
    return len(np.intersect1d(one, other, assume_unique=True)) / min(len(one), len(other))
