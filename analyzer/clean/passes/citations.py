"""Numbers of a language model's sources, glued to the ends of sentences when the text was copied: 应用场景13。"""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from analyzer.clean.draft import Cut, Draft, Pass
from analyzer.language import Phrase

# Forms that nothing but a model writes: they may go wherever they stand.
_MARKUP = re.compile(r"\[citation:\d{1,3}\]|\[\^\d{1,3}\^\]|【\d{1,3}†[^】\n]{0,20}】")

# Digits between a hanzi and the end of a clause. What makes a figure of them (第3, 共3, 年3, 卷3 …) may not go before.
_GLUED = re.compile(
    r"(?<=[\u3400-\u9fff]{2})(?<![第约近共达到至为是比超满仅余零一二三四五六七八九十百千万亿年月日号周期型代版级部集卷册章节届楼室栋])"
    r"\d{1,4}(?=[。,，;；!！?？]|$)",
    re.MULTILINE,
)
_RUNNING = re.compile(r"(?<=[\u3400-\u9fff]{2})\d{1,4}")

# So many different words with a number behind them, so many of them at a full stop: an article on a series (某片2,
# 某片3。) has the same word each time. Held by the cases of tests/clean/test_passes.py; no clean text of the body
# benchmark has four.
_WORDS = 4
_STOPS = 3

_WHY = Phrase(zh="复制时粘在句末的引用编号，不是数字。", en="citation numbers glued to sentences, not figures")


def find(draft: Draft) -> Iterable[Cut]:
    """Yield the numbers: the marked ones always, the bare ones only where the whole text shows the habit."""
    for match in _MARKUP.finditer(draft.text):
        yield Cut(start=match.start(), end=match.end(), reason=_WHY)
    found = [m for m in _GLUED.finditer(draft.text) if _ascending(m[0])]
    if len(found) < _WORDS:
        return
    words = Counter(map(_word, found))
    # A word that also carries a number inside a sentence names a thing (歼20首飞), not a source.
    names = Counter(map(_word, _RUNNING.finditer(draft.text)))
    kept = [m for m in found if names[_word(m)] == words[_word(m)] == 1]
    stops = sum(draft.text[m.end() : m.end() + 1] in ("。", "") or draft.text[m.end()] == "\n" for m in kept)
    if len(kept) >= _WORDS and stops >= _STOPS:
        for match in kept:
            yield Cut(start=match.start(), end=match.end(), reason=_WHY, confidence=0.9)


def _word(number: re.Match[str]) -> str:
    """Return the two hanzi before a number."""
    return number.string[number.start() - 2 : number.start()]


def _ascending(digits: str) -> bool:
    """Return whether digits read as one small number or as several sources in order: 7, 13, 136, 2410 does not."""
    return all(a < b for a, b in pairwise(digits)) or (len(digits) <= 2 and digits[0] != "0")


PASS = Pass(rule="citations", version=1, why=_WHY, find=find)
