"""A CSV file as it lies on disk: cells to read, and raw rows that go back byte for byte where nothing was edited."""

import codecs
import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from analyzer.errors import Problem
from analyzer.facts.columns import ALSO, COLUMNS, DECIDING, TURNS, header, letter
from analyzer.language import Phrase

# A cell longer than this is an unclosed quotation mark that swallowed the file, not something an editor wrote.
LONGEST_CELL = 1 << 20
# How bytes that are no UTF-8 are kept: they go back to the file as they were.
BROKEN_BYTES = "surrogateescape"
_BROKEN = re.compile("[\udc80-\udcff]")
# A file is damaged UTF-8, not another encoding, with this many whole characters for each broken byte: nine tables
# saved as GB18030 or Big5 had 0.06 to 0.33, read as UTF-8.
MOSTLY_WHOLE = 2
_FIELD = re.compile(r'"(?:[^"]|"")*(?:"[^,\r\n]*)?|[^,\r\n]*')


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. ``number`` is the spreadsheet's (the header is 1), ``raw`` the exact text with its line end."""

    number: int
    raw: str
    cells: tuple[str, ...]

    @property
    def blank(self) -> bool:
        """Return whether nothing stands in it."""
        return not any(c.strip() for c in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One of the three files.

    ``places`` maps a column's name (as ``columns.py`` spells it) to its index. ``encoding`` is what the file was read
    in; it is always written as UTF-8, with a BOM if it had one or was not UTF-8 (so that Excel shows Chinese).
    """

    name: str
    encoding: str
    bom: bool
    newline: str
    head: Row
    rows: tuple[Row, ...]
    places: dict[str, int]

    def record(self, row: Row) -> dict[str, str]:
        """Return a row's cells without surrounding space, by column; a missing cell is ""."""
        cells, width = row.cells, len(row.cells)
        return {column: cells[at].strip() if at < width else "" for column, at in self.places.items()}

    def cell(self, row: Row, column: str) -> str:
        """Return a cell's text without surrounding space, "" where the column or the cell is missing."""
        at = self.places.get(column)
        return row.cells[at].strip() if at is not None and at < len(row.cells) else ""

    def letter(self, column: str) -> str:
        """Return the spreadsheet letter of a column, "" where the file does not have it."""
        return letter(self.places[column]) if column in self.places else ""

    def to_bytes(self) -> bytes:
        """Return the file; the same bytes as were read if no row was changed and it was UTF-8."""
        text = self.head.raw + "".join(r.raw for r in self.rows)
        return (codecs.BOM_UTF8 if self.bom else b"") + text.encode("utf-8", BROKEN_BYTES)

    def with_row(self, values: dict[str, str]) -> "Sheet":
        """Return the sheet with a row appended; ``values`` maps columns to cells, other columns stay empty."""
        cells = [""] * len(self.head.cells)
        for column, value in values.items():
            if column.casefold() in self.places:
                cells[self.places[column.casefold()]] = value
        rows = list(self.rows)
        last = rows[-1] if rows else self.head
        head = self.head
        if not last.raw.endswith(("\n", "\r")):
            ended = replace(last, raw=last.raw + self.newline)
            if rows:
                rows[-1] = ended
            else:
                head = ended
        raw = ",".join(_quoted(c) for c in cells) + self.newline
        rows.append(Row(number=last.number + 1, raw=raw, cells=tuple(cells)))
        return replace(self, head=head, rows=tuple(rows))

    def with_column(self, column: str) -> "Sheet":
        """Return the sheet with a column at the end of the header; no row has a cell in it yet."""
        end = self.head.raw[len(self.head.raw.rstrip("\r\n")) :]
        body = self.head.raw.removesuffix(end) if end else self.head.raw
        head = replace(self.head, raw=f"{body},{column}{end}", cells=(*self.head.cells, column))
        return replace(self, head=head, places=self.places | {column: len(self.head.cells)})

    def with_cells(self, number: int, values: dict[str, str]) -> "Sheet":
        """Return the sheet with cells of the row ``number`` replaced; the row's other cells keep their very bytes."""
        rows = tuple(self._edited(r, values) if r.number == number else r for r in self.rows)
        return replace(self, rows=rows)

    def with_all_cells(self, changes: dict[int, dict[str, str]]) -> "Sheet":
        """Return the sheet with cells of several rows replaced, given by row number."""
        rows = tuple(self._edited(r, changes[r.number]) if r.number in changes else r for r in self.rows)
        return replace(self, rows=rows)

    def without_rows(self, numbers: frozenset[int]) -> "Sheet":
        """Return the sheet without the rows; the others keep their numbers until the file is read again."""
        return replace(self, rows=tuple(r for r in self.rows if r.number not in numbers))

    def _edited(self, row: Row, values: dict[str, str]) -> Row:
        end = row.raw[len(row.raw.rstrip("\r\n")) :]
        pieces = _split(row.raw.removesuffix(end) if end else row.raw)
        if len(pieces) != len(row.cells):
            pieces = [_quoted(c) for c in row.cells]
        cells = list(row.cells)
        for column, value in values.items():
            at = self.places.get(column.casefold())
            if at is None:
                continue
            while len(cells) <= at:
                cells.append("")
                pieces.append("")
            cells[at], pieces[at] = value, _quoted(value)
        return replace(row, raw=",".join(pieces) + end, cells=tuple(cells))


def new_sheet(file: str) -> Sheet:
    """Return an empty file with its header."""
    names = header(file)
    head = Row(number=1, raw=",".join(names) + "\n", cells=names)
    return Sheet(
        name=file,
        encoding="utf-8",
        bom=True,
        newline="\n",
        head=head,
        rows=(),
        places={n: i for i, n in enumerate(names)},
    )


def read_sheet(path: Path) -> tuple[Sheet | None, list[Problem]]:
    """Return the file at ``path`` and the complaints about its form; None where nothing can be read."""
    name = path.name
    try:
        raw = path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        what = (
            Phrase("没有这个文件", "the file is missing")
            if missing
            else Phrase(f"读不了：{error.strerror}", f"cannot be read: {error.strerror}")
        )
        fix = Phrase(
            f"文件夹 {path.parent} 里要有 entities.csv、predicates.csv、facts.csv;farmcheck facts init 可以新建",
            f"{path.parent} must hold entities.csv, predicates.csv and facts.csv; farmcheck facts init makes them",
        )
        return None, [_about_file(name, what, fix)]
    return parse_sheet(name, raw)


def parse_sheet(name: str, raw: bytes) -> tuple[Sheet | None, list[Problem]]:
    """Return the file with the given name and content, and the complaints about its form."""
    problems: list[Problem] = []
    text, encoding = _decoded(raw)
    if text is None:
        what = Phrase("不是文本：既不是 UTF-8，也不是 GB18030", "is not text in UTF-8 or GB18030")
        fix = Phrase("在 Excel 里另存为“CSV UTF-8（逗号分隔）”", "save it from Excel as “CSV UTF-8 (comma delimited)”")
        return None, [_about_file(name, what, fix)]
    if encoding != "utf-8":
        what = Phrase(f"编码是 {encoding}，已照此读入", f"is encoded in {encoding} and was read as such")
        fix = Phrase("下次保存会转成 UTF-8（带 BOM）", "the next change writes it as UTF-8 with a BOM")
        problems.append(_about_file(name, what, fix, "note"))
    bom = raw.startswith(codecs.BOM_UTF8) or encoding != "utf-8"
    rows = _records(text)
    if not rows or rows[0].blank:
        what = Phrase("第一行应当是列名，现在是空的", "row 1 should hold the column names, but it is empty")
        fix = Phrase("第一行写：" + ",".join(header(name)), "put into row 1: " + ",".join(header(name)))
        return None, [*problems, _about_file(name, what, fix)]
    head, body = rows[0], tuple(rows[1:])
    places, complaints = _places(name, head)
    problems += complaints
    endings = Counter(r.raw[len(r.raw.rstrip("\r\n")) :] for r in rows)
    newline = "\r\n" if endings["\r\n"] > endings["\n"] else "\n"
    sheet = Sheet(name=name, encoding=encoding, bom=bom, newline=newline, head=head, rows=body, places=places)
    for row in body:
        problems += _form(sheet, row)
    return sheet, problems


def _decoded(raw: bytes) -> tuple[str | None, str]:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return raw.decode("utf-16"), "utf-16"
        except UnicodeDecodeError:
            return None, ""
    # A binary file may decode by accident; no table has this character.
    if b"\0" in raw:
        return None, ""
    plain = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return plain.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text = plain.decode("utf-8", BROKEN_BYTES)
    broken = len(_BROKEN.findall(text))
    whole = sum(c > "\x7f" for c in text) - broken
    if broken * MOSTLY_WHOLE <= whole:
        return text, "utf-8"
    try:
        return raw.decode("gb18030"), "gb18030"
    except UnicodeDecodeError:
        return None, ""


def _records(text: str) -> list[Row]:
    """Cut a text into rows as the csv module reads them, each with its own raw text."""
    csv.field_size_limit(max(LONGEST_CELL, len(text)))
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines)
    rows: list[Row] = []
    at = 0
    for number, cells in enumerate(reader, 1):
        raw = "".join(lines[at : reader.line_num])
        if not raw.isascii() and _BROKEN.search(raw):
            cells = [_BROKEN.sub("\ufffd", c) for c in cells]
        rows.append(Row(number=number, raw=raw, cells=tuple(cells)))
        at = reader.line_num
    return rows


