"""Commands to copy, written so that they work where the run was started: words quoted, folders named."""

import os
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

_PLAIN = re.compile(r"[\w@%+=:,./-]+")
# Inside double quotes a shell still reads these.
_READ = frozenset('"$`\\!')


def quoted(word: str) -> str:
    """Return a word of a command line as a shell takes it: double quotes where they do, which Windows knows too."""
    if _PLAIN.fullmatch(word):
        return word
    return shlex.quote(word) if _READ & set(word) and os.name != "nt" else f'"{word}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Commands:
    """Where the report, the fact folder and the decisions lie; None where a command finds them unasked."""

    report: Path | None = None
    facts: Path | None = None
    decisions: Path | None = None

    @property
    def for_facts(self) -> str:
        """Return the options of ``facts`` and ``entities`` commands, each with a space in front."""
        return _option("facts", self.facts)

    @property
    def for_decisions(self) -> str:
        """Return the options of ``decisions`` commands."""
        return _option("report", self.report) + self.for_facts + _option("decisions", self.decisions)


def _option(name: str, place: Path | None) -> str:
    return f" --{name} {quoted(str(place))}" if place else ""


USUAL = Commands()
"""Everything lies where commands look for it."""
