"""Decisions on the command line: add, list, import, prune, and what ``run --fail-on`` makes of them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from analyzer.cli import app
from analyzer.decisions import Decided, load
from analyzer.errors import UsageError
from analyzer.facts import load_table

FACTS = {
    "entities.csv": "id,name,type,aliases,parent,note\nqh,青禾贷,product,,,\nbk,青禾银行,org,,,\nbx,麦田小贷,org,,,\n",
    "predicates.csv": "id,label,subject_type,value_type,cardinality,templates,unit,tolerance,note\n"
    "operator,运营方,product,org,single,{S}是{V}旗下|{V}旗下…{S},,,\n",
    "facts.csv": "id,subject,predicate,value,grade,valid_from,valid_to,source_url,source_title,checked_on,"
    "checked_by,note\n"
    "F1,qh,operator,bk,,,,https://example.org/1,年报,2026-01-01,许知远,\n",
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    facts = tmp_path / "corpus" / "facts"
    facts.mkdir(parents=True)
    for name, text in FACTS.items():
        (facts / name).write_text(text, encoding="utf-8")
    (tmp_path / "a.txt").write_text("青禾贷是麦田小贷旗下的贷款产品。大家都在用,口碑不错。\n", encoding="utf-8")
    return tmp_path


def call(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(words))
    if isinstance(result.exception, UsageError):
        raise result.exception
    return result.exit_code, result.output


def the_case() -> str:
    from analyzer.cli.decisions import _book

    cases = _book(Path("reports/latest"), load_table(Path("corpus/facts")), Path("corpus/decisions.jsonl")).cases
    assert len(cases) == 1
    return cases[0].id


def test_a_decided_case_no_longer_fails_the_run_until_its_fact_changes(place: Path) -> None:
    assert call("run", "a.txt", "--fail-on", "low")[0] == 1
    assert call("decisions", "add", the_case(), "accept", "--by", "许知远", "--today", "2026-01-02")[0] == 0
    assert call("run", "a.txt", "--fail-on", "low")[0] == 0
    facts = place / "corpus" / "facts" / "facts.csv"
    facts.write_text(facts.read_text(encoding="utf-8").replace("年报", "新年报"), encoding="utf-8")
    assert call("run", "a.txt", "--fail-on", "low")[0] == 1


def test_data_does_not_depend_on_decisions(place: Path) -> None:
    call("run", "a.txt")
    before = {p.name: p.read_bytes() for p in Path("reports/latest/data").iterdir()}
    call("decisions", "add", the_case(), "false_alarm", "--reason", "反问")
    call("run", "a.txt")
    assert before == {p.name: p.read_bytes() for p in Path("reports/latest/data").iterdir()}


def test_one_person_does_not_do_two_stages(place: Path) -> None:
    call("run", "a.txt")
    case = the_case()
    call("decisions", "add", case, "accept", "--by", "许知远", "--stage", "初审")
    with pytest.raises(UsageError):
        call("decisions", "add", case, "accept", "--by", "许知远", "--stage", "复审")
    assert call("decisions", "add", case, "accept", "--by", "林小满", "--stage", "复审")[0] == 0


@pytest.mark.parametrize("words", [("C-XXXXXX", "accept"), ("C-XXXXXX", "nonsense")])
def test_unknown_cases_and_words_are_refused(place: Path, words: tuple[str, str]) -> None:
    call("run", "a.txt")
    with pytest.raises(UsageError):
        call("decisions", "add", *words)


def test_import_takes_each_line_once_and_names_broken_ones(place: Path) -> None:
    page = place / "exported.jsonl"
    good = {"v": 1, "fp": "abc", "scope": "sentence", "decision": "false_alarm", "sentence": "青禾贷,真的吗?"}
    page.write_text(json.dumps(good, ensure_ascii=False) + "\n{broken\n\n", encoding="utf-8")
    _, said = call("decisions", "import", str(page))
    assert ":2" in said
    call("decisions", "import", str(page))
    ledger = load(place / "corpus" / "decisions.jsonl")
    assert len(ledger.decisions) == 1
    assert ledger.decisions[0].key


def test_import_takes_wordings_and_sites_from_the_report(place: Path) -> None:
    from analyzer.cli.decisions import _book

    call("run", "a.txt")
    case = _book(Path("reports/latest"), load_table(Path("corpus/facts")), Path("corpus/decisions.jsonl")).cases[0]
    page = place / "exported.jsonl"
    page.write_text(json.dumps({"v": 1, "fp": case.fp, "decision": "accept"}) + "\n", encoding="utf-8")
    call("decisions", "import", str(page))
    call("decisions", "import", str(page))
    (line,) = load(place / "corpus" / "decisions.jsonl").decisions
    assert line.wordings == case.wordings != ()


def test_a_decision_stays_when_the_table_forgets_the_wrong_name_and_learns_it_again(place: Path) -> None:
    call("run", "a.txt")
    call("decisions", "add", the_case(), "accept", "--by", "许知远", "--today", "2026-01-02")
    entities = place / "corpus" / "facts" / "entities.csv"
    whole = entities.read_text(encoding="utf-8")
    first = the_case()
    entities.write_text(whole.replace("bx,麦田小贷,org,,,\n", ""), encoding="utf-8")
    assert call("run", "a.txt", "--fail-on", "low")[0] == 0
    assert the_case() != first
    entities.write_text(whole, encoding="utf-8")
    assert call("run", "a.txt", "--fail-on", "low")[0] == 0


def test_prune_withdraws_what_is_over_and_keeps_the_lines(place: Path) -> None:
    call("run", "a.txt")
    call("decisions", "add", the_case(), "later", "--expires", "2026-02-01", "--today", "2026-01-02")
    call("decisions", "prune", "--today", "2026-01-31")
    assert len(load(place / "corpus" / "decisions.jsonl").decisions) == 1
    call("decisions", "prune", "--today", "2026-02-02")
    lines = load(place / "corpus" / "decisions.jsonl").decisions
    assert [d.decision for d in lines] == [Decided.LATER, Decided.WITHDRAWN]
    assert call("run", "a.txt", "--fail-on", "low")[0] == 1


@pytest.mark.parametrize("end", ["2026-01-01", "2025", "明天", "2026-1-5"])
def test_a_decision_that_would_never_hold_is_refused(place: Path, end: str) -> None:
    call("run", "a.txt")
    with pytest.raises(UsageError, match="--expires"):
        call("decisions", "add", the_case(), "later", "--expires", end, "--today", "2026-01-02")
    assert not (place / "corpus" / "decisions.jsonl").exists()


def test_a_file_without_one_decision_is_no_import(place: Path) -> None:
    (place / "no.jsonl").write_text("这不是\n处理结果\n", encoding="utf-8")
    with pytest.raises(UsageError, match="第 1 行"):
        call("decisions", "import", "no.jsonl")


def test_a_letter_to_a_site_nobody_knows_greets_without_a_name(place: Path) -> None:
    call("run", "a.txt")
    said = call("letter", the_case())[1]
    assert said.startswith("贵站编辑部：")
    assert "站点不明" not in said