def _places(name: str, head: Row) -> tuple[dict[str, int], list[Problem]]:
    """Map column names to indexes; a wrong separator, a doubled, missing or misspelt column is a complaint."""
    from analyzer.facts.hints import nearest

    problems: list[Problem] = []
    written = [c.strip("\ufeff \t").casefold() for c in head.cells]
    for separator, zh, en in (("\t", "制表符", "tabs"), (";", "分号", "semicolons"), ("，", "全角逗号", "wide commas")):
        if len(head.cells) == 1 and separator in head.cells[0]:
            what = Phrase(f"列是用{zh}隔开的，应当用逗号", f"columns are separated by {en} instead of commas")
            fix = Phrase("在 Excel 里另存为“CSV UTF-8（逗号分隔）”", "save it as “CSV UTF-8 (comma delimited)”")
            return {}, [_about_cell(name, 1, 0, head.cells[0], what, fix)]
    known = [c.name for c in COLUMNS[name]]
    places: dict[str, int] = {}
    for at, title in enumerate(written):
        if title in places and title in known:
            what = Phrase(f"列名 {title} 出现了两次", f"the column {title} stands twice")
            fix = Phrase("改掉其中一个列名", "rename one of them")
            problems.append(_about_cell(name, 1, at, head.cells[at], what, fix))
        else:
            places.setdefault(title, at)
    strange = {c: at for c, at in places.items() if c and c not in known}
    for column in COLUMNS[name]:
        if column.name in places:
            continue
        meant = next((c for c in strange if c in ALSO.get(column.name, ())), None)
        near = meant or (None if column.optional else nearest(column.name, list(strange)))
        if near:
            what = Phrase(f"没有列 {column.name}，却有列 {near}", f"there is no column {column.name}, but one {near}")
            fix = Phrase(
                f"把列名改成 {column.name}；它若另有所指，就再加一列 {column.name}",
                f"rename it to {column.name}; if it is something else, add a column {column.name} beside it",
            )
            # Under a name of one's own only what verdicts rest on stops a run; a name misspelt always does.
            counts = column.needed or column.name in DECIDING or (not meant and column.name != "note")
            severity = "error" if counts else "note"
            problems.append(
                _about_cell(name, 1, strange.pop(near), head.cells[places[near]], what, fix, near, severity)
            )
        elif column.needed:
            what = Phrase(f"没有列 {column.name}", f"the column {column.name} is missing")
            fix = Phrase(
                f"在第一行加上列名 {column.name}({column.title.zh})",
                f"add the column {column.name} ({column.title.en})",
            )
            problems.append(_about_cell(name, 1, len(head.cells), "", what, fix))
    turning = [c for c in COLUMNS[name] if c.name in TURNS and c.name not in places]
    for title, at in strange.items() if turning and not any(p.severity == "error" for p in problems) else ():
        listed = "、".join(f"{c.name}({c.title.zh})" for c in turning)
        what = Phrase(
            f"不认识的列，没有用上；而表里没有列 {listed}",
            f"an unknown column that was not read, while there is no {', '.join(c.name for c in turning)}",
        )
        fix = Phrase(
            f"如果它就是其中一列，把列名改成 {' 或 '.join(c.name for c in turning)}",
            f"if it is one of them, rename it to {' or '.join(c.name for c in turning)}",
        )
        problems.append(_about_cell(name, 1, at, head.cells[at], what, fix, title, "note"))
    return {c: at for c, at in places.items() if c}, problems


