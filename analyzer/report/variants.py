"""The wordings of one statement: equal ones counted together, each compared with the commonest, sign by sign."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# Comparing is quadratic in the length; a claim's own words are short, and nobody reads a diff of more than this.
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a wording: ``change`` is "" (in both), "+" (only here) or "-" (only in the commonest)."""

    change: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A wording, how often it stands, and what is different in it."""

    words: str
    count: int
    pieces: tuple[Piece, ...]


def variants(wordings: Iterable[str]) -> tuple[Variant, ...]:
    """Return the different wordings, the commonest first; that one has no changes."""
    counted = Counter(wordings)
    ordered = sorted(counted, key=lambda w: (-counted[w], w))
    return tuple(
        Variant(words=w, count=counted[w], pieces=tuple(difference(ordered[0], w)) if k else (Piece("", w),))
        for k, w in enumerate(ordered)
    )


def difference(old: str, new: str) -> Sequence[Piece]:
    """Return ``new`` as pieces that tell it from ``old``; joined without the "-" pieces it is ``new`` again."""
    if max(len(old), len(new)) > _LONGEST:
        return [Piece("", new)]
    pieces: list[Piece] = []
    for change, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if change == "equal":
            pieces.append(Piece("", new[c:d]))
            continue
        if b > a:
            pieces.append(Piece("-", old[a:b]))
        if d > c:
            pieces.append(Piece("+", new[c:d]))
    return pieces
