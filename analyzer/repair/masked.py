"""Words hidden behind signs: 被平台***之前, 某某平台, XX银行."""

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
_SOMEONE = re.compile("某某(?=平台|银行|公司|机构|贷|金融|软件|网)")
_BOLD = re.compile(r"(?<!\*)(\*{1,2})(?![*\s])[^*\n]{1,120}?(?<!\s)\1(?!\*)")


def masked(page: Page) -> Findings:
    """Mark signs that stand for words; Markdown's bold is none."""
    text = page.folded
    holes = []
    if _BEHIND_HANZI.search(text):
        stars = _BOLD.sub(lambda m: " " * len(m[0]), text)
        holes += [
            _hole(m)
            for m in _STARS.finditer(stars)
            if m.start() and _BESIDE.match(text, m.start() - 1) and (len(m[0]) > 1 or _BESIDE.match(text, m.end()))
        ]
    if "xx" in text or "××" in text:
        holes += [_hole(m) for m in _CROSSES.finditer(text)]
    if "某某" in text:
        holes += [_hole(m) for m in _SOMEONE.finditer(text)]
    return Findings(holes=tuple(holes)) if holes else NOTHING


def _hole(m: re.Match[str]) -> Hole:
    return Hole(start=m.start(), end=m.end(), kind=GapKind.MASKED, evidence=f"用“{m[0]}”代替了原来的词")
