"""Pages saved by a browser as one file (.mhtml, .mht): the first HTML part is the page."""

import email
import email.policy

from analyzer.model import Document
from analyzer.read.bytes import Piece, failed, read_piece


def read_mhtml(name: str, raw: bytes) -> Document:
    """Return the page of an MHTML file, or its failure."""
    message = email.message_from_bytes(raw, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                url = message.get("Snapshot-Content-Location") or part.get("Content-Location")
                charset = part.get_content_charset() or ""
                return read_piece(
                    Piece(name=name, raw=payload, page=True, url=str(url) if url else None, charset=charset)
                )
    return failed(name, "这个 MHTML 文件里没有网页。", "there is no page in this MHTML file")
