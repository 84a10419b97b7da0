"""A name that a hole runs through is still that name, as a guess."""

import pytest

from analyzer.claims import claims_of
from analyzer.model import Article, Claim, Document, PageKind, Status
from analyzer.repair import repair
from analyzer.text import View
from tests.claims.conftest import GRAMMAR, shown

# Two plain traces of a filter, so that the lone spaces of the page count as holes.
PROOF = "参观前请拨打 热线询问开放时间，每天上午九点开门。\n遇到问题可以拨打 电话，工作人员会一一解答。\n"


def claims(sentence: str) -> tuple[Claim, ...]:
    text = PROOF + sentence
    article = Article(
        document=Document(id="a", source=text), kind=PageKind.ARTICLE, status=Status.CHECKED, reason=None, removals=(),
        clean=View.of(text),
    )  # fmt: skip
    return tuple(claims_of(repair(article), GRAMMAR))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("大家都知道，青岚号由东港 船厂建造，每年出海三次。", "t1 builder y1 asserted"),
        ("大家都知道，青岚号由海川 集团建造，每年出海三次。", "t1 builder y3 asserted"),
    ],
)
def test_a_hole_in_a_name_is_a_wildcard_and_a_guess(sentence: str, expected: str) -> None:
    found = [c for c in claims(sentence) if c.predicate == "builder"]
    assert [shown(c) for c in found] == [expected]
    assert not found[0].certain


@pytest.mark.parametrize(
    "sentence",
    [
        "大家都知道，青岚号由东港 码头管理，每年出海三次。",  # no name fits
        "大家都知道，青岚号由 船厂建造，每年出海三次。",  # too little of the name is left
    ],
)
def test_other_holes_are_no_names(sentence: str) -> None:
    assert not [c for c in claims(sentence) if c.predicate == "builder" and shown(c).split()[2].startswith("y")]
