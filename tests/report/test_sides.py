"""Where articles disagree, only what is wrong is underlined as wrong."""

import csv
import re
from pathlib import Path

import pytest

from analyzer.facts import load_table
from analyzer.report import write_report
from analyzer.run import check
from analyzer.settings import Settings
from tests.facts import tables

SAID = re.compile(r'<p class="value"><bdi>([^<]+)</bdi>.*?<mark class="k-([a-z]+)">', re.DOTALL)


@pytest.mark.parametrize(
    ("rows", "marks"),
    [
        (tables.FACTS, {"青峰茶厂": "supported", "白石茶庄": "contradicted"}),
        (tables.FACTS.splitlines(keepends=True)[0], {"青峰茶厂": "unverified", "白石茶庄": "unverified"}),
    ],
)
def test_the_right_side_is_not_marked_as_wrong(tmp_path: Path, rows: str, marks: dict[str, str]) -> None:
    table = load_table(tables.write(tmp_path / "facts", facts=rows))
    articles = tmp_path / "articles"
    articles.mkdir()
    for name, maker in (("a", "青峰茶厂"), ("b", "白石茶庄")):
        text = f"云雾红茶由{maker}生产,喝过的人都说香气浓郁,回味也很长,{name} 说。"
        (articles / f"{name}.txt").write_text(text, encoding="utf-8")
    write_report(check([articles], table, Settings()), tmp_path / "out", Settings())
    page = (tmp_path / "out" / "conflicts.html").read_text(encoding="utf-8")
    assert dict(SAID.findall(page)) == marks


@pytest.mark.parametrize("before", [0, 40_000])
def test_a_cell_of_the_findings_holds_what_stands_around_the_claim(tmp_path: Path, before: int) -> None:
    table = load_table(tables.write(tmp_path / "facts"))
    article = tmp_path / "a.txt"
    article.write_text(
        "茶园的风光" * (before // 5) + "，云雾红茶由白石茶庄生产，" + "香气浓郁" * 10_000, encoding="utf-8"
    )
    write_report(check([article], table, Settings()), tmp_path / "out", Settings())
    with (tmp_path / "out" / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [row["原句"] for row in csv.DictReader(file)]
    assert cells
    for cell in cells:
        assert len(cell) <= 1_002
        assert "云雾红茶由白石茶庄生产" in cell
        assert cell.endswith("…")
        assert cell.startswith("…") == bool(before)
    assert len((tmp_path / "out" / "data" / "claims.jsonl").read_text(encoding="utf-8")) > 40_000
