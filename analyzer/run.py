"""The whole pipeline, stage by stage, on one page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from xxhash import xxh3_128, xxh3_128_digest

from analyzer import __version__
from analyzer.across.farm import farm_score, site_rows
from analyzer.across.lists import load_lists, places_of
from analyzer.across.neardup import Neighbours, neighbours
from analyzer.across.spread import sentence_spread
from analyzer.model import Article, FactTable, Reading, Run, Spread, Status
from analyzer.read import ArticleFile, article_files
from analyzer.settings import Settings
from analyzer.stages import Claimed, Item, claim_part, judged, lost_article, lost_file, read_part
from analyzer.store import Cache, code_digest
from analyzer.verify import conflicts_of
from analyzer.workers import Stage, engine_for, split

Progress = Callable[[str, int], None]
"""Called with the stage's name ("read", "check") and the number of files or articles done in it."""

PART, PACK = 25, 100
"""Items a part: about half a second of pages, so that handing parts out costs under 1 %. Results are kept every PACK
items: a run that is killed has at most so many to do again (tests/test_kill.py)."""

COPIES = 8
"""A hole is filled from so many of the most similar copies: with all 400 of a family each article reads them all."""

Input = TypeVar("Input")
Output = TypeVar("Output")


def check(paths: Sequence[Path], table: FactTable, settings: Settings, progress: Progress = lambda *_: None) -> Run:
    """Read, clean, repair, extract and judge every article below ``paths``.

    Raises nothing for a bad article: it becomes a row whose status is failed, with the stage and the reason.
    """
    listed = load_lists(settings.site_lists)
    version = code_digest() if settings.cache else ""
    corpus = look(paths, settings, progress, version)
    near, siblings = corpus.near, corpus.near.siblings()
    cluster_of = near.cluster_of()
    claimed = _claim(corpus.readings, siblings, table, settings, Cache(settings.cache, "claims", version), progress)
    sites = {r.article.document.site for r in corpus.readings.values()}
    places = {site: places_of(site, listed) for site in sites if site}
    checked = []
    for each in (judged(c, table) for c in claimed):
        name, site = each.article.id, each.article.document.site or ""
        farm = farm_score(each, len(siblings.get(name, ())), places.get(site, ()))
        checked.append(replace(each, cluster=cluster_of.get(name), farm=farm))
    return Run(
        version=__version__,
        input=tuple(p.name for p in paths),
        table=table,
        checked=tuple(checked),
        conflicts=conflicts_of(checked, table, near.clusters),
        clusters=near.clusters,
        edges=near.edges,
        spread=corpus.spread,
        sites=site_rows(checked, siblings, places),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Articles as read, by id, and what they share."""

    readings: Mapping[str, Reading]
    near: Neighbours
    spread: tuple[Spread, ...]


def look(paths: Sequence[Path], settings: Settings, progress: Progress = lambda *_: None, version: str = "") -> Corpus:
    """Read, clean and repair every article below ``paths`` and find what they share; claims are left alone."""
    readings = _read(list(article_files(paths)), settings, Cache(settings.cache, "read", version), progress)
    read = [r for r in readings.values() if r.article.status is Status.CHECKED]
    near = neighbours({r.article.id: r.folded.text for r in read})
    return Corpus(readings=readings, near=near, spread=sentence_spread(read, near.cluster_of()))


def _read(files: Sequence[ArticleFile], settings: Settings, cache: Cache, progress: Progress) -> dict[str, Reading]:
    """Return every article, read, cleaned and repaired from itself alone, by id in ascending order."""
    how = repr((sorted(settings.keep_rules), settings.keep_texts))
    keys = [cache.key(file.id, _content(file.path), how) for file in files]

    def lasting(found: list[Reading]) -> bool:
        return all(r.article.status is not Status.FAILED for r in found)

    work = partial(read_part, settings=settings)
    found = _through(cache, keys, files, work, lost_file, lasting, settings, partial(progress, "read"))
    return {r.article.id: r for r in sorted((r for rs in found for r in rs), key=lambda r: r.article.id)}


def _claim(
    readings: Mapping[str, Reading],
    siblings: Mapping[str, tuple[str, ...]],
    table: FactTable,
    settings: Settings,
    cache: Cache,
    progress: Progress,
) -> list[Claimed]:
    """Return every article's claims, in the order of the ids. An article with holes is given its copies."""
    items: list[Item] = []
    for name, reading in readings.items():
        holes = any(gap.restored is None for gap in reading.gaps)
        items.append((reading, tuple(readings[s].article for s in siblings.get(name, ())[:COPIES]) if holes else ()))
    keys = [cache.key(table.vocabulary_digest, *(_article(a) for a in (r.article, *copies))) for r, copies in items]

    def lasting(claimed: Claimed) -> bool:
        return claimed.reading.article.status is not Status.FAILED

    work = partial(claim_part, table=table)
    return _through(cache, keys, items, work, lost_article, lasting, settings, partial(progress, "check"))


def _through(
    cache: Cache,
    keys: Sequence[str],
    items: Sequence[Input],
    work: Stage[Input, Output],
    lost: Callable[[Input], Output],
    lasting: Callable[[Output], bool],
    settings: Settings,
    progress: Callable[[int], None],
) -> list[Output]:
    """Return the results of a stage, in the order of the items: from the cache where it has them, else worked out."""
    kept: dict[str, Output] = {key: found for key in keys if (found := cache.get(key)) is not None}
    missing = [(key, item) for key, item in zip(keys, items, strict=True) if key not in kept]
    done = len(items) - len(missing)
    run = engine_for(settings.engine, settings.workers, len(missing))
    waiting = [key for key, _ in missing]
    unsaved: list[tuple[str, Output]] = []
    for results in run(work, split([item for _, item in missing], PART), lost):
        named = list(zip(waiting, results, strict=False))
        del waiting[: len(results)]
        kept.update(named)
        unsaved += [(key, result) for key, result in named if lasting(result)]
        if len(unsaved) >= PACK:
            cache.add(unsaved)
            unsaved = []
        done += len(results)
        progress(done)
    cache.add(unsaved)
    cache.close()
    return [kept[key] for key in keys]


def _content(path: Path) -> bytes:
    """Return a digest of a file's bytes, or of nothing where it cannot be read: reading it will say why."""
    state = xxh3_128()
    try:
        with path.open("rb") as handle:
            while block := handle.read(1 << 20):
                state.update(block)
    except OSError:
        return b""
    return state.digest()


def _article(article: Article) -> bytes:
    """Return a digest of what claims depend on in an article: where it is from and its text with its removals."""
    cuts = ",".join(f"{r.start}-{r.end}" for r in article.removals)
    parts = (article.id, article.document.title, str(article.document.published), cuts, article.document.source)
    return xxh3_128_digest("\0".join(parts).encode("utf-8", "surrogatepass"))
