"""Replay the bytes of a stretch in which pinyin notes, or pairs that no decoder knows, hide what stood there.

A beam search: each state is a text that may have stood so far, with the first bytes that the next character may have.
What speaks for a text is how it reads (words of general Chinese and runs of characters that the page has elsewhere)
and what the page shows of the tool: it annotated every place of a character, or none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate
from math import log
from typing import NamedTuple

from analyzer.fold import fold
from analyzer.repair.dictionary import dictionary
from analyzer.repair.fluency import ALL_WORDS, SHARES, UNKNOWN
from analyzer.repair.readings import is_reading_of, second_bytes, simplified_only, traditional_with
from analyzer.words import cut

# A note, or a question mark without one.
TOKEN = re.compile(r"([(?])([a-zü\u00e0-\u01ffɡɑḿếề]{1,7})\)|\?")
# How much likelier the best reading must be than the second to count as certain: ln 10, and more where pairs were lost
# (measured by tests/benchmarks/byte_repair.py: no wrong one on the half for tuning).
_CLEAR = 2.3
_CLEAR_LOST = 4.0
# Texts that are followed at a time, and fewer where two lost pairs leave a whole character open.
_BEAM = 200
_BEAM_OPEN = 60
# More lost pairs than this in a stretch are no text, and a page that has led to so many states, some four seconds of
# work, is searched no further; a newspaper page with ten stretches that lost pairs takes a third of them.
_LOST = 12
_MOST_STATES = 600_000
# Only a character this common is looked for beside a lost pair; the 6,031 that are make up 99.87 % of the counts.
_PLAIN = 100
# Signs may stand beside a lost pair as well.
_SIGNS = frozenset("，。、；：？！（）《》“”—…")
# A run of the page's own characters counts like a word: this share of the words comes from the page itself.
_OWN = 0.2
# What is taken off the count of a run of two, so that one that stands once says little.
_ONCE_ONLY = 0.6
_LONGEST = 6
_WORD_LENGTH = 1.6
_DIGIT = 0.003
_DASH = 0.001
# A letter after something else; after a letter it is so much likelier (logarithm).
_FIRST_LETTER = 0.0002
_LATIN = 5.0
# Some figure, written as a question mark, against the share of that sign.
_FIGURE = 2.3
_FIGURE_AFTER_END = 0.6
# Signs that never stand twice, as folded.
_ONCE = frozenset(",。、;:?!《》")
_ENDS = frozenset("。：？！")
_FIGURES = frozenset("０１２３４５６７８９％")
# A line end after the end of a sentence or a colon.
_LINE_END = 4.6
# A bracket that is text after all.
_KEPT = -9.0
# A word of one character that is as common as this (logarithm of one word in 1,500) needs no support.
_COMMON = -7.3
# A longer word has to stand four times in the word list of 60 million.
_KNOWN = -16.5
_BAD = -60.0


@dataclass(frozen=True)
class Evidence:
    """What a page shows of the tool and of its own wording.

    ``noted`` are the characters that carry notes and ``bare`` the Traditional ones that carry none. ``runs`` counts
    each run of whole words, up to six folded hanzi and figures, and each sign, in the sound text of ``size``
    characters; ``chars`` are its characters, not folded. The rest are answers kept.
    """

    noted: frozenset[str]
    bare: frozenset[str]
    runs: Mapping[str, int]
    chars: frozenset[str]
    size: int
    known: dict[str, float] = field(default_factory=dict)
    plain: dict[str, bool] = field(default_factory=dict)
    kept: dict[tuple[bytes, int], bytes] = field(default_factory=dict)
    found: dict[tuple[str, str, str], tuple[Sequence[str], bool]] = field(default_factory=dict)
    states: list[int] = field(default_factory=lambda: [0])

    def weight(self, word: str) -> float:
        """Return the log probability of a word or run, very low where it is neither."""
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self._weigh(word)
        return found

    def _weigh(self, word: str) -> float:
        seen = max(0.0, self.runs.get(word, 0) - (_ONCE_ONLY if len(word) == 2 else 0.0))
        own = _OWN * seen / (self.size / _WORD_LENGTH + 1)
        if len(word) == 1:
            share = SHARES.get(word) or (_DASH if word in "—…" else 0.0) or _of_letter(word)
            return log(own + (1 - _OWN) * (share or (dictionary().count(word) or UNKNOWN) / ALL_WORDS))
        count = dictionary().count(word)
        return log(own + (1 - _OWN) * count / ALL_WORDS) if own or count else _BAD


def _of_letter(char: str) -> float:
    if not char.isascii() or not char.isalnum():
        return 0.0
    return _FIRST_LETTER if char.isalpha() else _DIGIT


def evidence(sound: str, noted: frozenset[str], bare: frozenset[str]) -> Evidence:
    """Return the evidence of a page's sound text (without notes and stretches) and of its characters."""
    runs: Counter[str] = Counter()
    folded = fold(sound)
    for part in re.findall("[\u3400-\u9fff0-9]+", folded):
        edges = [0, *accumulate(map(len, cut(part)))]
        runs.update(
            part[a:b] for i, a in enumerate(edges) for b in edges[i + 1 : i + 1 + _LONGEST] if b - a <= _LONGEST
        )
    runs.update(re.sub("[\u3400-\u9fff0-9]", "", folded))
    return Evidence(noted=noted, bare=bare, runs=runs, chars=frozenset(sound), size=len(folded))


