"""Undo pinyin notes that a Simplified-to-Traditional tool left in GBK text: 導(dǎo)語, 合理?xiàng)l款.

The damage: in the *bytes* of GBK text, every ``bytes(X)`` of a Traditional character X became
``bytes(X) + "(pinyin)"``, whether or not the two bytes are one character. Aligned hits read 導(dǎo). At a misaligned
hit the bracket becomes the second byte of a broken pair, which a tolerant decoder prints as ``?``; what follows is
out of step until an ASCII byte or another hit puts it right. The inverse replays the bytes from left to right.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from analyzer.fold import fold
from analyzer.model import GapKind
from analyzer.repair.dictionary import dictionary
from analyzer.repair.fluency import fluency
from analyzer.repair.page import NOTHING, Findings, Fix, Hole, Page

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿêếề"
_LETTER = f"[a-zü{_TONED}ɡɑ]"
_NOTE = re.compile(rf"([(?])({_LETTER}{{1,7}})\)")
_HAS_TONE = re.compile(f"[{_TONED}]")
# A page of this kind carries dozens of notes; an ordinary page with a gloss (重(chóng)庆) one or two. Held by
# tests/repair/test_pinyin.py.
_LEAST_NOTES = 3
_LEAST_FOR_TONELESS = 5
# How much likelier the best reading must be than the second to count as certain: ln 10, and more where pairs were lost
# (held by tests/benchmarks/byte_repair.py: no wrong one on the half for tuning). Texts and states that are
# followed at a time: twice as many find nothing more. More lost pairs than this in a stretch, or two together, would
# take seconds.
_CLEAR = 2.3
_CLEAR_LOST = 4.0
_BEAM = 48
_STATES = 96
_LOST = 2
# A page with more such stretches than this is read no further: each may take a tenth of a second.
_SEARCHES = 50
# Only a character this common is looked for beside a lost pair; the 6,031 that are make up 99.87 % of the counts.
_PLAIN = 100
# Signs may stand beside a lost pair as well.
_SIGNS = frozenset("，。、；：？！（）《》“”")
# Context of a stretch: so many characters, notes included, until something other than hanzi stands there.
_AROUND = 14
_SOUND = re.compile("[^\u3400-\u9fff]")
# A note, or a question mark without one.
_TOKEN = re.compile(rf"([(?])({_LETTER}{{1,7}})\)|\?")
_HANZI = re.compile("[\u3400-\u9fff]")


def pinyin(page: Page) -> Findings:
    """Cut the notes out and put misaligned characters back, where the page shows this damage at all."""
    if not _HAS_TONE.search(page.text):
        return NOTHING
    notes = list(_NOTE.finditer(page.text))
    aligned = [m for m in notes if m[1] == "(" and _is_note_of(page.text[m.start() - 1 : m.start()], m[2])]
    toned = [m for m in aligned if _HAS_TONE.search(m[2])]
    if (
        len(toned) < _LEAST_NOTES
        or len({page.text[m.start() - 1] for m in toned if _traditional(page.text[m.start() - 1])}) < _LEAST_NOTES
    ):
        return NOTHING
    toneless = len(toned) >= _LEAST_FOR_TONELESS
    fixes: list[Fix] = []
    holes: list[Hole] = []
    done = searched = 0
    for m in notes:
        if m.start() < done:
            continue
        if m[1] == "(":
            before = page.text[m.start() - 1 : m.start()]
            if _is_note_of(before, m[2]) and (toneless or _HAS_TONE.search(m[2])):
                fixes.append(_cut(m, before))
                continue
            if not (before.isascii() and before.isalpha() and _HAS_TONE.search(m[2])):
                continue
        elif not _HAS_TONE.search(m[2]) and not toneless:
            continue
        start, end = _stretch(page.text, m)
        piece = page.text[start:end]
        searched += (hard := _lost_pairs(piece) > 0)
        answers = _inverse(piece, *_around(page.text, start, end)) if not hard or searched <= _SEARCHES else []
        done = end
        new = answers[0] if answers else ""
        if len(answers) == 1:
            fixes.append(_replace(page.text, start, end, new))
        else:
            holes.append(
                Hole(
                    start=m.start(),
                    end=end,  # all that is out of step, not the note alone
                    kind=GapKind.BYTES,
                    evidence=f"拼音注写进了一个字的中间：{m[0]}",
                    candidates=tuple(answers[:3]),
                )
            )
    return Findings(fixes=tuple(fixes), holes=tuple(holes))


def _cut(m: re.Match[str], before: str) -> Fix:
    return Fix(start=m.start(), end=m.end(), new="", kind="pinyin", evidence=f"{before} 读 {m[2]}")


def _replace(text: str, start: int, end: int, new: str) -> Fix:
    """Return the fix without what old and new share at either side."""
    old = text[start:end]
    left = 0
    while left < min(len(old), len(new)) and old[left] == new[left]:
        left += 1
    right = 0
    while right < min(len(old), len(new)) - left and old[-1 - right] == new[-1 - right]:
        right += 1
    return Fix(
        start=start + left,
        end=end - right,
        new=new[left : len(new) - right],
        kind="pinyin",
        evidence=f"GBK 字节还原：{old} → {new}",
        hole=GapKind.BYTES,
    )


def _stretch(text: str, m: re.Match[str]) -> tuple[int, int]:
    """Return the part of the text that has to be replayed: from the character before to where bytes are in step."""
    start = m.start() - 1 if m.start() else 0
    end = m.end()
    while end < len(text):
        following = _NOTE.match(text, end)
        if following:
            if following[1] == "(" and _is_note_of(text[end - 1], following[2]):
                break
            end = following.end()
            continue
        # An ASCII sign below 0x40 can be no second byte, so the row is in step there; "?" is a pair that was lost.
        if (ord(text[end]) < 0x40 and text[end] != "?") or text[end] in "，。、；：？！":
            break
        if end - m.end() > 40:
            break
        end += 1
    return start, end


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return a few characters on either side of a stretch, without notes, up to the next damage or sign."""
    before = _SOUND.split(_NOTE.sub("", text[max(0, start - _AROUND) : start]))[-1]
    after = _SOUND.split(_NOTE.sub("", text[end : end + _AROUND]))[0]
    return before, after


