"""``digest.html``: what the meeting needs on two printed pages: the numbers, the worst open cases, what is missing."""

from pathlib import Path

from analyzer.report.book import Book
from analyzer.report.cases import State
from analyzer.report.evidence import cards
from analyzer.report.render import write

# What fits on two pages of A4 at the print size of the style sheet.
SHOWN = 12


def write_digest(book: Book, out: Path) -> None:
    """Write the page."""
    standing = [c for c in book.cases if c.open]
    states = [(s.value, sum(c.state is s for c in book.cases)) for s in State]
    html = book.page(
        "digest.html.j2", "", "digest", cards=cards(book, standing[:SHOWN]), open_cases=len(standing), states=states
    )
    write(out / "digest.html", html)