class _State(NamedTuple):
    """``text`` may have stood so far (``folded`` with the context before it); ``leads`` may begin the next character.

    ``scores`` are the best log probabilities of the last positions; ``noted`` counts the bytes before each note.
    ``figure`` tells that a figure was put in the place of a lost one; ``guessed`` are the places in ``text`` of
    characters made of lost bytes.
    """

    text: str
    folded: str
    scores: tuple[float, ...]
    leads: bytes = b""
    noted: tuple[int, ...] = ()
    figure: bool = False
    guessed: tuple[int, ...] = ()

    def hope(self, seen: Mapping[str, float]) -> float:
        """Return the score, or what it may become where the last character begins a word."""
        if len(self.scores) < 2:
            return self.scores[-1]
        return max(self.scores[-1], self.scores[-2] + seen.get(self.folded[-1], _BAD))


def inverse(piece: str, before: str, after: str, page: Evidence) -> tuple[Sequence[str], bool]:
    """Return the possible originals of a damaged stretch, the most fluent first, and whether the first is certain."""
    key = piece, before, after
    if key not in page.found:
        page.found[key] = _inverse(piece, before, after, page)
    return page.found[key]


def _inverse(piece: str, before: str, after: str, page: Evidence) -> tuple[Sequence[str], bool]:
    answers, guessed = _answers(piece, before, after, page)
    ranked = sorted(answers, key=lambda a: (-answers[a], a))
    clear = _CLEAR_LOST if lost_pairs(piece) else _CLEAR
    sure = bool(ranked) and ranked[0] not in guessed
    return ranked, sure and (len(ranked) == 1 or answers[ranked[0]] - answers[ranked[1]] >= clear)


def lost_pairs(piece: str) -> int:
    """Return how many pairs of a stretch no decoder knew, and no note stands for."""
    return sum(m[2] is None for m in TOKEN.finditer(piece))


def _answers(piece: str, before: str, after: str, page: Evidence) -> tuple[dict[str, float], set[str]]:
    """Return the score of each possible original, and which of them hold a figure that was lost."""
    if lost_pairs(piece) > _LOST or "?????" in piece:
        return {}, set()
    start = _State("", "", (0.0,))
    for char in fold(before):
        start = _grown(start, char, char, page)
    start = start._replace(text="")
    states = [start]
    steps = list(_steps(piece))
    for at, step in enumerate(steps):
        following = steps[at + 1] if at + 1 < len(steps) else None
        grown: dict[tuple[str, bytes], _State] = {}
        for state in states:
            if page.states[0] > _MOST_STATES:
                return {}, set()
            for new in _follow(state, step, following, page):
                page.states[0] += 1
                key = new.text, new.leads
                if key not in grown or grown[key].scores[-1] < new.scores[-1]:
                    grown[key] = new
        states = list(grown.values())
        open_ = step is None and following is None and at + 1 < len(steps)
        most = _BEAM_OPEN if open_ else _BEAM
        if len(states) > most:
            hopes = _hopes(states, page)
            states = sorted(states, key=lambda s: (-s.hope(hopes), s.text, s.leads))[:most]
    answers: dict[str, float] = {}
    guessed: set[str] = set()
    for state in states:
        if state.leads or not _consistent(state, page):
            continue
        final = state
        for char in fold(after):
            final = _grown(final, char, char, page)
        if state.figure or not _supported(final, len(final.folded) - len(after) - len(state.text), page):
            guessed.add(state.text)
        answers[state.text] = max(final.scores[-1], answers.get(state.text, -1e9))
    return answers, guessed


