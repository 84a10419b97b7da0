"""Units of measurement: what an editor writes into ``unit`` and what texts write, reduced to one per dimension."""

import re
from dataclasses import dataclass
from math import prod

# dimension: {spelling: factor to the dimension's base unit}. Anything not listed is its own dimension, factor 1.
DIMENSIONS: dict[str, dict[str, float]] = {
    "元": {"元": 1, "块": 1, "块钱": 1, "圆": 1, "元人民币": 1, "人民币": 1, "人民币元": 1, "rmb": 1, "cny": 1,
          "角": 0.1, "毛": 0.1, "毛钱": 0.1},
    "美元": {"美元": 1, "美金": 1, "元美金": 1, "usd": 1, "刀": 1},
    "港元": {"港元": 1, "港币": 1, "元港币": 1, "块港币": 1, "hkd": 1},
    "欧元": {"欧元": 1, "eur": 1},
    "日元": {"日元": 1, "jpy": 1},
    "英镑": {"英镑": 1, "gbp": 1},
    "时间": {"年": 365, "周年": 365, "个月": 30.4375, "月": 30.4375, "个季度": 91.3125, "周": 7, "星期": 7, "个星期": 7,
           "礼拜": 7, "天": 1, "日": 1, "个工作日": 1, "工作日": 1, "小时": 1 / 24, "个小时": 1 / 24, "钟头": 1 / 24,
           "个钟头": 1 / 24, "分钟": 1 / 1440, "分": 1 / 1440, "秒": 1 / 86400, "秒钟": 1 / 86400},
    "倍": {"倍": 1},
    "人": {"人": 1, "名": 1, "位": 1, "人次": 1, "个人": 1},
    "长度": {"米": 1, "m": 1, "公里": 1000, "千米": 1000, "km": 1000, "厘米": 0.01, "cm": 0.01, "毫米": 0.001,
           "mm": 0.001, "里": 500, "华里": 500, "英里": 1609.344, "海里": 1852, "英尺": 0.3048, "英寸": 0.0254},
    "面积": {"平方米": 1, "平米": 1, "平方公里": 1e6, "平方千米": 1e6, "km2": 1e6, "km²": 1e6, "m²": 1, "㎡": 1,
           "公顷": 1e4, "亩": 2000 / 3, "平方厘米": 1e-4},
    "体积": {"升": 1, "l": 1, "毫升": 0.001, "ml": 0.001, "立方米": 1000, "m³": 1000},
    "质量": {"克": 1, "g": 1, "千克": 1000, "公斤": 1000, "kg": 1000, "斤": 500, "两": 50, "吨": 1e6, "t": 1e6,
           "毫克": 0.001, "mg": 0.001, "微克": 1e-6},
    "温度": {"℃": 1, "摄氏度": 1, "°c": 1, "度": 1},
    "数据": {"kb": 1 / 1024, "mb": 1, "m字节": 1, "gb": 1024, "g字节": 1024, "tb": 1024 * 1024},
    "电量": {"毫安时": 1, "mah": 1, "毫安": 1, "安时": 1000, "ah": 1000},
    "能量": {"千瓦时": 1, "度电": 1, "kwh": 1, "瓦时": 0.001, "wh": 0.001},
    "频率": {"赫兹": 1, "赫": 1, "hz": 1, "千赫": 1000, "兆赫": 1e6, "mhz": 1e6, "ghz": 1e9},
    "热量": {"千卡": 1, "大卡": 1, "kcal": 1, "千焦": 0.2390057, "kj": 0.2390057},
    "功率": {"瓦": 1, "w": 1, "千瓦": 1000, "kw": 1000, "兆瓦": 1e6, "mw": 1e6},
    "速度": {"公里/小时": 1, "km/h": 1, "千米/小时": 1, "米/秒": 3.6, "m/s": 3.6},
}  # fmt: skip

_WHERE = {
    spelling: (dimension, factor) for dimension, units in DIMENSIONS.items() for spelling, factor in units.items()
}
SCALES = {"十": 10.0, "百": 100.0, "千": 1e3, "万": 1e4, "亿": 1e8}
_SCALED = re.compile("(?P<scale>[十百千万亿]{1,3})(?P<unit>[^十百千万亿/%].*)")
# Longest first, so that 个工作日 is not read as 个.
SPELLINGS = tuple(sorted(_WHERE, key=lambda s: (-len(s), s)))

PERIODS = {"日": 1.0, "天": 1.0, "月": 30.0, "年": 365.0}
# Counting words that say only "so many"; they agree with each other and with an empty unit.
COUNTERS = ("个", "家", "所", "部", "集", "次", "件", "款", "种", "座", "条", "项", "台", "辆", "架", "艘", "本", "册",
            "篇", "首", "场", "届", "期", "周岁", "岁", "票", "枚", "只", "头", "匹", "棵", "株", "章", "节", "卷",
            "层", "间", "套", "张", "份", "笔", "户", "支", "队", "级", "分", "号")  # fmt: skip


# What these count (shops, members, what a company is worth) is another number each year and in each place; floors,
# episodes and articles of a law stay. 截至2020年底有4803家 may be true where a table says 7000 in 2026, and so may
# 在上海有1500家. By judgement; held by tests/verify/test_ladder.py and tests/claims/test_frames.py.
CHANGING = frozenset(("家", "所", "人", "名", "户", "个", "元", "美元", "港元", "欧元", "日元", "英镑"))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit reduced: the dimension, the factor to its base, and for rates the period ("日", "月", "年" or "")."""

    dimension: str
    factor: float
    period: str = ""


def is_known(spelling: str) -> bool:
    """Return whether a unit can be converted, or is a counting word, or nothing; others are taken word for word."""
    over, _, per = spelling.strip().lower().partition("/")
    if spelling.strip().lower() in _WHERE or over in ("%", "％", "‰", "‱"):
        return True
    return all(stem in _WHERE or stem in COUNTERS or not stem for stem in (scale_of(over)[1], scale_of(per)[1]))


def unit_of(spelling: str) -> Unit:
    """Return the unit that an editor's cell or a text names; percent rates keep their period."""
    spelling = spelling.strip().lower()
    head, _, period = spelling.partition("/")
    if head in ("%", "％", "‰", "‱"):
        factor = {"%": 1.0, "％": 1.0, "‰": 0.1, "‱": 0.01}[head]
        return Unit("%", factor, {"天": "日", "day": "日", "month": "月", "year": "年"}.get(period, period))
    scale, stem = scale_of(spelling)
    if stem in _WHERE:
        dimension, factor = _WHERE[stem]
        return Unit(dimension, factor * scale)
    return Unit("个" if stem in COUNTERS else stem or "个", scale)


def scale_of(spelling: str) -> tuple[float, str]:
    """Return the scale that a unit begins with and the unit itself: 万千瓦 -> (10000, 千瓦), 千瓦 -> (1, 千瓦).

    Editors count large things in 万吨, 万人, 亿立方米; any unit and counting word takes such a scale.
    """
    spelling = spelling.strip().lower()
    if spelling in _WHERE or not (found := _SCALED.match(spelling)):
        return 1.0, spelling
    # 万千瓦 is ten thousand 千瓦: the longest spelling that is a unit is the unit.
    cuts = range(1, len(found["scale"]) + 1)
    cut = next((c for c in cuts if spelling[c:] in _WHERE), cuts[-1])
    return prod(SCALES[c] for c in spelling[:cut]), spelling[cut:]
