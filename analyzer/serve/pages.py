"""The pages of a report, each made when it is asked for."""

import re
import tempfile
from pathlib import Path

from analyzer.report import Book
from analyzer.report.formats import Format
from analyzer.report.formats.articles import article_page, articles_list
from analyzer.report.formats.case_pages import case_page
from analyzer.report.formats.conflicts_page import write_conflicts_page
from analyzer.report.formats.copies_page import write_copies_page
from analyzer.report.formats.coverage_page import write_coverage_page
from analyzer.report.formats.digest import write_digest
from analyzer.report.formats.facts_page import write_facts_page
from analyzer.report.formats.findings import write_findings
from analyzer.report.formats.list_shards import write_list_shards
from analyzer.report.formats.method_page import write_method_page
from analyzer.report.formats.removed_page import write_removed_page
from analyzer.report.formats.sites_page import write_sites_page
from analyzer.report.formats.worklist import write_worklist
from analyzer.report.render import HERE
from analyzer.report.words_serve import SERVE_WORDS

_WRITERS: tuple[tuple[str, Format], ...] = (
    (r"index\.html|list-\d+\.html", write_worklist),
    (r"assets/list-\d+\.js", write_list_shards),
    (r"conflicts\.html", write_conflicts_page),
    (r"copies\.html", write_copies_page),
    (r"sites\.html", write_sites_page),
    (r"facts\.html", write_facts_page),
    (r"coverage\.html", write_coverage_page),
    (r"removed\.html", write_removed_page),
    (r"method\.html", write_method_page),
    (r"digest\.html", write_digest),
    (r"findings\.csv", write_findings),
)
# Names that the fields of the fact editor offer; browsers become slow with more, and any name can still be typed.
NAMES = 3_000
ASSETS = ("app.css", "app.js", "desk.js")


class Pages:
    """Pages of one state of the report after another; what a writer wrote is kept until the report changes."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="farmcheck-")
        self._book: Book | None = None
        self._written: set[str] = set()

    def get(self, book: Book, name: str) -> bytes | None:
        """Return a file of the report by its path below the report folder, or None where there is no such file."""
        if name.startswith("assets/") and name.removeprefix("assets/") in ASSETS:
            return (HERE / name).read_bytes()
        if name == "desk.html":
            return _bytes(_desk(book))
        if name == "articles.html":
            return _bytes(articles_list(book))
        case = next((c for c in book.cases if book.case_pages.get(c.id) == name), None)
        if case is not None:
            return _bytes(case_page(book, case))
        article = next((a for a, page in book.article_pages.items() if page == name), None)
        if article is not None:
            return _bytes(article_page(book, book.by_article[article]))
        return self._from_writer(book, name)

    def _from_writer(self, book: Book, name: str) -> bytes | None:
        found = next(((pattern, write) for pattern, write in _WRITERS if re.fullmatch(pattern, name)), None)
        if found is None:
            return None
        pattern, writer = found
        folder = Path(self._folder.name)
        if book is not self._book:
            self._book, self._written = book, set()
        if pattern not in self._written:
            writer(book, folder)
            self._written.add(pattern)
        path = folder / name
        return path.read_bytes() if path.is_file() else None


def _desk(book: Book) -> str:
    table = book.run.table
    return book.page(
        "desk.html.j2",
        "",
        "desk",
        entities=[e.name for e in table.entities.values()][:NAMES],
        predicates=[p.label for p in table.predicates.values()][:NAMES],
        raw={key: phrase.say(book.settings.language) for key, phrase in SERVE_WORDS.items()},
    )


def _bytes(page: str) -> bytes:
    return page.encode("utf-8", "backslashreplace")
