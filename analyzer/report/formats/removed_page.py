"""``removed.html``: what was left out of the articles, by rule, with the longest pieces to look at."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from analyzer.language import Phrase
from analyzer.model import Checked, Removal
from analyzer.report.book import Book
from analyzer.report.render import write

# Pieces shown of each rule: the longest ones, where a wrong rule does most harm.
SHOWN = 12
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
    found: dict[str, list[tuple[Checked, Removal]]] = {}
    for checked in book.run.checked:
        for removal in checked.article.removals:
            found.setdefault(removal.rule, []).append((checked, removal))
    rules = sorted((_use(rule, pieces) for rule, pieces in found.items()), key=lambda u: (-u.chars, u.rule))
    source = sum(len(c.article.document.source) for c in book.run.checked)
    values: Mapping[str, object] = {
        "rules": rules,
        "pieces": sum(u.pieces for u in rules),
        "share": sum(u.chars for u in rules) / max(1, source),
        "limit": PIECE_LIMIT,
    }
    write(out / "removed.html", book.page("removed.html.j2", "", "removed", **values))


def _use(rule: str, pieces: list[tuple[Checked, Removal]]) -> RuleUse:
    reasons = Counter(r.reason for _, r in pieces)
    longest = sorted(pieces, key=lambda p: (-len(p[1].text), p[0].article.id, p[1].start))
    return RuleUse(
        rule=rule,
        name=min(reasons, key=lambda r: (-reasons[r], r.zh)),
        pieces=len(pieces),
        chars=sum(len(r.text) for _, r in pieces),
        articles=len({c.article.id for c, _ in pieces}),
        doubtful=sum(r.confidence < 0.5 for _, r in pieces),
        longest=tuple(longest[:SHOWN]),
    )
