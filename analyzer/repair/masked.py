"""Words hidden behind signs: 被平台***之前, 某某平台, XX银行, 请**。"""

import re

from analyzer.model import GapKind
from analyzer.repair.page import NOTHING, Findings, Hole, Page

_H = "\u3400-\u9fff"
# Stars beside a hanzi. Digits beside them make a shortened number (138****1234), letters a name of an account.
_STARS = re.compile("(?<![*＊A-Za-z0-9])[*＊]{1,8}(?![*＊A-Za-z0-9])")
_BEHIND_HANZI = re.compile(rf"\*(?<=[{_H}]\*)")
_BESIDE = re.compile(f"[{_H}]")
# A cross for a hanzi; XX between hanzi or before a kind of institution. 某 after a surname is how papers write names.
_CROSSES = re.compile(
    f'(?<=[{_H}“"])(?:×{{2,4}}|[Xx]{{2,4}})(?=[{_H}])|(?<![{_H}A-Za-z0-9])[Xx×]{{2,4}}(?=(?:银行|公司|平台|贷款|金融|法院))'
)
# On a page where several stand so, others beside a hanzi are no different, also after a sign or before one.
_CROSS = re.compile(
    f"(?<=[{_H}])(?:×{{2,4}}|x{{2,4}})(?![A-Za-z0-9×])|(?<![{_H}A-Za-z0-9×])(?:×{{2,4}}|x{{2,4}})(?=[{_H}])"
)
_LEAST_CROSSES = 2
_SOMEONE = re.compile("某某(?=平台|银行|公司|机构|贷|金融|软件|网)")
# 某某 by itself, after no name and before no person; one may be a manner of speaking, two are a table's.
_SOME = re.compile(
    rf"(?:(?<![{_H}])|(?<=[在是从和与跟对把被给向为到由但像比说叫去找用及或的了]))某某(?![某人]|先生|女士|小姐|同)"
)
_LEAST_SOME = 2
# Boxes and filled circles: 拨打□□电话; ○○ is how papers write the year 二○○八.
_BOXES = re.compile(f'(?<=[{_H},、“"])(?:[□■▇█▓▢]{{1,8}}|[●◯]{{2,8}})(?=[{_H},。、;:!?”"])')
_BOX = re.compile("[□■▇█▓▢●◯]")
_BOLD = re.compile(r"(?<!\*)(\*{1,2})(?![*\s])[^*\n]{1,120}?(?<!\s)\1(?!\*)")
# Two stars are bold in Markdown, and a filter's mask of two characters. CommonMark's rule: before a sign they begin
# nothing, after one they end nothing. Stars inside a line without a partner prove a filter where there are this many,
# and more than pairs; found on pages of another generator, held by tests/repair/test_gaps.py.
_TWO = re.compile(r"(?<![*＊\n])(?<!^)\*\*(?![*＊\n]|$)", re.MULTILINE)
_SIGN = re.compile(r"[,。、;:!?，；：！？）)”’》]")
_LEAST_ALONE = 2
# Bold is more than a hanzi and no more than a sentence.
_LIKELY_BOLD = re.compile("[^。!?]{2,60}[。!?]?|[^㐀-鿿]|[一二三四五六七八九十]")


def masked(page: Page) -> Findings:
    """Mark signs that stand for words; Markdown's bold is none."""
    text = page.folded
    holes = []
    if _BEHIND_HANZI.search(text):
        proven = _masks_by_two(text)
        stars = text if proven else _BOLD.sub(lambda m: " " * len(m[0]), text)
        holes += [_hole(m) for m in _STARS.finditer(stars) if m.start() and _hides(text, m, proven)]
    if ("xx" in text or "××" in text) and "xxl" not in text:  # sizes of clothes
        crosses = list(_CROSSES.finditer(text))
        holes += map(_hole, _CROSS.finditer(text) if len(crosses) >= _LEAST_CROSSES else crosses)
    if _BOX.search(text):
        holes += [_hole(m) for m in _BOXES.finditer(text)]
    if "某某" in text:
        some = list(_SOME.finditer(text))
        named = _SOMEONE.finditer(text)
        at = {m.start(): m for m in (*named, *(some if len(some) >= _LEAST_SOME else ()))}
        holes += [_hole(at[start]) for start in sorted(at)]
    return Findings(holes=tuple(holes)) if holes else NOTHING


def _hides(text: str, m: re.Match[str], proven: bool) -> bool:
    """Return whether the stars stand for words: after a hanzi, on a proven page beside one."""
    before, after = _BESIDE.match(text, m.start() - 1), _BESIDE.match(text, m.end())
    if proven and len(m[0]) > 1:
        return bool(before or after)
    return bool(before and (len(m[0]) > 1 or after))


def _masks_by_two(text: str) -> bool:
    """Return whether the page's pairs of stars stand for words and make nothing bold."""
    alone = pairs = 0
    for line in text.split("\n"):
        open_ = start = 0
        for m in _TWO.finditer(line) if "**" in line else ():
            begins = not _SIGN.match(line, m.end()) or _SIGN.match(line, m.start() - 1)
            ends = not _SIGN.match(line, m.start() - 1) or _SIGN.match(line, m.end())
            if open_ and ends:
                bold = _LIKELY_BOLD.fullmatch(line, start, m.start())
                open_, pairs, alone = 0, pairs + bool(bold), alone + (not bold)
            elif begins:
                alone += open_
                open_, start = 1, m.end()
            else:
                alone += 1
        alone += open_
    return alone >= _LEAST_ALONE and alone > pairs


def _hole(m: re.Match[str]) -> Hole:
    # Folded letters are small ones; the page has XX as a rule.
    return Hole(start=m.start(), end=m.end(), kind=GapKind.MASKED, evidence=f"用“{m[0].upper()}”代替了原来的词")
