"""How a text would write a value, and values that would be wrong."""

from collections.abc import Iterator
from dataclasses import replace

from analyzer.model import (
    Claim,
    EntityValue,
    Fact,
    FactTable,
    PartialDate,
    Predicate,
    Quantity,
    Shape,
    Stance,
    TextValue,
    Truth,
    Value,
    Verdict,
)
from analyzer.verify import judge

DIGITS = "零一二三四五六七八九"
# A figure or year that is surely another one; each is tried until the table says that it is false.
FACTORS = (2.0, 3.0, 0.5, 5.0, 0.25)
YEARS = (3, -4, 7, -11, 2)


def spoken(value: Value, table: FactTable, written: str = "") -> str:
    """Return the plainest way to write a value: a name, 20万元, 0.05%, 2015年5月; "" for yes and no."""
    match value:
        case EntityValue():
            return table.entities[value.id].name
        case Quantity():
            unit = value.unit.split("/")[0]
            low, high = _figure(value.low, unit), _figure(value.high, unit)
            return low if value.low == value.high else f"{low}到{high}"
        case PartialDate():
            return _date(value)
        case Truth():
            return ""
        case TextValue():
            return written or value.folded
        case _:
            return value.name


# Days of a period, as rates are converted in the table (365 days a year).
DAYS = {"日": 1.0, "天": 1.0, "月": 365 / 12, "年": 365.0}


def in_period(value: Value, clause: str) -> Value:
    """Return a rate in the period that a clause speaks of (年利率 for a daily rate), other values as they are."""
    if not isinstance(value, Quantity) or "/" not in value.unit:
        return value
    own = value.unit.rpartition("/")[2]
    if own not in DAYS:
        return value  # 公里/小时, 克/立方厘米: no rate of interest
    named = next((p for p in DAYS if p in clause), own)
    factor = DAYS[named] / DAYS.get(own, DAYS[named])
    low, high = (float(f"{n * factor:.4g}") for n in (value.low, value.high))
    return replace(value, low=low, high=high)


def ways(value: Value, table: FactTable, written: str = "") -> tuple[str, ...]:
    """Return further ways to write a value: aliases, Chinese numerals, separators, full width; the plain one first."""
    plain = spoken(value, table, written)
    found = [plain]
    match value:
        case EntityValue():
            # Not every alias may stand alone (a nickname that is a common word); the editor's first one should.
            found += table.entities[value.id].aliases[:2]
        case Quantity() if value.low == value.high:
            unit = value.unit.split("/")[0]
            found += [w + unit for w in _numerals(value.low) if unit not in ("", "%")]
            if unit == "%":
                found.append("百分之" + _numeral_text(value.low)) if value.low >= 1 else None
        case PartialDate():
            year = "".join("〇一二三四五六七八九"[int(d)] for d in str(value.year))
            found.append(plain.replace(str(value.year), year, 1))
            if value.month:
                found.append(str(value).replace("-", "."))
        case _:
            pass
    return tuple(dict.fromkeys(w for w in found if w))


def _figure(number: float, unit: str) -> str:
    for size, name in ((1e8, "亿"), (1e4, "万")):
        if abs(number) >= size and len(f"{number / size:.12g}") <= 6:
            return f"{number / size:.12g}{name}{unit}"
    return f"{number:.12g}{unit}"


def _numerals(number: float) -> Iterator[str]:
    if number != int(number) or not 0 < number < 1e12:
        return
    if number >= 1000:
        yield f"{int(number):,}"
    if number % 1e4 == 0 and 1e4 <= number < 1e8:
        yield _numeral_text(number / 1e4) + "万"
    elif number <= 99:
        yield _numeral_text(number)


def _numeral_text(number: float) -> str:
    """Return a Chinese numeral for 1 to 9999, decimals after 点."""
    whole, fraction = int(number), f"{number:.6g}".partition(".")[2]
    words = ""
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = whole // size % 10
        if digit:
            words += ("" if digit == 1 and name == "十" and not words else DIGITS[digit]) + name
        elif words and whole % size and not words.endswith("零"):
            words += "零"
    words = words or "零"
    return words + ("点" + "".join(DIGITS[int(d)] for d in fraction) if fraction else "")


def _date(value: PartialDate) -> str:
    text = f"{value.year}年"
    if value.month:
        text += f"{value.month}月"
    if value.day:
        text += f"{value.day}日"
    return text


def verdict_of(
    subject: str, predicate: str, value: Value, table: FactTable, stance: Stance, past: bool = False
) -> Verdict:
    """Return what the ladder makes of a statement: the examination asks the reader of texts, not the judge."""
    claim = Claim(
        article="",
        start=0,
        end=0,
        sentence="",
        sentence_start=0,
        subject=subject,
        subject_id=subject,
        predicate=predicate,
        written="",
        value=value,
        stance=stance,
        rule="",
        past=past,
    )
    return judge(claim, table, None).verdict


def false_values(fact: Fact, predicate: Predicate, table: FactTable) -> Iterator[tuple[Value, str]]:
    """Yield values that the table calls false for the fact's subject, with their words; likely ones first."""
    for value, words in _candidates(fact, predicate, table):
        if verdict_of(fact.subject, fact.predicate, value, table, Stance.ASSERTED) is Verdict.CONTRADICTED:
            yield value, words


def _candidates(fact: Fact, predicate: Predicate, table: FactTable) -> Iterator[tuple[Value, str]]:
    match fact.value:
        case EntityValue():
            others = [f.value for f in table.facts if f.predicate == predicate.id and f.subject != fact.subject]
            recorded = [f.value for f in table.by_key[fact.subject, predicate.id]]
            used = dict.fromkeys(v.id for v in (*others, *recorded) if isinstance(v, EntityValue))
            spare = (e.id for e in table.entities.values() if e.type in predicate.value_types)
            for name in dict.fromkeys((*_turned(list(used), fact.row), *spare)):
                if name in table.entities:
                    yield EntityValue(id=name), table.entities[name].name
        case Quantity():
            for factor in FACTORS:
                number = float(f"{fact.value.high * factor:.2g}")
                value = Quantity(low=number, high=number, unit=fact.value.unit, shape=Shape.POINT)
                yield value, spoken(value, table)
        case PartialDate():
            for years in YEARS:
                shifted = PartialDate(year=fact.value.year + years, month=fact.value.month)
                yield shifted, spoken(shifted, table)
        case Truth():
            yield Truth(true=not fact.value.true), ""
        case TextValue():
            for other in table.facts:
                if other.predicate == predicate.id and isinstance(other.value, TextValue):
                    yield other.value, other.written
        case _:
            return


def _turned(items: list[str], by: int) -> list[str]:
    """Return the list turned by some places, so that not every row gets the same wrong value."""
    at = by % len(items) if items else 0
    return items[at:] + items[:at]
