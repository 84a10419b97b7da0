"""``index.html`` and its further pages: the cases, those that matter most first."""

from pathlib import Path

from analyzer.report.book import Book
from analyzer.report.evidence import cards
from analyzer.report.listing import SHARD
from analyzer.report.render import HERE, remove_further, write

# The first page has to be readable at once on a phone; the further ones are for browsers without JavaScript.
FIRST_PAGE = 25
FURTHER_PAGE = 100
FURTHER_PAGES = 50


def write_worklist(book: Book, out: Path) -> None:
    """Write ``index.html``, ``list-N.html`` and the assets."""
    for asset in ("app.css", "app.js"):
        write(out / "assets" / asset, (HERE / "assets" / asset).read_bytes())
    cases = book.cases
    last = min(len(cases), FIRST_PAGE + FURTHER_PAGE * FURTHER_PAGES)
    starts = range(FIRST_PAGE, last, FURTHER_PAGE)
    pages = [cases[:FIRST_PAGE], *(cases[start : start + FURTHER_PAGE] for start in starts)]
    names = ["index.html"] + [f"list-{n}.html" for n in range(2, len(pages) + 1)]
    shown = sum(map(len, pages))
    affected = len({a for c in cases if c.conflict is None for a in c.articles})
    for number, (name, listed) in enumerate(zip(names, pages, strict=True), 1):
        html = book.page(
            "index.html.j2",
            "",
            "index",
            cards=cards(book, listed),
            number=number,
            names=names,
            shown=shown,
            affected=affected,
            shards=-(-len(cases) // SHARD),
            first=1 if number == 1 else FIRST_PAGE + FURTHER_PAGE * (number - 2) + 1,
            gaps=book.tally.gaps,
            removals=book.tally.removals,
        )
        write(out / name, html)
    remove_further(out, "list-{}.html", len(names) + 1)
