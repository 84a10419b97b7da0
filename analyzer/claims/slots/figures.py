"""Values that are figures, in the predicate's unit; a figure that counts something else is none."""

import re
from collections.abc import Sequence
from dataclasses import replace

from analyzer.claims.clauses import Sentence
from analyzer.claims.gaps import agent_gap
from analyzer.claims.slots.slot import LIST, MAX_LOOSE, Slot, in_turn
from analyzer.language import Phrase
from analyzer.model import Predicate, Quantity, Shape
from analyzer.values import Figure, quantity
from analyzer.values.units import COUNTERS, scale_of, unit_of
from analyzer.words import tagged

MAX_FIGURE_GAP = 16  # characters between a cue and its figure; longer gaps belong to another cue (tests/claims)


def figure_before(sentence: Sentence, position: int, predicate: Predicate, loose: bool) -> list[Slot]:
    """Return the figure left of a cue; ``loose``: nouns may stand in between."""
    start = sentence.segments[sentence.segment_at(position)][0]
    _, unit = scale_of(predicate.unit)
    for figure in reversed(sentence.figures):
        if figure.bare and unit and sentence.text.startswith(unit, figure.end):
            figure = replace(figure, end=figure.end + len(unit))
        if figure.end == position + 1 and sentence.text[position] == "起":
            figure = replace(figure, end=position, shape=Shape.POINT)  # 2元|起购
        gap = sentence.gap(figure.end, position)
        ordinal = _ordinal(sentence, figure.start, 0) and unit not in ORDINALS
        fits = figure.end <= position and figure.start >= start and not ordinal
        fits = fits and not any(d.start <= figure.start < d.end for d in sentence.dates)
        if fits and _PART_OF_ALL.search(sentence.text[max(0, figure.start - 6) : figure.start]):
            return []
        if fits and (agent_gap(gap) or (loose and loose_gap(gap))) and not _counts_others(sentence, figure, unit):
            found = quantity(_counting(figure, True), predicate.unit)
            return _quantity_slot(sentence, figure.start, figure.end, found)
    return []


# 没有[一台]用来…, 新增[两台]机组, 其余[两台]: not how many there are.
_PART_OF_ALL = re.compile(
    "(?:没有?|无|新增|增加|增设|增建|加装|加建|再建|再添|添置|添了|拆除|减少|关停|退役|停运|其余|其他|其中|另外|剩下|剩余|首批|第一批)了?的?$"
)


def _counting(figure: Figure, counted: bool) -> Figure:
    """Return a figure with a counting word as a bare one where the template's own noun says what is counted."""
    return replace(figure, bare=True) if counted and figure.unit.dimension == "个" else figure


def loose_gap(gap: str) -> bool:
    """Return whether a gap is what … in a template allows between a figure and its cue."""
    return len(gap) <= MAX_LOOSE and not re.search(r"[，,。；;：:！？!?\d\ue000]", gap)


def measured(sentence: Sentence, found: Sequence[Slot], unit: str, bounded: bool) -> list[Slot]:
    """Return the figures that count in a template's unit; a bound that the template has itself is no part of them."""
    if not found or not (unit or bounded):
        return list(found)
    by_start = {f.start: f for f in sentence.figures}
    _, stem = scale_of(unit)
    out = []
    for slot in found:
        figure = by_start.get(slot.start)
        # Another unit of the same dimension will do (千克 for 公斤); another counter counts other things.
        other = figure is not None and not sentence.text.startswith(stem, figure.stem)
        if figure and other and (stem in COUNTERS or figure.unit.dimension != unit_of(unit).dimension):
            continue
        if bounded and isinstance(slot.value, Quantity) and slot.value.shape in (Shape.AT_MOST, Shape.AT_LEAST):
            slot = replace(slot, value=replace(slot.value, shape=Shape.POINT))
        out.append(slot)
    return out


_BOUND = re.compile(
    "不得?[超高多大]过|不[低少小]于|[最至][高低多少]|超过|低于|高于|至少|不足|不到|[不未]满|以下|以上|约|近"
)
# A change states the figure that it ends with: 额度由30万下调至 20万.
_CHANGE = re.compile(
    r"(?:(?:已)?(?:在|于|从|自)?(?:19|20)\d\d年(?:\d{1,2}月)?(?:起|后|以后)?)?(?:(?:已经?|现已|现|最终)?(?:由|从)(?:原来|原先|此前|之前|最初)?的?[^，,。；;！？\ue000]{1,14}?"
    r"(?:逐步|进一步|大幅|直接|正式|再次|统一|一路|一口气|一下子|陆续|又|再)?(?:上调|下调|调整|调高|调低|提高|提升|上升|升|增加|增|扩大|扩|下降|降低|降|减少|减|缩减|缩短|延长|改|变|涨|跌|提|拉|抬|砍|压|加|调|缩|延|放宽|收紧)"
    r"(?:至|到|为|成)了?"
    r"|(?:已经?|现已|现|最终|被)?(?:上调|下调|调整|调高|调低|提高|提升|上升|增加|扩大|下降|降低|缩减|缩短|延长|改)(?:至|到|为))"
)


# 由原来的 18节提到 20节: the figure of before.
_FORMERLY = re.compile("(?:原来|原先|此前|之前|早先|以前|过去|早年|当年|老版|旧版)[^，,。；;\\d]{0,4}的$")


