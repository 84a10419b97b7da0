"""Who changed what and when: one JSON line a change, beside the table."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from analyzer.facts.sheet import BROKEN_BYTES, Sheet

JOURNAL = "journal.jsonl"
# Holds a few hundred usual changes; where the newest line is longer, the whole journal is read.
TAIL_BYTES = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Hunk:
    """Rows of one file that a change replaced: at ``row`` (0 is the header), ``old`` raw rows became ``new`` ones."""

    file: str
    row: int
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change. ``when`` is a local time in ISO form, ``ids`` the rows that it is about."""

    number: int
    when: str
    who: str
    what: str
    ids: tuple[str, ...]
    hunks: tuple[Hunk, ...]


def hunks_between(old: Sheet | None, new: Sheet) -> tuple[Hunk, ...]:
    """Return the differences of two states of a file: row by row if none was added or taken out, else one stretch."""
    before, after = _raws(old), _raws(new)
    if len(before) == len(after):
        pairs = enumerate(zip(before, after, strict=True))
        return tuple(Hunk(file=new.name, row=n, old=(a,), new=(b,)) for n, (a, b) in pairs if a != b)
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    old_rows, new_rows = before[head : len(before) - tail], after[head : len(after) - tail]
    return (Hunk(file=new.name, row=head, old=tuple(old_rows), new=tuple(new_rows)),)


def _raws(sheet: Sheet | None) -> Sequence[str]:
    return [sheet.head.raw, *(row.raw for row in sheet.rows)] if sheet else []


def take_back(sheet: Sheet, hunks: Sequence[Hunk]) -> str | None:
    """Return the file's text (without BOM) before the hunks, or None where it was changed since by other means."""
    rows: list[str] = list(_raws(sheet))
    for hunk in reversed(hunks):
        place = slice(hunk.row, hunk.row + len(hunk.new))
        if tuple(rows[place]) != hunk.new:
            return None
        rows[place] = hunk.old
    return "".join(rows)


def changes(folder: Path) -> Iterator[Change]:
    """Yield the changes, oldest first; a line cut short by a crash is passed over."""
    try:
        text = (folder / JOURNAL).read_text(encoding="utf-8", errors=BROKEN_BYTES)
    except FileNotFoundError:
        return
    for line in text.split("\n"):
        if (change := _parsed(line)) is not None:
            yield change


def ids_in(folder: Path) -> frozenset[str]:
    """Return the ids of all rows that any change was about, those that were taken back too."""
    return frozenset(key for change in changes(folder) for key in change.ids)


def last_number(folder: Path) -> int:
    """Return the number of the newest change, 0 where there is none; reads the end of the journal only."""
    try:
        with (folder / JOURNAL).open("rb") as handle:
            size = handle.seek(0, os.SEEK_END)
            handle.seek(max(0, size - TAIL_BYTES))
            tail = handle.read().decode("utf-8", errors=BROKEN_BYTES)
    except FileNotFoundError:
        return 0
    numbers = [c.number for line in tail.split("\n") if (c := _parsed(line))]
    return max(numbers) if numbers else max((c.number for c in changes(folder)), default=0)


def _parsed(line: str) -> Change | None:
    try:
        row = json.loads(line)
        hunks = tuple(
            Hunk(file=h["file"], row=int(h["row"]), old=tuple(h["old"]), new=tuple(h["new"])) for h in row["hunks"]
        )
        return Change(
            number=int(row["number"]),
            when=str(row["when"]),
            who=str(row["who"]),
            what=str(row["what"]),
            ids=tuple(row["ids"]),
            hunks=hunks,
        )
    except (ValueError, TypeError, KeyError):
        return None


def record(folder: Path, change: Change) -> None:
    """Append a change and make sure that it reached the disk."""
    path = folder / JOURNAL
    line = json.dumps(asdict(change), ensure_ascii=False, separators=(",", ":")) + "\n"
    with path.open("a+b") as handle:
        if handle.tell():
            handle.seek(-1, os.SEEK_END)
            if handle.read(1) != b"\n":
                handle.write(b"\n")
        handle.write(line.encode("utf-8", BROKEN_BYTES))
        handle.flush()
        os.fsync(handle.fileno())
