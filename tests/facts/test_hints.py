"""The names that are offered for a word that nothing is called."""

import pytest

from analyzer.facts.hints import nearest

NAMES = ["微粒贷", "微业贷", "泰山", "黄山", "白石茶庄", "webank", "weilidai", "operator", "归属/运营方"]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("微粒代", "微粒贷"),
        ("微立带", "微粒贷"),
        ("太山", "泰山"),
        ("皇山", "黄山"),
        ("白石茶装", "白石茶庄"),
        ("webnak", "webank"),
        ("operater", "operator"),
        ("归属运营方", "归属/运营方"),
        ("ＷＥＢＡＮＫ", "webank"),
    ],
)
def test_the_meant_name_is_offered(word: str, name: str) -> None:
    assert nearest(word, NAMES) == name


@pytest.mark.parametrize("word", ["衡山路", "百信银行", "x", "", "招联", "华为"])
def test_nothing_is_offered_for_another_word(word: str) -> None:
    assert nearest(word, NAMES) is None
