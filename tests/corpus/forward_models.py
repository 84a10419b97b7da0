"""How the sample corpus was damaged: the forward models of two defects, as scrapers and site filters produce them.

``corpus/articles/17-*`` and ``18-*`` are these functions applied to the undamaged texts in ``tests/corpus/plain``;
``test_sample.py`` holds both to it and asks the program for the way back.
"""

import re

from pypinyin import Style, pinyin

# A few dozen frequent Traditional characters; which of them a page annotates depends on the tool's table.
ANNOTATED = "導語隨著網絡費開帳單償還況與臺個產務歸屬團運營兩計驟狀將債權據詳細說談聯繫電話應達協議辦為幾髮勁"


def annotate_pinyin(text: str) -> str:
    """Return the text as a byte-level replacement on GBK leaves it.

    For each Traditional character of the table its two bytes are replaced, wherever they stand, by themselves and
    the reading in brackets: 導 becomes 導(dǎo). Where the two bytes straddle two characters the brackets land inside
    one; a tolerant decoder then shows the broken pair as "?".
    """
    notes = {c.encode("gbk"): f"({pinyin(c, style=Style.TONE)[0][0]})".encode("gbk") for c in ANNOTATED}
    wanted = re.compile(b"|".join(re.escape(key) for key in notes))
    return decode_tolerantly(wanted.sub(lambda m: m[0] + notes[m[0]], text.encode("gbk")))


def filter_bytes(text: str, word: str) -> str:
    """Return the text after a word filter removed the word's GBK bytes, across character borders too.

    With 撸 (DF A3) the two characters 诉 and ， (CB DF, A3 AC) become the one character CB AC, which reads 爽.
    """
    return decode_tolerantly(text.encode("gbk").replace(word.encode("gbk"), b""))


def decode_tolerantly(data: bytes) -> str:
    """Decode GBK pair by pair; a pair that is no character becomes one question mark."""
    out, at = [], 0
    while at < len(data):
        step = 1 if data[at] < 0x80 else 2
        try:
            out.append(data[at : at + step].decode("gbk"))
        except UnicodeDecodeError:
            out.append("?")
        at += step
    return "".join(out)
