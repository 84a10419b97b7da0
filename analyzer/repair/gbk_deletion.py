"""Undo a filter that deleted a word's bytes from GBK text, also across character borders: 起爽 ← 起诉，

``诉，`` is CB DF A3 AC; without DF A3 (撸) it is CB AC, 爽. For a deleted word W and a victim ``X = (b1, b2)`` the
only possible original is the decoding of ``b1 W b2``. It is taken where X makes no word with its neighbours and the
original does.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from analyzer.model import GapKind
from analyzer.repair.deleted_words import deleted_words, share_of
from analyzer.repair.dictionary import Dictionary, dictionary
from analyzer.repair.lexicon import entries
from analyzer.repair.page import NOTHING, Findings, Fix, Hole, Page

_HANZI = re.compile("[\u3400-\u9fff]")
_SIGNS = "，；：？！（）"
_TO_FULL = str.maketrans(",;:?!()", _SIGNS)
# How common (count in the dictionary) the word that the original ends must be; and two words where the original is
# two hanzi. 25 is the count of 应诉. Held by tests/repair/test_gbk_deletion.py.
_WORD = 25
_TWO_WORDS = 500
# From this count on the words of X and its neighbours speak against damage.
_NEIGHBOUR = 5
# A victim that is itself this common a word (被, 不) is never marked: it would cost more false marks than it finds.
_COMMON = 3000
# What may begin a clause: a word this common, or a character that often stands alone (这, 二, 可).
_STARTS = 50
_ALONE = 10000
# Particles lean on the word before them and begin no clause, however common they are (最富的).
_PARTICLES = "的了着们吗呢吧"
# Silent repair needs this many victims of one deleted word on the page, or a word as common as 起诉 (530).
_VOTES = 2
_ALONE_WORD = 500
# Of all words that a lone victim may have ended its own must be the likeliest: 公爽 is rather 公司， with another
# word deleted.
_BEST = 0.5
# A victim of which less than this is its reading votes for nothing.
_VOTE = 0.1
# A character that hardly stands alone: 诉 498, 爽 630, against 者 23521.
_RARE = 1000
# Ends words that no dictionary lists (创业者, 轮廓线).
_SUFFIX = "者线"
# An adverb of degree and an adjective (很高，) are no dictionary word either.
_DEGREE = tuple("很越更较最太极")
# Only with this sign is the victim (脯) never an adjective itself: 最富 and 太浮 are sound. Held by the table in
# tests/repair/test_gbk_deletion.py.
_GRADED = "高，"


@dataclass(frozen=True, slots=True)
class _Victim:
    """What a victim was: the deleted word and the two characters before the deletion, with the proof in bytes."""

    word: str
    original: str
    proof: str


def gbk_deletion(page: Page) -> Findings:
    """Put back what the deletion broke, where the page proves the filter; name the rest as candidates."""
    text = page.text
    known = tuple(word for (word,) in entries("deleted_bytes"))
    # A page went through one filter: what its own victims prove goes before the list.
    unlisted = tuple(w for w in deleted_words(text) if w not in known)
    pattern, victims, intact, pairs = _table(unlisted or known)
    hits = [
        m for m in pattern.finditer(text) if m.start() and (m[0] in pairs or text[m.start() - 1 : m.end()] in pairs)
    ]
    if not hits:
        return NOTHING
    lexicon = dictionary()
    found = [(m, h) for m in hits if (h := _original(m[0], text, m.start(), victims, lexicon))]
    # A name that happens to look like a victim comes back with the same neighbours: it votes once.
    places = {(h.victim.word, h.strong, text[m.start() - 1 : m.end()]) for m, h in found if h.strong or h.likely}
    votes = Counter(word for word, strong, _ in places if strong)
    hints = Counter(word for word, strong, _ in places if not strong)
    filtered = {w for w in {*votes, *hints} if votes[w] + hints[w] // 2 >= _VOTES}
    # A page without full-width signs was folded to ASCII after the filter ran.
    whole = text if any(s in text for s in "，；：？！") else text.translate(_TO_FULL)
    unfiltered = {word for word, pair in intact.items() if pair.search(whole)} if found else set()
    fixes: list[Fix] = []
    holes: list[Hole] = []
    for m, hit in found:
        # A word that only the page proves is offered, never put back: 2 of 1,304 such restorations were wrong.
        if unlisted:
            proven = hit.victim.word in filtered and hit.strong and hit.victim.original[-1] == "，"
        else:
            alone = hit.graded or (hit.count >= _ALONE_WORD and hit.share >= _BEST)
            proven = hit.victim.word in filtered or (hit.strong and alone)
        if proven and not unlisted and hit.victim.word not in unfiltered:
            fixes.append(
                Fix(
                    start=m.start(),
                    end=m.end(),
                    new=hit.victim.original,
                    kind="bytes",
                    evidence=hit.victim.proof,
                    hole=GapKind.BYTES,
                )
            )
        elif proven or (hit.rare and not unlisted):
            holes.append(
                Hole(
                    start=m.start(),
                    end=m.end(),
                    kind=GapKind.BYTES,
                    evidence=f"可能是被删的字节：{hit.victim.proof}",
                    candidates=(hit.victim.original,),
                )
            )
    return Findings(fixes=tuple(fixes), holes=tuple(holes)) if fixes or holes else NOTHING


@dataclass(frozen=True, slots=True)
class _Hit:
    """A victim in its place. ``count`` is the count of the word that the original ends.

    ``strong``: a clause begins after the sign. ``likely``: so it does, and a very rare character stands where the
    original often stands alone (很高，). ``rare``: the restored character hardly stands alone (诉), so that the
    word before it is broken as it reads now. ``graded``: an adverb of degree before a noun (很脯) proves it alone.
    """

    victim: _Victim
    count: int
    strong: bool
    rare: bool
    likely: bool = False
    share: float = 1.0
    graded: bool = False


def _original(
    char: str, text: str, at: int, victims: dict[str, tuple[_Victim, ...]], lexicon: Dictionary
) -> _Hit | None:
    """Return what stood at a place, or None where the text is in order or two words could have been deleted."""
    before, after = text[max(0, at - 3) : at], text[at + 1 : at + 4]
    right = after[:1]
    left = before[-1:]
    hits = []
    for victim in victims[char]:
        first, last = victim.original[0], victim.original[-1]
        count = max((lexicon.count(before[-k:] + first) for k in (1, 2, 3) if len(before) >= k), default=0)
        if last in _SIGNS:
            # A clause sign is followed by no other one but by the beginning of a clause.
            if right in tuple("，。；：？！、,.;:?!"):
                continue
            degree = left in _DEGREE and first == _GRADED[0]
            if degree and victim.original != _GRADED:
                continue
            strong = (count >= _WORD or degree) and _begins_clause(after, lexicon)
            rare = max(lexicon.count(first), lexicon.count(char)) < _RARE
            likely = (count > 0 or lexicon.count(first) >= _ALONE or first in _SUFFIX) and (
                lexicon.count(char) < _RARE and _begins_clause(after, lexicon)
            )
            if (strong or likely or (count and rare)) and _bracket_fits(last, text, at):
                share = share_of(char, first, before) if count else 1.0
                strong = strong and share >= _VOTE
                hits.append(_Hit(victim, count, strong, rare and count >= _WORD, likely, share, degree))
        elif lexicon.count(left + first) >= _TWO_WORDS and lexicon.count(last + right) >= _TWO_WORDS:
            hits.append(_Hit(victim, count, strong=True, rare=False))
    if len(hits) != 1 or _is_word(char, before, after, lexicon):
        return None
    return hits[0]


def _is_word(char: str, before: str, after: str, lexicon: Dictionary) -> bool:
    """Return whether the character makes a word of up to four characters with its neighbours."""
    around = before + char + after
    middle = len(before)
    near = {around[a:b] for a in range(middle + 1) for b in range(middle + 1, len(around) + 1) if 2 <= b - a <= 4}
    return any(lexicon.count(w) >= (_NEIGHBOUR if len(w) < 4 else 1) for w in near)


def _bracket_fits(sign: str, text: str, at: int) -> bool:
    """Return whether a bracket would have its other half within the line; True for other signs."""
    if sign == "）":
        line = text[text.rfind("\n", 0, at) + 1 : at].translate(_TO_FULL)
        return line.count("（") > line.count("）")
    if sign == "（":
        end = text.find("\n", at)
        line = text[at : end if end >= 0 else len(text)].translate(_TO_FULL)
        return line.count("）") > line.count("（")
    return True


def _begins_clause(after: str, lexicon: Dictionary) -> bool:
    """Return whether a clause may begin with these characters: a line end, a word, a character that stands alone."""
    if not after or after[0] in "\n\r“‘《(（" or (after[0].isascii() and after[0].isalnum()):
        return True
    if after[0] in _PARTICLES:
        return False
    return lexicon.count(after[:2]) >= _STARTS or lexicon.count(after[0]) >= _ALONE


@lru_cache(maxsize=16)
def _table(
    words: tuple[str, ...],
) -> tuple[re.Pattern[str], dict[str, tuple[_Victim, ...]], dict[str, re.Pattern[str]], frozenset[str]]:
    """Return a pattern of all victims, what each may have been, each deleted word's intact pair, and a filter.

    The filter holds the victims with the character before them wherever a dictionary word could have ended there, and
    alone those that may follow anything; it only saves time.
    """
    lexicon = dictionary()
    victims: dict[str, list[_Victim]] = {}
    intact = {}
    for word in words:
        code = word.encode("gb2312")
        for lead in range(0xB0, 0xF8):
            for trail in range(0xA1, 0xFF):
                char = _decode(bytes((lead, trail)))
                original = _decode(bytes((lead, *code, trail)))
                if (
                    not char
                    or not original
                    or not (original[-1] in _SIGNS or _HANZI.match(original[-1]))
                    or lexicon.count(char) >= _COMMON
                ):
                    continue
                proof = f"{_hex((lead, *code, trail))} - {_hex(code)} = {_hex((lead, trail))}"
                victims.setdefault(char, []).append(_Victim(word, original, proof))
        heads = "".join(filter(None, (_decode(bytes((b, code[0]))) for b in range(0xB0, 0xF8))))
        tails = "".join(filter(None, (_decode(bytes((code[-1], b))) for b in range(0xA1, 0xFF))))
        intact[word] = re.compile(f"[{re.escape(heads)}][{re.escape(tails)}]")
    class_ = "".join(sorted(victims))
    pattern = re.compile(f"[{class_}]")
    return pattern, {c: tuple(v) for c, v in victims.items()}, intact, _filter(victims, lexicon)


def _filter(victims: dict[str, list[_Victim]], lexicon: Dictionary) -> frozenset[str]:
    """Return the pairs and single characters that are worth a look."""
    by_first: dict[str, set[str]] = {}
    pairs: set[str] = set()
    for char, origins in victims.items():
        for victim in origins:
            first = victim.original[0]
            by_first.setdefault(first, set()).add(char)
            if lexicon.count(char) < _RARE and (lexicon.count(first) >= _ALONE or first in _SUFFIX):
                pairs.add(char)
            if victim.original == _GRADED:
                pairs.update(left + char for left in _DEGREE)
    for word in lexicon.words:
        if 1 < len(word) < 5 and word[-1] in by_first:
            pairs.update(word[-2] + char for char in by_first[word[-1]])
    return frozenset(pairs)


def _decode(code: bytes) -> str:
    try:
        return code.decode("gb2312")
    except UnicodeDecodeError:
        return ""


def _hex(code: bytes | tuple[int, ...]) -> str:
    return " ".join(f"{b:02X}" for b in code)
