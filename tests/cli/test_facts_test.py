"""``farmcheck facts test``: what an editor sees of the examination."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from analyzer.cli import app
from analyzer.errors import UsageError

FACTS = Path(__file__).parents[1] / "domains" / "films" / "facts"


def run(*words: str, facts: Path = FACTS) -> list[str]:
    """Return the lines on stdout of a run that ends well."""
    result = CliRunner().invoke(app, ["facts", "test", "--facts", str(facts), "--rows", "1", *words])
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def test_one_line_a_family() -> None:
    lines = run("--predicate", "director")
    assert any("直接陈述 (plain)" in line for line in lines)
    assert any("并非甲而是乙 (not_but)" in line for line in lines)


def test_json_has_one_line_a_sentence() -> None:
    rows = [json.loads(line) for line in run("--predicate", "导演", "--family", "negated", "--json")]
    assert rows
    assert {r["family"] for r in rows} == {"negated"}
    assert {r["predicate"] for r in rows} == {"director"}


@pytest.mark.parametrize(
    ("words", "hint"), [(("--family", "negatd"), "negated"), (("--predicate", "directer"), "director")]
)
def test_a_wrong_name_is_told_with_the_nearest(words: tuple[str, ...], hint: str) -> None:
    result = CliRunner().invoke(app, ["facts", "test", "--facts", str(FACTS), *words])
    assert isinstance(result.exception, UsageError)
    assert hint in result.exception.phrase.zh


def test_a_template_that_fails_by_itself_stands_first(tmp_path: Path) -> None:
    for path in FACTS.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    predicates = (tmp_path / "predicates.csv").read_text(encoding="utf-8")
    # Subject and value in two sentences: no text is read like this.
    broken = predicates.replace("{S}由{V}[执导/导演]", "{S}由{V}[执导/导演]|{S}，。{V}")
    (tmp_path / "predicates.csv").write_text(broken, encoding="utf-8")
    lines = run("--predicate", "director", facts=tmp_path)
    assert "直接陈述就读错的句式" in lines[0]
    assert "{S}，。{V}" in lines[1]
