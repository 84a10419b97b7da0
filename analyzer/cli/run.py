"""``farmcheck run``: the main job."""

from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.console import LANGUAGE, text


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog=text("例:farmcheck run corpus/articles --out reports/latest", "Example: farmcheck run corpus/articles")
    )(run)


def run(
    paths: Annotated[list[Path], typer.Argument(help=text("文章文件或文件夹,可以多个", "article files or folders"))],
    facts: Annotated[
        Path | None, typer.Option(help=text("事实表文件夹(默认 corpus/facts 或自带的表)", "fact folder"))
    ] = None,
    out: Annotated[Path, typer.Option(help=text("报告文件夹", "report folder"))] = Path("reports/latest"),
) -> None:
    """核查文章,写出报告。"""
    from analyzer.facts import find_folder, load_table
    from analyzer.report import write_report
    from analyzer.run import check
    from analyzer.settings import Settings

    settings = Settings(language=LANGUAGE)
    result = check(paths, load_table(find_folder(facts)), settings)
    write_report(result, out, settings)
    typer.echo(str(out / "index.html"))