def _supported(state: _State, offset: int, page: Evidence) -> bool:
    """Return whether what was made of lost bytes stands in known words, or is a common word itself.

    A rare character may have stood there that is looked for nowhere.
    """
    run = state.folded
    places = {offset + i for i in state.guessed}
    if any(run[i] in _ONCE and run[i] in (run[i - 1 : i], run[i + 1 : i + 2]) for i in places):
        return False
    best, back = [0.0], [0]
    for end in range(1, len(run) + 1):
        sizes = range(1, min(end, _LONGEST) + 1)
        score, size = max((best[end - size] + page.weight(run[end - size : end]), size) for size in sizes)
        best.append(score)
        back.append(size)
    end = len(run)
    while end:
        word = run[end - back[end] : end]
        least = _COMMON if len(word) == 1 else _KNOWN
        if page.weight(word) < least and places.intersection(range(end - len(word), end)):
            return False
        end -= back[end]
    return True


def _hopes(states: Sequence[_State], page: Evidence) -> dict[str, float]:
    chars = dictionary().chars
    size = page.size / _WORD_LENGTH + 1
    return {
        c: log(_OWN * page.runs.get(c, 0) / size + (1 - _OWN) * chars.get(c, 0) / ALL_WORDS + 1e-12)
        for c in {s.folded[-1] for s in states if s.folded}
    }


_Step = int | tuple[str, str] | None


def _steps(piece: str) -> Iterator[_Step]:
    """Yield the bytes of a piece one by one, a note as (bracket, reading), a lost pair as None."""
    at = 0
    for m in TOKEN.finditer(piece):
        yield from piece[at : m.start()].encode("gb18030")
        yield None if m[2] is None else (m[1], m[2])
        at = m.end()
    yield from piece[at:].encode("gb18030")


def _grown(state: _State, char: str, folded: str, page: Evidence, extra: float = 0.0) -> _State:
    """Return the state with a character more."""
    run = state.folded + folded
    scores = state.scores
    longest = min(len(scores), _LONGEST)
    known = page.known
    best = _BAD * len(run)
    for size in range(1, longest + 1):
        word = run[-size:]
        weight = known.get(word)
        score = scores[-size] + (page.weight(word) if weight is None else weight)
        if score > best:
            best = score
    if folded.isascii() and folded.isalpha() and run[-2:-1].isascii() and run[-2:-1].isalpha():
        best += _LATIN
    scores = (*scores[-_LONGEST + 1 :], best + extra)
    return _State(state.text + char, run, scores, b"", state.noted, state.figure, state.guessed)


def _follow(state: _State, step: _Step, following: _Step, page: Evidence) -> Iterator[_State]:
    if isinstance(step, int):
        yield from _byte(state, step, page)
    elif step is None:
        yield from _lost(state, following, page)
    else:
        yield from _note(state, *step, page)


def _byte(state: _State, byte: int, page: Evidence) -> Iterator[_State]:
    if not state.leads:
        if byte < 0x80:
            yield _grown(state, chr(byte), chr(byte).lower(), page)
        else:
            yield state._replace(leads=bytes((byte,)))
        return
    several = len(state.leads) > 1
    for lead in state.leads:
        char = _table().get((lead, byte))
        if char and (not several or _is_plain(char, page)):
            new = _grown(state, char, fold(char), page)
            yield new._replace(figure=True) if several and char in _FIGURES else new


def _lost(state: _State, following: _Step, page: Evidence) -> Iterator[_State]:
    if not state.leads:
        # A question mark it is, but hardly one behind what was made of lost bytes.
        yield _grown(state, "?", "?", page)._replace(figure=state.figure or bool(state.guessed))
        return
    overlaps = _size(state) + 1 in state.noted
    for lead in state.leads:
        for char, leads in _pairs(lead):
            if (char in page.noted and not overlaps) or not _is_plain(char, page):
                continue
            new = _grown(state, char, fold(char), page)
            place = len(state.text)
            new = new._replace(figure=new.figure or char in _FIGURES, guessed=(*new.guessed, place))
            if not isinstance(following, tuple):
                yield from _line_ends(new, page)
            if isinstance(following, int):
                leads = _kept(leads, following, page)
            if leads:
                yield new._replace(leads=leads, guessed=(*new.guessed, place + 1))


def _kept(leads: bytes, following: int, page: Evidence) -> bytes:
    """Return those of the bytes that make a plain character with the next byte."""
    key = leads, following
    if key not in page.kept:
        page.kept[key] = bytes(z for z in leads if _is_plain(_table().get((z, following), ""), page))
    return page.kept[key]


