"""What a mechanism sees of an article, and what it says about it. All offsets here count in ``Page.text``."""

from collections.abc import Callable
from dataclasses import dataclass

from analyzer.model import GapKind
from analyzer.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The article's text as repaired so far, and the same text folded (equal length: script, width, case).

    ``filtered`` are the words that other pages of the site lost from their bytes.
    """

    text: str
    folded: str
    filtered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """Damage undone: ``start:end`` becomes ``new``. ``kind`` is the contract's word in ``repairs.jsonl``.

    ``hole`` is set where the damage also counts as a gap. A fix that is likely but not exact sets ``sure`` to False:
    the reading then rests on a guess.
    """

    start: int
    end: int
    new: str
    kind: str
    evidence: str
    hole: GapKind | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """A place where words are missing (``start == end`` where nothing stands in it); ``candidates`` best first.

    ``harmless`` holes lie between sentences and change no claim. Where a copy may have put the words in (``guess``),
    they are only offered.
    """

    start: int
    end: int
    kind: GapKind
    evidence: str
    candidates: tuple[str, ...] = ()
    harmless: bool = False
    guess: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that one mechanism says of a page; fixes are disjoint. ``damaged`` are broken figures.

    ``doubts`` are spaces that may be holes, though nothing on the page proves it; a copy may.
    """

    fixes: tuple[Fix, ...] = ()
    holes: tuple[Hole, ...] = ()
    damaged: tuple[Span, ...] = ()
    doubts: tuple[Span, ...] = ()


Mechanism = Callable[[Page], Findings]

NOTHING = Findings()
