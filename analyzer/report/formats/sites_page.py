"""``sites.html``: which sites the articles come from, and how each of them does."""

from dataclasses import dataclass
from pathlib import Path

from analyzer.model import Checked, Status
from analyzer.report.book import Book
from analyzer.report.render import write

ROW_LIMIT = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteUse:
    """A site; shares are 0..1 of its checked articles (``kept`` of their characters)."""

    site: str
    articles: int
    findings: int
    affected: int
    gaps: int
    copies: float
    kept: float
    farm: float


def write_sites_page(book: Book, out: Path) -> None:
    """Write the page."""
    by_site: dict[str, list[Checked]] = {}
    for checked in book.run.checked:
        if checked.article.status is Status.CHECKED:
            by_site.setdefault(checked.article.document.site or "", []).append(checked)
    sites = sorted((_use(site, group) for site, group in by_site.items()), key=lambda s: (-s.findings, -s.gaps, s.site))
    most = max((s.findings for s in sites), default=0)
    write(
        out / "sites.html",
        book.page("sites.html.j2", "", "sites", sites=sites[:ROW_LIMIT], total=len(sites), most=most),
    )


def _use(site: str, group: list[Checked]) -> SiteUse:
    n = len(group)
    source = sum(len(c.article.document.source) for c in group)
    return SiteUse(
        site=site,
        articles=n,
        findings=sum(j.is_finding for c in group for j in c.judgements),
        affected=sum(any(j.is_finding for j in c.judgements) for c in group),
        gaps=sum(len(c.reading.gaps) for c in group if c.reading),
        copies=sum(c.cluster is not None for c in group) / n,
        kept=sum(len(c.article.clean.text) for c in group) / max(1, source),
        farm=sum(c.farm.value for c in group) / n,
    )
