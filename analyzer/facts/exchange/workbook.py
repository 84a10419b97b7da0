"""The three tables as one workbook, and back with a report of what was changed on both sides."""

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.errors import UsageError
from analyzer.facts.columns import COLUMNS, ENTITIES, FILES, PREDICATES, Kind, letter
from analyzer.facts.sheet import Row, Sheet
from analyzer.facts.table import Folder
from analyzer.language import Phrase

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

# The hidden sheet that keeps the rows as they were exported: what tells an edit from an older state.
BASE = "_base"
# Lists and formats reach this many rows below the last one, so that new rows have them too.
SPARE_ROWS = 500
WIDTHS = {"name": 24, "aliases": 40, "templates": 60, "note": 40, "source_url": 36, "source_title": 30, "value": 18}
# Excel's limit for the text of a cell.
LONGEST = 32767


def write_workbook(folder: Folder, path: Path) -> None:
    """Write the table as a workbook whose cells are text (so that a spreadsheet rewrites no date) with choice lists.

    The same table gives the same bytes.
    """
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)})
        for name in FILES:
            _write_sheet(book, folder.sheets[name], folder)
        base = book.add_worksheet(BASE)
        base.very_hidden()
        line = 0
        for name in FILES:
            for key, cells in _by_id(folder.sheets[name]).items():
                base.write_row(line, 0, [name, key])
                kept = json.dumps(cells, ensure_ascii=False)
                for at in range(0, len(kept), LONGEST):
                    base.write_string(line, 2 + at // LONGEST, kept[at : at + LONGEST])
                line += 1


def _write_sheet(book: "Workbook", sheet: Sheet, folder: Folder) -> None:
    page = book.add_worksheet(sheet.name.removesuffix(".csv"))
    text = book.add_format({"num_format": "@", "valign": "top"})
    bold = book.add_format({"num_format": "@", "bold": True, "bg_color": "#E8EEF4"})
    titles = [t.strip() for t in sheet.head.cells]
    last = len(sheet.rows) + SPARE_ROWS
    for at, title in enumerate(titles):
        page.set_column(at, at, WIDTHS.get(title, 14), text)
        page.write_string(0, at, title, bold)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, max(1, len(sheet.rows)), max(0, len(titles) - 1))
    for line, row in enumerate((r for r in sheet.rows if not r.blank), 1):
        for at in range(len(titles)):
            cell = row.cells[at] if at < len(row.cells) else ""
            if cell:
                page.write_string(line, at, cell[:LONGEST], text)
    for column in COLUMNS[sheet.name]:
        if column.name in sheet.places:
            _validate(page, sheet, column.name, last, folder)


def _validate(page: "Worksheet", sheet: Sheet, name: str, last: int, folder: Folder) -> None:
    """Put a choice list on a column; references only warn, as a name may stand for the id."""
    at = sheet.places[name]
    column = next(c for c in COLUMNS[sheet.name] if c.name == name)
    if column.choices:
        page.data_validation(
            1,
            at,
            last,
            at,
            {
                "validate": "list",
                "source": sorted(column.choices),
                "error_title": column.title.zh,
                "error_message": "只能是：" + "、".join(column.choices),
            },
        )
    source = {("facts.csv", "subject"): ENTITIES, ("facts.csv", "predicate"): PREDICATES}.get((sheet.name, name))
    if (sheet.name, name) == (ENTITIES, "parent"):
        source = ENTITIES
    if source and "id" in folder.sheets[source].places:
        letter = folder.sheets[source].letter("id")
        rows = len(folder.sheets[source].rows) + SPARE_ROWS
        page.data_validation(
            1,
            at,
            last,
            at,
            {
                "validate": "list",
                "source": f"={source.removesuffix('.csv')}!${letter}$2:${letter}${rows}",
                "error_type": "warning",
                "error_title": column.title.zh,
                "error_message": "表里没有这个编号；写名称也可以",
            },
        )
    if column.kind is Kind.DATE:
        page.data_validation(
            1,
            at,
            last,
            at,
            {
                "validate": "any",
                "input_title": column.title.zh,
                "input_message": "2015-05-18，也可以只写 2015-05 或 2015",
            },
        )


def _by_id(sheet: Sheet) -> dict[str, dict[str, str]]:
    titles = [t.strip() for t in sheet.head.cells]
    rows: dict[str, dict[str, str]] = {}
    for row in sheet.rows:
        if key := sheet.cell(row, "id"):
            rows[key] = {t: (row.cells[at].strip() if at < len(row.cells) else "") for at, t in enumerate(titles) if t}
    return rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A cell that the workbook and the table changed differently since the export. "deleted" rows have column ""."""

    file: str
    id: str
    column: str
    base: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A workbook held against the table: the sheets with its edits put in, what was taken and what clashes."""

    sheets: Mapping[str, Sheet]
    ids: tuple[str, ...]
    edited: int
    added: int
    clashes: tuple[Clash, ...]
    missing: tuple[tuple[str, str], ...]


