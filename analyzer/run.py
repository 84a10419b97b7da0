"""The whole pipeline, stage by stage, on one page."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from analyzer import __version__
from analyzer.claims import Grammar, claims_of, compile_grammar
from analyzer.clean import clean
from analyzer.language import Phrase
from analyzer.model import Article, Checked, Document, FactTable, PageKind, PartialDate, Run, Status
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
    articles = sorted(_read(paths, settings, progress), key=lambda a: a.id)
    checked = []
    for count, article in enumerate(articles, 1):
        checked.append(_examine(article, (), grammar, table))
        progress("check", count)
    return Run(
        version=__version__,
        input=tuple(p.name for p in paths),
        table=table,
        checked=tuple(checked),
        conflicts=conflicts_of(checked, table, ()),
    )


def _read(paths: Sequence[Path], settings: Settings, progress: Progress) -> Iterator[Article]:
    for count, document in enumerate(documents(paths), 1):
        try:
            yield clean(document, settings)
        except Exception as error:  # one bad article must never stop a run
            yield _failed(document, Phrase(zh="清洗", en="cleaning"), error)
        progress("read", count)


def _examine(article: Article, siblings: Sequence[Article], grammar: Grammar, table: FactTable) -> Checked:
    if article.status is not Status.CHECKED:
        return Checked(article=article, reading=None, judgements=())
    try:
        reading = repair(article, siblings)
        published = date_of(article.document.published)
        judgements = tuple(judge(claim, table, published) for claim in claims_of(reading, grammar))
    except Exception as error:  # one bad article must never stop a run
        return Checked(
            article=_failed(article.document, Phrase(zh="核查", en="checking"), error), reading=None, judgements=()
        )
    return Checked(article=article, reading=reading, judgements=judgements)


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
