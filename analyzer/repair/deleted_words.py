"""Find out which word a filter deleted from a page's GBK bytes, where no list names it: the page's own victims vote.

A victim of a deleted character W = (w1, w2) is a character X = (b1, b2) that makes no word with its neighbours; the
original was the decoding of ``b1 w1 w2 b2``. One victim fits many W; only what was really deleted fits them all. Each
place gives every W the logarithm of how much better W explains the place than any W would: ``ln(C + (1 - C) n p)``,
``p`` the share of W among the ``n`` characters that could have been deleted there, weighted by how well the original
reads, ``C`` the share of places that are no damage at all.
"""

import re
from collections.abc import Iterator
from functools import cache
from math import log

from analyzer.repair.dictionary import Dictionary, dictionary

# Most places that read broken are names and rare words.
_CLEAN_SHARE = 0.7
# Different places (character and neighbours) that a deleted word must explain, different characters among them, and
# places that one character may vote with: a name comes again and again.
_PLACES = 3
_CHARS = 2
_OF_ONE = 2
# ln(6768) for the choice among all characters, and e^-9 for a page that is in order.
# Held by tests/repair/test_deleted_words.py: nothing found on clean pages.
_PROOF = 7.0
# A victim is a character that is not this common, alone or in all words together; a page with fewer than two that are
# rare everywhere has too few victims to prove anything.
_ALONE = 3000
_COMMON = 60000
_RARE = 2000
_NEIGHBOUR = 5
# Weights of a reading: a dictionary word against a character by itself, a clause sign against all hanzi (signs are
# about a twelfth of a text), and the size of the dictionary's counts.
_WORD_WEIGHT = 10.0
_CHAR_WEIGHT = 0.3
_SIGN_SHARE = 0.08
_TOTAL = 5e7
_HANZI = re.compile("[\u4e00-\u9fff]")
_SIGN_TRAILS = (0xA1, 0xAC, 0xBA, 0xBB, 0xBF)
_SIGN_LEAD = 0xA3
_NO_START = frozenset("，。；：？！、,.;:?!")
_LEADS = range(0xB0, 0xF8)
_CHOICES = len(_LEADS)


def deleted_words(text: str) -> tuple[str, ...]:
    """Return the character that a filter has deleted from the bytes of this page, or nothing where none is proven."""
    lexicon = dictionary()
    if len({m[0] for m in _suspects(_RARE).finditer(text) if not _in_word(text, m.start(), lexicon)}) < _CHARS:
        return ()
    votes: dict[str, dict[str, float]] = {}
    places = 0
    for key, shares in _places(text, lexicon):
        places += 1
        for word, share in shares.items():
            gain = log(_CLEAN_SHARE + (1 - _CLEAN_SHARE) * _CHOICES * share)
            if gain > 0:
                votes.setdefault(word, {})[key] = gain
    if places < _PLACES:
        return ()
    code = text.encode("gb2312", "ignore")
    best = max(((_score(seen, places), word) for word, seen in votes.items()), default=(0.0, ""))
    score, word = best
    return (word,) if score >= _PROOF and word.encode("gb2312") not in code else ()


def _score(seen: dict[str, float], places: int) -> float:
    """Return what the places say for a word together."""
    by_char: dict[str, list[float]] = {}
    for key, gain in seen.items():
        by_char.setdefault(key[1], []).append(gain)
    counted = [gain for gains in by_char.values() for gain in sorted(gains, reverse=True)[:_OF_ONE]]
    if len(by_char) < _CHARS or len(counted) < _PLACES:
        return 0.0
    return sum(counted) + (places - len(seen)) * log(_CLEAN_SHARE)


def _places(text: str, lexicon: Dictionary) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield the different places that read broken, with the share of each character that may be missing there."""
    done = set()
    for m in _suspects(_COMMON).finditer(text):
        at = m.start()
        key = text[at - 1 : at + 2]
        if not at or key in done or not _HANZI.match(text[at - 1]) or key[2:] in _NO_START:
            continue
        done.add(key)
        if _in_word(text, at, lexicon):
            continue
        lead, trail = m[0].encode("gb2312")
        before, after = text[max(0, at - 3) : at], text[at + 1 : at + 4]
        heads = {w1: _ending(before, char, lexicon) for w1 in _LEADS if (char := _decode(lead, w1))}
        hanzi = sum(_beginning(char, after, lexicon) for w2 in _LEADS if (char := _decode(w2, trail)))
        sign = _SIGN_SHARE * _TOTAL / (1 if _begins_clause(after, lexicon) else 20)
        whole = sum(heads.values()) * (hanzi + sign) / sign
        yield key, {word: head / whole for w1, head in heads.items() if (word := _decode(w1, _SIGN_LEAD))}


def _words_ending(before: str, last: str, lexicon: Dictionary) -> int:
    return sum(lexicon.count(before[-k:] + last) for k in range(1, len(before) + 1))


def _ending(before: str, last: str, lexicon: Dictionary) -> float:
    """Return how well the text before a place goes on with a character."""
    return 1 + _WORD_WEIGHT * _words_ending(before, last, lexicon) + _CHAR_WEIGHT * lexicon.count(last)


def _beginning(first: str, after: str, lexicon: Dictionary) -> float:
    """Return how well a character leads to the text after a place."""
    words = sum(lexicon.count(first + after[:k]) for k in range(1, len(after) + 1))
    return 1 + _WORD_WEIGHT * words + _CHAR_WEIGHT * lexicon.count(first)


def _begins_clause(after: str, lexicon: Dictionary) -> bool:
    if not after or not _HANZI.match(after[0]):
        return True
    return lexicon.count(after[:2]) >= 50 or lexicon.count(after[0]) >= 10000


def _in_word(text: str, at: int, lexicon: Dictionary) -> bool:
    """Return whether the character makes a word of up to four characters with its neighbours."""
    low, high = max(0, at - 3), at + 4
    return any(
        lexicon.count(text[a:b]) >= (_NEIGHBOUR if b - a < 4 else 1)
        for a in range(low, at + 1)
        for b in range(max(a + 2, at + 1), min(a + 4, high) + 1)
    )


@cache
def _suspects(common: int) -> re.Pattern[str]:
    """Return a pattern of the characters that hardly stand alone and whose words together are not this common."""
    lexicon = dictionary()
    chars = (_decode(lead, trail) for lead in _LEADS for trail in _SIGN_TRAILS)
    class_ = (c for c in chars if c and lexicon.count(c) < _ALONE and lexicon.chars.get(c, 0) < common)
    return re.compile("[" + "".join(class_) + "]")


@cache
def _decode(lead: int, trail: int) -> str:
    try:
        return bytes((lead, trail)).decode("gb2312")
    except UnicodeDecodeError:
        return ""
