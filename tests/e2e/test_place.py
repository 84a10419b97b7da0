"""A report is never written over articles or over somebody else's files; what is not read is named."""

import os
from pathlib import Path

import pytest

from tests.e2e.command import FACTS, farmcheck, run

TRUE = "微粒贷由微众银行运营,提前还款不另外收费,在还款页面里选提前结清就可以。记得核对金额再确认,弄错了很麻烦。"
PAGE = f"<!doctype html><html><head><title>还款</title></head><body><p>{TRUE}</p></body></html>"


def put(path: Path, content: str = TRUE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize(
    ("files", "inputs", "out", "named"),
    [
        (["in/index.html", "in/a.html"], ["in"], "in", "in"),
        (["in/a.html"], ["in"], "in/../in", "in"),
        (["in/a.html"], ["in"], ".", "in"),
        (["in/a.html"], ["in/a.html"], "in", "a.html"),
        (["in/sub/a.html", "in/b.txt"], ["in"], "in/sub", "a.html"),
        (["in/a.html", "site/index.html"], ["in"], "site", "index.html"),
        (["in/a.html", "site/data/articles.jsonl"], ["in"], "site", "articles.jsonl"),
        (["in/a.html", "site/findings.csv"], ["in"], "site", "findings.csv"),
    ],
)
def test_a_place_that_is_not_the_reports_is_refused(
    tmp_path: Path, files: list[str], inputs: list[str], out: str, named: str
) -> None:
    for name in files:
        put(tmp_path / name, PAGE)
    before = tree(tmp_path)
    outcome = farmcheck("run", *inputs, "--facts", FACTS, "--out", out, cwd=tmp_path)
    assert outcome.code == 2
    assert "--out" in outcome.stderr
    assert named in outcome.stderr
    assert tree(tmp_path) == before


def test_a_link_to_the_input_is_the_input(tmp_path: Path) -> None:
    put(tmp_path / "in" / "index.html", PAGE)
    (tmp_path / "out").symlink_to(tmp_path / "in")
    before = tree(tmp_path)
    assert run(tmp_path / "in", cwd=tmp_path).code == 2
    assert tree(tmp_path) == before


def test_a_report_inside_the_input_is_written_again(tmp_path: Path) -> None:
    """Also one that was copied without its hidden files, and one that was killed before its first page."""
    put(tmp_path / "in" / "a.html", PAGE)
    out = tmp_path / "in" / "report"
    out.mkdir()
    words = ("run", tmp_path / "in", "--facts", FACTS, "--out", out, "--no-cache")
    assert farmcheck(*words, cwd=tmp_path).code == 0
    for gone in ([], [*out.glob(".farmcheck*")], [out / "index.html", out / "data" / "run.json"]):
        for path in gone:
            path.unlink()
        again = farmcheck(*words, cwd=tmp_path)
        assert again.code == 0, again.messages
        articles = (out / "data" / "articles.jsonl").read_text(encoding="utf-8")
        assert len(articles.splitlines()) == 1


def test_a_report_beside_other_files_goes_on(tmp_path: Path) -> None:
    put(tmp_path / "in" / "a.html", PAGE)
    put(tmp_path / "out" / "notes.txt", "mine")
    assert run(tmp_path / "in", cwd=tmp_path).code == 0
    assert run(tmp_path / "in", cwd=tmp_path, more=("--no-cache",)).code == 0
    assert (tmp_path / "out" / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_run_that_reads_nothing_says_why(tmp_path: Path) -> None:
    put(tmp_path / "in" / "a.html", PAGE)
    put(tmp_path / "in" / "index.html", PAGE)
    put(tmp_path / "in" / "data" / "run.json", "{}")
    outcome = run(tmp_path / "in", cwd=tmp_path)
    assert outcome.code == 3
    assert "以前的报告" in outcome.stderr
    assert "移到别处" in outcome.stderr


def test_what_is_not_read_is_counted(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for name in ("a.txt", "b.docx", "c.DOCX", "d.jpg", "README", ".hidden.xyz", "facts/journal.jsonl", "facts/e.txt"):
        put(folder / name)
    for table in FACTS.glob("*.csv"):
        put(folder / "facts" / table.name, table.read_text(encoding="utf-8-sig"))
    put(tmp_path / "elsewhere" / "z.txt")
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    for _ in range(2):  # the second one finds the report standing
        outcome = run(folder, cwd=tmp_path)
        assert [row["article"] for row in outcome.rows("articles")] == ["a.txt", "facts/e.txt"]
        assert "另有 4 个文件不认识，没有读（.docx 2、无扩展名 1、.jpg 1）" in outcome.stdout
        assert str(folder / "linked") in outcome.stdout
    english = farmcheck("run", folder, "--facts", FACTS, "--out", "out", "--lang", "en", cwd=tmp_path)
    assert "4 files of other kinds, not read (.docx 2, no ending 1, .jpg 1)" in english.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
@pytest.mark.parametrize("name", ["p.txt", "p.jsonl", "p.zip", "p.warc.gz"])
def test_a_pipe_is_a_failed_row(tmp_path: Path, name: str) -> None:
    put(tmp_path / "in" / "a.txt")
    os.mkfifo(tmp_path / "in" / name)
    outcome = run(tmp_path / "in", cwd=tmp_path)
    assert outcome.code == 0, outcome.messages
    assert outcome.row(name)["status"] == "failed"
    assert "管道" in outcome.row(name)["reason"]
