"""Map what an extractor returns, a string, back to the blocks of the page that it took.

The extractors give no positions. Long blocks that the candidate holds in the same order are the anchors (the longest
rising chain of matches); short blocks count only where they stand between the anchors around them, so that a menu word
does not match somewhere in the text. No piece of the candidate is used twice: a teaser that repeats the first paragraph
is not the first paragraph.
"""

from bisect import bisect_left
from collections.abc import Sequence

# Bare characters that an anchor must have: below, words repeat by chance.
_LONG = 14
# Places of one block in the candidate that are considered.
_PLACES = 4
# How far from an anchor a short block may be found.
_WINDOW = 160
# Share of a long block that must be found, in pieces of this length, where it is not there as a whole (an extractor
# has dropped a link or a footnote inside it).
_SHARE = 0.6
_PIECE = 8


def align(blocks: Sequence[str], candidate: str) -> list[bool]:
    """Return for each bare block whether the bare candidate holds it; empty blocks follow their neighbours."""
    anchors = _chain(_matches(blocks, candidate))
    used = sorted((at, at + len(blocks[k])) for k, at in anchors.items())
    taken: list[bool | None] = []
    following = sorted(anchors)
    at = 0
    for k, block in enumerate(blocks):
        if k in anchors:
            at = anchors[k] + len(block)
            taken.append(True)
        elif not block:
            taken.append(None)
        else:
            place = bisect_left(following, k)
            end = anchors[following[place]] if place < len(following) else len(candidate)
            found = candidate.find(block, at, min(end, at + _WINDOW + len(block)) if len(block) < _LONG else end)
            if found >= 0:
                at = found + len(block)
                taken.append(True)
            else:
                taken.append(len(block) >= _LONG and _elsewhere(block, candidate, used))
    return _fill(taken)


def _matches(blocks: Sequence[str], candidate: str) -> list[tuple[int, int]]:
    """Return (block, place) for each place where a long block stands in the candidate, later places first."""
    found: list[tuple[int, int]] = []
    for k, block in enumerate(blocks):
        if len(block) < _LONG:
            continue
        places: list[int] = []
        place = candidate.find(block)
        while place >= 0 and len(places) < _PLACES:
            places.append(place)
            place = candidate.find(block, place + len(block))
        found += [(k, place) for place in reversed(places)]
    return found


def _chain(matches: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Return the longest chain of matches that rises in block and in place."""
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for index, (_, place) in enumerate(matches):
        spot = bisect_left(tails, place)
        if spot == len(tails):
            tails.append(place)
            ends.append(index)
        else:
            tails[spot] = place
            ends[spot] = index
        back.append(ends[spot - 1] if spot else -1)
    chain: dict[int, int] = {}
    index = ends[-1] if ends else -1
    while index >= 0:
        block, place = matches[index]
        chain[block] = place
        index = back[index]
    return chain


def _elsewhere(block: str, candidate: str, used: list[tuple[int, int]]) -> bool:
    """Return whether an unused part of the candidate holds a long block that is out of order or broken up."""
    place = candidate.find(block)
    while place >= 0:
        spot = bisect_left(used, (place, place))
        before = used[spot - 1][1] if spot else 0
        after = used[spot][0] if spot < len(used) else len(candidate)
        if before <= place and place + len(block) <= after:
            used.insert(spot, (place, place + len(block)))
            return True
        place = candidate.find(block, place + 1)
    if len(block) < 2 * _PIECE:
        return False
    free = 0
    pieces = [block[k : k + _PIECE] for k in range(0, len(block) - _PIECE + 1, _PIECE)]
    for piece in pieces:
        place = candidate.find(piece)
        if place >= 0:
            spot = bisect_left(used, (place + 1, 0))
            free += not (spot and used[spot - 1][1] > place)
    return free >= _SHARE * len(pieces)


def _fill(taken: Sequence[bool | None]) -> list[bool]:
    """Return the choices with undecided blocks taken where both neighbours are."""
    done: list[bool] = []
    after = [False] * len(taken)
    following = False
    for k in range(len(taken) - 1, -1, -1):
        after[k] = following
        choice = taken[k]
        following = choice if choice is not None else following
    for k, choice in enumerate(taken):
        done.append(choice if choice is not None else bool(done and done[-1] and after[k]))
    return done