def _form(sheet: Sheet, row: Row) -> list[Problem]:
    """Complain of a row with broken bytes, with unpaired quotation marks or with more cells than the header."""
    for at, cell in enumerate(row.cells) if _BROKEN.search(row.raw) or "\ufffd" in row.raw else ():
        if "\ufffd" in cell:
            what = Phrase("有坏掉的字节，读不出是什么字", "holds broken bytes that are no character")
            fix = Phrase("重新输入这一格", "type the cell again")
            column = sheet.head.cells[at] if at < len(sheet.head.cells) else ""
            return [_about_cell(sheet.name, row.number, at, cell, what, fix, column)]
    if row.raw.count('"') % 2 and _unclosed(row.raw):
        at = next((i for i, c in enumerate(row.cells) if "\n" in c), len(row.cells) - 1)
        what = Phrase(
            "引号没有配对，后面的行可能都被吞进了这一格",
            "a quotation mark is not closed; the following rows may have been swallowed",
        )
        fix = Phrase('补上引号；格内的 " 要写成 ""', 'close it; write a " inside a cell as ""')
        cell = row.cells[at] if row.cells else ""
        column = sheet.head.cells[at] if at < len(sheet.head.cells) else ""
        return [_about_cell(sheet.name, row.number, at, cell, what, fix, column)]
    width = len(sheet.head.cells)
    surplus = [(at, c) for at, c in enumerate(row.cells[width:], width) if c.strip()]
    if surplus:
        at, cell = surplus[0]
        what = Phrase(
            f"这一行有 {len(row.cells)} 格，列名只有 {width} 个：多半是某格里有逗号而没加引号",
            f"the row has {len(row.cells)} cells, the header {width}: probably an unquoted comma",
        )
        fix = Phrase("把含逗号的格用英文双引号括起来", "put the cell with the comma between double quotes")
        return [_about_cell(sheet.name, row.number, at, cell, what, fix)]
    return []


def _unclosed(raw: str) -> bool:
    try:
        list(csv.reader([raw], strict=True))
    except csv.Error:
        return True
    return False


def _split(raw: str) -> list[str]:
    """Cut a row's text into the raw text of its cells."""
    pieces: list[str] = []
    at = 0
    while True:
        found = _FIELD.match(raw, at)
        end = found.end() if found else at
        pieces.append(raw[at:end])
        if end >= len(raw) or raw[end] != ",":
            return pieces
        at = end + 1


def _quoted(cell: str) -> str:
    if any(c in cell for c in ',"\r\n') or cell != cell.strip():
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _about_file(name: str, what: Phrase, fix: Phrase, severity: str = "error") -> Problem:
    return Problem(file=name, row=0, column="", letter="", cell="", what=what, fix=fix, severity=severity)


def _about_cell(
    name: str, row: int, at: int, cell: str, what: Phrase, fix: Phrase, column: str = "", severity: str = "error"
) -> Problem:
    return Problem(
        file=name, row=row, column=column, letter=letter(at), cell=cell, what=what, fix=fix, severity=severity
    )
