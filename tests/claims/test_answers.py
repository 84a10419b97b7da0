"""A question and the value right after it make a statement; an answer that says more, or asks, makes none."""

from collections.abc import Callable

import pytest

STATES = [
    ("青岚号由东港造船厂建造，船长是谁？——顾云舟。", "t1 captain p1 asserted"),
    ("青岚号的船长是谁？答：顾云舟。", "t1 captain p1 asserted"),
    ("问：青岚号的船长是谁？\n答：顾云舟", "t1 captain p1 asserted"),
    ("青岚号的船长是谁？没人答得出来，答案是顾云舟，别记错。", "t1 captain p1 asserted"),
    ("青岚号下水于哪一年？——2015年，比白鹭号早。", "t1 launched 2015 asserted"),
    ("请问青岚号的母港在哪里？临江市。", "t1 port c1 asserted"),
    ("青岚号全长多少米？120米左右。", "t1 length 120 asserted"),
]
STATES_NOTHING = [
    "青岚号的船长是谁？顾云舟说他不知道。",
    "青岚号的船长是谁？顾云舟？不对。",
    "青岚号的船长是谁？有人说是顾云舟。",
    "青岚号的船长是谁？A. 顾云舟 B. 沈若谷",
    "青岚号的船长是谁？顾云舟，不对，另有其人。",
    "青岚号的船长是谁？顾云舟。错，另有其人。",
    "青岚号的船长见过谁？顾云舟。",
]


@pytest.mark.parametrize(("text", "claim"), STATES)
def test_answer_is_stated(said: Callable[[str], list[str]], text: str, claim: str) -> None:
    assert claim in said(text)


@pytest.mark.parametrize("text", STATES_NOTHING)
def test_no_answer_is_stated(said: Callable[[str], list[str]], text: str) -> None:
    assert not [claim for claim in said(text) if "captain" in claim and claim.endswith("asserted")]
