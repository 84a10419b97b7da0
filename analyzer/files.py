"""Write a file so that a reader, or a crash, sees the old one or the new one and never a half."""

import os
import stat
from pathlib import Path


def replace_bytes(path: Path, content: bytes) -> None:
    """Write to a temporary name beside ``path``, flush to disk, rename, flush the folder. Raises OSError.

    The mode of an existing file is kept; a link is followed, so that the file it points at is replaced.
    """
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        if path.exists():
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    if os.name == "posix":  # elsewhere a folder cannot be opened, and the rename is on disk with the file
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
