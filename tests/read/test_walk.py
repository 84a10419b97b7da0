"""Files, folders and archives: ids, order, limits, and the rows of what cannot be read."""

import gzip
import io
import json
import os
import re
import zipfile
from pathlib import Path

import pytest

from analyzer.errors import UsageError
from analyzer.facts.journal import JOURNAL
from analyzer.model import Document
from analyzer.read import bytes as pieces
from analyzer.read.walk import documents, left_out

LINE = "这是文章里的一句话,说的是明天的天气。"
PAGE = f"<html><head><title>天气</title></head><body><h1>天气预报</h1><p>{LINE}</p></body></html>"


def read(*paths: Path) -> dict[str, Document]:
    return {document.id: document for document in documents(paths)}


def put(folder: Path, **files: bytes | str) -> None:
    for name, data in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)


def test_ids_are_paths_below_the_folder_in_code_point_order(tmp_path: Path) -> None:
    put(
        tmp_path,
        b_dot_txt=LINE,
        a__z_dot_html=PAGE,
        a_dot_md=LINE,
        a__y_dot_HTM=PAGE,
        x_dot_pdf="no",
        _dot_hidden_dot_txt=LINE,
    )
    assert list(read(tmp_path)) == ["a.md", "a/y.HTM", "a/z.html", "b.txt"]


def test_a_file_is_named_by_itself_and_read_once(tmp_path: Path) -> None:
    put(tmp_path, s__a_dot_txt=LINE)
    assert list(read(tmp_path / "s" / "a.txt")) == ["a.txt"]
    assert list(read(tmp_path / "s" / "a.txt", tmp_path)) == ["a.txt"]


def test_two_folders_with_the_same_names_stay_apart(tmp_path: Path) -> None:
    put(tmp_path, one__a_dot_txt=LINE, two__a_dot_txt=LINE + "二")
    assert list(read(tmp_path / "one", tmp_path / "two")) == ["a.txt", "two/a.txt"]


def test_an_earlier_report_is_not_read(tmp_path: Path) -> None:
    put(
        tmp_path,
        a_dot_txt=LINE,
        reports__index_dot_html=PAGE,
        reports__data__run_dot_json="{}",
        reports__pages__a_dot_html=PAGE,
    )
    assert list(read(tmp_path)) == ["a.txt"]


def test_text_is_the_decoded_file_and_nothing_else(tmp_path: Path) -> None:
    text = f"题目\r\n\r\n  {LINE} \u3000\t\r重复 重复\n\n\n"
    put(tmp_path, a_dot_txt=b"\xef\xbb\xbf" + text.encode())
    assert read(tmp_path)["a.txt"].source == f"题目\n\n  {LINE} \u3000\t\n重复 重复\n\n\n"


def test_a_path_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="missing"):
        read(tmp_path / "missing")


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + b"\0" * 200, b"PK\x03\x04xx", bytes(range(32)) * 50])
def test_binary_data_named_html_fails_with_a_reason(tmp_path: Path, data: bytes) -> None:
    put(tmp_path, a_dot_html=data)
    failure = read(tmp_path)["a.html"].failure
    assert failure
    assert "二进制" in failure.zh


def test_an_empty_file_is_an_empty_document(tmp_path: Path) -> None:
    put(tmp_path, a_dot_txt="", b_dot_html="")
    assert [(d.source, d.failure) for d in documents([tmp_path])] == [("", None), ("", None)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_fails_with_a_reason(tmp_path: Path) -> None:
    put(tmp_path, a_dot_txt=LINE)
    (tmp_path / "a.txt").chmod(0)
    failure = read(tmp_path)["a.txt"].failure
    assert failure
    assert "权限" in failure.zh


def test_refused_permission_is_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, a_dot_txt=LINE, b_dot_txt=LINE)
    opened = Path.open

    def refuse(self: Path, *args: object, **kwargs: object) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    found = read(tmp_path)
    assert found["a.txt"].failure
    assert "权限" in found["a.txt"].failure.zh
    assert found["b.txt"].source == LINE


