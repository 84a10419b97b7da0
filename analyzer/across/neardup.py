"""Near-duplicates: which articles are copies, edited copies or excerpts of each other, and the clusters they make.

Tier 1 finds strong copies by MinHash bands and keeps one of each group; tier 2 joins what is left on rare shingles and
scores every pair by containment. Only so are both found: a group of 400 copies makes all its own shingles frequent,
and without the cap on frequent shingles everything chains together through common phrases.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, triu
from xxhash import xxh3_128_digest

from analyzer.across.sketch import BAND, BINS, Sketches, sketch
from analyzer.model import Cluster, Edge, EdgeKind

SCALE = 8
"""One shingle hash in eight is kept: about 190 for 1,500 characters. From LARGE texts on one in sixteen."""
LARGE = 500_000
SHORT, SHORT_SCALE = 800, 2
"""Texts of at most so many letters are compared on every second shingle: one in eight leaves too few of them."""
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

_MIX = np.uint64(0xD6E8FEB86659FD93)

Order = NDArray[np.int64]
Pair = tuple[int, int, int, int, int]
"""Text i, text j, the hashes they share, the hashes of i, the hashes of j."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The pairs found and the clusters they make; both sorted, both independent of the order of the input."""

    edges: tuple[Edge, ...]
    clusters: tuple[Cluster, ...]

    def cluster_of(self) -> Mapping[str, str]:
        """Return the cluster's id of every clustered article."""
        return {article: c.id for c in self.clusters for article in c.articles}

    def siblings(self) -> Mapping[str, tuple[str, ...]]:
        """Return, for every clustered article, the others of its cluster, the most similar first."""
        near: dict[str, dict[str, float]] = defaultdict(dict)
        for edge in self.edges:
            near[edge.left][edge.right] = near[edge.right][edge.left] = min(edge.of_left, edge.of_right)
        return {
            article: tuple(
                sorted((a for a in cluster.articles if a != article), key=lambda a: (-near[article].get(a, 0.0), a))
            )
            for cluster in self.clusters
            for article in cluster.articles
        }


def neighbours(texts: Mapping[str, str]) -> Neighbours:
    """Return the near-duplicates among texts by article id.

    The texts should be repaired, folded and canonical, so that copies in another script or with annotations meet.
    """
    # Ordered by content, so that "the first of a bucket" depends on no file name; equal texts by id.
    digests = {name: xxh3_128_digest(text.encode("utf-8", "surrogatepass")) for name, text in texts.items()}
    names = sorted(texts, key=lambda n: (digests[n], n))
    row = [texts[n] for n in names]
    sketches = sketch(row, SCALE if len(row) < LARGE else 2 * SCALE)
    long_enough = np.flatnonzero(sketches.lengths >= SHORTEST)
    found: dict[tuple[int, int], Edge] = {}

    for i, j in _band_pairs(sketches, long_enough):
        left, right = sketches.of(i), sketches.of(j)
        both = len(np.intersect1d(left, right, assume_unique=True))
        if edge := _edge(names[i], names[j], both, len(left), len(right)):
            found[i, j] = edge
    first = _groups(len(row), [p for p, e in found.items() if min(e.of_left, e.of_right) >= STRONG])
    leaders = np.array([i for i in long_enough if first[i] == i], dtype=np.int64)
    for i, j, *counts in (*_stars(sketches, leaders), *_join(sketches, leaders)):
        if (i, j) not in found and (edge := _edge(names[i], names[j], *counts)):
            found[i, j] = edge
    shorts = [int(i) for i in long_enough if sketches.lengths[i] <= SHORT and first[i] == i]
    if len(shorts) > 1:
        full = sketch([row[i] for i in shorts], SHORT_SCALE)
        again = set(shorts)
        for pair in [p for p in found if p[0] in again and p[1] in again]:
            del found[pair]  # judged again, on more shingles
        for a, b, *counts in _join(full, np.arange(len(shorts))):
            if edge := _edge(names[shorts[a]], names[shorts[b]], *counts):
                found[shorts[a], shorts[b]] = edge
    found |= _confirmed(row, names, digests, found)
    _note_equal(names, row, sketches.lengths, found)
    edges = tuple(sorted(found.values(), key=lambda e: (e.left, e.right)))
    return Neighbours(edges, _clusters(found, first, names, digests))


