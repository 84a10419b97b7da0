"""From offsets to marked text: the source of an article as rows of segments, each with at most one look.

Everything here is plain data about the *source text*; the templates escape each segment's text. This is the only
way by which article text gets markup around it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from analyzer.model import Gap, Removal, Repair
from analyzer.text import Span

# A removed piece up to this long, inside a line, stays in the line; anything longer becomes a folded block.
# One line of the page holds 40 characters: a piece that fills less than one is easier read in place.
INLINE_CUT = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span of the source to be shown as ``kind``; ``note`` is the number of its note, 0 for none."""

    start: int
    end: int
    kind: str
    note: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text with one look: "" plain, a verdict, "gap", "fix" (repaired) or "cut" (removed).

    ``old`` is what the source has where ``text`` is a repair. ``notes`` are the notes whose mark ends here.
    """

    text: str
    look: str = ""
    old: str = ""
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paragraph (``removed`` is empty) or a folded block of removed pieces, with the notes that begin in it."""

    start: int
    segments: tuple[Segment, ...] = ()
    notes: tuple[int, ...] = ()
    removed: tuple[Removal, ...] = ()


class _Placed(Protocol):
    """Anything that lies over the source."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=_Placed)


class _Layer(Generic[T]):
    """Things over the source, sorted by start, that can be asked for those near a line."""

    def __init__(self, items: Iterable[T]) -> None:
        self.items = sorted(items, key=lambda i: (i.start, i.end))
        self.starts = [i.start for i in self.items]
        self.longest = max((i.end - i.start for i in self.items), default=0)

    def near(self, start: int, end: int) -> list[T]:
        """Return the items that touch ``start:end``, those that only meet its edges too."""
        if not self.items:  # most pages have no repairs and no holes, and are asked for them line by line
            return []
        low, high = bisect_left(self.starts, start - self.longest), bisect_right(self.starts, end)
        return [i for i in self.items[low:high] if i.end >= start]

    def inside(self, start: int, end: int) -> list[T]:
        """Return the items that lie wholly inside ``start:end``."""
        return [i for i in self.near(start, end) if i.start >= start and i.end <= end]


@dataclass(frozen=True, slots=True)
class _Layers:
    marks: _Layer[Mark]
    repairs: _Layer[Repair]
    gaps: _Layer[Gap]
    inline: _Layer[Removal]


# A sentence of the corpus has 60 characters; who writes a page without a full stop does not get a card of its length.
AROUND = 160

STRENGTH = ("contradicted", "outdated", "gap", "imprecise", "supported", "unverified")


def rows_of(
    source: str, removals: Sequence[Removal], marks: Iterable[Mark], repairs: Sequence[Repair], gaps: Sequence[Gap]
) -> tuple[Row, ...]:
    """Return the source as rows: paragraphs with marks, and removed blocks folded where they stood."""
    layers = _Layers(
        _Layer(marks), _Layer(repairs), _Layer(gaps), _Layer(r for r in removals if _stays_in_line(source, r))
    )
    blocks = sorted((r for r in removals if not _stays_in_line(source, r)), key=lambda r: (r.start, r.end))
    rows: list[Row] = []
    at = 0
    pending: list[Removal] = []

    def text_rows(start: int, end: int) -> None:
        for line_start, line_end in _lines(source, start, end):
            if pending:
                rows.append(Row(start=pending[0].start, removed=tuple(pending)))
                pending.clear()
            rows.append(_text_row(source, line_start, line_end, layers))

    for removal in blocks:
        if removal.start > at:
            text_rows(at, removal.start)
        pending.append(removal)
        at = max(at, removal.end)
    text_rows(at, len(source))
    if pending:
        rows.append(Row(start=pending[0].start, removed=tuple(pending)))
    return tuple(_once(rows))


def _once(rows: Iterable[Row]) -> Iterable[Row]:
    """Yield the rows with each note in the first row that asks for it."""
    seen: set[int] = set()
    for row in rows:
        fresh = tuple(n for n in row.notes if n not in seen)
        seen.update(fresh)
        yield row if fresh == row.notes else replace(row, notes=fresh)


def _stays_in_line(source: str, removal: Removal) -> bool:
    if removal.end - removal.start > INLINE_CUT or "\n" in removal.text:
        return False
    before = source[removal.start - 1 : removal.start]
    after = source[removal.end : removal.end + 1]
    return not (before in ("", "\n") and after in ("", "\n"))


def _lines(source: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """Yield the lines of ``source[start:end]`` that hold more than blanks."""
    while start < end:
        stop = source.find("\n", start, end)
        stop = end if stop < 0 else stop
        if source[start:stop].strip():
            yield start, stop
        start = stop + 1


def _text_row(source: str, start: int, end: int, layers: _Layers) -> Row:
    marks = [m for m in layers.marks.near(start, end) if m.end > start or m.start == start]
    fixed: list[tuple[int, int, Segment]] = []
    for repair in layers.repairs.inside(start, end):
        old = source[repair.start : repair.end]
        fixed.append((repair.start, repair.end, Segment(text=repair.new, look="fix", old=old)))
    fixed += [(c.start, c.end, Segment(text=c.text, look="cut")) for c in layers.inline.inside(start, end)]
    fixed += [(g.start, g.end, _hole(source, g)) for g in layers.gaps.inside(start, end)]
    if not marks and not fixed:
        return Row(start=start, segments=(Segment(text=source[start:end]),))
    fixed = _disjoint(fixed)
    edges = {start, end}
    for mark in marks:
        edges |= {max(start, mark.start), min(end, mark.end)}
    edges = {e for e in edges if not any(a < e < b for a, b, _ in fixed)}
    edges |= {p for a, b, _ in fixed for p in (a, b)}
    points = sorted(edges)
    segments: list[Segment] = []
    put = {(a, b): s for a, b, s in fixed}
    empty = {a: s for a, b, s in fixed if a == b}
    for k, a in enumerate(points):
        if a in empty:
            segments.append(_with_notes(empty[a], [m.note for m in marks if m.start == a == m.end and m.note]))
        if k + 1 == len(points):
            break
        b = points[k + 1]
        if a == b:
            continue
        ready = put.get((a, b))
        over = [m for m in marks if m.start < b and m.end > a]
        look = min((m.kind for m in over), key=STRENGTH.index, default="")
        ends = [m.note for m in over if m.note and min(m.end, end) <= b and max(m.end, start) > a]
        if ready is None:
            segments.append(Segment(text=source[a:b], look=look, notes=tuple(ends)))
        elif look and ready.look == "fix":
            segments.append(Segment(text=ready.text, look=look, old=ready.old, notes=tuple(ends)))
        else:
            segments.append(_with_notes(ready, ends))
    begins = sorted({m.note for m in marks if m.note and m.start >= start})
    return Row(start=start, segments=tuple(segments), notes=tuple(begins))


def _hole(source: str, gap: Gap) -> Segment:
    """Return what stands for a gap: the restored words, the broken ones, or two empty boxes; never a blank."""
    broken = source[gap.start : gap.end]
    return Segment(text=f"〔{gap.restored or (broken if broken.strip() else '▢▢')}〕", look="gap")


def _with_notes(segment: Segment, notes: Sequence[int]) -> Segment:
    return Segment(text=segment.text, look=segment.look, old=segment.old, notes=tuple(sorted(set(notes))))


def _disjoint(fixed: list[tuple[int, int, Segment]]) -> list[tuple[int, int, Segment]]:
    """Keep of overlapping replacements the first, so that every character is shown once."""
    kept: list[tuple[int, int, Segment]] = []
    at = -1
    for item in sorted(fixed, key=lambda f: (f[0], f[1])):
        if item[0] >= at and not (kept and item[:2] == kept[-1][:2]):
            kept.append(item)
            at = item[1]
    return kept


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in three parts, the middle one being what is claimed."""

    before: str
    marked: str
    after: str

    @property
    def lead(self) -> str:
        """Return what to show before the marked words: the end of it, where a sentence has none itself."""
        return self.before if len(self.before) <= AROUND else f"…{self.before[-AROUND:]}"

    @property
    def core(self) -> str:
        """Return what to show of the marked words."""
        return self.marked if len(self.marked) <= AROUND else f"{self.marked[:AROUND]}…"

    @property
    def rest(self) -> str:
        """Return what to show after the marked words."""
        return self.after if len(self.after) <= AROUND else f"{self.after[:AROUND]}…"


def quote(sentence: str, at: Span) -> Quote:
    """Return the sentence split around a span of it; a span outside marks the whole sentence."""
    if 0 <= at.start < at.end <= len(sentence):
        return Quote(sentence[: at.start], sentence[at.start : at.end], sentence[at.end :])
    return Quote("", sentence, "")
