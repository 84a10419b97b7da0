"""Write to a fact folder: one writer at a time, whole files only, every change in the journal."""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from analyzer.errors import Problem, TableError, UsageError
from analyzer.facts import journal
from analyzer.facts.columns import FILES
from analyzer.facts.sheet import Sheet
from analyzer.facts.table import Folder, of_sheets, read_folder
from analyzer.language import Phrase

LOCK = ".farmcheck.lock"
# Longer than any change takes (adding to 10,000 facts: under a second); the ninth of nine waiting writers gets in.
PATIENCE_SECONDS = 60.0

Accept = Callable[[Folder, Folder], None]
Edit = Callable[[Folder], tuple[Mapping[str, Sheet], tuple[str, ...]]]


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder for writing; raises UsageError if another program holds it for a minute."""
    from filelock import FileLock, Timeout

    try:
        with FileLock(folder / LOCK, timeout=PATIENCE_SECONDS, poll_interval=0.01):
            yield
    except Timeout:
        raise UsageError(
            Phrase(f"{folder} 正被另一个程序写入,稍后再试", f"{folder} is being written by another program; try again")
        ) from None
    except PermissionError:
        raise UsageError(Phrase(f"{folder} 没有写权限", f"{folder} cannot be written: permission denied")) from None


def change(folder: Path, who: str, what: str, edit: Edit, accept: Accept | None = None) -> Folder:
    """Change the table in ``folder`` and return it as it is now.

    ``edit`` gets the folder as it is (read under the lock) and returns the sheets that differ and the ids that the
    change is about. A change that would bring a new error is not written: UsageError says why. ``accept`` sees the
    folder before and after and may raise as well.
    """
    with locked(folder):
        before = read_folder(folder)
        if len(before.sheets) < len(FILES):
            raise TableError(Phrase(f"{folder} 不能读:", f"{folder} cannot be read:"), before.errors)
        sheets, ids = edit(before)
        after = of_sheets({**before.sheets, **sheets})
        refuse_new_errors(before, after)
        if accept:
            accept(before, after)
        hunks = tuple(h for n in FILES if n in sheets for h in journal.hunks_between(before.sheets[n], sheets[n]))
        if not hunks:
            return before
        for name in FILES:
            if name in sheets:
                write_whole(folder / name, sheets[name].to_bytes())
        note(folder, who, what, ids, hunks)
        return after


def note(folder: Path, who: str, what: str, ids: tuple[str, ...], hunks: tuple[journal.Hunk, ...]) -> None:
    """Write a change that was made into the journal."""
    last = journal.last_number(folder)
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    journal.record(folder, journal.Change(number=last + 1, when=when, who=who, what=what, ids=ids, hunks=hunks))


def refuse_new_errors(before: Folder, after: Folder) -> None:
    """Raise UsageError if the change brings an error that was not there before."""
    known = {(p.file, p.column, p.cell, p.what.zh) for p in before.errors}
    fresh = [p for p in after.errors if (p.file, p.column, p.cell, p.what.zh) not in known]
    if fresh:
        raise UsageError(_refusal(fresh))


def _refusal(problems: list[Problem]) -> Phrase:
    zh = [f"{p.column}「{p.cell}」{p.what.zh}。{p.fix.zh}" for p in problems[:5]]
    en = [f"{p.column} “{p.cell}”: {p.what.en}. {p.fix.en}" for p in problems[:5]]
    return Phrase("没有保存:" + "\n  ".join(zh), "nothing was saved: " + "\n  ".join(en))


def write_whole(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` so that a reader, even after a crash, sees the old file or the new one, never a part.

    The mode of an existing file is kept; a link is followed, so that the file it points at is replaced.
    """
    target = path.resolve()
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def undo(folder: Path, who: str) -> journal.Change:
    """Take back the last change that was not taken back yet; raises UsageError where that cannot be done."""
    with locked(folder):
        last = last_standing(list(journal.changes(folder)))
        if last is None:
            raise UsageError(Phrase("没有可以撤销的修改", "there is no change to take back"))
        before = read_folder(folder)
        texts: dict[str, bytes] = {}
        reverse: list[journal.Hunk] = []
        for name in dict.fromkeys(h.file for h in last.hunks):
            hunks = [h for h in last.hunks if h.file == name]
            sheet = before.sheets.get(name)
            text = journal.take_back(sheet, hunks) if sheet else None
            if sheet is None or text is None:
                raise UsageError(
                    Phrase(
                        f"{name} 后来在别处又改过,第 {last.number} 次修改不能自动撤销;看 farmcheck facts log,手工改回",
                        f"{name} was changed by other means since; change {last.number} cannot be taken back",
                    )
                )
            bom = sheet.to_bytes()[:3] if sheet.bom else b""
            texts[name] = bom + text.encode("utf-8")
            reverse += [journal.Hunk(file=h.file, row=h.row, old=h.new, new=h.old) for h in reversed(hunks)]
        for name in reversed(FILES):
            if name in texts:
                write_whole(folder / name, texts[name])
        note(folder, who, f"undo {last.number}", last.ids, tuple(reverse))
        return last


def last_standing(done: list[journal.Change]) -> journal.Change | None:
    """Return the newest change that is neither an undo nor undone."""
    undone = {int(c.what.removeprefix("undo ")) for c in done if c.what.startswith("undo ")}
    standing = [c for c in done if not c.what.startswith("undo ") and c.number not in undone]
    return standing[-1] if standing else None
