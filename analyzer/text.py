"""A text that remembers where each of its characters came from."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points; the holder says of which text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Change:
    """Replace ``start:end`` of a view's text by ``new`` ("" cuts it out)."""

    start: int
    end: int
    new: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A text derived from a source by cuts and replacements, with the way back to the source.

    The text is a row of pieces. ``starts[k]`` is where piece k begins in ``text``, ``origins[k]`` where it begins in
    the source and ``lengths[k]`` how many source characters it covers. A piece as long in the text as in the source
    maps character by character; in any other piece every character maps to the whole covered span. Both columns
    rise, so a position is found by bisection; a view with few changes costs little, however long the text.
    """

    text: str
    source: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, source: str) -> "View":
        """Return the view that is the source itself."""
        return cls(source, source, (0,), (0,), (len(source),))

    def __reduce__(self) -> tuple[object, ...]:
        """Pack the view without what stands in the source word for word: nearly all of its text."""
        ends = (*self.starts[1:], len(self.text))
        pieces = [self.text[a:b] for a, b in zip(self.starts, ends, strict=False)]  # a view of nothing has no pieces
        origins = zip(pieces, self.origins, self.lengths, strict=True)
        new = tuple("" if piece == self.source[at : at + size] else piece for piece, at, size in origins)
        return _unpacked, (self.source, self.starts, self.origins, self.lengths, new)

    def recast(self, text: str) -> "View":
        """Return the same map under another text of equal length (script, case or width folded).

        Raises ValueError if the length differs.
        """
        if len(text) != len(self.text):
            raise ValueError(f"a recast text must keep its length: {len(text)} != {len(self.text)}")
        return View(text, self.source, self.starts, self.origins, self.lengths)

    def edit(self, changes: Iterable[Change]) -> "View":
        """Return the view after the changes, which are given in this view's offsets.

        They must be disjoint; their order does not matter. Raises ValueError if two overlap or one is out of range.
        """
        ordered = sorted(changes, key=lambda c: (c.start, c.end))
        if not ordered:
            return self
        parts: list[str] = []
        starts: list[int] = []
        origins: list[int] = []
        lengths: list[int] = []
        at = out = 0

        def keep(start: int, end: int) -> None:
            nonlocal out
            for piece_start, _, origin, length in self._pieces(start, end):
                starts.append(out + piece_start - start)
                origins.append(origin)
                lengths.append(length)
            parts.append(self.text[start:end])
            out += end - start

        for change in ordered:
            if change.start < at or change.end < change.start or change.end > len(self.text):
                raise ValueError(f"changes overlap or leave the text at {change.start}:{change.end}")
            if change.start > at:
                keep(at, change.start)
            if change.new:
                covered = self._covered(change.start, change.end)
                size = len(change.new)
                # Inside a replacement, new text must not come to map character by character: see _pieces.
                first = (
                    1
                    if size == len(covered) > 1 and (self._overlap(change.start) or self._overlap(change.end))
                    else size
                )
                for part in filter(None, (first, size - first)):
                    starts.append(out)
                    origins.append(covered.start)
                    lengths.append(len(covered))
                    out += part
                parts.append(change.new)
            at = change.end
        if at < len(self.text):
            keep(at, len(self.text))
        return View("".join(parts), self.source, tuple(starts), tuple(origins), tuple(lengths))

    def cut(self, spans: Iterable[Span]) -> "View":
        """Return the view without the given spans of its text."""
        return self.edit(Change(s.start, s.end) for s in spans)

    def span(self, start: int, end: int) -> Span:
        """Return the source span from the first to the last character of ``text[start:end]``.

        An empty range gives the empty source span before ``text[start]``.
        """
        if start >= end:
            place = self._source_start(start)
            return Span(place, place)
        return Span(self._source_start(start), self._source_end(end - 1))

    def runs(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the source spans that ``text[start:end]`` covers, without what was cut out between them."""
        runs: list[Span] = []
        for piece_start, piece_end, origin, length in self._pieces(start, end):
            if runs and runs[-1] == Span(origin, origin + length):
                continue
            if runs and runs[-1].end == origin:
                runs[-1] = Span(runs[-1].start, origin + length)
            elif length or piece_end > piece_start:
                runs.append(Span(origin, origin + length))
        return tuple(r for r in runs if len(r)) or tuple(runs[:1])

    def position(self, offset: int) -> int:
        """Return the first position of ``text`` whose character lies at or after source ``offset``."""
        k = bisect_right(self.origins, offset) - 1
        while k >= 0 and self.origins[k] + self.lengths[k] > offset:
            if k and self.origins[k - 1] + self.lengths[k - 1] > offset:
                k -= 1
                continue
            return self.starts[k] + (offset - self.origins[k] if self._plain(k) else 0)
        return self.starts[k + 1] if k + 1 < len(self.starts) else len(self.text)

    def _overlap(self, i: int) -> int:
        """Return how many source characters the characters before and after position i both map to."""
        return max(0, self._source_end(i - 1) - self._source_start(i)) if 0 < i < len(self.text) else 0

    def _covered(self, start: int, end: int) -> Span:
        """Return the source span of a change; what is inserted into a replacement covers what that covers."""
        covered = self.span(start, end)
        return covered if start < end else Span(covered.start, covered.end + self._overlap(start))

    def _piece_end(self, k: int) -> int:
        return self.starts[k + 1] if k + 1 < len(self.starts) else len(self.text)

    def _plain(self, k: int) -> bool:
        return self._piece_end(k) - self.starts[k] == self.lengths[k]

    def _source_start(self, i: int) -> int:
        if i >= len(self.text):
            return self.origins[-1] + self.lengths[-1] if self.origins else 0
        k = bisect_right(self.starts, i) - 1
        return self.origins[k] + (i - self.starts[k] if self._plain(k) else 0)

    def _source_end(self, i: int) -> int:
        k = bisect_right(self.starts, i) - 1
        return self.origins[k] + (i - self.starts[k] + 1 if self._plain(k) else self.lengths[k])

    def _pieces(self, start: int, end: int) -> Iterable[tuple[int, int, int, int]]:
        """Yield (text start, text end, source start, source length) of the pieces inside ``text[start:end]``."""
        if start >= end:
            return
        k = bisect_right(self.starts, start) - 1
        while k < len(self.starts) and self.starts[k] < end:
            a, b = max(start, self.starts[k]), min(end, self._piece_end(k))
            if self._plain(k):
                yield a, b, self.origins[k] + a - self.starts[k], b - a
            elif a < b:
                # A part of a replacement that happens to be as long as what it covers must not come to map character
                # by character: in two pieces it does not.
                if b - a == self.lengths[k] > 1:
                    yield a, a + 1, self.origins[k], self.lengths[k]
                    a += 1
                yield a, b, self.origins[k], self.lengths[k]
            k += 1


def _unpacked(
    source: str, starts: tuple[int, ...], origins: tuple[int, ...], lengths: tuple[int, ...], new: tuple[str, ...]
) -> View:
    pieces = zip(new, origins, lengths, strict=True)
    text = "".join([piece or source[at : at + size] for piece, at, size in pieces])
    return View(text, source, starts, origins, lengths)


def rebuild(text: str, removals: Sequence[tuple[int, str]]) -> str:
    """Put removed pieces, given as (source start, text) in ascending order, back into a cleaned text.

    This is the ledger law turned into a function: for every article it must return the source.
    """
    parts: list[str] = []
    source_at = text_at = 0
    for start, piece in removals:
        kept = start - source_at
        parts += [text[text_at : text_at + kept], piece]
        source_at, text_at = start + len(piece), text_at + kept
    parts.append(text[text_at:])
    return "".join(parts)
