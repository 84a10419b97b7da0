"""Two runs held against each other: new, still there, judged otherwise, and the two ways of being gone."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from analyzer.cli.report import refuse_same_folder
from analyzer.decisions import Decided, Decision, Ledger
from analyzer.errors import UsageError
from analyzer.model import Judgement, Run, Verdict
from analyzer.report import write_report
from analyzer.report.compare import Change, Compared, compare
from analyzer.settings import Settings
from tests.report.made import run, table


def compared(tmp_path: Path, now: Run) -> tuple[Compared, ...]:
    write_report(run(), tmp_path, Settings())
    return compare(tmp_path, now, table())


def without(now: Run, drop: "set[str]") -> Run:
    return replace(now, checked=tuple(c for c in now.checked if c.article.id not in drop))


def test_the_same_run_changes_nothing(tmp_path: Path) -> None:
    assert {c.change for c in compared(tmp_path, run())} == {Change.STILL}


def test_gone_articles_and_gone_sentences_are_told_apart(tmp_path: Path) -> None:
    now = run()
    hostile = next(c for c in now.checked if "<b>" in c.article.id)
    silent = replace(hostile, judgements=())
    gone = compared(tmp_path, without(now, {hostile.article.id}))
    assert Counter(c.change for c in gone)[Change.ARTICLE_GONE] == 1
    kept = replace(now, checked=tuple(silent if c is hostile else c for c in now.checked))
    assert Counter(c.change for c in compared(tmp_path, kept))[Change.SENTENCE_GONE] == 1


def test_a_verdict_that_changes_is_no_new_finding(tmp_path: Path) -> None:
    def excused(j: Judgement) -> Judgement:
        return replace(j, verdict=Verdict.SUPPORTED) if j.verdict is Verdict.CONTRADICTED else j

    now = run()
    checked = tuple(replace(c, judgements=tuple(map(excused, c.judgements))) for c in now.checked)
    changes = {c.change for c in compared(tmp_path, replace(now, checked=checked))}
    assert Change.FLIPPED in changes
    assert Change.NEW not in changes


def test_a_corrected_case_that_is_made_again_came_back(tmp_path: Path) -> None:
    now, few = run(), run(1)
    write_report(few, tmp_path, Settings())
    new = [c for c in compare(tmp_path, now, table()) if c.change is Change.NEW]
    ledger = Ledger.of([Decision(fp=new[0].fp, decision=Decided.FIXED)])
    again = compare(tmp_path, now, table(), ledger)
    assert [c.fp for c in again if c.change is Change.RECURRED] == [new[0].fp]
    assert again[0].change is Change.RECURRED


def test_sarif_tells_the_state_against_the_baseline(tmp_path: Path) -> None:
    write_report(run(4), tmp_path / "old", Settings())
    sarif = frozenset({"sarif"})
    write_report(run(), tmp_path / "new", Settings(since=tmp_path / "old", exports=sarif))
    write_report(run(2), tmp_path / "less", Settings(since=tmp_path / "old", exports=sarif))
    write_report(run(), tmp_path / "bare", Settings(exports=sarif))

    def states(folder: str) -> "set[str | None]":
        log = json.loads((tmp_path / folder / "findings.sarif").read_text(encoding="utf-8"))
        return {r.get("baselineState") for r in log["runs"][0]["results"]}

    assert states("new") == {"new", "unchanged"}
    assert states("less") == {"unchanged", "absent"}
    assert states("bare") == {None}


def test_comparing_a_report_with_itself_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--since"):
        refuse_same_folder(tmp_path, tmp_path / "x" / "..")
    refuse_same_folder(tmp_path, tmp_path / "old")
    refuse_same_folder(tmp_path, None)


def test_page_is_written_only_with_an_earlier_report(tmp_path: Path) -> None:
    write_report(run(4), tmp_path / "old", Settings())
    write_report(run(), tmp_path / "new", Settings(since=tmp_path / "old"))
    page = (tmp_path / "new" / "compare.html").read_text(encoding="utf-8")
    assert "新增" in page
    assert not (tmp_path / "old" / "compare.html").exists()
