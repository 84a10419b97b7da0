"""Rows of tables: what a cell says under its head."""

from collections.abc import Callable

import pytest

MUST_FIRE = [
    (
        "船名 | 母港 | 船长 | 全长\n青岚号 | 望海市 | 顾云舟 | 120米\n白鹭号 | 临江市 | 沈若谷 | 88.5米",
        [
            "t1 port c2 asserted", "t1 captain p1 asserted", "t1 length 120 asserted",
            "t2 port c1 asserted", "t2 captain p2 asserted", "t2 length 88.5 asserted",
        ],
    ),
    ("项目\t青岚号\t白鹭号\n船长\t顾云舟\t沈若谷\n下水于\t2015年\t2016年3月", [
        "t1 captain p1 asserted", "t2 captain p2 asserted",
        "t1 launched 2015 asserted", "t2 launched 2016-03 asserted",
    ]),
    (
        "| 船名 | 船长 |\n| --- | :--: |\n| 青岚号 | 顾云舟 |\n| 白鹭号 | 沈若谷 |",
        ["t1 captain p1 asserted", "t2 captain p2 asserted"],
    ),
    ("船名｜船长（现任）\n《青岚号》｜顾云舟", ["t1 captain p1 asserted"]),
]  # fmt: skip
MUST_NOT_FIRE = [
    "船名 | 乘客\n青岚号 | 顾云舟",  # no predicate
    "船名 | 船长\n青岚号 | 顾云舟的弟弟",  # the cell says more than a name
    "船名 | 船长\n某某号 | 顾云舟",  # no subject
    "青岚号 | 船长",  # no head row
    "船名 | 船长\n青岚号与白鹭号的比较 | 顾云舟",
    "船名 | 船长 | 母港\n青岚号 | 顾云舟",  # another table
]


@pytest.mark.parametrize(("text", "expected"), MUST_FIRE)
def test_fires(said: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert sorted(said(text)) == sorted(expected)


@pytest.mark.parametrize("text", MUST_NOT_FIRE)
def test_stays_silent(said: Callable[[str], list[str]], text: str) -> None:
    assert said(text) == []
