"""Which words a site's filter deleted from the bytes of its pages: its pages vote together.

A page with one or two victims proves nothing by itself; the other pages of its site went through the same filter. The
pages' clues are small and are weighed by the run that knows all pages (``deleted_on_site``); the word then counts as
proven on each page of the site that does not hold its bytes itself.
"""

from collections.abc import Sequence

from analyzer.model import Clues, Reading
from analyzer.repair.deleted_words import PLACE, absent_words, broken_places, possible_words, proven_word
from analyzer.repair.gbk_deletion import listed_words, lost_word

# So many pages of a site that lost a listed word prove it for the others, and at most one page in so many may hold the
# word's bytes. Clean text of 4.7 million characters holds no such page (docs/repair.md).
_PAGES = 2
_HOLDING = 5
# So many pages vote for a word that no list names: names that read broken add up with the pages as well. Held by
# tests/repair/test_site_filter.py.
_TOGETHER = 15


def clues(reading: Reading) -> Clues:
    """Return what an article's page says of its site's filter."""
    text = reading.article.clean.text
    absent = absent_words(text)
    held = sum(1 << bit for bit, first in enumerate(possible_words()) if first not in absent)
    lost = {word for repair in reading.repairs if (word := lost_word(repair))}
    return Clues("".join(sorted(lost)), "".join(p.ljust(PLACE, "\n") for p in broken_places(text)), held)


def deleted_on_site(pages: Sequence[Clues]) -> tuple[str, ...]:
    """Return the words that the filter of a site deleted, in ascending order; ``pages`` in a fixed order."""
    listed = listed_words()
    found = {w for w in listed if sum(w in page.lost for page in pages) >= _PAGES and _seldom(w, pages)}
    voters = [page for page in pages if page.broken]
    for start in range(0, len(voters), _TOGETHER):
        word = _voted(voters[start : start + _TOGETHER])
        if word and word not in listed and _seldom(word, pages):
            found.add(word)
    return tuple(sorted(found))


def _voted(pages: Sequence[Clues]) -> str:
    """Return the word that some pages prove together, or ""."""
    places = {place[2:5]: place for page in pages for place in _places(page)}
    held = 0
    for page in pages:
        held |= page.held
    absent = {first: word for bit, (first, word) in enumerate(possible_words().items()) if not held >> bit & 1}
    return proven_word(tuple(places.values()), absent)


def _places(page: Clues) -> list[str]:
    return [page.broken[at : at + PLACE] for at in range(0, len(page.broken), PLACE)]


def _seldom(word: str, pages: Sequence[Clues]) -> bool:
    """Return whether hardly a page holds the bytes of a word."""
    bit = list(possible_words().values()).index(word)
    return sum(page.held >> bit & 1 for page in pages) * _HOLDING <= len(pages)
