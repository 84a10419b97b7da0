"""``copies.html``: near-duplicate articles, with a map of what each copy shares with the earliest one."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.fold import fold
from analyzer.model import Checked, Cluster, Reach, Spread
from analyzer.report.book import Book
from analyzer.report.pictures import shared_strip
from analyzer.report.render import write

if TYPE_CHECKING:
    from markupsafe import Markup

CLUSTER_LIMIT = 200
MEMBER_LIMIT = 40
SPREAD_LIMIT = 50
_CLAUSE = re.compile(r"[^。！？!?；;，,\n]+[。！？!?；;，,\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A member of a cluster; ``shared`` is the share (0..1) of its clauses that the earliest member has as well."""

    checked: Checked
    page: str
    shared: float
    picture: "Markup"
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A cluster, its earliest member first. ``sites`` counts those that are known by name."""

    cluster: Cluster
    copies: tuple[Copy, ...]
    sites: int


def write_copies_page(book: Book, out: Path) -> None:
    """Write the page."""
    clusters = sorted(book.run.clusters, key=lambda c: (-len(c.articles), c.id))
    families = [_family(book, c) for c in clusters[:CLUSTER_LIMIT]]
    copied = sum(len(c.articles) for c in clusters)
    write(
        out / "copies.html",
        book.page(
            "copies.html.j2", "", "copies", families=families, total=len(clusters), copied=copied, spread=_spread(book)
        ),
    )


def _spread(book: Book) -> list[Spread]:
    """Return the sentences to show: those across families first, then by sites and articles."""
    order = list(Reach)[::-1]
    ranked = sorted(book.run.spread, key=lambda s: (order.index(s.reach), -len(s.sites), -len(s.articles), s.sentence))
    return ranked[:SPREAD_LIMIT]


def _family(book: Book, cluster: Cluster) -> Family:
    members = [book.by_article[a] for a in cluster.articles if a in book.by_article]
    # Undated members come last: "earliest" is what the dates tell, and ids settle the rest.
    members.sort(key=lambda c: (c.article.document.published or "9", c.article.id))
    first = {_key(clause) for clause in _clauses(members[0])} if members else set()
    copies = []
    for member in members[:MEMBER_LIMIT]:
        clauses = _clauses(member)
        same = [_key(c) in first for c in clauses]
        total = sum(map(len, clauses)) or 1
        copies.append(
            Copy(
                checked=member,
                page=book.article_pages.get(member.article.id, ""),
                shared=sum(len(c) for c, s in zip(clauses, same, strict=True) if s) / total,
                picture=shared_strip([(len(c) / total, s) for c, s in zip(clauses, same, strict=True)]),
                findings=sum(j.is_finding for j in member.judgements),
            )
        )
    return Family(
        cluster=cluster, copies=tuple(copies), sites=len({s for c in members if (s := c.article.document.site)})
    )


def _clauses(checked: Checked) -> list[str]:
    return _CLAUSE.findall(checked.article.clean.text)


def _key(clause: str) -> str:
    return "".join(c for c in fold(clause) if c.isalnum())
