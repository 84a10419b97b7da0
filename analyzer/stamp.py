"""Is the last report still good: a run that would change nothing is not run again."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from xxhash import xxh3_128

from analyzer.files import replace_bytes
from analyzer.read.walk import STAMP, article_files
from analyzer.settings import Settings
from analyzer.store import code_digest

NAME = STAMP
"""The stamp lies in the report folder, so that a copied or deleted report takes it along; the dot hides it."""

_NO_MATTER = ("workers", "engine", "cache")  # how a run is worked, not what comes out


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a report was made from (``key``), which files it had then (``files``), and what the run said at its end.

    ``gravest`` is the highest severity of an open case, "" if there is none: what ``--fail-on`` asks for. ``facts`` is
    the way from the report folder to the fact folder, so that later commands find it: under ``data/`` it would make
    equal runs into different folders unequal.
    """

    key: str
    files: str
    lines: tuple[str, ...]
    gravest: str
    facts: str


def run_key(paths: Sequence[Path], facts: Path, settings: Settings, places: object = None) -> str:
    """Return a digest of everything a report depends on: program, options, articles, facts and the editors' files.

    ``places`` is what the report says of where things lie: in the commands on its pages, at the end of a run.
    """
    state = xxh3_128(code_digest().encode())
    state.update(repr(places).encode("utf-8", "surrogatepass"))
    state.update(repr([p.name for p in paths]).encode())
    for field in fields(settings):
        if field.name not in _NO_MATTER:
            value = getattr(settings, field.name)
            state.update(repr((field.name, sorted(value) if isinstance(value, frozenset) else value)).encode())
    for file in article_files(paths):
        _update(state, file.id, file.path)
    for extra in (*sorted(facts.glob("*.csv")), *settings.site_lists, settings.decisions):
        if extra:
            _update(state, extra.name, extra)
    if settings.since:
        for path in sorted((settings.since / "data").glob("*")):
            _update(state, path.name, path)
    return state.hexdigest()


def begin(out: Path) -> None:
    """Mark a folder as a report before anything is written to it: a run that is killed leaves no folder of nobody's."""
    if not (out / NAME).exists():
        replace_bytes(out / NAME, b"{}")


def standing(out: Path, key: str) -> Stamp | None:
    """Return the stamp of a report that was made from the same key and whose files are all still there, else None."""
    try:
        raw = json.loads((out / NAME).read_text(encoding="utf-8"))
        stamp = Stamp(**{**raw, "lines": tuple(raw["lines"])})
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return stamp if stamp.key == key and stamp.files == listing(out) else None


def leave(out: Path, key: str, lines: Sequence[str], gravest: str, facts: Path) -> Stamp:
    """Stamp a finished report and return the stamp; ``facts`` is the fact folder that it was made with."""
    try:
        way = os.path.relpath(facts.resolve(), out.resolve())
    except ValueError:  # on another drive
        way = str(facts.resolve())
    stamp = Stamp(key=key, files=listing(out), lines=tuple(lines), gravest=gravest, facts=way)
    replace_bytes(out / NAME, json.dumps(asdict(stamp), ensure_ascii=False).encode("utf-8", "backslashreplace"))
    return stamp


@contextmanager
def leave_again(out: Path) -> Iterator[None]:
    """Let a file be added to a report that stands, and stamp it again: the rest of it is as good as before."""
    try:
        stamp = Stamp(**json.loads((out / NAME).read_text(encoding="utf-8")))
        stands = stamp.files == listing(out)
    except (OSError, ValueError, TypeError):
        stands = False
    yield
    if stands:
        leave(out, stamp.key, stamp.lines, stamp.gravest, out / stamp.facts)


def facts_of(out: Path) -> Path | None:
    """Return the fact folder that a report was made with, None where it does not say or the folder has gone."""
    try:
        way = json.loads((out / NAME).read_text(encoding="utf-8"))["facts"]
        folder = Path(os.path.normpath(out / way))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return folder if folder.is_dir() else None


def listing(out: Path) -> str:
    """Return a digest of the names, sizes and times of a report's files."""
    state = xxh3_128()
    for folder, folders, files in os.walk(out):
        folders.sort()
        for name in sorted(files):
            if name != NAME:
                path = os.path.join(folder, name)  # noqa: PTH118 - of thousands of files
                found = os.stat(path)  # noqa: PTH116
                place = path.removeprefix(str(out))
                state.update(f"{place}\0{found.st_size}\0{found.st_mtime_ns}\0".encode(errors="replace"))
    return state.hexdigest()


def _update(state: xxh3_128, name: str, path: Path) -> None:
    """Add a file's name and bytes; one that cannot be read counts as empty, and is new when it can."""
    state.update(name.encode("utf-8", "surrogatepass") + b"\0")
    if not path.is_file():  # a pipe is never opened: it may wait for ever
        state.update(b"\0unreadable")
        return
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                state.update(block)
    except OSError:
        state.update(b"\0unreadable")
