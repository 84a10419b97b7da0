"""A report remembers its fact folder, commands name the folders they need, and a run names the table that it used."""

import html
import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from analyzer.cli import app
from analyzer.decisions import load
from analyzer.errors import FarmcheckError
from analyzer.report.commands import quoted
from tests.cli.test_decisions import FACTS

REP = "reports/今 天"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with articles, a fact folder that no command finds unasked, and a report."""
    monkeypatch.chdir(tmp_path)
    facts = tmp_path / "my facts"
    facts.mkdir()
    for name, text in FACTS.items():
        (facts / name).write_text(text, encoding="utf-8")
    (tmp_path / "art").mkdir()
    (tmp_path / "art" / "a.txt").write_text("青禾贷是麦田小贷旗下的贷款产品。大家都在用,口碑不错。\n", encoding="utf-8")
    (tmp_path / "art" / "b.txt").write_text("春天来了,河边的柳树发了芽,孩子们在放风筝。\n", encoding="utf-8")
    assert call("run", "art", "--facts", "my facts", "--out", REP)[0] == 0
    return tmp_path


def call(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(words))
    if isinstance(result.exception, FarmcheckError):
        return result.exception.exit_code, result.exception.phrase.zh
    return result.exit_code, result.output


def the_case() -> str:
    return next(Path(REP, "case").glob("*.html")).stem


def copied(page: Path) -> list[list[str]]:
    """Return the commands on a page as a shell would split them."""
    text = html.unescape(page.read_text(encoding="utf-8"))
    return [shlex.split(line) for line in re.findall(r"farmcheck (?:decisions|facts) [^<\n]*", text)]


def test_a_report_is_written_again_with_its_own_table(place: Path) -> None:
    page = Path(REP, "case", f"{the_case()}.html")
    before = page.read_bytes()
    assert call("report", REP) == (0, f"报告 {REP}/index.html\n")
    assert page.read_bytes() == before
    code, letter = call("letter", the_case(), "--report", REP)
    assert code == 0
    assert "https://example.org/1" in letter
    shutil.copytree(REP, "reports/old")
    assert "青禾贷 — 运营方" in call("diff", "reports/old", REP)[1]


def test_a_table_that_changed_or_went_is_named(place: Path) -> None:
    facts = place / "my facts" / "facts.csv"
    facts.write_text(facts.read_text(encoding="utf-8").replace("年报", "新年报"), encoding="utf-8")
    assert "事实表在核查之后改过（my facts）" in call("report", REP)[1]
    shutil.copytree("my facts", "others")
    assert "others 不是这份报告核查时用的表" in call("report", REP, "--facts", "others")[1]
    (place / "my facts").rename("elsewhere")
    before = {p.name: p.read_bytes() for p in Path(REP).rglob("*.html")}
    code, said = call("report", REP)
    assert code == 2
    assert "--facts" in said
    assert before == {p.name: p.read_bytes() for p in Path(REP).rglob("*.html")}
    assert call("report", REP, "--facts", "elsewhere")[0] == 0


def test_commands_to_copy_work_from_the_folder_of_the_run(place: Path) -> None:
    commands = copied(Path(REP, "case", f"{the_case()}.html"))
    assert [c[1:3] for c in commands] == [["decisions", "add"]] * 2 + [["facts", "edit"], ["facts", "add"]]
    for words in commands[:3]:
        assert call(*words[1:])[0] == 0, words
    assert len(load(place / "decisions.jsonl").decisions) >= 2
    assert commands[3][-2:] == ["--facts", "my facts"]
    assert 'data-options=" --facts &#34;my facts&#34;"' in Path(REP, "index.html").read_text(encoding="utf-8")
    assert all(w[-2:] == ["--facts", "my facts"] for w in copied(Path(REP, "coverage.html")))


def test_a_decision_goes_beside_the_table_of_the_report(place: Path) -> None:
    assert call("decisions", "add", the_case(), "accept", "--report", REP)[0] == 0
    assert (place / "decisions.jsonl").is_file()


def test_nothing_is_named_that_is_found_unasked(place: Path) -> None:
    (place / "corpus").mkdir()
    (place / "my facts").rename("corpus/facts")
    assert call("run", "art")[0] == 0
    commands = copied(next(Path("reports/latest/case").glob("*.html")))
    assert not any(w.startswith("--") for c in commands for w in c if w not in ("--reason", "--source", "--checked"))
    assert "data-options" not in Path("reports/latest/index.html").read_text(encoding="utf-8")


def test_a_run_names_its_table_and_what_to_look_at_next(place: Path) -> None:
    for again in range(2):  # the second time the report stands
        said = call("run", "art", "--facts", "my facts", "--out", REP)[1]
        assert "事实表 my facts（1 条事实）：读出 1 条说法" in said, again
        assert 'farmcheck explain art/a.txt --facts "my facts"' in said
    said = call("run", "art", "--out", "other")[1]
    assert "事实表 自带的起步表" in said
    assert "⚠ 2 篇文章里没有一句说到这份表里的事" in said


def test_an_unknown_column_is_named_by_every_run(place: Path) -> None:
    facts = place / "my facts" / "facts.csv"
    facts.write_text(facts.read_text(encoding="utf-8").replace("valid_to", "甲", 1), encoding="utf-8")
    for _ in range(2):
        assert "没有列 valid_to" in call("run", "art", "--facts", "my facts", "--out", "other")[1]


@pytest.mark.parametrize("word", ["今天", "my facts", "a'b", 'a"b c', "$x `y`", "a\\b", "", "~/a"])
def test_a_shell_reads_a_quoted_word_as_it_was(word: str) -> None:
    assert shlex.split(quoted(word)) == [word]
