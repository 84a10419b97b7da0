"""A page for each case: every wording, every place, the fact card, the letters, what has been decided."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from analyzer.decisions import Decided, Decision, fact_print
from analyzer.decisions.ledger import STAGES
from analyzer.model import Grade
from analyzer.report.book import Book
from analyzer.report.cases import Case
from analyzer.report.evidence import card, fact_line, quoted
from analyzer.report.letter import letters
from analyzer.report.marks import Quote
from analyzer.report.pictures import bars
from analyzer.report.render import write
from analyzer.report.seen import Hit
from analyzer.report.sides import sides_of
from analyzer.report.variants import variants

# Rows of the table of places; a case with more is read in findings.csv.
PLACE_LIMIT = 500
# Articles named on each side of a disagreement; data/conflicts.jsonl names all.
SIDE_LIMIT = 100
PIECE = 50  # cases whose pages are written in one go


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A row of the table of places."""

    hit: Hit
    quote: Quote
    page: str


def write_case_pages(book: Book, out: Path) -> None:
    """Write ``case/<id>.html`` for the cases that have a page."""
    for piece in pieces(book, out):
        piece()


def pieces(book: Book, out: Path, standing: Collection[str] = ()) -> list[Callable[[], None]]:
    """Return the same as pieces of work that do not know each other, without the pages that stand already."""
    paged = [c for c in book.cases if c.id in book.case_pages and book.case_pages[c.id] not in standing]
    return [partial(_write_pages, book, out, paged[at : at + PIECE]) for at in range(0, len(paged), PIECE)]


def _write_pages(book: Book, out: Path, cases: Sequence[Case]) -> None:
    for case in cases:
        write(out / book.case_pages[case.id], case_page(book, case))


def case_page(book: Book, case: Case) -> str:
    """Return the page of one case."""
    places = [
        Place(hit=h, quote=quoted(h), page=book.article_pages.get(h.article, "")) for h in case.hits[:PLACE_LIMIT]
    ]
    months = _months(d for h in case.hits if (d := h.document.published))
    rows = book.run.table.by_key.get((case.subject_id, case.predicate), ())
    # The true values and the row that decided are what an editor compares; the rest is folded below them.
    main = [f for f in rows if f.grade is Grade.EXACT or (case.fact and f.id == case.fact.id)]
    return book.page(
        "case.html.j2",
        "../",
        "index",
        c=card(book, case),
        case=case,
        rev=fact_print(case.fact) if case.fact else "",
        places=places,
        variants=variants(quoted(h).marked for h in case.hits)[:30],
        facts=[fact_line(book, f) for f in main],
        others=[fact_line(book, f) for f in rows if f not in main],
        months=months,
        month_bars=bars([n for _, n in months]),
        sites=Counter(h.site for h in case.hits).most_common(30),
        stages=_stages(case),
        came_from=book.words("comma").join(f"C-{fp[:6].upper()}" for fp in case.came_from),
        letters=letters(book, case)[:50],
        sides_of=sides_of(book, case, SIDE_LIMIT),
    )


def _stages(case: Case) -> list[tuple[str, Decision | None]]:
    """Return the review stages with the last decision of each; nothing where nobody names a stage."""
    withdrawn = Decided.WITHDRAWN
    done = {d.stage: d if d.decision is not withdrawn else None for d in case.history if d.stage in STAGES}
    return [(stage, done.get(stage)) for stage in STAGES] if any(done.values()) else []


def _months(dates: Iterable[str]) -> list[tuple[str, int]]:
    """Return how many dates fall into each period from the first to the last: months, or years if they are many."""
    whole = [d for d in dates if len(d) >= 7]
    if not whole:
        return []
    first, last = min(whole), max(whole)
    span = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7])
    if span > 36:
        counted = Counter(d[:4] for d in whole)
        return [(f"{y:04d}", counted[f"{y:04d}"]) for y in range(int(first[:4]), int(last[:4]) + 1)]
    counted = Counter(d[:7] for d in whole)
    at = int(first[:4]) * 12 + int(first[5:7]) - 1
    names = [f"{(at + k) // 12:04d}-{(at + k) % 12 + 1:02d}" for k in range(span + 1)]
    return [(name, counted[name]) for name in names]
