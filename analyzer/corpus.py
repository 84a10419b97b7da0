"""Articles read, cleaned and repaired, and what they share. Their texts lie on disk; what is in memory are notes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from analyzer.across.neardup import Neighbours, near_traces
from analyzer.across.networks import Names, networks
from analyzer.across.site_lines import Page, site_lines
from analyzer.across.spread import sentence_spread
from analyzer.across.trace import Trace
from analyzer.model import Clues, FactTable, Network, Reading, Sharing, Spread, Status
from analyzer.read import ArticleFile, Feeder, article_files, records
from analyzer.settings import Settings
from analyzer.stages import PARTS, READING, TRACE, Note, Shared, clean_part, lost_file, lost_shared, read_part
from analyzer.store import Cache, DamagedError, Kept, freeze, thaw
from analyzer.workers import Parts, Stage, engine_for

Progress = Callable[[str, int], None]
"""Called with the stage's name ("read", "check") and the number of files or articles done in it."""

PART = 25
"""Items a part: about half a second of pages, so that handing parts out costs under 1 %. Each part's results are kept
at once: a run that is killed has the parts in its workers' hands to do again (tests/test_kill.py)."""

Lines = tuple[tuple[int, Sharing], ...]
"""Lines of an article (``told_lines``), each with the pages that have it."""

