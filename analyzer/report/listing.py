"""The cases as data for the list script: columns, repeated strings coded by a dictionary, in shards."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from analyzer.decisions import fact_print
from analyzer.report.book import Book
from analyzer.report.cases import Case
from analyzer.report.evidence import Card, card
from analyzer.report.render import defanged, visible, web_address

# One shard is about 3 MB: a browser parses it in under 50 ms, and a list of a million loads in 50 steps.
SHARD = 20_000
# Sites named with a case; a case on more sites is found by its words, and does not come back as "spread".
SITES = 12

Columns = Mapping[str, Sequence[object]]


class _Dictionary:
    """Strings in the order of their first use."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}

    def __call__(self, text: str) -> int:
        return self.places.setdefault(visible(text), len(self.places))


def shards(book: Book) -> Iterator[Columns]:
    """Yield the cases in their order, ``SHARD`` at a time."""
    for start in range(0, len(book.cases), SHARD):
        # The folder and the single file hold the same list.
        key = ("shard", start)
        if key not in book.memo:
            book.memo[key] = columns(book, book.cases[start : start + SHARD])
        yield cast("Columns", book.memo[key])


def columns(book: Book, cases: Sequence[Case]) -> Columns:
    """Return the columns of some cases: ``s`` holds the strings that the coded columns point into."""
    strings = _Dictionary()
    facts: dict[str, tuple[object, ...]] = {}
    rows = []
    for case in cases:
        shown = card(book, case)
        rows.append(_row(book, shown, strings))
        if case.fact and shown.fact and case.fact.id not in facts:
            facts[case.fact.id] = _fact(book, shown)
    names = (
        "fp", "id", "kind", "tier", "sev", "n", "sites", "date", "before", "marked", "after", "subj", "pred", "val",
        "neg", "fact", "why", "state", "told", "until", "page",
    )  # fmt: skip
    by_name = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)) if rows else {n: [] for n in names}
    return {**by_name, "s": list(strings.places), "facts": [[i, *cells] for i, cells in facts.items()]}


def _row(book: Book, shown: Card, strings: _Dictionary) -> tuple[object, ...]:
    case, quote = shown.case, shown.quote
    usual = f"C-{case.fp[:6].upper()}"
    return (
        case.fp,
        0 if case.id == usual else case.id,
        strings(case.kind),
        strings(case.tier.value),
        strings(case.severity.value),
        len(case.articles),
        [strings(s) for s in case.named_sites] if len(case.named_sites) <= SITES else len(case.named_sites),
        case.first_seen,
        strings(quote.before) if quote else -1,
        strings(quote.marked) if quote else -1,
        strings(quote.after) if quote else -1,
        strings(shown.subject),
        strings(shown.predicate),
        strings(_stated(book, case)),
        int(case.negated),
        case.fact.id if case.fact else 0,
        strings(shown.why) if shown.why else -1,
        strings(case.state.value),
        strings(_told(book, case)) if case.last or case.changed else -1,
        case.expires or 0,
        int(bool(shown.page)),
    )


def _stated(book: Book, case: Case) -> str:
    """Return what is claimed; of a disagreement, each value with the number of its articles."""
    if case.conflict is None:
        return case.written
    return " ⇄ ".join(f"{s.value} {book.words('articles_n', n=len(s.articles))}" for s in case.conflict.sides)


def _told(book: Book, case: Case) -> str:
    """Return what stands beside a state: why the case came back, or stage, name and last day of the decision."""
    words = book.words
    if case.changed:
        return words(f"changed.{case.changed}")
    last = case.last
    if last is None:
        return ""
    until = words("until", to=case.expires) if case.expires else ""
    return " · ".join(w for w in (words.maybe(f"stage.{last.stage}", last.stage), last.by, until) if w)


def _fact(book: Book, shown: Card) -> tuple[object, ...]:
    """Return what the list shows of a row: value, address, title, checked, the row's fingerprint, the id shown.

    Where a recorded falsehood decided, the true row is shown; the fingerprint is always the deciding row's.
    """
    row = shown.case.fact
    if shown.fact is None or row is None:
        return ()
    fact = shown.truths[0] if shown.truths else shown.fact
    checked = (
        f"({' '.join(book.words('checked_by', date=fact.checked_on, by=fact.checked_by).split())})"
        if fact.checked_on
        else ""
    )
    value = " / ".join(t.value for t in shown.truths) or fact.value
    title = fact.source_title or defanged(fact.source_url)
    return (visible(value), web_address(fact.source_url), visible(title), visible(checked), fact_print(row), fact.id)


def script_safe(data: object) -> str:
    """Return JSON that can stand in a script element or file: no sign in it can end either."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
