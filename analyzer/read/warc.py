"""Web archives: the pages of a WARC file, plain or gzipped, one record at a time."""

from collections.abc import Iterator
from typing import IO

from analyzer.model import Document
from analyzer.read.bytes import MAX_BYTES, Piece, failed, read_piece, too_large

_PAGES = ("text/html", "application/xhtml+xml")
_TEXTS = ("text/plain",)


def read_warc(name: str, stream: IO[bytes]) -> Iterator[Document]:
    """Yield the pages and texts of an archive, numbered from 1 among themselves; other records are no articles.

    An archive that breaks off gives a failed row after the records that could be read.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    number = 0
    try:
        for record in ArchiveIterator(stream, record_types=kinds, parse_http=True, auto_decode="all"):
            http = record.http_headers
            if http is not None and http.status_code is not None and http.status_code >= 300:
                continue
            kind = (record.http_content_type if http is not None else record.headers.get("Content-Type")) or ""
            kind = kind.split(";")[0].strip().lower()
            if kind not in (*_PAGES, *_TEXTS):
                continue
            number += 1
            raw = record.reader.read(MAX_BYTES + 1)
            if len(raw) > MAX_BYTES:
                yield too_large(f"{name}#{number}")
                continue
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
        yield failed(
            f"{name}#{number + 1}",
            f"归档文件从这里起读不下去:{error}",
            f"the archive cannot be read from here on: {error}",
        )
