"""The whole pipeline, stage by stage, on one page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from analyzer import __version__
from analyzer.across.neardup import neighbours
from analyzer.claims import Grammar, claims_of, compile_grammar
from analyzer.clean import clean
from analyzer.language import Phrase
from analyzer.model import Article, Checked, Document, FactTable, PageKind, PartialDate, Reading, Run, Status
from analyzer.read import documents
from analyzer.repair import repair
from analyzer.settings import Settings
from analyzer.text import View
from analyzer.verify import conflicts_of, judge

Progress = Callable[[str, int], None]
"""Called with the stage's name ("read", "check") and the number of articles done in it."""


def check(paths: Sequence[Path], table: FactTable, settings: Settings, progress: Progress = lambda *_: None) -> Run:
    """Read, clean, repair, extract and judge every article below ``paths``.

    Raises nothing for a bad article: it becomes a row whose status is failed, with the stage and the reason.
    """
    grammar = compile_grammar(table)
    readings = {r.article.id: r for r in _read(paths, settings, progress)}
    near = neighbours({i: r.folded.text for i, r in readings.items() if r.article.status is Status.CHECKED})
    siblings = near.siblings()
    cluster_of = {article: c.id for c in near.clusters for article in c.articles}
    checked = []
    for count, name in enumerate(sorted(readings), 1):
        copies = [readings[s].article for s in siblings.get(name, ())]
        checked.append(replace(_examine(readings[name], copies, grammar, table), cluster=cluster_of.get(name)))
        progress("check", count)
    return Run(
        version=__version__,
        input=tuple(p.name for p in paths),
        table=table,
        checked=tuple(checked),
        conflicts=conflicts_of(checked, table, near.clusters),
        clusters=near.clusters,
        edges=near.edges,
    )


def _read(paths: Sequence[Path], settings: Settings, progress: Progress) -> Iterator[Reading]:
    """Yield every article, read, cleaned and repaired from itself alone."""
    for count, document in enumerate(documents(paths), 1):
        try:
            reading = repair(clean(document, settings))
        except Exception as error:  # one bad article must never stop a run
            reading = _unread(_failed(document, Phrase(zh="清洗", en="cleaning"), error))
        yield reading
        progress("read", count)


def _examine(reading: Reading, siblings: Sequence[Article], grammar: Grammar, table: FactTable) -> Checked:
    """Return an article's claims and verdicts; holes that a copy of it can fill are filled first."""
    article = reading.article
    if article.status is not Status.CHECKED:
        return Checked(article=article, reading=None, judgements=())
    try:
        if siblings and any(gap.restored is None for gap in reading.gaps):
            reading = repair(article, siblings)
        published = date_of(article.document.published)
        judgements = tuple(judge(claim, table, published) for claim in claims_of(reading, grammar))
    except Exception as error:  # one bad article must never stop a run
        failed = _failed(article.document, Phrase(zh="核查", en="checking"), error)
        return Checked(article=failed, reading=None, judgements=())
    return Checked(article=article, reading=reading, judgements=judgements)


def _unread(article: Article) -> Reading:
    """Return an article as it stands, with nothing repaired."""
    return Reading(article=article, repaired=article.clean, folded=article.clean)


def _failed(document: Document, stage: Phrase, error: Exception) -> Article:
    """Return the row of an article on which a stage broke: nothing removed, nothing checked, the reason kept."""
    what = f"{type(error).__name__}: {error}"
    return Article(
        document=document,
        kind=PageKind.ARTICLE,
        status=Status.FAILED,
        reason=Phrase(zh=f"{stage.zh}时程序出错,请把这个文件发给开发者:{what}", en=f"{stage.en} broke: {what}"),
        removals=(),
        clean=View.of(document.source),
    )


def date_of(iso: str | None) -> PartialDate | None:
    """Return an ISO date, perhaps partial, as a value."""
    if not iso:
        return None
    parts = [int(p) for p in iso[:10].split("-")] + [0, 0]
    return PartialDate(year=parts[0], month=parts[1], day=parts[2])
