"""Read the value of a cue: entities with their lists, figures, dates, free text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analyzer.claims import lexicon
from analyzer.claims.clauses import Sentence
from analyzer.claims.gaps import SEATS, agent_gap, compound, nominal, object_gap
from analyzer.claims.mentions import CLOSING, OPENING, Mention
from analyzer.fold import fold
from analyzer.language import Phrase
from analyzer.model import EntityValue, Predicate, Quantity, Shape, TextValue, Value
from analyzer.values import Figure, quantity
from analyzer.values.units import COUNTERS, scale_of, unit_of
from analyzer.words import MENTION, tagged

_LIST = re.compile(rf"[{CLOSING}]*(?:、|和|与|及|以及|&|/|，以及|,以及|兼)[{OPENING}]*")
# Heads of names of institutions: a mention followed by such a head is part of a longer name.
INSTITUTION = lexicon.words("institutions")
_SUBUNITS = lexicon.words("subunits")
_DEPARTMENT = re.compile(rf"^[\u4e00-\u9fff]{{0,8}}?{lexicon.either('subunits')}(?![人家])")
# What makes a part of a thing out of its name (S青年队, S颗粒剂).
PARTS = re.compile(lexicon.either("parts"))
_COMPANY = ("公司", "集团", "有限公司", "股份有限公司", "有限责任公司", "集团公司", "股份")
# A nested head: V1 旗下的 V2 — the value is V2.
_NESTED = re.compile(r"^(?:旗下|麾下|下属|控股|所属|的)+(?:的)?$")
MAX_LOOSE = 12  # characters that … in a template stands for (the contract's figure)
MAX_FIGURE_GAP = 16  # characters between a cue and its figure; longer gaps belong to another cue (tests/claims)


@dataclass(frozen=True, slots=True)
class Slot:
    """A value found in a sentence (local offsets)."""

    start: int
    end: int
    value: Value | None
    certain: bool = True
    doubt: Phrase | None = None


def entity_slot(m: Mention) -> Slot:
    """Return the slot of a mention; an ambiguous name gives no value."""
    if len(m.ids) == 1:
        return Slot(m.start, m.end, EntityValue(id=m.ids[0]), certain=not m.weak)
    doubt = Phrase(zh="表中有几个实体用这个名字", en="ambiguous name")
    return Slot(m.start, m.end, None, doubt=doubt)


def continues(sentence: Sentence, m: Mention, subunit: bool = False) -> bool:
    """Return whether a longer institution's name runs on after the mention (清华大学|出版社).

    公司 and its like right after a name change nothing. With ``subunit`` a department after an institution's name is
    still that institution (某大学|医学院).
    """
    if sentence.text[m.end : m.end + 1] in CLOSING and sentence.text[m.end : m.end + 1]:
        return False
    run = re.match(r"[\u4e00-\u9fffa-z0-9]{1,12}", sentence.masked[m.end :])
    if not run:
        return False
    if PARTS.match(run.group()):
        return True
    words = tagged(run.group())
    if subunit and any(sentence.text[: m.end].endswith(i) for i in INSTITUTION):
        words = tuple((w, k) for w, k in words if w not in _SUBUNITS)
    elif words[0][0] in _COMPANY:
        return False
    for word, kind in words:
        if word in INSTITUTION:
            return True
        if not (kind[0] in "njbx" or kind == "vn") or word == "的":
            return False
    return False


def after(
    sentence: Sentence, position: int, predicate: Predicate, types: frozenset[str], counted: bool = False
) -> list[Slot]:
    """Return the values right of a cue that ends at ``position``.

    ``counted``: the template has a noun after the figure, which says what a counting word counts (V 个座位 for 人).
    """
    if types:
        return _entities_after(sentence, position, types)
    kind = predicate.value_types[0]
    if kind == "number":
        return _figure_after(sentence, position, predicate, counted)
    if kind == "date":
        return _date_after(sentence, position)
    if kind == "text":
        return _text_after(sentence, position)
    return []


def _entities_after(sentence: Sentence, position: int, types: frozenset[str]) -> list[Slot]:
    for n, m in enumerate(sentence.mentions):
        if m.start < position:
            continue
        gap = sentence.gap(position, m.start)
        if not object_gap(gap):
            return []
        if not m.types & types:
            continue
        rest = sentence.mentions[n:]
        head = _nested_head(sentence, rest, types)
        if continues(sentence, head[0], subunit=True):
            return []
        return [entity_slot(x) for x in _list_right(sentence, head, types)]
    return []


def _nested_head(sentence: Sentence, rest: Sequence[Mention], types: frozenset[str]) -> Sequence[Mention]:
    """Follow V1旗下的V2 to V2."""
    at = 0
    while at + 1 < len(rest) and rest[at + 1].types & types:
        gap = sentence.gap(rest[at].end, rest[at + 1].start)
        # 四川省|简阳市: a name right after another is the head of both.
        joined = rest[at].end == rest[at + 1].start and not rest[at].weak
        # 法国首都|巴黎: so is one that a title or a direction leads to.
        joined = joined or (0 < len(gap) <= 4 and all(k in ("n", "f", "s") or w in SEATS for w, k in tagged(gap)))
        owned = _NESTED.match(gap) or (gap.startswith(("旗下", "下属")) and nominal(gap.partition("的")[2]))
        if joined or owned:
            at += 1
        else:
            break
    return rest[at:]


def _list_right(sentence: Sentence, mentions: Sequence[Mention], types: frozenset[str]) -> list[Mention]:
    chain = [mentions[0]]
    for m in mentions[1:]:
        gap = sentence.gap(chain[-1].end, m.start)
        if m.types & types and _LIST.fullmatch(gap):
            chain.append(m)
        else:
            break
    return chain


def before(
    sentence: Sentence,
    position: int,
    predicate: Predicate,
    types: frozenset[str],
    verb: bool = True,
    loose: bool = False,
) -> list[Slot]:
    """Return the values left of a cue that starts at ``position``.

    ``verb`` tells whether the cue is one, so that a preposition may make the name something else than its agent;
    ``loose`` whether nouns may stand in between.
    """
    if types:
        return _entities_before(sentence, position, types, verb, loose)
    if predicate.value_types[0] == "text":
        return _text_before(sentence, position)
    kind = predicate.value_types[0]
    start = sentence.segments[sentence.segment_at(position)][0]
    if kind == "date":
        return _date_before(sentence, position, start)
    if kind == "number":
        for figure in reversed(sentence.figures):
            _, unit = scale_of(predicate.unit)
            if figure.bare and unit and sentence.text.startswith(unit, figure.end):
                figure = replace(figure, end=figure.end + len(unit))
            gap = sentence.gap(figure.end, position)
            fits = figure.end <= position and figure.start >= start and not _ordinal(sentence, figure.start, 0)
            if fits and (agent_gap(gap) or (loose and _loose(gap))) and not _counts_others(sentence, figure, unit):
                found = quantity(_counting(figure, True), predicate.unit)
                return _quantity_slot(sentence, figure.start, figure.end, found, predicate)
    return []


def _counting(figure: Figure, counted: bool) -> Figure:
    """Return a figure with a counting word as a bare one where the template's own noun says what is counted."""
    return replace(figure, bare=True) if counted and figure.unit.dimension == "个" else figure


