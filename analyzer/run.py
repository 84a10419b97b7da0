"""The whole pipeline, stage by stage, on one page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from analyzer import __version__
from analyzer.across.farm import farm_score, site_rows
from analyzer.across.lists import load_lists, places_of
from analyzer.across.neardup import neighbours
from analyzer.across.spread import sentence_spread
from analyzer.claims import Grammar, claims_of, compile_grammar
from analyzer.clean import clean
from analyzer.language import Phrase
from analyzer.model import Article, Checked, Document, FactTable, PageKind, PartialDate, Reading, Run, Status
from analyzer.read import ArticleFile, article_files, read_file
from analyzer.repair import repair
from analyzer.settings import Settings
from analyzer.text import View
from analyzer.verify import conflicts_of, judge
from analyzer.workers import engine_for, split

Progress = Callable[[str, int], None]
"""Called with the stage's name ("read", "check") and the number of files or articles done in it."""

PART = 25
"""Items a part: about half a second of pages, so that handing parts out costs under 1 % (docs/scale.md)."""


def check(paths: Sequence[Path], table: FactTable, settings: Settings, progress: Progress = lambda *_: None) -> Run:
    """Read, clean, repair, extract and judge every article below ``paths``.

    Raises nothing for a bad article: it becomes a row whose status is failed, with the stage and the reason.
    """
    listed = load_lists(settings.site_lists)
    readings = _read(list(article_files(paths)), settings, progress)
    read = [r for r in readings if r.article.status is Status.CHECKED]
    near = neighbours({r.article.id: r.folded.text for r in read})
    siblings = near.siblings()
    cluster_of = {article: c.id for c in near.clusters for article in c.articles}
    places = {site: places_of(site, listed) for r in read if (site := r.article.document.site)}
    checked = [
        replace(
            each,
            cluster=cluster_of.get(each.article.id),
            farm=farm_score(
                each, len(siblings.get(each.article.id, ())), places.get(each.article.document.site or "", ())
            ),
        )
        for each in _examine(readings, siblings, table, settings, progress)
    ]
    return Run(
        version=__version__,
        input=tuple(p.name for p in paths),
        table=table,
        checked=tuple(checked),
        conflicts=conflicts_of(checked, table, near.clusters),
        clusters=near.clusters,
        edges=near.edges,
        spread=sentence_spread(read, cluster_of),
        sites=site_rows(checked, siblings, places),
    )


def _read(files: Sequence[ArticleFile], settings: Settings, progress: Progress) -> list[Reading]:
    """Return every article, read, cleaned and repaired from itself alone, sorted by id."""
    run = engine_for(settings.workers, len(files))
    readings: list[Reading] = []
    done = 0
    for part in run(partial(read_part, settings=settings), split(files, PART), _died_reading):
        readings += [reading for found in part for reading in found]
        done += len(part)
        progress("read", done)
    return sorted(readings, key=lambda r: r.article.id)


def _examine(
    readings: Sequence[Reading],
    siblings: Mapping[str, tuple[str, ...]],
    table: FactTable,
    settings: Settings,
    progress: Progress,
) -> list[Checked]:
    """Return every article with its claims and verdicts; holes that a copy of it can fill are filled first."""
    by_id = {r.article.id: r.article for r in readings}
    items = [(r, tuple(by_id[s] for s in siblings.get(r.article.id, ())) if _has_holes(r) else ()) for r in readings]
    run = engine_for(settings.workers, len(items))
    checked: list[Checked] = []
    for part in run(partial(examine_part, table=table), split(items, PART), _died_checking):
        checked += part
        progress("check", len(checked))
    return checked


def read_part(files: Sequence[ArticleFile], settings: Settings) -> list[list[Reading]]:
    """Read, clean and repair the articles of a part; one list a file, since a file may hold many."""
    return [[_reading(document, settings) for document in read_file(file)] for file in files]


def examine_part(items: Sequence[tuple[Reading, tuple[Article, ...]]], table: FactTable) -> list[Checked]:
    """Extract and judge the claims of a part's articles, each given with its copies."""
    grammar = _grammar(table)
    return [_checked(reading, copies, grammar, table) for reading, copies in items]


def _reading(document: Document, settings: Settings) -> Reading:
    try:
        article = clean(document, settings)
        # The page itself is not needed any more, and is most of what an article weighs.
        return repair(replace(article, document=replace(article.document, html=None)))
    except Exception as error:  # one bad article must never stop a run
        return _unread(_failed(document, Phrase(zh="清洗", en="cleaning"), error))


def _checked(reading: Reading, copies: Sequence[Article], grammar: Grammar, table: FactTable) -> Checked:
    article = reading.article
    if article.status is not Status.CHECKED:
        return Checked(article=article, reading=None, judgements=())
    try:
        if copies:
            reading = repair(article, copies)
        published = date_of(article.document.published)
        judgements = tuple(judge(claim, table, published) for claim in claims_of(reading, grammar))
    except Exception as error:  # one bad article must never stop a run
        failed = _failed(article.document, Phrase(zh="核查", en="checking"), error)
        return Checked(article=failed, reading=None, judgements=())
    return Checked(article=article, reading=reading, judgements=judgements)


def _has_holes(reading: Reading) -> bool:
    return any(gap.restored is None for gap in reading.gaps)


_GRAMMARS: dict[str, Grammar] = {}


def _grammar(table: FactTable) -> Grammar:
    """Return the compiled grammar of a table, made once a process."""
    if table.vocabulary_digest not in _GRAMMARS:
        _GRAMMARS[table.vocabulary_digest] = compile_grammar(table)
    return _GRAMMARS[table.vocabulary_digest]


def _failed(document: Document, stage: Phrase, error: Exception) -> Article:
    """Return the row of an article on which a stage broke: nothing removed, nothing checked, the reason kept."""
    what = f"{type(error).__name__}: {error}"
    return _row(
        document, Phrase(zh=f"{stage.zh}时程序出错,请把这个文件发给开发者:{what}", en=f"{stage.en} broke: {what}")
    )


_KILLED = Phrase(
    zh="处理它的进程每次都被系统终止(多半是内存不足):请单独检查这个文件",
    en="the system killed every process that worked on it (probably for memory): look at this file by itself",
)


def _died_reading(file: ArticleFile) -> list[Reading]:
    return [_unread(_row(Document(id=file.id), _KILLED))]


def _died_checking(item: tuple[Reading, tuple[Article, ...]]) -> Checked:
    return Checked(article=_row(item[0].article.document, _KILLED), reading=None, judgements=())


def _row(document: Document, reason: Phrase) -> Article:
    return Article(
        document=document,
        kind=PageKind.ARTICLE,
        status=Status.FAILED,
        reason=reason,
        removals=(),
        clean=View.of(document.source),
    )


def _unread(article: Article) -> Reading:
    """Return an article as it stands, with nothing repaired."""
    return Reading(article=article, repaired=article.clean, folded=article.clean)


def date_of(iso: str | None) -> PartialDate | None:
    """Return an ISO date, perhaps partial, as a value."""
    if not iso:
        return None
    parts = [int(p) for p in iso[:10].split("-")] + [0, 0]
    return PartialDate(year=parts[0], month=parts[1], day=parts[2])
