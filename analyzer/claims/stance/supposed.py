"""Claims that stand under a condition."""

import re

from analyzer.claims.stance.scope import Hit, Scope
from analyzer.model import Stance

_IF = re.compile(
    r"""
    要求(?=[《“\"]?\ue000\ue001*[》”\"]?[^，,。]{0,10}(?:达到|不低于|不少于|至少)) | 如果 | 假如 | 倘若 | 假使
    | 假设 | 若是 | 要是 | (?<![\d零〇一二两三四五六七八九十百千几])万一
    | 倘使 | 假若 | 一旦 | 除非 | 只要(?![\d一二两三四五六七八九十几])
    | 即使 | 即便 | (?<![\u4e00-\u9fff\d])就算
    | 哪怕 | (?<![\u4e00-\u9fff])若(?!干) | 如若 | 倘 | 的话(?=[，,。！]|$)
    """,
    re.VERBOSE,
)
# 租期满一年不足三年的，…: a case, as laws set it out; what follows holds for it alone.
_CASE = re.compile(
    "(?:[以之][上下内外]|不满|未满|不足|[已届]?满|超过|超出|低于|高于|少于|多于|达到|逾期?)[^，,。；;]*的$"
)
_IF_END = re.compile(r"的话[，,。！”]?$|^(?:每?当|等到?|遇到)[^，,。]*的时候[，,]?$")
# 如果…，可以选 S，它 …: the condition is that of the advice, not of what is said of S.
_ADVISED = re.compile("\ue000[^，,。；;]{0,4}(?:可以|不妨|值得)|(?:可以|不妨|推荐|建议|考虑|选)[^，,。；;]{0,6}\ue000")


def supposed(scope: Scope) -> Hit | None:
    """Return what shows that the article puts under a condition, in its clause or before it."""
    text = scope.text
    if found := _IF.search(text[scope.clause[0] : scope.end]) or _IF_END.search(scope.own):
        return Stance.HYPOTHETICAL, found.group()
    ahead = [(a, b) for a, b in scope.sentence.segments if b <= scope.clause[0]]
    for a, b in ahead:
        if (found := _IF.search(text[a:b])) and not _ADVISED.search(text, b, scope.clause[0]):
            return Stance.HYPOTHETICAL, found.group()
        if (found := _CASE.search(text, a, b)) and text[b : b + 1] in "，,":
            return Stance.HYPOTHETICAL, found.group()
    return None
