"""Advertisements, contact spam, picture credits and empty tables of contents between the paragraphs."""

from collections.abc import Iterable

from analyzer.clean.cues import CONTENTS, CREDIT, PROMOTION
from analyzer.clean.draft import LONG, Cut, Draft, Pass, lines_cut
from analyzer.language import Phrase

_AD = Phrase(zh="插入的广告或联系方式。", en="an inserted advertisement or contact")
_CREDIT = Phrase(zh="图片来源说明。", en="a picture credit")
_CONTENTS = Phrase(zh="目录导读。", en="a table of contents")


def find(draft: Draft) -> Iterable[Cut]:
    """Yield the notices; none is as long as a paragraph."""
    for k, line in enumerate(draft.lines):
        if line.running or line.weight > LONG:
            continue
        if PROMOTION.search(line.folded):
            yield lines_cut(draft, k, k + 1, _AD, confidence=0.9)
        elif CREDIT.fullmatch(line.folded) and line.weight <= 30:
            yield lines_cut(draft, k, k + 1, _CREDIT, confidence=0.95)
        elif CONTENTS.fullmatch(line.folded):
            stop = _entries(draft, k)
            yield lines_cut(draft, k, stop, _CONTENTS, confidence=0.9)


def _entries(draft: Draft, heading: int) -> int:
    """Return the end of a table of contents: its entries come again below as headings."""
    lines = draft.lines
    stop = heading + 1
    while stop < len(lines) and not lines[stop].running:
        entry = lines[stop].bare.lstrip("0123456789一二三四五六七八九十")
        if not entry or not any(later.bare.endswith(entry) for later in lines[stop + 1 :]):
            break
        stop += 1
    return stop


PASS = Pass(rule="notices", version=1, why=_AD, find=find)
