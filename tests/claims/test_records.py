"""Records: lines of label and value that speak of what their heading or their name line gives."""

from collections.abc import Callable

import pytest

MUST_FIRE = [
    (
        "船名：青岚号\n建造：东港造船厂\n母港：临江市\n下水于：2015年5月\n全长：120米\n是否投保：否",
        ["t1 insured false asserted", "t1 launched 2015-05 asserted", "t1 length 120 asserted", "t1 port c1 asserted"],
    ),
    ("青岚号基本资料\n【母港】临江市\n【船长】顾云舟", ["t1 captain p1 asserted", "t1 port c1 asserted"]),
    ("一、青岚号\n母港：临江市\n船长：顾云舟、沈若谷", [
        "t1 captain p1 asserted", "t1 captain p2 asserted", "t1 port c1 asserted",
    ]),
    # a name line opens the record of the next thing
    ("船名：青岚号\n母港：临江市\n船名：白鹭号\n母港：望海市", ["t1 port c1 asserted", "t2 port c2 asserted"]),
    ("· 产品：青岚号\n· 母港：临江市", ["t1 port c1 asserted"]),
]  # fmt: skip
MUST_NOT_FIRE = [
    "母港：临江市",  # one line is no record
    "母港：临江市\n船长：顾云舟",  # of what?
    "青岚号和白鹭号\n母港：临江市\n船长：顾云舟",  # of which?
    "参观青岚号的人很多，大家都拍了照片，还有人带来了孩子。\n母港：临江市\n船长：顾云舟",  # a sentence heads no record
    "船名：青岚号\n母港：临江市的对岸\n船长：顾云舟的弟弟",  # the values say something else
    "船名：青岚号\n乘客：顾云舟\n停留：临江市",  # no predicate
]


@pytest.mark.parametrize(("text", "expected"), MUST_FIRE)
def test_fires(said: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert sorted(line for line in said(text) if "builder" not in line) == sorted(expected)


@pytest.mark.parametrize("text", MUST_NOT_FIRE)
def test_stays_silent(said: Callable[[str], list[str]], text: str) -> None:
    assert said(text) == []
