"""Words hidden behind signs: 被平台***之前, 某某平台, XX银行, 请**。"""

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from analyzer.model import GapKind
from analyzer.repair.codes import char_table, has_any
from analyzer.repair.dictionary import dictionary
from analyzer.repair.page import NOTHING, Findings, Hole, Page
from analyzer.repair.quick import pairs_in
from analyzer.repair.surnames import SURNAMES
from analyzer.words import tag

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
# Sizes of clothes are no masks: what names one in the sentence of the crosses, within so many characters.
_SIZE = "(?:x{1,4}l(?![a-z])|尺码|[大中小均加]码)"
_SIZE_NEAR = 16
_SIZE_BEFORE = re.compile(f"{_SIZE}[^。!?\\n]*\\Z")
_SIZE_AFTER = re.compile(f"[^。!?\\n]*?{_SIZE}")
_SOMEONE = re.compile("某某(?=平台|银行|公司|机构|贷|金融|软件|网)")
# 某某 by itself, after no surname and before no person; one may be a manner of speaking, two are a table's.
_SOME = re.compile(f"(?<![{SURNAMES}某])某某(?![某人]|先生|女士|小姐|同)")
_LEAST_SOME = 2
# Behind 至于, 对方, 容易 it is no name either: words with so high a count that end with a surname's character.
_AFTER_SURNAME = re.compile(f"(?<=[{_H}][{SURNAMES}])某某(?![某人]|先生|女士|小姐|同)")
_COMMON_WORD = 100
# Boxes and filled circles: 拨打□□电话. One box is a thing to tick, and ○○ is how papers write the year 二○○八.
_BOXES = re.compile(f'(?<![□■▇█▓▢●◯])(?:[□■▇█▓▢]{{2,8}}|[●◯]{{2,8}})(?=[{_H},。、;:!?”"])')
_BOX = "□■▇█▓▢●◯"
# Where several stand so, others at the end of a line are no different, nor is a single one amid hanzi if the page has
# none beside a sign or a space, to be ticked.
_BOXES_LAST = re.compile(f"(?<=[{_H}])(?:[□■▇█▓▢]{{2,8}}|[●◯]{{2,8}})(?=\\n|\\Z)")
_BOX_ALONE = re.compile("(?<![□■▇█▓▢])[□■▇█▓▢](?![□■▇█▓▢])")
_AMID_HANZI = re.compile(f"[{_H}].[{_H}]")
_LEAST_BOXES = 2
# A filter that says so: [敏感词], 【已屏蔽】, （内容已隐藏）.
_DONE = "已?被?(?:屏蔽|隐藏|和谐|过滤|打码)了?"
_WORD = "敏感词|违禁词|违规词|屏蔽词"
_THING = "(?:此处|内容|该?词|链接|联系方式|关键词|微信号?|电话|号码)"
_BY_FILTER = frozenset(("敏感", "违禁", "违规", "屏蔽", "隐藏", "和谐", "过滤", "打码"))
# So far before and behind one of these words a remark reaches.
_SAID_BEFORE, _SAID_AFTER = 8, 6
_SAID = re.compile(f"[\\[【](?:{_WORD}|{_THING}?{_DONE})[\\]】]|[(（<](?:{_WORD}|{_THING}{_DONE})[)）>]")
_BOLD = re.compile(r"(?<!\*)(\*{1,2})(?![*\s])[^*\n]{1,120}?(?<!\s)\1(?!\*)")
# Two stars are bold in Markdown, and a filter's mask of two characters. CommonMark's rule: before a sign they begin
# nothing, after one they end nothing. Stars inside a line without a partner prove a filter where there are this many,
# and more than pairs; found on pages of another generator, held by tests/repair/test_gaps.py.
_TWO = re.compile(r"(?<![*＊])\*\*(?![*＊])")
_SIGN = re.compile(r"[,。、;:!?，；：！？）)”’》]")
_LEAST_ALONE = 2
# From so many runs of stars after a hanzi on, a run before one is no different.
_LEAST_STARS = 2
# Bold is more than a hanzi and no more than a sentence.
_LIKELY_BOLD = re.compile("[^。!?]{2,60}[。!?]?|[^㐀-鿿]|[一二三四五六七八九十]")


