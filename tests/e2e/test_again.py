"""Running again: what was kept from the last run never shows in the result, except as speed."""

import random
import shutil
from pathlib import Path

import pytest

from analyzer.facts import load_table
from analyzer.report import write_report
from analyzer.run import check
from analyzer.settings import Settings
from tests.e2e.command import FACTS, ROOT, Outcome

NAMES = ["01-jiebei-shei-guan.html", "15-weilidai-shangmen.txt", "19-suixingjie-liangtian.txt", "26-caiji.jsonl"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a few sample articles, among them one whose twin comes later."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in NAMES:
        shutil.copy(ROOT / "corpus" / "articles" / name, folder)
    return folder


def run(*paths: Path, cwd: Path, facts: Path = FACTS) -> Outcome:
    """Run in this process, as the command does: with a cache beside the report folder."""
    out = cwd / "out"
    settings = Settings(cache=cwd / ".farmcheck-cache")
    write_report(check(paths, load_table(facts), settings), out, settings)
    return Outcome(code=0, stdout="", stderr="", out=out)


def data(outcome: Outcome) -> dict[str, bytes]:
    """Return the tables' bytes, after checking that the run finished."""
    assert outcome.code == 0, outcome.messages
    return {path.name: path.read_bytes() for path in sorted((outcome.out / "data").iterdir()) if path.is_file()}


def fresh(folder: Path, tmp_path: Path, facts: Path = FACTS) -> dict[str, bytes]:
    """Return the tables of a run that has no past."""
    out = tmp_path / "fresh"
    write_report(check([folder], load_table(facts), Settings()), out, Settings())
    return {path.name: path.read_bytes() for path in sorted((out / "data").iterdir()) if path.is_file()}


def test_second_run_changes_nothing(folder: Path, tmp_path: Path) -> None:
    first = data(run(folder, cwd=tmp_path))
    assert data(run(folder, cwd=tmp_path)) == first == fresh(folder, tmp_path)


def test_changed_new_and_deleted_articles(folder: Path, tmp_path: Path) -> None:
    run(folder, cwd=tmp_path)
    page = folder / "15-weilidai-shangmen.txt"
    page.write_text(page.read_text(encoding="utf-8").replace("蚂蚁集团", "微众银行"), encoding="utf-8")
    (folder / "26-caiji.jsonl").unlink()
    shutil.copy(ROOT / "corpus" / "articles" / "20-suixingjie-buqiu.html", folder)
    again = run(folder, cwd=tmp_path)
    assert data(again) == fresh(folder, tmp_path)
    owners = [r for r in again.rows("claims") if r["article"] == page.name and r["predicate"] == "operator"]
    assert {row["verdict"] for row in owners} == {"supported"}


def test_changed_fact_changes_the_verdict(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "facts"
    shutil.copytree(FACTS, own)
    run(folder, cwd=tmp_path, facts=own)
    file = own / "facts.csv"
    lines = file.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    kept = [line for line in lines if line.split(",")[1:3] != ["weilidai", "operator"]]
    file.write_text("".join(kept), encoding="utf-8-sig")
    again = run(folder, cwd=tmp_path, facts=own)
    assert data(again) == fresh(folder, tmp_path, facts=own)
    owners = [r for r in again.rows("claims") if (r["subject_id"], r["predicate"]) == ("weilidai", "operator")]
    assert {row["verdict"] for row in owners} == {"unverified"}


def test_new_alias_is_read_at_once(folder: Path, tmp_path: Path) -> None:
    """Entities decide what is found in a text, so a text read before must be read again."""
    own = tmp_path / "facts"
    shutil.copytree(FACTS, own)
    page = folder / "alias.txt"
    page.write_text(
        "小粒贷是京东旗下的产品,提前还款不另外收费,在还款页面里选提前结清就可以,记得核对金额。", encoding="utf-8"
    )
    before = run(folder, cwd=tmp_path, facts=own)
    assert [r for r in before.rows("claims") if r["article"] == page.name and r["subject_id"] == "weilidai"] == []
    file = own / "entities.csv"
    file.write_text(
        file.read_text(encoding="utf-8-sig").replace("|微粒代|", "|微粒代|小粒贷|", 1), encoding="utf-8-sig"
    )
    after = run(folder, cwd=tmp_path, facts=own)
    found = [r for r in after.rows("claims") if r["article"] == page.name and r["predicate"] == "operator"]
    assert [(row["subject_id"], row["verdict"]) for row in found] == [("weilidai", "contradicted")]


def test_damaged_leftovers_of_the_last_run_do_no_harm(folder: Path, tmp_path: Path) -> None:
    """A cache cut short by a full disk or written by another version is worth nothing, and stops nothing."""
    expected = data(run(folder, cwd=tmp_path))
    choose = random.Random(7)
    leftovers = sorted(p for p in tmp_path.rglob("*") if p.is_file() and ".farmcheck-cache" in p.parts)
    assert leftovers
    for path in leftovers:
        raw = path.read_bytes()
        path.write_bytes(raw[: len(raw) // 2] + choose.randbytes(20))
    assert data(run(folder, cwd=tmp_path)) == expected


def test_articles_that_were_given_twice_are_read_once(folder: Path, tmp_path: Path) -> None:
    once = data(run(folder, cwd=tmp_path))
    twice = data(run(folder, folder, cwd=tmp_path))
    assert twice["claims.jsonl"] == once["claims.jsonl"]
    assert twice["articles.jsonl"] == once["articles.jsonl"]


@pytest.mark.parametrize("cached", [True, False])
def test_pages_of_what_is_gone_are_taken_away(folder: Path, tmp_path: Path, cached: bool) -> None:
    """Also without a cache, where no run noted which pages it wrote; other files beside them stay."""
    settings, out = Settings(cache=tmp_path / ".farmcheck-cache" if cached else None), tmp_path / "out"
    table = load_table(FACTS)
    write_report(check([folder], table, settings), out, settings)
    for name in ("list-2.html", "list-3.html", "assets/list-001.js"):
        (out / name).write_text("of a larger report", encoding="utf-8")
    (out / "case" / "notes.html").write_text("mine", encoding="utf-8")
    for name in NAMES[1:]:
        (folder / name).unlink()
    for again in (settings, Settings()):
        write_report(check([folder], table, again), out, again)
    write_report(check([folder], table, Settings()), tmp_path / "fresh", Settings())
    pages = {path.relative_to(tmp_path / "fresh") for path in (tmp_path / "fresh").rglob("*.*")}
    left = {path.relative_to(out) for path in out.rglob("*.*") if not path.name.startswith(".")}
    assert left - pages == {Path("case/notes.html")}
    assert pages <= left
