"""Invisible characters, look-alikes, tables of replaced words."""

import pytest

from tests.repair.build import clean_texts, read


@pytest.mark.parametrize(
    ("text", "repaired", "kind"),
    [
        ("微\u200b粒\u2060贷", "微粒贷", "invisible"),
        ("\ufeff正文\u202e", "正文", "invisible"),
        ("⾦融⼀体", "金融一体", "homoglyph"),
        ("Аpple与Huаwei", "Apple与Huawei", "homoglyph"),
        ("第壹百八十八條", "第一百八十八條", "homoglyph"),
        ("大額岼台", "大額岼台", ""),
        ("这个岼台", "这个平台", "homoglyph"),
        ("借款1O00元", "借款1000元", "homoglyph"),
        ("《民法典》之一百八十八条", "《民法典》第一百八十八条", "substituted"),
        ("之一步是核实身份。", "第一步是核实身份。", "substituted"),
    ],
)
def test_put_right(text: str, repaired: str, kind: str) -> None:
    reading = read(text)
    if kind:
        assert reading.repaired.text == repaired
        assert kind in {r.kind for r in reading.repairs}


@pytest.mark.parametrize(
    "text",
    ["👨\u200d👩\u200d👧 一家", "❤\ufe0f", "壹佰捌拾元整", "αβ测试", "Привет 你好", "微信", "这是原因之一。", "陆先生"],
)
def test_left_alone(text: str) -> None:
    assert read(text).repaired.text == text


def test_a_guess_is_marked_as_one() -> None:
    assert read("这个岼台").uncertain
    assert not read("⾦融").uncertain


def test_clean_texts_are_not_rewritten() -> None:
    """Soft hyphens and their like may go; nothing else changes."""
    for text in clean_texts():
        assert {r.kind for r in read(text).repairs} <= {"invisible"}
