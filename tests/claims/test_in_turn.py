"""Rows of turns and paired lists: each thing gets its own value, and rows of other things say nothing."""

from collections.abc import Callable

import pytest

TWO = "青岚号与白鹭号同在一港。"

MUST_FIRE = [
    ("青岚号和白鹭号差不多大，全长前者120米，后者90米。", ["t1 length 120", "t2 length 90"]),
    ("青岚号和白鹭号停在港里，设计标准前者CT1、后者CT2。", ["t1 standard ct1", "t2 standard ct2"]),
    (TWO + "巡航速度也拉开了档次，前者20节，后者18节。", ["t1 speed 20", "t2 speed 18"]),
    (TWO + "前者母港在临江市，后者母港在望海市。", ["t1 port c1", "t2 port c2"]),
    (TWO + "两者的航速分别是20节和18节。", ["t1 speed 20", "t2 speed 18"]),
    (TWO + "造型很美，全长分别为120米和90米。", ["t1 length 120", "t2 length 90"]),
    ("东港造船厂与南屿造船厂。两家企业的员工分别是300人和500人。", ["y1 staff 300", "y2 staff 500"]),
    (TWO + "两者的母港分别是临江市和望海市。", ["t1 port c1", "t2 port c2"]),
    ("青岚号与白鹭号齐名，全长上，一个120米，一个只有90米。", ["t1 length 120", "t2 length 90"]),
    ("航速上，青岚号是20节，白鹭号则是18节。", ["t1 speed 20", "t2 speed 18"]),
    ("从下水时间看，青岚号是1998年，白鹭号是2003年。", ["t1 launched 1998", "t2 launched 2003"]),
    ("青岚号和白鹭号的设计标准依次为E951、E952。", ["t1 standard e951", "t2 standard e952"]),
    ("青岚号和白鹭号的设计标准分别为000333和000651。", ["t1 standard 000333", "t2 standard 000651"]),
    ("青岚号和白鹭号各自驻泊于临江市和望海市。", ["t1 port c1", "t2 port c2"]),
    ("青岚号和白鹭号各自一次装4万标箱和3万标箱。", ["t1 boxes 4", "t2 boxes 3"]),
    ("青岚号和白鹭号的全长各为120米和90米。", ["t1 length 120", "t2 length 90"]),
    ("青岚号和白鹭号的全长各为120米。", ["t1 length 120", "t2 length 120"]),
    ("青岚号和白鹭号归东港造船厂，前者下水于1998年，后者下水于2003年。", ["t1 launched 1998", "t2 launched 2003"]),
    (TWO + "一艘母港是临江市，另一艘母港是望海市。", ["t1 port c1", "t2 port c2"]),
    ("青岚号与白鹭号同在一港，一个由东港造船厂建造，一个由南屿造船厂建造。", ["t1 builder y1", "t2 builder y2"]),
    ("青岚号与白鹭号同行，前者全长120米，后者只有90米。", ["t1 length 120", "t2 length 90"]),
    ("青岚号和白鹭号的下水时间，一个是1947年12月，另一个是1967年9月。", ["t1 launched 1947-12", "t2 launched 1967-09"]),
    ("青岚号与白鹭号，一艘是科考船，一艘是货船。", ["t1 kind k1", "t2 kind k2"]),
    ("在临江市，旅客可以换乘青岚号，后者下水于1998年。", ["t1 launched 1998"]),
]  # fmt: skip

MUST_NOT_FIRE = [
    "青岚号和白鹭号一起出海。两款救生艇的全长分别是5米和6米。",
    "青岚号与白鹭号、一艘小艇同行，全长一个5米，一个6米。",
    "青岚号由东港造船厂造，白鹭号由南屿造船厂造。员工前者300人，后者500人。",
    "青岚号见到了白鹭号，白鹭号也见到了青岚号，全长前者120米，后者90米。",
    "曾用名不少，青岚号是老船，白鹭号是新船。",
    "青岚号和白鹭号都很快，航速前者不详，后者18节。",
    "青岚号很快，一艘母港是临江市，一艘母港是望海市。",
    "青岚号与白鹭号同行，前者很长，后者只有90米。",
    "青岚号和白鹭号都很快。全长前者120米，后者90吨。",
]


@pytest.mark.parametrize(("text", "expected"), MUST_FIRE)
def test_fires(said: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert sorted(said(text)) == sorted(f"{claim} asserted" for claim in expected)


@pytest.mark.parametrize("text", MUST_NOT_FIRE)
def test_stays_silent(said: Callable[[str], list[str]], text: str) -> None:
    assert said(text) == []
