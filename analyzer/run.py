"""The whole pipeline, stage by stage, on one page."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from analyzer import __version__
from analyzer.claims import claims_of, compile_grammar
from analyzer.clean import clean
from analyzer.facts import load_table
from analyzer.model import Article, Checked, FactTable, PartialDate, Run, Status
from analyzer.read import documents
from analyzer.repair import repair
from analyzer.settings import Settings
from analyzer.verify import conflicts_of, judge


def check(paths: Sequence[Path], table: FactTable, settings: Settings) -> Run:
    """Read, clean, repair, extract and judge every article below ``paths``."""
    grammar = compile_grammar(table)
    articles: Iterable[Article] = (clean(document, settings) for document in documents(paths))
    checked = []
    for article in articles:
        if article.status is not Status.CHECKED:
            checked.append(Checked(article=article, reading=None, judgements=()))
            continue
        reading = repair(article)
        published = date_of(article.document.published)
        judgements = tuple(judge(claim, table, published) for claim in claims_of(reading, grammar))
        checked.append(Checked(article=article, reading=reading, judgements=judgements))
    checked.sort(key=lambda c: c.article.id)
    return Run(
        version=__version__,
        input=tuple(p.name for p in paths),
        table=table,
        checked=tuple(checked),
        conflicts=conflicts_of(checked, table, ()),
    )


def date_of(iso: str | None) -> PartialDate | None:
    """Return an ISO date, perhaps partial, as a value."""
    if not iso:
        return None
    parts = [int(p) for p in iso[:10].split("-")] + [0, 0]
    return PartialDate(year=parts[0], month=parts[1], day=parts[2])


__all__ = ["check", "load_table"]
