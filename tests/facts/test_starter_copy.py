"""In a folder without a table the shipped one is copied when it is first changed, and only then."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from analyzer.cli import app
from analyzer.errors import FarmcheckError

ROOT = Path(__file__).parents[2]


def call(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(words))
    if isinstance(result.exception, FarmcheckError):
        return result.exception.exit_code, result.exception.phrase.zh
    return result.exit_code, result.output


def examples(file: str) -> list[list[str]]:
    text = (ROOT / file).read_text(encoding="utf-8")
    return [
        shlex.split(words)
        for words in re.findall(r"farmcheck (facts add [^`\n·]+)", text)
        if "weilidai" in words or "微粒贷" in words
    ]


@pytest.mark.parametrize("words", [*examples("README.md"), *examples("docs/cli.md")], ids=" ".join)
def test_the_examples_work_in_a_fresh_folder(words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, said = call(*words)
    assert code == 0, said
    assert "corpus/facts/facts.csv:" in said
    assert f"已复制到 {Path('corpus/facts')}" in said


def test_both_languages_have_an_example() -> None:
    assert len(examples("README.md")) == 2


@pytest.mark.parametrize(
    "words",
    [
        ["facts", "add", "微粒贷", "归属/运营方", "微众银行", "--source", "https://e.org/1"],
        ["facts", "add", "没有的", "归属/运营方", "微众银行", "--source", "https://e.org/1"],
        ["facts", "edit", "F9999", "--value", "1"],
        ["facts", "retire", "F9999"],
        ["facts", "accept", "F001"],
        ["entities", "add", "微粒贷", "product"],
        ["entities", "edit", "没有的", "--note", "x"],
        ["predicates", "add", "甲", "--subject-type", "product", "--value-type", "org", "--template", "{S}没有值"],
        ["predicates", "edit", "没有的", "--note", "x"],
    ],
    ids=" ".join,
)
def test_a_command_that_is_refused_leaves_no_copy(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert call(*words)[0] != 0
    assert not list(tmp_path.iterdir())
