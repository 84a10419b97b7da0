"""Fill holes from a copy of the article that still has the words.

A copy is a witness where it carries the letters on both sides of the hole and something short between them. What is
filled in silently must be certain: enough context, one place in the copy, and no copy that says otherwise. A copy
with the same hole is no witness; against a hole that nothing visible marks, it is a counter-witness.
"""

import re
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType

from analyzer.model import Article
from analyzer.repair.invisible import invisible
from analyzer.repair.lexicon import entries
from analyzer.repair.page import Hole, Page
from analyzer.repair.pinyin import pinyin
from analyzer.repair.spin import canonical
from analyzer.text import Change, View

# The longest deleted words seen have 4 characters (暴力催收); twice that is left for substituted tokens. Context is
# letters only, since copies lose punctuation: 6 on either side, or 2 and 12 where another hole is near. Held by
# tests/repair/test_siblings.py: no wrong restoration in copies with other words in other places.
_LONGEST = 8
_CONTEXTS = ((6, 6), (2, 12), (12, 2))
_FAR = 12
_NO_LETTER = re.compile(r"[\W_]+")
_LETTER = re.compile(r"[^\W_]")


class Letters:
    """The letters of a copy's plain wording without signs and spaces, with the way back to its text.

    In its plain wording a rewritten copy meets the page (``spin.canonical``); what is returned are its own words.
    """

    __slots__ = ("_letters", "_places", "_plain")

    def __init__(self, text: str) -> None:
        self._plain = canonical(View.of(text))
        self._places = array("I", (m.start() for m in _LETTER.finditer(self._plain.text)))
        self._letters = "".join(self._plain.text[i] for i in self._places)

    @property
    def letters(self) -> str:
        """Return the letters of the plain wording."""
        return self._letters

    def end(self, at: int) -> int:
        """Return where in the text a letter ends, counted from 0."""
        return self._plain.span(self._places[at], self._places[at] + 1).end

    def start(self, at: int) -> int:
        """Return where in the text a letter begins."""
        return self._plain.span(self._places[at], self._places[at] + 1).start

    def apart(self, at: int) -> str:
        """Return the signs and spaces between a letter and the one before."""
        return self._plain.text[self._places[at - 1] + 1 : self._places[at]]

    def between(self, left: str, right: str) -> list[str]:
        """Return what stands between two contexts wherever both occur at most 8 letters apart.

        "" stands for nothing, and for words with a sign or a space inside, which are no single deleted word.
        """
        found = []
        at = self._letters.find(left)
        while at >= 0:
            a = at + len(left)
            b = self._letters.find(right, a, a + _LONGEST + len(right))
            if b >= a:
                found.append(self.words(a, b))
            at = self._letters.find(left, at + 1)
        return list(dict.fromkeys(found))

    def words(self, a: int, b: int) -> str:
        """Return the copy's own words from letter a to b, "" where a sign or a space stands among them."""
        if a == b:
            return ""
        start, end = self._places[a], self._places[b - 1] + 1
        at = self._plain.span(start, end)
        return self._plain.source[at.start : at.end] if end - start == b - a else ""


def copies_of(siblings: Sequence[Article]) -> tuple[Letters, ...]:
    """Return the siblings' letters, without pinyin notes and hidden characters, in the order given."""
    return tuple(_copy(article.clean.text) for article in siblings)


# A copy serves all articles of its family; some 16 KB each.
@lru_cache(maxsize=512)
def _copy(text: str) -> Letters:
    view = View.of(text)
    for mechanism in (invisible, pinyin):
        fixes = mechanism(Page(text=view.text, folded=view.text)).fixes
        view = view.edit(Change(f.start, f.end, f.new) for f in fixes)
    return Letters(view.text)


def fill(
    text: str,
    hole: Hole,
    holes: Sequence[Hole],
    copies: Sequence[Letters],
    accepted: tuple[tuple[str, str], ...] = (),
    filled: Mapping[tuple[int, int], str] = MappingProxyType({}),
) -> tuple[str | None, tuple[str, ...]]:
    """Return the words that the copies have in a hole, or None where that is not certain, and all that they offer.

    ``text`` is the page's text; the offsets of ``hole`` and of its neighbours ``holes`` count in it.
    ``filled`` holes, (start, end) → words, are context; open ones end it.
    ``accepted`` are the editor's own (spun, plain) pairs: such words are suggested, as those of the lexicon are.
    """
    left, right = _context(text, hole, holes, filled)
    votes: Counter[str] = Counter()
    nothing = False
    doubt = False
    for copy in copies:
        for near, far in _CONTEXTS:
            if len(left) < near or len(right) < far:
                continue
            words = copy.between(left[-near:], right[:far])
            nothing = nothing or "" in words
            offered = [w for w in words if w]
            votes.update(offered)
            doubt = doubt or len(offered) > 1
            # Where both contexts meet, a shorter one elsewhere in the copy is another place.
            if words:
                break
    ranked = sorted(votes, key=lambda w: (-votes[w], w))
    sure = len(ranked) == 1 and not doubt and not (nothing and hole.start == hole.end)
    # A copy may be rewritten: a word that rewriting tools swap says what was meant, not what was written.
    plain = _swapped(accepted)
    swapped = [w for word in ranked for w in plain if w in word]
    offers = dict.fromkeys((*(plain[w] for w in swapped if w in ranked), *ranked))
    return (ranked[0] if sure and not swapped else None), tuple(offers)


@cache
def _swapped(accepted: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return the words of the spun pairs, spun and plain ones, with the plain word."""
    pairs = [(row[0], row[1]) for row in (*entries("spun"), *entries("spun_phrases"), *accepted)]
    return {plain: plain for _, plain in pairs} | dict(pairs)


def _context(text: str, hole: Hole, holes: Sequence[Hole], filled: Mapping[tuple[int, int], str]) -> tuple[str, str]:
    """Return up to 12 letters of the plain wording on either side of a hole, none from beyond the next open hole."""
    start, end = max(0, hole.start - 3 * _FAR), min(len(text), hole.end + 3 * _FAR)
    for other in holes:
        if (other.start, other.end) in filled:
            continue
        if other.end <= hole.start and other != hole:
            start = max(start, other.end)
        if other.start >= hole.end and other != hole:
            end = min(end, other.start)
    left, right = (_letters(text, a, b, filled) for a, b in ((start, hole.start), (hole.end, end)))
    return left[-_FAR:], right[:_FAR]


def _letters(text: str, start: int, end: int, filled: Mapping[tuple[int, int], str]) -> str:
    """Return the letters of ``start:end`` in plain wording, filled holes with their words."""
    inside = sorted(h for h in filled if start <= h[0] and h[1] <= end)
    part = View.of(text[start:end]).edit(Change(a - start, b - start, filled[a, b]) for a, b in inside)
    return _NO_LETTER.sub("", canonical(View.of(part.text)).text)
