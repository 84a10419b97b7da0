"""The sides of a disagreement: what each says, who says it in which sentence, and what the table calls it."""

from dataclasses import dataclass

from analyzer.model import Checked, Side, value_id, within_sentence
from analyzer.report.book import Book
from analyzer.report.cases import Case
from analyzer.report.marks import Quote, quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """An article on one side: its page, and the sentence where it says so ("" and None where there is none).

    ``verdict`` is what the table says of that sentence: a side that is right is not underlined as a wrong one.
    """

    checked: Checked
    page: str
    quote: Quote | None
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideLine:
    """A value and some of the articles that state it; ``grade`` is what the table calls it, or ""."""

    value: str
    articles: int
    voices: int
    named: tuple[Voice, ...]
    grade: str


def sides_of(book: Book, case: Case, named: int) -> tuple[SideLine, ...]:
    """Return the sides of a disagreement, each with at most ``named`` of its articles."""
    return tuple(
        SideLine(
            value=side.value,
            articles=len(side.articles),
            voices=side.voices,
            named=tuple(_voice(book, c, case, side) for a in side.articles[:named] if (c := book.by_article.get(a))),
            grade=_grade(book, case, side),
        )
        for side in (case.conflict.sides if case.conflict else ())
    )


def _voice(book: Book, checked: Checked, case: Case, side: Side) -> Voice:
    """Return an article with the sentence in which it takes a side: the first claim with its value."""
    page = book.article_pages.get(checked.article.id, "")
    for judgement in checked.judgements:
        claim = judgement.claim
        if (claim.subject_id, claim.predicate) != (case.subject_id, case.predicate):
            continue
        known = value_id(claim.value)
        if known == side.value_id if side.value_id is not None else claim.written == side.value:
            said = quote(claim.sentence, within_sentence(checked.article.clean, claim))
            return Voice(checked=checked, page=page, quote=said, verdict=judgement.verdict.value)
    return Voice(checked=checked, page=page, quote=None, verdict="")


def _grade(book: Book, case: Case, side: Side) -> str:
    """Return the grade of the row that names a side's value and still holds, or "former"."""
    rows = book.run.table.by_key.get((case.subject_id, case.predicate), ())
    named = [f for f in rows if not f.draft and side.value_id is not None and value_id(f.value) == side.value_id]
    held = next((f for f in named if f.valid_to is None), None)
    return held.grade.value if held else "former" if named else ""
