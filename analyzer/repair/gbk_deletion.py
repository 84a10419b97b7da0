"""Undo a filter that deleted a word's bytes from GBK text, also across character borders: 起爽 ← 起诉，

``诉，`` is CB DF A3 AC; without DF A3 (撸) it is CB AC, 爽. For a deleted word W and a victim ``X = (b1, b2)`` the
only possible original is the decoding of ``b1 W b2``. It is taken where X makes no word with its neighbours and the
original does.
"""

import re
from dataclasses import dataclass
from functools import cache

from analyzer.model import GapKind
from analyzer.repair.dictionary import Dictionary, dictionary
from analyzer.repair.lexicon import entries
from analyzer.repair.page import NOTHING, Findings, Fix, Hole, Page

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


@dataclass(frozen=True, slots=True)
class _Victim:
    """What a victim was: the deleted word and the two characters before the deletion, with the proof in bytes."""

    word: str
    original: str
    proof: str


def gbk_deletion(page: Page) -> Findings:
    """Put back what the deletion broke; where the page also holds an intact pair, only name it as a candidate."""
    pattern, victims, intact = _table()
    text = page.text
    found = [m for m in pattern.finditer(text) if m.start()]
    if not found:
        return NOTHING
    lexicon = dictionary()
    fixes = []
    for m in found:
        victim = _original(m[0], text, m.start(), victims, lexicon)
        if victim:
            fixes.append((m, victim))
    if not fixes:
        return NOTHING
    # A page without full-width signs was folded to ASCII after the filter ran.
    whole = text if any(s in text for s in "，；：？！") else text.translate(_TO_FULL)
    unfiltered = {word for word, pair in intact.items() if pair.search(whole)}
    made, holes = [], []
    for m, victim in fixes:
        if victim.word in unfiltered:
            holes.append(
                Hole(
                    start=m.start(),
                    end=m.end(),
                    kind=GapKind.BYTES,
                    evidence=f"{victim.proof};但本页别处有没被删的同样字节",
                    candidates=(victim.original,),
                )
            )
        else:
            made.append(
                Fix(
                    start=m.start(),
                    end=m.end(),
                    new=victim.original,
                    kind="bytes",
                    evidence=victim.proof,
                    hole=GapKind.BYTES,
                )
            )
    return Findings(fixes=tuple(made), holes=tuple(holes))


def _original(
    char: str, text: str, at: int, victims: dict[str, tuple[_Victim, ...]], lexicon: Dictionary
) -> _Victim | None:
    """Return what stood at a place, or None where the text is in order or two words could have been deleted."""
    before, after = text[max(0, at - 3) : at], text[at + 1 : at + 3]
    left, right = before[-1:], after[:1]
    near = (left + char, char + right, before[-2:] + char, char + after, left + char + right)
    if any(len(w) > 1 and lexicon.count(w) >= _NEIGHBOUR for w in near):
        return None
    answers = []
    for victim in victims[char]:
        first, last = victim.original[0], victim.original[-1]
        ends_word = any(lexicon.count(before[-k:] + first) >= _WORD for k in (1, 2, 3) if len(before) >= k)
        if last in _SIGNS or not "\u3400" <= last <= "\u9fff":
            # A clause sign is not followed by another one.
            if ends_word and right not in tuple("，。；：？！、,.;:?!"):
                answers.append(victim)
        elif lexicon.count(left + first) >= _TWO_WORDS and lexicon.count(last + right) >= _TWO_WORDS:
            answers.append(victim)
    return answers[0] if len(answers) == 1 else None


@cache
def _table() -> tuple[re.Pattern[str], dict[str, tuple[_Victim, ...]], dict[str, re.Pattern[str]]]:
    """Return a pattern of all victims, what each may have been, and for each word the pattern of an intact pair."""
    lexicon = dictionary()
    victims: dict[str, list[_Victim]] = {}
    intact = {}
    for (word,) in entries("deleted_bytes"):
        code = word.encode("gb2312")
        for lead in range(0xB0, 0xF8):
            for trail in range(0xA1, 0xFF):
                char = _decode(bytes((lead, trail)))
                original = _decode(bytes((lead, *code, trail)))
                if not char or not original or lexicon.count(char) >= _COMMON:
                    continue
                proof = f"{_hex((lead, *code, trail))} - {_hex(code)} = {_hex((lead, trail))}"
                victims.setdefault(char, []).append(_Victim(word, original, proof))
        heads = "".join(filter(None, (_decode(bytes((b, code[0]))) for b in range(0xB0, 0xF8))))
        tails = "".join(filter(None, (_decode(bytes((code[-1], b))) for b in range(0xA1, 0xFF))))
        intact[word] = re.compile(f"[{re.escape(heads)}][{re.escape(tails)}]")
    class_ = "".join(sorted(victims))
    return re.compile(f"[{class_}]"), {c: tuple(v) for c, v in victims.items()}, intact


def _decode(code: bytes) -> str:
    try:
        return code.decode("gb2312")
    except UnicodeDecodeError:
        return ""


def _hex(code: bytes | tuple[int, ...]) -> str:
    return " ".join(f"{b:02X}" for b in code)
