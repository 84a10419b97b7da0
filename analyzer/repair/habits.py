"""How a page sets spaces where nothing is missing: bylines, lists, numbered headings, and its own habits.

A page's habits tell a hole from print. One that never sets a space after a full-width comma but once has lost a word
there; one that sets names apart in every line of a list has not. The space of a damaged page stands anywhere; the
spaces of a sound page stand where such a page always sets them.
"""

import re
from collections import Counter
from enum import Enum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from analyzer.repair.codes import codes
from analyzer.repair.dictionary import dictionary
from analyzer.repair.surnames import SURNAMES

_HANZI = "\u3400-\u9fff"
# Straight quotes open and close alike, so a page's habit before and after them cannot be counted.
_QUOTES = frozenset("\"'")
# One space, or two where two words were deleted one after the other.
_RUN = re.compile(" (?<!  ) ?(?! )")
# Nothing is set apart inside quotation marks.
_OPENING = "“「『《"
CLOSING = "”」』》"
_FIGURES = "0-9"
_LATIN = "A-Za-z"
_SET_APART = frozenset((_FIGURES, _LATIN))
_SIGNS = frozenset("，。；：？！、,.;:?!")
_COMMAS = frozenset("，、")
# What no writer sets after a sign, with or without a space.
_STRAY = re.compile("[、,。;:!?][、,;]|、[。:!?]")
_IS_HANZI = re.compile(f"[{_HANZI}]")
# Signs of Chinese print; a joint of two Latin words or figures is no place for a Chinese hole.
_CJK = re.compile(f"[{_HANZI}、-〕，．：；？！（）“”‘’…—·％]")
_SENTENCE_SIGN = re.compile("[,，。;；!！?？:：、]")
_CLAUSE_SIGN = re.compile("[,，。;；!！?？]")
_LONE = re.compile(f"(?<=[{_HANZI}]) (?=[{_HANZI}])")

# Bylines and credits: the words before or after the space name a role, the other side a person.
_ROLES = (
    "记者",
    "编辑",
    "通讯员",
    "作者",
    "来源",
    "责编",
    "导演",
    "主演",
    "校对",
    "审核",
    "编审",
    "编导",
    "实习生",
    "首席",
)
_BYLINE = (*_ROLES, "摄影", "摄", "文", "图", "编", "社讯", "报讯", "网讯", "台讯", "日电")
_BYLINE_AFTER = re.compile(
    "(?:摄|文|图|来源|记者|编辑|责编|作者|供图|综合)(?:[ :：/)）。]|\\Z)|来源[：:]|作者[：:]"
    "|(?:本[报刊台网])?记者[\u3400-\u9fff ]"
)
# The next label of a sheet: 片名：…  地区：…
_LABEL = re.compile(f"[{_HANZI}/]{{2,6}}[:：]")
_NUMBERED = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,5}[章节回卷部篇集条款讲课编]\Z|[(（]?[一二三四五六七八九十]{1,3}[)）、]\Z"
)
_NUMBERED_END = frozenset("章节回卷部篇集条款讲课编)）、")
# What opens examples or a list is set behind a space for a colon: 三类 衣、食、行; 找件小事 比如喝水.
_OPENS_LIST = re.compile("比如|例如|譬如|比方|包括|也就是|即(?!使|便|将)|[^、,，。\n]{1,6}、[^、,，。\n]{1,6}、")
# On a page that sets Latin words and figures apart wherever they meet hanzi, this often at least, a date goes on with a
# space (3 月 在), and a short name stands between two. Found on two pages of notes, held by tests/repair/test_gaps.py.
_APART_OFTEN = 4
_BESIDE_LATIN = ((_HANZI, _FIGURES), (_HANZI, _LATIN), (_FIGURES, _HANZI), (_LATIN, _HANZI))
_AFTER_UNIT = re.compile(f"[{_FIGURES}] [年月日号时点元块万天个]\\Z")
_BETWEEN = re.compile(f"[{_HANZI}]{{2,4}}")
# What is written, called or typed stands behind a space there as well.
_CALLED = re.compile("(?:写着?|叫做?|译[作为]|称[为作]|名[为叫]|标着|备注|输入|搜索?)\\Z")
# So does a short name that begins a clause, before what goes on after a name.
_HEADED = re.compile(f"[、,。;:!?\n][{_HANZI}]{{2,4}}\\Z")
_AFTER_NAME = frozenset("的和与等")
# A name that a page sets apart stands between two spaces somewhere, and before one this often; no name ends so.
_LEAST_NAMED = 2
_NO_NAME = frozenset("的了是在着过和与也都就还不没有会能要说给被把让")
_NAME = re.compile(f"[{''.join(SURNAMES)}][{_HANZI}]{{1,2}} ")
# So many spaces after enumeration commas are no habit by themselves, for a page may have no other such comma.
_FEW = 2
# A bullet is a sign, or up to three figures or letters between signs.
_HEAD = 6
_BULLET = re.compile(r"\A\s*(?:[(（\[【]?[0-9A-Za-z一二三四五六七八九十]{1,3}[)）\]】]?[、.．:：,，]?|[^\w\s])\Z")

