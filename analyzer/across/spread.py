"""Sentence spread: which sentences stand in how many articles, and whether as template, copy or common phrase."""

import re
from collections.abc import Mapping, Sequence

import numpy as np
from xxhash import xxh3_64_intdigest

from analyzer.model import Reach, Reading, Spread

_END = re.compile(r"[。！？!?；;\n]+")
_LETTERS = re.compile(r"\W+")

LEAST_LETTERS = 10
"""Shorter sentences ("请大家放心") are everybody's and say nothing about copying."""
LEAST_ARTICLES = 3
"""A sentence in two articles is a near-duplicate's business; from three on it is worth a line."""
MOST_ROWS = 1_000
"""So many sentences are reported, the most spread first: a page of them is read, a hundred pages are not."""


def sentence_spread(readings: Sequence[Reading], cluster_of: Mapping[str, str]) -> tuple[Spread, ...]:
    """Return the sentences of at least LEAST_ARTICLES articles, the most spread first.

    Sentences are compared by their letters in the folded view, so script, width and annotations do not matter. What
    cleaning removed does not count.
    """
    hashes: list[int] = []
    owners: list[int] = []
    for number, reading in enumerate(readings):
        found = {_hash(s) for s in _END.split(reading.folded.text)} - {0}
        hashes += sorted(found)
        owners += [number] * len(found)
    if not hashes:
        return ()
    keys = np.array(hashes, dtype=np.uint64)
    order = np.argsort(keys, kind="stable")
    values, starts, counts = np.unique(keys[order], return_index=True, return_counts=True)
    spread = np.flatnonzero(counts >= LEAST_ARTICLES)
    spread = spread[np.argsort(-counts[spread], kind="stable")][:MOST_ROWS]
    places = np.array(owners)[order]
    rows = []
    for at in spread.tolist():
        members = [readings[i] for i in sorted(places[starts[at] : starts[at] + counts[at]].tolist())]
        rows.append(_row(int(values[at]), members, cluster_of))
    return tuple(sorted(rows, key=lambda r: (-len(r.articles), -len(r.sites), r.sentence)))


def _hash(sentence: str) -> int:
    """Return a hash that is the same in every process, or 0 for a sentence too short to count."""
    letters = _LETTERS.sub("", sentence)
    return xxh3_64_intdigest(letters.encode("utf-8", "surrogatepass")) if len(letters) >= LEAST_LETTERS else 0


def _row(value: int, members: Sequence[Reading], cluster_of: Mapping[str, str]) -> Spread:
    first = members[0]
    sentence = ""
    at = 0
    for piece in _END.split(first.folded.text):  # the words as the first article has them
        if _hash(piece) == value:
            at = first.folded.text.index(piece)
            sentence = first.repaired.text[at : at + len(piece)].strip()
            break
    articles = tuple(r.article.id for r in members)
    sites = tuple(sorted({r.article.document.site for r in members if r.article.document.site}))
    clusters = {cluster_of.get(a, a) for a in articles}
    if len(clusters) == 1:
        reach = Reach.COPIED
    elif len(sites) == 1 and all(r.article.document.site for r in members):
        reach = Reach.TEMPLATE
    else:
        reach = Reach.COMMON
    return Spread(sentence=sentence, articles=articles, sites=sites, reach=reach)
