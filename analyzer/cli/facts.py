"""``farmcheck facts``: the fact table as an editor's own tool."""

import typer

from analyzer.cli.console import text


def register(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(no_args_is_help=True, help=text("事实表:添加、检查、查找。", "The fact table."))
    app.add_typer(group, name="facts")

    @group.callback()
    def _group() -> None:
        """事实表。"""
