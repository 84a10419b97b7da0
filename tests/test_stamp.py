"""A report stands until anything it was made from, or any of its files, changes."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from analyzer.settings import Settings
from analyzer.stamp import leave, run_key, standing

ROOT = Path(__file__).parents[1]


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Return a folder with articles, facts, decisions and a report."""
    shutil.copytree(ROOT / "corpus" / "facts", tmp_path / "facts")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("一篇文章", encoding="utf-8")
    (tmp_path / "decisions.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "out" / "data").mkdir(parents=True)
    (tmp_path / "out" / "index.html").write_text("report", encoding="utf-8")
    return tmp_path


def settings(folder: Path) -> Settings:
    return Settings(decisions=folder / "decisions.jsonl")


def key(folder: Path, options: Settings | None = None) -> str:
    return run_key([folder / "in"], folder / "facts", options or settings(folder))


def test_an_unchanged_report_stands_with_its_last_lines(made: Path) -> None:
    leave(made / "out", key(made), ["报告 out/index.html"], "medium", made / "facts")
    stamp = standing(made / "out", key(made))
    assert stamp is not None
    assert (stamp.lines, stamp.gravest) == (("报告 out/index.html",), "medium")


def append(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


@pytest.mark.parametrize(
    "change",
    [
        lambda f: append(f / "in" / "a.txt"),
        lambda f: append(f / "facts" / "facts.csv"),
        lambda f: append(f / "facts" / "predicates.csv"),
        lambda f: append(f / "decisions.jsonl"),
        lambda f: (f / "in" / "b.txt").write_text("另一篇", encoding="utf-8"),
        lambda f: (f / "in" / "a.txt").rename(f / "in" / "c.txt"),
        lambda f: (f / "out" / "index.html").unlink(),
        lambda f: append(f / "out" / "index.html"),
        lambda f: (f / "out" / ".farmcheck.json").write_text("{", encoding="utf-8"),
    ],
)
def test_any_change_ends_it(made: Path, change: Callable[[Path], object]) -> None:
    leave(made / "out", key(made), [], "", made / "facts")
    change(made)
    assert standing(made / "out", key(made)) is None


def test_options_that_change_the_report_end_it_and_others_do_not(made: Path) -> None:
    leave(made / "out", key(made), [], "", made / "facts")
    usual = settings(made)
    assert standing(made / "out", key(made, replace(usual, workers=4, cache=made / "cache"))) is not None
    assert standing(made / "out", key(made, replace(usual, keep_rules=frozenset({"footer"})))) is None
    assert standing(made / "out", key(made, replace(usual, exports=frozenset({"parquet"})))) is None
