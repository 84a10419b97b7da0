"""A paragraph that stands twice, word for word or with a few words exchanged: the later one goes.

Table rows, list items, references, refrains and captions repeat legitimately and stay, and so does a paragraph whose
figures differ: 额度20万 and 额度30万 are two statements.
"""

import re
from collections.abc import Iterable

from analyzer.clean.draft import LONG, Cut, Draft, Line, Pass, lines_cut
from analyzer.language import Phrase

# Likeness in percent for a paragraph outside a repeated run; the note's figure, from clean pages.
_LIKE = 92.0
# How much the lengths may differ; beyond that the likeness cannot be reached anyway.
_LENGTH = 0.2
_REFERENCE = re.compile(r"\s*(?:\[\d+\]|\(\d+\)|[①-⑳]|注\s*\d*[::]|参考|来源|资料来源)")

_WHY = Phrase(zh="这一段前面已经出现过。", en="this paragraph has already been given above")
_NEAR = Phrase(zh="这一段与前面的一段几乎相同。", en="this paragraph nearly equals one above")


def find(draft: Draft) -> Iterable[Cut]:
    """Yield later copies of running paragraphs."""
    seen: dict[str, int] = {}
    kept: list[tuple[int, Line]] = []
    for k, line in enumerate(draft.lines):
        if not line.running or "|" in line.text or _REFERENCE.match(line.folded):
            continue
        before = seen.get(line.bare)
        if before is not None:
            yield lines_cut(draft, k, k + 1, _WHY, evidence=(before, before + 1))
            continue
        near = _near(line, kept)
        if near is not None:
            yield lines_cut(draft, k, k + 1, _NEAR, evidence=(near, near + 1), confidence=0.9)
            continue
        seen[line.bare] = k
        kept.append((k, line))


def _near(line: Line, kept: Iterable[tuple[int, Line]]) -> int | None:
    """Return the earlier paragraph that this one repeats with a few words exchanged."""
    if line.weight < LONG:
        return None
    from rapidfuzz.fuzz import ratio

    figures = re.findall(r"\d+", line.folded)
    for k, other in kept:
        if abs(len(other.bare) - len(line.bare)) > _LENGTH * len(line.bare):
            continue
        if ratio(other.bare, line.bare, score_cutoff=_LIKE) and figures == re.findall(r"\d+", other.folded):
            return k
    return None


PASS = Pass(rule="duplicates", version=1, why=_WHY, find=find)
