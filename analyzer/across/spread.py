"""Sentence spread: which sentences stand in how many articles, and whether as template, copy or common phrase."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from analyzer.across.trace import SENTENCE_END, Trace, sentence_hash
from analyzer.model import Reach, Reading, Spread

LEAST_ARTICLES = 3
"""A sentence in two articles is a near-duplicate's business; from three on it is worth a line."""
MOST_ROWS = 1_000
"""So many sentences are reported, the most spread first: a page of them is read, a hundred pages are not."""


def sentence_spread(
    traced: Iterable[tuple[str, Trace]],
    site_of: Mapping[str, str | None],
    cluster_of: Mapping[str, str],
    reading_of: Callable[[str], Reading],
) -> tuple[Spread, ...]:
    """Return the sentences of at least LEAST_ARTICLES articles, the most spread first.

    Sentences are compared by their letters in the folded view, so script, width and annotations do not matter. What
    cleaning removed does not count. ``reading_of`` is asked only for articles whose words are shown.
    """
    names: list[str] = []
    columns: list[NDArray[np.uint64]] = []
    for name, trace in traced:
        names.append(name)
        columns.append(np.frombuffer(trace.sentences, dtype="<u8"))
    if not columns:
        return ()
    owners = np.repeat(np.arange(len(names), dtype=np.int32), [len(c) for c in columns])
    keys = np.concatenate(columns)
    del columns
    order = np.argsort(keys, kind="stable")
    values, starts, counts = np.unique(keys[order], return_index=True, return_counts=True)
    spread = np.flatnonzero(counts >= LEAST_ARTICLES)
    spread = spread[np.argsort(-counts[spread], kind="stable")][:MOST_ROWS]
    places = owners[order]
    rows = []
    for at in spread.tolist():
        members = [names[i] for i in places[starts[at] : starts[at] + counts[at]].tolist()]
        words = _words(int(values[at]), reading_of(members[0]))
        rows.append(_row(words, members, [site_of.get(m) for m in members], cluster_of))
    return tuple(sorted(rows, key=lambda r: (-len(r.articles), -len(r.sites), r.sentence)))


def _words(value: int, reading: Reading) -> str:
    """Return a sentence as an article has it."""
    at = 0
    for piece in SENTENCE_END.split(reading.folded.text):
        at = reading.folded.text.index(piece, at)
        if sentence_hash(piece) == value:
            return reading.repaired.text[at : at + len(piece)].strip()
        at += len(piece)
    return ""


def _row(sentence: str, articles: Sequence[str], homes: Sequence[str | None], cluster_of: Mapping[str, str]) -> Spread:
    sites = tuple(sorted({site for site in homes if site}))
    clusters = {cluster_of.get(a, a) for a in articles}
    if len(clusters) == 1:
        reach = Reach.COPIED
    elif len(sites) == 1 and all(homes):
        reach = Reach.TEMPLATE
    else:
        reach = Reach.COMMON
    return Spread(sentence=sentence, articles=tuple(articles), sites=sites, reach=reach)
