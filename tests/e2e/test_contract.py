"""The contract's files, fields, closed lists and laws, on the sample corpus, by the real command."""

import csv
import json
import re
from pathlib import Path

import pytest

from analyzer.read import documents
from tests.e2e.command import ROOT, Outcome, farmcheck, run

FIELDS = {
    "articles": "article title published site status reason text repaired chars_source chars_clean spin_score "
    "farm_score cluster",
    "removals": "article start end rule text",
    "gaps": "article start end kind restored candidates evidence",
    "repairs": "article start end kind old new evidence",
    "claims": "article start end sentence subject subject_id predicate value value_id stance verdict tier fact reason "
    "rule locations",
    "conflicts": "subject_id predicate values",
    "clusters": "cluster articles",
}
CLOSED = {
    ("articles", "status"): "checked skipped failed",
    ("gaps", "kind"): "space merged bytes substituted masked",
    ("claims", "stance"): "asserted negated question hypothetical hedged attributed denied planned",
    ("claims", "verdict"): "supported imprecise outdated contradicted unverified",
    ("claims", "tier"): "confirmed suggested",
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Run the main job on the sample corpus once."""
    outcome = run(ROOT / "corpus" / "articles", cwd=tmp_path_factory.mktemp("sample"))
    assert outcome.code == 0, outcome.messages
    return outcome


@pytest.mark.parametrize("table", FIELDS)
def test_each_line_has_the_fields(sample: Outcome, table: str) -> None:
    rows = sample.rows(table)
    assert rows, "the sample corpus must exercise every table"
    for row in rows:
        assert set(FIELDS[table].split()) <= set(row)


@pytest.mark.parametrize(("table", "field"), CLOSED)
def test_closed_lists(sample: Outcome, table: str, field: str) -> None:
    assert {row[field] for row in sample.rows(table)} <= set(CLOSED[table, field].split())


@pytest.mark.parametrize("table", ["removals", "gaps", "repairs", "claims"])
def test_lines_are_sorted_by_article_then_start(sample: Outcome, table: str) -> None:
    places = [(row["article"], row["start"]) for row in sample.rows(table)]
    assert places == sorted(places)


def test_articles_are_sorted_and_scores_are_shares(sample: Outcome) -> None:
    rows = sample.rows("articles")
    assert [row["article"] for row in rows] == sorted(row["article"] for row in rows)
    for row in rows:
        assert 0 <= row["spin_score"] <= 1
        assert 0 <= row["farm_score"] <= 1
        assert row["status"] == "checked" or row["reason"]
        assert row["chars_clean"] == len(row["text"])


def test_source_prints_the_text_that_offsets_count_in(sample: Outcome, tmp_path: Path) -> None:
    for row in sample.rows("articles")[:3]:
        printed = farmcheck("source", ROOT / "corpus" / "articles" / row["article"], cwd=tmp_path).stdout
        assert len(printed) == row["chars_source"]


def test_removals_and_cleaned_text_rebuild_the_source(sample: Outcome) -> None:
    """The ledger law, against the text that ``farmcheck source`` prints."""
    sources = {document.id: document.source for document in documents([ROOT / "corpus" / "articles"])}
    for row in sample.rows("articles"):
        source = sources[row["article"]]
        rebuilt, at, cleaned = [], 0, iter(row["text"])
        removals = [r for r in sample.rows("removals") if r["article"] == row["article"]]
        for removal in removals:
            rebuilt += [next(cleaned) for _ in range(removal["start"] - at)]
            rebuilt.append(removal["text"])
            assert len(removal["text"]) == removal["end"] - removal["start"]
            at = removal["end"]
        rebuilt += cleaned
        assert "".join(rebuilt) == source, row["article"]
        assert len(source) == row["chars_source"]


def test_repairs_lead_from_text_to_repaired(sample: Outcome) -> None:
    """What ``repairs.jsonl`` replaces is the only difference between the two texts."""
    for row in sample.rows("articles"):
        repairs = [r for r in sample.rows("repairs") if r["article"] == row["article"]]
        if not repairs:
            assert row["repaired"] == row["text"]
            continue
        removals = [r for r in sample.rows("removals") if r["article"] == row["article"]]
        text, at, out = row["text"], 0, []
        for repair in repairs:
            start = repair["start"] - sum(r["end"] - r["start"] for r in removals if r["end"] <= repair["start"])
            assert text[start : start + len(repair["old"])] == repair["old"]
            out += [text[at:start], repair["new"]]
            at = start + len(repair["old"])
        assert "".join(out) + text[at:] == row["repaired"], row["article"]


def test_offsets_of_claims_and_gaps_point_into_the_source(sample: Outcome) -> None:
    sources = {row["article"]: row["chars_source"] for row in sample.rows("articles")}
    removals = sample.rows("removals")
    for row in (*sample.rows("claims"), *sample.rows("gaps"), *sample.rows("repairs")):
        assert 0 <= row["start"] <= row["end"] <= sources[row["article"]]
        inside = [
            r
            for r in removals
            if r["article"] == row["article"] and r["start"] <= row["start"] and row["end"] <= r["end"]
        ]
        assert not inside or row["start"] == row["end"], "nothing is found in what was removed"


def test_stances_that_assert_nothing_are_never_flagged(sample: Outcome) -> None:
    for row in sample.rows("claims"):
        if row["verdict"] == "contradicted":
            assert row["stance"] not in ("question", "hypothetical", "planned", "denied")
            assert row["stance"] not in ("hedged", "attributed") or row["tier"] == "suggested"


def test_each_finding_names_its_reason_and_fact(sample: Outcome) -> None:
    for row in sample.rows("claims"):
        assert re.search(r"[\u4e00-\u9fff]", row["reason"]), "a sentence for the editor"
        if row["verdict"] == "contradicted" and row["tier"] == "confirmed":
            assert row["fact"]


def test_run_json_names_version_facts_and_counts(sample: Outcome) -> None:
    summary = json.loads((sample.out / "data" / "run.json").read_text(encoding="utf-8"))
    assert {"version", "facts_digest", "input", "counts"} <= set(summary)
    rows = sample.rows("articles")
    for status, count in summary["counts"].items():
        if status in ("checked", "skipped", "failed"):
            assert count == sum(row["status"] == status for row in rows)


def test_findings_csv_opens_in_excel_and_starts_no_formula(sample: Outcome) -> None:
    raw = (sample.out / "findings.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    assert len(rows) > 10
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_index_asks_nothing_of_the_network(sample: Outcome) -> None:
    for page in sample.out.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"""<(?:script|img|link|iframe|source)[^>]+(?:src|href)=["']?(?:https?:)?//""", text)


def test_the_summary_names_the_report(sample: Outcome) -> None:
    assert "index.html" in sample.messages
