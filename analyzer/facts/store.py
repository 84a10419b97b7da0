"""Write to a fact folder: one writer at a time, whole files only, every change in the journal."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from analyzer.errors import Problem, UsageError
from analyzer.facts import journal
from analyzer.facts.check import overlap
from analyzer.facts.columns import FILES
from analyzer.facts.sheet import BROKEN_BYTES, Sheet
from analyzer.facts.table import Folder, broken, of_sheets, read_folder
from analyzer.files import replace_bytes
from analyzer.language import Phrase
from analyzer.model import FactTable

LOCK = ".farmcheck.lock"
# Longer than any change takes (adding to 10,000 facts: under a second); the ninth of nine waiting writers gets in.
PATIENCE_SECONDS = 60.0

Edit = Callable[[Folder], tuple[Mapping[str, Sheet], tuple[str, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A change: the ids that it is about, the table before and after."""

    ids: tuple[str, ...]
    before: Folder
    after: Folder


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder for writing; raises UsageError if another program holds it for a minute."""
    from filelock import FileLock, Timeout

    if not folder.is_dir():
        raise UsageError(
            Phrase(
                f"没有文件夹 {folder}；新建用 farmcheck facts init {folder}",
                f"there is no folder {folder}; make one by farmcheck facts init {folder}",
            )
        )
    try:
        with FileLock(folder / LOCK, timeout=PATIENCE_SECONDS, poll_interval=0.01):
            for name in FILES:  # what a writer that was killed left behind
                for stale in folder.glob(f".{name}.*.tmp"):
                    stale.unlink(missing_ok=True)
            yield
    except Timeout:
        raise UsageError(
            Phrase(f"{folder} 正被另一个程序写入，稍后再试", f"{folder} is being written by another program; try again")
        ) from None
    except OSError as error:
        raise UsageError(
            Phrase(f"{folder} 不能写入：{error.strerror}", f"{folder} cannot be written: {error.strerror}")
        ) from None


def change(folder: Path, who: str, what: str, edit: Edit, *, recoded: Collection[str] = ()) -> Changed:
    """Change the table in ``folder`` and write it; returns the table before and after.

    ``edit`` gets the folder as it is (read under the lock) and returns the sheets that differ and the ids that the
    change is about. A change that would bring a new error or repeat a fact is not written: UsageError says why.
    Files named in ``recoded`` become UTF-8 even if nothing in them differs.
    """
    with locked(folder):
        changed = _changed(folder, edit)
        before, after = changed.before.sheets, changed.after.sheets
        hunks = tuple(h for n in FILES for h in journal.hunks_between(before[n], after[n]))
        touched = {h.file for h in hunks} | {n for n in recoded if before[n].encoding != "utf-8"}
        for name in (n for n in FILES if n in touched):
            replace_bytes(folder / name, after[name].to_bytes())
        if hunks:
            note(folder, who, what, changed.ids, hunks)
        return changed


def preview(folder: Path, edit: Edit) -> tuple[FactTable, FactTable]:
    """Return the table before and after a change that is not written; raises what ``change`` would raise."""
    changed = _changed(folder, edit)
    if changed.before.table is None or changed.after.table is None:
        raise broken(folder, changed.before.errors)
    return changed.before.table, changed.after.table


def _changed(folder: Path, edit: Edit) -> Changed:
    before = replace(read_folder(folder), used=journal.ids_in(folder))
    if len(before.sheets) < len(FILES):
        raise broken(folder, before.errors)
    sheets, ids = edit(before)
    after = of_sheets({**before.sheets, **sheets})
    refuse_new_errors(before, after, named=len(ids) > 1)
    _refuse_repetition(after, ids)
    return Changed(ids=ids, before=before, after=after)


def _refuse_repetition(after: Folder, ids: tuple[str, ...]) -> None:
    """Raise UsageError if one of the facts ``ids`` says what another row says already."""
    if after.table is None:
        return
    for fact in (f for f in after.table.facts if f.id in set(ids)):
        for other in after.table.by_key[fact.subject, fact.predicate]:
            same = other.value == fact.value and other.grade == fact.grade
            if other.id != fact.id and same and overlap(other, fact):
                raise UsageError(
                    Phrase(
                        f"已经有这条事实：{other.id}（第 {other.row} 行）；要改用 farmcheck facts edit {other.id}",
                        f"the fact is there already: {other.id}, row {other.row}; change it by facts edit {other.id}",
                    )
                )


def note(folder: Path, who: str, what: str, ids: tuple[str, ...], hunks: tuple[journal.Hunk, ...]) -> None:
    """Write a change that was made into the journal."""
    last = journal.last_number(folder)
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    journal.record(folder, journal.Change(number=last + 1, when=when, who=who, what=what, ids=ids, hunks=hunks))


def refuse_new_errors(before: Folder, after: Folder, *, named: bool = True) -> None:
    """Raise UsageError if the change brings an error that was not there before; ``named`` where to say in which row."""
    known = {(p.file, p.column, p.cell, p.what.zh) for p in before.errors}
    fresh = [p for p in after.errors if (p.file, p.column, p.cell, p.what.zh) not in known]
    if fresh:
        raise UsageError(_refusal(fresh, after, named=named))


def _refusal(problems: list[Problem], after: Folder, *, named: bool) -> Phrase:
    zh, en = [], []
    for p in problems[:5]:
        sheet = after.sheets[p.file]
        # By its id: the row's number is that of a file that was not written.
        key = next((sheet.cell(r, "id") for r in sheet.rows if r.number == p.row), "")
        place = f"{p.file} {key} " if named else ""
        zh.append(f"{place}{p.column}「{p.cell}」{p.what.zh}。{p.fix.zh}")
        en.append(f"{place}{p.column} “{p.cell}”: {p.what.en}. {p.fix.en}")
    return Phrase("没有保存：" + "\n  ".join(zh), "nothing was saved: " + "\n  ".join(en))


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
                        f"{name} 后来在别处又改过，第 {last.number} 次修改不能自动撤销；看 facts log，手工改回",
                        f"{name} was changed by other means since; change {last.number} cannot be taken back",
                    )
                )
            bom = sheet.to_bytes()[:3] if sheet.bom else b""
            texts[name] = bom + text.encode("utf-8", BROKEN_BYTES)
            reverse += [journal.Hunk(file=h.file, row=h.row, old=h.new, new=h.old) for h in reversed(hunks)]
        for name in reversed(FILES):
            if name in texts:
                replace_bytes(folder / name, texts[name])
        note(folder, who, f"undo {last.number}", last.ids, tuple(reverse))
        return last


def last_standing(done: list[journal.Change]) -> journal.Change | None:
    """Return the newest change that is neither an undo nor undone."""
    undone = {int(c.what.removeprefix("undo ")) for c in done if c.what.startswith("undo ")}
    standing = [c for c in done if not c.what.startswith("undo ") and c.number not in undone]
    return standing[-1] if standing else None
