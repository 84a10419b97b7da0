"""The level that a place's name says."""

import pytest

from analyzer.values import level


@pytest.mark.parametrize(
    ("name", "expected"),
    [("云州省", "省"), ("云州省临江市", "市"), ("海南自治州", "自治州"), ("市", ""), ("云州", ""), ("云州开发区", "")],
)
def test_level(name: str, expected: str) -> None:
    assert level(name) == expected
