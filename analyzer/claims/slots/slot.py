"""The value of a statement as it stands in a sentence."""

import re
from dataclasses import dataclass

from analyzer.claims.mentions import CLOSING, OPENING
from analyzer.language import Phrase
from analyzer.model import Value

LIST = re.compile(rf"[{CLOSING}]*(?:、|和|与|及|以及|&|/|，以及|,以及|兼)[{OPENING}]*")


# What sets the members of one list against those of another: 分别, and 依次, 各, 各自 where a predicate follows.
_IN_TURN = re.compile("分别|各自(?!的)|(?:依次|各)(?=[是为叫在由有达需要占归属])")


def in_turn(text: str, start: int = 0, end: int | None = None) -> int:
    """Return where a word stands that pairs two lists in order, or -1."""
    found = _IN_TURN.search(text, start, len(text) if end is None else end)
    return found.start() if found else -1


MAX_LOOSE = 12  # characters that … in a template stands for (the contract's figure)


@dataclass(frozen=True, slots=True)
class Slot:
    """A value found in a sentence (local offsets)."""

    start: int
    end: int
    value: Value | None
    certain: bool = True
    doubt: Phrase | None = None