@lru_cache(maxsize=4096)
def _inverse(piece: str, before: str, after: str) -> Sequence[str]:
    """Return the possible originals of a damaged stretch, the most fluent first; one answer means it is certain.

    Kept for some time: copies carry the same stretches, and an article with copies is read twice.
    A beam search over the bytes: each state is what may have stood so far. A question mark without a note is a pair
    that no decoder knows; out of step, its two bytes end one character and begin the next.
    """
    tokens = list(_TOKEN.finditer(piece))
    if "??" in piece or _lost_pairs(piece) > _LOST:
        return []
    states = [piece[: tokens[0].start()].encode("gb18030")]
    ends = [m.start() for m in tokens[1:]] + [len(piece)]
    for m, end in zip(tokens, ends, strict=True):
        rest = piece[m.end() :]
        text = piece[m.end() : end].encode("gb18030")
        grown: dict[str, tuple[float, list[bytes]]] = {}
        for raw in states:
            follow = ((raw + b"?", 0.0), *_lost(raw, text[:1])) if m[2] is None else _undo(raw, m[1], m[2], rest)
            for begun, weight in follow:
                state = begun + text
                known = _decoded(state)
                if known is None:
                    continue
                # States that differ in their last lead byte only are one text so far, and are kept together.
                if known not in grown:
                    grown[known] = weight + fluency(fold(before + known)), []
                grown[known][1].append(state)
        best = sorted(grown, key=lambda text: (-grown[text][0], text))[:_BEAM]
        states = [state for text in best for state in dict.fromkeys(grown[text][1])][:_STATES]
    answers: dict[str, float] = {}
    for state in states:
        if _in_step(state):
            answer = state.decode("gbk")
            answers[answer] = fluency(fold(before + answer + after))
    ranked = sorted(answers, key=lambda a: (-answers[a], a))
    clear = _CLEAR_LOST if _lost_pairs(piece) else _CLEAR
    if len(ranked) > 1 and answers[ranked[0]] - answers[ranked[1]] >= clear:
        return ranked[:1]
    return ranked


def _lost_pairs(piece: str) -> int:
    return sum(m[2] is None for m in _TOKEN.finditer(piece))


def _lost(raw: bytes, following: bytes) -> Iterator[tuple[bytes, float]]:
    """Yield the bytes with a pair appended that no decoder knows, where they are out of step."""
    if not _in_step(raw):
        for pair in _unknown_pairs(raw[-1], following):
            yield raw + pair, 0.0


