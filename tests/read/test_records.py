"""Records of large files are items of their own, and together they are what the file as a whole is."""

import gzip
import json
import zipfile
from pathlib import Path
from random import Random

import pytest

from analyzer.model import Document
from analyzer.read import ArticleFile, Feeder, read_file, records
from analyzer.read import jsonl as jsonl_module

PAGE = "<html><head><title>天气</title></head><body><p>第{}天有雨，出门记得带伞，路上要小心。</p></body></html>"


def record(number: int, body: bytes | None = None, *, headers: bytes = b"", kind: bytes = b"text/html") -> bytes:
    body = PAGE.format(number).encode() if body is None else body
    http = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind + b"\r\n" + headers + b"\r\n" + body
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example.com/%d\r\n"
        b"WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:0000000%d-0000-0000-0000-000000000000>\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % (number, number, len(http))
    )
    return head + http + b"\r\n\r\n"


WARC = [record(0, b"\x89PNG", kind=b"image/png"), *(record(n) for n in range(1, 6)), record(6, b"", kind=b"image/png")]
LINES = [json.dumps({"text": f"第{n}天有雨。"}, ensure_ascii=False).encode() + b"\n" for n in range(4)]
FILES = {
    "a.jsonl": b"".join([*LINES[:2], b"\n", b"{broken\n", b"  \r\n", *LINES[2:]]).rstrip(b"\n"),
    "a.warc": b"".join(WARC),
    "a.warc.gz": b"".join(map(gzip.compress, WARC)),
    "cut.warc.gz": b"".join(map(gzip.compress, WARC[:-1]))[:-60],
    "rubbish-behind.warc": b"".join(WARC) + b"no record\r\n\r\n",
    "in-one-piece.warc.gz": gzip.compress(b"".join(WARC)),
    "in-two-pieces.warc.gz": gzip.compress(b"".join(WARC[:3])) + gzip.compress(b"".join(WARC[3:])),
}


def split(path: Path, content: bytes) -> list[tuple[ArticleFile, bytes]]:
    path.write_bytes(content)
    return list(records(ArticleFile(id=path.name, path=path)))


def read(pieces: list[tuple[ArticleFile, bytes]]) -> list[Document]:
    return [document for piece in Feeder([piece for piece, _ in pieces]) for document in read_file(piece)]


@pytest.mark.parametrize("name", FILES)
def test_the_records_together_are_the_file(tmp_path: Path, name: str) -> None:
    pieces = split(tmp_path / name, FILES[name])
    whole = list(read_file(ArticleFile(id=name, path=tmp_path / name)))
    assert read(pieces) == whole
    assert len(pieces) >= 5
    assert [piece.label for piece, _ in pieces] == [f"{name}#{n}" for n in range(1, len(pieces) + 1)]


@pytest.mark.parametrize("name", ["a.txt", "empty.jsonl", "rubbish.warc", "rubbish.warc.gz", "rubbish.zip"])
def test_what_has_no_records_of_its_own_is_read_whole(tmp_path: Path, name: str) -> None:
    content = b" \n" if name == "empty.jsonl" else "天气".encode()
    ((piece, digest),) = split(tmp_path / name, content)
    assert piece == ArticleFile(id=name, path=tmp_path / name)
    assert digest


def test_a_line_that_is_too_long_is_one_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl_module, "MAX_BYTES", 100)
    long = json.dumps({"text": "雨" * 200}).encode() + b"\n"
    pieces = split(tmp_path / "a.jsonl", LINES[0] + long + LINES[1])
    one, two, three = read(pieces)
    assert (one.source, three.id, three.source) == ("第0天有雨。", "a.jsonl#3", "第1天有雨。")
    assert two.failure


def test_a_record_that_cannot_be_unpacked_costs_itself_alone(tmp_path: Path) -> None:
    bad = record(2, b"\x1f\x8b\x08no gzip at all", headers=b"Content-Encoding: gzip\r\n")
    found = read(split(tmp_path / "a.warc", record(1) + bad + record(3)))
    assert [d.id for d in found] == ["a.warc#1", "a.warc#2", "a.warc#3"]
    assert [bool(d.failure) for d in found] == [False, True, False]


def test_a_record_keeps_its_digest_when_others_come_or_change(tmp_path: Path) -> None:
    before = [digest for _, digest in split(tmp_path / "a.jsonl", b"".join(LINES[:3]))]
    after = [digest for _, digest in split(tmp_path / "a.jsonl", LINES[0] + LINES[3] + LINES[2] + LINES[1])]
    assert (after[0], after[2], after[3]) == (before[0], before[2], before[1])
    assert after[1] not in before


def test_a_file_that_is_not_there_is_one_piece(tmp_path: Path) -> None:
    missing = ArticleFile(id="a.jsonl", path=tmp_path / "a.jsonl")
    assert list(records(missing)) == [(missing, b"")]


def test_members_of_a_zip_archive_are_records(tmp_path: Path) -> None:
    path, names = tmp_path / "a.zip", ["s/乙.html", "b.jsonl", "a.txt", "x.bin", ".hidden.txt"]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, LINES[0] + LINES[1] if name.endswith("jsonl") else PAGE.format(1))
    whole = ArticleFile(id="a.zip", path=path)
    pieces = list(records(whole))
    assert [piece.id for piece, _ in pieces] == ["a.zip/a.txt", "a.zip/b.jsonl", "a.zip/s/乙.html"]
    assert read(pieces) == list(read_file(whole))
    before = {piece.id: digest for piece, digest in pieces}
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("c.txt", "雨停了。")
    after = {piece.id: digest for piece, digest in records(whole)}
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"a.zip/c.txt"}


def test_a_record_of_an_archive_in_one_piece_takes_its_bytes_along(tmp_path: Path) -> None:
    pieces = [piece for piece, _ in split(tmp_path / "a.warc.gz", gzip.compress(b"".join(WARC)))]
    handed = list(Feeder(pieces))
    assert all(piece.content and b"WARC-Target-URI" in piece.content[:200] for piece in handed[:-1])
    assert handed[-1] == pieces[-1]
    forth = Feeder(pieces)
    assert [forth[n] for n in (3, 0, 2)] == [handed[n] for n in (3, 0, 2)]


def test_an_archive_in_one_piece_that_breaks_off_says_so(tmp_path: Path) -> None:
    pages = [record(n, PAGE.format(n).encode() + Random(n).randbytes(3_000).hex().encode()) for n in range(1, 6)]
    found = read(split(tmp_path / "a.warc.gz", gzip.compress(b"".join(pages))[:-500]))
    assert [document.id for document in found] == [f"a.warc.gz#{n}" for n in range(1, 6)]
    assert [bool(document.failure) for document in found] == [False] * 4 + [True]


def test_an_archive_in_one_piece_that_goes_meanwhile_is_a_row(tmp_path: Path) -> None:
    pieces = [piece for piece, _ in split(tmp_path / "a.warc.gz", gzip.compress(b"".join(WARC)))]
    (tmp_path / "a.warc.gz").unlink()
    assert all(document.failure for piece in Feeder(pieces) for document in read_file(piece))
