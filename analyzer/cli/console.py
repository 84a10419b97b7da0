"""What the commands share: the language switch, messages on stderr, data on stdout."""

import os
import sys
from typing import Annotated

import typer

from analyzer.errors import FarmcheckError, TableError
from analyzer.language import Language, Phrase


def chosen_language() -> Language:
    """Return the language asked for by ``--lang`` or ``FARMCHECK_LANG``; help texts need it before parsing."""
    words = sys.argv[1:]
    for at, word in enumerate(words):
        if word == "--lang" and at + 1 < len(words):
            asked = words[at + 1]
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
        else:
            continue
        return Language.EN if asked.lower().startswith("en") else Language.ZH
    return Language.EN if os.environ.get("FARMCHECK_LANG", "").lower().startswith("en") else Language.ZH


def text(zh: str, en: str) -> str:
    """Return the help text in the chosen language."""
    return Phrase(zh=zh, en=en).say(chosen_language())


Lang = Annotated[Language, typer.Option("--lang", help=text("界面语言", "language of messages"), show_default=False)]


def say(zh: str, en: str) -> None:
    """Print a note for the person at the terminal (stderr)."""
    typer.echo(text(zh, en), err=True)


def complain(error: FarmcheckError) -> None:
    """Print an error and, for a broken table, every complaint about it."""
    language = chosen_language()
    typer.echo(f"✖ {error.phrase.say(language)}", err=True)
    if isinstance(error, TableError):
        for problem in error.problems:
            typer.echo(f"  {problem.line(language)}", err=True)
