"""``method.html``: what the marks mean, how the order comes about, which rules ran, what is not checked."""

from collections import Counter
from pathlib import Path

from analyzer.report.book import Book
from analyzer.report.render import write

RULE_LIMIT = 200


def write_method_page(book: Book, out: Path) -> None:
    """Write the page."""
    claims = book.tally.claim_rules
    removals = Counter({name: rule.pieces for name, rule in book.tally.rules.items()})
    repairs = book.tally.repair_rules
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
