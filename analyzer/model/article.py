"""What is not the article: the stage ``clean``."""

from dataclasses import dataclass
from typing import NamedTuple

from analyzer.language import Phrase
from analyzer.model.document import Document, PageKind, Status
from analyzer.text import Span, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """One piece of the source that the cleaned text leaves out: a line of the ledger.

    ``evidence`` is the source span that justifies it (the copy that stays, the heading that opens the section), or
    None. ``confidence`` is 0..1. ``version`` is the version of the rule.
    """

    start: int
    end: int
    rule: str
    text: str
    reason: Phrase
    evidence: Span | None = None
    confidence: float = 1.0
    version: int = 1


class Sharing(NamedTuple):
    """That at least so many ``pages`` have a line: of its own ``site``, or of the whole run.

    ``most``: six in ten of the site's pages have it.
    """

    pages: int
    site: bool
    most: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A document after cleaning. ``clean`` is the view of the source without the removals (``clean.text``).

    ``confidence`` (0..1) says how far the extractors agreed on the body; 1.0 for plain text files.
    """

    document: Document
    kind: PageKind
    status: Status
    reason: Phrase | None
    removals: tuple[Removal, ...]
    clean: View
    confidence: float = 1.0

    @property
    def id(self) -> str:
        """Return the contract's ``article``."""
        return self.document.id
