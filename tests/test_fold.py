"""Folding keeps the length, whatever the text, and meets both scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.fold import fold


@given(st.text())
def test_length_never_changes_and_folding_twice_is_folding_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("隨著互聯網", "随着互联网"),
        ("意味著", "意味着"),
        ("著名學者著作等身,他編著", "著名学者著作等身,他编著"),
        ("ＡＢＣ１２３，：（", "abc123,:("),
        ("Ａ　Ｂ", "a b"),
        ("微粒貸", "微粒贷"),
        ("\ud800微", "\ud800微"),
        ("", ""),
    ],
)
def test_known_texts(text: str, folded: str) -> None:
    assert fold(text) == folded
