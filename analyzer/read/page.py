"""HTML pages: the source text is the visible text."""

from bs4 import BeautifulSoup

from analyzer.model import Document
from analyzer.read.decode import decode, lines


def read_page(name: str, raw: bytes) -> Document:
    """Return the document of a page."""
    text, encoding, damaged = decode(raw)
    soup = BeautifulSoup(lines(text), "lxml")
    for node in soup(["script", "style", "noscript", "template", "head"]):
        node.extract()
    title = soup.h1.get_text().strip() if soup.h1 else ""
    visible = "\n".join(line.strip() for line in soup.get_text("\n").split("\n") if line.strip())
    return Document(id=name, source=visible, title=title, html=text, encoding=encoding, damaged_bytes=damaged)
