"""``facts.html``: what the table says, how often each row decided, which rows need care."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from analyzer.model import Fact, Grade
from analyzer.report.book import Book
from analyzer.report.evidence import FactLine, fact_line
from analyzer.report.render import write

# A table of more rows is slow to open; the rows that decided nothing are left to the CSV file then.
ROW_LIMIT = 3_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FactUse:
    """A row and how often it decided, by verdict. ``care`` is "draft", "former" or ""."""

    fact: Fact
    line: FactLine
    used: int
    verdicts: Counter[str]
    care: str


def write_facts_page(book: Book, out: Path) -> None:
    """Write the page."""
    used = book.tally.facts
    rows = []
    for fact in book.run.table.facts:
        verdicts = used.get(fact.id, Counter())
        care = "draft" if fact.draft else "former" if fact.valid_to else ""
        rows.append(FactUse(fact=fact, line=fact_line(book, fact), used=verdicts.total(), verdicts=verdicts, care=care))
    rows.sort(key=lambda r: (r.care != "draft", -r.used, r.fact.row, r.fact.id))
    grades = Counter(f.grade for f in book.run.table.facts)
    write(
        out / "facts.html",
        book.page(
            "facts.html.j2",
            "",
            "facts",
            rows=rows[:ROW_LIMIT],
            total=len(rows),
            grades=[(g.value, grades[g]) for g in Grade if grades[g]],
            deciding=sum(1 for r in rows if r.used),
            drafts=sum(1 for r in rows if r.care == "draft"),
        ),
    )
