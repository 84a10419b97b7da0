"""Figures, units and rates: one meaning however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.model import Quantity, Shape
from analyzer.values import figures, quantity, read_quantity

CASES = [
    ("最高额度20万元", "元", (200000, 200000)),
    ("三十万", "元", (300000, 300000)),
    ("一万五", "元", (15000, 15000)),
    ("两千五百万元", "元", (25_000_000, 25_000_000)),
    ("500元到5万元之间", "元", (500, 50000)),
    ("20-50万", "元", (200000, 500000)),
    ("日利率万分之五", "%/日", (0.05, 0.05)),
    ("千分之三每天", "%/日", (0.3, 0.3)),
    ("日利率在万分之二到万分之五之间", "%/日", (0.02, 0.05)),
    ("年化利率18.25%", "%/日", (0.05, 0.05)),
    ("日息0.05%", "%/年", (18.25, 18.25)),
    ("月息一分五", "%/年", (18, 18)),
    ("上限为24%", "%/年", (24, 24)),  # without a period a rate is a yearly one
    ("月息八厘", "%/月", (0.8, 0.8)),
    ("借1万元,每天利息在2元到5元", "%/日", (0.02, 0.05)),
    ("1万元一天利息5块", "%/日", (0.05, 0.05)),
    ("18%/年", "%/年", (18, 18)),
    ("1.5倍", "倍", (1.5, 1.5)),
    ("24个月", "年", (2, 2)),
    ("两年", "年", (2, 2)),
    ("3.5万平方公里", "平方公里", (35000, 35000)),
    ("总面积６·４万平方公里".replace("６", "6").replace("４", "4"), "平方公里", (64000, 64000)),
    ("8848.86米", "米", (8848.86, 8848.86)),
    ("九十六集", "集", (96, 96)),
    ("１２", "人", (12, 12)),
    ("3至6千克", "千克", (3, 6)),
    ("三到六千克", "克", (3000, 6000)),
    ("体重两千克", "千克", (2, 2)),
    ("2千米", "米", (2000, 2000)),
    ("三千五百米", "米", (3500, 3500)),
    ("5千人", "人", (5000, 5000)),
    ("零下 38.8℃", "℃", (-38.8, -38.8)),
    ("沸点为-2℃", "℃", (-2, -2)),
    ("a-12℃", "℃", (12, 12)),
    ("胜负10场", "场", (10, 10)),
    ("1500万千瓦", "万千瓦", (1500, 1500)),
    ("310兆瓦", "万千瓦", (31, 31)),
    ("2.5亿立方米", "万立方米", (25000, 25000)),
    ("三百二十万人", "万人", (320, 320)),
    ("12000台", "万台", (1.2, 1.2)),
    ("820", "万吨", (820, 820)),  # without a scale of its own a bare figure is in the editor's unit
    ("820万", "万吨", (820, 820)),
    ("37千米", "千米", (37, 37)),
    ("7000", "千米", (7000, 7000)),
    ("一米七二,不高", "米", (1.72, 1.72)),
    ("五米零八,够长", "米", (5.08, 5.08)),
    ("1200万元", "亿元", (0.12, 0.12)),
]


@pytest.mark.parametrize(("text", "unit", "expected"), CASES)
def test_last_figure_in_the_unit(text: str, unit: str, expected: tuple[float, float]) -> None:
    found = [q for f in figures(text) if (q := quantity(f, unit))]
    assert (found[-1].low, found[-1].high) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("约300人", Shape.ABOUT),
        ("300人左右", Shape.ABOUT),
        ("300人出头", Shape.ABOUT),
        ("不到300人", Shape.AT_MOST),
        ("300人不到", Shape.AT_MOST),
        ("不足300人", Shape.AT_MOST),
        ("顶多300人", Shape.AT_MOST),
        ("不止300人", Shape.AT_LEAST),
        ("看不到300人", Shape.POINT),
        ("300人不足以成军", Shape.POINT),
        ("三百多人", Shape.ABOUT),
        ("不超过300人", Shape.AT_MOST),
        ("300人以内", Shape.AT_MOST),
        ("至少300人", Shape.AT_LEAST),
        ("300人以上", Shape.AT_LEAST),
        ("300至400人", Shape.RANGE),
        ("300人", Shape.POINT),
    ],
)
def test_shape(text: str, shape: Shape) -> None:
    assert [quantity(f, "人").shape for f in figures(text) if quantity(f, "人")] == [shape]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("三分之一的人", "人"),
        ("剂量一样", "毫克"),
        ("一般为", "人"),
        ("年利率7.2%", "元"),
        ("20万元", "%/日"),
        ("利率为18%", "%/日"),
        ("3天", "元"),
    ],
)
def test_other_dimension_is_no_quantity(text: str, unit: str) -> None:
    assert [q for f in figures(text) if (q := quantity(f, unit))] == []


@pytest.mark.parametrize(
    ("text", "unit", "value", "end"),
    [
        ("身高2米13的", "米", 2.13, "的"),
        ("身高1米8", "米", 1.8, ""),
        ("片长2小时23分，", "分钟", 143, "，"),
        ("用时1分30秒", "秒", 90, ""),
        ("时速350公里", "公里/小时", 350, ""),
        ("电池5450mah", "毫安时", 5450, ""),
        ("长3米2019年建成", "米", 3, "2019年建成"),
    ],
)
def test_figures_of_several_parts_and_of_rates(text: str, unit: str, value: float, end: str) -> None:
    figure, found = next((f, q) for f in figures(text) if (q := quantity(f, unit)))
    assert found.low == found.high == pytest.approx(value)
    assert text[figure.end :] == end


@pytest.mark.parametrize(
    ("cell", "unit", "low", "high"),
    [("0.02~0.05", "%/日", 0.02, 0.05), ("200000", "元", 200000, 200000), ("20万元", "元", 200000, 200000),
     ("万分之五", "%/日", 0.05, 0.05), ("1,000", "人", 1000, 1000)],
)  # fmt: skip
def test_cells(cell: str, unit: str, low: float, high: float) -> None:
    read = read_quantity(cell, unit)
    assert isinstance(read, Quantity)
    assert (read.low, read.high) == pytest.approx((low, high))


def test_cell_that_is_no_number() -> None:
    assert read_quantity("很多", "元") is None


@given(st.integers(min_value=1, max_value=9999))
def test_wan_is_ten_thousand(n: int) -> None:
    (figure,) = figures(f"{n}万元")
    assert quantity(figure, "元") == quantity(next(iter(figures(f"{n * 10000}元"))), "元")


@given(st.floats(min_value=0.01, max_value=1, allow_nan=False).map(lambda x: round(x, 3)))
def test_a_rate_survives_the_way_to_the_year_and_back(rate: float) -> None:
    yearly = quantity(next(iter(figures(f"日息{rate}%"))), "%/年")
    assert yearly is not None
    assert yearly.low / 365 == pytest.approx(rate, rel=1e-6)
