"""What stands beside a finding: the sentence, what was claimed, what the table says, on what it rests, and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from analyzer.language import Language
from analyzer.model import Fact, Grade, Judgement, Stance, Tier, Truth, Verdict
from analyzer.report.book import Book
from analyzer.report.cases import Case
from analyzer.report.marks import Quote, quote
from analyzer.report.seen import Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """A row of the table in words."""

    id: str
    subject: str
    predicate: str
    value: str
    grade: str
    span: str
    source_title: str
    source_url: str
    checked_on: str
    checked_by: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A case as the lists show it. ``why`` is short, for beside the rows of the table; ``reason`` stands alone."""

    case: Case
    page: str
    quote: Quote | None
    subject: str
    predicate: str
    fact: FactLine | None
    truths: tuple[FactLine, ...]
    why: str
    reason: str
    rule: str
    article: str


def card(book: Book, case: Case) -> Card:
    """Return a case in words. Its sentence is the one of its first confirmed place, else of its first."""
    hit = leading(case)
    return Card(
        case=case,
        page=book.case_pages.get(case.id, ""),
        quote=quoted(hit) if hit else None,
        subject=book.entity(case.subject_id),
        predicate=book.predicate(case.predicate),
        fact=fact_line(book, case.fact) if case.fact else None,
        truths=truths(book, case.fact, case.verdict) if case.fact else (),
        why=why(book, hit.judgement) if hit else "",
        reason=hit.judgement.reason.say(book.settings.language) if hit else "",
        rule=hit.judgement.claim.rule if hit else "",
        article=hit.article if hit else "",
    )


def why(book: Book, judgement: Judgement) -> str:
    """Return why a finding is one, where the rows of the table stand beside it: the step taken, and what is unsure.

    A step without words of its own is told by the judgement's whole reason.
    """
    claim, words = judgement.claim, book.words
    predicate = book.run.table.predicates.get(claim.predicate)
    step = f"why.{judgement.code}"
    if judgement.code == "other_value":
        kind = "truth" if isinstance(claim.value, Truth) else predicate.cardinality.value if predicate else ""
        step = f"why.other_value.{kind}"
    said = words.maybe(step, "")
    if not said:
        return judgement.reason.say(book.settings.language)
    if judgement.tier is Tier.CONFIRMED:
        return said
    unsure = claim.stance.value if claim.stance in (Stance.ATTRIBUTED, Stance.HEDGED) else "guessed"
    gap = "" if book.settings.language is Language.ZH else " "
    return said + gap + words(f"why.{unsure}")


def leading(case: Case) -> Hit | None:
    """Return the place that speaks for a case: a confirmed one with the deciding fact before others."""
    fact = case.fact.id if case.fact else None
    return min(
        case.hits,
        key=lambda h: (
            h.judgement.tier is not Tier.CONFIRMED,
            h.judgement.fact != fact,
            len(h.judgement.claim.sentence) > 120,
            h.article,
            h.judgement.claim.start,
        ),
        default=None,
    )


def quoted(hit: Hit) -> Quote:
    """Return a claim's sentence split around the claim's own words."""
    return quote(hit.judgement.claim.sentence, hit.at)


def fact_line(book: Book, fact: Fact) -> FactLine:
    """Return a row of the table in words."""
    key = ("line", fact.id)
    known = book.memo.get(key)
    if not isinstance(known, FactLine):
        known = book.memo[key] = _fact_line(book, fact)
    return known


def _fact_line(book: Book, fact: Fact) -> FactLine:
    return FactLine(
        id=fact.id,
        subject=book.entity(fact.subject),
        predicate=book.predicate(fact.predicate),
        value=book.value(fact),
        grade=fact.grade.value,
        span=book.span_of(fact),
        source_title=fact.source_title,
        source_url=fact.source_url,
        checked_on=fact.checked_on,
        checked_by=fact.checked_by,
        note=fact.note,
    )


def truths(book: Book, fact: Fact, verdict: Verdict | None) -> tuple[FactLine, ...]:
    """Return the true values to show where a recorded falsehood or a former value decided, none where the fact is true.

    They are the citable exact rows of the same question, those that still hold before former ones. ``verdict`` tells
    whether the row is a former value: one that was right at its time may also show another value to be wrong then.
    """
    former = verdict is Verdict.OUTDATED
    if fact.grade is not Grade.WRONG and not former:
        return ()
    rows = [f for f in book.run.table.by_key.get((fact.subject, fact.predicate), ()) if f.grade is Grade.EXACT]
    rows = [f for f in rows if not f.draft]
    current = [f for f in rows if f.valid_to is None]
    return tuple(fact_line(book, f) for f in (current or (() if former else rows)))


def cards(book: Book, cases: Iterable[Case]) -> list[Card]:
    """Return several cases in words."""
    return [card(book, case) for case in cases]


def fact_of(book: Book, judgement: Judgement) -> FactLine | None:
    """Return the deciding row of a judgement in words, if it has one."""
    fact = book.facts.get(judgement.fact or "")
    return fact_line(book, fact) if fact else None


def truths_of(book: Book, judgement: Judgement) -> tuple[FactLine, ...]:
    """Return the true values to show with a judgement that a recorded falsehood or a former value decided."""
    fact = book.facts.get(judgement.fact or "")
    return truths(book, fact, judgement.verdict) if fact else ()
