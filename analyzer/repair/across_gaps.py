"""Names that a hole runs through: 蚂蚁 服 is still 蚂蚁金服. For matching only; such a mention is a guess."""

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass

from analyzer.model import GapKind, Reading
from analyzer.text import Span

# A hole stands for 1 to 4 characters. A name of 4 characters or more may lose them without a trace; one of 3 only
# where a space or a mask shows the hole (微 贷 also fits other words).
_LONGEST = 4
_SHORTEST_NAME = 3
_SHORTEST_UNSEEN = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """``start:end`` counts in ``reading.folded.text``; ``name`` is the name as given."""

    start: int
    end: int
    name: str


def gap_wildcards(reading: Reading) -> tuple[Span, ...]:
    """Return the open holes as ranges of ``reading.folded.text`` (empty where nothing visible stands in them)."""
    view = reading.folded
    return tuple(Span(view.position(g.start), view.position(g.end)) for g in reading.gaps if g.restored is None)


def names_across_gaps(reading: Reading, having: Callable[[Set[str]], Iterable[str]]) -> Iterator[Mention]:
    """Yield the names that fit around an open hole with 1 to 4 characters missing.

    ``having`` gives the names, folded, that have one of some letters: most share none with what stands beside a hole.
    """
    text = reading.folded.text
    holes = [
        (view_span, gap.kind)
        for view_span, gap in zip(gap_wildcards(reading), (g for g in reading.gaps if g.restored is None), strict=True)
        if gap.kind in (GapKind.SPACE, GapKind.MASKED, GapKind.MERGED)
    ]
    if not holes:
        return
    beside = {c for hole, _ in holes for c in (text[hole.start - 1 : hole.start], text[hole.end : hole.end + 1]) if c}
    for name in having(beside):
        least = _SHORTEST_UNSEEN if not name.isascii() else 6
        for hole, kind in holes:
            if text[hole.start - 1 : hole.start] not in name and text[hole.end : hole.end + 1] not in name:
                continue
            visible = kind is not GapKind.MERGED
            if len(name) < (_SHORTEST_NAME if visible and not name.isascii() else least):
                continue
            mention = _around(text, hole, name)
            if mention:
                yield mention


def _around(text: str, hole: Span, name: str) -> Mention | None:
    """Return the name laid around a hole with as few characters missing as possible, or None."""
    size = len(name)
    before, after = text[max(0, hole.start - size) : hole.start], text[hole.end : hole.end + size]
    heads = [k for k in range(size) if before.endswith(name[:k])]
    tails = {k for k in range(size) if after.startswith(name[size - k :])}
    for lost in range(1, min(_LONGEST, size - 2) + 1):
        for head in heads:
            tail = size - lost - head
            if tail in tails and ((head and tail) or max(head, tail) >= _SHORTEST_NAME):
                return Mention(hole.start - head, hole.end + tail, name)
    return None
