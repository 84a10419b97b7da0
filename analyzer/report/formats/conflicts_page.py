"""``conflicts.html``: where articles disagree, the values side by side."""

from dataclasses import dataclass
from pathlib import Path

from analyzer.report.book import Book
from analyzer.report.evidence import Card, card
from analyzer.report.render import write
from analyzer.report.sides import SideLine, sides_of

ROW_LIMIT = 500
# Articles named under a value; the rest is a number.
NAMED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictLine:
    """A conflict as the page shows it."""

    card: Card
    sides: tuple[SideLine, ...]


def write_conflicts_page(book: Book, out: Path) -> None:
    """Write the page."""
    listed = [c for c in book.cases if c.conflict]
    lines = [ConflictLine(card=card(book, c), sides=sides_of(book, c, NAMED)) for c in listed[:ROW_LIMIT]]
    write(out / "conflicts.html", book.page("conflicts.html.j2", "", "conflicts", lines=lines, total=len(listed)))
