"""The few exceptions that reach the user, each with a sentence in both languages."""

from dataclasses import dataclass

from analyzer.language import Language, Phrase


class FarmcheckError(Exception):
    """Something that the user can put right; ``phrase`` says what, where and how."""

    exit_code = 2

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.zh)
        self.phrase = phrase


class UsageError(FarmcheckError):
    """A command was called wrongly (exit code 2)."""


class InputError(FarmcheckError):
    """No article could be read (exit code 3)."""

    exit_code = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One complaint about a file that an editor keeps.

    ``row`` counts lines of the spreadsheet from 1 (the header is row 1); ``column`` is the column's name, ``letter``
    its spreadsheet letter; 0 and "" where the complaint is about the whole file. ``cell`` is the cell's text.
    ``fix`` says what to do. ``severity`` is "error" (the table cannot be used) or "note".
    """

    file: str
    row: int
    column: str
    letter: str
    cell: str
    what: Phrase
    fix: Phrase
    severity: str = "error"

    def line(self, language: Language) -> str:
        """Return the complaint as one line, as ``facts validate`` prints it."""
        place = f"{self.file}:{self.row}:{self.letter}" if self.row else self.file
        parts = [place, self.column, f"「{shown(self.cell)}」" if self.row else "", self.what.say(language)]
        return _flat("  ".join(p for p in parts if p) + f"  → {self.fix.say(language)}")


def shown(cell: str, longest: int = 40) -> str:
    """Return a cell's text fit for one line of a message: control characters as ␤, the middle of a long one as …"""
    flat = _flat(cell)
    half = longest // 2
    return flat if len(flat) <= longest else f"{flat[:half]}…{flat[-half:]}"


def _flat(text: str) -> str:
    return "".join(c if c.isprintable() else "␤" for c in text)


class TableError(FarmcheckError):
    """The fact table is broken (exit code 3); ``problems`` lists every complaint at once."""

    exit_code = 3

    def __init__(self, phrase: Phrase, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(phrase)
        self.problems = problems
