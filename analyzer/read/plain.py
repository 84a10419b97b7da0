"""Text files: the source text is the decoded file."""

from analyzer.model import Document
from analyzer.read.decode import decode, lines


def read_plain(name: str, raw: bytes) -> Document:
    """Return the document of a text file; its title is the first line."""
    text, encoding, damaged = decode(raw)
    source = lines(text)
    title = next((line.strip() for line in source.split("\n") if line.strip()), "")
    return Document(id=name, source=source, title=title, encoding=encoding, damaged_bytes=damaged)
