"""``compare.html``: what is new, gone or judged otherwise since an earlier report; written where one is named."""

from pathlib import Path

from analyzer.report.book import Book
from analyzer.report.compare import Change
from analyzer.report.render import write

ROW_LIMIT = 500


def write_compare_page(book: Book, out: Path) -> None:
    """Write the page, or nothing without ``Settings.since``."""
    if book.settings.since is None:
        return
    groups = [(change.value, [c for c in book.compared if c.change is change]) for change in Change]
    pages = {c.fp: book.case_pages.get(c.id, "") for c in book.cases}
    write(
        out / "compare.html", book.page("compare.html.j2", "", "compare", groups=groups, pages=pages, limit=ROW_LIMIT)
    )