# Such neighbours are set without a space this many times as often, or a space between them is the page's habit (Latin
# words and figures are set apart here and there on most pages, so they always may be); and no more than this share of
# the lines of one kind (heading, list, prose) has lone spaces. Of 4, 10, 20 and 40 the tuned half of the generated
# pages gave recall .79, .77, .75, .70 with 41, 29, 28, 22 false marks in 3,281 places; held by
# tests/repair/test_gaps.py.
_OFTEN = 10
# … unless that is how a word looks that the page had in every other clause.
_OFTEN_DENSE = 4
_ALONE = 0.9
_SHARE = 1 / 3
# No item of a list that is set apart by spaces is longer, a name above all.
_ITEM = 4
# A line is prose from this length on; a heading before its text is shorter than the second figure, a clause than the
# third: what is longer was written with spaces for signs.
PROSE = 10
TITLE = 12
_CLAUSE = 40
# What ends with a space so few characters after a sign is no title joined to another: 选房必看:这几点 都要问.
_CUT = 4


class Use(Enum):
    """What a page's habits say of a space: print sets it so, or does not, or it may be either."""

    PRINT = 1  # a byline, a heading's number, a title, a word set wide
    HABIT = 2  # this page sets such places apart
    OPEN = 3
    ODD = 4


def printed(left: str, right: str) -> bool:
    """Return whether the words around a space are a byline, a credit, the number of a heading or a label's."""
    return bool(
        left.endswith(_BYLINE)
        or _BYLINE_AFTER.match(right)
        or (left[-1:] in _NUMBERED_END and _NUMBERED.search(left))
        or _LABEL.match(right)
    )


def is_name(left: str, right: str) -> bool:
    """Return whether the space only sets a two-character name wide (张 伟) between signs."""
    if right[1:2] in ",:，：" and right[:1] in "说称问":
        return False
    return is_hanzi(left[-1:]) and is_hanzi(right[:1]) and not is_hanzi(left[-2:-1]) and not is_hanzi(right[1:2])


def is_hanzi(char: str) -> bool:
    """Return whether a character, not "", is one of the hanzi of the base block and extension A."""
    return "\u3400" <= char <= "\u9fff"


def is_wide(left: str, right: str) -> bool:
    """Return whether a word is set wide (身 高：) or broken by the print's line end (木 质)."""
    count = dictionary().count
    if not count(left[-1:] + right[:1]):
        return False
    return not any(len(word) > 1 and count(word) for word in (left[-2:], left[-3:], right[:2], right[:3]))


