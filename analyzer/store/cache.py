"""Results by content: what was worked out once is not worked out again, and none of it has to stay in memory.

A key is a digest of everything that a result depends on: the stage, the program's own code, the settings and the raw
bytes; facts are in no key, because they only decide verdicts, which are always judged anew. Results lie in immutable
packs, written to a temporary name and renamed: the frozen results one after the other, then an index of them, which
is all that is loaded. A pack that was cut short is not readable and is simply made again; a half-written one never has
its final name. What a pack must not keep, or a full disk cannot, goes to a file without a name, which no killed run
leaves behind.
"""

import os
import pickle
import struct
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from xxhash import xxh3_64_digest, xxh3_64_intdigest, xxh3_128, xxh3_128_digest

import analyzer

_KEEP = 2
"""Packs none of whose results were used in so many runs are deleted: the cache follows the corpus."""

_CODE = (".py", ".txt", ".csv", ".j2", ".css", ".js")  # what results and pages are made by

_SEAL = 8  # bytes of a part's digest
_TAIL = struct.Struct("<QQ")  # the length of the index and its xxh3: the last bytes of a pack


def code_digest() -> str:
    """Return a digest of the program's own files, so that a changed rule never meets results of the old one."""
    state = xxh3_128()
    root = Path(analyzer.__file__).parent
    for path in sorted(root.rglob("*")):
        if path.suffix in _CODE and "starter" not in path.parts:
            state.update(path.relative_to(root).as_posix().encode())
            state.update(path.read_bytes())
    return state.hexdigest()


def _write(path: Path, content: bytes) -> None:
    """Write a pack and give it its name. Not flushed to disk: what a power cut takes is made again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _read(file: IO[bytes], start: int, size: int) -> bytes:
    """Return bytes of a file. Its position is not touched: copies of this process share it."""
    if hasattr(os, "pread"):
        return os.pread(file.fileno(), size, start)
    file.seek(start)
    return file.read(size)


def _sealed(parts: Sequence[bytes]) -> bytes:
    """Return the parts one after the other, each followed by its digest."""
    return b"".join(piece for part in parts for piece in (part, xxh3_64_digest(part)))


@dataclass(frozen=True, slots=True)
class Kept:
    """A result to keep: what a run wants to know of it at a glance (``note``, stays in memory), and its contents."""

    note: Any
    parts: Sequence[bytes]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a result lies: in which pack (-1: the nameless file), from which byte, and how long each part is."""

    pack: int
    start: int
    sizes: tuple[int, ...]
    note: Any


class Scratch:
    """Bytes that a run needs again and nobody after it: a file without a name, which ends with the process."""

    def __init__(self) -> None:
        """Open it when the first bytes come."""
        self._file: IO[bytes] | None = None
        self._end = 0

    def add(self, content: bytes) -> int:
        """Keep bytes and return where they begin. Raises OSError when the disk is full."""
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="farmcheck-")  # noqa: SIM115 - closed with the last reference
        self._file.seek(self._end)
        self._file.write(content)
        self._file.flush()  # before anybody makes a copy of this process
        start, self._end = self._end, self._end + len(content)
        return start

    def read(self, start: int, size: int) -> bytes:
        """Return bytes that were kept."""
        if self._file is None:
            return b""
        return _read(self._file, start, size)


