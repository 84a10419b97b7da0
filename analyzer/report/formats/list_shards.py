"""``assets/list-NNN.js``: the list data as scripts, because pages from a file system may load nothing else."""

from pathlib import Path

from analyzer.report.book import Book
from analyzer.report.listing import script_safe, shards
from analyzer.report.render import remove_further, write


def write_list_shards(book: Book, out: Path) -> None:
    """Write the shards."""
    number = -1
    for number, columns in enumerate(shards(book)):
        write(out / "assets" / f"list-{number:03}.js", f"farmcheckList({number},{script_safe(columns)});\n")
    remove_further(out / "assets", "list-{:03}.js", number + 1)