def _loose(gap: str) -> bool:
    """Return whether a gap is what … in a template allows between a figure and its cue."""
    return len(gap) <= MAX_LOOSE and not re.search(r"[，,。；;：:！？!?\d\ue000]", gap)


def measured(sentence: Sentence, found: Sequence[Slot], unit: str, bounded: bool) -> list[Slot]:
    """Return the figures that count in a template's unit; a bound that the template has itself is no part of them."""
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


def _text_before(sentence: Sentence, position: int) -> list[Slot]:
    """Return the name right before a cue as text: a mention, or what quotation marks hold."""
    for m in reversed(sentence.mentions):
        if m.end <= position:
            gap = sentence.gap(m.end, position).lstrip(CLOSING)
            return [text_slot(sentence, m.start, m.end)] if agent_gap(gap) else []
    return []


def _entities_before(sentence: Sentence, position: int, types: frozenset[str], verb: bool, loose: bool) -> list[Slot]:
    start = sentence.segments[sentence.segment_at(position)][0]
    chain: list[Mention] = []
    for m in reversed(sentence.mentions):
        if m.end > position or m.start < start:
            continue
        if not chain:
            gap = _after_department(sentence, m, position)
            fits = agent_gap(gap) or (loose and len(gap) <= 12 and compound(gap))
            if not fits and not (verb and _relative_agent(sentence, m, gap)):
                return []
            if not m.types & types:
                continue
            if (verb and _beneficiary(sentence, m)) or (m.end < position and continues(sentence, m, subunit=True)):
                return []
            chain = [m]
            continue
        gap = sentence.gap(m.end, chain[0].start)
        if m.types & types and (_LIST.fullmatch(gap) or _loose_list(gap)):
            chain.insert(0, m)
        elif not (gap and "、" in gap and len(gap) < 12):
            break
    if chain:
        chain = [*_across_comma(sentence, start, chain[0], types), *chain]
    return [entity_slot(m) for m in chain]


