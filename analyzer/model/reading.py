"""What was damaged: the stage ``repair``."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from analyzer.model.article import Article
from analyzer.text import Span, View


class GapKind(StrEnum):
    """The contract's kinds of holes."""

    SPACE = "space"
    MERGED = "merged"
    BYTES = "bytes"
    SUBSTITUTED = "substituted"
    MASKED = "masked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A hole in the article. ``restored`` is set only where the lost words are certain."""

    start: int
    end: int
    kind: GapKind
    restored: str | None
    candidates: tuple[str, ...]
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A place where the repaired text differs from the cleaned text; ``kind`` is the contract's word."""

    start: int
    end: int
    kind: str
    old: str
    new: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpinPair:
    """Evidence of spun wording: the spun word and how often, the plain word and how often."""

    spun: str
    spun_count: int
    plain: str
    plain_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article as it is read for claims.

    ``repaired`` is the cleaned text with exact repairs put in, the script kept. ``folded`` is the same map with the
    script simplified, width and case folded: equally long, character by character. ``uncertain`` holds the source
    spans whose reading rests on a guess (an unrestored gap, a homoglyph): a claim that touches one is at most
    ``suggested``. ``damaged_numbers`` holds source spans of figures that are visibly broken. ``doubtful``: a space may
    be a hole, which only a copy can tell.
    """

    article: Article
    repaired: View
    folded: View
    repairs: tuple[Repair, ...] = ()
    gaps: tuple[Gap, ...] = ()
    uncertain: tuple[Span, ...] = ()
    damaged_numbers: tuple[Span, ...] = ()
    doubtful: bool = False
    spin_score: float = 0.0
    spin_pairs: tuple[SpinPair, ...] = ()


class Clues(NamedTuple):
    """What a page says of the filter of its site, see ``repair/site_filter.py``.

    ``lost`` are the listed words that it lost from its bytes; ``broken`` its places that read broken, seven characters
    each; ``held`` the words whose bytes stand in it, a bit for each word that can be told.
    """

    lost: str = ""
    broken: str = ""
    held: int = 0
