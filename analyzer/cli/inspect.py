"""``farmcheck source``, ``clean`` and ``explain``: look at one file at each stage."""

from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.console import text

File = Annotated[Path, typer.Argument(help=text("文章文件", "article file"))]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(epilog=text("例:farmcheck source page.html", "Example: farmcheck source page.html"))(source)


def source(file: File) -> None:
    """打印原文:所有位置都按它计算。"""
    from analyzer.read import one

    for document in one(file):
        typer.echo(document.source, nl=False)
