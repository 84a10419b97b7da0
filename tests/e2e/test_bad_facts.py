"""A broken fact table stops a run before it starts: exit code 3, file, row and remedy in Chinese."""

import shutil
from pathlib import Path

import pytest

from tests.e2e.command import FACTS, farmcheck, run

ARTICLE = (
    "微粒贷能提前还吗\n\n微粒贷由微众银行运营,提前还款不另外收费,在还款页面里选提前结清就可以。记得核对金额再确认。"
)
FACT = "X1,weilidai,operator,webank,,,,https://facts.example/1,出处,2025-01-01,,\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Return a copy of the starter table that a test may break."""
    folder = tmp_path / "facts"
    shutil.copytree(FACTS, folder)
    return folder


def append(file: Path, line: str) -> int:
    """Append a row; return its number as a spreadsheet counts (the header is row 1)."""
    text = file.read_text(encoding="utf-8-sig")
    text = text if text.endswith("\n") else text + "\n"
    file.write_text(text + line, encoding="utf-8-sig")
    return text.count("\n") + 1


def complaint(tmp_path: Path, table: Path) -> str:
    """Run on one article with this table; return what was said, after checking the exit code."""
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    outcome = run(article, cwd=tmp_path, facts=table)
    assert outcome.code == 3, outcome.messages
    assert "Traceback" not in outcome.messages
    assert not (outcome.out / "data" / "claims.jsonl").exists()
    validated = farmcheck("facts", "validate", "--facts", table, cwd=tmp_path)
    assert validated.code == 3
    return outcome.stderr


def test_the_starter_table_is_sound(tmp_path: Path) -> None:
    assert farmcheck("facts", "validate", "--facts", FACTS, cwd=tmp_path).code == 0


def test_missing_column(tmp_path: Path, table: Path) -> None:
    file = table / "facts.csv"
    text = file.read_text(encoding="utf-8-sig")
    file.write_text(text.replace("subject,predicate,value", "subject,predikat,value", 1), encoding="utf-8-sig")
    said = complaint(tmp_path, table)
    assert "facts.csv" in said
    assert "predicate" in said


def test_unknown_entity(tmp_path: Path, table: Path) -> None:
    row = append(table / "facts.csv", FACT.replace("webank", "webankk"))
    said = complaint(tmp_path, table)
    assert f"facts.csv:{row}" in said
    assert "webankk" in said
    assert "→" in said


def test_unknown_predicate(tmp_path: Path, table: Path) -> None:
    row = append(table / "facts.csv", FACT.replace("operator", "owned_by"))
    said = complaint(tmp_path, table)
    assert f"facts.csv:{row}" in said
    assert "owned_by" in said


@pytest.mark.parametrize("bad", ["2015-13", "2015-02-30", "昨天", "2015/5/1x"])
def test_bad_date(tmp_path: Path, table: Path, bad: str) -> None:
    row = append(table / "facts.csv", FACT.replace("webank,,,,", f"webank,,{bad},,"))
    said = complaint(tmp_path, table)
    assert f"facts.csv:{row}" in said
    assert bad in said
    assert "valid_from" in said


def test_cycle_of_parents(tmp_path: Path, table: Path) -> None:
    file = table / "entities.csv"
    first = append(file, "cy-a,循环甲公司,org,,cy-b,\n")
    append(file, "cy-b,循环乙公司,org,,cy-c,\n")
    append(file, "cy-c,循环丙公司,org,,cy-a,\n")
    said = complaint(tmp_path, table)
    assert f"entities.csv:{first}" in said
    for name in ("cy-a", "cy-b", "cy-c"):
        assert name in said


def test_entity_that_is_its_own_parent(tmp_path: Path, table: Path) -> None:
    row = append(table / "entities.csv", "cy-d,自环公司,org,,cy-d,\n")
    assert f"entities.csv:{row}" in complaint(tmp_path, table)


def test_repeated_id(tmp_path: Path, table: Path) -> None:
    row = append(table / "facts.csv", FACT.replace("X1", "F001"))
    said = complaint(tmp_path, table)
    assert f"facts.csv:{row}" in said
    assert "F001" in said


def test_all_complaints_come_at_once(tmp_path: Path, table: Path) -> None:
    one = append(table / "facts.csv", FACT.replace("webank", "webankk"))
    two = append(table / "facts.csv", FACT.replace("X1", "X2").replace("operator", "owned_by"))
    three = append(table / "entities.csv", "cy-e,孤儿公司,org,,no-such-parent,\n")
    said = complaint(tmp_path, table)
    assert f"facts.csv:{one}" in said
    assert f"facts.csv:{two}" in said
    assert f"entities.csv:{three}" in said


def test_missing_file(tmp_path: Path, table: Path) -> None:
    (table / "predicates.csv").unlink()
    assert "predicates.csv" in complaint(tmp_path, table)


def test_folder_that_does_not_exist(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    outcome = run(article, cwd=tmp_path, facts=tmp_path / "没有的文件夹")
    assert outcome.code in (2, 3)
    assert "没有的文件夹" in outcome.stderr
    assert "Traceback" not in outcome.messages
