"""The article pasted twice: the second and later copies of a run of lines go, the first copy stays.

Seen on farm pages whose template prints the body once for readers and once for a hidden box, with the comments copied
along. A run counts only if it holds running text: refrains, table rows and lists repeat legitimately.
"""

from collections.abc import Iterable, Sequence

from analyzer.clean.cues import is_stamp
from analyzer.clean.draft import LONG, Cut, Draft, Line, Pass, lines_cut
from analyzer.language import Phrase

# Tokens that a repeated run must hold, running text included: two farm paragraphs. A refrain of eight short lines has
# fewer and no running text at all.
_RUN = 2 * LONG
# A line that stands more often than this is a refrain or a row and begins no copy. (It also bounds the work.)
_PLACES = 8
# Short lines (date, repeated title) that may stand between two matching lines of a run.
_SLACK = 3
# Likeness in percent of two lines at the same place of two copies, when a few words were exchanged. Next to a run of
# matching lines this is safe far below the figure for a lone paragraph: unrelated farm paragraphs score under 45.
_LIKE = 72.0

_WHY = Phrase(zh="同一篇正文又贴了一遍，保留第一遍。", en="the article is pasted again; the first copy stays")


def find(draft: Draft) -> Iterable[Cut]:
    """Yield each later copy of a run."""
    lines = draft.lines
    first: dict[str, list[int]] = {}
    at = 0
    while at < len(lines):
        best: tuple[int, int, int] | None = None
        places = first.get(lines[at].bare, [])
        for start in places if len(places) <= _PLACES else ():
            stop, weight, other = _run(lines, start, at)
            if weight >= _RUN and (best is None or weight > best[1]):
                best = stop, weight, other
                origin = start
        if best is not None:
            yield lines_cut(draft, at, best[0], _WHY, evidence=(origin, best[2]))
            at = best[0]
            continue
        if lines[at].bare and len(places) <= _PLACES:
            first.setdefault(lines[at].bare, []).append(at)
        at += 1


def _run(lines: Sequence[Line], left: int, right: int) -> tuple[int, int, int]:
    """Return (end of the copy, its weight, end of the original) of a run; the weight is 0 without running text."""
    i, j, origin = left, right, right
    weight = 0
    running = 0
    while i < origin and j < len(lines):
        if _alike(lines[i], lines[j]):
            weight += lines[j].weight
            running += lines[j].running
            i, j = i + 1, j + 1
            stop, end = j, i
            continue
        step = _resume(lines, i, j, origin)
        if step is None:
            break
        i, j = step
    return (stop, weight if running else 0, end) if weight else (right, 0, left)


def _resume(lines: Sequence[Line], i: int, j: int, origin: int) -> tuple[int, int] | None:
    """Return where both copies match again after a few short lines that only one of them has."""
    for skip in range(1, 2 * _SLACK + 1):
        for a in range(max(0, skip - _SLACK), min(skip, _SLACK) + 1):
            b = skip - a
            if i + a >= origin or j + b >= len(lines) or not _alike(lines[i + a], lines[j + b]):
                continue
            if all(is_stamp(line.folded) or not line.running for line in (*lines[i : i + a], *lines[j : j + b])):
                return i + a, j + b
    return None


def _alike(a: Line, b: Line) -> bool:
    """Return whether two lines at the same place of two copies say the same."""
    if a.bare == b.bare:
        return True
    if min(a.weight, b.weight) < LONG // 2 or digits(a) != digits(b):
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(a.bare, b.bare, score_cutoff=_LIKE) > 0


def digits(line: Line) -> str:
    """Return the figures of a line: two lines that differ in one never say the same."""
    return "".join(filter(str.isdigit, line.bare))


PASS = Pass(rule="repeats", version=1, why=_WHY, find=find)
