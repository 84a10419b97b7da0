"""Characters that only look like the ones meant: radicals, foreign letters inside words, 壹百八十, 岼台."""

import re
import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

from analyzer.repair.codes import char_table, has_any, positions
from analyzer.repair.lexicon import entries
from analyzer.repair.page import NOTHING, Findings, Fix, Page

# Kangxi and CJK radicals and compatibility ideographs: Unicode itself says which character each one stands for.
_RADICAL = re.compile("[\u2e80-\u2fd5\uf900-\ufad9\U0002f800-\U0002fa1d]")
# Cyrillic and Greek letters that look like Latin ones, next to Latin letters.
_FOREIGN = str.maketrans("АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxijsABEZHIKMNOPTYXo")
_MIXED = re.compile(
    "(?:[A-Za-z]+[\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff]+[A-Za-z])[A-Za-z\u0370-\u03ff\u0400-\u04ff]*"
)
_HAS_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
# 壹 in a numeral that is otherwise written in plain figures (壹百八十八条); with 佰, 拾 it is the formal script.
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖贰參陸", "一二三四五六七八九二三六")
_NUMERAL = re.compile("[一二三四五六七八九十百千零〇壹贰叁肆伍陆柒捌玖參陸]{2,}")
_FORMAL_DIGIT = re.compile("[壹贰叁肆伍陆柒捌玖參陸]")
_PLAIN_DIGIT = re.compile("[一二三四五六七八九十百千]")
# A letter O or l between digits, before a unit.
_LETTER_DIGIT = re.compile(r"(?<![A-Za-z0-9])(?=[\dOo]*\d)\d*[Oo][\dOo]*(?=\s?(?:元|万元|万|年|天|%|％|个月|倍))")
_BESIDE_DIGIT = re.compile(r"[0-9](?:[Oo]|(?<=[Oo][0-9]))")
_BESIDE_DIGIT_FOLDED = re.compile("o(?:(?<=[0-9]o)|(?=[0-9]))")  # quicker to look for
_LETTER_TO_DIGIT = str.maketrans("Oo", "00")


def look_alikes(page: Page) -> Findings:
    """Put the plain character for its look-alike; spellings from the list rest on a guess, the rest is exact."""
    text = page.text
    mixed = _BESIDE_DIGIT_FOLDED.search(page.folded) and _BESIDE_DIGIT.search(text)
    zeros = [
        _fix(m, m[0].translate(_LETTER_TO_DIGIT), "数字里混入字母", sure=False)
        for m in (_LETTER_DIGIT.finditer(text) if mixed else ())
    ]
    odd, listed, pattern, meant = _spellings()
    if not has_any(text, odd):
        return Findings(fixes=tuple(zeros)) if zeros else NOTHING
    places = positions(text, odd).tolist()
    seen = frozenset([text[at] for at in places])
    fixes = zeros + [
        _fix(m, unicodedata.normalize("NFKC", m[0]), "Unicode 兼容字符")
        for m in (_RADICAL.finditer(text) if any(map(_RADICAL.match, seen)) else ())
        if len(unicodedata.normalize("NFKC", m[0])) == 1 and unicodedata.normalize("NFKC", m[0]) != m[0]
    ]
    if any(map(_HAS_FOREIGN.match, seen)):
        fixes += [
            _fix(m, m[0].translate(_FOREIGN), "混入形近字母")
            for m in _MIXED.finditer(text)
            if m[0].translate(_FOREIGN).isascii()
        ]
    if any(_FORMAL_DIGIT.match(text, at) and _NUMERAL.search(text, max(0, at - 1), at + 2) for at in places):
        fixes += [
            _fix(m, m[0].translate(_FORMAL), "数字里混用大写")
            for m in _NUMERAL.finditer(text)
            if _FORMAL_DIGIT.search(m[0]) and _PLAIN_DIGIT.search(m[0])
        ]
    if not seen.isdisjoint(listed):
        fixes += [_fix(m, meant[m[0]], "形近字写法", sure=False) for m in pattern.finditer(text)]
    return Findings(fixes=_disjoint(fixes)) if fixes else NOTHING


def _fix(m: re.Match[str], new: str, evidence: str, *, sure: bool = True) -> Fix:
    return Fix(start=m.start(), end=m.end(), new=new, kind="homoglyph", evidence=evidence, sure=sure)


def _disjoint(fixes: list[Fix]) -> tuple[Fix, ...]:
    kept: list[Fix] = []
    for fix in sorted(fixes, key=lambda f: (f.start, -f.end)):
        if not kept or fix.start >= kept[-1].end:
            kept.append(fix)
    return tuple(kept)


@cache
def _spellings() -> tuple[NDArray[np.bool_], frozenset[str], re.Pattern[str], dict[str, str]]:
    """Return a table of all odd characters, those of the listed spellings, a pattern of these, and what they mean."""
    meant = {row[0]: row[1] for row in entries("look_alikes")}
    listed = {a for spelling, word in meant.items() for a, b in zip(spelling, word, strict=True) if a != b}
    odd = listed.union("壹贰叁肆伍陆柒捌玖參陸")
    for first, last in ((0x370, 0x4FF), (0x2E80, 0x2FD5), (0xF900, 0xFAD9), (0x2F800, 0x2FA1D)):
        odd.update(map(chr, range(first, last + 1)))
    return (char_table(odd), frozenset(listed), re.compile("|".join(sorted(meant, key=lambda w: (-len(w), w)))), meant)
