"""``sites.html``: which sites the articles come from, and how each of them does."""

from dataclasses import dataclass
from pathlib import Path

from analyzer.model import SiteRow
from analyzer.report.book import Book
from analyzer.report.render import write

ROW_LIMIT = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteUse:
    """A site and the number of its articles with findings."""

    row: SiteRow
    affected: int


def write_sites_page(book: Book, out: Path) -> None:
    """Write the page."""
    affected = book.tally.affected
    sites = [SiteUse(row=row, affected=affected[row.site]) for row in book.run.sites]
    sites.sort(key=lambda s: (-s.row.findings, -s.row.gaps, s.row.site))
    most = max((s.row.findings for s in sites), default=0)
    write(
        out / "sites.html",
        book.page(
            "sites.html.j2",
            "",
            "sites",
            sites=sites[:ROW_LIMIT],
            total=len(sites),
            most=most,
            networks=book.run.networks[:ROW_LIMIT],
            unknown=book.tally.homeless,
            listed=any(s.row.listed for s in sites),
        ),
    )
