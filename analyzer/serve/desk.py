"""A report folder, a fact folder and a decisions file seen together, always as they are on disk now."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import RLock

from analyzer.decisions import load
from analyzer.facts import load_table
from analyzer.facts.columns import FILES
from analyzer.facts.names import Names
from analyzer.language import Phrase
from analyzer.model import Checked, FactTable, Judgement, Run, Tier, Verdict, entry_of
from analyzer.report import Book
from analyzer.report.cases import build_cases, redecided
from analyzer.report.commands import USUAL, Commands
from analyzer.report.reload import reload_run
from analyzer.report.stored import digests_in
from analyzer.settings import Settings
from analyzer.verify import conflicts_of, tempered
from analyzer.verify.impact import date_of, judged_under

Reply = tuple[int, Mapping[str, object]]
"""An HTTP status and the JSON that goes with it."""

_GONE = Phrase("主语或谓词不在表里了", "the table no longer has the subject or the predicate")
_Stamp = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where everything lies: the report, the table, the decisions."""

    out: Path
    facts: Path
    decisions: Path


class Desk:
    """What the pages show. One thread at a time may use it (``lock``)."""

    def __init__(self, places: Places, settings: Settings, commands: Commands = USUAL) -> None:
        self.places, self.commands = places, commands
        self.settings = replace(settings, decisions=places.decisions, since=None)
        self.lock = RLock()
        self._run: Run | None = None
        self._book: Book | None = None
        self._seen: tuple[_Stamp, _Stamp] = ((), ())
        self._day = ""
        self.book()

    def book(self) -> Book:
        """Return the report as it is now, read again where a file has changed.

        Claims are judged again where the table is not the one of the run. Raises UsageError and TableError for files
        that cannot be read.
        """
        data = self.places.out / "data"
        sources = _stamp(*(self.places.facts / name for name in FILES), data / "run.json", data / "claims.jsonl")
        decided = _stamp(self.places.decisions)
        if self._run is None or self._seen[0] != sources:
            table = load_table(self.places.facts)
            run = reload_run(self.places.out, table)
            same = digests_in(self.places.out)["facts_digest"] == table.digest
            self._run = run if same else _judged_again(run, table)
            self._book = None
        day = today()
        if day != self._day:
            # What ended overnight is open again, on a page that nobody restarted.
            self._book = None
        if self._book is None or self._seen[1] != decided:
            ledger, old = load(self.places.decisions), self._book
            cases = redecided(old.cases, old.ledger, ledger, day) if old else build_cases(self._run, ledger, day)
            self._book = Book(
                run=self._run, settings=self.settings, ledger=ledger, cases=cases, served=True, commands=self.commands
            )
        self._seen, self._day = (sources, decided), day
        return self._book


def today() -> str:
    """Return today's date where the editor sits; it goes into decisions and facts, never into a report."""
    return datetime.now().astimezone().date().isoformat()


def text_of(asked: Mapping[str, object], name: str, longest: int = 2_000) -> str:
    """Return a text of a request, "" where it is missing or is something else; cut at ``longest`` characters."""
    given = asked.get(name)
    return given.strip()[:longest] if isinstance(given, str) else ""


def parsed(body: bytes) -> Mapping[str, object] | None:
    """Return the object in a request's body, or None where it is none."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _judged_again(run: Run, table: FactTable) -> Run:
    names = Names.of(table.entities, table.predicates)
    checked = tuple(_again(c, table, names) for c in run.checked)
    return replace(run, checked=checked, conflicts=conflicts_of(map(entry_of, checked), table, run.clusters))


def _again(checked: Checked, table: FactTable, names: Names) -> Checked:
    published = date_of(checked.article.document.published)
    judgements = [
        judged_under(j.claim, published, table, names)
        or Judgement(
            claim=j.claim, verdict=Verdict.UNVERIFIED, tier=Tier.CONFIRMED, fact=None, code="no_fact", reason=_GONE
        )
        for j in checked.judgements
    ]
    return replace(checked, judgements=tempered(judgements))


def _stamp(*paths: Path) -> _Stamp:
    """Return what changes when one of the files does: time in nanoseconds and size, zeros where there is none."""
    found = []
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            found.append((0, 0))
        else:
            found.append((status.st_mtime_ns, status.st_size))
    return tuple(found)
