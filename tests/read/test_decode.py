"""Encodings: text comes back whole, whatever the bytes are and whatever they claim to be."""

import codecs
import random

import pytest
from opencc_pyo3 import OpenCC

from analyzer.read.bytes import Piece, read_piece
from analyzer.read.decode import Decoded, declared_charset, decode, lines

SENTENCES = (
    "这台机器的噪音比想象中小很多,晚上放在客厅里也不会吵到家人休息。",
    "报名之前最好先打电话问清楚上课的时间,以免白跑一趟。",
    "店家承诺七天之内可以退换,但是运费需要由买家自己承担。",
    "去年秋天我们全家去了一趟海边,孩子捡了满满一桶贝壳回来。",
    "装修的时候千万不要图便宜,水电材料一定要选有保障的牌子。",
    "这本书讲的是一位老裁缝的故事,读到最后眼泪忍不住掉了下来。",
)
TO_TRADITIONAL = OpenCC("s2t").convert
ENCODINGS = (("utf-8", False), ("gb18030", False), ("gb18030", True), ("big5hkscs", True))


def sample(rnd: random.Random, size: int, encoding: str, *, traditional: bool) -> bytes:
    text = "".join(rnd.sample(SENTENCES, len(SENTENCES))) * (size // 200 + 1)
    text = TO_TRADITIONAL(text) if traditional else text
    text = text[rnd.randint(0, 30) :]
    while len(text.encode(encoding, "ignore")) > size:
        text = text[:-1]
    return text.encode(encoding, "ignore")


@pytest.mark.parametrize(("encoding", "traditional"), ENCODINGS)
@pytest.mark.parametrize("size", [20, 50, 500, 5000])
def test_text_of_any_length_comes_back_whole(encoding: str, traditional: bool, size: int) -> None:
    rnd = random.Random(size)
    for _ in range(25):
        raw = sample(rnd, size, encoding, traditional=traditional)
        assert decode(raw).text == raw.decode(encoding), (encoding, raw)


@pytest.mark.parametrize("declared", [b"utf-8", b"big5", b"gb2312", b"iso-8859-1", b"nonsense"])
def test_a_lying_declaration_does_not_decide(declared: bytes) -> None:
    raw = b"<html><head><meta charset=" + declared + b"></head><body>" + "".join(SENTENCES).encode("gb18030")
    found = decode(raw)
    assert found.encoding == "gb18030"
    assert SENTENCES[0] in found.text


def test_a_declaration_is_found_in_any_wrapper() -> None:
    assert declared_charset(b'<text id="1" encoding="GBK">') == "gbk"
    assert declared_charset(b"<html>") == ""


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_at_the_beginning_decides_and_is_dropped(encoding: str) -> None:
    found = decode(SENTENCES[0].encode(encoding))
    assert found.text == SENTENCES[0]
    assert found.damaged_bytes == 0


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_bytes_without_a_mark_are_seen(encoding: str) -> None:
    assert decode(("<html><body><p>" + SENTENCES[0]).encode(encoding)).encoding == encoding


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", [*SENTENCES, "微粒贷是腾讯旗下的产品。", "一一\n" * 9 + SENTENCES[0], "".join(SENTENCES)]
)
def test_wide_chinese_is_seen_without_any_sign(encoding: str, text: str) -> None:
    raw = text.encode(encoding)
    assert decode(raw) == Decoded(text=text, encoding=encoding)
    assert decode(raw + b"\x00").encoding == encoding  # a last byte too many
    assert read_piece(Piece(name="a.txt", raw=raw, page=False)).source == text


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs"])
def test_narrow_bytes_are_not_taken_for_wide_ones(encoding: str) -> None:
    for text in (*SENTENCES, "some lower case words 和 another few", "".join(SENTENCES) + "abcdefgh " * 40):
        for cut in range(4):
            assert not decode(b" " * cut + text.encode(encoding, "ignore")).encoding.startswith("utf-16")


def test_binary_bytes_are_no_wide_text() -> None:
    rng = random.Random(16)
    for _ in range(300):
        numbers = [rng.choice([0, 1, 2, 250, 70_000, rng.randrange(1 << 31)]) for _ in range(200)]
        raw = b"".join(n.to_bytes(4, rng.choice(["little", "big"])) for n in numbers)
        assert read_piece(Piece(name="a.txt", raw=raw, page=False)).failure
        assert read_piece(Piece(name="a.txt", raw=rng.randbytes(800), page=False)).failure


def test_a_cut_tail_is_still_utf8() -> None:
    found = decode(SENTENCES[0].encode()[:-1])
    assert found.encoding == "utf-8"
    assert found.text.startswith(SENTENCES[0][:-1])
    assert found.damaged_bytes == 2


def test_damaged_utf8_stays_utf8_and_the_damage_is_counted() -> None:
    raw = bytearray("".join(SENTENCES).encode())
    for at in (10, 100, 200):
        raw[at] = 0xFF
    found = decode(bytes(raw))
    assert found.encoding == "utf-8"
    assert found.damaged_bytes >= 3
    assert SENTENCES[-1] in found.text


def test_damaged_gb18030_is_still_read() -> None:
    raw = bytearray("".join(SENTENCES).encode("gb18030"))
    raw[41] = 0xFF
    found = decode(bytes(raw))
    assert found.encoding == "gb18030"
    assert found.damaged_bytes >= 1
    assert SENTENCES[-1][-10:] in found.text


@pytest.mark.parametrize("raw", [b"", b"\xff", b"\x80\x81", bytes(range(256)), codecs.BOM_UTF16_LE + b"a"])
def test_rubbish_never_raises(raw: bytes) -> None:
    assert isinstance(decode(raw).text, str)


def test_line_ends_become_newlines_and_nothing_else_changes() -> None:
    assert lines("\ufeffa\r\nb\rc\n d \u3000\n\n") == "a\nb\nc\n d \u3000\n\n"
