"""What commands over many articles share: their input is looked at first, and they show how far they are."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from analyzer.cli.console import text
from analyzer.errors import UsageError
from analyzer.language import Phrase

_STEP = 500
"""Off a terminal a line of progress is printed every so many articles: a log stays readable at 100,000 articles."""


def refuse_missing(paths: list[Path]) -> None:
    """Raise UsageError for a path that is not there, before anything is read."""
    for path in paths:
        if not path.exists():
            raise UsageError(Phrase(zh=f"找不到 {path}：请检查文件夹或文件名", en=f"no such file or folder: {path}"))


@contextmanager
def progress_shown() -> Iterator[Callable[[str, int], None]]:
    """Show how far the run is: a moving line on a terminal, a plain line now and then elsewhere."""
    words = {"read": text("已读取", "read"), "check": text("已核查", "checked")}
    if not sys.stderr.isatty():

        def plain(stage: str, done: int) -> None:
            if done % _STEP == 0:
                typer.echo(f"{words[stage]} {done}", err=True)

        yield plain
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks = {stage: bar.add_task(word, total=None) for stage, word in words.items()}

        def moving(stage: str, done: int) -> None:
            bar.update(tasks[stage], completed=done)

        yield moving
