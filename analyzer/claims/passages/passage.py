"""A stretch of a page that is not put as the page's own word, and the lines that pages of this kind are read by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.model import Stance


@dataclass(frozen=True, slots=True)
class Passage:
    """``start:end`` of the folded text, how it puts what it says, and the words that show it.

    ``post`` is true for a post of a thread: the page stands for what it says until another post says otherwise.
    """

    start: int
    end: int
    stance: Stance
    cue: str
    post: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the folded text without the blanks around it: its offset and what it says."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset right after its last character."""
        return self.start + len(self.text)


_LINE = re.compile(r"[^\s][^\n]*")


def lines_of(text: str) -> Sequence[Line]:
    """Return the lines of a text that say anything."""
    return tuple(Line(found.start(), found.group().rstrip()) for found in _LINE.finditer(text))


def whole(line: Line, stance: Stance, cue: str) -> Passage:
    """Return a line as one passage."""
    return Passage(line.start, line.end, stance, cue)
