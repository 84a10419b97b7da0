"""Broken figures are recognised, whole ones are not."""

import pytest

from tests.repair.build import clean_texts, read


def damaged(text: str) -> list[str]:
    return [text[s.start : s.end] for s in read(text).damaged_numbers]


@pytest.mark.parametrize(
    "text",
    [
        "额度50元至30元不等",
        "最多30,0元",
        "年化7.2%24%",
        "逾期13天会怎样",
        "审核23个工作日",
        "共5000-元",
        "总还款额达到元。",
        "利率7%-1.5%/期",
        "在2025-2016年之间",
        "20155年上线",
        "201年5月成立",
        "2015年13月",
        "日息万分之,不高",
        "费用1.5.2元",
    ],
)
def test_broken(text: str) -> None:
    assert damaged(text)


@pytest.mark.parametrize(
    "text",
    [
        "额度500元至30万元,日利率0.02%-0.05%,1-3天到账",
        "10,000元,3,000.50元,1,234,567元",
        "价格从50元降到30元,由100元至80元逐步下调",
        "2015年5月15日至2016年3月2日,2015-2016年",
        "逾期15天,期限12个月,30天内",
        "以元为单位,超过百分之五,万分之五",
        "电话010-12345678,12月31日,1000年前",
        "营业时间9-17,比分3-1",
    ],
)
def test_whole(text: str) -> None:
    assert not damaged(text)


def test_clean_texts_hold_next_to_none() -> None:
    texts = clean_texts()
    assert sum(len(read(t).damaged_numbers) for t in texts) <= sum(map(len, texts)) / 50_000
