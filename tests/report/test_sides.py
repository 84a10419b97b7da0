"""Where articles disagree, only what is wrong is underlined as wrong."""

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
