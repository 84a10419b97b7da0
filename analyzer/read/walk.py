"""Which files there are, in which order, under which ids; archives are opened and read as folders are."""

import gzip
import io
import os
import zipfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import IO, cast

from analyzer.errors import UsageError
from analyzer.language import Phrase
from analyzer.model import Document
from analyzer.read.bytes import MAX_BYTES, Piece, failed, read_piece, too_large
from analyzer.read.jsonl import read_jsonl
from analyzer.read.mhtml import read_mhtml
from analyzer.read.reasons import why
from analyzer.read.warc import read_warc

PAGES = (".html", ".htm", ".xhtml")
TEXTS = (".txt", ".md")
RECORDS = (".jsonl", ".warc", ".warc.gz", ".zip", ".mhtml", ".mht")
SUFFIXES = (*PAGES, *TEXTS, *RECORDS)
# A member of an archive that unpacks to this many times its size and to more than a megabyte is a bomb: text packs
# to a fifth, repetitive text to a fiftieth.
_BOMB_RATIO = 200
_BOMB_BYTES = 1024 * 1024

STAMP = ".farmcheck.json"
"""The file by which a report folder is known as ours; ``analyzer.stamp`` says what stands in it."""

_FACTS = "facts.csv"
# What the program itself keeps in a fact folder: rows and their history, none of it articles.
_OF_FACTS = (_FACTS, "entities.csv", "predicates.csv", "journal.jsonl")
# A longer ending is no kind of file but part of a name ("v1.2024-05-01 copy"); the longest in use, .numbers, has 8.
_ENDING = 9


def documents(paths: Iterable[Path]) -> Iterator[Document]:
    """Yield every article below the given files and folders, each folder in code point order of its paths.

    An id is the path below the folder that was given (a file's own name if a file was given), with ``#N`` for the Nth
    record of a file that holds several and ``archive.zip/path`` inside archives. Two inputs that would share an id
    get the later folder's name in front. Nothing is read twice. Raises UsageError for a path that is not there; a file
    that cannot be read is yielded with its failure.
    """
    for file in article_files(paths):
        yield from read_file(file)


class Packing(StrEnum):
    """How records lie in a file: as they are, in one gzip stream, or as the members of a zip archive."""

    NONE = "none"
    GZIP = "gzip"
    ZIP = "zip"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFile:
    """A file to read: its id, which is that of its article or the beginning of its articles' ids, and its place.

    ``before`` is set for one record of a file of many: so many articles stand before it, and it begins at byte
    ``start``. The ``last`` one is read to the end of the file, which tells whether the file breaks off. ``packing``
    says of what ``start`` counts the bytes: of the file; GZIP, of what it unpacks to; ZIP, where a member's header
    begins. ``content`` are the bytes of a record that would be dear to look for (``records.Feeder``).
    """

    id: str
    path: Path
    before: int | None = None
    start: int = 0
    last: bool = True
    packing: Packing = Packing.NONE
    content: bytes | None = None

    @property
    def label(self) -> str:
        """Return the id of its article, as far as it has but one."""
        return self.id if self.before is None else f"{self.id}#{self.before + 1}"


