"""The command line: the only place that prints or exits."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, help="核查抓取的文章:清洗、提取说法、对照事实表。")
facts_app = typer.Typer(no_args_is_help=True, help="事实表。")
app.add_typer(facts_app, name="facts")


@app.command()
def run(
    paths: Annotated[list[Path], typer.Argument(help="文章文件或文件夹")],
    facts: Annotated[Path | None, typer.Option(help="事实表文件夹")] = None,
    out: Annotated[Path, typer.Option(help="报告文件夹")] = Path("reports/latest"),
) -> None:
    """核查一个文件夹的文章,写出报告。"""
    from analyzer.report import write_report
    from analyzer.run import check, load_table
    from analyzer.settings import Settings

    settings = Settings()
    result = check(paths, load_table(facts or Path("corpus/facts")), settings)
    write_report(result, out, settings)
    typer.echo(str(out / "index.html"))


@app.command()
def source(file: Path) -> None:
    """打印文件的原文(位置都按它计算)。"""
    from analyzer.read import one

    for document in one(file):
        typer.echo(document.source, nl=False)


def main() -> None:
    """Run the command line."""
    app()
