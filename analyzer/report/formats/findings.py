"""``findings.csv``: one line a finding, made to be opened in Excel by whoever gets it by mail."""

import csv
import io
from pathlib import Path

from analyzer.report.book import Book
from analyzer.report.render import visible, write
from analyzer.report.table import COLUMNS, findings


def write_findings(book: Book, out: Path) -> None:
    """Write the table: UTF-8 with BOM, CRLF, every cell that a spreadsheet would run made harmless."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in findings(book):
        writer.writerow([defused(cell) for cell in row])
    write(out / "findings.csv", b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "backslashreplace"))


def defused(cell: object) -> str:
    """Return a cell as text that no spreadsheet takes for a formula (OWASP, "CSV injection")."""
    text = visible(str(cell))
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠") else text