def article_files(paths: Iterable[Path]) -> Iterator[ArticleFile]:
    """Yield every file that would be read, in reading order, without opening any; nothing comes twice.

    Raises UsageError for a path that is not there.
    """
    listed: set[str] = set()
    ids: set[str] = set()
    for path in paths:
        if not path.exists():
            raise UsageError(Phrase(zh=f"找不到：{path}", en=f"no such file or folder: {path}"))
        for name, file in sorted(_walked(path).files):
            real = os.path.realpath(file)
            if real not in listed:
                listed.add(real)
                yield ArticleFile(id=_unique(name, path, ids), path=file)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What lies below the paths and is not read: ``unknown`` counts files by their endings ("" for none).

    ``links`` are links to folders, which are not followed, ``reports`` the folders of earlier reports.
    """

    unknown: tuple[tuple[str, int], ...] = ()
    links: tuple[Path, ...] = ()
    reports: tuple[Path, ...] = ()


def left_out(paths: Iterable[Path]) -> LeftOut:
    """Return what ``article_files`` passes over; hidden files and folders are not mentioned.

    The most frequent endings come first, folders in code point order; nothing counts twice.
    """
    found = [_walked(path) for path in paths]
    unknown = Counter(_ending(file.name) for file in {file for walk in found for file in walk.unknown})
    return LeftOut(
        unknown=tuple(sorted(unknown.items(), key=lambda item: (-item[1], item[0]))),
        links=tuple(sorted({link for walk in found for link in walk.links})),
        reports=tuple(sorted({folder for walk in found for folder in walk.reports})),
    )


def earlier_report(folder: Path) -> bool:
    """Return whether a folder is a report of this program, finished or not; what lies in it is never read."""
    return _is_report(folder, [entry.name for entry in folder.iterdir()] if folder.is_dir() else ())


def _is_report(folder: Path, names: Collection[str]) -> bool:
    # A report that was copied without its hidden files is still one.
    return STAMP in names or ("index.html" in names and (folder / "data" / "run.json").is_file())


def _ending(name: str) -> str:
    ending = os.path.splitext(name)[1].lower()  # noqa: PTH122 - of thousands of files
    return ending if len(ending) <= _ENDING and ending[1:].isalnum() else ""


def _unique(name: str, below: Path, ids: set[str]) -> str:
    """Return an id that no other file has; ``ids`` takes it in."""
    base, count = name, 1
    while name in ids:
        name = f"{below.resolve().name}/{base}" + (f"~{count}" if count > 1 else "")
        count += 1
    ids.add(name)
    return name


@dataclass(frozen=True, slots=True)
class _Walked:
    """What lies below a path: files to read with their ids, and what is passed over."""

    files: list[tuple[str, Path]]
    unknown: list[Path]
    links: list[Path]
    reports: list[Path]


def _walked(path: Path) -> _Walked:
    """Return what lies below a path; hidden files, earlier reports and the files of fact folders are no articles."""
    found = _Walked([], [], [], [])
    if not path.is_dir():
        found.files.append((path.name, path))
        return found

    def unreadable(error: OSError) -> None:
        folder = Path(error.filename)
        found.files.append((folder.relative_to(path).as_posix() + "/", folder))

    for folder, folders, files in os.walk(path, onerror=unreadable):
        here = Path(folder)
        if _is_report(here, files):
            found.reports.append(here)
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.links.extend(here / name for name in folders if (here / name).is_symlink())
        ours = _OF_FACTS if _FACTS in files else ()
        for name in files:
            if name.startswith(".") or name in ours:
                continue
            if name.lower().endswith(SUFFIXES):
                found.files.append(((here / name).relative_to(path).as_posix(), here / name))
            else:
                found.unknown.append(here / name)
    return found


def read_file(source: ArticleFile) -> Iterator[Document]:
    """Yield the articles of one file; one that cannot be read is yielded with its failure."""
    name, file = source.id, source.path
    try:
        if file.is_dir():
            yield failed(name, "没有权限打开这个文件夹。", "no permission to open this folder")
            return
        if file.exists() and not file.is_file():  # opening a pipe waits for somebody to write into it
            yield failed(
                name,
                "不是普通文件（是管道、套接字或设备），没有读取。",
                "no regular file (a pipe, socket or device), not read",
            )
            return
        if source.packing is Packing.ZIP:
            yield from _alone(source)
            return
        size = file.stat().st_size
        if size > MAX_BYTES and not name.lower().endswith((".jsonl", ".warc", ".warc.gz", ".zip")):
            yield too_large(name)
            return
        with _opened(source) as stream:
            found = False
            for document in islice(_stream(name, stream, source.before or 0), None if source.last else 1):
                found = True
                yield document
        if not found:
            yield failed(name, "这个文件里没有文章。", "there is no article in this file")
    except PermissionError:
        yield failed(name, "没有权限读取这个文件。", "no permission to read this file")
    except OSError as error:
        yield failed(name, f"读不了这个文件：{error.strerror or error}", f"cannot be read: {error.strerror or error}")


def _stream(name: str, stream: IO[bytes], before: int = 0) -> Iterator[Document]:
    """Yield the articles of an open file, by the ending of its name; ``before`` stand before the first record."""
    lower = name.lower()
    if lower.endswith(".jsonl"):
        yield from read_jsonl(name, stream, before)
    elif lower.endswith((".warc", ".warc.gz")):
        yield from read_warc(name, stream, before)
    elif lower.endswith(".zip"):
        yield from _zip(name, stream)
    elif lower.endswith((".mhtml", ".mht")):
        yield read_mhtml(name, stream.read(MAX_BYTES + 1))
    else:
        page = True if lower.endswith(PAGES) else False if lower.endswith(TEXTS) else None
        yield read_piece(Piece(name=name, raw=stream.read(MAX_BYTES + 1), page=page))


def _opened(source: ArticleFile) -> IO[bytes]:
    """Return what a record is read from, at its beginning."""
    if source.content is not None:
        return io.BytesIO(source.content)
    stream = unpacking(source.path) if source.packing is Packing.GZIP else source.path.open("rb")
    try:
        stream.seek(source.start)
    except BaseException:
        stream.close()
        raise
    return stream


class _Unpacking(gzip.GzipFile):
    """A packed file that gives what it can: the bytes before the place where it breaks off, then the error."""

    def read(self, size: int | None = -1) -> bytes:
        """Return at most so many bytes, and fewer rather than none."""
        return self.read1(size) if size is not None and size >= 0 else super().read(size)


def unpacking(path: Path) -> IO[bytes]:
    """Return a stream of what a gzip file unpacks to. Raises OSError, EOFError or zlib.error where it is read."""
    return cast(IO[bytes], _Unpacking(path))


def members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the members of a zip archive that hold articles, in code point order of their paths.

    Archives inside it are not opened.
    """
    found = []
    for member in sorted(archive.infolist(), key=lambda m: m.filename):
        inner = member.filename.rsplit("/", 1)[-1]
        if member.is_dir() or inner.startswith(".") or member.filename.startswith("__MACOSX/"):
            continue
        if inner.lower().endswith(SUFFIXES) and not inner.lower().endswith(".zip"):
            found.append(member)
    return found


