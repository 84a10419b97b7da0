"""The five sample articles that the project began with, where they are at hand (they are not part of it)."""

import pytest

from tests.e2e.command import ROOT, Outcome, run

SEEDS = ROOT.parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not at hand")


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    outcome = run(SEEDS, cwd=tmp_path_factory.mktemp("seeds"))
    assert outcome.code == 0, outcome.messages
    return outcome


def claims(outcome: Outcome, seed: str, predicate: str = "operator") -> list[tuple[str, str, str]]:
    """Return (value id, verdict, tier) of what a seed says about 微粒贷."""
    return [
        (row["value_id"], row["verdict"], row["tier"])
        for row in outcome.rows("claims")
        if row["article"].startswith(seed) and (row["subject_id"], row["predicate"]) == ("weilidai", predicate)
    ]


def text(outcome: Outcome, seed: str, field: str = "text") -> str:
    """Return a seed's text."""
    (row,) = [row for row in outcome.rows("articles") if row["article"].startswith(seed)]
    value = row[field]
    assert isinstance(value, str)
    return value


def test_003_names_the_wrong_owner(seeds: Outcome) -> None:
    assert ("ant", "contradicted", "confirmed") in claims(seeds, "003")
    (row,) = [r for r in seeds.rows("claims") if r["article"].startswith("003") and r["verdict"] == "contradicted"]
    assert "微众银行" in row["reason"]


@pytest.mark.parametrize("seed", ["000", "001", "002", "004"])
def test_the_group_of_the_owner_is_imprecise(seeds: Outcome, seed: str) -> None:
    assert ("tencent", "imprecise") in {(value, verdict) for value, verdict, _ in claims(seeds, seed)}
    findings = [r for r in seeds.rows("claims") if r["article"].startswith(seed)]
    assert [r for r in findings if r["verdict"] in ("contradicted", "outdated")] == []


def test_004_keeps_one_copy_and_no_comments(seeds: Outcome) -> None:
    kept = text(seeds, "004")
    paragraphs = [line for line in kept.split("\n") if len(line) > 40]
    assert len(paragraphs) == len(set(paragraphs))
    assert "写评论" not in kept


def test_003_teasers_are_removed(seeds: Outcome) -> None:
    kept = text(seeds, "003")
    (row,) = [r for r in seeds.rows("articles") if r["article"].startswith("003")]
    assert len(kept) < row["chars_source"]
    rules = {r["rule"] for r in seeds.rows("removals") if r["article"].startswith("003")}
    assert any("related" in rule or "teaser" in rule for rule in rules), rules


def test_002_reads_without_annotations(seeds: Outcome) -> None:
    repaired = text(seeds, "002", "repaired")
    for note in ("(dǎo)", "(fèi)", "xiàng)", "?"):
        assert note not in repaired
    assert "理條款" in repaired or "條款" in repaired
