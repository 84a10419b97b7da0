"""``claimreview.jsonl``: checks that editors accepted, as schema.org ClaimReview, one JSON-LD object a line."""

import json
from pathlib import Path

from analyzer.report.book import Book
from analyzer.report.cases import Case, State
from analyzer.report.evidence import FactLine, fact_line, truths
from analyzer.report.render import web_address, write

# schema.org's scale: 1 is the worst rating, 5 the best.
_RATINGS = {"contradicted": 1, "outdated": 2}


def write_claimreview(book: Book, out: Path) -> None:
    """Write the accepted and corrected cases; what nobody has accepted is not published."""
    published = [c for c in book.cases if c.state in (State.ACCEPT, State.FIXED) and c.fact and not c.conflict]
    lines = [json.dumps(_review(book, c), ensure_ascii=False) + "\n" for c in published]
    write(out / "claimreview.jsonl", "".join(lines))


def _review(book: Book, case: Case) -> dict[str, object]:
    fact = _truth(book, case)
    words = book.words
    claimed = f"{book.entity(case.subject_id)}，{book.predicate(case.predicate)}：{case.written}"
    appearances = sorted({u for h in case.hits if (u := web_address(h.document.url or ""))})
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": case.id,
        "claimReviewed": (words("not") if case.negated else "") + claimed,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATINGS[case.kind],
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": words(f"mark.{case.kind}"),
        },
        "itemReviewed": {
            "@type": "Claim",
            "appearance": [{"@type": "CreativeWork", "url": url} for url in appearances],
            **({"datePublished": case.first_seen} if case.first_seen else {}),
        },
        "reviewBody": f"{fact.subject}，{fact.predicate}：{fact.value}",
        "isBasedOn": [x for x in (web_address(fact.source_url), fact.source_title) if x],
        **({"datePublished": case.history[-1].at} if case.history and case.history[-1].at else {}),
    }


def _truth(book: Book, case: Case) -> FactLine:
    if case.fact is None:
        raise ValueError("a published case has a fact")
    true = truths(book, case.fact, case.verdict)
    return true[0] if true else fact_line(book, case.fact)