def _confirmed(
    row: Sequence[str], names: Sequence[str], digests: Mapping[str, bytes], found: Mapping[tuple[int, int], Edge]
) -> dict[tuple[int, int], Edge]:
    """Return the copy edges judged again on all shingles.

    A sample of a template with other names (.83 to .88 shared) reaches COPY by chance in one pair of forty.
    """
    partners: dict[int, list[int]] = defaultdict(list)
    for (i, j), edge in sorted(found.items()):
        if edge.kind is EdgeKind.COPY and digests[names[i]] != digests[names[j]]:
            partners[i].append(j)
    judged: dict[tuple[int, int], Edge] = {}
    for i, others in partners.items():
        full = sketch([row[i], *(row[j] for j in others)], 1)
        for at, j in enumerate(others, 1):
            shared = len(np.intersect1d(full.of(0), full.of(at), assume_unique=True))
            sure = _edge(names[i], names[j], shared, len(full.of(0)), len(full.of(at)))
            if sure:
                judged[i, j] = sure
    return judged


def _note_equal(
    names: Sequence[str], row: Sequence[str], lengths: NDArray[np.int64], found: dict[tuple[int, int], Edge]
) -> None:
    """Add a copy edge from the first of each group of equal texts too short for shingles to the others."""
    seen: dict[str, int] = {}
    for i in np.flatnonzero((lengths < SHORTEST) & (lengths >= EQUAL)).tolist():
        letters = "".join(c for c in row[i] if c.isalnum())
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
    minima = sketches.minima()[among]
    for band in range(BINS // BAND):
        keys = np.zeros(len(among), dtype=np.uint64)
        for column in range(band * BAND, (band + 1) * BAND):
            keys = (keys ^ minima[:, column]) * _MIX
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


def _join(sketches: Sketches, among: Order) -> Iterable[Pair]:
    """Yield (i, j, shared, size of i, size of j), i < j, of pairs with enough rare shingles in common.

    One sparse matrix product. Frequent shingles count on neither side: what everybody says is nobody's evidence.
    """
    if len(among) < 2:
        return
    owner, column, count = _columns(sketches, among)
    rare = (count[column] <= FREQUENT) & (count[column] > 1)
    size = np.bincount(owner[count[column] <= FREQUENT], minlength=len(among))
    ones = np.ones(int(rare.sum()), dtype=np.int32)
    matrix = csr_matrix((ones, (owner[rare], column[rare])), shape=(len(among), len(count)))
    product = triu(matrix @ matrix.T, k=1).tocoo()
    enough = (product.data >= SHARED) & (
        product.data >= EDITED * np.maximum(1, np.minimum(size[product.row], size[product.col]))
    )
    columns = (product.row[enough].tolist(), product.col[enough].tolist(), product.data[enough].tolist())
    for i, j, shared in sorted(zip(*columns, strict=True)):
        yield int(among[i]), int(among[j]), int(shared), int(size[i]), int(size[j])


def _stars(sketches: Sketches, among: Order) -> Iterable[Pair]:
    """Yield pairs that share half of their shingles, all of them frequent: large families of edited copies.

    Every text is held against the first few that have the shingle, so that a family of hundreds is found without its
    hundreds of thousands of pairs.
    """
    if len(among) <= FREQUENT:
        return
    owner, column, count = _columns(sketches, among)
    size = np.bincount(owner, minlength=len(among))
    frequent = count[column] > FREQUENT
    by_shingle = np.argsort(column[frequent], kind="stable")
    other, column = owner[frequent][by_shingle], column[frequent][by_shingle]
    start = np.searchsorted(column, column, side="left")
    keys = np.concatenate([other[start + k] * len(among) + other for k in range(CENTRES)])
    pairs, shared = np.unique(keys, return_counts=True)
    left, right = np.divmod(pairs, len(among))
    enough = (left < right) & (shared >= SHARED) & (shared >= HALF * np.maximum(size[left], size[right]))
    columns = (a[enough].tolist() for a in (left, right, shared, size[left], size[right]))
    for i, j, *counts in zip(*columns, strict=True):
        yield int(among[i]), int(among[j]), *counts


def _columns(sketches: Sketches, among: Order) -> tuple[Order, Order, Order]:
    """Return, for every hash of these texts, its text and its number, and for every number how often it occurs."""
    parts = [sketches.of(i) for i in among]
    owner = np.repeat(np.arange(len(among)), [len(p) for p in parts])
    _, column, count = np.unique(np.concatenate(parts), return_inverse=True, return_counts=True)
    return owner, column, count


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
    found: Mapping[tuple[int, int], Edge], first: Sequence[int], names: Sequence[str], digests: Mapping[str, bytes]
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
        articles = sorted(names[i] for group in reach for i in members[group] | {group})
        if len(articles) > 1:
            clusters.append(Cluster(id=_name(min(digests[n] for n in articles)), articles=tuple(articles)))
    return tuple(sorted(clusters, key=lambda c: c.articles))


def _name(digest: bytes) -> str:
    """Return a cluster's id: it depends on the contents alone and survives new members, unless one sorts first."""
    return f"D-{digest.hex()[:8].upper()}"
