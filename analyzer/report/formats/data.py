"""The contract's JSON Lines under ``OUT/data``: one object a line, sorted by article, then start."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from analyzer.model import Checked, Status
from analyzer.report.book import Book
from analyzer.report.lines import write_lines
from analyzer.report.render import write, writing
from analyzer.report.rows import BY_ARTICLE, Row, over_all

# U+0085, U+2028 and U+2029 end a line for str.splitlines and for JavaScript; JSON allows them bare inside a string.
_BARE = "\u0085\u2028\u2029"
_LINE_ENDS = {ord(c): f"\\u{ord(c):04x}" for c in _BARE}


def write_data(book: Book, out: Path) -> None:
    """Write ``data/*.jsonl`` and ``data/run.json``."""
    run, folder = book.run, out / "data"
    write_lines(book, out, {name: partial(_lines, rows_of) for name, rows_of in BY_ARTICLE.items()})
    for name, rows in over_all(run).items():
        with writing(folder / f"{name}.jsonl") as file:
            file.writelines(map(_bytes, rows))
    counts = {status.value: book.statuses[status] for status in (Status.CHECKED, Status.SKIPPED, Status.FAILED)}
    summary = {
        "version": run.version,
        "facts_digest": run.table.digest,
        "vocabulary_digest": run.table.vocabulary_digest,
        "input": list(run.input),
        "counts": counts,
    }
    write(folder / "run.json", json.dumps(summary, ensure_ascii=False, indent=1) + "\n")


def _lines(rows_of: Callable[[Checked], Iterable[Row]], checked: Checked) -> Iterator[bytes]:
    return map(_bytes, rows_of(checked))


_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def as_line(row: Row) -> str:
    """Return a row as one line for every reader: what JSON may hold bare, but some take for a line end, is escaped."""
    text = _ENCODE(row) + "\n"
    return text.translate(_LINE_ENDS) if any(map(text.__contains__, _BARE)) else text


def _bytes(row: Row) -> bytes:
    return as_line(row).encode("utf-8", "backslashreplace")
