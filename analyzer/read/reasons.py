"""What the libraries that read files complain of, in the editors' language: their own words are English only."""

import json

from analyzer.language import Phrase

# Parts of the libraries' messages (json, zipfile, gzip, zlib, fastwarc), in lower case; the first that fits speaks.
# tests/read/test_walk.py makes each of them break.
_KNOWN = (
    ("not a zip file", "不是 zip 文件，或者没有下载完整"),
    ("bad magic number", "文件已损坏"),
    ("bad crc-32", "校验和不对，文件已损坏"),
    ("encrypted", "有密码，请先解压"),
    ("compression method", "用了不支持的压缩方法，请先解压"),
    ("invalid warc header", "不是 WARC 格式，或者已损坏"),
    ("not a gzipped file", "不是 gzip 文件"),
    ("end-of-stream", "文件不完整，请重新下载"),
    ("decompress", "压缩的数据已损坏"),
)


def why(error: BaseException) -> Phrase:
    """Return what a library's error means; in English its own words. An unknown one is quoted in both languages."""
    if isinstance(error, json.JSONDecodeError):
        return Phrase(zh=f"第 {error.pos + 1} 个字符处不合 JSON 语法", en=str(error))
    if isinstance(error, RecursionError):
        return Phrase(zh="括号嵌套太深", en="nested too deeply")
    told = str(error).lower()
    zh = next((zh for part, zh in _KNOWN if part in told), f"程序库报告 {error}")
    return Phrase(zh=zh, en=str(error))
