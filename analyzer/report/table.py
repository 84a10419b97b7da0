"""The findings as rows of cells: what the CSV file and the workbook hold."""

from collections.abc import Iterator
from dataclasses import replace

from analyzer.language import Language
from analyzer.model import Fact, Verdict
from analyzer.report.book import Book
from analyzer.report.cases import Case
from analyzer.report.evidence import fact_line, truths
from analyzer.report.seen import Hit
from analyzer.report.words import Words

COLUMNS = (
    "判定", "层级", "严重度", "主体", "关系", "原文值", "事实值", "原句", "理由", "文章", "站点", "起", "止", "规则",
    "事实", "来源", "核对日期", "篇数", "状态", "案号",
)  # fmt: skip
"""Names never change; new columns are added at the end."""


LONGEST = 1_000
"""Characters of a sentence in a cell. A page without full stops is one sentence, of 660,000 characters once, and Excel
takes 32,767; ``data/claims.jsonl`` has all of it. The sample's longest sentence has 99; tests/report/test_sides.py."""


def findings(book: Book) -> Iterator[tuple[object, ...]]:
    """Yield the cells of every finding: cases in their order, the places of a case by article and offset."""
    # The table is data: it is written in Chinese whatever the pages' language is.
    words = Words(Language.ZH)
    if book.settings.language is not Language.ZH:
        book = replace(book, settings=replace(book.settings, language=Language.ZH))
    for case in book.cases:
        yield from _rows(book, case, words)


def _truth(book: Book, row: Fact | None, verdict: Verdict) -> str:
    """Return the value that the table holds for true; a recorded falsehood is named only where it is all there is."""
    if row is None:
        return ""
    return " / ".join(f.value for f in truths(book, row, verdict)) or book.value(row)


def _sentence(hit: Hit) -> str:
    """Return the claim's sentence, of one that no reader wants in a cell only what stands around the claim."""
    text = hit.judgement.claim.sentence
    if len(text) <= LONGEST:
        return text
    start = max(0, min(hit.at.start, len(text)) - LONGEST // 2)
    end = start + LONGEST
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def _rows(book: Book, case: Case, words: Words) -> Iterator[tuple[object, ...]]:
    fact = fact_line(book, case.fact) if case.fact else None
    subject, predicate = book.entity(case.subject_id), book.predicate(case.predicate)
    severity, state = words(f"severity.{case.severity}"), words(f"state.{case.state}")
    if case.conflict:
        told = " | ".join(f"{s.value}({len(s.articles)})" for s in case.conflict.sides)
        articles = " | ".join(case.articles[:20])
        sites = " | ".join(s or words("unknown_site") for s in case.sites[:20])
        yield (
            words("mark.conflict"), words(f"tier.{case.tier}"), severity, subject, predicate, told,
            fact.value if fact else "", "", "", articles, sites, "", "", "", fact.id if fact else "",
            (fact.source_url or fact.source_title) if fact else "", fact.checked_on if fact else "",
            len(case.articles), state, case.id,
        )  # fmt: skip
        return
    for hit in case.hits:
        j, k = hit.judgement, hit.judgement.claim
        row = book.facts.get(j.fact or "")
        line = fact_line(book, row) if row else None
        yield (
            words(f"mark.{j.verdict}"), words(f"tier.{j.tier}"), severity, subject, predicate,
            ("不是 " if case.negated else "") + k.written, _truth(book, row, j.verdict), _sentence(hit), j.reason.zh,
            hit.article, hit.site, k.start, k.end, k.rule, j.fact or "",
            (line.source_url or line.source_title) if line else "", line.checked_on if line else "",
            len(case.articles), words(f"state.{hit.decision.decision}") if hit.decision else state, case.id,
        )  # fmt: skip