def repeats(text: str, at: int, start: int, end: int) -> bool:
    """Return whether the words before and after the space are the same (扫一扫 扫一扫), or two titles joined."""
    for size in range(2, 13):
        if at - size >= start and text[at - size : at] == text[at + 1 : at + 1 + size]:
            return True
    # A title or heading set before its text: nothing but words since the line began.
    head = text[start:at]
    return (
        len(head) <= 30
        and not _SENTENCE_SIGN.search(head)
        and len(head) > 6
        and bool(
            re.match(
                "(?:随着|近年来|在|今天|很多|本文|当|为了|作为|如果|我们|一、|二、|三、|首先|[\u3400-\u9fff]{2,10}(?:是|作为|的))",
                text[at + 1 : end],
            )
        )
    )


class Habits:
    """The habits of one page; ``raw`` is its text, ``folded`` the same text folded (equal length).

    ``runs`` are the runs of one or two spaces inside the text, as (start, size).
    """

    __slots__ = ("_alone", "_folded", "_intact", "_joints", "_lines", "_of_kind", "_raw", "_uses", "runs")

    def __init__(self, raw: str, folded: str) -> None:
        self._raw = raw
        self._folded = folded
        self.runs = tuple(
            (m.start(), m.end() - m.start()) for m in _RUN.finditer(raw) if m.start() > 0 and m.end() < len(raw)
        )
        self._joints: Counter[tuple[str, str]] | None = None
        self._alone: bool | None = None
        self._uses: dict[tuple[int, int], Use | None] = {}
        self._of_kind: dict[str, NDArray[np.bool_]] = {}
        self._intact: dict[tuple[str, str], int] = {}
        self._lines: dict[tuple[bool, bool], list[int]] | None = None

    @property
    def _spaced(self) -> Counter[tuple[str, str]]:
        """Return how often the page sets a space between characters of two classes."""
        if self._joints is None:
            raw = self._raw
            self._joints = Counter((_class(raw[at - 1]), _class(raw[at + size])) for at, size in self.runs)
        return self._joints

    def use(self, at: int, size: int) -> Use | None:
        """Return what the habits say of the run of ``size`` spaces at ``at``.

        None at the edge of a line and between Latin words.
        """
        if (at, size) not in self._uses:
            self._uses[at, size] = self._judge(at, size)
        return self._uses[at, size]

    def _judge(self, at: int, size: int) -> Use | None:
        text = self._folded
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        if at == start or at + size >= end:
            return None
        if not (_CJK.match(self._raw[at - 1]) or _CJK.match(self._raw[at + size])):
            return None
        before, after = text[at - 1], text[at + size]
        if before in _OPENING or after in CLOSING or _STRAY.match(before + after):
            return Use.ODD
        if self._is_print(at, size, start, end):
            return Use.PRINT
        if self._is_habit(at, size, start, end):
            return Use.HABIT
        prose = end - start >= PROSE and _CLAUSE_SIGN.search(text, start, end)
        if not prose and not self._solid(start, end):
            return Use.OPEN if size == 1 and self._cuts_title(at, start) else Use.HABIT
        inside = _IS_HANZI.match(before + after) and not _SENTENCE_SIGN.match(after)
        titled = not _SENTENCE_SIGN.search(text, start, at) and (at - start <= TITLE or repeats(text, at, start, end))
        first, last = self._clause(at, start, end)
        if titled and last - first > _CLAUSE:
            return Use.PRINT
        return Use.ODD if prose and inside and not titled and size == 1 and last - first <= _CLAUSE else Use.OPEN

    def _is_print(self, at: int, size: int, start: int, end: int) -> bool:
        text = self._folded
        left, right = text[max(start, at - 12) : at], text[at + size : min(end, at + size + 12)]
        return (
            printed(left, right)
            or self._bullet(start, at)
            or is_name(left, right)
            or is_wide(left, right)
            or text.rfind("《", start, at) > text.rfind("》", start, at)  # two lines of a title
        )

    def _bullet(self, start: int, at: int) -> bool:
        """Return whether nothing but a number or a sign stands before a place in its line."""
        head = self._folded[start:at].lstrip() if at - start <= _HEAD or self._folded[start].isspace() else ""
        return 0 < len(head) <= _HEAD and _BULLET.search(head) is not None

    def _is_habit(self, at: int, size: int, start: int, end: int) -> bool:
        text = self._folded
        joint = _class(self._raw[at - 1]), _class(self._raw[at + size])
        return (
            text[at - 1] in "。!?;:"
            or not _QUOTES.isdisjoint((text[at - 1], text[at + size]))
            or self._usual(joint)
            or _OPENS_LIST.match(text, at + size, end) is not None
            or _listed(text, at, size, start, end)
            or self.sets_apart(at, size, start, end)
        )

    def _usual(self, joint: tuple[str, str]) -> bool:
        """Return whether the page often has a space between characters of these classes.

        A space before a sign, and one after an enumeration comma that stands there by itself, is held against all
        signs of its kind: most pages have few enumerations, and few signs after figures.
        """
        before, after = joint
        if after in _SIGNS and before in _SET_APART:
            spaced = sum(count for (_, after), count in self._spaced.items() if after in _SIGNS)
            return sum(map(self._raw.count, _SIGNS)) - spaced < _OFTEN * spaced
        if not _SET_APART.isdisjoint(joint):
            return True
        if before in _COMMAS and after == _HANZI and self._spaced[joint] <= _FEW:
            return self._often([(comma, _HANZI) for comma in _COMMAS])
        return self._often([joint]) and not self._dense(joint)

    def _often(self, joints: list[tuple[str, str]]) -> bool:
        return sum(map(self._unspaced, joints)) < _OFTEN * sum(self._spaced[joint] for joint in joints)

    def sets_apart(self, at: int, size: int, start: int, end: int) -> bool:
        """Return whether a run of spaces in the line ``start:end`` sets a date or a name apart as Latin words are.

        So does one behind a person's name that the page always sets apart.
        """
        text = self._folded
        return (_named(text, at, size, start, end) and self._sets_latin_apart()) or _behind_name(text, at)

    def _sets_latin_apart(self) -> bool:
        """Return whether the page sets Latin words and figures apart from hanzi, nearly wherever they meet."""
        spaced = sum(self._spaced[joint] for joint in _BESIDE_LATIN)
        return spaced >= _APART_OFTEN and spaced > sum(self._unspaced(joint) for joint in _BESIDE_LATIN)

    def _dense(self, joint: tuple[str, str]) -> bool:
        """Return whether a word was deleted so often that its holes look like a habit.

        So it is where nearly every space between hanzi stands by itself within a clause of prose: what sets words
        apart by habit does so twice in a clause, in headings and in lists.
        """
        if joint != (_HANZI, _HANZI) or self._unspaced(joint) < _OFTEN_DENSE * self._spaced[joint]:
            return False
        if self._alone is None:
            runs = [run for run in self.runs if _LONE.match(self._folded, run[0])]
            self._alone = sum(self._stands_alone(*run) for run in runs) >= _ALONE * len(runs)
        return self._alone

    def _stands_alone(self, at: int, size: int) -> bool:
        text = self._folded
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        first, after = self._clause(at, start, end)
        prose = end - start >= PROSE and _CLAUSE_SIGN.search(text, start, end)
        inside = after - first <= _CLAUSE and text.count(" ", first, after) == size == 1
        return bool(prose) and inside and not self._is_print(at, size, start, end)

    def _unspaced(self, joint: tuple[str, str]) -> int:
        """Return how often the page sets two such characters side by side."""
        if joint not in self._intact:
            self._intact[joint] = int(np.count_nonzero(self._members(joint[0])[:-1] & self._members(joint[1])[1:]))
        return self._intact[joint]

    def _members(self, kind: str) -> NDArray[np.bool_]:
        """Return which characters of the page are of a class, or are the one character."""
        if kind not in self._of_kind:
            self._of_kind[kind] = _members(codes(self._raw), kind)
        return self._of_kind[kind]

    def _solid(self, start: int, end: int) -> bool:
        """Return whether lines such as ``start:end`` mostly have no space between hanzi."""
        if self._lines is None:
            self._lines = _lines(self._folded)
        lines, spaced = self._lines[_kind(self._folded[start:end])]
        return spaced <= lines * _SHARE

    def _cuts_title(self, at: int, start: int) -> bool:
        """Return whether a place in the page's first line stands so soon after a sign that no title ends there."""
        sign = max(self._folded.rfind(each, start, at) for each in ":,?!")
        return sign > start and at - sign <= _CUT and not self._folded[:start].strip()

    def _clause(self, at: int, start: int, end: int) -> tuple[int, int]:
        """Return the range of the clause around a place."""
        before = at
        while before > start and not _SENTENCE_SIGN.match(self._folded[before - 1]):
            before -= 1
        after = _SENTENCE_SIGN.search(self._folded, at, end)
        return before, after.start() if after else end


