"""Which encoding the bytes are in.

Step by step: a BOM decides; strict UTF-8 decides (a cut last character is forgiven); bytes that are nearly all valid
UTF-8 are damaged UTF-8, not something else; otherwise GB18030 and Big5-HKSCS are both tried and the reading whose
characters are more common wins. What a page or server declares only decides a near tie: pages that lie are common.
"""

import codecs
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Declared names of the families that the character score tells apart.
_FAMILIES = {
    "gb18030": ("gb2312", "gbk", "cp936", "gb18030", "x-gbk", "gb_2312-80", "ms936", "euc-cn"),
    "big5hkscs": ("big5", "cp950", "big5-hkscs", "big5hkscs", "x-x-big5", "ms950"),
}
# An unknown character scores as one that is seen once in a million; the note's figure, between the rarest in the table
# (about -19) and the typical hanzi (-8).
_UNKNOWN = -14.0
# A reading that fails to decode outright: far below any real text.
_FAILED = -99.0
# How far apart two scores may be for a declaration to decide. Right readings win by 2 and more from 20 bytes up
# (tests/read/test_decode.py), so this only speaks on a handful of bytes.
_NEAR_TIE = 0.5
# Share of the non-ASCII bytes that may be broken before damaged UTF-8 is doubted. GB18030 and Big5 text read as UTF-8
# breaks more than half of them.
_DAMAGE_SHARE = 0.2

# Characters that Chinese text in UTF-16 consists of; bytes of other encodings and of binary files, taken two by two,
# are spread over all of Unicode: GB18030 and Big5 give Hangul and private use, UTF-8 the same, ASCII rare hanzi.
_USUAL = re.compile("[\t\n\r\x20-\x7e\u00a0-\u00ff\u2010-\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_USUAL_SHARE = 0.9
# The mean log frequency of the hanzi above which they are Chinese: texts have -8 and more, pairs of ASCII bytes, which
# hit hanzi by chance, less than -11 (tests/read/test_decode.py holds both).
_CHINESE = -9.5

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9_\-]{2,20})""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A decoded file: its text without BOM, the encoding's name and how many bytes were broken."""

    text: str
    encoding: str
    damaged_bytes: int = 0


def decode(raw: bytes, declared: str = "") -> Decoded:
    """Decode the bytes of a file; ``declared`` is a charset named outside (HTTP header). Raises nothing."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if raw.startswith(mark):
            return _lossy(raw[len(mark) :], encoding)
    try:
        return Decoded(text=raw.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(raw) - 3:
            return _lossy(raw, "utf-8")
    wide = _utf16(raw)
    if wide:
        return _lossy(raw, wide)
    damaged = _lossy(raw, "utf-8")
    high = sum(byte > 0x7F for byte in raw)
    if damaged.damaged_bytes <= _DAMAGE_SHARE * high:
        return damaged
    return _chinese(raw, declared or declared_charset(raw))


def declared_charset(raw: bytes) -> str:
    """Return the charset that the first 4 KB declare (meta, XML header, any wrapper element), or ""."""
    found = _DECLARED.search(raw[:4096])
    return found.group(1).decode("ascii").lower() if found else ""


def lines(text: str) -> str:
    """Return the text with every line end as a newline and without a BOM."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _chinese(raw: bytes, declared: str) -> Decoded:
    """Decide between GB18030 and Big5-HKSCS by how common the decoded characters are."""
    scores = {encoding: _score(raw, encoding) for encoding in _FAMILIES}
    if all(score <= _FAILED for score in scores.values()):
        readings = [_lossy(raw, encoding) for encoding in ("utf-8", *_FAMILIES)]
        return min(readings, key=lambda r: r.damaged_bytes)
    gap = abs(scores["gb18030"] - scores["big5hkscs"])
    for encoding, names in _FAMILIES.items():
        if declared in names and gap < _NEAR_TIE:
            return _lossy(raw, encoding)
    return _lossy(raw, max(scores, key=lambda e: scores[e]))


def _score(raw: bytes, encoding: str) -> float:
    """Return the mean log frequency of the non-ASCII characters in this reading; broken bytes count as unknown."""
    sample = raw[:65536]
    text = sample.decode(encoding, "replace").rstrip("\ufffd")
    high = [char for char in text if char > "\x7f"]
    if not high:
        return _FAILED
    broken = text.count("\ufffd")
    if broken * 5 > len(high):
        return _FAILED
    table = character_table()
    return sum(table.get(char, _UNKNOWN) for char in high) / len(high)


def _lossy(raw: bytes, encoding: str) -> Decoded:
    """Decode with U+FFFD for broken bytes and count the bytes that were lost."""
    try:
        return Decoded(text=raw.decode(encoding), encoding=encoding)
    except UnicodeDecodeError:
        lost = 0

        def replace(error: UnicodeError) -> tuple[str, int]:
            nonlocal lost
            assert isinstance(error, UnicodeDecodeError)  # noqa: S101 - the codec calls with nothing else
            lost += error.end - error.start
            return "\ufffd", error.end

        codecs.register_error("farmcheck", replace)
        text = raw.decode(encoding, "farmcheck")
        return Decoded(text=text, encoding=encoding, damaged_bytes=lost)


def _utf16(raw: bytes) -> str:
    """Return the byte order of UTF-16 without BOM, or "".

    It is told by the text's being Chinese when it is read so, else by the NUL bytes of its ASCII characters.
    """
    sample = raw[:4096]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) // 2 * 2].decode(encoding, "ignore")
        usual = _USUAL.findall(text)
        han = [char for char in usual if char >= "\u4e00"]
        if len(usual) < _USUAL_SHARE * len(sample) / 2 or len(han) * 2 < len(usual):
            continue
        table = character_table()
        if sum(table.get(char, _UNKNOWN) for char in han) / len(han) > _CHINESE:
            return encoding
    # Not before: 一 (U+4E00) has a NUL byte at the other place.
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 20 < len(sample) or min(even, odd) * 4 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


@cache
def character_table() -> dict[str, float]:
    """Return the log frequency of each known character, from ``characters.txt``."""
    table: dict[str, float] = {}
    for line in (files("analyzer.read") / "characters.txt").read_text(encoding="utf-8").splitlines():
        value, _, characters = line.partition(" ")
        if not line.startswith("#"):
            table.update(dict.fromkeys(characters, float(value)))
    return table
