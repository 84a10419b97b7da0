"""A lone space where a filter deleted a word: 从 息来看, 拨打 热线, 依法 。

Chinese prose has no spaces, so a lone one inside a sentence is a trace of something: a deleted word, a byline, a
list, a joint between two titles, a habit of the page. Evidence is counted: what cannot be written that way
(a particle with nothing before it, quotes around nothing, half a word) proves that the page went through a filter;
from then on its other lone spaces inside prose count too. A page that spaces out its text has no holes.
"""

import re
from dataclasses import dataclass

from analyzer.model import GapKind
from analyzer.repair.dictionary import dictionary
from analyzer.repair.page import NOTHING, Findings, Hole, Page

_H = "\u3400-\u9fff"
# A lone space between hanzi, before a clause sign, after an enumeration comma, inside empty quotes, after a full stop.
_LONE = re.compile(
    f" (?<=[{_H}] )(?=[{_H},，.。;；:：?？!！、])"  # 拨打 热线, 依法 。
    f"| (?<=[、,，。] )(?=[{_H}])"  # 短信、 等方式
    '| (?<=["“「『] )(?=["”」』])'  # 自称" "并
    f"| (?<=[{_H}] )(?=[(（][{_H}])"  # 拨打 （客服）
)

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
_ADVERB = re.compile("[也都还就才却仍](?![许是])|并(?!非)|会(?!议|员|计|场)|能够|应当|可以")
_JOINING = re.compile("[和与及或](?![平谐解而议睦约])(?![者])|以及|或者|等[,，。、]")

# Bylines and credits: the words before or after the space name a role, the other side a person.
_BYLINE = re.compile(
    "(?:记者|编辑|通讯员|作者|来源|责编|摄影|供图|摄|文|图|编|导演|主演|责任编辑|校对|审核|编审|编导|实习生|首席|本报讯|[社报网台]讯|[日]电)\\Z"
)
_BYLINE_AFTER = re.compile(
    "(?:摄|文|图|来源|记者|编辑|责编|作者|供图|综合)(?:[ :：/)）。]|\\Z)|来源[：:]|作者[：:]|记者[\u3400-\u9fff]"
)
_NUMBERED = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,5}[章节回卷部篇集条款讲课编]\Z|[(（]?[一二三四五六七八九十]{1,3}[)）、]\Z"
)
_SENTENCE_SIGN = re.compile("[,，。;；!！?？:：、]")
_CLAUSE_SIGN = re.compile("[,，。;；!！?？]")

# A line is prose from this length on; shorter ones are titles, labels and list items. Held by
# tests/repair/test_spaces.py.
_PROSE = 10
_MANY_IN_LINE = 4
# … unless the line is a long paragraph: so many characters to each space are no habit of spacing (measured: 0 more
# marks on 51 clean pages and 1.9 million characters of newspaper text).
_APART = 30
# So short a beginning of a line is a heading set before its text.
_TITLE = 12
_LINES_HIT = 3
_PLACES_HIT = 4
# A page with more lone spaces than one in 20 hanzi spaces out its text.
_HABIT = 1 / 20


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
    places = []
    stops = []
    for (start, end), spots in lines.items():
        for at in spots:
            if text[at - 1] == "。":
                stops.append((at, start, end))
                continue
            in_line = len(spots) if end - start < _APART * len(spots) else 1
            place = _weigh(text, at, start, end, in_line)
            if place:
                places.append(place)
    # Three lines with lone spaces in prose, or four such spaces in two lines, also show a filter at work: clean pages
    # have one at most (51 pages; tests/repair/test_spaces.py).
    lines_hit = len({text.rfind("\n", 0, p.at) for p in places})
    many = lines_hit >= _LINES_HIT or (lines_hit > 1 and len(places) >= _PLACES_HIT)
    proven = many or any(p.points >= 2 for p in places)
    holes = [
        Hole(start=p.at, end=p.at + 1, kind=GapKind.SPACE, evidence=p.evidence)
        for p in places
        if p.points >= 2 or proven
    ]
    holes += _connectives(text, stops, proven)
    return Findings(holes=tuple(holes))


def _weigh(text: str, at: int, start: int, end: int, in_line: int) -> _Place | None:
    """Return what one lone space is worth (0 to 3 points), or None where it is ordinary."""
    left = text[max(start, at - 12) : at]
    right = text[at + 1 : min(end, at + 13)]
    if left[-1:] in '"“「『':
        return _Place(at, 3, "引号里是空的")
    if _BYLINE.search(left) or _BYLINE_AFTER.match(right) or _NUMBERED.search(left):
        return None
    prose = end - start >= _PROSE and _CLAUSE_SIGN.search(text, start, end)
    if not prose or _repeats(text, at, start, end):
        return None
    if text.rfind("《", start, at) > text.rfind("》", start, at):
        return None  # two lines of a title
    if left[-1] in ",，":
        return _Place(at, 2, f"“{right[:2]}”前面缺词") if _LEANS_LEFT.match(right) else None
    if left[-1] == "、":
        return _Place(at, 2, f"顿号后面直接是“{right[:2]}”") if right.startswith(("等", "或", "和", "及")) else None
    if _SENTENCE_SIGN.match(right):
        hard = right[0] in "。;；!！?？" or bool(_LEANS_RIGHT.search(left))
        return _Place(at, 2 if hard and in_line < _MANY_IN_LINE else 1, "标点前面留了空格")
    if in_line >= _MANY_IN_LINE:
        return None
    titled = at - start <= _TITLE and not _SENTENCE_SIGN.search(text, start, at)
    proof = _proof(left, right)
    if proof and not (titled and _JOINING.match(right)):
        return _Place(at, 2, proof)
    if _LEANS_RIGHT.search(left):
        return _Place(at, 1, f"“{left[-2:]}”后面有空格")
    if titled or _is_name(left, right):
        return None
    if dictionary().count(left[-1] + right[0]) and not dictionary().count(left[-2:]):
        return None  # a word set wide (身 高：) or broken by the print's line end (木 质), not a hole
    return _Place(at, 0, "句子中间有单独的空格")


def _proof(left: str, right: str) -> str:
    """Return why the words at either side cannot be all that was written, or ""."""
    lexicon = dictionary()
    if lexicon.bound_tail(right[0]) and not lexicon.count(right[:2]):
        return f"“{right[0]}”不单独成词,前面缺字"
    if lexicon.bound_head(left[-1]) and not lexicon.count(left[-2:]):
        return f"“{left[-1]}”不单独成词,后面缺字"
    if _LEANS_LEFT.match(right) or _JOINING.match(right):
        return f"“{right[:2]}”前面缺词"
    if _LEANS_RIGHT_HARD.search(left) or (left[-1] == "的" and _ADVERB.match(right)):
        return f"“{left[-2:]}”后面缺词"
    return ""


def _repeats(text: str, at: int, start: int, end: int) -> bool:
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


def _is_name(left: str, right: str) -> bool:
    """Return whether the space only sets a two-character name wide (张 伟) between signs."""
    before = re.search(f"(?:\\A|[^{_H}])([{_H}])\\Z", left)
    after = re.match(f"[{_H}](?:[^{_H}]|\\Z)", right)
    return bool(before and after)


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
