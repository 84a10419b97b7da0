"""``removed.html``: what was left out of the articles, by rule, with the longest pieces to look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from analyzer.language import Phrase
from analyzer.model import Checked, Removal
from analyzer.report.book import Book
from analyzer.report.render import write
from analyzer.report.tally import Rule

PIECE_LIMIT = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleUse:
    """A rule and what it removed; ``doubtful`` counts pieces with a confidence below one half.

    ``name`` is the reason that it gives most often: what an editor would call the kind.
    """

    rule: str
    name: Phrase
    pieces: int
    chars: int
    articles: int
    doubtful: int
    longest: tuple[tuple[Checked, Removal], ...]


def write_removed_page(book: Book, out: Path) -> None:
    """Write the page."""
    found = book.tally.rules
    rules = sorted((_use(book, name, rule) for name, rule in found.items()), key=lambda u: (-u.chars, u.rule))
    values: Mapping[str, object] = {
        "rules": rules,
        "pieces": sum(u.pieces for u in rules),
        "share": sum(u.chars for u in rules) / max(1, book.tally.source),
        "limit": PIECE_LIMIT,
    }
    write(out / "removed.html", book.page("removed.html.j2", "", "removed", **values))


def _use(book: Book, name: str, rule: Rule) -> RuleUse:
    longest = sorted(rule.longest, key=lambda p: (-p[0], -p[1], -p[2]))
    return RuleUse(
        rule=name,
        name=min(rule.reasons, key=lambda r: (-rule.reasons[r], r.zh)),
        pieces=rule.pieces,
        chars=rule.chars,
        articles=rule.articles,
        doubtful=rule.doubtful,
        longest=tuple((book.run.checked[-place], removal) for _, place, _, _, removal in longest),
    )