def test_a_file_above_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, a_dot_txt=LINE * 100)
    monkeypatch.setattr(pieces, "MAX_BYTES", 1000)
    monkeypatch.setattr("analyzer.read.walk.MAX_BYTES", 1000)
    assert read(tmp_path)["a.txt"].failure


def test_jsonl_gives_one_article_a_line(tmp_path: Path) -> None:
    rows = [
        json.dumps({"url": "https://a.example.com/1", "title": "天气", "text": LINE, "published": "2024年5月1日"}),
        "",
        json.dumps({"html": PAGE, "title": "别的题目"}),
        json.dumps({"content": f"<p>{LINE}</p>"}),
        "{broken",
        json.dumps({"url": "x"}),
        json.dumps({"text": ""}),
    ]
    put(tmp_path, a_dot_jsonl="\n".join(rows))
    found = read(tmp_path)
    assert list(found) == [f"a.jsonl#{n}" for n in range(1, 7)]
    one, two, three, four, five, six = found.values()
    assert (one.source, one.title, one.published, one.site) == (LINE, "天气", "2024-05-01", "a.example.com")
    assert (two.title, two.html is not None) == ("别的题目", True)
    assert three.source == LINE
    assert four.failure
    assert five.failure
    assert (six.source, six.failure) == ("", None)


def warc(pages: list[bytes], content_type: bytes = b"text/html; charset=utf-8", extra: bytes = b"") -> bytes:
    records = []
    for n, body in enumerate(pages):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: " + content_type + b"\r\n" + extra + b"\r\n" + body
        head = (
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example.com/%d\r\n"
            b"WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:0000000%d-0000-0000-0000-000000000000>\r\n"
            b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % (n, n, len(http))
        )
        records.append(head + http + b"\r\n\r\n")
    return b"".join(records)


@pytest.mark.parametrize("zipped", [False, True])
def test_warc_records_are_pages(tmp_path: Path, zipped: bool) -> None:
    data = warc([PAGE.encode(), PAGE.encode("gb18030")])
    put(tmp_path, **{"a_dot_warc_dot_gz" if zipped else "a_dot_warc": gzip.compress(data) if zipped else data})
    name = "a.warc.gz" if zipped else "a.warc"
    found = read(tmp_path)
    assert list(found) == [f"{name}#1", f"{name}#2"]
    assert found[f"{name}#2"].source == f"天气预报\n{LINE}"
    assert found[f"{name}#1"].url == "https://a.example.com/0"


def test_warc_bodies_are_unpacked_and_images_left_out(tmp_path: Path) -> None:
    packed = warc([gzip.compress(PAGE.encode())], extra=b"Content-Encoding: gzip\r\n")
    put(tmp_path, a_dot_warc=warc([b"\x89PNG"], b"image/png") + packed)
    found = read(tmp_path)
    assert [d.source for d in found.values()] == [f"天气预报\n{LINE}"]


def test_a_broken_warc_keeps_what_could_be_read(tmp_path: Path) -> None:
    data = gzip.compress(warc([PAGE.encode()])) + gzip.compress(warc([PAGE.encode()]))[:-40]
    put(tmp_path, a_dot_warc_dot_gz=data, b_dot_warc="rubbish")
    found = read(tmp_path)
    assert found["a.warc.gz#1"].source == f"天气预报\n{LINE}"
    assert found["b.warc#1"].failure


