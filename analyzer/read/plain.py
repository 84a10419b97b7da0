"""Text files: the source text is the decoded file, its BOM dropped, its line ends normalised, nothing else changed."""

from analyzer.model import Document
from analyzer.read.decode import Decoded, lines
from analyzer.read.metadata import host_of, text_metadata


def read_plain(name: str, decoded: Decoded, digest: str = "", url: str | None = None) -> Document:
    """Return the document of a text. Raises nothing."""
    source = lines(decoded.text)
    meta = text_metadata(source)
    return Document(
        id=name,
        source=source,
        title=meta.title,
        published=meta.published,
        site=meta.site or host_of(url),
        author=meta.author,
        url=url,
        encoding=decoded.encoding,
        damaged_bytes=decoded.damaged_bytes,
        digest=digest,
    )
