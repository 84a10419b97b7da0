"""Figures with their units: 20万元 · 万分之五 · 日息0.05% · 月息一分五 · 500元到5万元 · 不超过24% · 一万元一天5元."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from analyzer.model import Quantity, Shape
from analyzer.values.numerals import FIGURE, number
from analyzer.values.units import COUNTERS, PERIODS, SPELLINGS, Unit, scale_of, unit_of

# A unit in Latin letters ends where the letters end (5mah is no 5m).
_UNIT = "|".join(
    re.escape(s) + ("(?![a-z])" if s[-1].isascii() else "")
    for s in sorted((*SPELLINGS, *COUNTERS), key=lambda s: (-len(s), s))
)
_FRACTION = rf"(?:百分之|千分之|万分之)(?:{FIGURE})"
_ONE = rf"(?:(?P<fraction>{_FRACTION})|(?P<figure>{FIGURE})\s*(?P<percent>个百分点|%|‰)?)"
_FIRST = re.compile(rf"(?:{_ONE})\s*(?P<unit>{_UNIT})?")
_JOIN = re.compile(r"\s*(?:到|至|-|—|–|~|～|──|——|和|与|或)\s*")
_MORE = re.compile(r"^(?:以上|起步|起|及以上|多)")
_LESS = re.compile(r"^(?:以下|以内|之内|及以下|封顶|为上限|不到(?![达位])|不足(?!以)|未满)")
_ABOUT_AFTER = re.compile(r"^(?:左右|上下|前后|多|余|出头|有余|开外|挂零)")
_AT_MOST = re.compile(
    r"(?:最高|最多|至多|不超过|不高于|不得超过|不大于|不多于|上限|低于|少于|小于|最长|最大|顶多|撑死|充其量)[^\d,，。;]{0,4}$"
    r"|(?:(?<![看见听找想等收])不到|不足|[不未]满|不够|未及)$"
)
_AT_LEAST = re.compile(
    r"(?:最低|最少|至少|不低于|不少于|不小于|下限|超过|高于|多于|大于|突破|超|逾|最短|最小|起码|不下于?|不止)[^\d,，。;]{0,4}$"
)
_ABOUT = re.compile(r"(?:大约|大概|约为|约|接近|将近|近|大致|上下|差不多)[^\d,，。;]{0,3}$")
_PERIOD = re.compile(
    r"(?P<日>日利?息|日利率|日费率|每日|每天|一天|按日|日均|天)|(?P<月>月利?息|月利率|月费率|每月|一个?月|按月)"
    r"|(?P<年>年化|年利?息|年利率|年费率|年均|每年|一年|按年|年)"
)
_PER_AFTER = re.compile(r"^\s*(?:/|每|一)\s*(?P<p>日|天|个?月|年)")
_PRINCIPAL = re.compile(rf"(?P<p>{FIGURE})(?:元|块钱?)?[^。;\d]{{0,14}}$")
# 分 and 厘 as interest: by custom a 厘 is 1 % a year, 0.1 % a month, 0.01 % a day; a 分 is ten 厘.
_FEN = re.compile(rf"(?P<fen>{FIGURE})\s*(?P<u>分(?!之)|厘)(?P<tail>[一二三四五六七八九半])?(?:利|息)?")
_LI = {"年": 1.0, "月": 0.1, "日": 0.01}
_DIGITS = str.maketrans("零〇一二三四五六七八九", "00123456789")
_COMPOSITE = re.compile(
    r"(?:米|块)(?P<decimals>\d{1,2}|[零〇]?[一二三四五六七八九]{1,2})(?!\d|[.,]\d|[万亿千百十米块元年月日个厘毫分])"
)
# 一 in a word that counts nothing: 一半, 一样, 一般, 一定.
_NO_ONE = frozenset("半样般定些直起旦致律概切同向贯经")
# A figure below zero: 零下38℃, -38.83℃, 负二十度; a hyphen after a letter or digit joins (A-12, 10-20).
_BELOW = re.compile(rf"(?:零下|(?<![胜担自抱])负|(?<![\da-z%℃度\-])[-−－])\s*(?={FIGURE})")
_SHARE = re.compile(rf"(?:{FIGURE})\s*分之\s*(?:{FIGURE})")
_STOP = "。！？!?;；\n"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a text: ``start:end`` are offsets of that text, ``low``/``high`` in ``unit``; nothing is converted.

    ``stem`` is where its last digit or numeral ends, before unit and bound words.
    ``principal`` is the sum that an interest in money belongs to (一万元一天5元), else 0.
    """

    start: int
    end: int
    low: float
    high: float
    unit: Unit
    shape: Shape
    bare: bool
    principal: float = 0.0
    stem: int = 0


