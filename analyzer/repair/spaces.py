"""A lone space where a filter deleted a word: 从 息来看, 拨打 热线, 依法 。

Chinese prose has no spaces, so a lone one inside a sentence is a trace of something: a deleted word, a byline, a
list, a joint between two titles, a habit of the page. Evidence is counted: what cannot be written that way
(a particle with nothing before it, quotes around nothing, half a word) proves that the page went through a filter, and
so do enough spaces where the page sets none otherwise (``habits``); from then on its other lone spaces count too. A
page that spaces out its text has no holes.
"""

import re
from dataclasses import dataclass
from enum import Enum

from analyzer.model import GapKind
from analyzer.repair.dictionary import dictionary
from analyzer.repair.habits import CLOSING, PROSE, TITLE, Habits, Use, is_name, is_wide, printed, repeats
from analyzer.repair.page import NOTHING, Findings, Hole, Page
from analyzer.text import Span

_H = "\u3400-\u9fff"
# A lone space between hanzi, before a clause sign, after an enumeration comma, inside empty quotes, after a full stop.
_LONE = re.compile(
    f" (?<=[{_H}] )(?=[{_H},，.。;；:：?？!！、])"  # 拨打 热线, 依法 。
    f"| (?<=[、,，。] )(?=[{_H}])"  # 短信、 等方式
    '| (?<=["“「『] )(?=["”」』])'  # 自称" "并
    f"| (?<=[{_H}] )(?=[(（][{_H}])"  # 拨打 （客服）
)

# One space at the head of a line.
_LEADS = re.compile(f"^ (?=[{_H},，、])", re.MULTILINE)
_INDENTED = re.compile(r"^[^\S\n]+(?=\S)", re.MULTILINE)

_AMID = re.compile(f" (?<=[{_H}] )(?=[{_H}])")

# A title or quotation does not end with a space (《雍正 》); one does not print that by habit nor type it in haste.
_CUT_SHORT = re.compile(f" (?<=[{_H}] )(?=[{re.escape(CLOSING)}])")

# What never begins a clause or a noun phrase: after a space it shows that something before it is gone. 的士 and its
# like begin with the same characters.
_LEANS_LEFT = re.compile(
    "的(?![士确哥卢])|地(?=[进处]行)|得(?=[到很太])|了(?![解结却然望])|着(?![手力重眼急火想])|们|吗|呢|吧|等(?=[方形手途渠措][式段径道施法]|人员|部门|机构|行为|多种)"
    "|之[后前间外内下上中时]|以[后内外](?=[,，])|的时候"
)
# What asks for something after it: 被, 把, 让 never stand before the verb's own clause break.
_LEANS_RIGHT = re.compile(
    "(?:[被把让]|依法|自称|拨打|打通|等到|联系|采取|列入|官方|监管|第三方|人工|恶意|拒绝|遭遇|面对|发送|属于|当作|涉嫌|警惕|收到|添加|不少|有些|接到|遭到|受到|进行|通过|由|从|向|对|与|和|或|及|的|以备|今后|日后|后续)\\Z"
)
_LEANS_RIGHT_HARD = re.compile("(?:[被把让]|自称|拨打|打通)\\Z")
# A unit has its figure before it: 额度为 万元.
_UNIT = re.compile("(?:[万亿千百]|[万亿]?元|个月|个工作日|岁|周岁)(?=[,，。;；、左以的之]|\\Z)")
# 并 before these is 并不 or 并非.
_AFTER_NOT = re.compile("[是能会属]")
_BEFORE_FIGURE = frozenset("为是达到至约过共付收需仅近满")
_ADVERB = re.compile("[也都还就才却仍](?![许是])|并(?!非)|会(?!议|员|计|场)|能够|应当|可以")
_JOINING = re.compile("[和与及或](?![平谐解而议睦约])(?![者])|以及|或者|等[,，。、]")

# Nor does it begin a sentence; 等, 得, 地, 着, 之后 and their like may.
_BEGINS_NONE = re.compile("的(?![士确哥卢])|了(?![解结却然望不无事])|们|吗(?!啡)|呢(?![喃绒])|吧(?![台唧嗒])")

# A careless space after a comma stands before any word; before these a subject is missing.
_CARELESS = re.compile("[,，] +[^也都就还才却仍]")

_SENTENCE_SIGN = re.compile("[,，。;；!！?？:：、]")
_CLAUSE_SIGN = re.compile("[,，。;；!！?？]")

