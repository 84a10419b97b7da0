"""Any sign that a filter leaves for a word: 拨打__热线, 依法##。 A page shows it by where the sign stands.

A sign between hanzi is ordinary (a dash, a separator) as long as what stands around it can stand alone. Where the same
sign breaks words or leaves a preposition without its object in several places, it stands for words everywhere.
"""

import re
from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

from analyzer.model import GapKind
from analyzer.repair.codes import char_table, codes, positions
from analyzer.repair.page import NOTHING, Findings, Hole, Page
from analyzer.repair.spaces import needs_more

_H = "\u3400-\u9fff"
# The same sign once or more; those that have other uses between hanzi, twice or more. Dots and dashes are left out.
_RUN = re.compile(rf"(?<=[{_H}])(?:([_#@^+=○◯●△▲☆★◇◆])\1*|([-~/|])\2+|口口|〇〇)(?=[{_H},，。;；、!！?？:：”])")
_BEGINS = "_#@^+=○◯●△▲☆★◇◆-~/|口〇"
# The same sign in so many places, of which so many and such a share break something; those that no page of clean text
# (4.7 million characters) has between hanzi twice, in two lines, need not. Held by tests/repair/test_signs.py.
_LEAST = 3
_BROKEN = 2
_SHARE = 0.1
_STRANGE = re.compile(r"[_^]+|[#@]{2,}|/{2,}|\|{2,}|口口|〇〇|○{2,}")
_LINES = 2
_NUMERAL = frozenset("一二三四五六七八九十百零〇○")
_AROUND = 12
_HANZI = re.compile(f"[{_H}]")


def signs(page: Page) -> Findings:
    """Mark every place of a sign that the page shows to stand for words."""
    text = page.folded
    places: dict[str, list[re.Match[str]]] = {}
    for at in _begin(text):
        m = _RUN.match(text, at)
        if m and text[at - 1] not in _NUMERAL:
            places.setdefault(m[0], []).append(m)
    holes = [
        Hole(
            start=m.start(),
            end=m.end(),
            kind=GapKind.MASKED,
            evidence=f"“{m[0]}”在本页多处插在词句中间，代替了原来的词",
        )
        for sign, same in places.items()
        if len(same) >= _LEAST and _breaks(text, same)
        for m in _wherever(sign, text)
    ]
    return Findings(holes=tuple(sorted(holes, key=lambda h: h.start))) if holes else NOTHING


def _begin(text: str) -> list[int]:
    """Return where one of the signs stands right after a hanzi."""
    at = positions(text, _table())
    at = at[1:] if len(at) and not at[0] else at
    if not len(at):
        return []
    before = codes(text).take(at - 1)
    found: list[int] = at[(before >= ord(_H[0])) & (before <= ord(_H[-1]))].tolist()
    return found


@cache
def _table() -> NDArray[np.bool_]:
    return char_table(_BEGINS)


def _wherever(sign: str, text: str) -> Iterator[re.Match[str]]:
    """Yield every place of the sign beside a hanzi, no longer run of it."""
    one = re.escape(sign[0])
    pattern = rf"(?<!{one}){re.escape(sign)}(?!{one})"
    for m in re.finditer(pattern, text):
        if _HANZI.match(text, m.end()) or _HANZI.search(text, max(0, m.start() - 1), m.start()):
            yield m


def _breaks(text: str, same: list[re.Match[str]]) -> bool:
    if _STRANGE.fullmatch(same[0][0]) and len({text.rfind("\n", 0, m.start()) for m in same}) >= _LINES:
        return True
    broken = sum(
        bool(needs_more(text[max(0, m.start() - _AROUND) : m.start()], text[m.end() : m.end() + _AROUND])) for m in same
    )
    return broken >= max(_BROKEN, _SHARE * len(same))
