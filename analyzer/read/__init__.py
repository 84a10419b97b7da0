"""What the file says: bytes in, documents out."""

from collections.abc import Iterator
from pathlib import Path

from analyzer.model import Document
from analyzer.read.walk import documents

__all__ = ["documents", "one"]


def one(path: Path) -> Iterator[Document]:
    """Yield the documents of a single file."""
    yield from documents([path])
