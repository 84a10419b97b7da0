"""Which pages of the last report still stand: a page is written anew only if something that it shows has changed.

Each page has a key, a digest of all that goes into it. ``OUT/.farmcheck-pages`` holds the keys of the pages that a run
left, with the sizes and times of their files: a page that was deleted, edited or cut short is written again.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from xxhash import xxh3_128

from analyzer.decisions import fact_print
from analyzer.files import replace_bytes
from analyzer.model import Judgement, Verdict
from analyzer.report.book import Book
from analyzer.report.cases import Case
from analyzer.report.evidence import fact_line, truths

NAME = ".farmcheck-pages"

_PAGE = re.compile(r"(?:article|case)/[^/\\]+\.html")
_OURS = re.compile(r"article/.*-[0-9a-f]{8}\.html|case/C-[0-9A-Z]{6,}\.html")

NAMED = 100
"""Articles of each side of a disagreement that are looked at: no fewer than a case page names."""

Found = tuple[int, int]  # a file's size and time


class Standing:
    """The pages of a report folder that need not be written again."""

    def __init__(self, book: Book, out: Path) -> None:
        """Compare the pages that the report will have with those that lie in ``out``."""
        self._out = out
        self._keys = dict(_keys(book))
        self._kept = kept = _kept(out / NAME)
        self.names: Collection[str] = {
            n for n, key in self._keys.items() if n in kept and kept[n] == (key, _found(out / n))
        }

    def leave(self) -> None:
        """Note the pages that lie there now, for the next run, and take away those that the report no longer has.

        Only what an earlier run noted and nobody has touched since is taken away.
        """
        for name, (_, left) in self._kept.items():
            if name not in self._keys and _PAGE.fullmatch(name) and _found(self._out / name) == left:
                (self._out / name).unlink(missing_ok=True)
        noted = {n: [key, *found] for n, key in self._keys.items() if (found := _found(self._out / n))}
        replace_bytes(self._out / NAME, json.dumps(noted, separators=(",", ":")).encode())


def remove_stale(book: Book, out: Path) -> None:
    """Take away the pages of articles and cases that the report does not have, where no run noted which are its own.

    They are known by their names, which end in a digest.
    """
    written = {*book.article_pages.values(), *book.case_pages.values()}
    for folder in ("article", "case"):
        for path in sorted((out / folder).glob("*.html")):
            name = f"{folder}/{path.name}"
            if name not in written and _OURS.fullmatch(name):
                path.unlink()


def _kept(path: Path) -> Mapping[str, tuple[str, Found]]:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return {name: (key, (size, time)) for name, (key, size, time) in raw.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _found(path: Path) -> Found | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns


def _keys(book: Book) -> Iterable[tuple[str, str]]:
    """Yield each page's name and key. What one article says lies in its digest, ``Run.contents``."""
    run, settings = book.run, book.settings
    shown = (run.version, run.input, settings.language, settings.letter_template, list(book.tabs), book.commands)
    common = repr(shown).encode("utf-8", "surrogatepass")
    contents = {article: whole for article, (_, whole) in zip(book.tally.places, run.contents, strict=True)}
    texts = {article: own for article, (own, _) in zip(book.tally.places, run.contents, strict=True)}
    rows = _rows(book)
    cases_of: dict[str, list[str]] = {}
    for case in book.cases:
        told = f"{case.id} {case.id in book.case_pages}"
        for article in case.articles if case.conflict is None else ():
            cases_of.setdefault(article, []).append(told)
    cited = book.tally.cited
    for article, name in book.article_pages.items():
        state = xxh3_128(common)
        state.update(contents[article])
        state.update("\0".join(cases_of.get(article, ())).encode())
        for fact in cited[book.tally.places[article]]:
            state.update(rows(fact))
        yield name, state.hexdigest()
    yield "copies.html", _copies_key(book, common, texts)
    for case in book.cases:
        if case.id in book.case_pages:
            yield book.case_pages[case.id], _case_key(book, case, common, texts, contents)


def _copies_key(book: Book, common: bytes, texts: Mapping[str, bytes]) -> str:
    state = xxh3_128(common)
    state.update(repr((book.run.clusters, book.run.spread)).encode("utf-8", "replace"))
    for article in (a for cluster in book.run.clusters for a in cluster.articles):
        findings = -book.tally.weights[book.tally.places[article]][0]
        state.update(texts[article] + repr((findings, article in book.article_pages)).encode())
    return state.hexdigest()


def _rows(book: Book) -> Callable[[str], bytes]:
    """Return what an article page shows of the row that decided, as bytes, by the row's id."""
    known: dict[str, bytes] = {}

    def rows(name: str) -> bytes:
        if name not in known:
            fact = book.facts.get(name)
            told = (
                (fact_line(book, fact), truths(book, fact, None), truths(book, fact, Verdict.OUTDATED))
                if fact
                else name
            )
            known[name] = repr(told).encode("utf-8", "surrogatepass")
        return known[name]

    return rows


def _ruling(judgement: Judgement) -> tuple[str, str, str | None, str, str]:
    return judgement.verdict, judgement.tier, judgement.fact, judgement.code, judgement.reason.zh


def _case_key(book: Book, case: Case, common: bytes, texts: Mapping[str, bytes], contents: Mapping[str, bytes]) -> str:
    rows = book.run.table.by_key.get((case.subject_id, case.predicate), ())
    fact = case.fact
    # Not the rows themselves: a row deleted above them changes the numbers of their lines.
    shown = [(fact_line(book, f), f.draft, f.valid_to is None) for f in rows]
    settled = (fact_line(book, fact), truths(book, fact, case.verdict), fact.draft, fact_print(fact)) if fact else ()
    told = (
        (case.id, case.fp, case.verdict, case.tier, case.severity, case.subject_id, case.predicate, case.written),
        (case.value_id, case.negated, case.articles, case.sites, case.voices, case.first_seen, case.state),
        (case.changed, case.history, case.last, case.expires, case.came_from, case.conflict, shown, settled),
        [(h.article, h.judgement.claim.start, h.decision, _ruling(h.judgement)) for h in case.hits],
        [a in book.article_pages for a in case.articles],
    )
    state = xxh3_128(common)
    state.update(repr(told).encode("utf-8", "surrogatepass"))
    for article in {h.article: None for h in case.hits}:
        state.update(texts[article])
    for side in case.conflict.sides if case.conflict else ():
        for article in side.articles[:NAMED]:
            state.update(contents.get(article, b""))  # with what the facts say of its sentence
    return state.hexdigest()
