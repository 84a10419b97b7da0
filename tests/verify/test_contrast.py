"""A sentence that states the error and the truth in two clauses mostly corrects the error."""

from analyzer.model import Claim, Tier, Verdict
from analyzer.verify import judge, tempered
from tests.verify.ships import claim, entity, fact, table_of

TABLE = table_of(fact(1, "builder", entity("yard")))


def tiers(*claims: Claim) -> list[str]:
    return [f"{j.verdict.value} {j.tier.value}" for j in tempered([judge(c, TABLE, None) for c in claims])]


def wrong(start: int, end: int, **more: object) -> Claim:
    return claim("builder", entity("rival"), start=start, end=end, **more)


def right(start: int, end: int, **more: object) -> Claim:
    return claim("builder", entity("yard"), start=start, end=end, **more)


def test_an_error_beside_the_truth_is_only_suggested() -> None:
    assert tiers(wrong(0, 8), right(12, 20)) == ["contradicted suggested", "supported confirmed"]


def test_a_list_is_one_clause() -> None:
    assert tiers(wrong(0, 8), right(0, 12))[0] == "contradicted confirmed"


def test_another_sentence_or_stance_changes_nothing() -> None:
    assert tiers(wrong(0, 8), right(12, 20, sentence_start=10))[0] == "contradicted confirmed"
    assert tiers(wrong(0, 8), right(12, 20, stance="question"))[0] == "contradicted confirmed"


def test_the_reason_says_so() -> None:
    first, _ = tempered([judge(c, TABLE, None) for c in (wrong(0, 8), right(12, 20))])
    assert first.verdict is Verdict.CONTRADICTED
    assert first.tier is Tier.SUGGESTED
    assert "同一句里也写了正确的值" in first.reason.zh
