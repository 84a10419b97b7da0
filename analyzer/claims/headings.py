"""Headings: a short line that names one thing, of which the paragraph right below it speaks."""

import re
from collections.abc import Sequence

from analyzer.claims.clauses import Sentence
from analyzer.claims.records import MAX_HEADING

# Beside the name: a number, marks, and after a colon, dash or bracket a remark.
_HEADING = re.compile(
    r"(?:[(（【]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、．)）】]?|第[一二三四五六七八九十\d]+[名位条个款种部座家站处]?"
    r"|no\.?\d+|top\d+|[①-⑳●◆■▶·])?[\s、.：:]*[《“「『【]?\ue000\ue001*[》”」』】]?"
    r"(?:[:：—｜| -].*|[(（][^()（）]*[)）])?"
)


def heads(text: str, line: tuple[int, int], history: Sequence[Sentence]) -> bool:
    """Return whether the sentence before a paragraph is its heading.

    ``line`` is the sentence's span, ``history`` what was read so far.
    """
    start, end = line
    if not history or history[-1].offset != start or end - start > MAX_HEADING:
        return False
    above = history[-1]
    alone = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    return alone and len({m.ids for m in above.mentions}) == 1 and bool(_HEADING.fullmatch(above.masked))
