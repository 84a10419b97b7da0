"""Arabic and Chinese numerals: 3.5万 · 三十万 · 两千五 · 壹佰 · 一点五 · 二〇一五."""

import re

DIGITS = {
    **dict.fromkeys("零〇○", 0),
    **dict.fromkeys("一壹", 1),
    **dict.fromkeys("二两贰俩", 2),
    **dict.fromkeys("三叁仨", 3),
    **dict.fromkeys("四肆", 4),
    **dict.fromkeys("五伍", 5),
    **dict.fromkeys("六陆", 6),
    **dict.fromkeys("七柒", 7),
    **dict.fromkeys("八捌", 8),
    **dict.fromkeys("九玖", 9),
}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "兆": 10**12}

# Older print writes the decimal point as a middle dot: 6·4.
ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.·]\d+)?"
# 千 is part of the unit in 3至6千克: 千克, 千米, 千瓦 …
_THOUSAND = "千(?![克米瓦卡焦帕赫伏])"
CHINESE = (
    rf"(?:[零〇一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰仟俩仨]|{_THOUSAND})+(?:点[零〇一二三四五六七八九]+)?"
)
# 兆 is a scale (1.5兆元) unless a unit begins with it (310兆瓦, 98.7兆赫).
_SCALE = "(?:[万亿]|兆(?![瓦赫帕焦]))"
# A figure with its scale: 3.5万, 300万亿, 三十万, 五千多万, 半.
FIGURE = (
    rf"(?:(?:{ARABIC})(?:多|余|几)?(?:[十百]|{_THOUSAND})?{_SCALE}{{0,2}}"
    rf"|{CHINESE}(?:多|余|几)?{_SCALE}*(?:{CHINESE}(?:多|余)?[万亿]?)?|半)"
)

_ARABIC = re.compile(rf"^({ARABIC})([十百千]?)([万亿兆]*)$")
_VAGUE = re.compile("[多余几]")


def chinese_number(text: str) -> float | None:
    """Return the value of a Chinese numeral, or None where it is not one.

    Positional years ("二〇一五") and the spoken short form ("两千五" = 2500) are read too.
    """
    whole, _, fraction = text.partition("点")
    if not whole or any(c not in DIGITS and c not in SMALL and c not in LARGE for c in whole):
        return None
    if all(c in DIGITS for c in whole):
        value = float("".join(str(DIGITS[c]) for c in whole))
    else:
        value = float(_composed(whole))
    if fraction:
        if any(c not in DIGITS for c in fraction):
            return None
        value += float("0." + "".join(str(DIGITS[c]) for c in fraction))
    return value


def _composed(text: str) -> int:
    total = section = digit = 0
    last_unit = 1
    for at, c in enumerate(text):
        if c in DIGITS:
            digit = DIGITS[c]
            if digit == 0:
                last_unit = 1
        elif c in SMALL:
            section += (
                (digit or (0 if section else 1)) * SMALL[c] if digit or not at or text[at - 1] not in SMALL else 0
            )
            last_unit = SMALL[c]
            digit = 0
        else:
            total = (total + section + digit) * LARGE[c] if LARGE[c] > 10**4 else total + (section + digit) * LARGE[c]
            last_unit = LARGE[c]
            section = digit = 0
    if digit and last_unit >= 100:
        # 两千五 is 2500, 三万五 is 35000: a last digit without a unit counts in tenths of the unit before it.
        return total + section + digit * last_unit // 10
    return total + section + digit


def number(text: str) -> float | None:
    """Return the value of a figure as FIGURE matches it, vague marks (多, 余, 几) dropped; None if it is not one."""
    text = _VAGUE.sub("", text)
    if text == "半":
        return 0.5
    if found := _ARABIC.match(text):
        value = float(found[1].replace(",", "").replace("·", "."))
        for unit in found[2]:
            value *= SMALL[unit]
        for unit in found[3]:
            value *= LARGE[unit]
        return round(value, 9)
    return chinese_number(text)
