"""What a file says: the stage ``read``."""

from dataclasses import dataclass
from enum import StrEnum

from analyzer.language import Phrase


class Status(StrEnum):
    """What became of a file: the contract's words for ``articles.jsonl``."""

    CHECKED = "checked"
    SKIPPED = "skipped"
    FAILED = "failed"


class PageKind(StrEnum):
    """What sort of page a document is, as far as its layout and text tell."""

    ARTICLE = "article"
    FORUM = "forum"
    LIST = "list"
    THIN = "thin"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a page's visible text: a paragraph, heading, list item, table row.

    ``tag`` is the block element's name, ``path`` the tags with class and id words from the body down
    ("div.content/p"), ``link_share`` the share (0..1) of the block's characters that stand inside links.
    """

    start: int
    end: int
    tag: str
    path: str
    link_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as it was read, before anything is judged.

    ``id`` is the contract's ``article``. ``source`` is the source text that all offsets count in; for a page it is
    the visible text and ``html`` keeps the decoded page for the extractors; for a text file ``html`` is None and
    ``blocks`` is empty. ``published`` is an ISO date, perhaps partial. A file that could not be read has
    ``failure`` set and an empty source.
    """

    id: str
    source: str = ""
    title: str = ""
    published: str | None = None
    site: str | None = None
    author: str | None = None
    url: str | None = None
    html: str | None = None
    blocks: tuple[Block, ...] = ()
    encoding: str = "utf-8"
    damaged_bytes: int = 0
    digest: str = ""
    failure: Phrase | None = None