def masked(page: Page) -> Findings:
    """Mark signs that stand for words; Markdown's bold is none."""
    text = page.folded
    pairs = pairs_in(text)
    holes = []
    if _BEHIND_HANZI.search(text):
        two = masks_by_two(text)
        stars = text if two else _BOLD.sub(lambda m: " " * len(m[0]), text)
        runs = list(_STARS.finditer(stars))
        proven = two or sum(_hides(text, m, False) and len(m[0]) > 1 for m in runs) >= _LEAST_STARS
        holes += [_hole(m) for m in runs if _hides(text, m, proven)]
    if not pairs.isdisjoint(("xx", "××")):
        crosses, any_ = ([m for m in sign.finditer(text) if not _is_size(text, m)] for sign in (_CROSSES, _CROSS))
        proven = len(crosses) >= _LEAST_CROSSES or len(any_) > _LEAST_CROSSES
        holes += map(_hole, any_ if proven else crosses)
    if has_any(text, _boxed()) and any(box * 2 in text for box in _BOX):
        holes += map(_hole, _boxes(text))
    said = {
        m.start(): m
        for word in pairs.intersection(_BY_FILTER)
        for at in (w.start() for w in re.finditer(word, text))
        for m in _SAID.finditer(text, max(0, at - _SAID_BEFORE), at + _SAID_AFTER)
    }
    holes += [_hole(said[at]) for at in sorted(said)]
    if "某某" in pairs:
        some = list(_SOME.finditer(text))
        named = _SOMEONE.finditer(text)
        if len(some) < _LEAST_SOME:
            some = []
        else:
            some += [m for m in _AFTER_SURNAME.finditer(text) if _ends_word(text, m.start())]
        at = {m.start(): m for m in (*named, *some)}
        holes += [_hole(at[start]) for start in sorted(at)]
    return Findings(holes=tuple(holes)) if holes else NOTHING


@cache
def _boxed() -> NDArray[np.bool_]:
    return char_table(_BOX)


def _boxes(text: str) -> list[re.Match[str]]:
    """Return the boxes that stand for words."""
    found = list(_BOXES.finditer(text))
    if len(found) < _LEAST_BOXES:
        return found
    alone = list(_BOX_ALONE.finditer(text))
    amid = all(m.start() and _AMID_HANZI.match(text, m.start() - 1) for m in alone)
    return [*found, *_BOXES_LAST.finditer(text), *(alone if amid else ())]


def _ends_word(text: str, at: int) -> bool:
    """Return whether the two characters before a place are a common word and no name."""
    word = text[at - 2 : at]
    return dictionary().count(word) >= _COMMON_WORD and not tag(word).startswith("nr")


def _is_size(text: str, m: re.Match[str]) -> bool:
    start, end = max(0, m.start() - _SIZE_NEAR), m.end() + _SIZE_NEAR
    return bool(_SIZE_BEFORE.search(text, start, m.start()) or _SIZE_AFTER.match(text, m.end(), end))


def _hides(text: str, m: re.Match[str], proven: bool) -> bool:
    """Return whether the stars stand for words: after a hanzi, on a proven page beside one."""
    before, after = m.start() and _BESIDE.match(text, m.start() - 1), _BESIDE.match(text, m.end())
    if proven and len(m[0]) > 1:
        return bool(before or after)
    return bool(before and (len(m[0]) > 1 or after))


def masks_by_two(text: str) -> bool:
    """Return whether the page's pairs of stars stand for words and make nothing bold."""
    alone, pairs = pairs_of_stars(text)
    return alone >= _LEAST_ALONE and alone > pairs


def pairs_of_stars(text: str) -> tuple[int, int]:
    """Return how many pairs of stars have no partner in their line, and how many make something bold with theirs."""
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
    return alone, pairs


def _hole(m: re.Match[str]) -> Hole:
    # Folded letters are small ones; the page has XX as a rule.
    return Hole(start=m.start(), end=m.end(), kind=GapKind.MASKED, evidence=f"用“{m[0].upper()}”代替了原来的词")
