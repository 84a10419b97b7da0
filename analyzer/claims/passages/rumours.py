"""Lists of rumours and errors with the truth below each: 谣言: … 真相: …, 误区一 … 正解 …, 原文: … 改为: …"""

import re
from collections.abc import Iterator, Sequence

from analyzer.claims.passages.passage import Line, Passage, whole
from analyzer.model import Stance

SIGNS = (
    *("谣", "流言", "传言", "传闻", "误传", "网传", "误区", "误解", "误会", "错误", "说法", "谬", "认知"),
    *(
        "误:",
        "错:",
        "假:",
        "误】",
        "错】",
        "误 |",
        "误|",
        "误\t",
        "错 |",
        "错|",
        "错\t",
        "原文",
        "原句",
        "原稿",
        "假消息",
        "假新闻",
    ),
)
REACH = 6  # lines from a rumour to its answer; by judgement (tests/claims/test_passages.py)
_NO = r"(?:之|第)?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[①-⑳])?"
_OPEN = (
    r"[#*\s]*(?:[【\[](?:更正|勘误|订正|辟谣)[】\]]\s*)?"
    r"(?:[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[).、]\s*)?[【\[「『(❌✗×]*\s*"
)
_SHUT = r"\s*[】\]」』)]*"
_FALSE = re.compile(
    rf"""
    {_OPEN}(?:第[一二三四五六七八九十\d]{{1,3}}[大个条则]?)?(?:常见|典型|网络|流行|民间|十大|历史|经典)?的?
    (?:谣言|流言|传言|误区|误解|误会|传闻|误传|网传|谬误|谬论|错误(?:说法|认识|认知|观点|理解|表述|观念|示范)?|误|错|假
        |原文|原句|原稿|坊间说法|假消息|假新闻|说法)
    (?:来源|内容|原文|版本|标题)?{_NO}{_SHUT}(?P<mark>\s*:|(?<=[】\]])|\s+(?=\S)|$)
    """,
    re.VERBOSE,
)
_TRUE = re.compile(
    rf"""
    {_OPEN}(?:科学|权威|专家|官方|编辑|小编)?
    (?:真相|事实|正解|辟谣|真实情况|实情|正确(?:说法|认识|认知|观点|理解|答案|示范|做法)?|正|真|解释|解读|点评|查证
        |求证|核实|核查|鉴定|结论|科普|回应|澄清|更正|改为|现改为|订正|应为|改正|更正为|实际|其实|答|答复|粉碎机?|分析|解析|证伪)
    (?:是|为|结果|如下)?{_NO}{_SHUT}(?:\s*:|(?<=[】\]])|\s+(?=\S)|$|,)
    """,
    re.VERBOSE,
)
# Labels that are nothing but that; 错, 原文 and the like are words of every text.
_SURE = re.compile("谣|流言|传言|传闻|误传|网传|误区|误解|误会|错误.|谬|假.")
_INSIDE = re.compile(
    r"""
    [【\[(]?(?:真相|事实|正解|辟谣|实情|正确(?:说法|认识|答案)?|解释|查证|求证|核实|鉴定|结论|回应|澄清|更正|改为
        |应为|实际|答复?|解析|正)(?:是|为)?[】\])]?:
    | 【(?:真相|正解|事实|辟谣)】
    """,
    re.VERBOSE,
)
# 误区四：你以为 …，其实 …: the answer follows in the same sentence.
_YOU_THINK = re.compile(
    r"(?P<error>\s*[^,，。;；!?]{0,6}(?:以为|觉得|认为)[^。!?\n]*?[,，;；])(?:可|但|而|殊不知)?(?:其实|实际上|事实上|实则|真相是)"
)
_SENTENCE = re.compile(r"[。!?][”\"』」)]*")


def rumours(lines: Sequence[Line]) -> Iterator[Passage]:
    """Yield what stands as rumour or error, from its label to the label of the truth."""
    yield from _columns(lines)
    for n, line in enumerate(lines):
        found = _FALSE.match(line.text)
        if found is None:
            continue
        below = lines[n + 1 : n + 1 + REACH]
        if not _is_label(line.text, found, below):
            continue
        between, answered = _until_truth(below)
        if found.end() < len(line.text):
            end = _end(line.text, found.end(), answered)
            yield Passage(line.start, line.start + end, Stance.DENIED, found.group())
        for each in between:
            yield whole(each, Stance.DENIED, found.group())


def _columns(lines: Sequence[Line]) -> Iterator[Passage]:
    """Yield the cells below the head of a column of errors, in a table that has a column of what is right as well."""
    wrong: list[int] = []
    width = 0
    for line in lines:
        cells = list(_CELL.finditer(line.text)) if "|" in line.text else []
        heads = [cell.group().strip() for cell in cells]
        if len(cells) > 1 and any(_WRONG_HEAD.fullmatch(h) for h in heads) and any(map(_RIGHT_HEAD.fullmatch, heads)):
            wrong, width = [n for n, h in enumerate(heads) if _WRONG_HEAD.fullmatch(h)], len(cells)
        elif len(cells) == width and cells:
            for n in wrong:
                yield Passage(line.start + cells[n].start(), line.start + cells[n].end(), Stance.DENIED, "误|正")
        else:
            wrong, width = [], 0


_CELL = re.compile(r"[^|\t]+")
_WRONG_HEAD = re.compile(
    "(?:常见|网上|网络|坊间)?(?:误|错|谣言|流言|传言|误区|误解|误传|传闻|说法|网传|错误(?:说法|认识|内容|表述)?|原文|原稿)(?:内容|说法)?"
)
_RIGHT_HEAD = re.compile(
    "正|真相|事实|正解|正确(?:说法|认识|内容|表述|答案)?|更正|更正后|应为|改为|辟谣|实际(?:情况)?|真实情况"
)


def _is_label(text: str, found: re.Match[str], below: Sequence[Line]) -> bool:
    """Return whether a word of error at the head of a line is a label.

    A word that is common otherwise needs the label of the truth below it, and a word without a mark needs both.
    """
    told = any(_TRUE.match(line.text) for line in below)
    sure = bool(_SURE.search(found.group()))
    bare = not found["mark"].strip() and found.end() < len(text) and text[found.end() - 1] not in "】]"
    return told and sure if bare else told or sure


def _until_truth(below: Sequence[Line]) -> tuple[Sequence[Line], bool]:
    """Return the lines between a rumour's label and the label of the truth, and whether there is one.

    None belong to the rumour where another rumour comes first.
    """
    for n, line in enumerate(below):
        if _TRUE.match(line.text):
            return below[:n], True
        if _FALSE.match(line.text):
            break
    return (), False


def _end(text: str, since: int, answered: bool) -> int:
    """Return where a rumour ends in the line of its label: at the truth, or after one sentence if none is labelled."""
    if found := _INSIDE.search(text, since):
        return found.start()
    if found := _YOU_THINK.match(text, since):
        return found.end("error")
    first = None if answered else _SENTENCE.search(text, since)
    return first.end() if first else len(text)