def figure_after(sentence: Sentence, position: int, predicate: Predicate, counted: bool = False) -> list[Slot]:
    """Return the figure right of a cue; ``counted`` as in ``after``."""
    if changed := _CHANGE.match(sentence.text, position):
        position = changed.end()
    for figure in sentence.figures:
        if figure.start < position:
            if not (position < figure.stem and _BOUND.fullmatch(sentence.text, figure.start, position)):
                continue
            figure = replace(figure, start=position, shape=Shape.POINT)  # the template has the bound: 不超过|V
        if _ordinal(sentence, figure.start, position) and scale_of(predicate.unit)[1] not in ORDINALS:
            continue
        gap = sentence.text[position : figure.start].replace("\ue002", "")
        _, unit = scale_of(predicate.unit)
        if figure.bare and unit and sentence.text.startswith(unit, figure.end):
            figure = replace(figure, end=figure.end + len(unit))
        gap = _ASIDE_OF.sub("", gap)
        if len(gap) > MAX_FIGURE_GAP or re.search(r"[，,。；;！？]", gap) or _strays(gap):
            return []
        if _counts_others(sentence, figure, unit) or _PART_OF_ALL.search(gap):
            return []
        if _FORMERLY.search(gap):
            continue
        found = quantity(_counting(figure, counted), predicate.unit)
        if found is None and figure.unit.dimension != "%":
            continue
        over, _, per = predicate.unit.lower().partition("/")
        if per and sentence.text.startswith(f"/{per}", figure.end) and sentence.text[: figure.end].endswith(over):
            figure = replace(figure, end=figure.end + len(per) + 1)  # 2.7克|/立方厘米
        first = _quantity_slot(sentence, figure.start, figure.end, found)
        if in_turn(sentence.text, 0, figure.start) >= 0:
            first += _further_figures(sentence, figure.end, predicate)
        return first
    return []


def _further_figures(sentence: Sentence, end: int, predicate: Predicate) -> list[Slot]:
    """Return the rest of a list of figures: 分别为 3 和 5."""
    out: list[Slot] = []
    for figure in sentence.figures:
        if figure.start >= end and LIST.fullmatch(sentence.text[end : figure.start].strip()):
            out += _quantity_slot(sentence, figure.start, figure.end, quantity(figure, predicate.unit))
            end = figure.end
    return out


# 温度也差不多，为 V: a short remark before the copula.
# 沸点比某某低，只有 V: so is what it is compared with.
_ASIDE_OF = re.compile(
    "^(?:[^，,。；;！？]{0,6}|[^，,。；;！？]{0,3}比[^，,。；;！？]{1,8}[高低大小长短多少轻重快慢][^，,。；;！？]{0,2})[，,]"
    "(?=(?:只有|仅有|仅为|大约|通常|一般|往往|多半|大多|约|才|只|达|是|为|在)+$)"
)


# Counters of which an ordinal is meant where a table has them as a unit (第二批 for 2 批); by judgement
# (tests/claims/test_frames.py).
ORDINALS = frozenset(("批", "届", "代", "版"))


def _ordinal(sentence: Sentence, start: int, position: int) -> bool:
    """Return whether 第 before a figure makes an ordinal of it; before ``position`` it is the template's own."""
    return start > position and sentence.text[start - 1] == "第"


def _counts_others(sentence: Sentence, figure: Figure, unit: str) -> bool:
    """Return whether a figure without a known unit counts by a measure word where the predicate has a unit (吃一片)."""
    if unit and sentence.text[figure.end - 1] == "号" != unit:
        return True  # １号机组
    if not figure.bare or not unit or sentence.text.startswith(unit, figure.end):
        return False
    if sentence.text[figure.start : figure.end] in "一两":
        return True  # 高出一大截, 深一点: no measure
    words = tagged(sentence.text[figure.end : figure.end + 3])
    return bool(words) and words[0][1] == "q" and len(words[0][0]) == 1


_MORE = frozenset("多少高低长短大小重轻快慢早晚")


def _strays(gap: str) -> bool:
    """Return whether the words between a cue and a figure speak of something else."""
    if gap[-1:] in _MORE and tagged(gap)[-1][0] in _MORE:
        return True  # 比某物 [长] 多 V: a difference
    return bool(
        re.search(
            r"(?:有的|有些|某些|个别|变为|变成|调整|加收|上浮|相比|比|低于|高于|减少|增加|提高|降低|下降|[多少高低大小长短重轻快慢贵厚薄宽窄早晚超][出了]|便宜了|[贵贱]$|便宜$|相差|加在一起|加起来|合起来|相加|之和|总和)",
            gap,
        )
    )


def _quantity_slot(sentence: Sentence, start: int, end: int, found: Quantity | None) -> list[Slot]:
    written = sentence.text[start:end]
    follow = sentence.text[end : end + 1]
    if found is None:
        doubt = Phrase(zh=f"“{written}”的单位或期间不明", en="unclear unit")
        return [Slot(start, end, None, doubt=doubt)]
    doubt_phrase = None
    if follow.isdigit() or (found.shape is Shape.RANGE and found.high <= found.low):
        doubt_phrase = Phrase(zh=f"“{written}”的数字似乎残缺", en="damaged number")
    return [Slot(start, end, found, doubt=doubt_phrase)]
