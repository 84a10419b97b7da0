"""SQL over a report, the same from Parquet as from JSON Lines; mistakes are answered, not traced."""

from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from analyzer.cli import app
from analyzer.errors import UsageError
from analyzer.facts import load_table
from analyzer.report import write_report
from analyzer.run import check
from analyzer.settings import Settings

ROOT = Path(__file__).parents[2]
COUNT = "select verdict, tier, count(*) as n from claims group by all order by all"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    pytest.importorskip("duckdb", reason="duckdb is not installed")
    run = check([ROOT / "corpus" / "articles"], load_table(ROOT / "corpus" / "facts"), Settings())
    folders = {name: tmp_path_factory.mktemp(name) for name in ("lines", "parquet")}
    write_report(run, folders["lines"], Settings())
    write_report(run, folders["parquet"], Settings(exports=frozenset({"parquet"})))
    return folders


def ask(report: Path, sql: str) -> str:
    result = CliRunner().invoke(app, ["query", sql, "--report", str(report), "--csv"])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.stdout


def test_parquet_and_json_lines_answer_alike(reports: dict[str, Path]) -> None:
    answer = ask(reports["lines"], COUNT)
    assert answer == ask(reports["parquet"], COUNT)
    assert "contradicted,confirmed," in answer


def test_every_table_can_be_asked(reports: dict[str, Path]) -> None:
    for table in ("articles", "removals", "gaps", "repairs", "claims", "conflicts", "clusters"):
        assert int(ask(reports["parquet"], f"select count(*) from {table}").split()[-1]) > 0


def test_pandas_reads_the_parts(reports: dict[str, Path]) -> None:
    claims = pd.read_parquet(reports["parquet"] / "parquet" / "claims")
    assert {"article", "sentence", "subject_id", "verdict", "reason"} <= set(claims.columns)
    assert len(claims) == int(ask(reports["lines"], "select count(*) from claims").split()[-1])


def test_an_unchanged_part_is_not_written_again(reports: dict[str, Path]) -> None:
    run = check([ROOT / "corpus" / "articles"], load_table(ROOT / "corpus" / "facts"), Settings())
    folder = reports["parquet"] / "parquet"
    before = {p: p.stat().st_mtime_ns for p in folder.rglob("*.parquet")}
    (folder / "claims" / "left-over.parquet").write_bytes(b"half a part")
    write_report(run, reports["parquet"], Settings(exports=frozenset({"parquet"})))
    assert {p: p.stat().st_mtime_ns for p in folder.rglob("*.parquet")} == before


@pytest.mark.parametrize("sql", ["selec", "select * from nowhere"])
def test_a_mistake_is_a_usage_error(reports: dict[str, Path], sql: str) -> None:
    with pytest.raises(UsageError, match="SQL"):
        ask(reports["lines"], sql)


def test_a_folder_without_a_report_is_named(tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason="duckdb is not installed")
    with pytest.raises(UsageError, match="不是报告文件夹"):
        ask(tmp_path, COUNT)
