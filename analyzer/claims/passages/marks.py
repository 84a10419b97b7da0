"""Statements with a mark of right or wrong, or a blank for one: …(×), (√) …, ❌ …, …( )"""

import re
from collections.abc import Iterator, Sequence

from analyzer.claims.passages.passage import Line, Passage
from analyzer.model import Stance

SIGNS = (
    *"×✗✘✕✖❌❎√✓✔✅☑",
    *("(错", "[错", "【错", "(对", "[对", "【对", "(正", "[正", "【正", "(f)", "(t)", "(x)", "[x]", "【x】"),
    *("( ", "()", "[ ", "【 ", "__", "答案", "判断:", "鉴定", "结论", "真伪", "判定", "no"),
    *("  f", "  t", "\tf", "\tt", "→错", "→对", "→假", "”假", "” 假", "”错", "” 错"),
)
_MARK = re.compile(
    r"""
    [(\[【〔]\s*(?:
        (?P<false>[×xf✗✘✕✖❌]|错误?的?|false|no) | (?P<true>[√t✓✔✅]|正确的?|对的?|true|yes) | (?P<blank>[?_]{0,8})
    )\s*[)\]】〕]
    | (?P<cross>[×✗✘✕✖❌❎])\ufe0f?(?![\d×]) | (?P<tick>[√✓✔✅☑])\ufe0f? | (?P<line>_{2,})
    | (?:答案|判断|鉴定|结论|结果|真伪|判定)(?:结果)?\s*[:是为]\s*(?:
        (?P<wrong>错误?的?|假的?|不实|过时|谣言|否|不对|不属实|伪|不成立|有误) | (?P<right>对的?|真的?|属实|正确|是)
    )(?=$|[\s。.,;!(])
    | (?<=[”」』→])\s*(?P<word>错|假|不实|no)(?=$|[\s。.,;!(]) | (?<=[\s。.,;!])(?P<no>no)(?=[!。.]*$)
    | (?<=\s\s)(?:(?P<f>f)|(?P<t>t))$
    """,
    re.VERBOSE,
)
# What numbers an item, before or after its mark.
_NUMBER = (
    r"(?:第?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[题条]?[.、:)]?|[①-⑳]"
    r"|[(](?:\d{1,2}|[一二三四五六七八九十])[)]|[-•●·*▪])"
)
_OPENS = re.compile(rf"\s*{_NUMBER}?\s*")
_NEXT = re.compile(rf"[\s。.;,]*{_NUMBER}")
# What may follow the mark of a statement: nothing, or why.
_CLOSES = re.compile(
    r"""
    [\s。.!;,"”]*(?:$|解析|理由|原因|分析|应为|应是|应改|正确|正解|改为|改正|更正|说明|注|\(|【|\[|因为|其实)
    """,
    re.VERBOSE,
)


def marked(lines: Sequence[Line]) -> Iterator[Passage]:
    """Yield the marked statements of lines; what a tick affirms is asserted, what has a blank is asked."""
    for line in lines:
        if not any(sign in line.text for sign in SIGNS):
            continue
        found = [m for m in _MARK.finditer(line.text) if _judges(line.text, m)]
        if not found:
            continue
        leads = bool(_OPENS.fullmatch(line.text[: found[0].start()]))
        for n, m in enumerate(found):
            if leads:
                start = m.end()
                end = found[n + 1].start() if n + 1 < len(found) else len(line.text)
            else:
                start, end = found[n - 1].end() if n else 0, m.start()
            yield Passage(line.start + start, line.start + end, _stance(m), m.group())


def _stance(m: re.Match[str]) -> Stance:
    if any(m[kind] for kind in ("false", "cross", "wrong", "word", "no", "f")):
        return Stance.DENIED
    return Stance.ASSERTED if m["true"] or m["tick"] or m["right"] or m["t"] else Stance.QUESTION


def _judges(text: str, m: re.Match[str]) -> bool:
    """Return whether a mark judges a statement: it opens the line, ends it, or an item or explanation follows it."""
    if any(m[kind] for kind in ("line", "wrong", "right", "word", "no", "f", "t")):
        return True
    if m["blank"] is not None and len(m.group()) > 2:
        return True
    ahead = text[: m.start()]
    if _OPENS.fullmatch(ahead) or _NEXT.match(text, m.end()):
        return m["blank"] is None or bool(text[m.end() :].strip())
    return bool(_CLOSES.match(text, m.end())) and not re.search(r"[的之\d]$", ahead)
