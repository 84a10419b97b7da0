"""Small damages and disguises that scraped pages show; none of them changes what a sentence says."""

from functools import cache

from opencc_pyo3 import OpenCC

FULL_OF_NOTES = "这里还为各位读者准备了许多实用的资料,欢迎随时过来浏览。"


def traditional(text: str, name: str) -> str:
    """Return the text in Traditional script."""
    return str(_to_traditional().convert(text))


@cache
def _to_traditional() -> OpenCC:
    return OpenCC("s2t")


def glossed(text: str, name: str) -> str:
    """Return the text as a page whose Traditional characters carry pinyin notes: 微眾(zhòng)銀(yín)行.

    The notes come from a converter that wrote them after every Traditional character; a page carries many, so a
    sentence full of them is added.
    """
    from pypinyin import Style, lazy_pinyin

    page = traditional(text + "\n\n" + FULL_OF_NOTES, name)
    plain = text + "\n\n" + FULL_OF_NOTES
    noted = (
        c if c == old else f"{c}({lazy_pinyin(c, style=Style.TONE)[0]})" for c, old in zip(page, plain, strict=True)
    )
    return "".join(noted)


def wide(text: str, name: str) -> str:
    """Write digits and Latin letters in full width."""
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)


def spaced(text: str, name: str) -> str:
    """Put a space into the name, where it has four characters or more (shorter ones are not read as damaged)."""
    return text.replace(name, f"{name[:2]} {name[2:]}", 1) if len(name) > 3 and not name.isascii() else text