class Cache:
    """The results of one stage below a folder. ``close`` deletes long unused packs."""

    def __init__(self, folder: Path | None, stage: str, version: str) -> None:
        """Open the stage's cache; ``folder`` None gives one that lasts as long as this object."""
        self._folder = folder / stage if folder else None
        self.version = version
        self._places: dict[bytes, _Place] = {}
        self._packs: list[Path] = []
        self._scratch = Scratch()
        self._used: set[int] = set()
        self._open: tuple[int, IO[bytes]] | None = None
        if self._folder and self._folder.is_dir():
            for path in sorted(self._folder.glob("*.pack")):
                self._packs.append(path)
                for key, (start, sizes, note) in self._index(path).items():
                    self._places[key] = _Place(len(self._packs) - 1, start, sizes, note)

    def key(self, *parts: bytes | str) -> bytes:
        """Return the key of a result that depends on these parts, besides the code."""
        state = xxh3_128(self.version.encode())
        for part in parts:
            raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
            state.update(len(raw).to_bytes(8, "big"))
            state.update(raw)
        return state.digest()

    def __contains__(self, key: bytes) -> bool:
        return key in self._places

    def note(self, key: bytes) -> Any:
        """Return the note of a result that is there."""
        place = self._places[key]
        self._used.add(place.pack)
        return place.note

    def part(self, key: bytes, number: int) -> bytes:
        """Return one part of a result that is there; b"" where its pack is damaged or has vanished meanwhile."""
        place = self._places[key]
        start = place.start + sum(place.sizes[:number]) + number * _SEAL
        content = self._bytes(place.pack, start, place.sizes[number] + _SEAL)
        self._used.add(place.pack)
        whole = content[:-_SEAL]
        return whole if content[-_SEAL:] == xxh3_64_digest(whole) else b""

    def _bytes(self, pack: int, start: int, size: int) -> bytes:
        if pack < 0:
            return self._scratch.read(start, size)
        try:
            if self._open is None or self._open[0] != pack:
                if self._open is not None:
                    self._open[1].close()
                    self._open = None
                self._open = (pack, self._packs[pack].open("rb"))
            return _read(self._open[1], start, size)
        except OSError:
            return b""

    def add(self, results: Iterable[tuple[bytes, Kept]]) -> None:
        """Keep results in a new pack, or on a full disk in memory's stead for this run alone."""
        results = list(results)
        if not results:
            return
        if self._folder is None:
            self.hold(results)
            return
        content, index = bytearray(), {}
        for key, kept in results:
            sizes = tuple(len(part) for part in kept.parts)
            index[key] = (len(content), sizes, kept.note)
            content += _sealed(kept.parts)
        listed = pickle.dumps((self.version, index), protocol=5)
        path = self._folder / f"{xxh3_128_digest(b''.join(sorted(index))).hex()}.pack"
        try:
            _write(path, bytes(content) + listed + _TAIL.pack(len(listed), xxh3_64_intdigest(listed)))
        except OSError:
            self.hold(results)
            return
        self._packs.append(path)
        self._used.add(len(self._packs) - 1)
        for key, (start, sizes, note) in index.items():
            self._places[key] = _Place(len(self._packs) - 1, start, sizes, note)

    def hold(self, results: Iterable[tuple[bytes, Kept]]) -> None:
        """Keep results for this run alone."""
        for key, kept in results:
            start = self._scratch.add(_sealed(kept.parts))
            self._places[key] = _Place(-1, start, tuple(len(part) for part in kept.parts), kept.note)

    def close(self) -> None:
        """Delete packs that nobody used, after a grace of some runs. What is in use can still be read.

        A folder where nothing may be written or deleted stays as it is: it is good for reading.
        """
        if self._folder is None or not self._folder.is_dir():
            return
        with suppress(OSError):
            self._tidy(self._folder)

    def _tidy(self, folder: Path) -> None:
        used = {self._packs[number] for number in self._used if number >= 0}
        for path in sorted(folder.glob("*.pack")):
            mark = path.with_suffix(".unused")
            if path in used:
                mark.unlink(missing_ok=True)
                continue
            count = len(mark.read_bytes()) + 1 if mark.exists() else 1
            if count >= _KEEP:
                path.unlink(missing_ok=True)
                mark.unlink(missing_ok=True)
            else:
                mark.write_bytes(b"." * count)

    def _index(self, path: Path) -> Mapping[bytes, tuple[int, tuple[int, ...], Any]]:
        """Return where a pack's results lie, or none if it is damaged or was made by other code."""
        try:
            with path.open("rb") as pack:
                pack.seek(-_TAIL.size, os.SEEK_END)
                end = pack.tell()
                length, digest = _TAIL.unpack(pack.read())
                pack.seek(end - length)
                listed = pack.read(length)
            if xxh3_64_intdigest(listed) != digest:
                return {}
            version, index = pickle.loads(listed)  # noqa: S301 - written by this program, for itself
        except Exception:  # whatever is wrong with it, it is made again
            return {}
        return index if version == self.version and isinstance(index, dict) else {}
