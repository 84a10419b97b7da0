"""Words that a table put in the place of others: 之一步 ← 第一步, 之一百八十八条 ← 第一百八十八条."""

import re
from functools import cache

from analyzer.model import GapKind
from analyzer.repair.lexicon import entries
from analyzer.repair.page import NOTHING, Findings, Hole, Page

_QUICK = re.compile("之一[\u3400-\u9fff]|靠前[\u3400-\u9fff]|小编答")


def substituted(page: Page) -> Findings:
    """Mark the replaced words; what they replaced is named first, with the word that follows and without it."""
    if not _QUICK.search(page.folded):
        return NOTHING
    holes = []
    taken = -1
    for pattern, meant in _rules():
        for m in pattern.finditer(page.folded):
            if m.start() <= taken:
                continue
            taken = m.start()
            following = m[1] if pattern.groups else ""
            whole = meant + following
            holes.append(
                Hole(
                    start=m.start(),
                    end=m.end(),
                    kind=GapKind.SUBSTITUTED,
                    evidence=f"“{m[0]}”应是“{whole}”:替换表把“{meant}”换掉了",
                    candidates=tuple(dict.fromkeys((whole, whole[:2], meant))),
                )
            )
    return Findings(holes=tuple(holes)) if holes else NOTHING


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row[0].encode().decode("utf-8")), row[1]) for row in entries("substituted"))
