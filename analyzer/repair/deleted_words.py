"""Find out which word a filter deleted from a page's GBK bytes, where no list names it: the page's own victims vote.

A victim of a deleted character W = (w1, w2) is a character X = (b1, b2) that makes no word with its neighbours; the
original was the decoding of ``b1 w1 w2 b2``. One victim fits many W; only what was really deleted fits them all. Each
place gives every W the logarithm of how much better W explains the place than any W would: ``ln(C + (1 - C) n p)``,
``p`` the share of W among the ``n`` characters that could have been deleted there, weighted by how well the original
reads, ``C`` the share of places that are no damage at all.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from math import log

import numpy as np
from numpy.typing import NDArray

from analyzer.repair.codes import Pairs, char_table, positions
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
# So many characters on either side are looked at.
_BEFORE = 3
PLACE = 2 * _BEFORE + 1
"""The length of a place with what stands around it; shorter at the end of a text."""
# Weights of a reading: a dictionary word against a character by itself, a clause sign against all hanzi (signs are
# about a twelfth of a text), and the size of the dictionary's counts.
_WORD_WEIGHT = 10.0
_CHAR_WEIGHT = 0.3
_SIGN_SHARE = 0.08
_TOTAL = 5e7
_ROUNDING = 1e-6
_HANZI = re.compile("[\u4e00-\u9fff]")
_SIGN_TRAILS = (0xA1, 0xAC, 0xBA, 0xBB, 0xBF)
_SIGN_LEAD = 0xA3
_NO_START = frozenset("，。；：？！、,.;:?!")
_LEADS = range(0xB0, 0xF8)
_CHOICES = len(_LEADS)


def deleted_words(text: str) -> tuple[str, ...]:
    """Return the character that a filter has deleted from the bytes of this page, or nothing where none is proven."""
    lexicon = dictionary()
    if len({text[at] for at in positions(text, _suspects(_RARE)).tolist()}) < _CHARS:
        return ()
    rare = {text[at] for at in _alone(text, _RARE) if not _in_word(text, at, lexicon)}
    absent = absent_words(text) if len(rare) >= _CHARS else {}
    if not absent:
        return ()
    word = proven_word(broken_places(text), absent)
    return (word,) if word else ()


def proven_word(places: Sequence[str], absent: Mapping[int, str]) -> str:
    """Return which of the words, first byte → word, places that read broken prove, or ""; see ``broken_places``."""
    lexicon = dictionary()
    if len(places) < _PLACES or len({place[_BEFORE] for place in places}) < _CHARS:
        return ""
    if not _in_reach(places, absent, lexicon):
        return ""
    votes: dict[str, dict[str, float]] = {}
    for place in places:
        for word, share in _shares(place, lexicon).items():
            gain = log(_CLEAN_SHARE + (1 - _CLEAN_SHARE) * _CHOICES * share)
            if gain > 0:
                votes.setdefault(word, {})[_key(place)] = gain
    score, word = max(((_score(seen, len(places)), word) for word, seen in votes.items()), default=(0.0, ""))
    return word if score >= _PROOF and word in absent.values() else ""


def absent_words(text: str) -> dict[int, str]:
    """Return the words that may have been deleted, first byte → word: the bytes of none of them stand in the page."""
    code = np.frombuffer(text.encode("gb2312", "ignore"), dtype=np.uint8)
    before = set(code[:-1][code[1:] == _SIGN_LEAD].tolist())
    return {w1: word for w1, word in possible_words().items() if w1 not in before}


def _score(seen: dict[str, float], places: int) -> float:
    """Return what the places say for a word together."""
    by_char: dict[str, list[float]] = {}
    for key, gain in seen.items():
        by_char.setdefault(key[1], []).append(gain)
    counted = [gain for gains in by_char.values() for gain in sorted(gains, reverse=True)[:_OF_ONE]]
    if len(by_char) < _CHARS or len(counted) < _PLACES:
        return 0.0
    return sum(counted) + (places - len(seen)) * log(_CLEAN_SHARE)


def broken_places(text: str) -> list[str]:
    """Return the places, different in character and neighbours, that read broken: three characters on either side."""
    lexicon = dictionary()
    places: dict[str, str] = {}
    for at in _alone(text, _COMMON):
        key = text[at - 1 : at + 2]
        if at and _HANZI.match(key) and key[2:] not in _NO_START and key not in places:
            before = text[max(0, at - _BEFORE) : at].rjust(_BEFORE, "\n")
            places[key] = "" if _in_word(text, at, lexicon) else before + text[at : at + _BEFORE + 1]
    return [place for place in places.values() if place]


def _key(place: str) -> str:
    return place[_BEFORE - 1 : _BEFORE + 2]


def _alone(text: str, common: int) -> list[int]:
    """Return where suspects stand that make no word of two characters with a neighbour."""
    at = positions(text, _suspects(common))
    inner = at[(at > 0) & (at < len(text) - 1)]
    if len(inner):
        inner = inner[~(_pairs().at(text, inner - 1) | _pairs().at(text, inner))]
    edge = [i for i in at[:1].tolist() + at[1:][-1:].tolist() if i in (0, len(text) - 1)]
    return sorted(inner.tolist() + edge)


def _in_reach(places: Sequence[str], words: Mapping[int, str], lexicon: Dictionary) -> bool:
    """Return whether one of the words, given by their first byte, can be proven at all; it only saves time.

    Their shares are taken as if no other character made a word at the place.
    """
    votes: dict[str, dict[str, float]] = {}
    count = lexicon.words.get
    possible = frozenset(words.values())
    for place in places:
        lead, trail = place[_BEFORE].encode("gb2312")
        before, after = place[:_BEFORE], place[_BEFORE + 1 :]
        sign = _sign(after, lexicon)
        least = _alone_heads(lead) * (_alone_tails(trail) + sign) / sign
        # Few words hold anything but hanzi; these are looked up too, only a line end is in none.
        lefts = [before[k:] for k in range(len(before)) if "\n" not in before[k:]]
        for char, alone, word in _heads(lead):
            if word not in possible:
                continue
            ended = 0
            for left in lefts:
                ended += count(left + char, 0)
            share = (1 + _WORD_WEIGHT * ended + _CHAR_WEIGHT * alone) / least
            if share * _CHOICES > 1:
                gain = log(_CLEAN_SHARE + (1 - _CLEAN_SHARE) * _CHOICES * min(1.0, share))
                votes.setdefault(word, {})[_key(place)] = gain
    return any(_score(seen, len(places)) >= _PROOF - _ROUNDING for seen in votes.values())


def _shares(place: str, lexicon: Dictionary) -> dict[str, float]:
    """Return the share of each character that may be missing at a place."""
    lead, trail = place[_BEFORE].encode("gb2312")
    before, after = place[:_BEFORE], place[_BEFORE + 1 :]
    heads = _weighed(_heads(lead), tuple(before[-k:] for k in range(1, len(before) + 1)), "", lexicon)
    hanzi = sum(_weighed(_tails(trail), (), after, lexicon))
    sign = _sign(after, lexicon)
    whole = sum(heads) * (hanzi + sign) / sign
    words = (word for _, _, word in _heads(lead))
    return {word: head / whole for word, head in zip(words, heads, strict=True) if word}


def _weighed(
    chars: tuple[tuple[str, int, str], ...], lefts: tuple[str, ...], after: str, lexicon: Dictionary
) -> list[float]:
    """Return how well the text around a place goes on with each character: by the words that it would end or begin."""
    count = lexicon.words.get
    found = [0] * len(chars)
    for left in lefts:
        for i, (char, _, _) in enumerate(chars):
            found[i] += count(left + char, 0)
    for size in range(1, len(after) + 1):
        right = after[:size]
        for i, (char, _, _) in enumerate(chars):
            found[i] += count(char + right, 0)
    return [1 + _WORD_WEIGHT * n + _CHAR_WEIGHT * alone for n, (_, alone, _) in zip(found, chars, strict=True)]


@cache
def _heads(lead: int) -> tuple[tuple[str, int, str], ...]:
    """Return the characters with a lead byte, their counts, and the word whose deletion leaves only that byte."""
    count = dictionary().count
    return tuple((char, count(char), _decode(w1, _SIGN_LEAD)) for w1 in _LEADS if (char := _decode(lead, w1)))


@cache
def _tails(trail: int) -> tuple[tuple[str, int, str], ...]:
    count = dictionary().count
    return tuple((char, count(char), "") for w2 in _LEADS if (char := _decode(w2, trail)))


@cache
def _alone_heads(lead: int) -> float:
    """Return what the characters with a lead byte weigh together where none of them makes a word."""
    return sum(1 + _CHAR_WEIGHT * alone for _, alone, _ in _heads(lead))


@cache
def _alone_tails(trail: int) -> float:
    return sum(1 + _CHAR_WEIGHT * alone for _, alone, _ in _tails(trail))


@cache
def possible_words() -> Mapping[int, str]:
    """Return the characters whose deletion before a full-width sign leaves one byte of each side, by first byte."""
    return {w1: word for w1 in _LEADS if (word := _decode(w1, _SIGN_LEAD))}


def _sign(after: str, lexicon: Dictionary) -> float:
    """Return the weight of a clause sign before the text that goes on."""
    return _SIGN_SHARE * _TOTAL / (1 if _begins_clause(after, lexicon) else 20)


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
def _suspects(common: int) -> NDArray[np.bool_]:
    """Return a table of the characters that hardly stand alone and whose words together are not this common."""
    lexicon = dictionary()
    chars = (_decode(lead, trail) for lead in _LEADS for trail in _SIGN_TRAILS)
    return char_table(c for c in chars if c and lexicon.count(c) < _ALONE and lexicon.chars.get(c, 0) < common)


@cache
def _pairs() -> Pairs:
    """Return the words of two characters that hold a suspect."""
    suspects = _suspects(_COMMON)
    return Pairs.of(
        word
        for word, count in dictionary().words.items()
        if len(word) == 2 and count >= _NEIGHBOUR and (suspects[ord(word[0])] or suspects[ord(word[1])])
    )


@cache
def _decode(lead: int, trail: int) -> str:
    try:
        return bytes((lead, trail)).decode("gb2312")
    except UnicodeDecodeError:
        return ""
