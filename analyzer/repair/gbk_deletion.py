"""Undo a filter that deleted a word's bytes from GBK text, also across character borders: 起爽 ← 起诉，

``诉，`` is CB DF A3 AC; without DF A3 (撸) it is CB AC, 爽. For a deleted word W and a victim ``X = (b1, b2)`` the
only possible original is the decoding of ``b1 W b2``. It is taken where the clause reads so much better with the
original that no clean text of five million characters reads as badly without.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from analyzer.model import GapKind, Repair
from analyzer.repair.codes import Pairs, char_table, codes, positions
from analyzer.repair.deleted_words import deleted_words
from analyzer.repair.dictionary import Dictionary, dictionary
from analyzer.repair.fluency import SIGNS, break_gain, end_gain, fluency
from analyzer.repair.lexicon import entries
from analyzer.repair.page import NOTHING, Findings, Fix, Hole, Page

_HANZI = re.compile("[\u3400-\u9fff]")
_PROOF = re.compile("- ([0-9A-F ]+) =")
_SIGNS = "，；：？！（）"
_TO_FULL = str.maketrans(",;:?!()", _SIGNS)
# What ends the clause that is compared: signs, spaces, line ends.
_EDGE = frozenset('，；：？！（）。、,.;:?!()“”‘’"《》…~ \u3000\n\r\t')
# No sign but a closing bracket stands before these.
_NO_SECOND = frozenset("、，。；：,;:")
_TWO_SIGNS = 4.0
_OPENING = frozenset('“‘"《（( \u3000\n\r\t')
# So many characters at either side are read, and so far a clause is measured.
_CONTEXT = 8
_CLAUSE = 60
# How much better (natural logarithm) a clause must read with the original: alone on its page; twice on a page, then
# wherever else on that page; and there to be offered. The best places of 4.7 million clean characters (web pages,
# newspaper, reviews) reach 3.7, the fourth best 1.2.
# Held by tests/repair/test_gbk_deletion.py.
_LONE = 4.0
_PROVEN = 2.0
_OFFERED = 1.0
# A proven page is read again, all characters that a deletion can have left, with the page's own share of signs. So much
# better a clause must read there to be put back: with a common character (走, 者, 高), with another one, and where the
# victim makes a word with its neighbours; and to be offered. Of 4.7 million clean characters five distinct places would
# pass. On the tuned halves of newspaper text and reviews this puts back .94 and .91 instead of .91 and .87.
_AGAIN, _AGAIN_RARE, _AGAIN_IN_WORD = 0.5, 1.5, 3.0
_AGAIN_OFFERED = 0.0
_COMMON = 10000
# A broken word counts more: the original ends a word (25 is the count of 应诉) with a character that hardly stands
# alone (诉 498, against 者 23521), and so does the victim (爽 630). No such place in the clean text gains more than -6.
_WORD = 25
_BOUND = 1000
_VICTIM = 3000
_BROKEN_WORD = 3.5
# Of all characters that may have stood there the original must have this share, by what stands before: 风脯 is rather
# 风格， with another word deleted. A broken word needs less. With 24 other words deleted from 589 web pages nothing of
# theirs is put back; with shares of .05 and .02 four and 19 places are.
_SHARE = 0.1
_SHARE_OF_BROKEN = 0.02
# A bracket whose other half stands open in the line, against one that would open or close nothing.
_BRACKET = 4.5
# From this count on the words of X and its neighbours speak against damage.
_NEIGHBOUR = 5
# Two words that must be this common where the original is two hanzi.
_TWO_WORDS = 500
# Adverbs of degree stand before some victims of 高 as well (最负盛名, 最富); on a proven page only where more follows.
_DEGREE = frozenset("很越更较最太极未")
_SUPERLATIVE = frozenset("最极未")
_GRADED = frozenset("负富浮")
# What is earned (赚), directly or later in the clause.
_EARNED = re.compile(
    "[了到得回来足够取大更多很些点几这那人你他我您她0-9０-９]|什么|[^，。；！？,;!?\\s]{0,8}[钱元块费利润美]"
)
# 身高：168 against 身负168: what a label with its figure adds, and how long it is at most.
_LABEL = 8.0
_LABEL_SIZE = 4
# The page's own signs count as much as general Chinese does for so many words; so many characters make a word or sign.
_PAGE = 200
_CHARS_TO_WORD = 1.7
# The signs other than the comma are so rare that the original must be this many times as common as the victim where it
# ends no word.
_RARER_SIGN = 8.0
_COMMA = 1.0


@dataclass(frozen=True, slots=True)
class _Victim:
    """What a victim was: the deleted word and the two characters before the deletion, with the proof in bytes."""

    word: str
    original: str
    proof: str


@dataclass(frozen=True, slots=True)
class _Hit:
    """A victim in its place, and how much better the clause reads with its original.

    ``likely``: nothing else fits as well what stands before, or the page is proven and the gain is enough there.
    """

    at: int
    victim: _Victim
    gain: float
    likely: bool


def gbk_deletion(page: Page) -> Findings:
    """Put back what the deletion broke, where it is certain; name the rest as candidates."""
    text = page.text
    known = listed_words()
    # A page went through one filter: what its own victims prove goes before the list.
    unlisted = tuple(w for w in deleted_words(text) if w not in known)
    given = set(page.filtered).intersection(unlisted or known)
    if not unlisted and not given and page.filtered:
        unlisted, given = page.filtered[:1], {page.filtered[0]}
    table = _table(unlisted or known)
    places = _places(text, table)
    if not places and not given:
        return NOTHING
    hits = [hit for at in places if (hit := _original(text, at, places, table))]
    if not any(hit.likely for hit in hits) and not given:
        return NOTHING
    # A page without full-width signs was folded to ASCII after the filter ran.
    whole = text if any(s in text for s in "，；：？！") else text.translate(_TO_FULL)
    unfiltered = {word for word, pair in table.intact.items() if pair.search(whole)}
    # A name that happens to look like a victim comes back with the same neighbours: it votes once.
    voices = {(h.victim.word, text[h.at - 1 : h.at + 2]): h.likely for h in hits}
    twice = {word for word in table.intact if sum(likely for (w, _), likely in voices.items() if w == word) > 1}
    filtered = twice | {h.victim.word for h in hits if h.likely and h.gain >= _LONE} | (given - unfiltered)
    if not filtered:
        return NOTHING
    if not unlisted and not filtered <= unfiltered:
        hits = _again(text, whole, filtered - unfiltered, places, table)
    fixes: list[Fix] = []
    holes: list[Hole] = []
    for hit in hits:
        word, original, at = hit.victim.word, hit.victim.original, hit.at
        if word not in filtered:
            continue
        # A word that only the page proves is offered, never put back: 2 of 1,304 such restorations were wrong.
        if not unlisted and word not in unfiltered and hit.likely:
            proof = hit.victim.proof
            fixes.append(Fix(start=at, end=at + 1, new=original, kind="bytes", evidence=proof, hole=GapKind.BYTES))
        elif not unlisted or original[-1] == "，":
            why = f"可能是被删的字节：{hit.victim.proof}"
            holes.append(Hole(start=at, end=at + 1, kind=GapKind.BYTES, evidence=why, candidates=(original,)))
    return Findings(fixes=tuple(fixes), holes=tuple(holes)) if fixes or holes else NOTHING


def listed_words() -> tuple[str, ...]:
    """Return the words that filters are known to delete."""
    return tuple(word for (word,) in entries("deleted_bytes"))


def lost_word(repair: Repair) -> str:
    """Return the word whose deletion a repair undid, read from its proof, or ""."""
    m = _PROOF.search(repair.evidence) if repair.kind == "bytes" else None
    return bytes.fromhex(m[1]).decode("gb2312") if m else ""


def _again(text: str, whole: str, words: set[str], places: list[int], table: "_Table") -> list[_Hit]:
    """Return the places of a page that is proven, and whether each is to be put back."""
    size = len(text) / _CHARS_TO_WORD + _PAGE
    own = {sign: log((whole.count(sign) + _PAGE * share) / size / share) for sign, share in SIGNS.items()}
    hits = []
    for at in positions(text, table.chars).tolist():
        if not at or _takes_object(text, at):
            continue
        inside = _in_word(text, at, 1)
        found = []
        for victim in table.victims[text[at]]:
            sign = victim.original[-1]
            if victim.word not in words or (inside and sign not in _SIGNS):
                continue
            gain = _gain(text, at, victim.original, places, table) + own.get(sign, 0.0)
            if sign == "：" and _is_label(text, at, victim.original[0]):
                gain += _LABEL
            if gain >= _AGAIN_OFFERED:
                common = dictionary().count(victim.original[0]) >= _COMMON
                least = _AGAIN_IN_WORD if inside else _AGAIN if common else _AGAIN_RARE
                found.append(_Hit(at, victim, gain, gain >= least))
        hits += found if len(found) == 1 else []
    return hits


def _is_label(text: str, at: int, first: str) -> bool:
    """Return whether the original ends a word that begins its line or stands behind a space, and a figure follows."""
    start, _ = _clause(text, at)
    whole = at - start < _LABEL_SIZE and dictionary().count(text[start:at] + first) >= _WORD
    return whole and text[at + 1 : at + 2].isdigit() and text[start - 1 : start] in ("", "\n", " ", "\u3000")


def _takes_object(text: str, at: int) -> bool:
    """Return whether a character that a deletion can have left is as it was written, by what stands beside it."""
    if text[at] in _GRADED and text[at - 1] in _SUPERLATIVE:
        return _HANZI.match(text, at + 1) is not None
    return text[at] == "赚" and _EARNED.match(text, at + 1) is not None


def _original(text: str, at: int, places: list[int], table: "_Table") -> _Hit | None:
    """Return what stood at a place and how much better it reads, or None where two words could have been deleted."""
    if _in_word(text, at) or (text[at] in _GRADED and text[at - 1] in _DEGREE):
        return None
    hits = []
    for victim in table.victims[text[at]]:
        gain = _gain(text, at, victim.original, places, table)
        if gain >= _OFFERED:
            likely = gain >= _PROVEN and _likely(text, at, victim.original[0])
            hits.append(_Hit(at, victim, gain, likely))
    return hits[0] if len(hits) == 1 else None


def _gain(text: str, at: int, original: str, places: list[int], table: "_Table") -> float:
    """Return how much better the clause around a place reads with the original."""
    count = dictionary().count
    first, last = original[0], original[-1]
    start, end = _clause(text, at)
    before, after = text[max(start, at - _CONTEXT) : at], text[at + 1 : min(end, at + 1 + _CONTEXT)]
    now = fluency(before + text[at] + after)
    if last not in _SIGNS:
        two_words = min(count(before[-1:] + first), count(last + after[:1])) >= _TWO_WORDS
        return fluency(before + original + after) - now if two_words else 0.0
    follows = end < len(text) and text[end] in _EDGE and text[end] not in _OPENING
    gain = fluency(before + first) + fluency(after) - now
    gain += break_gain(before + first, last, after, follows, end - at - 1, end - start)
    gain += _bracket(last, text, at, places, table)
    if end == at + 1 < len(text) and last != "）" and text[end] in _NO_SECOND:
        gain -= _TWO_SIGNS
    return gain + _BROKEN_WORD * _broken(before, text[at], first)


def _broken(before: str, char: str, first: str) -> bool:
    """Return whether the original ends a word with a character that hardly stands alone; nor does the victim."""
    count = dictionary().count
    bound = count(first) < _BOUND and count(char) < _VICTIM
    return bound and any(count(before[-k:] + first) >= _WORD for k in (1, 2, 3) if k <= len(before))


def _likely(text: str, at: int, first: str) -> bool:
    """Return whether the original fits what stands before nearly as well as what another deleted word would restore."""
    start, _ = _clause(text, at)
    before = text[max(start, at - _CONTEXT) : at]
    lead = text[at].encode("gb2312")[0]
    others = (_decode(bytes((lead, trail))) for trail in range(0xB0, 0xFF))
    fits = {other: fluency(before + other) + end_gain(before + other) for other in others if other}
    least = _SHARE_OF_BROKEN if _broken(before, text[at], first) else _SHARE
    return 1 / sum(exp(fit - fits[first]) for fit in fits.values()) >= least


def _clause(text: str, at: int) -> tuple[int, int]:
    """Return the range of the clause around a place, at most 60 characters to either side."""
    start, end = at, at + 1
    while start > max(0, at - _CLAUSE) and text[start - 1] not in _EDGE:
        start -= 1
    while end < min(len(text), at + _CLAUSE) and text[end] not in _EDGE:
        end += 1
    return start, end


def _in_word(text: str, at: int, least: int = _NEIGHBOUR) -> bool:
    """Return whether the character makes a word of up to four characters with its neighbours."""
    count = dictionary().count
    for start in range(max(0, at - 3), at + 1):
        for end in range(max(start + 2, at + 1), min(start + 4, at + 4, len(text)) + 1):
            if count(text[start:end]) >= (least if end - start < 4 else 1):
                return True
    return False


def _bracket(sign: str, text: str, at: int, places: list[int], table: "_Table") -> float:
    """Return what a bracket's other half in the line says, counting the brackets that other victims may hide."""
    if sign not in "（）":
        return 0.0
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    end = len(text) if end < 0 else end
    line = list(text[start:end].translate(_TO_FULL))
    for other in places:
        if start <= other < end and other != at:
            line[other - start] = table.victims[text[other]][0].original[-1]
    left, right = line[: at - start], line[at - start + 1 :]
    opened = left.count("（") > left.count("）")
    closed = right.count("）") > right.count("（")
    fits = opened and not closed if sign == "）" else closed and not opened
    return _BRACKET if fits else -2 * _BRACKET


