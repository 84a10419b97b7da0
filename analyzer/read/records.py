"""The records of large files, each an item of its own: read by any worker, kept by itself, found again after a kill."""

from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from xxhash import xxh3_128

from analyzer.read.jsonl import lines
from analyzer.read.walk import ArticleFile
from analyzer.read.warc import places

_BLOCK = 1 << 20


def records(file: ArticleFile) -> Iterator[tuple[ArticleFile, bytes]]:
    """Yield what is to be read of a file, each with a digest of its bytes: its records, or the file as a whole.

    Whole are files of one article, zip archives, archives packed in one piece, and what cannot be read: the digest is
    that of nothing then, and reading it will say why. Nothing but the places of the records is held in memory.
    """
    name = file.id.lower()
    try:
        with file.path.open("rb") as stream:
            starts: list[int] = []
            if name.endswith(".jsonl"):
                starts = [at for at, _ in lines(stream)]
            elif name.endswith((".warc", ".warc.gz")):
                starts = places(stream)
            ends = [*starts[1:], None]
            for before, (start, end) in enumerate(zip(starts, ends, strict=True) if starts else ()):
                piece = replace(file, before=before, start=start, last=end is None)
                yield piece, _digest(stream, start, end)
            if not starts:
                yield file, _digest(stream, 0, None)
    except OSError:
        yield file, b""


def _digest(stream: IO[bytes], start: int, end: int | None) -> bytes:
    """Return a digest of a range of bytes; ``end`` None is the end of the file."""
    state = xxh3_128()
    stream.seek(start)
    left = end - start if end is not None else None
    while block := stream.read(_BLOCK if left is None else min(_BLOCK, left)):
        state.update(block)
        left = None if left is None else left - len(block)
    return state.digest()
