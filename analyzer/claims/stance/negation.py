"""Negators, and what only looks like one."""

import re

_NEGATOR = re.compile(
    r"""
    并不是 | 并非 | 绝非 | 绝不是 | 从来不是 | 从不是 | 不再是 | 不再 | 不是 | 不属于 | 并不 | 从未 | 从来不
    | 从不 | 绝不 | 没有 | 没 | 未曾 | 未(?!来|必|经) | 不会 | 不能 | 不 | 非(?!常|典型|洲) | 无(?!论|疑|需|不)
    | (?:子虚乌有)
    """,
    re.VERBOSE,
)
_NOT_NEGATOR = re.compile(
    r"""
    不仅 | 不但 | 不只 | 不光 | 不单 | 不得不 | 不少 | 不断 | 不久 | 不同 | 不过 | 不限 | 不愧 | 不料 | 不妨
    | 不论 | 不管 | 不可否认 | 不容 | 不错 | 不可或缺 | 不可不 | 不外乎 | 不由 | 不免 | 非常 | 非营利 | 非盈利
    | 无论 | 无疑 | 未来 | 没想到 | 没错 | 没有之[一前] | 不已 | 不止 | 不乏 | 不得 | 不一样 | 不要 | 不用 | 不必
    | 不知
    """,
    re.VERBOSE,
)


def count_negations(text: str) -> int:
    """Return how many negators a stretch of text has; 不仅, 不得不 and the like are none."""
    return len(_NEGATOR.findall(_NOT_NEGATOR.sub("", text)))