def _line_ends(state: _State, page: Evidence) -> Iterator[_State]:
    """Yield the state with what else the second half of a lost pair may be: a line end, or some figure."""
    yield _grown(state, "\n", "\n", page, _LINE_END if state.text[-1] in _ENDS else 0.0)
    figure = _FIGURE_AFTER_END if state.text[-1] in _ENDS else _FIGURE
    yield _grown(state, "?", "?", page, figure)._replace(figure=True)


def _note(state: _State, bracket: str, reading: str, page: Evidence) -> Iterator[_State]:
    if bracket == "?":
        yield from _broken(state, reading, page)
    elif state.leads:
        end = state.text[-1:].encode("gb18030")[-1:]
        kept = bytes(x for x in state.leads if end and is_reading_of(_table().get((end[0], x), ""), reading))
        if kept:
            yield _under_note(state, kept, _size(state) + 1)
    elif is_reading_of(state.text[-1:], reading):
        yield _under_note(state, b"", _size(state))
    elif state.text[-1:].isascii() and state.text[-1:].isalpha():
        yield from _after_letter(state, reading, page)
    else:
        new = state
        for char in f"({reading})":
            new = _grown(new, char, char, page)
        yield new._replace(scores=(*new.scores[:-1], state.scores[-1] + _KEPT))


def _broken(state: _State, reading: str, page: Evidence) -> Iterator[_State]:
    """Yield what a note may have broken whose bracket went into a pair that no decoder knows."""
    for lead in state.leads:
        for x in second_bytes(lead, reading):
            yield from _marked(state, _table()[lead, x], page)
    code = state.text[-1:].encode("gb18030")
    if state.leads or not code or code[-1] < 0x81:
        return
    for x in second_bytes(code[-1], reading):
        if x >= 0x81 and _table()[code[-1], x] not in page.bare:
            yield _under_note(state, bytes((x,)), _size(state) + 1)


def _after_letter(state: _State, reading: str, page: Evidence) -> Iterator[_State]:
    """Yield a letter as the second byte of what the note is of, alone or with a first byte that was lost."""
    letter = ord(state.text[-1])
    before = state.text[-2:-1].encode("gb18030")[-1:]
    if before and is_reading_of(_table().get((before[0], letter), ""), reading):
        yield _under_note(state, b"", _size(state))
    shorter = state._replace(text=state.text[:-1], folded=state.folded[:-1], scores=state.scores[:-1] or (0.0,))
    for char in traditional_with(reading):
        code = char.encode("gbk", "ignore")
        if len(code) == 2 and code[1] == letter:
            yield from _marked(shorter, char, page)


def _marked(state: _State, char: str, page: Evidence) -> Iterator[_State]:
    """Yield the state with a character that carries a note."""
    if char not in page.bare:
        new = _grown(state, char, fold(char), page)
        yield _under_note(new, b"", _size(new))


def _under_note(state: _State, leads: bytes, size: int) -> _State:
    """Return the state with a note after so many bytes."""
    return state._replace(leads=leads, noted=(*state.noted, size))


def _size(state: _State) -> int:
    return len(state.text.encode("gb18030"))


def _consistent(state: _State, page: Evidence) -> bool:
    """Return whether every place of a character that the tool knew carries its note.

    The note of the last character stands behind the stretch.
    """
    raw = state.text.encode("gb18030")
    noted = {i + d for i in state.noted for d in (-1, 0, 1)}
    return all(i + 2 in noted or _table().get((raw[i], raw[i + 1])) not in page.noted for i in range(len(raw) - 2))


def _is_plain(char: str, page: Evidence) -> bool:
    found = page.plain.get(char)
    if found is None:
        known = char in page.chars or char in _SIGNS
        common = dictionary().chars.get(fold(char), 0) >= _PLAIN and not simplified_only(char)
        found = page.plain[char] = bool(char) and (known or common)
    return found


@cache
def _table() -> Mapping[tuple[int, int], str]:
    pairs = ((a, b) for a in range(0x81, 0xFF) for b in range(0x40, 0xFF))
    table = {(a, b): bytes((a, b)).decode("gbk", "ignore") for a, b in pairs}
    return {pair: char for pair, char in table.items() if len(char) == 1}


@lru_cache(maxsize=256)
def _pairs(lead: int) -> tuple[tuple[str, bytes], ...]:
    """Return the characters that a first byte and the first byte of a lost pair make, and what its second may be."""
    found = []
    # 0x80 ends a character but begins none, so a decoder gives up on the pair that it would begin.
    for y in range(0x80, 0xFF):
        char = _table().get((lead, y))
        leads = bytes(z for z in range(0x81, 0xFF) if (y, z) not in _table())
        if char and leads:
            found.append((char, leads))
    return tuple(found)
