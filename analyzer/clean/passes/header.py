"""Furniture above the first paragraph: breadcrumb, counters, a bare time stamp, the label 文章正文."""

from collections.abc import Iterable

from analyzer.clean.cues import BODY_LABEL, BREADCRUMB, STAT, is_stamp
from analyzer.clean.draft import Cut, Draft, Line, Pass, lines_cut
from analyzer.language import Phrase

_WHY = Phrase(zh="页头的导航、人气或日期,不是正文。", en="navigation, counters or date above the text")
# Furniture lines are short, and the head of a text seldom has more lines than this.
_SHORT = 60
_HEAD = 12


def find(draft: Draft) -> Iterable[Cut]:
    """Yield the furniture lines above the first running paragraph."""
    for k, line in enumerate(draft.lines[:_HEAD]):
        if line.running and not BREADCRUMB.fullmatch(line.folded):
            break
        if line.weight <= _SHORT and _furniture(line, first=k == 0):
            yield lines_cut(draft, k, k + 1, _WHY, confidence=0.98)


def _furniture(line: Line, *, first: bool) -> bool:
    text = line.folded
    if BREADCRUMB.fullmatch(text) or BODY_LABEL.fullmatch(text):
        return True
    if first:
        return False
    return is_stamp(text) or len(STAT.findall(text)) >= 2


PASS = Pass(rule="header", version=1, why=_WHY, find=find)
