"""Which word swaps are mined from copies, and which changes are none."""

import pytest

from analyzer.across.spun import swaps

PLAIN = "茶农们如果在山上遇到问题，可以向师傅请教，用户也能在网上提出意见。"
SPUN = "茶农们倘若在山上遇到难题，可以向师傅请教，使用者也能在网上提出意见。"


def test_swaps_count_by_clusters() -> None:
    copies = [("a", PLAIN, SPUN), ("b", SPUN, PLAIN)]
    found = {(s.spun, s.plain): (s.times, s.clusters) for s in swaps(copies)}
    assert found == {("倘若", "如果"): (2, 2), ("难题", "问题"): (2, 2), ("使用者", "用户"): (2, 2)}


def test_surroundings_are_shown() -> None:
    first = next(s for s in swaps([("a", PLAIN, SPUN)], least=1) if s.spun == "倘若")
    assert first.spun_in == "茶农们【倘若】在山上遇到难题"
    assert first.plain_in == "茶农们【如果】在山上遇到问题"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("茶厂在杭州，由王师傅管理。", "茶厂在苏州，由李师傅管理。"),  # places, names
        ("去年采茶三次，产量五千斤。", "去年采茶四次，产量六千斤。"),  # figures
        ("师傅每天清早上山采茶。", "师傅每天清早带着徒弟上山采茶。"),  # words added
        (PLAIN, PLAIN),
        ("", PLAIN),
    ],
)
def test_other_changes_are_no_swaps(left: str, right: str) -> None:
    assert swaps([("a", left, right), ("b", left, right)]) == []


def test_one_text_says_little_however_often_it_was_copied() -> None:
    assert swaps([("a", PLAIN, SPUN), ("a", SPUN, PLAIN), ("a", PLAIN, SPUN), ("b", PLAIN, PLAIN)]) == []
    assert {s.pairs for s in swaps([("a", PLAIN, SPUN), ("a", SPUN, PLAIN)], least=1)} == {2}