def _after_department(sentence: Sentence, m: Mention, position: int) -> str:
    """Return the gap after a mention without the department that its name runs on with (某电视台某频道)."""
    gap = sentence.gap(m.end, position)
    if any(sentence.text[: m.end].endswith(i) for i in INSTITUTION) or sentence.text[m.end - 2 : m.end] == "总台":
        found = _DEPARTMENT.match(gap)
        if found and nominal(found.group()):
            return gap[found.end() :]
    return gap


def _relative_agent(sentence: Sentence, m: Mention, gap: str) -> bool:
    """Return whether 由 or a copula right before a name makes it the agent of every verb up to the cue.

    是 V 耗费巨资 [拍摄] 的 …: a serial verb with its object may stand in between.
    """
    head = sentence.masked[: m.start].rstrip(OPENING)
    if not head.endswith(("由", "是", "为")) or not 0 < len(gap) <= 10 or re.search("[的\ue000，,。；;：:！？]", gap):
        return False
    return tagged(gap)[0][1][0] == "v"


def _across_comma(sentence: Sentence, start: int, first: Mention, types: frozenset[str]) -> list[Mention]:
    """Return the member of a list before a comma: 由 A，B 联合出品."""
    k = sentence.segment_at(start)
    if sentence.gap(start, first.start) or not k:
        return []
    begin, end = sentence.segments[k - 1]
    last = [m for m in sentence.mentions if begin <= m.start and m.end <= end and m.types & types]
    if not last or sentence.gap(last[-1].end, end):
        return []
    chain = [last[-1]]
    for m in reversed(last[:-1]):
        if _LIST.fullmatch(sentence.gap(m.end, chain[0].start)):
            chain.insert(0, m)
    return chain if sentence.gap(begin, chain[0].start).endswith("由") else []


def possessors(sentence: Sentence, position: int, types: frozenset[str]) -> list[Slot]:
    """Return the value that a noun at ``position`` belongs to: 是 V 的 [产品]."""
    start = sentence.segments[sentence.segment_at(position)][0]
    for m in reversed(sentence.mentions):
        if start <= m.start and m.end <= position:
            gap = sentence.gap(m.end, position).lstrip(CLOSING)
            if gap.startswith("的") and m.types & types and (nominal(gap[1:]) or compound(gap[1:])):
                return [entity_slot(m)]
            return []
    return []


def _loose_list(gap: str) -> bool:
    """Return whether a list has an unknown member between two known ones: A、某某和B."""
    return bool(re.fullmatch(r"(?:、|和|与|及)[^，。的是由]{1,12}(?:、|和|与|及|以及)", gap)) and nominal(
        re.sub("[、和与及]", "", gap)
    )


def _beneficiary(sentence: Sentence, m: Mention) -> bool:
    """Return whether a preposition before the mention makes it something else than the agent (为V打造)."""
    head = sentence.text[max(0, m.start - 3) : m.start].rstrip(OPENING)
    return bool(re.search(r"(?:(?<![作成因称名改视])为|给|向|对|替|离开|加盟|加入)$", head))


def _date_after(sentence: Sentence, position: int) -> list[Slot]:
    chain: list[Slot] = []
    for d in sentence.dates:
        if d.start < position:
            continue
        if chain:
            if not _LIST.fullmatch(sentence.gap(chain[-1].end, d.start)):
                break
        elif len(sentence.gap(position, d.start)) > 14 or not object_gap(sentence.gap(position, d.start)):
            return []
        chain.append(Slot(d.start, d.end, d.date))
    return chain if "分别" in sentence.text else chain[:1]


def _date_before(sentence: Sentence, position: int, start: int) -> list[Slot]:
    inside = [d for d in sentence.dates if d.end <= position]
    if not inside:
        return []
    last = inside[-1]
    if last.start >= start:
        piece = sentence.text[start:position].rfind("、")
        if piece >= 0 and start + piece > last.end:
            return []
        if not _date_gap(sentence.gap(last.end, position)):
            return []
        if "分别" in sentence.text[start : last.start]:
            chain = [last]
            for d in reversed(inside[:-1]):
                if d.start >= start and _LIST.fullmatch(sentence.gap(d.end, chain[0].start)):
                    chain.insert(0, d)
            return [Slot(d.start, d.end, d.date) for d in chain]
        if len(inside) > 1 and re.fullmatch(r"\s*(?:到|至|-|—|–|~|～)\s*", sentence.text[inside[-2].end : last.start]):
            last = inside[-2]
        return [Slot(last.start, last.end, last.date)]
    # A date that stands alone before a comma sets the time of the clause after it: 2015年9月25日，…上映.
    k = sentence.segment_at(last.start)
    begin, end = sentence.segments[k]
    rest = _CLOCK.sub("", sentence.gap(last.end, end))
    rest = "" if all(kind == "t" for _, kind in tagged(rest)) else rest  # 2019年大年初一
    alone = not sentence.gap(begin, last.start).strip("《于在0123456789") and len(rest) <= 3
    if alone and k == sentence.segment_at(position) - 1:
        return [Slot(last.start, last.end, last.date)]
    return []


