"""One search over the table, the cases and the articles."""

from collections.abc import Iterator, Mapping
from itertools import islice

from analyzer.facts.find import search as search_table
from analyzer.fold import fold
from analyzer.model import Fact
from analyzer.report import Book
from analyzer.serve.desk import Desk, Reply, text_of

LIMIT = 8
# Characters before and after the words found in an article.
AROUND = 30

Hit = Mapping[str, str]


def search(desk: Desk, asked: Mapping[str, object]) -> Reply:
    """Return the facts, cases and articles that hold the words ``q``, at most ``LIMIT`` of each."""
    words = text_of(asked, "q", 200)
    if not words:
        return 200, {"facts": [], "cases": [], "articles": []}
    book = desk.book()
    facts = search_table(book.run.table, words, LIMIT).facts
    sought = fold(words)
    return 200, {
        "facts": [{"id": f.id, "text": _told(book, f)} for f in facts],
        "cases": list(islice(_cases(book, sought), LIMIT)),
        "articles": list(islice(_articles(book, sought), LIMIT)),
    }


def _told(book: Book, fact: Fact) -> str:
    known = f"{book.entity(fact.subject)} — {book.predicate(fact.predicate)} — {book.value(fact)}"
    source = fact.source_title or fact.source_url or book.words("no_source")
    return " · ".join((fact.id, known, book.words(f"grade.{fact.grade}"), source))


def _cases(book: Book, sought: str) -> Iterator[Hit]:
    for case in book.cases:
        subject, predicate = book.entity(case.subject_id), book.predicate(case.predicate)
        told = f"{subject} — {predicate} — {case.written}"
        if sought in fold(f"{case.id} {told}") or any(sought in fold(h.judgement.claim.sentence) for h in case.hits):
            yield {"id": case.id, "page": book.case_pages.get(case.id, ""), "text": told}


def _articles(book: Book, sought: str) -> Iterator[Hit]:
    for checked in book.run.checked:
        document, text = checked.article.document, checked.article.clean.text
        # Folding keeps the length of Chinese text, so the place found is near enough to cut the words around it.
        at = fold(text).find(sought)
        if at < 0 and sought not in fold(f"{document.title} {document.id} {document.site or ''}"):
            continue
        if at >= 0 and text.startswith(document.title) and at < len(document.title):
            # The title stands in the line already; what the text itself says is worth more.
            at = fold(text).find(sought, len(document.title))
        around = text[max(0, at - AROUND) : at + len(sought) + AROUND].replace("\n", " ").strip() if at >= 0 else ""
        page = book.article_pages.get(document.id, "")
        yield {"id": document.id, "page": page, "text": " · ".join(x for x in (document.title, around) if x)}
