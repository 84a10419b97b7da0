"""Results by content: what was read, cleaned and claimed once is not worked out again.

A key is a digest of everything that a result depends on: the stage, the program's own code, the settings and the raw
bytes; facts are in no key, because they only decide verdicts, which are always judged anew. Results lie in immutable
packs, written to a temporary name and renamed; an index in each pack's name-sake tells what is inside. A pack that
was cut short is not readable and is simply made again; a half-written one never has its final name.
"""

import pickle
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from xxhash import xxh3_128, xxh3_128_hexdigest

import analyzer
from analyzer.files import replace_bytes

_LEVEL = 1  # zlib: a third of the size at a tenth of the time that a result takes to make
_KEEP = 2
"""Packs none of whose results were used in so many runs are deleted: the cache follows the corpus."""


def code_digest() -> str:
    """Return a digest of the program's own files, so that a changed rule never meets results of the old one."""
    state = xxh3_128()
    root = Path(analyzer.__file__).parent
    for path in sorted(root.rglob("*")):
        if path.suffix in (".py", ".txt", ".csv") and "starter" not in path.parts:
            state.update(path.relative_to(root).as_posix().encode())
            state.update(path.read_bytes())
    return state.hexdigest()


class Cache:
    """The results of one stage below a folder; a context manager, which deletes long unused packs at its end."""

    def __init__(self, folder: Path | None, stage: str, version: str) -> None:
        """Open the stage's cache; ``folder`` None gives one that holds nothing and keeps nothing."""
        self._folder = folder / stage if folder else None
        self._version = version
        self._found: dict[str, bytes] = {}
        self._pack_of: dict[str, Path] = {}
        self._used: set[Path] = set()
        if self._folder and self._folder.is_dir():
            for path in sorted(self._folder.glob("*.pack")):
                for key, content in self._load(path).items():
                    self._found[key] = content
                    self._pack_of[key] = path

    def key(self, *parts: bytes | str) -> str:
        """Return the key of a result that depends on these parts, besides the code."""
        state = xxh3_128(self._version.encode())
        for part in parts:
            raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
            state.update(len(raw).to_bytes(8, "big"))
            state.update(raw)
        return state.hexdigest()

    def get(self, key: str) -> Any:
        """Return the result kept under a key, or None."""
        content = self._found.get(key)
        if content is None:
            return None
        try:
            result = pickle.loads(zlib.decompress(content))  # noqa: S301 - written by this program, for itself
        except Exception:  # a damaged result is as good as none
            return None
        self._used.add(self._pack_of[key])
        return result

    def add(self, results: Iterable[tuple[str, Any]]) -> None:
        """Keep results in a new pack. A full disk loses nothing but the time to make them again."""
        if self._folder is None:
            return
        kept = {key: zlib.compress(pickle.dumps(value, protocol=5), _LEVEL) for key, value in results}
        if not kept:
            return
        path = self._folder / f"{xxh3_128_hexdigest(''.join(sorted(kept)).encode())}.pack"
        try:
            replace_bytes(path, pickle.dumps((self._version, kept), protocol=5))
        except OSError:
            return
        self._used.add(path)

    def close(self) -> None:
        """Delete packs that nobody used, after a grace of some runs."""
        if self._folder is None or not self._folder.is_dir():
            return
        for path in sorted(self._folder.glob("*.pack")):
            mark = path.with_suffix(".unused")
            if path in self._used:
                mark.unlink(missing_ok=True)
                continue
            count = len(mark.read_bytes()) + 1 if mark.exists() else 1
            if count >= _KEEP:
                path.unlink(missing_ok=True)
                mark.unlink(missing_ok=True)
            else:
                mark.write_bytes(b"." * count)

    def _load(self, path: Path) -> Mapping[str, bytes]:
        """Return a pack's results, or none if it is damaged or was made by other code."""
        try:
            version, kept = pickle.loads(path.read_bytes())  # noqa: S301 - written by this program, for itself
        except Exception:  # whatever is wrong with it, it is made again
            return {}
        return kept if version == self._version and isinstance(kept, dict) else {}
