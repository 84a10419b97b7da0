"""Forward models of the damage: what filters, script tools and rewriting tools do to a clean text.

Each returns the damaged text and what has to come back, so that the inverse can be held to it. Random choices come
from the generator that is passed in.
"""

import random
import re
from dataclasses import dataclass

HANZI = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Lost:
    """A word that was deleted: where the hole is in the damaged text, and the word."""

    at: int
    word: str


def annotate(text: str, table: dict[str, str]) -> str:
    """Write pinyin notes into GBK bytes: bytes(X) becomes bytes(X) + "(reading)", without a look at borders."""
    notes = {char.encode("gbk"): f"({reading})".encode("gbk") for char, reading in table.items()}
    wanted = re.compile(b"|".join(re.escape(key) for key in notes))
    return tolerant(wanted.sub(lambda m: m[0] + notes[m[0]], text.encode("gbk", "ignore")))


def delete_bytes(text: str, word: str) -> str:
    """Delete a word's GBK bytes wherever they stand."""
    return tolerant(text.encode("gbk", "ignore").replace(word.encode("gbk"), b""))


def tolerant(data: bytes) -> str:
    """Decode GBK; a pair that is no character becomes one question mark."""
    out, at = [], 0
    while at < len(data):
        size = 1 if data[at] < 0x80 else 2
        try:
            out.append(data[at : at + size].decode("gbk"))
        except UnicodeDecodeError:
            out.append("?")
        at += size
    return "".join(out)


def delete_words(text: str, words: list[str], left: str) -> tuple[str, list[Lost]]:
    """Delete words everywhere and leave ``left`` (a space, stars or nothing) in their place."""
    parts: list[str] = []
    lost: list[Lost] = []
    at = size = 0
    for m in re.finditer("|".join(map(re.escape, words)), text):
        parts += [text[at : m.start()], left]
        size += m.start() - at
        lost.append(Lost(size, m[0]))
        size += len(left)
        at = m.end()
    return "".join((*parts, text[at:])), lost


def respin(text: str, pairs: list[tuple[str, str]], share: float, rng: random.Random) -> str:
    """Replace plain words by spun ones, each occurrence with the given probability; ``pairs`` are (spun, plain)."""
    spun = {}
    for word, plain in pairs:
        spun.setdefault(plain, []).append(word)
    pattern = re.compile("|".join(sorted(map(re.escape, spun), key=len, reverse=True)))
    return pattern.sub(lambda m: rng.choice(spun[m[0]]) if rng.random() < share else m[0], text)