@dataclass(frozen=True, slots=True)
class _Table:
    """What the deletion of some words can have made.

    ``victims`` maps a character to what it may have been, ``intact`` a deleted word to the pattern of the pairs that
    hold it. ``chars`` are the victims and ``anywhere`` those that may follow anything but the characters they make a
    word with; ``pairs`` are these, and for the other victims the characters that they may follow: wherever a dictionary
    word could have ended there. ``words`` are the two-character words that begin with a victim.
    """

    victims: dict[str, tuple[_Victim, ...]]
    intact: dict[str, re.Pattern[str]]
    chars: NDArray[np.bool_]
    anywhere: NDArray[np.bool_]
    pairs: Pairs
    words: Pairs


def _places(text: str, table: _Table) -> list[int]:
    """Return where victims stand that are worth a look."""
    at = positions(text, table.chars)
    at = at[1:] if len(at) and not at[0] else at
    at = at[table.anywhere.take(codes(text).take(at)) ^ table.pairs.at(text, at - 1)]
    last = len(at) and at[-1] == len(text) - 1
    inner = at[:-1] if last else at
    found: list[int] = inner[~table.words.at(text, inner)].tolist()
    return [*found, len(text) - 1] if last else found


@lru_cache(maxsize=16)
def _table(words: tuple[str, ...]) -> _Table:
    lexicon = dictionary()
    victims: dict[str, list[_Victim]] = {}
    intact = {}
    for word in words:
        code = word.encode("gb2312")
        for char, victim in _victims(word, code):
            victims.setdefault(char, []).append(victim)
        heads = "".join(filter(None, (_decode(bytes((b, code[0]))) for b in range(0xB0, 0xF8))))
        tails = "".join(filter(None, (_decode(bytes((code[-1], b))) for b in range(0xA1, 0xFF))))
        intact[word] = re.compile(f"[{re.escape(heads)}][{re.escape(tails)}]")
    anywhere = {c for c, origins in victims.items() if any(_anywhere(c, v.original, lexicon) for v in origins)}
    pairs, near = _neighbours(victims, lexicon)
    # Of the pairs that end with a victim, those that change what ``anywhere`` says.
    odd = {p for p in pairs - near if p[1] not in anywhere} | {p for p in near if p[1] in anywhere}
    return _Table(
        {c: tuple(v) for c, v in victims.items()},
        intact,
        char_table(victims),
        char_table(anywhere),
        Pairs.of(odd),
        Pairs.of(pair for pair in near if pair[0] in victims),
    )