def figures(text: str) -> Iterator[Figure]:
    """Yield the figures of a folded text in order; the two ends of a range are one figure."""
    at = 0
    while found := _FIRST.search(text, at):
        below = _sign(text, at, found.start())
        if below and (figure := _below_zero(text, below)) is not None:
            yield figure
            at = figure.end
            continue
        if found["figure"] == "一" and text[found.end("figure") : found.end("figure") + 1] in _NO_ONE:
            at = found.end("figure") + (text[found.end("figure")] == "半")
            continue
        if not found["fraction"] and (share := _SHARE.match(text, found.start())):
            at = share.end()  # 六分之一 is a share of something, no figure of its own
            continue
        if not found["figure"] and not found["fraction"]:
            at = found.end() + 1
            continue
        figure = _read(text, found)
        if figure is None:
            at = found.end()
            continue
        yield figure
        at = max(figure.end, found.end())


def _value(found: re.Match[str]) -> tuple[float, Unit, bool] | None:
    """Return (number, unit, whether no unit was written)."""
    if found["fraction"]:
        base, rest = found["fraction"][:3], found["fraction"][3:]
        value = number(rest)
        if value is None:
            return None
        return value * {"百分之": 1.0, "千分之": 0.1, "万分之": 0.01}[base], Unit("%", 1.0), False
    value = number(found["figure"])
    if value is None:
        return None
    if found["percent"]:
        return value * (0.1 if found["percent"] == "‰" else 1.0), Unit("%", 1.0), False
    if not found["unit"]:
        return value, Unit("个", 1.0), True
    return value, unit_of(found["unit"]), False


def _read(text: str, found: re.Match[str]) -> Figure | None:
    interest = _interest(text, found.start())
    if interest:
        return interest
    first = _value(found)
    if first is None:
        return None
    low, unit, bare = first
    stem = found.end("fraction") if found["fraction"] else found.end("figure")
    end = found.end()
    if (rest := _COMPOSITE.match(text, stem)) and found["unit"] in ("米", "块"):
        # 2米13, 1米8, 一米九, 3块5: what follows the unit are its decimals.
        low += float("0." + rest["decimals"].translate(_DIGITS))
        stem = end = rest.end()
    high = low
    join = _JOIN.match(text, end)
    second = _FIRST.match(text, join.end()) if join else None
    if join and second and (other := _value(second)):
        between = join.group().strip() not in ("和", "与", "或") or text[second.end() : second.end() + 2] == "之间"
        if between and (bare or other[1].dimension == unit.dimension or other[2]):
            high, high_unit, high_bare = other
            if bare:
                # 2到5元, 20-50万: the first figure borrows unit and scale of the second.
                unit, bare = high_unit, high_bare
                scale = re.search("[万亿]+", second.group())
                if scale and not re.search("[万亿]", found.group()):
                    low *= number("1" + scale.group()) or 1
            elif not high_bare and high_unit.factor != unit.factor:
                high *= high_unit.factor / unit.factor
            end = second.end()
            stem = second.end("fraction") if second["fraction"] else second.end("figure")
    if unit.dimension == "时间" and low == high:
        low, end, stem = _with_parts(text, low, unit, end, stem)
        high = low
    period = _period(text, found.start(), end)
    per = _PER_AFTER.match(text[end : end + 6])
    if per and unit.dimension == "%":
        end += per.end()
    shape, end = _shape(text, found.start(), end, low != high)
    if shape is Shape.POINT and re.search("[多余几]", found.group()):
        shape = Shape.ABOUT
    principal = 0.0
    if unit.dimension == "元" and period:
        head = _PRINCIPAL.search(text[max(0, found.start() - 24) : found.start()])
        principal = (number(head["p"]) or 0.0) if head else 0.0
    if unit.dimension in ("%", "元"):
        unit = replace(unit, period=period)
    return Figure(found.start(), end, low, high, unit, shape, bare, principal, stem)