def _named(text: str, at: int, size: int, start: int, end: int) -> bool:
    """Return whether a space goes on a date, follows a word for naming, or ends or begins a short word set apart."""
    if _AFTER_UNIT.search(text, max(start, at - 3), at) or _CALLED.search(text, max(start, at - 2), at):
        return True
    head = _HEADED.search(text, max(0, at - _ITEM - 1), at) if text[at + size] in _AFTER_NAME else None
    if head and head[0][-1] not in _NO_NAME and not dictionary().count(head[0][1:]):
        return True
    before, after = text.rfind(" ", start, at), text.find(" ", at + size, end)
    return bool(
        (before >= 0 and _BETWEEN.fullmatch(text, before + 1, at))
        or (after >= 0 and _BETWEEN.fullmatch(text, at + size, after))
    )


def _behind_name(text: str, at: int) -> bool:
    """Return whether a name ends at a place that stands between spaces, and never has a word right behind it."""
    for size in (2, 3):
        name = _NAME.fullmatch(text, at - size, at + 1) if at >= size else None
        if name and name[0][-2] not in _NO_NAME and not dictionary().count(name[0][:-1]) and f" {name[0]}" in text:
            behind = [text[m.end() : m.end() + 1] for m in re.finditer(name[0][:-1], text)]
            if behind.count(" ") >= _LEAST_NAMED and not any(map(is_hanzi, behind)):
                return True
    return False


