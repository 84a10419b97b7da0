"""What many articles share: the stage ``across``."""

from dataclasses import dataclass
from enum import StrEnum

from analyzer.language import Phrase


class EdgeKind(StrEnum):
    """How two articles resemble each other; only COPY and EDITED make clusters."""

    COPY = "copy"
    EDITED = "edited"
    EXCERPT = "excerpt"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Two articles that share text. ``of_left`` and ``of_right`` are the shares (0..1) of each that the other holds."""

    left: str
    right: str
    kind: EdgeKind
    of_left: float
    of_right: float
    shared: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Articles that are near-duplicates of each other; ids in ascending order."""

    id: str
    articles: tuple[str, ...]


class Reach(StrEnum):
    """Why a sentence stands in many articles: one site's template, one cluster's copies, or a common phrase."""

    TEMPLATE = "template"
    COPIED = "copied"
    COMMON = "common"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A sentence that stands in several articles; ``articles`` are their ids, ``sites`` the sites known of them."""

    sentence: str
    articles: tuple[str, ...]
    sites: tuple[str, ...]
    reach: Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Sites that publish one skeleton; ``articles`` are the near-duplicates that tell.

    ``mirrored`` counts pairs under one page number on two sites, ``swapped`` pairs about different entities.
    """

    sites: tuple[str, ...]
    articles: tuple[str, ...]
    mirrored: int
    swapped: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A 0..1 score that lists its parts: (name, share of the score, what was seen)."""

    value: float
    parts: tuple[tuple[str, float, Phrase], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRow:
    """One site of the run.

    ``copied`` counts its articles with near-duplicates on other sites; ``listed`` names the source lists that carry
    it, with the line: "list.txt:12".
    """

    site: str
    articles: int
    copied: int
    findings: int
    claims: int
    gaps: int
    removed_share: float
    farm: float
    listed: tuple[str, ...] = ()
