"""Two reports held against each other: new, gone, still there and judged otherwise; the later report stays valid."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from analyzer.cli import app
from analyzer.errors import UsageError

FACTS = Path(__file__).parents[2] / "corpus" / "facts"
WRONG, OTHER = "微粒贷是蚂蚁集团旗下的小额贷款产品。", "花呗是京东旗下的信用支付产品。"


def run(*words: str) -> str:
    result = CliRunner().invoke(app, [*words], catch_exceptions=False, standalone_mode=False)
    assert isinstance(result.return_value, int | None)
    if result.exception:
        raise result.exception
    return result.output


@pytest.fixture
def reports(tmp_path: Path) -> tuple[Path, Path]:
    articles = tmp_path / "in"
    articles.mkdir()
    (articles / "a.txt").write_text(WRONG, encoding="utf-8")
    (articles / "b.txt").write_text(OTHER, encoding="utf-8")
    (articles / "c.txt").write_text("借款之前先看清合同。", encoding="utf-8")
    before, after = tmp_path / "r1" / "old", tmp_path / "r2" / "new"
    run("run", str(articles), "--facts", str(FACTS), "--out", str(before))
    (articles / "b.txt").unlink()
    (articles / "c.txt").write_text("有钱花是蚂蚁集团旗下的信贷产品。", encoding="utf-8")
    run("run", str(articles), "--facts", str(FACTS), "--out", str(after))
    return before, after


def test_changes_are_listed(reports: tuple[Path, Path]) -> None:
    before, after = map(str, reports)
    lines = run("diff", before, after, "--facts", str(FACTS), "--json").splitlines()
    rows = [json.loads(line) for line in lines if line.startswith("{")]
    assert {(r["article"], r["change"]) for r in rows} >= {("a.txt", "still"), ("b.txt", "article_gone")}
    assert "c.txt" in {r["article"] for r in rows if r["change"] == "new"}
    told = run("diff", before, after, "--facts", str(FACTS))
    assert "a.txt" in told
    assert "b.txt" in told


def test_a_changed_fact_is_told_apart(reports: tuple[Path, Path], tmp_path: Path) -> None:
    facts = tmp_path / "facts"
    shutil.copytree(FACTS, facts)
    rows = (facts / "facts.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (facts / "facts.csv").write_text(rows[0], encoding="utf-8")
    again = tmp_path / "r3" / "new"
    run("run", str(tmp_path / "in"), "--facts", str(facts), "--out", str(again))
    lines = run("diff", str(reports[1]), str(again), "--facts", str(facts), "--json").splitlines()
    assert {json.loads(line)["change"] for line in lines if line.startswith("{")} == {"flipped"}


def test_the_page_leaves_the_report_valid(reports: tuple[Path, Path], tmp_path: Path) -> None:
    before, after = reports
    run("diff", str(before), str(after), "--facts", str(FACTS), "--page")
    assert "微粒贷" in (after / "compare.html").read_text(encoding="utf-8")
    said = run("run", str(tmp_path / "in"), "--facts", str(FACTS), "--out", str(after))
    assert "still stands" in said or "仍然有效" in said
    with pytest.raises(UsageError):
        run("diff", str(after), str(after))
    with pytest.raises(UsageError):
        run("diff", str(tmp_path / "nothing"), str(after))
