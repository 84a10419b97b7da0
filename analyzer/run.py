"""The whole pipeline, stage by stage, on one page. Between the stages articles lie on disk; a run holds their notes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import overload

from xxhash import xxh3_128_digest

from analyzer import __version__
from analyzer.across.farm import SiteCounts, farm_score
from analyzer.across.lists import load_lists, places_of
from analyzer.corpus import Corpus, Progress, look, through
from analyzer.model import Checked, Entry, FactTable, Network, Run, Score
from analyzer.settings import Settings
from analyzer.stages import (
    CLAIMED,
    FILLED,
    READING,
    RULED,
    Claimed,
    Item,
    Ruled,
    Verdicts,
    checked_of,
    claim_part,
    entry_of,
    judge_part,
    lost_claimed,
    lost_item,
)
from analyzer.store import Cache, DamagedError, Kept, code_digest, thaw
from analyzer.verify import Basis, conflicts_of

COPIES = 8
"""A hole is filled from so many of the most similar copies: with all 400 of a family each article reads them all."""

_RECENT = 32  # articles kept open: a page looks at the same ones again


def check(
    paths: Sequence[Path],
    table: FactTable,
    settings: Settings,
    progress: Progress = lambda *_: None,
    watch: Callable[[Entry], None] = lambda _: None,
) -> Run:
    """Read, clean, repair, extract and judge every article below ``paths``. ``watch`` is shown each on the way.

    Raises nothing for a bad article: it becomes a row whose status is failed, with the stage and the reason.
    """
    listed = load_lists(settings.site_lists)
    corpus = look(paths, settings, progress, code_digest() if settings.cache else "")
    places = {site: places_of(site, listed) for site in {n.site for n in corpus.notes} if site}
    found = corpus.networks(table)
    checked, ready = _claimed(corpus, table, settings, places, found, progress)
    near, sites = corpus.near, SiteCounts()
    return Run(
        version=__version__,
        input=tuple(p.name for p in paths),
        table=table,
        checked=checked,
        conflicts=conflicts_of(sites.watching(_shown(checked, ready, watch)), table, near.clusters),
        clusters=near.clusters,
        edges=near.edges,
        spread=corpus.spread,
        sites=sites.rows(corpus.copied_elsewhere(), places),
        networks=found,
        contents=checked.contents() if settings.cache else (),
    )


def _shown(checked: "Judged", ready: Iterator[int], watch: Callable[[Entry], None]) -> Iterator[Entry]:
    """Yield the articles in order. Each is looked at while others are still being worked on: hands are seldom idle."""
    at = 0
    for there in ready:
        for number in range(at, there):
            entry = checked.entry(number)
            watch(entry)
            yield entry
        at = there


def _claimed(
    corpus: Corpus,
    table: FactTable,
    settings: Settings,
    places: Mapping[str, tuple[str, ...]],
    found: Sequence[Network],
    progress: Progress,
) -> tuple["Judged", Iterator[int]]:
    """Return every article with its claims and verdicts. An article with holes is given its copies.

    The iterator does the work: each number is how many of the first articles are there. It has to be gone through.
    """
    siblings = corpus.near.siblings(COPIES)
    numbers = [
        (n, *(corpus.number_of[s] for s in (siblings.get(note.id, ()) if note.holes else ())))
        for n, note in enumerate(corpus.notes)
    ]
    del siblings
    kept = Cache(settings.cache, "claims", corpus.kept.version)
    accepted = repr(settings.spun_pairs)  # which words a copy may fill in depends on them
    filtered = [corpus.filtered.get(note.site or "", ()) for note in corpus.notes]
    keys = [
        kept.key(table.vocabulary_digest, accepted, "".join(words), *(corpus.notes[n].digest for n in group))
        for group, words in zip(numbers, filtered, strict=True)
    ]

    def item(number: int) -> Item:
        own, *copies = (corpus.frozen(n, READING) for n in numbers[number])
        return own, tuple(copies), filtered[number]

    def lasting(result: Kept) -> bool:
        return bool(result.note.lasting)

    again = Cache(settings.cache, "judged", corpus.kept.version)
    rejudged: dict[bytes, bytes] = {}

    def working() -> Iterator[int]:
        # Claims that were judged by other rows are judged again.
        basis = Basis(table)
        for key in keys:
            if key in kept:
                verdicts: Verdicts = kept.note(key)
                now = basis.of(verdicts.asked, dated=verdicts.dated)
                if now != verdicts.basis:
                    rejudged[key] = again.key(key, now)
        others = list(rejudged)
        judge = partial(judge_part, table=table)

        def claimed(number: int) -> bytes:
            return kept.part(others[number], CLAIMED)

        wanted = list(rejudged.values())
        for _ in through(again, wanted, claimed, judge, lost_claimed, lasting, settings, lambda _: None):
            pass
        work = partial(claim_part, table=table, pairs=settings.spun_pairs)
        yield from through(kept, keys, item, work, lost_item, lasting, settings, partial(progress, "check"))
        for cache in (corpus.kept, corpus.cleaned, kept, again):
            cache.close()

    return Judged(corpus, keys, kept, again, rejudged, item, table, places, found), working()


class Judged(Sequence[Checked]):
    """The articles of a run, put together from what lies on disk when asked for: go through them in order."""

    def __init__(
        self,
        corpus: Corpus,
        keys: Sequence[bytes],
        kept: Cache,
        again: Cache,
        rejudged: dict[bytes, bytes],
        item: Callable[[int], Item],
        table: FactTable,
        places: Mapping[str, tuple[str, ...]],
        found: Sequence[Network],
    ) -> None:
        """``kept`` holds claims and first verdicts, ``again`` under the keys ``rejudged`` those judged once more."""
        self._corpus, self._keys, self._kept, self._again, self._rejudged = corpus, keys, kept, again, rejudged
        self._item, self._table, self._places = item, table, places
        self._cluster_of = corpus.near.cluster_of()
        self._copies = {c.id: len(c.articles) - 1 for c in corpus.near.clusters}
        self._network = {article: len(n.sites) for n in found for article in n.articles}
        self._recent: dict[int, Checked] = {}

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, number: int) -> Checked: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Checked]: ...
    def __getitem__(self, number: int | slice) -> Checked | Sequence[Checked]:
        """Return an article with its verdicts."""
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        number %= len(self)
        found = self._recent.get(number)
        if found is None:
            found = self._made(number)
            if len(self._recent) >= _RECENT:
                del self._recent[next(iter(self._recent))]
            self._recent[number] = found
        return found

    def __iter__(self) -> Iterator[Checked]:
        return (self[n] for n in range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(self) != len(other):
            return False
        return all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def contents(self) -> list[tuple[bytes, bytes]]:
        """Return two digests of each article: of itself with its claims, and of that with what the facts say."""
        return [self._content(number) for number in range(len(self))]

    def _content(self, number: int) -> tuple[bytes, bytes]:
        key, note = self._keys[number], self._corpus.notes[number]
        cache, where, _ = self._ruled(key)
        ruled = cache.note(where).told
        cluster = self._cluster_of.get(note.id)
        seen = (cluster, self._copies.get(cluster or "", 0), self._network.get(note.id, 0))
        listed = self._places.get(note.site or "", ())
        own = xxh3_128_digest(key + repr((seen, listed)).encode("utf-8", "surrogatepass"))
        return own, xxh3_128_digest(own + ruled)

    def entry(self, number: int) -> Entry:
        """Return an article's entry in the counts of the run, for which its text need not be opened."""
        claimed, ruled = self._said(number)
        entry = entry_of(claimed, ruled)
        cluster, farm = self._farm(entry)
        return replace(entry, cluster=cluster, farm=farm)

    def _made(self, number: int) -> Checked:
        claimed, ruled = self._said(number)
        try:
            reading = thaw(self._kept.part(self._keys[number], FILLED))
        except DamagedError:
            self._again_from_the_start(number)
            reading = thaw(self._kept.part(self._keys[number], FILLED))
        cluster, farm = self._farm(entry_of(claimed, ruled))
        return replace(checked_of(reading, claimed, ruled), cluster=cluster, farm=farm)

    def _farm(self, entry: Entry) -> tuple[str | None, Score]:
        cluster, network = self._cluster_of.get(entry.id), self._network.get(entry.id, 0)
        listed = self._places.get(entry.outline.document.site or "", ())
        return cluster, farm_score(entry, self._copies.get(cluster or "", 0), listed, network)

    def _said(self, number: int) -> tuple[Claimed, Ruled]:
        """Return an article's claims and what the facts say of them."""
        key = self._keys[number]
        try:
            return self._opened(key)
        except DamagedError:
            self._again_from_the_start(number)
            return self._opened(key)

    def _opened(self, key: bytes) -> tuple[Claimed, Ruled]:
        cache, where, part = self._ruled(key)
        return thaw(self._kept.part(key, CLAIMED)), thaw(cache.part(where, part))

    def _again_from_the_start(self, number: int) -> None:
        """Work an article out once more: its pack has gone."""
        key = self._keys[number]
        self._rejudged.pop(key, None)
        self._kept.hold([(key, claim_part([self._item(number)], self._table, self._corpus.settings.spun_pairs)[0])])

    def _ruled(self, key: bytes) -> tuple[Cache, bytes, int]:
        """Return where an article's verdicts lie."""
        again = self._rejudged.get(key)
        return (self._kept, key, RULED) if again is None else (self._again, again, 0)
