"""Words that a table put in the place of others: 之一步 ← 第一步, 之一百八十八条 ← 第一百八十八条."""

import re
from functools import cache

from analyzer.model import GapKind
from analyzer.repair.lexicon import entries
from analyzer.repair.page import NOTHING, Findings, Fix, Hole, Page

_QUICK = re.compile(
    "之一[一百千条章节款项步次笔天反时印阶期批轮名位个款件类种年章节点]|靠前[步次笔天阶期轮个时]|小编答"
)


def substituted(page: Page) -> Findings:
    """Put back what cannot have read otherwise (numbers of articles, 之一步 at the start of a sentence); mark the rest.

    之一 never begins a sentence and never stands before the number of an article: there the table's inverse is exact.
    """
    text = page.folded
    if not ("之一" in text or "靠前" in text or "小编答" in text) or not _QUICK.search(text):
        return NOTHING
    fixes: list[Fix] = []
    holes: list[Hole] = []
    taken: set[int] = set()
    for number, (pattern, meant) in enumerate(_rules()):
        for m in pattern.finditer(text):
            if not taken.isdisjoint(range(m.start(), m.end())):
                continue
            taken.update(range(m.start(), m.end()))
            whole = meant + (m[1] if pattern.groups else "")
            evidence = f"“{m[0]}”应是“{whole}”：替换表换掉了“{whole[:2]}”"
            exact = number == 0 or (m[0].startswith("之一") and (not m.start() or text[m.start() - 1] in "。！？!?\n"))
            if exact:
                fixes.append(
                    Fix(
                        start=m.start(),
                        end=m.end(),
                        new=whole,
                        kind="substituted",
                        evidence=evidence,
                        hole=GapKind.SUBSTITUTED,
                    )
                )
            else:
                holes.append(
                    Hole(
                        start=m.start(),
                        end=m.end(),
                        kind=GapKind.SUBSTITUTED,
                        evidence=evidence,
                        candidates=tuple(dict.fromkeys((whole, whole[:2], meant))),
                    )
                )
    return Findings(fixes=tuple(fixes), holes=tuple(holes)) if fixes or holes else NOTHING


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row[0]), row[1]) for row in entries("substituted"))
