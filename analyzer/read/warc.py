"""Web archives: the pages of a WARC file, plain or gzipped, one record at a time."""

from collections.abc import Iterator
from itertools import pairwise
from typing import IO, TYPE_CHECKING, Literal

from analyzer.model import Document
from analyzer.read.bytes import MAX_BYTES, Piece, failed, read_piece, too_large
from analyzer.read.reasons import why

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = ("text/html", "application/xhtml+xml")
_TEXTS = ("text/plain",)


def read_warc(name: str, stream: IO[bytes], before: int = 0) -> Iterator[Document]:
    """Yield the pages and texts of an archive, numbered from ``before`` + 1; other records are no articles.

    A record that cannot be unpacked is a failed row. An archive that breaks off gives one after the records that could
    be read.
    """
    number, whole = before, True
    try:
        for record, kind in _pages(stream, "all"):
            number += 1
            try:
                raw = record.reader.read(MAX_BYTES + 1)
            except Exception as error:  # the codecs' own
                whole = False
                said = why(error)
                yield failed(
                    f"{name}#{number}", f"这条记录解不开：{said.zh}", f"this record cannot be unpacked: {said.en}"
                )
                continue
            whole = True
            if len(raw) > MAX_BYTES:
                yield too_large(f"{name}#{number}")
                continue
            http = record.http_headers
            yield read_piece(
                Piece(
                    name=f"{name}#{number}",
                    raw=raw,
                    page=kind in _PAGES,
                    url=record.headers.get("WARC-Target-URI"),
                    charset=(record.http_charset if http is not None else "") or "",
                )
            )
    except Exception as error:  # the archive library raises its own and the codecs' errors alike
        if whole:  # else the row of the broken record says so already
            said = why(error)
            yield failed(
                f"{name}#{number + 1}",
                f"归档文件从这里起读不下去：{said.zh}",
                f"the archive cannot be read from here on: {said.en}",
            )


def places(stream: IO[bytes]) -> list[int]:
    """Return the bytes at which the records with articles begin, as far as the archive can be read.

    Nothing is returned where records do not begin at a byte of their own: in an archive that was packed as a whole.
    """
    found: list[int] = []
    try:
        for record, _ in _pages(stream, "none"):
            found.append(record.stream_pos)
    except Exception:  # noqa: S110 - reading the last record found and all after it tells what is wrong
        pass
    stream.seek(0)
    packed = stream.read(len(_PACKED)) == _PACKED
    for at in found if packed else ():
        stream.seek(at)
        if stream.read(len(_PACKED)) != _PACKED:
            return []
    return found if all(a < b for a, b in pairwise(found)) else []


_PACKED = b"\x1f\x8b\x08"  # how a gzip member begins


def _pages(stream: IO[bytes], decode: Literal["all", "none"]) -> Iterator[tuple["WarcRecord", str]]:
    """Yield the records that are articles, and their kind. Raises what the archive library raises.

    ``decode`` says what of a body's encoding is undone ("all", "none").
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    for record in ArchiveIterator(stream, record_types=kinds, parse_http=True, auto_decode=decode):
        http = record.http_headers
        if http is not None and http.status_code is not None and http.status_code >= 300:
            continue
        kind = (record.http_content_type if http is not None else record.headers.get("Content-Type")) or ""
        kind = kind.split(";")[0].strip().lower()
        if kind in (*_PAGES, *_TEXTS):
            yield record, kind
