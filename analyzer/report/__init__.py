"""What editors see: everything written from a Run, and nothing else."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path

from analyzer.forks import run_all
from analyzer.model import Run
from analyzer.report.book import Book, open_book
from analyzer.report.commands import USUAL, Commands
from analyzer.report.formats import EXPORTS, FORMATS, LASTING, PIECES, Format
from analyzer.report.formats.data import write_data
from analyzer.report.seen import Seen
from analyzer.report.standing import Standing, remove_stale
from analyzer.settings import Settings

__all__ = ["Book", "Commands", "Seen", "open_book", "write_pages", "write_report"]


def write_report(run: Run, out: Path, settings: Settings, seen: Seen | None = None, commands: Commands = USUAL) -> Book:
    """Write the data, the pages and the exports that the settings name below ``out``; return what was written.

    Pages of articles and cases that stand there already, as they would be written, are left alone; those of an earlier
    report that this one does not have are taken away. ``seen`` is what was seen of the run's articles, if somebody has
    been through them already, ``commands`` what commands on pages name.
    """
    out.mkdir(parents=True, exist_ok=True)
    if settings.cache:
        from analyzer.report.compiled import keep_compiled

        keep_compiled(settings.cache / "templates", settings.language)
    book = open_book(run, settings, seen, commands)
    standing = Standing(book, out) if run.contents else None
    _write(book, out, FORMATS, standing.names if standing else frozenset())
    if standing:
        standing.leave()
    else:
        remove_stale(book, out)
    return book


def write_pages(run: Run, out: Path, settings: Settings, commands: Commands = USUAL) -> Book:
    """Write everything but ``out/data``, which the run was read from."""
    book = open_book(run, settings, commands=commands)
    _write(book, out, [write for write in FORMATS if write is not write_data])
    return book


def _write(book: Book, out: Path, formats: Sequence[Format], standing: Collection[str] = frozenset()) -> None:
    work: list[Callable[[], None]] = []
    for write in formats:
        if LASTING.get(write) in standing:
            continue
        work += PIECES[write](book, out, standing) if write in PIECES else [partial(write, book, out)]
    work += [partial(export, book, out) for name, export in EXPORTS.items() if name in book.settings.exports]
    book.settle()
    run_all(work, book.settings.workers)
