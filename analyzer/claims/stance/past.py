"""Whether a claim is told of the past."""

import re

from analyzer.claims.clauses import Sentence

_PAST = re.compile(
    r"""
    曾(?!孙|祖|经理) | 当时 | 早年 | 早期 | 此前 | 之前 | 以前 | 过去 | 最初 | 起初
    | 起先 | 当初 | 先前 | 一度 | [一刚]开始 | 原先 | 原来(?!是) | 早些年
    | 在(?:[^，,。；;的]{1,8})(?:初|初期|末|末期|年间|时期|时代|前夕)(?:就|只|仅|才|还|不过|大约|约)
    | 那时 | 那会儿 | 那阵子 | 彼时 | 昔日 | 前身 | (?<![\u4e00-\u9fff])原(?=[\u4e00-\u9fff])
    """,
    re.VERBOSE,
)
# A clause that only says when something else was (效力于 V 时，…).
_MEANWHILE = re.compile(
    r"""
    [》”"』」]?(?:时(?![尚间代])|期间|时期|的时候|那年|那时|的(?:日子|时代|岁月|年代|时光|历史|阶段|往事))
    """,
    re.VERBOSE,
)
# A clause that is nothing but a time of the past (在此之前，…; 三年间，…).
_ONCE = re.compile(
    r"""
    (?:而|但|就)?在?(?:此前|[此这那]之前|之前|以前|早先|早年间?|当年|当时|当初|那时候?|那会儿|[^，,。]{0,10}那[几些]年
        |过去|从前|[一二两三四五六七八九十几数\d]+年间|[^，,。]{2,14}(?:之前|以前)|[^，,。]{0,16}(?:之初|那会儿|那阵子|那时候?
        |初期|伊始)|[^，,。]{0,6}(?:头|前)[一二两三四五六七八九十几\d]+年
        |[一二两三四五六七八九十几数百\d]+多?年(?:之|以)?前)[里中]?
    """,
    re.VERBOSE,
)
MAX_ONCE = 28  # characters; no clause of prose that fits _ONCE is longer
# …，那是2021年以前的事了: a later clause sets the statement into the past.
_THAT_WAS = re.compile(
    r"""
    (?:不过|但|可)?(?:[那这]|此)(?:个?(?:数字|说法|情况|价格|标准))?(?:都|已经?|可|还|其实|应该)*[是为属]
    [^，,。；;]{0,14}?(?:以前|之前|过去|早年|当年|从前|那时|当时|早期|前)[的那]?
    [^，,。；;]{0,4}?(?:事|情况|状况|数据|规定|标准|说法|价格|情形|数字|样子|做法|时候|老黄历)
    """,
    re.VERBOSE,
)
# Right before a role: the one who had it (前主教练, 首任院长).
_FORMER = re.compile(r"(?:(?<![之以目当向提])前|原|前任|首任|历任|时任|首届|第[一二三四五六七八九十\d]+任)$")


def of_the_past(sentence: Sentence, span: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether a statement (``span``, with its cue) is of an earlier time than the article's.

    What comes after the statement (…的创始人 V 曾多次…) says nothing of its time.
    """
    own = sentence.segments[sentence.segment_at(cue[0])]
    if _PAST.search(sentence.masked[own[0] : max(span[1], cue[1])]):
        return True
    if _MEANWHILE.match(sentence.masked, span[1]) or _FORMER.search(sentence.text[: cue[0]]):
        return True
    if any(a >= span[1] and _THAT_WAS.match(sentence.masked, a, b) for a, b in sentence.segments):
        return True
    before = [(a, b) for a, b in sentence.segments if b <= own[0]]
    return bool(before and before[-1][1] - before[-1][0] <= MAX_ONCE and _ONCE.fullmatch(sentence.masked, *before[-1]))
