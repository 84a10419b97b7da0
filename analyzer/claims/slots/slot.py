"""The value of a statement as it stands in a sentence."""

import re
from dataclasses import dataclass

from analyzer.claims.mentions import CLOSING, OPENING
from analyzer.language import Phrase
from analyzer.model import Value

LIST = re.compile(rf"[{CLOSING}]*(?:、|和|与|及|以及|&|/|，以及|,以及|兼)[{OPENING}]*")


MAX_LOOSE = 12  # characters that … in a template stands for (the contract's figure)


@dataclass(frozen=True, slots=True)
class Slot:
    """A value found in a sentence (local offsets)."""

    start: int
    end: int
    value: Value | None
    certain: bool = True
    doubt: Phrase | None = None
