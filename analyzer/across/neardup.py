"""Near-duplicates: which articles are copies, edited copies or excerpts of each other, and the clusters they make.

Tier 1 finds strong copies by MinHash bands and keeps one of each group; tier 2 joins what is left on rare shingles and
scores every pair by containment. Only so are both found: a group of 400 copies makes all its own shingles frequent,
and without the cap on frequent shingles everything chains together through common phrases.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from analyzer.across.shared import shared_by, shared_with
from analyzer.across.sketch import BAND, BINS, Pair, Sketches, limit_of, sketch
from analyzer.across.trace import SCALE, SHORT, Trace, traces
from analyzer.model import Cluster, Edge, EdgeKind

LARGE = 500_000
"""From so many texts on every second hash is enough: one shingle in sixteen."""
SHORTEST = 60
"""Below this only equal texts are near-duplicates, below EQUAL none are: such texts are titles and empty pages."""
EQUAL = 20
FREQUENT = 50
"""A shingle in more texts than this says nothing about a pair (tier 2)."""
BUCKET = 30
"""A band bucket of at most so many texts gives all pairs, a larger one a star to its first text (tier 1)."""
SHARED = 3
"""Fewer shared hashes than this are chance."""
EDITED = 0.35
"""Containment of the smaller text from which a pair is an edited copy. Random pairs: at most .26; 30 % of the
sentences dropped, words swapped and a footer added: .74 on average (tests/across/test_neardup.py holds both)."""
MUTUAL = 0.1
"""Product of the containments from which a pair is an edited copy. Over six generated corpora (12,000 true pairs) it
drops the one false pair (.24 x .39, the furniture of one site under two articles) and five true ones (.08 to .099),
whose articles still meet through a third."""
SURE = 0.25
"""Product of the containments below which an edited pair is judged again on all shingles."""
COPY = 0.9
"""Containment both ways from which a pair is a copy; a template with other names stays below it."""
HALF, CENTRES = 0.45, 3
"""Share of both texts that must agree where they agree on frequent shingles only: a large family of edited copies
does, pages of one site that share their furniture do not. Each text is held against the first CENTRES that have the
shingle: with one, 2 of 200 copies with 6 % of their characters changed were lost, with three none."""
STRONG = 0.8
"""Containment both ways from which one text stands for both in tier 2; looser pairs would hide the other's own
neighbours behind it (at .35 one pair in 250 of the generated families was lost)."""
ALIKE = 0.4
"""Size ratio below which a contained text is an excerpt: it joins no cluster, or a long page would chain its parts."""

_BATCH = 1_024  # texts traced at once
_SLICE = 5_000  # texts whose minima are in memory at once
_PRODUCTS = 2_000_000  # products of two hashes whose sums are in memory at once: 60 MB
_RANGE, _SMALL, _RANGES = 8_000_000, 500_000, 16
"""Hashes are sorted a range at a time: in 16 ranges, unless one had more than 8 or less than half a million hashes."""
_MIX = np.uint64(0xD6E8FEB86659FD93)

Order = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The pairs found and the clusters they make; both sorted, both independent of the order of the input."""

    edges: tuple[Edge, ...]
    clusters: tuple[Cluster, ...]

    def cluster_of(self) -> Mapping[str, str]:
        """Return the cluster's id of every clustered article."""
        return {article: c.id for c in self.clusters for article in c.articles}

    def siblings(self, most: int) -> Mapping[str, tuple[str, ...]]:
        """Return, for every clustered article, at most so many others of its cluster, the most similar first."""
        near: dict[str, dict[str, float]] = defaultdict(dict)
        for edge in self.edges:
            near[edge.left][edge.right] = near[edge.right][edge.left] = min(edge.of_left, edge.of_right)
        found: dict[str, tuple[str, ...]] = {}
        for cluster in self.clusters:
            members = set(cluster.articles)
            for article in cluster.articles:
                direct = near.get(article, {})
                first = sorted((a for a in direct if a in members), key=lambda a: (-direct[a], a))[:most]
                if len(first) < most:
                    others = (a for a in cluster.articles if a != article and a not in direct)
                    first += islice(others, most - len(first))
                found[article] = tuple(first)
        return found


