"""Words that a page lost without a trace and a copy of it still has: 应及时向提出 beside 应及时向法院提出.

One place proves nothing: whoever wrote the copy may have put the word in. A filter deletes a word wherever it stands.
So a word is missed where the page never has it, but a copy has it in several places in otherwise equal wording, each
time beside other characters (what a copy puts before one word everywhere has one neighbour), or where a space stands.
Without the space it is only offered: copies are also stuffed with words that the page never had.
"""

import re
from collections.abc import Iterator, Sequence

from analyzer.model import GapKind
from analyzer.repair.page import Hole
from analyzer.repair.siblings import Letters

# So many letters on either side are the same; so long is a word; so many places, and different letters on either side.
_EQUAL = 4
_WORD = re.compile("[\u4e00-\u9fff]{2,4}")
_PLACES = 2
_SPACE = re.compile(r"[^\w\s]*( {1,2})[^\w\s]*")
# Comparing two longer texts takes too long.
_LONGEST = 20_000


def copies_have(text: str, copies: Sequence[Letters]) -> tuple[Hole, ...]:
    """Return the places of a text where copies have a word that the text lost, the word as candidate."""
    own = Letters(text)
    found: dict[str, dict[int, tuple[str, str]]] = {}
    for copy in copies:
        for at, there, word in _more(own.letters, copy.letters):
            if word not in text:
                words = copy.words(there, there + len(word))
                if words:
                    found.setdefault(word, {}).setdefault(at, (copy.apart(there), words))
    holes: dict[int, Hole] = {}
    for word in sorted(found, key=lambda w: (-len(found[w]), w)):
        places = [at for at in found[word] if at not in holes]
        proven = len(places) >= _PLACES and _varied(own.letters, places)
        for at in places:
            hole = _hole(text, own, at, *found[word][at])
            if hole and (proven or hole.kind is GapKind.SPACE):
                holes[at] = hole
    return tuple(holes[at] for at in sorted(holes))


def _hole(text: str, own: Letters, at: int, apart: str, words: str) -> Hole | None:
    """Return the hole between two letters, where the page has a space the space itself.

    Where signs stand as well, ``apart`` (what the copy has there) tells whether the word stood before or behind them.
    Beside the end of a line, or a space that the copy has as well, nothing tells.
    """
    start, end = own.end(at - 1), own.start(at)
    shown = _SPACE.fullmatch(text, start, end)
    if " " in apart or (not shown and any(char.isspace() for char in text[start:end])):
        return None
    start, end = shown.span(1) if shown else (end, end) if apart else (start, start)
    return Hole(
        start=start,
        end=end,
        kind=GapKind.SPACE if shown else GapKind.MERGED,
        evidence=f"相似稿件在这里有“{words}”，本页一处也没有",
        candidates=(words,),
        guess=not shown,
    )


def _more(own: str, other: str) -> Iterator[tuple[int, int, str]]:
    """Yield where another text has a few letters more between equal ones, and these, in each way to cut them."""
    from rapidfuzz.distance import Levenshtein

    if max(len(own), len(other)) > _LONGEST:
        return
    steps = list(Levenshtein.opcodes(own, other))
    for before, step, after in zip(steps, steps[1:], steps[2:], strict=False):
        if step.tag != "insert" or before.tag != "equal" or after.tag != "equal":
            continue
        if min(before.src_end - before.src_start, after.src_end - after.src_start) < _EQUAL:
            continue
        at, word = step.src_start, other[step.dest_start : step.dest_end]
        for back in range(len(word)):
            turned = word[len(word) - back :] + word[: len(word) - back]
            if own[at - back : at] != turned[:back]:
                break
            if _WORD.fullmatch(turned):
                yield at - back, step.dest_start - back, turned


def _varied(letters: str, places: Sequence[int]) -> bool:
    """Return whether different letters stand before the places, and behind them."""
    return len({letters[at - 1 : at] for at in places}) > 1 < len({letters[at : at + 1] for at in places})
