"""``farmcheck query``: SQL over a report's tables."""

from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.console import text
from analyzer.errors import UsageError
from analyzer.language import Phrase

TABLES = ("articles", "removals", "gaps", "repairs", "claims", "conflicts", "clusters")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        help=text(
            "用 SQL 查报告里的表（articles、claims、removals、gaps、repairs、conflicts、clusters）。",
            "Query a report's tables with SQL.",
        ),
        epilog=text(
            '例：farmcheck query "select predicate, count(*) from claims group by 1 order by 2 desc"',
            'Example: farmcheck query "select predicate, count(*) from claims group by 1 order by 2 desc"',
        ),
    )(query)


def query(
    sql: Annotated[str, typer.Argument(help=text("SQL 语句", "SQL statement"))],
    report: Annotated[Path, typer.Option(help=text("报告文件夹", "report folder"))] = Path("reports/latest"),
    csv: Annotated[bool, typer.Option("--csv", help=text("输出 CSV", "print CSV"))] = False,
) -> None:
    """Run a statement over the report's Parquet parts where they were written, else over its JSON Lines."""
    try:
        import duckdb
    except ImportError as error:
        raise UsageError(
            Phrase(
                zh="query 需要 duckdb:请运行 pip install 'farmcheck[query]'",
                en="query needs duckdb: pip install 'farmcheck[query]'",
            )
        ) from error
    if not (report / "data" / "claims.jsonl").is_file():
        raise UsageError(
            Phrase(zh=f"{report} 不是报告文件夹：请先运行 farmcheck run", en=f"{report} is no report folder: run first")
        )
    base = duckdb.connect(":memory:")
    for name in TABLES:
        source = _source(report, name)
        if source:
            base.execute(f"create view {name} as select * from {source}")  # noqa: S608 - our own table names and paths
    try:
        frame = base.execute(sql).df()
    except duckdb.Error as error:
        raise UsageError(Phrase(zh=f"SQL 有误：{error}", en=f"SQL error: {error}")) from error
    typer.echo(frame.to_csv(index=False) if csv else frame.to_string(index=False, max_colwidth=60), nl=not csv)


def _source(report: Path, name: str) -> str:
    """Return what a table's view reads from, or "" where the table is empty and has no columns to speak of."""
    import json

    manifest = report / "parquet" / "manifest.json"
    if manifest.is_file():
        parts = json.loads(manifest.read_text(encoding="utf-8")).get(name, [])
        files = [_quoted(report / "parquet" / name / part["file"]) for part in parts]
        return f"read_parquet([{', '.join(files)}])" if files else ""
    path = report / "data" / f"{name}.jsonl"
    return f"read_json_auto({_quoted(path)}, format='newline_delimited')" if path.stat().st_size else ""


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
