"""``coverage.html``: what could not be decided and why, and which facts would decide most."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from analyzer.model import Claim, Verdict
from analyzer.report.book import Book
from analyzer.report.render import write
from analyzer.report.tally import VALUES, Question

MISSING_LIMIT = 100


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
    answered = {key for key, facts in book.run.table.by_key.items() if any(not f.draft for f in facts)}
    missing = _missing(book, {key: q for key, q in book.tally.questions.items() if key not in answered})
    total = book.verdicts.total()
    write(
        out / "coverage.html",
        book.page(
            "coverage.html.j2",
            "",
            "coverage",
            missing=missing[:MISSING_LIMIT],
            missing_total=len(missing),
            reasons=_reasons(book),
            total=total,
            decided=total - book.verdicts[Verdict.UNVERIFIED],
        ),
    )


def _missing(book: Book, questions: Mapping[tuple[str, str], Question]) -> list[MissingFact]:
    ordered = sorted(questions.items(), key=lambda q: (-q[1].claims, q[0]))
    return [
        MissingFact(
            subject=book.entity(subject),
            predicate=book.predicate(predicate),
            claims=question.claims,
            articles=question.articles,
            values=tuple(sorted(question.values.items(), key=lambda v: (-v[1], v[0]))[:VALUES]),
            sentence=question.sentence,
        )
        for (subject, predicate), question in ordered
    ]


def _reasons(book: Book) -> list[Abstained]:
    return [
        Abstained(
            code=code,
            reason=found.reason.say(book.settings.language),
            claims=found.claims,
            samples=tuple(found.samples),
        )
        for code, found in sorted(book.tally.reasons.items(), key=lambda r: (-r[1].claims, r[0]))
    ]
