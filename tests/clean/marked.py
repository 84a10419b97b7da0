"""Texts with the expected removals marked in them: ``{-rule|removed-}``. No mark means: must stay untouched."""

import re

from analyzer.clean import clean
from analyzer.model import Article
from analyzer.read.decode import Decoded
from analyzer.read.plain import read_plain
from analyzer.settings import Settings

_MARK = re.compile(r"\{-([a-z-]+)\|(.*?)-\}", re.DOTALL)


def plain(marked: str) -> str:
    """Return the text without marks."""
    return _MARK.sub(lambda m: m[2], marked)


def run(text: str, settings: Settings | None = None) -> Article:
    """Clean a text file."""
    return clean(read_plain("a.txt", Decoded(text=text, encoding="utf-8")), settings or Settings())


def mark(article: Article) -> str:
    """Return the source with the removals marked."""
    source = article.document.source
    parts: list[str] = []
    at = 0
    for removal in article.removals:
        parts += [source[at : removal.start], f"{{-{removal.rule}|{removal.text}-}}"]
        at = removal.end
    return "".join([*parts, source[at:]])


def lines(marked: str) -> list[tuple[str, str]]:
    """Return (rule or "", line) of each line that shows something."""
    found: list[tuple[str, str]] = []
    at = 0
    for piece in _MARK.finditer(marked):
        found += [("", line.strip()) for line in marked[at : piece.start()].split("\n")]
        found += [(piece[1], line.strip()) for line in piece[2].split("\n")]
        at = piece.end()
    found += [("", line.strip()) for line in marked[at:].split("\n")]
    return [(rule, line) for rule, line in found if line]
