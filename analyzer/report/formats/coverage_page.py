"""``coverage.html``: what could not be decided and why, and which facts would decide most."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from analyzer.model import Claim, Judgement, Verdict
from analyzer.report.book import Book
from analyzer.report.render import write

MISSING_LIMIT = 100
REASON_SAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingFact:
    """A question that the table does not answer; ``values`` are the commonest answers in the articles."""

    subject: str
    predicate: str
    claims: int
    articles: int
    values: tuple[tuple[str, int], ...]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstained:
    """A reason for which nothing was decided."""

    code: str
    reason: str
    claims: int
    samples: tuple[Claim, ...]


def write_coverage_page(book: Book, out: Path) -> None:
    """Write the page."""
    open_claims = [j for c in book.run.checked for j in c.judgements if j.verdict is Verdict.UNVERIFIED]
    answered = {key for key, facts in book.run.table.by_key.items() if any(not f.draft for f in facts)}
    missing = _missing(book, [j for j in open_claims if (j.claim.subject_id, j.claim.predicate) not in answered])
    total = book.verdicts.total()
    write(
        out / "coverage.html",
        book.page(
            "coverage.html.j2",
            "",
            "coverage",
            missing=missing[:MISSING_LIMIT],
            missing_total=len(missing),
            reasons=_reasons(book, open_claims),
            total=total,
            decided=total - len(open_claims),
        ),
    )


def _missing(book: Book, judgements: list[Judgement]) -> list[MissingFact]:
    groups: dict[tuple[str, str], list[Claim]] = {}
    for j in judgements:
        groups.setdefault((j.claim.subject_id, j.claim.predicate), []).append(j.claim)
    ordered = sorted(groups.items(), key=lambda g: (-len(g[1]), g[0]))
    return [
        MissingFact(
            subject=book.entity(subject),
            predicate=book.predicate(predicate),
            claims=len(claims),
            articles=len({c.article for c in claims}),
            values=tuple(sorted(Counter(c.written for c in claims).items(), key=lambda v: (-v[1], v[0]))[:4]),
            sentence=claims[0].sentence,
        )
        for (subject, predicate), claims in ordered
    ]


def _reasons(book: Book, judgements: list[Judgement]) -> list[Abstained]:
    groups: dict[str, list[Judgement]] = {}
    for j in judgements:
        groups.setdefault(j.code, []).append(j)
    return [
        Abstained(
            code=code,
            reason=group[0].reason.say(book.settings.language),
            claims=len(group),
            samples=tuple(j.claim for j in group[:REASON_SAMPLES]),
        )
        for code, group in sorted(groups.items(), key=lambda g: (-len(g[1]), g[0]))
    ]
