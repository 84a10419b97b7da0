"""Which files there are, in which order, under which ids."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from analyzer.language import Phrase
from analyzer.model import Document
from analyzer.read.page import read_page
from analyzer.read.plain import read_plain

SUFFIXES = (".html", ".htm", ".xhtml", ".txt", ".md")


def documents(paths: Iterable[Path]) -> Iterator[Document]:
    """Yield every article below the given files and folders, in sorted order."""
    for path in paths:
        files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES)
        root = path.parent if path.is_file() else path
        for file in files:
            name = file.relative_to(root).as_posix()
            try:
                raw = file.read_bytes()
                yield (read_plain(name, raw) if file.suffix.lower() in (".txt", ".md") else read_page(name, raw))
            except OSError as error:
                yield Document(id=name, failure=Phrase(zh=f"读不了这个文件:{error}", en=f"cannot read: {error}"))