def neighbours(texts: Mapping[str, str]) -> Neighbours:
    """Return the near-duplicates among texts by article id.

    The texts should be repaired and folded, so that copies in another script or with annotations meet.
    """
    names = list(texts)
    parts = (names[at : at + _BATCH] for at in range(0, len(names), _BATCH))
    traced = ((n, t) for part in parts for n, t in zip(part, traces([texts[n] for n in part]), strict=True))
    return near_traces(traced, texts)


def near_traces(traced: Iterable[tuple[str, Trace]], texts: Mapping[str, str]) -> Neighbours:
    """Return the near-duplicates among articles by their traces; ``texts`` is asked only for the few to confirm."""
    scale = SCALE if len(texts) < LARGE else 2 * SCALE
    names, digests, fine = _loaded(traced, scale)
    sketches = fine.coarser(scale)
    long_enough = np.flatnonzero(sketches.lengths >= SHORTEST)
    found: dict[tuple[int, int], Edge] = {}

    for i, pairs in groupby(_band_pairs(sketches, long_enough), key=itemgetter(0)):
        left, others = sketches.of(i), [j for _, j in pairs]
        rights = [sketches.of(j) for j in others]
        for j, right, both in zip(others, rights, shared_with(left, rights), strict=True):
            if edge := _edge(names[i], names[j], both, len(left), len(right)):
                found[i, j] = edge
    first = _groups(len(names), [p for p, e in found.items() if min(e.of_left, e.of_right) >= STRONG])
    leaders = np.array([i for i in long_enough.tolist() if first[i] == i], dtype=np.int64)
    for i, j, *counts in _pairs(sketches, leaders):
        if (i, j) not in found and (edge := _edge(names[i], names[j], *counts)):
            found[i, j] = edge
    shorts = np.array([i for i in leaders.tolist() if sketches.lengths[i] <= SHORT], dtype=np.int64)
    if len(shorts) > 1:
        again = set(shorts.tolist())
        for pair in [p for p in found if p[0] in again and p[1] in again]:
            del found[pair]  # judged again, on more shingles
        full = fine.among(shorts)
        for a, b, *counts in _pairs(full, np.arange(len(shorts)), stars=False):
            i, j = int(shorts[a]), int(shorts[b])
            if edge := _edge(names[i], names[j], *counts):
                found[i, j] = edge
    for pair, sure in _confirmed(texts, names, digests, sketches.lengths, found):
        if sure:
            found[pair] = sure
        elif found[pair].kind is EdgeKind.EDITED:
            del found[pair]
    _note_equal(names, texts, sketches.lengths, found)
    edges = tuple(sorted(found.values(), key=lambda e: (e.left, e.right)))
    return Neighbours(edges, _clusters(found, first, names, digests))