_MANY_IN_LINE = 4
# … unless the line is a long paragraph: so many characters to each space are no habit of spacing (measured: 0 more
# marks on 51 clean pages and 1.9 million characters of newspaper text).
_APART = 30
# Three lines with lone spaces in prose, or four such spaces in two lines, show a filter at work; so do two spaces
# before full stops (reviews typed in haste have one); and two between hanzi, in two lines, where the page sets none
# otherwise. Alone, or if there are four of them and twice as many as the spaces that are its habit, these two prove the
# other odd places too. Clean text: 0 marks on 126 pages, 94 on 35,123 reviews, held by tests/repair/test_gaps.py.
_LINES_HIT = 3
_PLACES_HIT = 4
_STOPS = "。;!?"
_BEFORE_STOPS = 2
_AMID_HIT = 2
_ODD = 4
_ODD_TO_USUAL = 2
# So many lines at most begin with a space where no line is indented, and of so many lines one: found on no clean page
# that is proven (tests/repair/test_spaces.py), but on seven of 404 pages that a filter went through.
_LEADING = 2
_LEADING_OF = 4
# A page with more lone spaces than one in 20 hanzi spaces out its text.
_HABIT = 1 / 20


class _Proof(Enum):
    """How sure it is that a page lost words: then all odd spaces are holes, or those between hanzi in prose."""

    ODD = 1
    SURE = 2


@dataclass(frozen=True, slots=True)
class _Place:
    at: int
    points: int
    evidence: str


def spaces(page: Page) -> Findings:
    """Mark the lone spaces that stand for deleted words."""
    found = [m.start() for m in _LONE.finditer(page.folded)] if " " in page.folded else []
    if not found:
        return NOTHING
    text = page.folded
    lines: dict[tuple[int, int], list[int]] = {}
    for at in found:
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        lines.setdefault((start, len(text) if end < 0 else end), []).append(at)
    hanzi = sum(end - start for start, end in lines)
    if len(found) > max(8.0, hanzi * _HABIT):
        return NOTHING
    habits = Habits(page.text, text)
    places = []
    stops = []
    for (start, end), spots in lines.items():
        for at in spots:
            if text[at - 1] == "。" and not _BEGINS_NONE.match(text, at + 1):
                stops.append((at, start, end))
                continue
            in_line = len(spots) if end - start < _APART * len(spots) else 1
            place = _weigh(text, at, start, end, in_line)
            if place and not (place.points and habits.sets_apart(at, 1, start, end)):
                places.append(place)
    runs = habits.runs if _may_be_proven(text, places, habits) else ()
    uses = {run: use for run in runs if (use := habits.use(*run))}
    odd = [at for (at, _), use in uses.items() if use is Use.ODD]
    weighed = {p.at for p in places if p.points}
    usual = sum(use is Use.HABIT and at not in weighed for (at, _), use in uses.items())
    proof = _proof_of(text, places, odd, usual)
    strange = weighed.union(odd)
    marks = {
        (p.at, 1): p.evidence
        for p in places
        if p.points >= 2
        or (proof is _Proof.SURE and (p.points or uses.get((p.at, 1)) is not Use.HABIT))
        or (proof and p.at in odd)
    }
    for run, use in uses.items() if proof else ():
        clear = len(odd) >= usual or (len(strange) >= usual and not _CARELESS.search(text, run[0] - 1, sum(run) + 1))
        if use is Use.ODD or (use is Use.OPEN and proof is _Proof.SURE and clear):
            marks.setdefault(run, "本页别处这样的地方不空格")
    if proof is _Proof.SURE:
        marks.update(((at, 1), "这一行以空格开头，别的行都不这样") for at in _leading(text))
    holes = [Hole(start=at, end=at + n, kind=GapKind.SPACE, evidence=why) for (at, n), why in sorted(marks.items())]
    holes += _connectives(text, [s for s in stops if (s[0], 1) not in marks], proof is not None)
    return Findings(holes=tuple(holes), doubts=() if holes else _doubts(text, habits))


def _leading(text: str) -> list[int]:
    """Return the single spaces that lines begin with, where the page does not indent its lines."""
    found = [m.start() for m in _LEADS.finditer(text)]
    if not 0 < len(found) <= _LEADING or len(_INDENTED.findall(text)) > len(found):
        return []
    lines = sum(bool(line.strip()) for line in text.split("\n"))
    return found if lines >= _LEADING_OF * len(found) else []


def _doubts(text: str, habits: Habits) -> tuple[Span, ...]:
    """Return the spaces between hanzi of a clause where the page sets none otherwise."""
    runs = (run for run in habits.runs if _AMID.match(text, run[0]) and habits.use(*run) is Use.ODD)
    return tuple(Span(at, at + size) for at, size in runs)


def _may_be_proven(text: str, places: list[_Place], habits: Habits) -> bool:
    """Return whether the page can be proven at all, by the spaces between hanzi alone; it only saves time."""
    if _certain(text, places) or _lines_hit(text, [p.at for p in places]) > 1:
        return True
    odd = []
    for at, size in habits.runs:
        amid = _AMID.match(text, at)
        if (amid or _CUT_SHORT.match(text, at)) and habits.use(at, size) is Use.ODD:
            if not amid:
                return True
            odd.append(at)
    return len(odd) >= _AMID_HIT


def _certain(text: str, places: list[_Place]) -> bool:
    """Return whether what stands beside the spaces proves the filter, whatever the page's habits."""
    return any(p.points >= 2 for p in places) or sum(text[p.at + 1] in _STOPS for p in places) >= _BEFORE_STOPS