# The hour after a date says nothing more: 2018年10月24日上午9时.
_CLOCK = re.compile(
    r"^(?:(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间|晚|深夜)?\d{1,2}(?:时|点钟?|:\d\d)(?:\d{1,2}分|半|整|许|左右)?"
    r"|凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间)"
)


def _date_gap(gap: str) -> bool:
    """Return whether ``gap`` may stand between a date and its verb."""
    gap = _CLOCK.sub("", gap)
    ahead, named, after_name = gap.partition(MENTION)
    if named and MENTION not in after_name:
        return _date_gap(ahead) and agent_gap(after_name)  # 1998年11月 S [成立]
    gap = re.sub(
        r"^(?:的|初|末|底|年底|年初|春天|夏天|秋天|冬天|上半年|下半年|起|左右|前后|正式|[\u4e00-\u9fff]季)+", "", gap
    )
    return agent_gap(gap)


# A change states the figure that it ends with: 额度由30万下调至 20万.
_CHANGE = re.compile(
    r"(?:(?:已)?(?:在|于|从|自)?(?:19|20)\d\d年(?:\d{1,2}月)?(?:起|后|以后)?)?(?:(?:已经?|现已|现|最终)?(?:由|从)(?:原来|原先|此前|之前|最初)?的?[^，,。；;！？\ue000]{1,14}?"
    r"(?:逐步|进一步|大幅|直接|正式|再次|统一)?(?:上调|下调|调整|调高|调低|提高|提升|上升|升|增加|增|扩大|扩|下降|降低|降|减少|减|缩减|缩短|延长|改|变|涨|跌)"
    r"(?:至|到|为|成)"
    r"|(?:已经?|现已|现|最终|被)?(?:上调|下调|调整|调高|调低|提高|提升|上升|增加|扩大|下降|降低|缩减|缩短|延长|改)(?:至|到|为))"
)


def _figure_after(sentence: Sentence, position: int, predicate: Predicate, counted: bool = False) -> list[Slot]:
    if changed := _CHANGE.match(sentence.text, position):
        position = changed.end()
    for figure in sentence.figures:
        if figure.start < position or _ordinal(sentence, figure.start, position):
            continue
        gap = sentence.text[position : figure.start]
        _, unit = scale_of(predicate.unit)
        if figure.bare and unit and sentence.text.startswith(unit, figure.end):
            figure = replace(figure, end=figure.end + len(unit))
        gap = _ASIDE_OF.sub("", gap)
        if len(gap) > MAX_FIGURE_GAP or re.search(r"[，,。；;！？]", gap) or _strays(gap):
            return []
        if _counts_others(sentence, figure, unit):
            return []
        found = quantity(_counting(figure, counted), predicate.unit)
        if found is None and figure.unit.dimension != "%":
            continue
        first = _quantity_slot(sentence, figure.start, figure.end, found, predicate)
        if "分别" in sentence.text[: figure.start]:
            first += _further_figures(sentence, figure.end, predicate)
        return first
    return []


def _further_figures(sentence: Sentence, end: int, predicate: Predicate) -> list[Slot]:
    """Return the rest of a list of figures: 分别为 3 和 5."""
    out: list[Slot] = []
    for figure in sentence.figures:
        if figure.start >= end and _LIST.fullmatch(sentence.text[end : figure.start].strip()):
            out += _quantity_slot(sentence, figure.start, figure.end, quantity(figure, predicate.unit), predicate)
            end = figure.end
    return out


# 温度也差不多，为 V: a short remark before the copula.
_ASIDE_OF = re.compile("^[^，,。；;！？]{0,6}[，,](?=[是为]$)")


def _ordinal(sentence: Sentence, start: int, position: int) -> bool:
    """Return whether 第 before a figure makes an ordinal of it; before ``position`` it is the template's own."""
    return start > position and sentence.text[start - 1] == "第"


def _counts_others(sentence: Sentence, figure: Figure, unit: str) -> bool:
    """Return whether a figure without a known unit counts by a measure word where the predicate has a unit (吃一片)."""
    if not figure.bare or not unit or sentence.text.startswith(unit, figure.end):
        return False
    words = tagged(sentence.text[figure.end : figure.end + 3])
    return bool(words) and words[0][1] == "q" and len(words[0][0]) == 1


