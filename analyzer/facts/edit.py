"""Changes that an editor makes to a fact folder. Each returns what the table holds afterwards."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import count
from pathlib import Path

from analyzer.errors import UsageError
from analyzer.facts import cells, store
from analyzer.facts.columns import COLUMNS, FACTS, FILES
from analyzer.facts.hints import nearest_names
from analyzer.facts.names import Names
from analyzer.facts.sheet import Sheet, new_sheet
from analyzer.facts.store import Changed, Edit
from analyzer.facts.table import Folder, broken
from analyzer.files import replace_bytes
from analyzer.language import Phrase
from analyzer.model import Grade

# How the note of an imported draft begins; the source follows.
PENDING = "待核:"
_NUMBERED = re.compile(r"(.*?)(\d+)$")
_IDENTIFIER = re.compile(r"[^\s|,;\"{}]+")


def new_folder(folder: Path) -> tuple[str, ...]:
    """Make a fact folder with three empty tables; files that are there stay. Returns the names of the new ones."""
    folder.mkdir(parents=True, exist_ok=True)
    made = [name for name in FILES if not (folder / name).exists()]
    for name in made:
        replace_bytes(folder / name, new_sheet(name).to_bytes())
    return tuple(made)


def adding(values: Mapping[str, str]) -> Edit:
    """Return the change that appends a row to facts.csv.

    ``values`` maps columns to cells; names are turned into ids, values into tidy form, a missing id is made.
    """

    def edit(before: Folder) -> tuple[Mapping[str, Sheet], tuple[str, ...]]:
        sheet = before.sheets[FACTS]
        row = _tidied(values, _names(before))
        row["id"] = row.get("id") or next_id(sheet, before.used)
        check_id(row["id"])
        check_columns(sheet, row)
        return {FACTS: sheet.with_row(row)}, (row["id"],)

    return edit


def add_fact(folder: Path, values: Mapping[str, str], who: str) -> Changed:
    """Append a row to facts.csv, as ``adding`` says; the id is the one in the result.

    Raises UsageError for a value that the table cannot take or a row that is there already.
    """
    return store.change(folder, who, "facts add", adding(values))


def _names(before: Folder) -> Names:
    if before.table is None:
        raise broken(None, before.errors)
    return Names.of(before.table.entities, before.table.predicates)


def tidy_fact(values: Mapping[str, str], names: Names) -> dict[str, str]:
    """Return the cells of a fact with ids for names and values in tidy form; what is not understood stays as it is."""
    row = {column: text.strip() for column, text in values.items()}
    found = names.predicate(row.get("predicate", ""))
    if len(found) != 1:
        return row
    predicate = names.predicates[found[0]]
    row["predicate"] = predicate.id
    subjects = names.entity(row.get("subject", ""), predicate.subject_types)
    if len(subjects) == 1:
        row["subject"] = subjects[0]
    if predicate.value_types[0] in cells.SCALARS:
        read = cells.read_scalar(row.get("value", ""), predicate)
        row["value"] = read.tidy if read else row.get("value", "")
    else:
        entities = names.entity(row.get("value", ""), predicate.value_types)
        row["value"] = entities[0] if len(entities) == 1 else row.get("value", "")
    for column in ("valid_from", "valid_to", "checked_on"):
        date = cells.read_date(row.get(column, ""))
        row[column] = str(date.value) if date else row.get(column, "")
    return row


def _tidied(values: Mapping[str, str], names: Names) -> dict[str, str]:
    """Return what ``tidy_fact`` does, but names of the wrong type as they were typed: a refusal shows the cell."""
    row = tidy_fact(values, names)
    predicate = names.predicates.get(row.get("predicate", ""))
    if predicate is None:
        return row
    loose = row.get("grade", "").lower() not in ("", Grade.EXACT)
    wanted = {"subject": predicate.subject_types} | ({} if loose else {"value": predicate.value_types})
    for column, types in wanted.items():
        entity = names.entities.get(row.get(column, ""))
        if entity is not None and types[0] not in cells.SCALARS and entity.type not in types:
            row[column] = values[column].strip()
    return row


def next_id(sheet: Sheet, used: Collection[str] = ()) -> str:
    """Return an id that continues the numbering most used in the file: F0001 after none, F390 after F389."""
    return next(free_ids(sheet, used))


def free_ids(sheet: Sheet, used: Collection[str] = ()) -> Iterator[str]:
    """Yield ids that no row has, nor any had (``used``), continuing the numbering most used in the file."""
    ids = [*(sheet.cell(row, "id") for row in sheet.rows), *used]
    numbered = [(m[1], m[2]) for i in ids if (m := _NUMBERED.fullmatch(i))]
    prefix = Counter(p for p, _ in numbered).most_common(1)[0][0] if numbered else "F"
    figures = [f for p, f in numbered if p == prefix]
    width = min((len(f) for f in figures), default=4)
    # A figure of ten digits is a date or a foreign key, not a count.
    highest = max((int(f) for f in figures if len(f) < 10), default=0)
    taken = set(ids)
    for number in count(highest + 1):
        candidate = f"{prefix}{number:0{width}d}"
        if candidate not in taken:
            yield candidate


def setting(file: str, key: str, values: Mapping[str, str]) -> Edit:
    """Return the change that replaces cells of the row with the id ``key``; all other cells keep their bytes.

    A column that the file lacks is refused, as is an id that no row has.
    """

    def edit(before: Folder) -> tuple[Mapping[str, Sheet], tuple[str, ...]]:
        sheet = before.sheets[file]
        row = next((r for r in sheet.rows if sheet.cell(r, "id") == key), None)
        if row is None:
            raise unknown_id(file, key, [sheet.cell(r, "id") for r in sheet.rows])
        for column in values:
            if column not in sheet.places:
                raise UsageError(Phrase(f"{file} 没有列 {column}", f"{file} has no column {column}"))
        wanted = dict(values)
        if file == FACTS and before.table is not None:
            whole = {c.name: sheet.cell(row, c.name) for c in COLUMNS[FACTS]} | wanted
            tidied = _tidied(whole, _names(before))
            wanted = {column: tidied[column] for column in wanted}
        return {file: sheet.with_cells(row.number, wanted)}, (key,)

    return edit


def set_cells(folder: Path, file: str, key: str, values: Mapping[str, str], who: str, what: str) -> Changed:
    """Replace cells of a row, as ``setting`` says."""
    return store.change(folder, who, what, setting(file, key, values))


def accepting(key: str, checked_on: str, checked_by: str) -> Edit:
    """Return the change that turns an imported draft into a fact: the source moves from the note to its columns."""

    def edit(before: Folder) -> tuple[Mapping[str, Sheet], tuple[str, ...]]:
        sheet = before.sheets[FACTS]
        row = next((r for r in sheet.rows if sheet.cell(r, "id") == key), None)
        if row is None:
            raise unknown_id(FACTS, key, [sheet.cell(r, "id") for r in sheet.rows])
        note = sheet.cell(row, "note")
        if not note.startswith(PENDING) or note == PENDING:
            raise UsageError(
                Phrase(
                    f"{key} 的备注里没有待核的出处；填出处用 farmcheck facts edit {key} --source 网址",
                    f"the note of {key} holds no pending source; give one by facts edit {key} --source URL",
                )
            )
        words = note.removeprefix(PENDING).split(" ")
        url = words.pop() if words[-1].startswith(("http://", "https://")) else ""
        cells_ = {"source_url": url, "source_title": " ".join(words), "checked_on": checked_on, "note": ""}
        if checked_by:
            cells_["checked_by"] = checked_by
        return {FACTS: sheet.with_cells(row.number, cells_)}, (key,)

    return edit


def check_columns(sheet: Sheet, cells_: Mapping[str, str]) -> None:
    """Raise UsageError where a cell has no column to stand in; the date of the check alone may be left out."""
    for column, cell in cells_.items():
        if cell and column not in sheet.places and column != "checked_on":
            raise UsageError(
                Phrase(
                    f"{sheet.name} 没有列 {column}，「{cell}」没处写；在第一行末尾加上列名 {column}",
                    f"{sheet.name} has no column {column} for “{cell}”; add it at the end of row 1",
                )
            )


def with_optional(sheet: Sheet, cells_: Mapping[str, str]) -> Sheet:
    """Return the sheet with those of the format's optional columns that the cells need and it does not have yet."""
    for column in COLUMNS[sheet.name]:
        if column.optional and cells_.get(column.name) and column.name not in sheet.places:
            sheet = sheet.with_column(column.name)
    return sheet


def check_id(key: str) -> None:
    """Raise UsageError unless ``key`` can be an id."""
    if not _IDENTIFIER.fullmatch(key):
        raise UsageError(
            Phrase(
                f"编号「{key}」不行：不能为空，不能有空格、逗号、| 或引号",
                f"“{key}” is no id: no spaces, commas, | or quotation marks",
            )
        )


def unknown_id(file: str, key: str, ids: list[str]) -> UsageError:
    """Return the error for an id that no row of a file has."""
    near = nearest_names(key, ids)
    zh = f"；相近的有：{'、'.join(near)}" if near else ""
    en = f"; near it: {', '.join(near)}" if near else ""
    return UsageError(Phrase(f"{file} 里没有编号 {key}{zh}", f"{file} has no id {key}{en}"))


def copy_folder(source: Path, target: Path) -> tuple[str, ...]:
    """Copy the three files of a fact folder; files that are there stay. Returns the names of the new ones."""
    target.mkdir(parents=True, exist_ok=True)
    made = [name for name in FILES if not (target / name).exists()]
    for name in made:
        replace_bytes(target / name, (source / name).read_bytes())
    return tuple(made)
