"""Spun word pairs mined from copies: where one copy has a word and the other another, again and again.

Two copies of an article are cut into words and aligned; a word that stands in the place of another, between the same
neighbours, is a swap. What a rewriting tool does it does everywhere, so a pair counts by the clusters of copies it is
seen in: ten copies of one text make 45 pairs of copies and are still one text.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from analyzer.words import counts, cut, tag

# Kinds of words that rewriting tools swap; names, places, times and figures are swapped by editors, not by tools.
_KINDS = ("v", "n", "a", "d", "c", "r", "p", "vn", "ad", "an", "l", "i", "z", "b")

_HANZI = re.compile("[\u4e00-\u9fff]{2,4}")
# Longer texts are aligned piece by piece, so that the work grows with their length.
_PIECE = 2000  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """A mined pair: the rarer word of general Chinese is taken as the ``spun`` one.

    ``times`` is how often the swap was seen, in how many pairs of copies (``pairs``) and of how many texts
    (``clusters``); ``spun_in`` and ``plain_in`` are the first surroundings of both.
    """

    spun: str
    plain: str
    times: int
    pairs: int
    clusters: int
    spun_in: str
    plain_in: str


def swaps(copies: Iterable[tuple[str, str, str]], least: int = 2) -> list[Swap]:
    """Return the swaps seen in at least ``least`` clusters of copies, the most frequent first.

    ``copies`` are (cluster, folded text, folded text). One cluster says little: an editor may have changed a word,
    and all later copies carry it.
    """
    from rapidfuzz.distance import Levenshtein

    seen: dict[tuple[str, str], list[tuple[tuple[str, int], str, str]]] = defaultdict(list)
    for number, (cluster, left, right) in enumerate(copies):
        place = cluster, number
        a, b = _words(left), _words(right)
        for at in range(0, max(len(a), len(b)), _PIECE):
            x, y = a[at : at + _PIECE], b[at : at + _PIECE]
            steps = list(Levenshtein.opcodes(x, y))
            for n, op in enumerate(steps):
                # Between equal words only: next to words added or left out the alignment is a guess.
                beside = [o.tag for o in (*steps[max(0, n - 1) : n], *steps[n + 1 : n + 2])]
                if op.tag != "replace" or any(t != "equal" for t in beside):
                    continue
                for i, j in zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True):
                    if _general(x[i]) and _general(y[j]):
                        one, other = (place, _around(x, i), _around(y, j)), (place, _around(y, j), _around(x, i))
                        if counts().get(x[i], 0) <= counts().get(y[j], 0):
                            seen[x[i], y[j]].append(one)
                        else:
                            seen[y[j], x[i]].append(other)
    found = [
        Swap(
            spun=spun, plain=plain, times=len(places), pairs=len({p for p, _, _ in places}),
            clusters=len({cluster for (cluster, _), _, _ in places}),
            spun_in=places[0][1], plain_in=places[0][2],
        )
        for (spun, plain), places in seen.items()
    ]  # fmt: skip
    kept = [swap for swap in found if swap.clusters >= least]
    return sorted(kept, key=lambda s: (-s.clusters, -s.times, s.spun, s.plain))


def _words(text: str) -> list[str]:
    return [word for line in text.split("\n") for word in cut(line) if word.strip()]


def _general(word: str) -> bool:
    return bool(_HANZI.fullmatch(word)) and tag(word) in _KINDS


def _around(words: list[str], at: int) -> str:
    return "".join((*words[max(0, at - 4) : at], "【", words[at], "】", *words[at + 1 : at + 5]))
