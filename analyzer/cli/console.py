"""What the commands share: the language switch, messages on stderr, data on stdout."""

import os
import sys

import typer

from analyzer.errors import FarmcheckError, TableError
from analyzer.language import Language, Phrase


def _take_language(words: list[str]) -> Language:
    """Take ``--lang X`` out of the command line, wherever it stands; help texts need it before anything is parsed."""
    asked = os.environ.get("FARMCHECK_LANG", "")
    for at in range(len(words) - 1, 0, -1):
        if words[at].startswith("--lang="):
            asked = words.pop(at).removeprefix("--lang=")
        elif words[at] == "--lang" and at + 1 < len(words):
            asked = words.pop(at + 1)
            words.pop(at)
    return Language.EN if asked.lower().startswith("en") else Language.ZH


LANGUAGE = _take_language(sys.argv)


def text(zh: str, en: str) -> str:
    """Return the help text in the chosen language."""
    return Phrase(zh=zh, en=en).say(LANGUAGE)


def say(zh: str, en: str) -> None:
    """Print a note for the person at the terminal (stderr)."""
    typer.echo(text(zh, en), err=True)


def complain(error: FarmcheckError) -> None:
    """Print an error and, for a broken table, every complaint about it."""
    typer.echo(f"✖ {error.phrase.say(LANGUAGE)}", err=True)
    if isinstance(error, TableError):
        for problem in error.problems:
            typer.echo(f"  {problem.line(LANGUAGE)}", err=True)