def _sign(text: str, at: int, start: int) -> re.Match[str] | None:
    """Return the mark that puts the figure at ``start`` below zero: 零下 begins as one, - and 负 stand before."""
    places = range(max(at, start - 2), start + 1)
    return next((m for place in places if (m := _BELOW.match(text, place))), None)


def _below_zero(text: str, below: re.Match[str]) -> Figure | None:
    """Read a figure below zero, and the range that it opens (零下20℃到5℃, -20~-5℃)."""
    found = _FIRST.match(text, below.end())
    first = _value(found) if found else None
    if found is None or first is None:
        return None
    low, unit, bare = first
    low = high = -low
    end, stem = found.end(), found.end("fraction") if found["fraction"] else found.end("figure")
    if join := _JOIN.match(text, end):
        sign = _BELOW.match(text, join.end())
        other = _FIRST.match(text, sign.end() if sign else join.end())
        second = _value(other) if other else None
        if other and second and (bare or second[2] or second[1].dimension == unit.dimension):
            high = -second[0] if sign else second[0]
            if bare:
                unit, bare = second[1], second[2]
            end, stem = other.end(), other.end("figure")
    shape, end = _shape(text, below.start(), end, low != high)
    return Figure(below.start(), end, min(low, high), max(low, high), unit, shape, bare, stem=stem)


def _with_parts(text: str, low: float, unit: Unit, end: int, stem: int) -> tuple[float, int, int]:
    """Add the smaller parts of a duration that follow: 2小时23分, 1分30秒. Returns the sum, its end and its stem."""
    smallest = unit.factor
    while (part := _FIRST.match(text, end)) and not part["fraction"]:
        more = _value(part)
        if more is None or more[2] or more[1].dimension != unit.dimension or more[1].factor >= smallest:
            break
        low += more[0] * more[1].factor / unit.factor
        smallest, end, stem = more[1].factor, part.end(), part.end("figure")
    return low, end, stem


def _interest(text: str, start: int) -> Figure | None:
    """Read 月息一分五 and 年息八厘; the word 息 or 利 must stand close by."""
    found = _FEN.match(text, start)
    if not found:
        return None
    before = text[max(0, start - 6) : start]
    if not re.search("[息利]", before + found.group()):
        return None
    value = number(found["fen"])
    if value is None:
        return None
    if found["tail"]:
        value += 0.5 if found["tail"] == "半" else (number(found["tail"]) or 0) / 10
    period = _period(text, start, found.end()) or "月"
    percent = value * _LI[period] * (10 if found["u"] == "分" else 1)
    return Figure(
        start, found.end(), percent, percent, Unit("%", 1.0, period), Shape.POINT, False, stem=found.end("fen")
    )


def _period(text: str, start: int, end: int) -> str:
    """Return the period that the words around a rate name: after it (0.05%/天), else the nearest before it."""
    after = _PER_AFTER.match(text[end : end + 6])
    if after:
        return {"天": "日", "个月": "月"}.get(after["p"], after["p"])
    before = text[max(0, start - 16) : start]
    for stop in _STOP:
        before = before.rpartition(stop)[2]
    last = ""
    for hit in _PERIOD.finditer(before):
        if (
            hit.lastgroup == "年"
            and hit.group() == "年"
            and re.search(r"[\d一二三四五六七八九十]$", before[: hit.start()])
        ):
            continue
        last = hit.lastgroup or ""
    return last