def _lines_hit(text: str, places: list[int]) -> int:
    return len({text.rfind("\n", 0, at) for at in places})


def _proof_of(text: str, places: list[_Place], odd: list[int], usual: int) -> _Proof | None:
    """Return how sure it is that the page went through a filter, None for no proof.

    ``odd`` are the spaces where the page sets none otherwise, ``usual`` counts those that are its habit.
    """
    if _certain(text, places) or any(_CUT_SHORT.match(text, at) for at in odd):
        return _Proof.SURE
    lines = _lines_hit(text, [p.at for p in places])
    if len(places) >= usual and (lines >= _LINES_HIT or (lines > 1 and len(places) >= _PLACES_HIT)):
        return _Proof.SURE
    amid = sum(_AMID.match(text, at) is not None for at in odd)
    if amid < _AMID_HIT or _lines_hit(text, odd) < _AMID_HIT:
        return None
    return _Proof.SURE if not usual or len(odd) >= max(_ODD, _ODD_TO_USUAL * usual) else _Proof.ODD


def _weigh(text: str, at: int, start: int, end: int, in_line: int) -> _Place | None:
    """Return what one lone space is worth (0 to 3 points), or None where it is ordinary."""
    left = text[max(start, at - 12) : at]
    right = text[at + 1 : min(end, at + 13)]
    if left[-1:] in '"“「『':
        return _Place(at, 3, "引号里是空的")
    if printed(left, right):
        return None
    prose = end - start >= PROSE and _CLAUSE_SIGN.search(text, start, end)
    if not prose or repeats(text, at, start, end):
        return None
    if text.rfind("《", start, at) > text.rfind("》", start, at):
        return None  # two lines of a title
    if left[-1] in "。,，、":
        missing = _after_sign(left[-1], right)
        return _Place(at, 2, missing) if missing else None
    if _SENTENCE_SIGN.match(right):
        hard = bool(_LEANS_RIGHT.search(left)) and in_line < _MANY_IN_LINE
        return _Place(at, 2 if hard else 1, "标点前面留了空格")
    if in_line >= _MANY_IN_LINE:
        return None
    if left[-1] == "并" and _AFTER_NOT.match(right):
        return _Place(at, 2, f"“并”和“{right[:1]}”之间缺词")
    if is_wide(left, right):
        return None
    titled = at - start <= TITLE and not _SENTENCE_SIGN.search(text, start, at)
    proof = needs_more(left, right)
    if proof and not (titled and _JOINING.match(right)):
        return _Place(at, 2, proof)
    if _LEANS_RIGHT.search(left):
        return _Place(at, 1, f"“{left[-2:]}”后面有空格")
    if titled or is_name(left, right):
        return None
    return _Place(at, 0, "句子中间有单独的空格")


def _after_sign(sign: str, right: str) -> str:
    """Return why words cannot follow the sign, or ""."""
    if sign == "。":
        return f"句子不会以“{right[:1]}”开头，前面缺词"
    if sign == "、":
        return f"顿号后面直接是“{right[:2]}”" if right.startswith(("等", "或", "和", "及")) else ""
    return f"“{right[:2]}”前面缺词" if _LEANS_LEFT.match(right) else ""


def needs_more(left: str, right: str) -> str:
    """Return why the words at either side cannot be all that was written, or ""."""
    lexicon = dictionary()
    if lexicon.bound_tail(right[0]) and not lexicon.count(right[:2]):
        return f"“{right[0]}”不单独成词，前面缺字"
    if lexicon.bound_head(left[-1]) and not lexicon.count(left[-2:]):
        return f"“{left[-1]}”不单独成词，后面缺字"
    if _LEANS_LEFT.match(right) or _JOINING.match(right):
        return f"“{right[:2]}”前面缺词"
    if _UNIT.match(right) and left[-1] in _BEFORE_FIGURE:
        return f"“{right[:2]}”前面缺数"
    if _LEANS_RIGHT_HARD.search(left) or (left[-1] == "的" and _ADVERB.match(right)):
        return f"“{left[-2:]}”后面缺词"
    return ""


def _connectives(text: str, stops: list[tuple[int, int, int]], proven: bool) -> list[Hole]:
    """Return the holes after full stops (因此，), where the page does not put a space after every full stop."""
    full = text.count("。")
    if not stops or len(stops) * 4 > full:
        return []
    inside = [
        at
        for at, start, end in stops
        if end - at > 12
        and at - start > 12
        and not re.match("(?:[一二三四五六七八九十]{1,3}、|\\d)", text[at + 1 : end])
    ]
    if not proven and len(inside) < 2:
        return []
    return [
        Hole(
            start=at,
            end=at + 1,
            kind=GapKind.SPACE,
            evidence="句号后面留了空格",
            candidates=("因此，", "此外，", "所以，"),
            harmless=True,
        )
        for at in inside
    ]
