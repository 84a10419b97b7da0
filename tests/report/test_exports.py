"""The exports: nothing live in a workbook, valid SARIF places, only accepted checks published."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from analyzer.decisions import Decided, Decision, Scope
from analyzer.decisions.ledger import append
from analyzer.report import open_book, write_report
from analyzer.report.formats import EXPORTS
from analyzer.settings import Settings
from tests.report.made import run

NAMES = frozenset(EXPORTS) - {"parquet"}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    case = open_book(run(), Settings()).cases[0]
    decided = folder / "decisions.jsonl"
    append(decided, [Decision(fp=case.fp, decision=Decided.ACCEPT, scope=Scope.CASE, at="2026-01-02")])
    write_report(run(), folder / "report", Settings(exports=NAMES, decisions=decided))
    return folder / "report"


def test_workbook_has_no_formula_and_no_link(out: Path) -> None:
    archive = zipfile.ZipFile(io.BytesIO((out / "findings.xlsx").read_bytes()))
    for name in archive.namelist():
        text = archive.read(name).decode("utf-8")
        assert "<f>" not in text
        assert "<hyperlink " not in text
    assert "青禾贷" in archive.read("xl/sharedStrings.xml").decode("utf-8")


def test_sarif_places_are_code_points_of_the_source(out: Path) -> None:
    log = json.loads((out / "findings.sarif").read_text(encoding="utf-8"))
    sources = {c.article.id: c.article.document.source for c in run().checked}
    results = log["runs"][0]["results"]
    assert len(results) > 10
    places = [r["locations"][0]["physicalLocation"]["region"] for r in results if "hostile" not in str(r)]
    assert all(p["charLength"] > 0 for p in places)
    assert any(r.get("suppressions") for r in results)
    assert max(p["charOffset"] for p in places) < max(map(len, sources.values()))


def test_only_accepted_cases_are_published(out: Path) -> None:
    lines = (out / "claimreview.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1
    review = json.loads(lines[0])
    assert review["@type"] == "ClaimReview"
    assert review["reviewRating"]["ratingValue"] in (1, 2)
    assert all(a["url"].startswith("http") for a in review["itemReviewed"]["appearance"])


def test_single_file_needs_nothing_beside_it(out: Path) -> None:
    html = (out / "single.html").read_text(encoding="utf-8")
    assert "assets/" not in html.split("<script>")[0].split("<style>")[0]
    assert 'href="index.html' not in html
    assert 'href="case/' not in html
    assert "青禾银行" in html


def test_exports_are_the_same_bytes_again(out: Path, tmp_path: Path) -> None:
    settings = Settings(exports=NAMES, decisions=out.parent / "decisions.jsonl")
    write_report(run(), tmp_path, replace(settings))
    for name in ("findings.xlsx", "findings.sarif", "claimreview.jsonl", "single.html"):
        assert (tmp_path / name).read_bytes() == (out / name).read_bytes(), name
