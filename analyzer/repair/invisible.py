"""Characters that nobody sees but that break words: zero-width, bidirectional controls, soft hyphens, tags."""

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from analyzer.repair.codes import char_table, has_any
from analyzer.repair.page import NOTHING, Findings, Fix, Page

# Unicode 15.1: Default_Ignorable_Code_Point without the joiners of emoji, which _EMOJI keeps in place.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]+"
)
_EMOJI = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff0-9#*]\\Z")


@cache
def _hidden() -> NDArray[np.bool_]:
    blocks = (range(0xA0, 0x3200), range(0xFE00, 0x10000), range(0xE0000, 0xE1000))
    return char_table(char for points in blocks for char in map(chr, points) if _INVISIBLE.match(char))


def invisible(page: Page) -> Findings:
    """Cut out invisible characters, except those that shape an emoji."""
    if not has_any(page.text, _hidden()):
        return NOTHING
    fixes = []
    for m in _INVISIBLE.finditer(page.text):
        if m[0][0] in "\u200d\ufe0e\ufe0f" and _EMOJI.search(page.text, max(0, m.start() - 1), m.start()):
            continue
        points = " ".join(f"U+{ord(c):04X}" for c in m[0])
        fixes.append(Fix(start=m.start(), end=m.end(), new="", kind="invisible", evidence=points))
    return Findings(fixes=tuple(fixes)) if fixes else NOTHING