def _loaded(traced: Iterable[tuple[str, Trace]], scale: int) -> tuple[list[str], list[bytes], Sketches]:
    """Return the names, digests and sketches in the order of the contents.

    So "the first of a bucket" depends on no file name; equal texts are in the order of their names.
    """
    unordered: list[str] = []
    contents: list[bytes] = []
    column = bytearray()
    sizes, lengths = array("q"), array("q")
    for name, trace in traced:
        unordered.append(name)
        contents.append(trace.digest)
        hashes = trace.hashes
        if scale > SCALE and trace.letters > SHORT:  # what is not compared is not kept: it is half of the memory
            own = np.frombuffer(hashes, dtype="<u8")
            hashes = own[: np.searchsorted(own, limit_of(scale), side="right")].tobytes()
        column += hashes
        sizes.append(len(hashes) // 8)
        lengths.append(trace.letters)
    order = sorted(range(len(unordered)), key=lambda i: (contents[i], unordered[i]))
    bounds = np.concatenate(([0], np.cumsum(np.array(sizes, dtype=np.int64), dtype=np.int64)))
    flat = np.frombuffer(column, dtype="<u8").astype(np.uint64, copy=False)
    sketches = Sketches(flat, bounds, np.array(lengths, dtype=np.int64)).among(np.array(order, dtype=np.int64))
    return [unordered[i] for i in order], [contents[i] for i in order], sketches


def _confirmed(
    texts: Mapping[str, str],
    names: Sequence[str],
    digests: Sequence[bytes],
    lengths: NDArray[np.int64],
    found: Mapping[tuple[int, int], Edge],
) -> Iterator[tuple[tuple[int, int], Edge | None]]:
    """Yield the copies and the doubtful pairs judged again on all shingles; a pair that fails comes back as None.

    A sample of a template with other names (.83 to .88 shared) reaches COPY by chance in one pair of forty, and the
    60 hashes of a short text take two texts that share a quarter of their words for edited copies once in 10,000.
    """
    again = []
    for (i, j), edge in found.items():
        doubtful = edge.kind is EdgeKind.EDITED and edge.of_left * edge.of_right < SURE
        if doubtful or (edge.kind is EdgeKind.COPY and digests[i] != digests[j]):
            again.append((i, j))
    for i, j, *counts in shared_by(again, lengths, lambda some: sketch([texts[names[i]] for i in some], 1)):
        sure = _edge(names[i], names[j], *counts)
        # Furniture counts here: a doubtful pair can only fail by it, never become more alike.
        yield (i, j), sure if found[i, j].kind is EdgeKind.COPY else found[i, j] if sure else None


def _note_equal(
    names: Sequence[str], texts: Mapping[str, str], lengths: NDArray[np.int64], found: dict[tuple[int, int], Edge]
) -> None:
    """Add a copy edge from the first of each group of equal texts too short for shingles to the others."""
    seen: dict[str, int] = {}
    for i in np.flatnonzero((lengths < SHORTEST) & (lengths >= EQUAL)).tolist():
        letters = "".join(c for c in texts[names[i]] if c.isalnum())
        j = seen.setdefault(letters, i)
        if j != i:
            left, right = sorted((names[j], names[i]))
            found[j, i] = Edge(left=left, right=right, kind=EdgeKind.COPY, of_left=1, of_right=1, shared=0)


def _edge(left: str, right: str, shared: int, left_size: int, right_size: int) -> Edge | None:
    """Return the edge between two texts that share so many hashes, or None where that is too little."""
    if shared < SHARED:
        return None
    of_left, of_right = shared / left_size, shared / right_size
    if min(of_left, of_right) >= COPY:
        kind = EdgeKind.COPY
    elif max(of_left, of_right) < EDITED:
        return None
    elif min(left_size, right_size) / max(left_size, right_size) < ALIKE:
        kind = EdgeKind.EXCERPT
    elif of_left * of_right >= MUTUAL:
        kind = EdgeKind.EDITED
    else:
        return None
    if right < left:
        left, right, of_left, of_right = right, left, of_right, of_left
    return Edge(
        left=left, right=right, kind=kind, of_left=round(of_left, 4), of_right=round(of_right, 4), shared=shared
    )


def _band_pairs(sketches: Sketches, among: Order) -> Iterable[tuple[int, int]]:
    """Yield candidate pairs (i < j) that agree in a band of minima."""
    seen: set[tuple[int, int]] = set()
    for keys in _band_keys(sketches, among):
        order = np.argsort(keys, kind="stable")
        change = np.flatnonzero(np.diff(keys[order])) + 1
        starts, ends = np.concatenate(([0], change)), np.concatenate((change, [len(keys)]))
        full = np.flatnonzero(ends - starts > 1)
        for start, end in zip(starts[full].tolist(), ends[full].tolist(), strict=True):
            members = sorted(among[order[start:end]].tolist())
            star = len(members) > BUCKET
            for at, i in enumerate(members[:1] if star else members):
                seen.update((i, j) for j in members[at + 1 :])
    yield from sorted(seen)


def _band_keys(sketches: Sketches, among: Order) -> NDArray[np.uint64]:
    """Return a row for each band: the key of every text in it. Minima are made a slice at a time: they are large."""
    keys = np.zeros((BINS // BAND, len(among)), dtype=np.uint64)
    for start in range(0, len(among), _SLICE):
        minima = sketches.among(among[start : start + _SLICE]).minima()
        for band, row in enumerate(keys[:, start : start + _SLICE]):
            for column in range(band * BAND, (band + 1) * BAND):
                row[:] = (row ^ minima[:, column]) * _MIX
    return keys


def _pairs(sketches: Sketches, among: Order, *, stars: bool = True) -> Iterable[Pair]:
    """Yield (i, j, shared, size of i, size of j), i < j, of pairs with enough shingles in common.

    First, unless ``stars`` is off, those that share half of their shingles, all of them frequent: large families of
    edited copies. Every text is held against the first few that have the shingle, so that a family of hundreds is
    found without its hundreds of thousands of pairs. Then those with rare shingles in common, by one sparse matrix
    product: frequent shingles count on neither side there, since what everybody says is nobody's evidence.
    """
    count = len(among)
    if count < 2:
        return
    columns = _columns(sketches, among)
    if stars and count > FREQUENT:
        pairs, shared = columns.starred()
        left, right = np.divmod(pairs, count)
        size = columns.size
        enough = (shared >= SHARED) & (shared >= HALF * np.maximum(size[left], size[right]))
        for i, j, both, of_i, of_j in _rows(left, right, shared, size, enough):
            yield int(among[i]), int(among[j]), both, of_i, of_j
    yield from _products(columns, among)


def _products(columns: "_Columns", among: Order) -> Iterable[Pair]:
    """Yield the pairs that share rare shingles, by a product of sparse matrices, so many rows at a time as fit."""
    from scipy.sparse import csr_matrix

    size, owner, column = columns.rare_size, columns.owner, columns.column
    count = len(size)
    ones = np.ones(len(owner), dtype=np.int32)
    matrix = csr_matrix((ones, (owner, column)), shape=(count, columns.width))
    transposed = matrix.T.tocsr()
    holders = np.bincount(column, minlength=columns.width)
    work = np.cumsum(np.bincount(owner, weights=holders[column], minlength=count))
    start = 0
    while start < count:
        done = work[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(work, done + _PRODUCTS)))
        product = (matrix[start:stop] @ transposed).tocoo()
        left, right, shared = product.row.astype(np.int64) + start, product.col.astype(np.int64), product.data
        above = (left < right) & (shared >= SHARED)
        left, right, shared = left[above], right[above], shared[above]
        enough = shared >= EDITED * np.maximum(1, np.minimum(size[left], size[right]))
        for i, j, both, of_i, of_j in sorted(_rows(left, right, shared, size, enough)):
            yield int(among[i]), int(among[j]), both, of_i, of_j
        start = stop


def _rows(left: Order, right: Order, shared: Order, size: Order, enough: NDArray[np.bool_]) -> Iterable[Pair]:
    columns = (a[enough].tolist() for a in (left, right, shared, size[left], size[right]))
    return zip(*columns, strict=True)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which texts share which hashes.

    ``owner`` and ``column`` are the entries of rare hashes that at least two texts have, ``width`` their number.
    ``frequent`` has, for each range of hashes, how many texts have each frequent one, and these texts one after the
    other. ``size`` counts a text's hashes, ``rare_size`` those that are not frequent.
    """

    owner: NDArray[np.int32]
    column: NDArray[np.int32]
    width: int
    frequent: Sequence[tuple[Order, NDArray[np.int32]]]
    size: Order
    rare_size: Order

    def starred(self) -> tuple[Order, Order]:
        """Return the pairs (first text x texts + text) that share frequent hashes, ascending, and how many they share.

        Each text is paired with the first CENTRES that have the hash. A text of which less than HALF is frequent makes
        no such pair: most of them, and they would be sorted for nothing.
        """
        able = self.size - self.rare_size >= HALF * self.size
        pairs, shared = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        for count, own in self.frequent:
            begins = np.repeat(np.cumsum(count) - count, count)
            found = []
            for k in range(CENTRES):
                first = own[begins + k]
                good = able[first] & able[own] & (first < own)
                found.append(first[good].astype(np.int64) * len(self.size) + own[good])
            pairs, shared = _summed(pairs, shared, np.concatenate(found))
        return pairs, shared


def _summed(pairs: Order, shared: Order, more: Order) -> tuple[Order, Order]:
    """Return ascending pairs and their counts with ``more`` counted in."""
    more, times = np.unique(more, return_counts=True)
    pairs, shared = np.concatenate((pairs, more)), np.concatenate((shared, times))
    if not len(pairs):
        return pairs, shared
    order = np.argsort(pairs, kind="stable")
    pairs, shared = pairs[order], shared[order]
    starts = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1])))
    return pairs[starts], np.add.reduceat(shared, starts)


def _columns(sketches: Sketches, among: Order) -> _Columns:
    """Return what the texts share, found one range of hashes after the other, so that memory follows what is shared."""
    chosen = sketches if len(among) == len(sketches.lengths) else sketches.among(among)
    sizes = np.diff(chosen.bounds)
    owners = np.repeat(np.arange(len(among), dtype=np.int32), sizes)
    owner, column, frequent = [], [], []
    frequent_of = np.zeros(len(among), dtype=np.int64)
    width = 0
    top = int(chosen.hashes.max()) + 1 if len(chosen.hashes) else 1
    ranges = max(1, len(chosen.hashes) // _RANGE, min(_RANGES, len(chosen.hashes) // _SMALL))
    for number in range(ranges):
        low, high = np.uint64(top * number // ranges), np.uint64(top * (number + 1) // ranges - 1)
        places = np.flatnonzero((chosen.hashes >= low) & (chosen.hashes <= high))
        order = places[np.argsort(chosen.hashes[places], kind="stable")]
        hashes, own = chosen.hashes[order], owners[order]
        fresh = np.ones(len(hashes), dtype=bool)
        fresh[1:] = hashes[1:] != hashes[:-1]
        count = np.diff(np.append(np.flatnonzero(fresh), len(hashes)))
        rare, often = (count > 1) & (count <= FREQUENT), count > FREQUENT
        owner.append(own[np.repeat(rare, count)])
        column.append(np.repeat(np.arange(width, width + np.count_nonzero(rare), dtype=np.int32), count[rare]))
        width += int(np.count_nonzero(rare))
        said = own[np.repeat(often, count)]
        frequent_of += np.bincount(said, minlength=len(among))
        frequent.append((count[often], said))
    size = sizes.astype(np.int64)
    return _Columns(
        owner=np.concatenate(owner),
        column=np.concatenate(column),
        width=width,
        frequent=frequent,
        size=size,
        rare_size=size - frequent_of,
    )


def _groups(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Return, for each number, the least number of its connected component."""
    parent = list(range(count))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in pairs:
        a, b = find(i), find(j)
        parent[max(a, b)] = min(a, b)
    return [find(i) for i in range(count)]


def _clusters(
    found: Mapping[tuple[int, int], Edge], first: Sequence[int], names: Sequence[str], digests: Sequence[bytes]
) -> tuple[Cluster, ...]:
    """Return the clusters: every group within two steps of the best connected group, then the same for the rest.

    A group is a text with its strong copies (tier 1); two steps and no more, so that nothing chains.
    """
    near: dict[int, set[int]] = defaultdict(set)
    members: dict[int, set[int]] = defaultdict(set)
    for (i, j), edge in found.items():
        if edge.kind in (EdgeKind.COPY, EdgeKind.EDITED):
            near[first[i]].add(first[j])
            near[first[j]].add(first[i])
            members[first[i]].add(i)
            members[first[j]].add(j)
    clusters: list[Cluster] = []
    free = set(near)
    for centre in sorted(near, key=lambda n: (-len(near[n]), n)):
        if centre not in free:
            continue
        reach = {centre} | (near[centre] & free)
        for group in sorted(reach - {centre}):
            reach |= near[group] & free
        free -= reach
        texts = {i for group in reach for i in members[group] | {group}}
        if len(texts) > 1:
            articles = tuple(sorted(names[i] for i in texts))
            clusters.append(Cluster(id=_name(min(digests[i] for i in texts)), articles=articles))
    return tuple(sorted(clusters, key=lambda c: c.articles))


def _name(digest: bytes) -> str:
    """Return a cluster's id: it depends on the contents alone and survives new members, unless one sorts first."""
    return f"D-{digest.hex()[:8].upper()}"