def _listed(text: str, at: int, size: int, start: int, end: int) -> bool:
    """Return whether a neighbouring piece between two spaces is as short as an item of a list."""
    before, after = text.rfind(" ", start, at), text.find(" ", at + size, end)
    pieces = (text[before + 1 : at] if before >= 0 else "", text[at + size : after] if after >= 0 else "")
    return any(0 < len(p) <= _ITEM and not _SENTENCE_SIGN.search(p) and not dictionary().count(p) for p in pieces)


@lru_cache(maxsize=1 << 13)
def _class(char: str) -> str:
    """Return what a character counts as: the class of hanzi, figures or Latin letters, or itself."""
    return next((c for c in (_HANZI, _FIGURES, _LATIN) if re.match(f"[{c}]", char)), char)


def _lines(text: str) -> dict[tuple[bool, bool], list[int]]:
    """Return for every kind of line how many there are, and how many of them have a space between hanzi."""
    lines: dict[tuple[bool, bool], list[int]] = {}
    for line in text.split("\n"):
        seen = lines.setdefault(_kind(line), [0, 0])
        seen[0] += 1
        seen[1] += " " in line and _LONE.search(line) is not None
    return lines


def _members(points: NDArray[np.uint32], kind: str) -> NDArray[np.bool_]:
    """Return which code points are of a class, given as ranges, or are the one character."""
    if len(kind) == 1:
        return np.equal(points, ord(kind))
    found = np.zeros(len(points), dtype=np.bool_)
    for first, last in zip(kind[::3], kind[2::3], strict=True):
        found |= (points - np.uint32(ord(first))) <= ord(last) - ord(first)
    return found


def _kind(line: str) -> tuple[bool, bool]:
    """Return the kind of a line: whether it has a clause sign, and whether it is short."""
    return _CLAUSE_SIGN.search(line) is not None, len(line) < PROSE