Item = TypeVar("Item")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Corpus:
    """All articles of a run: ``notes`` in ascending order of their ids, ``places`` in the files where they lie.

    ``second`` has the keys in ``cleaned`` of those that were cleaned again, and their lines that other pages proved.
    """

    notes: Sequence[Note]
    places: Sequence[tuple[int, int]]
    files: Sequence[ArticleFile]
    keys: Sequence[bytes]
    kept: Cache
    settings: Settings
    cleaned: Cache
    second: Mapping[int, tuple[bytes, Lines]] = field(default_factory=dict)

    def frozen(self, number: int, part: int) -> bytes:
        """Return a part of an article as it lies on disk: TRACE or READING."""
        if number in self.second:
            content = self.cleaned.part(self.second[number][0], part)
            if not content:  # its pack has gone
                self._clean_again(number)
                content = self.cleaned.part(self.second[number][0], part)
            return content
        file, within = self.places[number]
        content = self.kept.part(self.keys[file], len(PARTS) * within + part)
        if not content:  # its pack has gone
            self._read_again(file)
            content = self.kept.part(self.keys[file], len(PARTS) * within + part)
        return content

    def part(self, number: int, part: int) -> Any:
        """Return a part of an article: a Trace or a Reading."""
        try:
            return thaw(self.frozen(number, part))
        except DamagedError:
            if number in self.second:
                self._clean_again(number)
            else:
                self._read_again(self.places[number][0])
            return thaw(self.frozen(number, part))

    def _read_again(self, file: int) -> None:
        self.kept.hold([(self.keys[file], read_part([self.files[file]], self.settings)[0])])

    def _clean_again(self, number: int) -> None:
        key, lines = self.second[number]
        self.cleaned.hold([(key, clean_part([(self.read_alone(number), lines)], self.settings)[0])])

    def read_alone(self, number: int) -> bytes:
        """Return an article as it was read and cleaned by itself, frozen."""
        return replace(self, second={}).frozen(number, READING)

    @cached_property
    def number_of(self) -> Mapping[str, int]:
        """Return the number of each article by its id."""
        return {note.id: number for number, note in enumerate(self.notes)}

    @cached_property
    def shared(self) -> tuple[Neighbours, tuple[Spread, ...]]:
        """Return the near-duplicates and the sentences that stand in many articles; kept for runs of the same texts."""
        checked = [(number, note) for number, note in enumerate(self.notes) if note.status is Status.CHECKED]

        def made() -> tuple[Neighbours, tuple[Spread, ...]]:
            near = near_traces(self._traced(), _Texts(self))
            site_of = {note.id: note.site for _, note in checked}
            return near, sentence_spread(self._traced(), site_of, near.cluster_of(), self.reading)

        return self._once("shared", [part for _, note in checked for part in (note.digest, note.site or "")], made)

    def _once(self, stage: str, told: Sequence[str | bytes], make: Callable[[], Made]) -> Made:
        """Return what ``make`` makes of what the articles told, or what an earlier run made that was told the same."""
        kept = Cache(self.settings.cache, stage, self.kept.version)
        key = kept.key(*told)
        try:
            if key in kept:
                with suppress(DamagedError):
                    found: Made = thaw(kept.part(key, 0))
                    kept.note(key)
                    return found
            made = make()
            kept.add([(key, Kept(None, (freeze(made),)))])
            return made
        finally:
            kept.close()

    @property
    def near(self) -> Neighbours:
        """Return the near-duplicates."""
        return self.shared[0]

    @property
    def spread(self) -> tuple[Spread, ...]:
        """Return the sentences that stand in many articles."""
        return self.shared[1]

    @cached_property
    def filtered(self) -> Mapping[str, tuple[str, ...]]:
        """Return for each site the words that its filter deleted from the bytes of its pages; kept as ``shared`` is."""
        told: dict[str, list[Clues]] = {}
        for note in self.notes:
            if note.site and any(note.clues):
                told.setdefault(note.site, []).append(note.clues)
        sites = [(site, clues) for site, clues in told.items() if len(clues) > 1]

        def made() -> Mapping[str, tuple[str, ...]]:
            from analyzer.repair import deleted_on_site

            return {site: words for site, clues in sites if (words := deleted_on_site(clues))}

        return self._once("filters", [repr(sites)], made)

    @property
    def lines(self) -> Mapping[int, Lines]:
        """Return the lines of articles that other pages prove to be their site's; kept as ``shared`` is."""
        checked = [number for number, note in enumerate(self.notes) if note.status is Status.CHECKED]
        pages = [_page(self.notes[number]) for number in checked]
        if not any(page.told for page in pages):
            return {}

        def made() -> Mapping[int, Lines]:
            found = site_lines(pages, lambda page: self.part(checked[page], TRACE))
            return {checked[page]: tuple(sorted(own.items())) for page, own in sorted(found.items())}

        told = (
            part
            for n, page in zip(checked, pages, strict=True)
            for part in (self.notes[n].id, self.notes[n].digest, page.home, page.told)
        )
        return self._once("lines", [repr(self.settings.spun_pairs), *told], made)

    def networks(self, table: FactTable) -> tuple[Network, ...]:
        """Return the template networks; ``table`` tells which names texts are about."""
        names = Names(table.entities.values())
        site_of = {note.id: note.site for note in self.notes}
        page_of = {note.id: note.page for note in self.notes}
        return networks(self.near.edges, site_of, page_of, cache(lambda a: names.main(self.reading(a).folded.text)))

    def copied_elsewhere(self) -> set[str]:
        """Return the articles that have a near-duplicate on another site, or on one that is not known."""
        found: set[str] = set()
        for cluster in self.near.clusters:
            sites = {a: self.notes[self.number_of[a]].site for a in cluster.articles}
            found.update(a for a in cluster.articles if set(sites.values()) - {sites[a]})
        return found

    def _traced(self) -> Iterator[tuple[str, Trace]]:
        for number, note in enumerate(self.notes):
            if note.status is Status.CHECKED:
                yield note.id, self.part(number, TRACE)

    def reading(self, name: str) -> Reading:
        """Return an article as read from itself alone, by its id."""
        found: Reading = self.part(self.number_of[name], READING)
        return found


def _page(note: Note) -> Page:
    """Return what an article says of its site's lines; where no site is known it belongs to its folder or archive."""
    folder = note.id.partition("#")[0] if "#" in note.id else note.id.rpartition("/")[0]
    return Page(note.site or f"\0{folder}", bool(note.site), note.lines)