def read_workbook(path: Path) -> tuple[dict[str, dict[str, dict[str, str]]], dict[tuple[str, str], dict[str, str]]]:
    """Return the workbook's rows by file and id, and the rows as they were exported (empty where it has none).

    Raises UsageError if ``path`` is no workbook or has none of the three sheets, or a row without an id or another cell
    that must be filled.
    """
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, BadZipFile, KeyError, ValueError, InvalidFileException) as error:
        raise UsageError(
            Phrase(f"{path} 不是能读的 xlsx 文件（{error}）", f"{path} is no readable workbook ({error})")
        ) from None
    base: dict[tuple[str, str], dict[str, str]] = {}
    if BASE in book.sheetnames:
        for values in book[BASE].iter_rows(values_only=True):
            words = [str(v) for v in values if v is not None]
            if len(words) > 2:
                base[words[0], words[1]] = json.loads("".join(words[2:]))
    rows: dict[str, dict[str, dict[str, str]]] = {}
    for name in FILES:
        title = name.removesuffix(".csv")
        if title not in book.sheetnames:
            continue
        rows[name] = dict(_keyed(path, name, book[title].iter_rows(values_only=True)))
    if not rows:
        raise UsageError(
            Phrase(
                f"{path} 里没有名为 entities、predicates 或 facts 的工作表",
                f"{path} has no sheet named entities, predicates or facts",
            )
        )
    return rows, base


def _keyed(path: Path, name: str, lines: Iterator[tuple[object, ...]]) -> Iterator[tuple[str, dict[str, str]]]:
    title = name.removesuffix(".csv")
    titles = [_as_cell(v) for v in next(lines, ())]
    seen: set[str] = set()
    for number, values in enumerate(lines, 2):
        cells = {t: _as_cell(v) for t, v in zip(titles, values, strict=False) if t}
        if not any(cells.values()):
            continue
        key = cells.get("id", "")
        if not key or key in seen:
            what = Phrase("没有编号", "has no id") if not key else Phrase(f"编号 {key} 重复", f"repeats the id {key}")
            raise UsageError(
                Phrase(
                    f"{path}：工作表 {title} 第 {number} 行 A 列 {what.zh}；补上编号再导入",
                    f"{path}: sheet {title}, row {number}, column A {what.en}; give it an id",
                )
            )
        seen.add(key)
        for column in COLUMNS[name]:
            if column.filled and column.name in titles and not cells.get(column.name):
                place = letter(titles.index(column.name))
                raise UsageError(
                    Phrase(
                        f"没有保存：{path} 的工作表 {title} 第 {number} 行 {place} 列（{key} 的 {column.name}）空着；"
                        f"填上{column.title.zh}再导入",
                        f"nothing was saved: {path}, sheet {title}, row {number}, column {place} ({column.name} of "
                        f"{key}) is empty; fill in: {column.title.en}",
                    )
                )
        yield key, cells


def _as_cell(value: object) -> str:
    """Return a spreadsheet's value as the text of a cell: 20.0 as 20, a date without its midnight, TRUE as true."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case datetime.datetime():
            return value.date().isoformat()
        case datetime.date():
            return value.isoformat()
        case _:
            return str(value).strip()


def merge(
    folder: Folder,
    rows: Mapping[str, Mapping[str, Mapping[str, str]]],
    base: Mapping[tuple[str, str], Mapping[str, str]],
    *,
    theirs_wins: bool = False,
) -> Merge:
    """Put a workbook's edits into the table.

    A cell that only the workbook changed since the export is taken; one that only the table changed stays; one that
    both changed differently is a clash and stays, unless ``theirs_wins``. New rows are appended. A row that the
    workbook lacks is reported, never deleted. Columns that the file does not have are left out.
    """
    sheets: dict[str, Sheet] = {}
    clashes: list[Clash] = []
    missing: list[tuple[str, str]] = []
    ids: list[str] = []
    edited = added = 0
    for name, theirs in rows.items():
        sheet = folder.sheets[name]
        places = {t.strip() for t in sheet.head.cells}
        numbers: dict[str, Row] = {sheet.cell(r, "id"): r for r in sheet.rows if not r.blank}
        changes: dict[int, dict[str, str]] = {}
        for key, row in numbers.items():
            if key not in theirs:
                if (name, key) in base or not base:
                    missing.append((name, key))
                continue
            taken, clashed = _compare(name, key, sheet, row, theirs[key], base.get((name, key)))
            clashes += clashed
            if theirs_wins:
                taken |= {c.column: c.theirs for c in clashed}
            if taken:
                changes[row.number] = taken
                edited += len(taken)
                ids.append(key)
        changed = sheet.with_all_cells(changes) if changes else sheet
        for key, cells in theirs.items():
            if key not in numbers and (name, key) not in base:
                changed = changed.with_row({c: v for c, v in cells.items() if c in places})
                added += 1
                ids.append(key)
        if changed is not sheet:
            sheets[name] = changed
    return Merge(
        sheets=sheets, ids=tuple(ids), edited=edited, added=added, clashes=tuple(clashes), missing=tuple(missing)
    )


def _compare(
    name: str, key: str, sheet: Sheet, row: Row, theirs: Mapping[str, str], base: Mapping[str, str] | None
) -> tuple[dict[str, str], list[Clash]]:
    taken: dict[str, str] = {}
    clashes: list[Clash] = []
    for at, title in enumerate(t.strip() for t in sheet.head.cells):
        if not title or title not in theirs:
            continue
        ours = row.cells[at].strip() if at < len(row.cells) else ""
        before = base.get(title, "") if base is not None else ours
        if theirs[title] in (ours, before, before[:LONGEST]):
            continue
        if ours == before:
            taken[title] = theirs[title]
        else:
            clashes.append(Clash(file=name, id=key, column=title, base=before, ours=ours, theirs=theirs[title]))
    return taken, clashes
