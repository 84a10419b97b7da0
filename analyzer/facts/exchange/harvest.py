"""What a file from a knowledge base offers: entities, other names, draft facts. And how it is put into a table."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analyzer.facts import store
from analyzer.facts.cells import read_list
from analyzer.facts.columns import ENTITIES, FACTS
from analyzer.facts.edit import PENDING, free_ids, tidy_fact
from analyzer.facts.names import Names
from analyzer.facts.sheet import Sheet
from analyzer.facts.store import Changed
from analyzer.facts.table import Folder, broken, of_sheets, read_folder
from analyzer.facts.vocabulary import free_id
from analyzer.fold import fold
from analyzer.language import Phrase
from analyzer.model import FactTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """An entity that the file names. ``source_id`` is its id there (Q…), "" where it has none."""

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    source_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A fact that the file states, in names. ``value_type`` is "" where the value is no entity."""

    subject: str
    predicate: str
    value: str
    grade: str = ""
    valid_from: str = ""
    valid_to: str = ""
    source_url: str = ""
    source_title: str = ""
    checked_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvest:
    """All that a file offers; ``left`` says what could not be used, and why."""

    things: tuple[Thing, ...] = ()
    statements: tuple[Statement, ...] = ()
    left: tuple[Phrase, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What an import added."""

    entities: tuple[str, ...]
    aliases: tuple[tuple[str, str], ...]
    facts: tuple[str, ...]
    known: int
    left: tuple[Phrase, ...]


def take(folder: Path, harvest: Harvest, who: str, *, live: bool, dry: bool = False) -> tuple[Taken, Changed]:
    """Put a harvest into the table in one change.

    Facts come in as drafts: their source stands in the note and they judge nothing until an editor has looked and
    moved it to the source columns; ``live`` writes it there at once. Names that the table has already are not added
    again, nor are facts that it has.
    """
    taken: list[Taken] = []

    def edit(before: Folder) -> tuple[Mapping[str, Sheet], tuple[str, ...]]:
        if before.table is None:
            raise broken(folder, before.errors)
        entities, new, more = _entities(before, harvest.things)
        table = of_sheets({**before.sheets, ENTITIES: entities}).table
        if table is None:
            raise broken(folder, of_sheets({**before.sheets, ENTITIES: entities}).errors)
        facts, rows, known, left = _facts(before.sheets[FACTS], harvest.statements, table, before.used, live=live)
        taken.append(Taken(entities=new, aliases=more, facts=rows, known=known, left=(*harvest.left, *left)))
        return {ENTITIES: entities, FACTS: facts}, (*new, *dict.fromkeys(k for k, _ in more), *rows)

    if dry:
        before = read_folder(folder)
        sheets, ids = edit(before)
        return taken[-1], Changed(ids=ids, before=before, after=of_sheets({**before.sheets, **sheets}))
    changed = store.change(folder, who, "facts import", edit)
    return taken[-1], changed


def plain(text: str) -> str:
    """Return a stranger's text fit for a cell: in one line, and no formula to a spreadsheet."""
    return " ".join(text.split()).lstrip("=@")


def _entities(before: Folder, things: Sequence[Thing]) -> tuple[Sheet, tuple[str, ...], tuple[tuple[str, str], ...]]:
    sheet = before.sheets[ENTITIES]
    owners: dict[str, str] = {}
    aliases: dict[str, tuple[str, ...]] = {}
    numbers: dict[str, int] = {}
    for row in sheet.rows:
        key = sheet.cell(row, "id")
        aliases[key], numbers[key] = read_list(sheet.cell(row, "aliases")).value, row.number
        for name in (sheet.cell(row, "name"), *aliases[key]):
            owners.setdefault(fold(name), key)
    new: list[str] = []
    more: list[tuple[str, str]] = []
    for thing in things:
        clean = tuple(a for a in dict.fromkeys(thing.aliases) if a and "|" not in a and fold(a) not in owners)
        owner = owners.get(fold(thing.name))
        if owner is None:
            owner = free_id(thing.source_id or thing.name, set(numbers))
            note = thing.source_id
            cells = {"id": owner, "name": thing.name, "type": thing.type, "aliases": "|".join(clean), "note": note}
            sheet = sheet.with_row(cells)
            numbers[owner], aliases[owner] = sheet.rows[-1].number, clean
            new.append(owner)
        elif clean:
            aliases[owner] = (*aliases[owner], *clean)
            sheet = sheet.with_cells(numbers[owner], {"aliases": "|".join(aliases[owner])})
            more += [(owner, a) for a in clean]
        owners |= {fold(n): owner for n in (thing.name, *clean)}
    return sheet, tuple(new), tuple(more)


def _facts(
    sheet: Sheet, statements: Sequence[Statement], table: FactTable, used: Collection[str], *, live: bool
) -> tuple[Sheet, tuple[str, ...], int, list[Phrase]]:
    names = Names.of(table.entities, table.predicates)
    there = {
        (sheet.cell(r, "subject"), sheet.cell(r, "predicate"), sheet.cell(r, "value"), sheet.cell(r, "grade"))
        for r in sheet.rows
    }
    ids = free_ids(sheet, used)
    rows: list[str] = []
    left: list[Phrase] = []
    known = 0
    for statement in statements:
        cells = {
            "subject": statement.subject,
            "predicate": statement.predicate,
            "value": statement.value,
            "grade": statement.grade,
            "valid_from": statement.valid_from,
            "valid_to": statement.valid_to,
            "checked_on": statement.checked_on,
        }
        if live:
            cells |= {"source_url": statement.source_url, "source_title": statement.source_title}
        else:
            source = " ".join(p for p in (statement.source_title, statement.source_url) if p)
            cells["note"] = f"{PENDING}{source}"
        row = tidy_fact(cells, names)
        problem = _misfit(row, names)
        if problem:
            said = f"{statement.subject} · {statement.predicate} · {statement.value}"
            left.append(Phrase(f"{said}:{problem.zh}", f"{said}: {problem.en}"))
            continue
        key = (row["subject"], row["predicate"], row["value"], row["grade"])
        if key in there:
            known += 1
            continue
        there.add(key)
        row["id"] = next(ids)
        rows.append(row["id"])
        sheet = sheet.with_row(row)
    return sheet, tuple(rows), known, left


def _misfit(row: Mapping[str, str], names: Names) -> Phrase | None:
    """Return why a row does not fit the table, None if it does."""
    from analyzer.facts import cells

    predicate = names.predicates.get(row["predicate"])
    if predicate is None:
        return Phrase("没有这个谓词", "no such predicate")
    subject = names.entities.get(row["subject"])
    if subject is None:
        return Phrase("没有这个主语", "no such subject")
    if subject.type not in predicate.subject_types:
        return Phrase(f"主语类型 {subject.type} 不合", f"a subject of type {subject.type} does not fit")
    if predicate.value_types[0] in cells.SCALARS:
        return None if cells.read_scalar(row["value"], predicate) else Phrase("值读不懂", "the value cannot be read")
    value = names.entities.get(row["value"])
    if value is None:
        return Phrase("没有这个值", "no such value")
    if value.type in predicate.value_types:
        return None
    return Phrase(f"值的类型 {value.type} 不合", f"a value of type {value.type} does not fit")
