"""What the commands share: the language switch, messages on stderr, data on stdout."""

import os
import sys

import typer

from analyzer.errors import FarmcheckError, TableError, UsageError
from analyzer.language import Language, Phrase


def _take_language(words: list[str]) -> str:
    """Take ``--lang X`` out of the command line, wherever it stands; help texts need it before anything is parsed."""
    asked = os.environ.get("FARMCHECK_LANG", "")
    for at in range(len(words) - 1, 0, -1):
        if words[at].startswith("--lang="):
            asked = words.pop(at).removeprefix("--lang=")
        elif words[at] == "--lang" and at + 1 < len(words):
            asked = words.pop(at + 1)
            words.pop(at)
    return asked


_ASKED = _take_language(sys.argv)
# As systems write it, too: en_GB.UTF-8.
LANGUAGE = Language.EN if _ASKED.lower().startswith("en") else Language.ZH


def refuse_language() -> None:
    """Raise UsageError where a language was asked for that the program does not speak."""
    if _ASKED and not _ASKED.lower().startswith(tuple(Language)):
        raise UsageError(
            Phrase(
                zh=f"没有“{_ASKED}”这种语言：--lang（或环境变量 FARMCHECK_LANG）只能是 zh（中文）或 en（英文）",
                en=f"no language “{_ASKED}”: --lang (or FARMCHECK_LANG) is zh (Chinese) or en (English)",
            )
        )


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
