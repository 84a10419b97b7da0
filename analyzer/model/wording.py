"""Values in the words of an editor, the same in the sentence that tells why and on the pages."""

from analyzer.model.fact import FactTable
from analyzer.model.value import EntityValue, PartialDate, Quantity, TextValue, Truth, UnknownValue, Value


def show(value: Value | None, table: FactTable, written: str = "") -> str:
    """Return a value as an editor writes it: the entity's name, 20万元, 0.02~0.05%/日, 2015-05, 是/否."""
    match value:
        case EntityValue():
            entity = table.entities.get(value.id)
            return entity.name if entity else value.id
        case Quantity():
            low, high = _number(value.low), _number(value.high)
            return (low if low == high else f"{low}~{high}") + value.unit
        case PartialDate():
            return str(value)
        case Truth():
            return "是" if value.true else "否"
        case UnknownValue():
            return value.name
        case TextValue():
            return written or value.folded
        case _:
            return written


def _number(value: float) -> str:
    """Return a number with 万 or 亿 where that is shorter: 200000 → 20万."""
    for size, name in ((1e8, "亿"), (1e4, "万")):
        if abs(value) >= size and len(f"{value / size:.12g}") <= 6:
            return f"{value / size:.12g}{name}"
    return f"{value:.12g}"
