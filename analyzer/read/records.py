"""The records of large files, each an item of its own: read by any worker, kept by itself, found again after a kill."""

import gzip
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO, overload

from xxhash import xxh3_128

from analyzer.read.bytes import MAX_BYTES
from analyzer.read.jsonl import lines
from analyzer.read.walk import ArticleFile, Packing, members, unpacking
from analyzer.read.warc import places

_BLOCK = 1 << 20

_HEADER = 30  # bytes before the name in the header of a zip archive's member

LONGEST = MAX_BYTES + _BLOCK
"""Bytes of a record that are handed on at most: with its heads, enough to see that it is too large."""


def records(file: ArticleFile) -> Iterator[tuple[ArticleFile, bytes]]:
    """Yield what is to be read of a file, each with a digest of its bytes: its records, or the file as a whole.

    Records are lines, records of web archives, members of zip archives. Whole are files of one article and what cannot
    be read: the digest is that of nothing then, and reading it will say why. Nothing but the places of the records is
    held in memory.
    """
    name = file.id.lower()
    if not file.path.is_file():  # a pipe is never opened: it may wait for ever
        yield file, b""
        return
    try:
        with file.path.open("rb") as stream:
            found: Iterable[tuple[ArticleFile, bytes]] = ()
            if name.endswith(".jsonl"):
                found = _from(file, stream, [at for at, _ in lines(stream)])
            elif name.endswith((".warc", ".warc.gz")):
                found = _from(file, stream, places(stream)) or _unpacked(file)
            elif name.endswith(".zip"):
                found = _members(file, stream)
            at = -1
            for at, piece in enumerate(found):  # noqa: B007 - tells whether there is any
                yield piece
            if at < 0:
                yield file, _digest(stream, 0, None)
    except OSError:
        yield file, b""


class Feeder(Sequence[ArticleFile]):
    """Files as they are handed to workers: a record of an archive packed in one piece takes its bytes along.

    Nobody finds such a record without unpacking all that stands before it. Asked for in order, the archive is unpacked
    once, and no more of it is held than a record.
    """

    def __init__(self, files: Sequence[ArticleFile]) -> None:
        """``files`` are in the order in which ``records`` gave them."""
        self._files = files
        self._open: tuple[Path, IO[bytes]] | None = None

    def __len__(self) -> int:
        return len(self._files)

    @overload
    def __getitem__(self, number: int) -> ArticleFile: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[ArticleFile]: ...
    def __getitem__(self, number: int | slice) -> ArticleFile | Sequence[ArticleFile]:
        """Return a file."""
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        file = self._files[number]
        if file.packing is not Packing.GZIP or file.last:  # the last one tells whether the archive breaks off
            return file
        size = self._files[number + 1].start - file.start
        try:
            stream = self._stream(file)
            stream.seek(file.start)
            return replace(file, content=_exactly(stream, min(size, LONGEST)))
        except (OSError, EOFError, zlib.error):  # gone or changed meanwhile: who reads it will say so
            return file

    def _stream(self, file: ArticleFile) -> IO[bytes]:
        if self._open is None or self._open[0] != file.path:
            self.close()
            self._open = file.path, unpacking(file.path)
        return self._open[1]

    def close(self) -> None:
        """Let go of the archive that is open."""
        if self._open:
            self._open[1].close()
        self._open = None


def _exactly(stream: IO[bytes], size: int) -> bytes:
    """Return so many bytes of a stream, of which one read may give fewer; fewer at its end."""
    content = bytearray()
    while len(content) < size and (block := stream.read(size - len(content))):
        content += block
    return bytes(content)


def _from(file: ArticleFile, stream: IO[bytes], starts: Sequence[int]) -> list[tuple[ArticleFile, bytes]]:
    """Return the records that begin at these bytes of a stream."""
    found = []
    for before, start in enumerate(starts):
        end = starts[before + 1] if before + 1 < len(starts) else None
        found.append((replace(file, before=before, start=start, last=end is None), _digest(stream, start, end)))
    return found


def _unpacked(file: ArticleFile) -> list[tuple[ArticleFile, bytes]]:
    """Return the records of a web archive that was packed in one piece; none where it is no such archive."""
    try:
        with unpacking(file.path) as stream:
            return _from(replace(file, packing=Packing.GZIP), stream, places(stream))
    except (gzip.BadGzipFile, EOFError, zlib.error):  # not packed at all, or damaged from the start
        return []


def _members(file: ArticleFile, stream: IO[bytes]) -> list[tuple[ArticleFile, bytes]]:
    """Return the members of a zip archive that hold articles; none where it cannot be opened."""
    try:
        with zipfile.ZipFile(stream) as archive:
            found = members(archive)
    except (zipfile.BadZipFile, EOFError, ValueError):
        return []
    pieces = []
    for member in found:
        start, told = member.header_offset, f"{member.CRC} {member.file_size} {member.flag_bits} {member.compress_type}"
        digest = _digest(stream, start, start + _HEADER + len(member.filename) + member.compress_size)
        piece = replace(file, id=f"{file.id}/{member.filename}", start=start, packing=Packing.ZIP)
        pieces.append((piece, digest + told.encode()))
    return pieces


def _digest(stream: IO[bytes], start: int, end: int | None) -> bytes:
    """Return a digest of a range of bytes; ``end`` None is the end of the file."""
    state = xxh3_128()
    stream.seek(start)
    left = end - start if end is not None else None
    with suppress(EOFError, zlib.error):  # an archive that breaks off: reading its last record will say so
        while block := stream.read(_BLOCK if left is None else min(_BLOCK, left)):
            state.update(block)
            left = None if left is None else left - len(block)
    return state.digest()
