"""Changes to entities and predicates."""

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from analyzer.errors import UsageError
from analyzer.facts import edit, store
from analyzer.facts.cells import read_list
from analyzer.facts.columns import ENTITIES, PREDICATES
from analyzer.facts.find import entity_id
from analyzer.facts.sheet import Sheet
from analyzer.facts.store import Changed
from analyzer.facts.table import Folder
from analyzer.facts.template import superfluous
from analyzer.fold import fold
from analyzer.language import Phrase


def add_entity(folder: Path, values: Mapping[str, str], who: str) -> Changed:
    """Append an entity; its id, the first of the result, is made of the name's pinyin where ``values`` has none.

    ``parent`` may be a name. Raises UsageError where the name is taken, by this name or as an alias.
    """

    def change(before: Folder) -> tuple[Mapping[str, Sheet], tuple[str, ...]]:
        sheet = before.sheets[ENTITIES]
        name = values.get("name", "")
        owners = {fold(n): sheet.cell(r, "id") for r in sheet.rows for n in _names(sheet, r.number)}
        if fold(name) in owners:
            raise UsageError(
                Phrase(
                    f"「{name}」已经有了，编号 {owners[fold(name)]}", f"“{name}” is there already: {owners[fold(name)]}"
                )
            )
        row = dict(values)
        if before.table is not None and row.get("parent"):
            row["parent"] = entity_id(before.table, row["parent"])
        taken = {sheet.cell(r, "id") for r in sheet.rows}
        row["id"] = row.get("id") or free_id(name, taken)
        edit.check_id(row["id"])
        edit.check_columns(sheet, row)
        return {ENTITIES: sheet.with_row(row)}, (row["id"],)

    return store.change(folder, who, "entities add", change)


def _names(sheet: Sheet, number: int) -> tuple[str, ...]:
    row = sheet.rows[number - 2]
    return (sheet.cell(row, "name"), *read_list(sheet.cell(row, "aliases")).value)


def free_id(name: str, taken: set[str]) -> str:
    """Return an id from a name: its pinyin without tones, with a number where that is taken."""
    from pypinyin import lazy_pinyin

    stem = re.sub(r"[^a-z0-9-]", "", "".join(lazy_pinyin(fold(name))).lower()) or "e"
    stem = stem[:32]
    number = 1
    while (stem if number == 1 else f"{stem}{number}") in taken:
        number += 1
    return stem if number == 1 else f"{stem}{number}"


def edit_entity(folder: Path, key: str, values: Mapping[str, str], aliases: Sequence[str], who: str) -> Changed:
    """Replace cells of an entity and append aliases that it does not have yet; ``key`` may be a name."""
    return _edit(folder, ENTITIES, key, values, "aliases", aliases, who)


def edit_predicate(folder: Path, key: str, values: Mapping[str, str], templates: Sequence[str], who: str) -> Changed:
    """Replace cells of a predicate and append templates that it does not have yet."""
    return _edit(folder, PREDICATES, key, values, "templates", templates, who)


def _edit(
    folder: Path, file: str, key: str, values: Mapping[str, str], column: str, more: Sequence[str], who: str
) -> Changed:
    def change(before: Folder) -> tuple[Mapping[str, Sheet], tuple[str, ...]]:
        sheet = before.sheets[file]
        title = "name" if file == ENTITIES else "label"
        rows = [r for r in sheet.rows if key in (sheet.cell(r, "id"), sheet.cell(r, title))]
        if len(rows) != 1:
            raise edit.unknown_id(file, key, [sheet.cell(r, c) for r in sheet.rows for c in ("id", title)])
        wanted = dict(values)
        sheet = edit.with_optional(sheet, wanted)
        edit.check_columns(sheet, wanted)
        if more:
            there = read_list(sheet.cell(rows[0], column)).value
            wanted[column] = "|".join(dict.fromkeys((*there, *more)))
        if file == ENTITIES and before.table is not None and wanted.get("parent"):
            wanted["parent"] = entity_id(before.table, wanted["parent"])
        after, own = sheet.with_cells(rows[0].number, wanted), sheet.cell(rows[0], "id")
        if file == PREDICATES:
            _refuse_faults(after, own, frozenset(wanted))
        return {file: after}, (own,)

    return store.change(folder, who, f"{file.removesuffix('.csv')} edit", change)


def add_predicate(folder: Path, values: Mapping[str, str], who: str) -> Changed:
    """Append a predicate; its id, the first of the result, is made of the label's pinyin where ``values`` has none.

    Raises UsageError where the label is taken or a template cannot be meant.
    """

    def change(before: Folder) -> tuple[Mapping[str, Sheet], tuple[str, ...]]:
        sheet = before.sheets[PREDICATES]
        row = dict(values)
        taken = {sheet.cell(r, "id") for r in sheet.rows}
        row["id"] = row.get("id") or free_id(row.get("label", ""), taken)
        edit.check_id(row["id"])
        sheet = edit.with_optional(sheet, row)
        edit.check_columns(sheet, row)
        after = sheet.with_row(row)
        _refuse_faults(after, row["id"], frozenset(row))
        return {PREDICATES: after}, (row["id"],)

    return store.change(folder, who, "predicates add", change)


def _refuse_faults(sheet: Sheet, key: str, given: Collection[str]) -> None:
    """Raise UsageError where the ``given`` cells of a predicate's row would save what can only be a mistake.

    A table that holds such a row already is read, and ``check`` notes it.
    """
    row = next(r for r in sheet.rows if sheet.cell(r, "id") == key)
    label = sheet.cell(row, "label")
    taken = next(
        (r for r in sheet.rows if r is not row and label and fold(sheet.cell(r, "label")) == fold(label)), None
    )
    if "label" in given and taken is not None:
        other = sheet.cell(taken, "id")
        raise UsageError(
            Phrase(
                f"已经有名称为「{label}」的谓词，编号 {other}：改它用 farmcheck predicates edit {other}，否则换个名称",
                f"“{label}” is the label of {other}: change that by predicates edit {other}, or take another label",
            )
        )
    boolean = read_list(sheet.cell(row, "value_type")).value == ("boolean",)
    for template in read_list(sheet.cell(row, "templates")).value if boolean and "templates" in given else ():
        if wrong := superfluous(template):
            raise UsageError(Phrase(f"{wrong[0].zh}。{wrong[1].zh}", f"{wrong[0].en}. {wrong[1].en}"))