@lru_cache(maxsize=4096)
def _unknown_pairs(before: int, following: bytes) -> tuple[bytes, ...]:
    """Return the pairs that make no character of GBK but make plain ones with the bytes at either side."""
    bytes_ = range(0x81, 0xFF)
    # 0x80 ends a character but begins none, so a decoder gives up on the pair that it would begin.
    firsts = [y for y in range(0x80, 0xFF) if _is_plain(bytes((before, y)))]
    seconds = [z for z in bytes_ if not following or _is_plain(bytes((z,)) + following)]
    return tuple(bytes((y, z)) for y in firsts for z in seconds if not bytes((y, z)).decode("gbk", "ignore"))


def _is_plain(code: bytes) -> bool:
    char = code.decode("gbk", "ignore")
    return len(char) == 1 and (char in _SIGNS or dictionary().chars.get(fold(char), 0) >= _PLAIN)


def _decoded(raw: bytes) -> str | None:
    """Return the text of the bytes, a last lead byte left out; None where they are no text."""
    for end in (len(raw), len(raw) - 1):
        try:
            return raw[:end].decode("gbk")
        except UnicodeDecodeError:
            continue
    return None


def _undo(raw: bytes, bracket: str, reading: str, rest: str) -> Iterator[tuple[bytes, float]]:
    """Yield the bytes up to a note with the note undone, and a weight; several where it is not certain."""
    if bracket == "(":
        last = raw[-2:].decode("gbk", "replace")
        if len(last) == 1 and _is_note_of(last, reading):
            yield raw, 0.0
        elif raw and 0x40 <= raw[-1] <= 0x7E:
            for char in _traditional_with(reading):
                code = char.encode("gbk", "ignore")
                if len(code) == 2 and code[1] == raw[-1]:
                    yield raw[:-1] + code, _weight(char)
        else:
            yield raw + f"({reading})".encode("gb18030"), -9.0
        return
    if not raw or raw[-1] < 0x81:
        return
    following = rest[:1].encode("gb18030")[:1]
    note = _NOTE.match(rest)
    for x in _second_bytes(raw[-1], reading):
        # Either the byte ends a character, and all is in step again, or it begins one with the byte that follows.
        begun = bool(following) and len(bytes((x, following[0])).decode("gbk", "ignore")) == 1
        if note or begun or _in_step(raw + bytes((x,))):
            yield raw + bytes((x,)), 0.0


@lru_cache(maxsize=1 << 15)
def _second_bytes(first: int, reading: str) -> bytes:
    """Return the bytes that make a Traditional character with the first, one that has the reading."""
    # A byte below 0x80 is a sign by itself, and would not have eaten the bracket.
    pairs = ((x, bytes((first, x)).decode("gbk", "ignore")) for x in range(0x80, 0xFF))
    return bytes(x for x, char in pairs if len(char) == 1 and _traditional(char) and _is_note_of(char, reading))


def _in_step(raw: bytes) -> bool:
    """Return whether the bytes end where a character ends."""
    try:
        raw.decode("gbk")
    except UnicodeDecodeError:
        return False
    return True


def _weight(char: str) -> float:
    """Return how common a character is (log count of its simplified form), 0 where unknown."""
    from math import log

    return log(1 + dictionary().chars.get(fold(char), 0)) if _HANZI.match(char) else 0.0


def _traditional(char: str) -> bool:
    return bool(char) and ord(char) > 0x3000 and fold(char) != char


def _is_note_of(char: str, reading: str) -> bool:
    return len(char) == 1 and _normal(reading) in _readings_of(char)


@lru_cache(maxsize=1 << 14)
def _normal(reading: str) -> str:
    return unicodedata.normalize("NFC", reading.lower()).replace("ɡ", "g").replace("ɑ", "a")


@lru_cache(maxsize=1 << 14)
def _readings_of(char: str) -> frozenset[str]:
    """Return a character's readings, all tones and heteronyms (pypinyin's table, MIT)."""
    readings = _table().get(ord(char))
    return frozenset(map(_normal, readings.split(","))) if readings else frozenset()


@cache
def _table() -> Mapping[int, str]:
    from pypinyin.pinyin_dict import pinyin_dict

    table: Mapping[int, str] = pinyin_dict
    return table


@cache
def _traditional_with(reading: str) -> tuple[str, ...]:
    """Return the Traditional characters of GBK that have a reading, in code order."""
    wanted = _normal(reading)
    return tuple(c for c in map(chr, sorted(_table())) if _traditional(c) and wanted in _readings_of(c))
