"""The words that filters take out of articles, and what stands around them.

Two lists: ``lexicon/filtered.txt`` (own: what often stands before and after a word, and on its pages) and
``lexicon/neighbours.txt`` (counted: how much likelier the word is beside a word of general Chinese). Words, strings and
texts are folded here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

import numpy as np
from ahocorasick_rs import MATCHKIND_STANDARD, AhoCorasick
from numpy.typing import NDArray

from analyzer.repair.lexicon import entries

_Scores = NDArray[np.float64]
# No string of the lists is longer; a longer string that fits says more, one that stands further down its row less; by
# judgement.
LONGEST = 4
_LONGER = 0.3
_LATER = 0.03
# Of the words that may end at a hole, each shorter one counts so much less: 用人 rather than 人. Of 473 holes .5, 1 and
# 2 have the word among the first three for 199, 202 and 197.
_SHORTER = 1.0
# A word counts no more often than this for its field: one page is about one thing.
_OFTEN = 4


@dataclass(frozen=True)
class Side:
    """What stands on one side of the words.

    ``listed`` has for a string the words whose row names it, as (rank, place in the row); ``counted`` its words and
    gains as they are written in the file.
    """

    listed: Mapping[str, Sequence[tuple[int, int]]]
    counted: Mapping[str, str]
    ranks: Mapping[str, int]

    def fits(self, pieces: Iterable[str]) -> tuple[_Scores, _Scores]:
        """Return, for each word, how well it is listed and counted beside one of the pieces, the longest first.

        0 where it is listed nowhere, NaN where it is not counted.
        """
        listed = np.zeros(len(self.ranks))
        counted = np.full(len(self.ranks), np.nan)
        longer = 0
        for piece in pieces:
            if piece in self.listed:
                rows = np.array(self.listed[piece])
                gains = log(len(self.ranks) / len(rows)) + _LONGER * (len(piece) - 1) - _LATER * rows[:, 1]
                listed[rows[:, 0]] = np.maximum(listed[rows[:, 0]], gains)
            if piece in self.counted:
                at, gains = self._counted(piece)
                counted[at] = np.fmax(counted[at], gains - _SHORTER * longer)
                longer += 1
        return listed, counted

    def _counted(self, piece: str) -> tuple[NDArray[np.intp], _Scores]:
        pairs = self.counted[piece].split(" ")
        at = np.array([self.ranks[word] for word in pairs[::2]], dtype=np.intp)
        return at, np.array(pairs[1::2], dtype=np.float64)


@dataclass(frozen=True)
class FilteredWords:
    """``words`` as folded, ``spelled`` as they are written; ``place`` is a word's place in its field, in fifties.

    ``mentions`` finds the words and their topics in a text; for each of its strings ``rank_of`` has the word's rank or
    -1, and ``topic_starts`` says where in ``topic_ranks`` the words begin of which it is a topic.
    """

    words: tuple[str, ...]
    spelled: tuple[str, ...]
    ranks: Mapping[str, int]
    place: _Scores
    fields: NDArray[np.intp]
    before: Side
    after: Side
    mentions: AhoCorasick
    rank_of: NDArray[np.intp]
    topic_starts: NDArray[np.intp]
    topic_ranks: NDArray[np.intp]

    def page(self, text: str) -> tuple[_Scores, _Scores, _Scores]:
        """Return, for each word, whether a page has it, how much its field is spoken of, and how much its topics are.

        Fields in logarithms against the mean field; topics as a sum over the ordinary words of its pages.
        """
        found = [which for which, _, _ in self.mentions.find_matches_as_indexes(text, overlapping=True)]
        seen, times = np.unique(np.array(found, dtype=np.intp), return_counts=True)
        size = len(self.words)
        present = np.zeros(size)
        ranks = self.rank_of[seen]
        own = ranks >= 0
        present[ranks[own]] = 1.0
        weights = np.minimum(times[own], _OFTEN).astype(np.float64)
        spoken = np.bincount(self.fields[ranks[own]], weights=weights, minlength=int(self.fields.max()) + 1)
        # The rows of all topics seen, end to end.
        starts, many = self.topic_starts[seen], np.diff(self.topic_starts)[seen]
        at = np.repeat(starts - np.cumsum(many) + many, many) + np.arange(many.sum())
        weights = np.repeat(np.log(size / np.maximum(many, 1)), many)
        topics: _Scores = np.bincount(self.topic_ranks[at], weights=weights, minlength=size).astype(np.float64)
        share = np.log((spoken + 1) / (spoken.sum() / len(spoken) + 1))
        return present, share[self.fields], topics


@cache
def filtered_words() -> FilteredWords:
    """Return the words; the first call reads both lists (a tenth of a second)."""
    rows: list[tuple[str, ...]] = []
    fields: list[int] = []
    places: list[int] = []
    field = place = -1
    for row in entries("filtered"):
        if row[0].startswith("["):
            field, place = field + 1, 0
            continue
        rows.append(row)
        fields.append(field)
        places.append(place)
        place += 1
    words = tuple(row[0].lower() for row in rows)
    ranks = {word: rank for rank, word in enumerate(words)}
    topics = _listed(row[3] for row in rows)
    mentioned = tuple(sorted({*words, *topics}))
    return FilteredWords(
        words=words,
        spelled=tuple(row[0] for row in rows),
        ranks=ranks,
        place=np.array(places) / 50,
        fields=np.array(fields, dtype=np.intp),
        before=Side(_listed(row[1] for row in rows), _counted("<"), ranks),
        after=Side(_listed(row[2] for row in rows), _counted(">"), ranks),
        mentions=AhoCorasick(mentioned, matchkind=MATCHKIND_STANDARD),
        rank_of=np.array([ranks.get(string, -1) for string in mentioned], dtype=np.intp),
        topic_starts=np.cumsum([0, *(len(topics.get(string, ())) for string in mentioned)]),
        topic_ranks=np.array([rank for string in mentioned for rank, _ in topics.get(string, ())], dtype=np.intp),
    )


def _listed(columns: Iterable[str]) -> Mapping[str, Sequence[tuple[int, int]]]:
    """Return for each string of a column the ranks of its rows and its place in each."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for rank, column in enumerate(columns):
        for place, string in enumerate(column.split()):
            found[string].append((rank, place))
    return found


def _counted(side: str) -> Mapping[str, str]:
    return {row[0]: row[2] for row in entries("neighbours") if row[1] == side}
