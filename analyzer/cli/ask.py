"""Questions to the editor: only on a terminal, always with a way to give the answer as an option instead."""

import sys
from collections.abc import Callable, Iterable

import typer

from analyzer.cli.console import text
from analyzer.errors import UsageError
from analyzer.language import Phrase


def on_terminal() -> bool:
    """Return whether somebody can answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def asked(given: str | None, zh: str, en: str, default: str = "") -> str:
    """Return what was given, else ask on a terminal, else raise UsageError (or take the default)."""
    if given:
        return given
    if on_terminal():
        return str(typer.prompt(text(zh, en), default=default or None, show_default=bool(default), err=True)).strip()
    if default:
        return default
    raise UsageError(Phrase(f"缺少{zh}", f"missing: {en}"))


def meant(word: str, known: Callable[[str], object], names: Iterable[str]) -> str:
    """Return ``word``, or on a terminal the near name that the editor confirms where ``known`` finds nothing."""
    from analyzer.facts.hints import nearest

    if known(word) or not on_terminal():
        return word
    near = nearest(word, names)
    if near and typer.confirm(
        text(f"没有「{word}」。是不是「{near}」？", f"There is no “{word}”. Is it “{near}”?"), default=True, err=True
    ):
        return near
    return word
