"""Words that a table put in the place of others: 之一步 ← 第一步, 之一百八十八条 ← 第一百八十八条."""

import re
from functools import cache

from analyzer.model import GapKind
from analyzer.repair.lexicon import entries
from analyzer.repair.page import NOTHING, Findings, Fix, Hole, Page
from analyzer.repair.quick import pairs_in
from analyzer.words import cut

_MEASURES = "步批次天反印时阶期轮名位个款件类种年章节点代家台部座条回遍任站届眼手"
_IDIOMS = frozenset(("首屈一指", "名列前茅", "数一数二", "遥遥领先", "独占鳌头"))
# What stands there, and what may follow it: a row can apply nowhere else.
_QUICK = {
    "之一": "一百千条章节款项步次笔天反时印阶期批轮名位个款件类种年章节点感眼任站回遍届部集课声",
    "靠前": "步次笔天阶期轮个时",
    "小编": "答",
    **dict.fromkeys(sorted(_IDIOMS), _MEASURES),
}
# Where 之一 stands for 第一 by itself.
_ALONE = (
    "。之一", "\n之一", "排之一", "排首屈一指", "全国之一", "全球之一", "世界之一", "亚洲之一", "全省之一", "全市之一",
    "全班之一", "全校之一", "天下之一",
)  # fmt: skip
# 较 in the place of 最, where nothing is compared: 较后 and 较终 are no words, nobody asks for 较好 first. A page on
# which the table stood has no 最 left over; there every 较 before an adjective may be one.
_COMPARES = re.compile("较(?<![比相计]较)(?!为|之|真|量|劲|[\\W\\d])[\u3400-\u9fff]")
_NOT_COMPARED = re.compile(
    "较(?<![比相计]较)(?:[后终初](?![的面期续者于为来])|开始|[多少高低长短](?=\\d)|(?<=[,。;!?\n]较)[好佳](?=[先再把用在到去能别不选找给让要]))"
    "|没有较[\u4e00-\u9fff]{1,2},"
)


def substituted(page: Page) -> Findings:
    """Put back what cannot have read otherwise (numbers of articles, 之一步 at the start of a sentence); mark the rest.

    之一 never begins a sentence and never stands before the number of an article: there the table's inverse is exact.
    """
    text = page.folded
    holes = _superlatives(text)
    pairs = pairs_in(text)
    counted = any(word[:2] in pairs and _followed(text, word, after) for word, after in _QUICK.items())
    if not counted and (pairs.isdisjoint(("之一", "首屈")) or not any(each in text for each in _ALONE)):
        return Findings(holes=tuple(holes)) if holes else NOTHING
    fixes: list[Fix] = []
    taken: set[int] = set()
    for number, (pattern, meant, words) in enumerate(_rules()):
        for m in pattern.finditer(text) if not pairs.isdisjoint(words) else ():
            if not taken.isdisjoint(range(m.start(), m.end())):
                continue
            taken.update(range(m.start(), m.end()))
            whole = meant + (m[1] if pattern.groups else "")
            evidence = f"“{m[0]}”应是“{whole}”：替换表换掉了“{whole[:2]}”"
            exact = (
                number == 0
                or m[0][:4] in _IDIOMS
                or (m[0].startswith("之一") and (not m.start() or text[m.start() - 1] in "。！？!?\n"))
            )
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


def _followed(text: str, word: str, after: str) -> bool:
    at = text.find(word)
    while at >= 0 and text[at + len(word) : at + len(word) + 1] not in after:
        at = text.find(word, at + 1)
    return at >= 0


def _superlatives(text: str) -> list[Hole]:
    """Mark every 较 that may have been 最, where the page shows that a table stood in between."""
    if "较" not in text or "最" in text or not _NOT_COMPARED.search(text):
        return []
    return [
        Hole(
            start=m.start(),
            end=m.start() + 1 + len(cut(text[m.start() + 1 : m.start() + 3])[0]),
            kind=GapKind.SUBSTITUTED,
            evidence="全文没有一个“最”，“较”却用在不比较的地方：替换表换掉了“最”",
            candidates=("最" + cut(text[m.start() + 1 : m.start() + 3])[0], "最"),
        )
        for m in _COMPARES.finditer(text)
    ]


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str, frozenset[str]], ...]:
    """Return the rows, each with the pairs of which one must stand in the text."""
    return tuple(
        (re.compile(row[0]), row[1], frozenset(word[:2] for word in _QUICK if word in row[0].replace("(", "")))
        for row in entries("substituted")
    )
