"""Undo pinyin notes that a Simplified-to-Traditional tool left in GBK text: 導(dǎo)語, 合理?xiàng)l款.

The damage: in the *bytes* of GBK text, every ``bytes(X)`` of a Traditional character X became
``bytes(X) + "(pinyin)"``, whether or not the two bytes are one character. Aligned hits read 導(dǎo). At a misaligned
hit the bracket becomes the second byte of a broken pair, which a tolerant decoder prints as ``?``; what follows is
out of step until an ASCII byte or another hit puts it right. ``cascade.py`` replays the bytes from left to right.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from analyzer.model import GapKind
from analyzer.repair.cascade import Evidence, evidence, inverse
from analyzer.repair.page import NOTHING, Findings, Fix, Hole, Page
from analyzer.repair.readings import is_reading_of, traditional

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿêếề"
_LETTER = f"[a-zü{_TONED}ɡɑ]"
_NOTE = re.compile(rf"([(?])({_LETTER}{{1,7}})\)")
_HAS_TONE = re.compile(f"[{_TONED}]")
# A page of this kind carries dozens of notes; an ordinary page with a gloss (重(chóng)庆) one or two. Held by
# tests/repair/test_pinyin.py.
_LEAST_NOTES = 3
_LEAST_FOR_TONELESS = 5
# A stretch is followed so far without a sign, and over three ends that turn out to be none.
_LONG = 40
_TRIES = 4
# Context of a stretch: so many characters, notes included, until something other than hanzi stands there.
_AROUND = 14
_SOUND = re.compile("[^\u3400-\u9fff]")


def pinyin(page: Page) -> Findings:
    """Cut the notes out and put misaligned characters back, where the page shows this damage at all."""
    return _found(page.text) if _HAS_TONE.search(page.text) else NOTHING


@lru_cache(maxsize=64)
def _found(text: str) -> Findings:
    """Return the findings of a text; kept for some time, since a page with copies is read twice."""
    notes = list(_NOTE.finditer(text))
    aligned = [m for m in notes if m[1] == "(" and is_reading_of(text[m.start() - 1 : m.start()], m[2])]
    toned = [m for m in aligned if _HAS_TONE.search(m[2])]
    if (
        len(toned) < _LEAST_NOTES
        or len({text[m.start() - 1] for m in toned if traditional(text[m.start() - 1])}) < _LEAST_NOTES
    ):
        return NOTHING
    toneless = len(toned) >= _LEAST_FOR_TONELESS
    cuts, stretches = _places(text, notes, toneless)
    page = _evidence(text, cuts, stretches) if stretches else None
    fixes: list[Fix] = []
    holes: list[Hole] = []
    spans: list[tuple[int, int]] = []
    done = 0
    for m, start, end in stretches:
        if m.start() < done:
            continue
        answers: Sequence[str] = ()
        sure = False
        for done in _ends(text, end):
            piece = text[start:done]
            if page:
                answers, sure = inverse(piece, *_around(text, start, done), page)
            # Before figures the pair may have held the first of them.
            sure = sure and not (piece.endswith("?") and text[done : done + 1].isdigit())
            if answers:
                break
        else:
            done = end
        spans.append((start, done))
        if sure:
            fixes.append(_replace(text, start, done, answers[0]))
        else:
            holes.append(
                Hole(
                    start=m.start(),
                    end=done,  # all that is out of step, not the note alone
                    kind=GapKind.BYTES,
                    evidence=f"拼音注写进了一个字的中间：{m[0]}",
                    candidates=tuple(answers[:3]),
                )
            )
    fixes += [_cut(m, text[m.start() - 1]) for m in cuts if not any(a <= m.start() < b for a, b in spans)]
    return Findings(fixes=tuple(sorted(fixes, key=lambda f: f.start)), holes=tuple(holes))


_Stretch = tuple[re.Match[str], int, int]


def _places(text: str, notes: list[re.Match[str]], toneless: bool) -> tuple[list[re.Match[str]], list[_Stretch]]:
    """Return the notes to cut out, and the stretches to be replayed."""
    cuts: list[re.Match[str]] = []
    stretches: list[_Stretch] = []
    done = 0
    for m in notes:
        if m.start() < done:
            continue
        if m[1] == "(":
            before = text[m.start() - 1 : m.start()]
            if is_reading_of(before, m[2]) and (toneless or _HAS_TONE.search(m[2])):
                cuts.append(m)
                continue
            if not (before.isascii() and before.isalpha() and _HAS_TONE.search(m[2])):
                continue
        elif not _HAS_TONE.search(m[2]) and not toneless:
            continue
        start, end = _stretch(text, m)
        stretches.append((m, start, end))
        done = end
    return cuts, stretches


def _evidence(text: str, cuts: list[re.Match[str]], stretches: list[_Stretch]) -> Evidence:
    """Return what the text outside the stretches shows."""
    sound: list[str] = []
    noted: set[str] = set()
    bare: set[str] = set()
    at = 0
    gaps = sorted([*((m.start(), m.end(), "") for m in cuts), *((start, end, "\n") for _, start, end in stretches)])
    for start, end, mark in gaps:
        part = text[at:start]
        bare.update(filter(traditional, part if mark else part[:-1]))
        if not mark:
            noted.add(text[start - 1])
        sound += [part, mark]
        at = end
    bare.update(filter(traditional, text[at:]))
    sound.append(text[at:])
    return evidence("".join(sound), frozenset(noted - bare), frozenset(bare - noted))


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
    if start and text[start].isascii() and not text[start - 1].isascii():
        start -= 1  # the character before a letter may end with the other byte of what the note is of
    return start, _end(text, m.end())


def _end(text: str, at: int) -> int:
    """Return where bytes are in step again, if not before ``at``."""
    end = at
    while end < len(text):
        following = _NOTE.match(text, end)
        if following:
            if following[1] == "(" and is_reading_of(text[end - 1], following[2]):
                break
            end = following.end()
            continue
        # An ASCII sign below 0x40 can be no second byte, so the row is in step there; "?" is a pair that was lost.
        if (ord(text[end]) < 0x40 and text[end] != "?") or text[end] in "，。、；：？！":
            break
        if end - at > _LONG:
            break
        end += 1
    return end


def _ends(text: str, end: int) -> Iterator[int]:
    """Yield where a stretch may end: out of step, what looks like a sign or a note may be none."""
    for _ in range(_TRIES):
        yield end
        if end >= len(text) or text[end] == "\n":
            return
        note = _NOTE.match(text, end)
        end = _end(text, note.end() if note else end + 1)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return a few characters on either side of a stretch, without notes, up to the next damage or sign."""
    before = _SOUND.split(_NOTE.sub("", text[max(0, start - _AROUND) : start]))[-1]
    after = _SOUND.split(_NOTE.sub("", text[end : end + _AROUND]))[0]
    return before, after
