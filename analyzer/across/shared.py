"""How many shingles given pairs of texts share, all of them counted: for the pairs that a sample leaves in doubt.

All shingles of all texts do not fit. The later texts of the pairs are taken a block at a time and the earlier ones a
few at a time, so that a family in which every text is held against hundreds is opened a few times and not once a pair.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from analyzer.across.sketch import Hashes, Numbers, Pair, Sketches

_BLOCK = 4_000_000  # letters of a block, some 2,700 texts: 32 MB of hashes
_FEW = 500_000  # letters of the texts that are held against a block at once
_SPOTS, _TOP = 1 << 17, np.uint64(47)  # a hash is looked for by its highest 17 bits
_MANY = 4  # from so many texts on a table costs less than sorting each of them together with the first

Full = Callable[[Sequence[int]], Sketches]
"""Return the sketches of some texts with all of their hashes."""


def shared_by(pairs: Sequence[tuple[int, int]], lengths: Numbers, full: Full) -> Iterator[Pair]:
    """Yield every pair (i < j) with what its texts share and have, in no particular order."""
    blocks: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    block_of = (np.cumsum(lengths) // _BLOCK).tolist()
    few_of = np.cumsum(lengths) // _FEW
    for i, j in sorted(pairs):
        blocks[block_of[j]][i].append(j)
    for _, partners in sorted(blocks.items()):
        later = sorted({j for others in partners.values() for j in others})
        right, at = full(later), {j: n for n, j in enumerate(later)}
        earlier = np.array(list(partners), dtype=np.int64)
        for few in np.split(earlier, np.flatnonzero(np.diff(few_of[earlier])) + 1):
            left = full(few.tolist())
            for n, i in enumerate(few.tolist()):
                own, others = left.of(n), partners[i]
                each = [right.of(at[j]) for j in others]
                for j, other, shared in zip(others, each, shared_with(own, each), strict=True):
                    yield i, j, shared, len(own), len(other)


def shared_with(own: Hashes, others: Sequence[Hashes]) -> list[int]:
    """Return how many hashes one text shares with each of others; each has its own ascending and without repeats."""
    if len(others) < _MANY or not len(own):
        return [len(np.intersect1d(own, other, assume_unique=True)) for other in others]
    spots = np.zeros(_SPOTS, dtype=np.int32)
    places, numbers = _spot(own), np.arange(len(own), dtype=np.int32)
    spots[places] = numbers
    every = np.concatenate(others)
    both = own.take(spots.take(_spot(every))) == every
    for hidden in own[spots.take(places) != numbers]:  # another one has taken its spot
        both |= every == hidden
    sums = np.concatenate(([0], np.cumsum(both)))
    ends = np.cumsum([len(other) for other in others])
    counts: list[int] = np.diff(sums[ends], prepend=0).tolist()
    return counts


def _spot(hashes: Hashes) -> Numbers:
    return (hashes >> _TOP).view(np.int64)
