"""``facts validate --fix``: mend what can mean one thing only."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from analyzer.facts import cells, store
from analyzer.facts.columns import COLUMNS, FACTS, FILES, PREDICATES, Column, Kind
from analyzer.facts.sheet import Row, Sheet
from analyzer.facts.table import Folder
from analyzer.language import Phrase
from analyzer.model import Cardinality, Predicate


def mend(folder: Path, who: str) -> list[Phrase]:
    """Mend the table in ``folder`` and return one line per mended cell or removed row.

    Mended are surrounding spaces, the form of dates, figures and true/false, the case of fixed words, empty and
    repeated items of lists. A row that repeats another in every cell is taken out.
    """
    done: list[Phrase] = []

    def edit(before: Folder) -> tuple[Mapping[str, Sheet], tuple[str, ...]]:
        changed: dict[str, Sheet] = {}
        ids: list[str] = []
        scalars = _scalars(before)
        for name, sheet in before.sheets.items():
            if sheet.encoding != "utf-8":
                done.append(_same(f"{name}  {sheet.encoding} → UTF-8"))
            changes: dict[int, dict[str, str]] = defaultdict(dict)
            for row in sheet.rows:
                if row.blank:
                    continue
                for column in COLUMNS[name]:
                    at = sheet.places.get(column.name)
                    if at is None or at >= len(row.cells):
                        continue
                    old, new = row.cells[at], _tidy(column, row, sheet, scalars)
                    if new != old:
                        changes[row.number][column.name] = new
                        place = f"{name}:{row.number}:{sheet.letter(column.name)}"
                        done.append(_same(f"{place}  {column.name}  「{old}」 → 「{new}」"))
            doubles = _doubles(sheet)
            done.extend(
                Phrase(
                    f"{name}:{n}  删掉与第 {first} 行完全相同的一行", f"{name}:{n}  took out, as it repeats row {first}"
                )
                for n, first in doubles.items()
            )
            if changes or doubles:
                changed[name] = sheet.with_all_cells(changes).without_rows(frozenset(doubles))
                ids += [sheet.cell(r, "id") for r in sheet.rows if r.number in changes or r.number in doubles]
        return changed, tuple(dict.fromkeys(ids))

    store.change(folder, who, "facts validate --fix", edit, recoded=FILES)
    return done


def _same(text: str) -> Phrase:
    return Phrase(text, text)


def _scalars(folder: Folder) -> dict[str, Predicate]:
    """Return, by id and by label, the predicates whose values are numbers, dates or truths."""
    sheet = folder.sheets[PREDICATES]
    found: dict[str, Predicate] = {}
    for row in sheet.rows:
        kind = sheet.cell(row, "value_type")
        if kind in ("number", "date", "boolean"):
            key, label = sheet.cell(row, "id"), sheet.cell(row, "label")
            predicate = Predicate(
                id=key,
                label=label,
                subject_types=(),
                value_types=(kind,),
                cardinality=Cardinality.MULTI,
                templates=(),
                unit=sheet.cell(row, "unit"),
            )
            found[key] = predicate
            found.setdefault(label, predicate)
    return found


def _tidy(column: Column, row: Row, sheet: Sheet, scalars: Mapping[str, Predicate]) -> str:
    cell = sheet.cell(row, column.name)
    match column.kind:
        case Kind.DATE:
            date = cells.read_date(cell)
            return date.tidy if date else cell
        case Kind.LIST:
            return cells.read_list(cell).tidy
        case Kind.CHOICE:
            return cell.lower() if cell.lower() in column.choices else cell
        case Kind.NUMBER:
            number = cells.read_number(cell)
            return number.tidy if number else cell
        case Kind.VALUE if sheet.name == FACTS:
            predicate = scalars.get(sheet.cell(row, "predicate"))
            read = cells.read_scalar(cell, predicate) if predicate else None
            return read.tidy if read else cell
        case _:
            return cell


def _doubles(sheet: Sheet) -> dict[int, int]:
    """Return the rows that repeat an earlier row in every cell, with that row's number."""
    first: dict[tuple[str, ...], int] = {}
    doubles: dict[int, int] = {}
    for row in sheet.rows:
        if row.blank:
            continue
        key = tuple(c.strip() for c in row.cells)
        if key in first:
            doubles[row.number] = first[key]
        else:
            first[key] = row.number
    return doubles
