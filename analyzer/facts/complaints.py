"""Complaints about the cells of a sheet, and the rows that are complete enough to be read."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from analyzer.errors import Problem
from analyzer.facts.columns import COLUMNS
from analyzer.facts.hints import nearest
from analyzer.facts.sheet import Row, Sheet
from analyzer.language import Phrase

# A table full of errors still answers at once: names are searched for a likeness only this often (about 1 ms each).
MOST_HINTS = 200

Record = tuple[Row, Mapping[str, str]]
"""A row and its cells by column, every column of the format among them."""


class Complaints:
    """The complaints about one sheet; ``add`` names the cell."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.found: list[Problem] = []
        self._hints = 0

    def add(self, row: Row, column: str, what: Phrase, fix: Phrase, severity: str = "error") -> None:
        """Complain of a cell."""
        self.found.append(
            Problem(
                file=self.sheet.name,
                row=row.number,
                column=column,
                letter=self.sheet.letter(column),
                cell=self.sheet.cell(row, column),
                what=what,
                fix=fix,
                severity=severity,
            )
        )

    def unknown(self, row: Row, column: str, kind: Phrase, cell: str, names: Callable[[], Iterable[str]]) -> None:
        """Complain of a name that nothing has, with the nearest one that exists."""
        self._hints += 1
        near = nearest(cell, names()) if self._hints <= MOST_HINTS else None
        what = Phrase(f"没有这个{kind.zh}", f"there is no such {kind.en}")
        fix = (
            Phrase(f"你是不是想写「{near}」？", f"did you mean “{near}”?")
            if near
            else Phrase(
                f"改成已有的编号或名称，或先添加{kind.zh}", f"write an existing id or name, or add the {kind.en}"
            )
        )
        self.add(row, column, what, fix)

    def untidy(self, row: Row, column: str, tidy: str) -> None:
        """Note that a cell was understood but should be written otherwise."""
        what = Phrase(f"读作 {tidy}", f"was read as {tidy}")
        fix = Phrase(f"写成 {tidy}（farmcheck facts validate --fix 会改）", f"write {tidy} (validate --fix does it)")
        self.add(row, column, what, fix, "note")


def complete_rows(sheet: Sheet, complain: Complaints) -> Iterator[Record]:
    """Yield the rows that have an id of their own and all that must be filled; complain of the others."""
    seen: dict[str, int] = {}
    known = [c.name for c in COLUMNS[sheet.name]]
    for row in sheet.rows:
        if row.blank:
            continue
        complete = True
        cells = dict.fromkeys(known, "") | sheet.record(row)
        for column in COLUMNS[sheet.name]:
            if column.filled and not cells[column.name].strip("|｜ "):
                complete = False
                complain.add(
                    row,
                    column.name,
                    Phrase("这一格不能空着", "the cell must not be empty"),
                    Phrase(f"填上{column.title.zh}", f"fill in: {column.title.en}"),
                )
            if column.choices and (word := cells[column.name]) and word.lower() not in column.choices:
                complete = False
                near = nearest(word, column.choices)
                words = Phrase("、".join(column.choices), ", ".join(column.choices))
                complain.add(
                    row,
                    column.name,
                    Phrase(f"不认识的{column.title.zh}", f"unknown word for “{column.title.en}”"),
                    Phrase(f"写成 {near}", f"write {near}")
                    if near
                    else Phrase(f"只能是：{words.zh}", f"only: {words.en}"),
                )
        key = cells["id"]
        if key in seen:
            complete = False
            complain.add(
                row,
                "id",
                Phrase(f"编号与第 {seen[key]} 行重复", f"the id stands in row {seen[key]} already"),
                Phrase("换一个没用过的编号", "give it an id of its own"),
            )
        elif key:
            seen[key] = row.number
        if complete:
            yield row, cells
