"""``findings.xlsx``: the findings as a workbook with filters; nothing in it can run or be clicked."""

import io
from datetime import datetime
from pathlib import Path

from analyzer.report.book import Book
from analyzer.report.render import visible, write
from analyzer.report.table import COLUMNS, findings

# A date of our own: the library would write the clock, and two runs would differ.
_NEVER = datetime(2000, 1, 1)  # noqa: DTZ001 - a constant, not a time
_WIDTHS = {"原句": 60, "理由": 50, "文章": 30, "来源": 40}
# The format's own limit on a cell (32,767) with room for the mark.
_CELL = 32_000


def write_xlsx(book: Book, out: Path) -> None:
    """Write the workbook; formulas and links in texts stay texts."""
    from xlsxwriter import Workbook

    memory = io.BytesIO()
    made = Workbook(
        memory, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    made.set_properties({"created": _NEVER})
    bold = made.add_format({"bold": True})
    sheet = made.add_worksheet("findings")
    sheet.freeze_panes(1, 0)
    rows = 0
    for column, name in enumerate(COLUMNS):
        sheet.write_string(0, column, name, bold)
        sheet.set_column(column, column, _WIDTHS.get(name, 12))
    for rows, row in enumerate(findings(book), 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(rows, column, cell)
            else:
                sheet.write_string(rows, column, visible(str(cell))[:_CELL])
    sheet.autofilter(0, 0, rows, len(COLUMNS) - 1)
    made.close()
    write(out / "findings.xlsx", memory.getvalue())
