"""Values that the table does not know: names are bounded, descriptions are told apart, nothing is invented."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青岚号由西津造船公司建造。", "t1 builder name:西津造船公司 asserted"),
        ("青岚号隶属关系不明，由一家正规造船厂建造。", "t1 builder description:一家正规造船厂 asserted"),
        ("青岚号停靠于吉林省。", "t1 port name:吉林省 asserted"),
        ("青岚号停靠于厦门市，随时可以出海。", "t1 port name:厦门市 asserted"),
        ("青岚号由某大型船厂建造。", "t1 builder description:某大型船厂 asserted"),
    ],
)
def test_bounds(said: Callable[[str], list[str]], text: str, expected: str) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "青岚号由于天气建造缓慢。",
        "青岚号由他们建造。",
        "无名小艇由西津造船公司建造。",
        "青岚号停靠于超市。",
        "青岚号停靠于夜市。",
    ],
)
def test_invents_no_name(said: Callable[[str], list[str]], text: str) -> None:
    assert not any("name:" in line for line in said(text))
