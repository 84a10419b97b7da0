"""``conflicts.html``: where articles disagree, the values side by side."""

from dataclasses import dataclass
from pathlib import Path

from analyzer.model import Checked, Side, value_id
from analyzer.report.book import Book
from analyzer.report.cases import Case
from analyzer.report.evidence import Card, card
from analyzer.report.render import write

ROW_LIMIT = 500
# Articles named under a value; the rest is a number.
NAMED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class SideLine:
    """A value and some of the articles that state it; ``grade`` is what the table calls it, or ""."""

    value: str
    articles: int
    voices: int
    named: tuple[tuple[Checked, str], ...]
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictLine:
    """A conflict as the page shows it."""

    card: Card
    sides: tuple[SideLine, ...]


def write_conflicts_page(book: Book, out: Path) -> None:
    """Write the page."""
    lines = []
    listed = [c for c in book.cases if c.conflict]
    for case in listed[:ROW_LIMIT]:
        shown = card(book, case)
        sides = tuple(
            SideLine(
                value=s.value,
                articles=len(s.articles),
                voices=s.voices,
                named=tuple(
                    (book.by_article[a], book.article_pages.get(a, ""))
                    for a in s.articles[:NAMED]
                    if a in book.by_article
                ),
                grade=_grade(book, case, s),
            )
            for s in (case.conflict.sides if case.conflict else ())
        )
        lines.append(ConflictLine(card=shown, sides=sides))
    write(out / "conflicts.html", book.page("conflicts.html.j2", "", "conflicts", lines=lines, total=len(listed)))


def _grade(book: Book, case: Case, side: Side) -> str:
    """Return the grade of the row that names a side's value and still holds, or of a former one."""
    rows = book.run.table.by_key.get((case.subject_id, case.predicate), ())
    named = [f for f in rows if not f.draft and side.value_id is not None and value_id(f.value) == side.value_id]
    held = next((f for f in named if f.valid_to is None), None)
    return held.grade.value if held else "former" if named else ""
