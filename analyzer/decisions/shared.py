"""Decisions of several editors on one file: nobody overwrites what he has not seen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from analyzer.decisions.ledger import Decision, Ledger, append, load

# An append takes milliseconds; whoever holds the lock longer has been stopped.
PATIENCE_SECONDS = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of an append. ``theirs`` are the lines that came between; if there are any, nothing was written.

    ``seen`` is the number of readable lines that the file holds now.
    """

    ledger: Ledger
    theirs: tuple[Decision, ...] = ()

    @property
    def seen(self) -> int:
        """Return how many readable lines the file holds."""
        return len(self.ledger.decisions)


def append_if_current(path: Path, fp: str, seen: int, lines: Callable[[Ledger], Iterable[Decision]]) -> Outcome:
    """Append ``lines(ledger)`` unless somebody has decided on the case ``fp`` after the first ``seen`` lines.

    The file is locked between looking and writing (``<name>.lock`` beside it). Raises filelock.Timeout.
    """
    from filelock import FileLock

    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_name(path.name + ".lock"), timeout=PATIENCE_SECONDS):
        ledger = load(path)
        theirs = tuple(d for d in ledger.decisions[seen:] if d.fp == fp)
        if theirs:
            return Outcome(ledger=ledger, theirs=theirs)
        append(path, lines(ledger))
        return Outcome(ledger=load(path))
