"""Holes that nothing visible marks: 或等形式, 向提出异议, 借款人的权比如. Found by grammar that cannot stand.

Every rule is a row of lexicon/merged.txt: what stands before and after the hole. 问 without its 题 is a rule of its
own, since 问 is also a verb: it needs a noun before it, or a page that does it twice.
"""

import re
from functools import cache

from analyzer.model import GapKind
from analyzer.repair.lexicon import entries
from analyzer.repair.page import NOTHING, Findings, Hole, Page

# 问 where 问题 is meant. Not after characters that make a verb or another noun with it, not before its objects.
_ASK = re.compile(
    "(?<=[\u3400-\u9fff])(?<![访提询学顾请质责审追疑不一试设借慰发反自盘查拷拜聘再要想来去会能可先多常敢别你我他她谁连叩过细])"
    "问(?=[、,。;!?]|日益|进行(?:详细|深入)|时[,，、]|发生|出现|之前|的(?:咨询|解决|关键|根源|答案|核心|存在|发生)|较|频|突出|严重|频发)"
)
# A noun of affairs before 问 makes one hit enough.
_AFFAIR = re.compile(
    "(?:这个|这类|此类|等|同样的|同类|相关|各种|一系列|信用|安全|逾期|还款|债务|质量|法律|征信|[款息金]的?)\\Z"
)
_QUICK_ASK = 2


def merged(page: Page) -> Findings:
    """Mark the places; what is usually missing there is named as candidates."""
    text = page.folded
    holes: dict[int, Hole] = {}
    pattern, rules = _rules()
    at = 0
    while m := pattern.search(text, at):
        at = m.start() + 1
        for name, (evidence, candidates, before) in rules.items():
            if m[name] is not None:
                place = m.end(name) - (1 if before else 0)
                holes.setdefault(place, _hole(place, evidence, candidates))
                break
    asks = list(_ASK.finditer(text)) if "问" in text else []
    if len(asks) < _QUICK_ASK:
        asks = [m for m in asks if _AFFAIR.search(text, max(0, m.start() - 6), m.start())]
    for m in asks:
        holes.setdefault(m.end(), _hole(m.end(), "“问”后面缺“题”", ("题",)))
    return Findings(holes=tuple(holes[k] for k in sorted(holes))) if holes else NOTHING


def _hole(place: int, evidence: str, candidates: tuple[str, ...]) -> Hole:
    return Hole(start=place, end=place, kind=GapKind.MERGED, evidence=evidence, candidates=candidates)


@cache
def _rules() -> tuple[re.Pattern[str], dict[str, tuple[str, tuple[str, ...], bool]]]:
    """Return one pattern whose named groups are the rules' left sides, and each rule's evidence and candidates."""
    parts = []
    rules = {}
    for number, row in enumerate(entries("merged")):
        name = f"r{number}"
        parts.append(f"(?P<{name}>{row[0]})(?={row[1]})")
        rules[name] = (row[3], tuple(row[2].split("|")), len(row) > 4)
    return re.compile("|".join(parts)), rules
