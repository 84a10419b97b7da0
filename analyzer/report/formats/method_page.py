"""``method.html``: what the marks mean, how the order comes about, which rules ran, what is not checked."""

from collections import Counter
from pathlib import Path

from analyzer.report.book import Book
from analyzer.report.render import write

RULE_LIMIT = 200


def write_method_page(book: Book, out: Path) -> None:
    """Write the page."""
    claims = Counter(j.claim.rule for c in book.run.checked for j in c.judgements)
    removals = Counter(r.rule for c in book.run.checked for r in c.article.removals)
    repairs = Counter(r.kind for c in book.run.checked if c.reading for r in c.reading.repairs)
    write(
        out / "method.html",
        book.page(
            "method.html.j2",
            "",
            "method",
            rules=[
                (heading, sorted(counted.items(), key=lambda r: (-r[1], r[0]))[:RULE_LIMIT])
                for heading, counted in (
                    ("method.claim_rules", claims),
                    ("method.removal_rules", removals),
                    ("method.repair_rules", repairs),
                )
            ],
            predicates=sorted(book.run.table.predicates.values(), key=lambda p: p.id),
        ),
    )
