"""Map what an extractor returns, a string, back to the blocks of the page that it took.

The extractors give no positions. Each block is looked up in the candidate in reading order; a short block is accepted
only close to where the last one was found, so that a menu word does not match somewhere in the text.
"""

from collections.abc import Sequence

# Characters that an out-of-order match must have: below, words repeat by chance.
_LONG = 14
# How far behind the last match a short block may be found.
_WINDOW = 160
# Share of a long block that must be found, in pieces of this length, where it is not there as a whole.
_SHARE = 0.6
_PIECE = 8


def align(blocks: Sequence[str], candidate: str) -> list[bool]:
    """Return for each bare block whether the bare candidate holds it; empty blocks follow their neighbours."""
    taken: list[bool | None] = []
    at = 0
    for block in blocks:
        if not block:
            taken.append(None)
            continue
        reach = len(candidate) if len(block) >= _LONG else min(len(candidate), at + _WINDOW + len(block))
        place = candidate.find(block, at, reach)
        if place < 0 and len(block) >= _LONG:
            place = candidate.find(block)
        if place >= 0:
            at = place + len(block)
            taken.append(True)
        elif len(block) >= 2 * _PIECE:
            pieces = [block[k : k + _PIECE] for k in range(0, len(block) - _PIECE + 1, _PIECE)]
            taken.append(sum(piece in candidate for piece in pieces) >= _SHARE * len(pieces))
        else:
            taken.append(False)
    return _fill(taken)


def _fill(taken: Sequence[bool | None]) -> list[bool]:
    """Return the choices with undecided blocks taken where both neighbours are."""
    done: list[bool] = []
    for k, choice in enumerate(taken):
        if choice is None:
            following = next((c for c in taken[k + 1 :] if c is not None), False)
            choice = bool(done and done[-1] and following)
        done.append(choice)
    return done