def packed(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_dot_", ".").replace("__", "/"), data)
    return stream.getvalue()


def test_zip_members_are_read_like_files(tmp_path: Path) -> None:
    inner = {
        "b_dot_txt": LINE.encode(),
        "s__a_dot_html": PAGE.encode(),
        "c_dot_jsonl": b'{"text":"x"}',
        "d_dot_png": b"no",
    }
    put(tmp_path, z_dot_zip=packed(**inner))
    assert list(read(tmp_path)) == ["z.zip/b.txt", "z.zip/c.jsonl#1", "z.zip/s/a.html"]


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    put(tmp_path, z_dot_zip=packed(bomb_dot_txt=b"0" * 20_000_000, b_dot_txt=LINE.encode()))
    found = read(tmp_path)
    assert found["z.zip/bomb.txt"].failure
    assert "炸弹" in found["z.zip/bomb.txt"].failure.zh
    assert found["z.zip/b.txt"].source == LINE


def test_a_broken_zip_is_a_row(tmp_path: Path) -> None:
    put(tmp_path, z_dot_zip=b"PK\x03\x04 rubbish")
    assert read(tmp_path)["z.zip"].failure


def test_mhtml_gives_its_page(tmp_path: Path) -> None:
    mail = (
        "MIME-Version: 1.0\r\nSnapshot-Content-Location: https://a.example.com/1\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n'
        "Content-Transfer-Encoding: 8bit\r\n\r\n" + PAGE + "\r\n--b--\r\n"
    )
    put(tmp_path, a_dot_mhtml=mail, b_dot_mht="nothing")
    found = read(tmp_path)
    assert found["a.mhtml"].source == f"天气预报\n{LINE}"
    assert found["a.mhtml"].url == "https://a.example.com/1"
    assert found["b.mht"].failure


def test_what_the_program_keeps_in_a_fact_folder_is_no_article(tmp_path: Path) -> None:
    put(
        tmp_path,
        a_dot_txt=LINE,
        facts__facts_dot_csv="",
        facts__b_dot_txt=LINE,
        other__journal_dot_jsonl='{"text":"x"}',
    )
    (tmp_path / "facts" / JOURNAL).write_text('{"text":"x"}', encoding="utf-8")
    assert list(read(tmp_path)) == ["a.txt", "facts/b.txt", "other/journal.jsonl#1"]


def test_what_is_passed_over_is_known_once(tmp_path: Path) -> None:
    put(tmp_path, a_dot_txt=LINE, s__b_dot_pdf="", s__c="", s__v1_dot_2024="", s__report__index_dot_html=PAGE)
    put(tmp_path, s__report__data__run_dot_json="{}", s__report__d_dot_pdf="", _dot_git__e_dot_pdf="")
    found = left_out([tmp_path, tmp_path / "s"])
    assert found.unknown == (("", 1), (".2024", 1), (".pdf", 1))
    assert found.reports == (tmp_path / "s" / "report",)


def damaged(**fields: tuple[int, int, int]) -> bytes:
    """Return a zip archive of one member; ``fields`` are (place, place in the list of members, xor) of its header."""
    raw = bytearray(packed(x_dot_txt=LINE.encode() * 50))
    listed = raw.find(b"PK\x01\x02")
    for place, place_there, bits in fields.values():
        raw[place] ^= bits
        raw[listed + place_there] ^= bits
    return bytes(raw)


BROKEN = {
    "no.zip": b"PK\x03\x04 rubbish",
    "no.warc": b"rubbish",
    "no.warc.gz": b"\x1f\x8b\x08rubbish rubbish",
    "locked.zip": damaged(flag=(6, 8, 1)),
    "method.zip": damaged(method=(8, 10, 0x6B)),
    "sum.zip": damaged(crc=(14, 16, 1)),
    "bytes.zip": packed(x_dot_txt=bytes(range(256)) * 9).replace(bytes(range(40, 60)), bytes(20)),
    "a.jsonl": b"{",
    "b.jsonl": b'{"a" 1}',
    "c.jsonl": b"[" * 100_000,
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_libraries_say_is_said_in_chinese(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BROKEN[name])
    failures = [document.failure for document in read(tmp_path).values() if document.failure]
    assert failures
    for failure in failures:
        assert not re.search("[A-Za-z]{3,}", re.sub("zip|WARC|JSON|gzip", "", failure.zh)), failure.zh
        assert not re.search("[\u4e00-\u9fff]", failure.en)