class _Texts(Mapping[str, str]):
    """The texts that articles are compared by, read from disk when asked for."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def __getitem__(self, name: str) -> str:
        return self._corpus.reading(name).folded.text

    def __iter__(self) -> Iterator[str]:
        return (note.id for note in self._corpus.notes)

    def __len__(self) -> int:
        return len(self._corpus.notes)


def look(paths: Sequence[Path], settings: Settings, progress: Progress = lambda *_: None, version: str = "") -> Corpus:
    """Read, clean and repair every article below ``paths``; claims are left alone."""
    files: list[ArticleFile] = []
    digests: list[bytes] = []
    for file, digest in chain.from_iterable(map(records, article_files(paths))):
        files.append(file)
        digests.append(digest)
    kept = Cache(settings.cache, "read", version)
    how = repr((sorted(settings.keep_rules), settings.keep_texts, settings.spun_pairs))
    keys = [kept.key(file.label, digest, how) for file, digest in zip(files, digests, strict=True)]

    def lasting(found: Kept) -> bool:
        return all(note.status is not Status.FAILED for note in found.note)

    work = partial(read_part, settings=settings)
    handed = Feeder(files)
    for _ in through(kept, keys, handed.__getitem__, work, lost_file, lasting, settings, partial(progress, "read")):
        pass  # nothing can be said of the first article before the last one is known
    found = sorted(
        ((note, (file, within)) for file, key in enumerate(keys) for within, note in enumerate(kept.note(key))),
        key=lambda f: f[0].id,
    )
    cleaned = Cache(settings.cache, "cleaned", version)
    alone = Corpus([note for note, _ in found], [place for _, place in found], handed, keys, kept, settings, cleaned)
    return _cleaned_again(alone, how)


def _cleaned_again(corpus: Corpus, how: str) -> Corpus:
    """Return a corpus whose articles are without the lines of their sites; ``how`` are the settings that matter."""
    kept, settings, lines = corpus.cleaned, corpus.settings, corpus.lines
    numbers = sorted(lines)
    keys = [kept.key(corpus.notes[n].id, corpus.notes[n].digest, repr(lines[n]), how) for n in numbers]

    def item(at: int) -> Shared:
        return corpus.read_alone(numbers[at]), lines[numbers[at]]

    work = partial(clean_part, settings=settings)
    for _ in through(kept, keys, item, work, lost_shared, lambda _: True, settings, lambda _: None):
        pass
    notes = list(corpus.notes)
    for number, key in zip(numbers, keys, strict=True):
        notes[number] = kept.note(key)[0]
    return replace(corpus, notes=notes, second={n: (key, lines[n]) for n, key in zip(numbers, keys, strict=True)})


def through(
    kept: Cache,
    keys: Sequence[bytes],
    item: Callable[[int], Item],
    work: Stage[Item, Kept],
    lost: Callable[[Item], Kept],
    lasting: Callable[[Kept], bool],
    settings: Settings,
    progress: Callable[[int], None],
) -> Iterator[int]:
    """Make every key's result be there: those that are not yet are worked out, a part at a time, and kept at once.

    Yields how many of the first keys have theirs, before and after each part: the caller goes on with those meanwhile.
    """
    first = {key: n for n, key in reversed(list(enumerate(keys)))}
    missing = sorted(n for key, n in first.items() if key not in kept)
    done = len(keys) - len(missing)
    run = engine_for(settings.engine, settings.workers, len(missing))
    at = 0
    yield missing[0] if missing else len(keys)
    for results in run(work, Parts(len(missing), PART, lambda n: item(missing[n])), lost):
        named = list(zip((keys[n] for n in missing[at : at + len(results)]), results, strict=True))
        at += len(results)
        kept.add([(key, result) for key, result in named if lasting(result)])
        kept.hold([(key, result) for key, result in named if not lasting(result)])
        done += len(results)
        progress(done)
        yield missing[at] if at < len(missing) else len(keys)
