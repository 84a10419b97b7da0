"""A paragraph that stands twice, word for word or with a few words exchanged: the later one goes.

Table rows, list items, references, refrains and captions repeat legitimately and stay, and so does a paragraph whose
figures differ: 额度20万 and 额度30万 are two statements.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from analyzer.clean.draft import Cut, Draft, Line, Pass, lines_cut
from analyzer.language import Phrase

# Likeness in percent for a paragraph outside a repeated run; the note's figure, from clean pages.
_LIKE = 92.0
# How much the lengths may differ; beyond that the likeness cannot be reached anyway.
_LENGTH = 0.2
_REFERENCE = re.compile(r"\s*(?:\[\d+\]|\(\d+\)|[①-⑳]|注\s*\d*[::]|参考|来源|资料来源)")

# Lines are compared only if they share pieces of this many characters: likeness leaves many of them whole.
_PIECE = 8
# Lines that are compared at most, and places of a piece that are remembered: what stands in more is a phrase.
_RIVALS = 4
_PLACES = 16

_WHY = Phrase(zh="这一段前面已经出现过。", en="this paragraph has already been given above")
_NEAR = Phrase(zh="这一段与前面的一段几乎相同。", en="this paragraph nearly equals one above")


def find(draft: Draft) -> Iterable[Cut]:
    """Yield later copies of running paragraphs."""
    seen: dict[str, int] = {}
    pieces: dict[str, list[int]] = {}
    compared = {
        k: line
        for k, line in enumerate(draft.lines)
        if line.running and "|" not in line.text and not _REFERENCE.match(line.folded)
    }
    pieces_of = {k: _pieces(line.bare) for k, line in compared.items()}
    asked = {piece for own in pieces_of.values() for piece in own[:: _PIECE // 2]}
    for k, line in compared.items():
        before = seen.get(line.bare)
        if before is not None:
            yield lines_cut(draft, k, k + 1, _WHY, evidence=(before, before + 1))
            continue
        near = _near(line, pieces_of[k][:: _PIECE // 2], draft.lines, pieces) if pieces else None
        if near is not None:
            yield lines_cut(draft, k, k + 1, _NEAR, evidence=(near, near + 1), confidence=0.9)
            continue
        seen[line.bare] = k
        for piece in [p for p in pieces_of[k] if p in asked]:
            places = pieces.setdefault(piece, [])
            if len(places) < _PLACES:
                places.append(k)


def _near(line: Line, own: Iterable[str], lines: Sequence[Line], pieces: Mapping[str, Sequence[int]]) -> int | None:
    """Return the earlier paragraph that this one, of which ``own`` are pieces, repeats with a few words exchanged."""
    found = [k for piece in own if piece in pieces for k in pieces[piece]]
    if not found:
        return None
    from rapidfuzz.fuzz import ratio

    figures = re.findall(r"\d+", line.folded)
    for k, _ in sorted(Counter(found).most_common(_RIVALS)):
        other = lines[k]
        if abs(len(other.bare) - len(line.bare)) > _LENGTH * len(line.bare):
            continue
        if ratio(other.bare, line.bare, score_cutoff=_LIKE) and figures == re.findall(r"\d+", other.folded):
            return k
    return None


def _pieces(bare: str) -> list[str]:
    return [bare[k : k + _PIECE] for k in range(len(bare) - _PIECE + 1)]


PASS = Pass(rule="duplicates", version=1, why=_WHY, find=find)
