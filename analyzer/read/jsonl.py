"""JSON Lines as scrapers write them: one article a line, read line by line."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import IO

import xxhash

from analyzer.model import Document
from analyzer.read.bytes import MAX_BYTES, failed, too_large
from analyzer.read.dates import first_date
from analyzer.read.decode import Decoded, decode
from analyzer.read.page import read_page
from analyzer.read.plain import read_plain
from analyzer.read.reasons import why

# The contract's names first, then what scrapers call the same thing.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "url": ("url", "link", "source_url", "page_url", "uri"),
    "title": ("title", "headline", "subject"),
    "published": ("published", "published_at", "publish_date", "publish_time", "pub_date", "pubdate", "date", "time"),
    "site": ("site", "site_name", "source", "domain"),
    "author": ("author", "byline", "writer"),
}
_TEXT = ("text", "maintext", "article_text")
_HTML = ("html", "raw_html", "page_html", "content_html")
_EITHER = ("content", "body", "raw", "article")
_MARKUP = re.compile(r"</?(?:p|div|br|html|body|span|table|article|h[1-6])\b[^<>]*>", re.IGNORECASE)


def read_jsonl(name: str, stream: IO[bytes], before: int = 0) -> Iterator[Document]:
    """Yield the article of each line that is not blank, numbered from ``before`` + 1; a broken line is a failed row."""
    for number, (_, line) in enumerate(lines(stream), before + 1):
        record = f"{name}#{number}"
        yield too_large(record) if len(line) > MAX_BYTES else _record(record, line)


def lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield every line that is not blank with the byte it begins at, counted from where the stream stands.

    Of a line that is longer than MAX_BYTES only so much is given that this can be seen.
    """
    at = 0
    while line := stream.readline(MAX_BYTES + 1):
        if line.strip():
            yield at, line
        at += len(line)
        while len(line) > MAX_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_BYTES + 1)
            at += len(line)


def _record(name: str, line: bytes) -> Document:
    """Return the article of one line."""
    decoded = decode(line)
    try:
        data = json.loads(decoded.text.strip().removeprefix("\ufeff"), strict=False)
    except (ValueError, RecursionError) as error:
        said = why(error)
        return failed(name, f"这一行不是有效的 JSON：{said.zh}", f"not valid JSON: {said.en}")
    if isinstance(data, str):
        data = {"text": data}
    if not isinstance(data, dict):
        return failed(name, "这一行不是 JSON 对象。", "not a JSON object")
    text, page = _content(data)
    if text is None:
        return failed(name, "这一行没有 text 或 html 字段。", "the line has neither text nor html")
    text = text.encode("utf-8", "replace").decode("utf-8")  # lone surrogates from \ud800 escapes
    digest = xxhash.xxh3_128_hexdigest(text.encode("utf-8"))
    url = _field(data, "url")
    body = Decoded(text=text, encoding=decoded.encoding, damaged_bytes=decoded.damaged_bytes)
    document = (read_page if page else read_plain)(name, body, digest, url)
    published = first_date(_field(data, "published") or "")
    return replace(
        document,
        title=_field(data, "title") or document.title,
        published=published or document.published,
        site=_field(data, "site") or document.site,
        author=_field(data, "author") or document.author,
    )


def _content(data: Mapping[str, object]) -> tuple[str | None, bool]:
    """Return the article's text or markup and whether it is markup."""
    for names, page in ((_TEXT, False), (_HTML, True), (_EITHER, None)):
        for key in names:
            value = data.get(key)
            if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
                value = "\n".join(value)
            if isinstance(value, str) and value.strip():
                return value, bool(_MARKUP.search(value)) if page is None else page
    for key in (*_TEXT, *_HTML, *_EITHER):
        if key in data:
            return "", False
    return None, False


def _field(data: Mapping[str, object], field: str) -> str | None:
    """Return a text field under any of its names; numbers are taken as written."""
    for key in _FIELDS[field]:
        value = data.get(key)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return value.encode("utf-8", "replace").decode("utf-8").strip()
    return None