def _shape(text: str, start: int, end: int, is_range: bool) -> tuple[Shape, int]:
    before, after = text[max(0, start - 8) : start], text[end : end + 3]
    if is_range:
        return Shape.RANGE, end + (2 if after.startswith("之间") else 0)
    for pattern, shape in ((_LESS, Shape.AT_MOST), (_MORE, Shape.AT_LEAST), (_ABOUT_AFTER, Shape.ABOUT)):
        if hit := pattern.match(after):
            return shape, end + hit.end()
    for pattern, shape in ((_AT_MOST, Shape.AT_MOST), (_AT_LEAST, Shape.AT_LEAST), (_ABOUT, Shape.ABOUT)):
        if pattern.search(before):
            return shape, end
    return Shape.POINT, end


def quantity(figure: Figure, unit: str) -> Quantity | None:
    """Return the figure in a predicate's unit, or None where the dimensions do not meet.

    Rates change their period by 365 days (360 as a further reading), a month being a twelfth of a year.
    """
    target = unit_of(unit)
    low, high = figure.low, figure.high
    source = figure.unit
    if source.dimension == "元" and target.dimension == "%" and figure.principal:
        low, high = low / figure.principal * 100, high / figure.principal * 100
        source = Unit("%", 1.0, source.period)
    if figure.bare and target.dimension not in ("%", "时间"):
        scale, _ = scale_of(unit)
        # In 万吨 a bare 300 is 300 of them, but 300万 already says its scale.
        source = replace(target, factor=target.factor / scale) if high >= scale else target
    over, _, per = unit.partition("/")
    if per and source.dimension != target.dimension and source.dimension == unit_of(over).dimension:
        # 时速380公里, 月租3000元: the cue already says what the figure is measured against.
        target = unit_of(over)
    if source.dimension != target.dimension:
        return None
    readings: tuple[tuple[float, float], ...] = ()
    if target.dimension == "%" and target.period:
        if not source.period and target.period != "年":
            return None
        if not source.period:  # 上限为24%: a rate without a period is a yearly one in Chinese usage
            source = replace(source, period="年")
        if source.period != target.period:
            by_365 = _rate_factor(source.period, target.period, 365.0)
            by_360 = _rate_factor(source.period, target.period, 360.0)
            readings = ((_neat(low * by_360), _neat(high * by_360)),) if by_360 != by_365 else ()
            low, high = low * by_365, high * by_365
    factor = source.factor / target.factor
    if target.dimension == "时间" and {source.factor, target.factor} == {365.0, 30.4375}:
        factor = 12.0 if source.factor == 365.0 else 1 / 12
    low, high = _neat(low * factor), _neat(high * factor)
    return Quantity(low=low, high=high, unit=unit, shape=figure.shape, readings=readings)


def _rate_factor(source: str, target: str, days: float) -> float:
    in_year = {"年": 1.0, "月": 12.0, "日": days}
    return in_year[source] / in_year[target]


def _neat(value: float) -> float:
    return float(f"{value:.10g}")


def read_quantity(cell: str, unit: str) -> Quantity | None:
    """Return an editor's cell (20万元, 0.02~0.05, 万分之五) in the predicate's unit; a bare figure is in that unit."""
    cell = cell.strip()
    ends = re.split(r"\s*[~～]\s*", cell)
    try:
        values = [float(e.replace(",", "")) for e in ends]
        if len(values) <= 2:
            shape = Shape.RANGE if len(values) == 2 and values[0] != values[1] else Shape.POINT
            return Quantity(low=values[0], high=values[-1], unit=unit, shape=shape)
    except ValueError:
        pass
    target = unit_of(unit)
    for figure in figures(cell):
        if figure.start == 0 and figure.end == len(cell):
            if figure.bare:
                return Quantity(low=figure.low, high=figure.high, unit=unit, shape=figure.shape)
            if figure.unit.dimension == "%" and not figure.unit.period and target.period:
                figure = replace(figure, unit=replace(figure.unit, period=target.period))
            return quantity(figure, unit)
    return None


__all__ = ["PERIODS", "Figure", "figures", "quantity", "read_quantity"]
