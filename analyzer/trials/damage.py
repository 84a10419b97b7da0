"""Small damages and disguises that scraped pages show; none of them changes what a sentence says."""

from functools import cache

from opencc_pyo3 import OpenCC


def traditional(text: str, name: str) -> str:
    """Return the text in Traditional script."""
    return str(_to_traditional().convert(text))


@cache
def _to_traditional() -> OpenCC:
    return OpenCC("s2t")


def glossed(text: str, name: str) -> str:
    """Put the pinyin of the name's second Chinese character behind it, as readers' aids do: 微粒(lì)贷."""
    from pypinyin import Style, lazy_pinyin

    at = next((i for i, c in enumerate(name) if i and "一" <= c <= "鿿"), None)
    if at is None:
        return text
    sound = lazy_pinyin(name[at], style=Style.TONE)[0]
    return text.replace(name, f"{name[: at + 1]}({sound}){name[at + 1 :]}", 1)


def wide(text: str, name: str) -> str:
    """Write digits and Latin letters in full width."""
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)


def spaced(text: str, name: str) -> str:
    """Put a space into the name, where it has four characters or more (shorter ones are not read as damaged)."""
    return text.replace(name, f"{name[:2]} {name[2:]}", 1) if len(name) > 3 and not name.isascii() else text
