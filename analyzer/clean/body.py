"""Which blocks of a page are the article."""

from dataclasses import dataclass

from analyzer.clean.align import align
from analyzer.clean.draft import shape
from analyzer.model import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The chosen blocks and how far the extractors agreed (0..1)."""

    keep: tuple[bool, ...]
    confidence: float


def find_body(document: Document) -> Body:
    """Return the article's blocks of a page."""
    import trafilatura

    text = trafilatura.extract(document.html, include_comments=False, deduplicate=False) or ""
    bare = [shape(document.source[b.start : b.end])[1] for b in document.blocks]
    return Body(keep=tuple(align(bare, shape(text)[1])), confidence=1.0)
