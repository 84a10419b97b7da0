"""What editors see: everything written from a Run, and nothing else."""

from pathlib import Path

from analyzer.model import Run
from analyzer.report.book import Book, open_book
from analyzer.report.formats import EXPORTS, FORMATS
from analyzer.settings import Settings

__all__ = ["Book", "open_book", "write_report"]


def write_report(run: Run, out: Path, settings: Settings) -> Book:
    """Write every registered format below ``out``, and the exports that the settings name; return what was written."""
    out.mkdir(parents=True, exist_ok=True)
    book = open_book(run, settings)
    for write in FORMATS:
        write(book, out)
    for name, export in EXPORTS.items():
        if name in settings.exports:
            export(book, out)
    return book