def _victims(word: str, code: bytes) -> Iterator[tuple[str, _Victim]]:
    """Yield every character that the deletion of a word can leave, with what stood there."""
    for lead in range(0xB0, 0xF8):
        for trail in range(0xA1, 0xFF):
            char, original = _decode(bytes((lead, trail))), _decode(bytes((lead, *code, trail)))
            if char and len(original) == len(word) + 1 and (original[-1] in _SIGNS or _HANZI.match(original[-1])):
                proof = f"{_hex((lead, *code, trail))} - {_hex(code)} = {_hex((lead, trail))}"
                yield char, _Victim(word, original, proof)


def _anywhere(char: str, original: str, lexicon: Dictionary) -> bool:
    """Return whether the original can read better than the victim where it ends no word of several characters."""
    share = _COMMA if original[-1] == "，" else _RARER_SIGN
    return original[-1] in _SIGNS and lexicon.count(original[0]) >= share * (lexicon.count(char) or 1)


def _neighbours(victims: dict[str, list[_Victim]], lexicon: Dictionary) -> tuple[set[str], set[str]]:
    """Return the pairs where a victim may end a broken word, and the two-character words that hold a victim."""
    by_first: dict[str, set[str]] = {}
    for char, origins in victims.items():
        for victim in origins:
            by_first.setdefault(victim.original[0], set()).add(char)
    pairs: set[str] = set()
    near: set[str] = set()
    for word, count in lexicon.words.items():
        if 1 < len(word) < 5 and word[-1] in by_first:
            pairs.update(word[-2] + char for char in by_first[word[-1]])
        if len(word) == 2 and count >= _NEIGHBOUR and any(c in victims for c in word):
            near.add(word)
    return pairs, near


def _decode(code: bytes) -> str:
    try:
        return code.decode("gb2312")
    except UnicodeDecodeError:
        return ""


def _hex(code: bytes | tuple[int, ...]) -> str:
    return " ".join(f"{b:02X}" for b in code)
