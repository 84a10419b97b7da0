"""Load a fact folder into a FactTable, with every complaint about it at once."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from analyzer.errors import Problem, TableError
from analyzer.facts.build import entities_of, facts_of, predicates_of
from analyzer.facts.columns import COLUMNS, ENTITIES, FACTS, FILES, PREDICATES
from analyzer.facts.names import Names
from analyzer.facts.sheet import Sheet, parse_sheet, read_sheet
from analyzer.language import Phrase
from analyzer.model import Fact, FactTable, PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A fact folder as it was read: its sheets by file name, the table if it can be used, and all complaints.

    ``used`` are the ids that rows had at some time, where somebody looked into the journal: none is given out again.
    """

    sheets: Mapping[str, Sheet]
    table: FactTable | None
    problems: tuple[Problem, ...] = field(default=())
    used: frozenset[str] = frozenset()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Return the complaints that keep the table from being used."""
        return tuple(p for p in self.problems if p.severity == "error")


@dataclass(frozen=True, slots=True, kw_only=True)
class Usable:
    """A fact folder without errors."""

    sheets: Mapping[str, Sheet]
    table: FactTable


def usable(folder: Path) -> Usable:
    """Read a folder and its sheets; raises TableError with every error in it."""
    read = read_folder(folder)
    if read.table is None:
        raise broken(folder, read.errors)
    return Usable(sheets=read.sheets, table=read.table)


def load_table(folder: Path, notice: Callable[[Problem], None] | None = None) -> FactTable:
    """Return the table in ``folder``; raises TableError with every error in it.

    ``notice`` is told of what concerns a whole file or column: an encoding that is not UTF-8, a column nobody knows.
    """
    read = read_folder(folder)
    if read.table is None:
        raise broken(folder, read.errors)
    for problem in read.problems:
        if notice and problem.row <= 1:
            notice(problem)
    return read.table


def broken(folder: Path | None, problems: tuple[Problem, ...], *, listed: bool = False) -> TableError:
    """Return the error for a table with complaints; ``listed`` where they have been printed already."""
    count, where = len(problems), folder or ""
    return TableError(
        Phrase(
            f"事实表 {where} 有 {count} 处错误，改好之前不能核查",
            f"the fact table {where} has {count} errors; nothing can be checked before they are put right",
        ),
        () if listed else problems,
    )


def read_folder(folder: Path) -> Folder:
    """Read the three files below ``folder``; never raises for what stands in them."""
    return _folder({name: read_sheet(folder / name) for name in FILES})


def parse_folder(files: Mapping[str, bytes]) -> Folder:
    """Read three files given as bytes by name, as ``read_folder`` does."""
    return _folder({name: parse_sheet(name, files[name]) for name in FILES})


def of_sheets(sheets: Mapping[str, Sheet]) -> Folder:
    """Read three sheets again after they were edited."""
    return parse_folder({name: sheets[name].to_bytes() for name in FILES})


def _folder(read: Mapping[str, tuple[Sheet | None, list[Problem]]]) -> Folder:
    problems = [p for name in FILES for p in read[name][1]]
    sheets = {name: sheet for name, (sheet, _) in read.items() if sheet is not None}
    broken_form = any(p.severity == "error" for p in problems if p.row <= 1) or len(sheets) < len(FILES)
    if broken_form:
        return Folder(sheets=sheets, table=None, problems=tuple(problems))
    entities, found = entities_of(sheets[ENTITIES])
    problems += found
    predicates, found = predicates_of(sheets[PREDICATES])
    problems += found
    names = Names.of(entities, predicates)
    facts, found = facts_of(sheets[FACTS], names)
    problems += found
    problems.sort(key=lambda p: (FILES.index(p.file), p.row))
    if any(p.severity == "error" for p in problems):
        return Folder(sheets=sheets, table=None, problems=tuple(problems))
    by_key: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        by_key[fact.subject, fact.predicate].append(fact)
    vocabulary = [_content(sheets[name]) for name in (ENTITIES, PREDICATES)]
    table = FactTable(
        entities=entities,
        predicates=predicates,
        facts=facts,
        by_key={k: tuple(v) for k, v in by_key.items()},
        digest=_digest([*vocabulary, _content(sheets[FACTS])]),
        vocabulary_digest=_digest(vocabulary),
        newest_check=_newest(facts),
    )
    return Folder(sheets=sheets, table=table, problems=tuple(problems))


def _content(sheet: Sheet) -> list[list[str]]:
    """Return the cells that mean something, so that a digest does not see BOM, quoting, line ends or extra columns."""
    places = [sheet.places.get(c.name) for c in COLUMNS[sheet.name] if c.name != "note"]
    return [
        [cells[at].strip() if at is not None and at < len(cells) else "" for at in places]
        for cells in (row.cells for row in sheet.rows if not row.blank)
    ]


def _digest(contents: Iterable[list[list[str]]]) -> str:
    return hashlib.sha256(json.dumps(list(contents), ensure_ascii=False).encode()).hexdigest()


def _newest(facts: Iterable[Fact]) -> PartialDate | None:
    from analyzer.facts.cells import read_date

    dates = [read.value for f in facts if f.checked_on and (read := read_date(f.checked_on))]
    return max(dates, key=lambda d: (d.year, d.month, d.day), default=None)
