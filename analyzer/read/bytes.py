"""One file or record as bytes, before anybody knows what it says."""

import re
from dataclasses import dataclass

import xxhash

from analyzer.language import Phrase
from analyzer.model import Document
from analyzer.read.decode import decode
from analyzer.read.page import read_page
from analyzer.read.plain import read_plain

# Far above any real article (the longest page of the test sets has 2 MB), low enough for a small machine: a page
# takes about ten times its size while it is read.
MAX_BYTES = 64 * 1024 * 1024
# Kilobytes of a file that are looked at for its kind.
_HEAD = 4096
_MAGIC = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF", b"\xd0\xcf\x11\xe0",
          b"RIFF", b"\x00\x00\x01\x00", b"Rar!", b"7z\xbc\xaf", b"OggS", b"ID3", b"MZ\x90")  # fmt: skip
_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|br|table|article|section|meta|title)\b", re.IGNORECASE)
# Control characters that no text has; one in fifty characters makes a file binary.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The bytes of one article. ``page`` says markup (True), text (False) or "look at it" (None)."""

    name: str
    raw: bytes
    page: bool | None = None
    url: str | None = None
    charset: str = ""


def read_piece(piece: Piece) -> Document:
    """Return the document of some bytes; what cannot be text comes back with its failure. Raises nothing."""
    if len(piece.raw) > MAX_BYTES:
        return too_large(piece.name)
    if piece.raw.startswith(_MAGIC):
        return _binary(piece.name)
    decoded = decode(piece.raw, piece.charset)
    sample = decoded.text[: 16 * _HEAD]
    if len(_CONTROL.findall(sample)) * _CONTROL_SHARE > len(sample) > 0:
        return _binary(piece.name)
    digest = xxhash.xxh3_128_hexdigest(piece.raw)
    page = piece.page if piece.page is not None else bool(_MARKUP.search(decoded.text[:_HEAD]))
    return (read_page if page else read_plain)(piece.name, decoded, digest, piece.url)


def failed(name: str, zh: str, en: str) -> Document:
    """Return the row of a file that could not be read."""
    return Document(id=name, failure=Phrase(zh=zh, en=en))


def too_large(name: str) -> Document:
    """Return the row of a file or record above the limit."""
    limit = MAX_BYTES // 1024 // 1024
    return failed(
        name, f"文件太大，超过 {limit} MB,没有读取。请拆分后再试。", f"larger than {limit} MB, not read; split it"
    )


def _binary(name: str) -> Document:
    return failed(
        name,
        "内容是二进制数据(图片、压缩包或文档),不是网页或文字。",
        "binary data (an image, archive or office document), neither a page nor text",
    )