def _strays(gap: str) -> bool:
    """Return whether the words between a cue and a figure speak of something else."""
    return bool(re.search(r"(?:变为|变成|调整|加收|上浮|相比|比|低于|高于|减少|增加|提高|降低|下降)", gap))


def _quantity_slot(
    sentence: Sentence, start: int, end: int, found: Quantity | None, predicate: Predicate
) -> list[Slot]:
    written = sentence.text[start:end]
    follow = sentence.text[end : end + 1]
    if found is None:
        doubt = Phrase(zh=f"“{written}”的单位或期间不明", en="unclear unit")
        return [Slot(start, end, None, doubt=doubt)]
    doubt_phrase = None
    if follow.isdigit() or (found.shape is Shape.RANGE and found.high <= found.low):
        doubt_phrase = Phrase(zh=f"“{written}”的数字似乎残缺", en="damaged number")
    return [Slot(start, end, found, doubt=doubt_phrase)]


_TEXT_END = re.compile(r"凭借|随着|作为|[，,。；;！？!?：:\n()（）|｜]|的(?=[^\s])|等(?=[，,。；;\s]|$)")


# A code of letters and digits: GB/T 18650, ISO 9001:2015, A17 Pro.
_CODE = re.compile(
    r"(?=[a-z][a-z ./:_-]*\d)[a-z][a-z0-9]*(?:[ ./:_-]{1,2}[a-z0-9]+)*|\d?[a-z]{1,5}\d?(?![a-z0-9 ]|[./_-][a-z0-9])"
)


def _code_end(sentence: Sentence, start: int) -> int:
    """Return where a code that starts here ends, 0 where there is none or where it only begins a longer name."""
    found = _CODE.match(sentence.text, start)
    if found is None:
        return 0
    rest = re.match("[\u4e00-\u9fff]{1,4}", sentence.text[found.end() :])
    if rest is None:
        return found.end()
    word, kind = tagged(rest.group())[0]
    return found.end() if kind[0] in "ucpdv" or word in sentence.attributes else 0


# A number that is a text (95384): by itself, or too long to begin a name (360借条) whatever follows (10086咨询).
_NUMBER = re.compile(r"[^\d，。；]{0,6}?(\d[\d-]{4,}(?!\d)|\d[\d-]{2,}(?![\d\u4e00-\u9fffa-z]))")


def _text_after(sentence: Sentence, position: int) -> list[Slot]:
    lead = re.match(r"\s*(?:(?:则|就|也|便|正)(?=[是为叫]))?(?:是|为|叫做|叫|即|：|:|—)*\s*", sentence.text[position:])
    start = position + (lead.end() if lead else 0)
    if sentence.text[start : start + 1] in OPENING and sentence.text[start : start + 1]:
        closing = CLOSING[OPENING.index(sentence.text[start])]
        end = sentence.text.find(closing, start + 1)
        if end > 0:
            return [text_slot(sentence, start + 1, end)]
    for m in sentence.mentions:
        if m.start == start and re.match(r"$|[，,。；;！!？?、()（）]|和|与|及|而|凭", sentence.text[m.end :] or "。"):
            return [text_slot(sentence, m.start, m.end)]
    if end := _code_end(sentence, start):
        return [text_slot(sentence, start, end)]
    if digits := _NUMBER.match(sentence.text, start):
        return [text_slot(sentence, digits.start(1), digits.end(1))]
    end = _text_end(sentence, start)
    if sentence.text[end : end + 1] == "的" and tagged(sentence.text[start:end])[-1][1] in ("f", "s"):
        # 发源于[某省境内的某山]: a place within a place; the head is what the text names.
        head = _text_end(sentence, end + 1)
        end = head if nominal(sentence.gap(end + 1, head)) else end
    out = []
    at = start
    for piece in re.split(r"(、|和|与|及)", sentence.text[start:end]):
        if piece not in ("、", "和", "与", "及") and 1 < len(piece.strip()) <= 20:
            out.append(text_slot(sentence, at, at + len(piece)))
        at += len(piece)
    return out


def _text_end(sentence: Sentence, start: int) -> int:
    stop = _TEXT_END.search(sentence.text, start)
    return stop.start() if stop else len(sentence.text)


def text_slot(sentence: Sentence, start: int, end: int) -> Slot:
    """Return a stretch of the sentence as a text value."""
    return Slot(start, end, TextValue(folded=fold(sentence.text[start:end]).replace(" ", "")))