def _zip(name: str, stream: IO[bytes]) -> Iterator[Document]:
    """Yield the articles of a zip archive."""
    try:
        with zipfile.ZipFile(stream) as archive:
            for member in members(archive):
                yield from _member(f"{name}/{member.filename}", archive, member)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError) as error:
        said = why(error)
        yield failed(name, f"压缩包打不开：{said.zh}", f"the archive cannot be opened: {said.en}")


def _alone(source: ArticleFile) -> Iterator[Document]:
    """Yield the articles of one member of a zip archive."""
    try:
        state = source.path.stat()
        archive, at = _archive(source.path, state.st_size, state.st_mtime_ns, os.getpid())
        yield from _member(source.id, archive, at[source.start])
    except (zipfile.BadZipFile, KeyError, EOFError, ValueError) as error:
        said = why(error)
        yield failed(source.id, f"压缩包打不开：{said.zh}", f"the archive cannot be opened: {said.en}")


@lru_cache(maxsize=2)
def _archive(path: Path, _size: int, _time: int, _process: int) -> tuple[zipfile.ZipFile, dict[int, zipfile.ZipInfo]]:
    """Return an open archive and its members by the places of their headers.

    Its list of members may be long: a process reads it once, and not through a copy of another one's open file.
    """
    archive = zipfile.ZipFile(path)
    return archive, {member.header_offset: member for member in archive.infolist()}


def _member(name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[Document]:
    """Yield the articles of one member of an archive, refusing what unpacks out of proportion."""
    bomb = member.file_size > _BOMB_BYTES and member.file_size > _BOMB_RATIO * max(1, member.compress_size)
    if bomb or (member.file_size > MAX_BYTES and not name.lower().endswith((".jsonl", ".warc", ".warc.gz"))):
        if bomb:
            yield failed(
                name, "解压后的大小不合常理（压缩炸弹），没有打开。", "unpacks out of proportion (zip bomb), not opened"
            )
        else:
            yield too_large(name)
        return
    try:
        with archive.open(member) as stream:
            yield from _stream(name, stream)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        said = why(error)
        yield failed(
            name, f"压缩包里的这个文件读不了：{said.zh}", f"this member of the archive cannot be read: {said.en}"
        )
    except Exception as error:  # zlib and lzma raise their own
        said = why(error)
        yield failed(name, f"压缩包里的这个文件已损坏：{said.zh}", f"this member of the archive is damaged: {said.en}")
