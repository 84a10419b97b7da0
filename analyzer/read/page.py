"""HTML pages: the source text is the visible text."""

from analyzer.model import Document
from analyzer.read.decode import Decoded
from analyzer.read.metadata import host_of, page_metadata
from analyzer.read.visible import shown


def read_page(name: str, decoded: Decoded, digest: str = "", url: str | None = None) -> Document:
    """Return the document of a decoded page; ``url`` is its address where the container knows it. Raises nothing."""
    tree, page = shown(decoded.text)
    meta = page_metadata(tree, [page.text[b.start : b.end] for b in page.blocks])
    address = url or meta.url
    return Document(
        id=name,
        source=page.text,
        title=meta.title,
        published=meta.published,
        site=meta.site or host_of(address),
        author=meta.author,
        url=address,
        html=decoded.text,
        blocks=page.blocks,
        encoding=decoded.encoding,
        damaged_bytes=decoded.damaged_bytes,
        digest=digest,
    )
