"""Sentences and clauses of a folded text, and one sentence prepared for matching."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from analyzer.claims.mentions import Mention
from analyzer.model import PartialDate
from analyzer.values import DateMention, Figure, dates, figures
from analyzer.words import MENTION

# A sentence ends at these marks and whatever closing quotes follow; a line end always ends it.
_SENTENCE = re.compile(r"[^。！？!?\n]*(?:[。！？!?]+[”\"』」’）)]*|\n|$)")
# Clauses: commas, semicolons, colons, dashes. 、 joins a list and does not end a clause.
_CLAUSE = re.compile(r"[，,；;：:\n|｜]|——|—|…+|\s{2,}")
# Bracketed insertions, and footnote numbers that stick to a name (《…》1是).
_ASIDE = re.compile(
    r"[(（\[【][^()（）\[\]【】]{0,60}[)）\]】]"
    r"|(?<=[\ue001》”])\d{1,2}(?=[\u4e00-\u9fff，。、])(?![年月日个家部集万亿倍号届期季第])"
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence, surrounding blanks left out; the closing mark belongs to it."""
    for found in _SENTENCE.finditer(text):
        start, end = found.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            yield start, end


@dataclass(slots=False)
class Sentence:
    """One sentence: its folded text, its place in the article's folded text and what it names (local offsets).

    ``attributes`` are the nouns that the table's templates ask for: what a subject has rather than what it is part of,
    ``classes`` those that end names of the table and so may stand for one of them (大桥); ``headed`` is true for the
    first sentence below a heading that names one thing.
    ``masked`` has the length of ``text``; the first character of a mention is MENTION, its others are U+E001.
    """

    text: str
    offset: int
    mentions: tuple[Mention, ...]
    published: PartialDate | None = None
    attributes: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    headed: bool = False
    masked: str = field(init=False)

    def __post_init__(self) -> None:
        chars = list(self.text)
        for m in self.mentions:
            chars[m.start] = MENTION
            for i in range(m.start + 1, m.end):
                chars[i] = "\ue001"
        self.masked = "".join(chars)

    @cached_property
    def types(self) -> frozenset[str]:
        """The entity types that the sentence names."""
        return frozenset().union(*(m.types for m in self.mentions))

    @cached_property
    def segments(self) -> tuple[tuple[int, int], ...]:
        """The clauses as (start, end); punctuation inside brackets and mentions does not divide."""
        out: list[tuple[int, int]] = []
        start = 0
        depth_end = -1
        flat = self._flat
        for found in _CLAUSE.finditer(flat):
            if found.start() < depth_end:
                continue
            if found.group() in ",，" and _digit(flat, found.start() - 1) and _digit(flat, found.end()):
                continue
            if found.start() > start:
                out.append((start, found.start()))
            start = found.end()
        if start < len(flat):
            out.append((start, len(flat)))
        return tuple(out)

    @cached_property
    def _flat(self) -> str:
        """The masked text with bracketed insertions blanked, so that their commas do not count."""
        return _ASIDE.sub(lambda m: "\ue002" * len(m.group()), self.masked)

    def aside(self, position: int) -> bool:
        """Return whether a place lies in a bracketed insertion."""
        return self._flat[position : position + 1] == "\ue002"

    def segment_at(self, position: int) -> int:
        """Return the index of the clause that holds a position."""
        for k, (_, end) in enumerate(self.segments):
            if position < end or (position == end and k == len(self.segments) - 1):
                return k
        return max(0, len(self.segments) - 1)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates of the sentence."""
        return tuple(dates(self.text, self.published))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the sentence; what names and titles have of them (天 in 天弘) does not count."""
        shut = [found.span() for found in re.finditer("《[^《》]*》", self.text)]
        return tuple(f for f in figures(self.masked) if not any(a < f.end and f.start < b for a, b in shut))

    def gap(self, start: int, end: int) -> str:
        """Return the text between two places with each mention as one character and brackets left out."""
        flat = self._flat[start:end].replace("\ue001", "").replace("\ue002", "")
        return flat.replace(" ", "").replace("\u3000", "")


def _digit(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isdigit()
