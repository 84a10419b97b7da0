"""The fact folder as a command's option: which one, who writes to it, and when."""

import getpass
import os
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.console import say, text

Facts = Annotated[
    Path | None, typer.Option("--facts", help=text("事实表文件夹（默认 corpus/facts 或自带的表）", "fact folder"))
]
By = Annotated[str, typer.Option(help=text("核对人", "who checked it"))]


def who(by: str) -> str:
    """Return the name for the journal: as given, else FARMCHECK_USER, else the login name."""
    if by or os.environ.get("FARMCHECK_USER"):
        return by or os.environ["FARMCHECK_USER"]
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"


def today() -> date:
    """Return today's date where the editor sits."""
    return datetime.now().astimezone().date()


def own(given: Path | None) -> Path:
    """Return the folder to write to: as given, else ``corpus/facts``, where the shipped table is copied first."""
    from analyzer.facts import find_folder
    from analyzer.facts.edit import copy_folder
    from analyzer.facts.folder import HERE

    if given is not None or HERE.is_dir():
        return given or HERE
    copy_folder(find_folder(None), HERE)
    say(f"自带的表不改，已复制到 {HERE}", f"the shipped table is left alone; it was copied to {HERE}")
    return HERE
