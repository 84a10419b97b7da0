"""Exercises: items below the head of a quiz, the options of a choice, what a key at the end speaks of."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from analyzer.claims.passages.passage import Line, Passage, whole
from analyzer.model import Stance

OPTION_SIGNS = ("b.", "b、", "(b)", "b:", "b)", " b ")
KEY_SIGNS = ("答案", "×", "√", "✗", "✓", "❌", "1对", "1错", "1.对", "1.错", "1、对", "1、错", "1:对", "1:错")
SECTION_SIGNS = (
    *("每日一", "每天一", "每周一", "改正", "辨析", "真或假", "真还是假", "是或否", "t/f"),
    *("判断", "选择题", "单选", "多选", "单项", "多项", "填空", "改错", "是非", "抢答", "必答", "真假", "对错", "竞猜"),
    *(
        "测试",
        "练习",
        "思考题",
        "模拟题",
        "热身",
        "闯关",
        "知识题",
        "下列",
        "下面",
        "以下",
        "正误",
        "是真是假",
        "对还是错",
    ),
    *("考考你", "测一测", "测验", "有奖", "知识问答", "对吗:", "正确吗:", "真吗:", "找错", "找茬", "哪些是", "哪个是"),
    *(
        "哪句",
        "哪条",
        "问题:",
        "题目:",
        "题干:",
        "题:",
        "题,",
        "题、",
        "题.",
        "题 ",
        "题(",
        "问:",
        "问,",
        "第1问",
        "第一问",
    ),
)
ANSWER_SIGNS = (
    "答:",
    "答案",
    *(f"\n{word}" for word in ("错", "对", "不对", "正确", "假", "真", "×", "√", "❌", "✅")),
)
MAX_HEAD = 40  # characters of a quiz's head; by judgement (tests/claims/test_passages.py)
MAX_ITEM = 80  # characters of an item without a number; longer lines are paragraphs (tests/claims/test_passages.py)

_HEAD = re.compile(
    r"""
    (?:判断|选择|单选|多选|单项选择|多项选择|填空|改错|是非|抢答|必答|真假|对错|竞猜
        |自测|测试|练习|思考|模拟|热身|闯关|知识)题
    | 判断(?:正误|对错|下[列面]|以下|真假)
    | (?:下[列面]|以下)[^,。]{0,12}(?:说法|表述|叙述|描述|判断|句子|陈述|选项|题)
    """,
    re.VERBOSE,
)
# Words of a page's title that promise a quiz; only numbered lines with an answer below are then items.
_MAYBE = re.compile(
    r"""
    辨别?(?:正误|真假) | 是真是假 | 对还是错 | 真的还是假的 | 哪[些个句条项种]?[^,。]{0,4}[是说]?[对错真假]
    | 找[出茬]?错 | 测[一试]?测 | 考考你 | 小?测[验试] | (?:知识|有奖)(?:问答|竞答)
    """,
    re.VERBOSE,
)
# What stands before the name of a quiz at the head of a line.
_OPENS = re.compile(r"[(【\[]?(?:[一二三四五六七八九十\d]{1,2})?[、.)】\]]?\s*(?:请|下面|快来)?$")
_NUMBERED = re.compile(
    r"""
    (?:[(【\[]?(?:第?\d{1,3}题?|第?[一二三四五六七八九十]{1,3}题)[)】\]]?\s*[.、:,)]?
        |[(][一二三四五六七八九十]{1,2}[)]|[①-⑳])\s*(?=\D)
    """,
    re.VERBOSE,
)
_ORDINAL = re.compile(
    r"""
    第(?:\d{1,3}|[一二三四五六七八九十]{1,3})[题问](?![的目库型])
    | \d{0,3}[.、)]?\s*请?(?:判断|辨析|改错|改正|找错|找茬|真或假|真还是假|对还是错|是或否
        |是还是否|t/f|[\u4e00-\u9fff]{2}题)[^:。,]{0,16}[:?]
    | (?:判断|是非|单选|多选|选择|填空|改错|真假|抢答|判一判|题目|题干|问题
        |(?:正确|对|真的?)(?:吗|么))题?[一二三四五六七八九十\d]{0,3}:
    """,
    re.VERBOSE,
)
# Which of these is false? …: what the line goes on with.
_WHICH = re.compile(
    r"哪一?[句条项个种][^。?:]{0,6}(?:[假错对真]|正确|错误)的?[^。?:]{0,4}[?:]|[句条项个](?:话|说法)?[里中]有[^。?:]{0,4}[假错][^。?:]{0,4}[。:]"
)
# An item that says of itself what it is: (判断) …, … (判断)
_SELF = re.compile(r"[(【\[](?:判断|单选|多选|选择|填空|改错|是非|真假)题?[)】\]]")
# What opens the answer to an item, or its explanation.
_ANSWER = re.compile(
    r"""
    [(【\[]?(?:参考|标准|正确|本题)?(?:答案|解析|答|解答|讲解|点评|分析|正解|解读|揭晓|揭秘|真相|说明|理由|评析|解释|详解|事实)
    (?:揭晓|解析|及解析|与解析|是|为)?[】\])]?[:,。\s]
    | 应?该?[打画判][上个]?[勾叉√×对错] | 选[a-h](?![a-z]) | 错误?[。,!] | 对[。,!] | 不对
    | 不是 | 是的 | 没错 | 正确[。,!] | 假的?[。,!] | 真的?[。,!] | [√×✓✗✅❌] | 应改?[为是] | 改为 | [a-h][。.]?$
    """,
    re.VERBOSE,
)
# A verdict that is all of the answer.
_VERDICT = re.compile(
    r"""
    [(【\[]?(?:(?:参考|标准|正确)?答案?|解析|判断)[】\])]?[:是为]?\s*[(【\[]?
    (?:错|对|不对|正确|[√×✓✗✔✘❌✅]|假|真|[a-d](?![a-z])|否|是[。,!])
    | (?:错|对|不对|错误|正确|假|真)的?[。,!;] | [√×✓✗✔✘❌✅]
    """,
    re.VERBOSE,
)
_ANSWER_INSIDE = re.compile(
    r"[(【\[]?(?:参考|标准|正确)?答案[】\])]?[:是为]|[(【\[]?解析[】\])]?:|[】\])]解析|正解:|【解析】"
)
_KEY_HEAD = re.compile(
    r"[(【\[—-]*(?:(?:参考|标准|正确)?答案|(?:答案|题目)?解析|揭晓)(?:揭晓|[及与和]?解析|公布|在此|如下|区)?[】\])—-]*:?"
)
_PAIR = re.compile(r"(?<!\d)(\d{1,3})\s*[.、:题)-]*\s*([×√✓✗✘✔❌✅]|对|错|正确|错误|[a-h]{1,4}(?![a-z]))")
_RIGHT = frozenset("√✓✔✅对") | {"正确"}
_OPTION = re.compile(r"(?:^|(?<=[\s?。;,、)(:!]))(?:[(]([a-h])[)]|([a-h])\s*[.、:)]|([a-h])(?=\s+[^\sa-z]))")
# A stem that asks which option it is.
_STEM = re.compile(
    r"[?(]\s*[)]?\s*[。:]?$|的[一]?[是有为项个]?\s*[(:]?\s*[)]?\s*[。:]?$|哪|[(]\s*[a-h]?\s*[)]|_{2,}|谁|什么|几"
)


def options(lines: Sequence[Line]) -> Iterator[Passage]:
    """Yield runs of options (A … B …) with their stem."""
    n = 0
    while n < len(lines):
        letters = _letters(lines[n].text)
        if letters[:1] != ["a"]:
            n += 1
            continue
        run, seen = [n], list(letters)
        while run[-1] + 1 < len(lines):
            more = _letters(lines[run[-1] + 1].text)
            if not more or not _opens(lines[run[-1] + 1].text) or more[0] != chr(ord(seen[-1]) + 1):
                break
            run.append(run[-1] + 1)
            seen += more
        if len(seen) > 1 and _asks(lines, run):
            first = run[0]
            if _opens(lines[first].text) and first:
                yield whole(lines[first - 1], Stance.QUESTION, "a.")
            for k in run:
                yield _up_to_answer(lines[k], "a.")
            n = run[-1]
        n += 1


def _letters(text: str) -> list[str]:
    """Return the letters of the options in a line, as far as they follow each other."""
    out: list[str] = []
    for m in _OPTION.finditer(text):
        letter = m[1] or m[2] or m[3]
        if m[3] and not out and m.start() and not re.search(r"\sb\s", text[m.end() :]):
            continue
        if not out or letter == chr(ord(out[-1]) + 1):
            out.append(letter)
    return out


def _opens(text: str) -> bool:
    """Return whether a line opens with an option."""
    return bool(_OPTION.match(text))


def _asks(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Return whether lettered lines are the options of a choice: a stem asks, or a key follows."""
    first, last = run[0], run[-1]
    if not _opens(lines[first].text):
        return True
    if first and _STEM.search(lines[first - 1].text):
        return True
    return any(_ANSWER.match(line.text) or _KEY_HEAD.match(line.text) for line in lines[last + 1 : last + 3])


def keyed(lines: Sequence[Line]) -> Iterator[Passage]:
    """Yield the numbered lines above a key (答案:1.× 2.√ …): it shows that they are items, and which are right."""
    for n, line in enumerate(lines):
        key = dict(_PAIR.findall(line.text))
        told = "答案" in line.text or sum(len(k) + len(v) + 1 for k, v in key.items()) * 2 > len(line.text)
        if len(key) < 2 or not told:
            continue
        for above in lines[:n]:
            number = _ITEM.match(above.text)
            mark = key.get(number[1]) if number else None
            if mark is not None:
                put = Stance.QUESTION if mark[0] in "abcdefgh" else Stance.DENIED
                yield whole(above, Stance.ASSERTED if mark in _RIGHT else put, line.text[:8])


_ITEM = re.compile(r"[(第]?(\d{1,3})[)题]?\s*[.、:,)]?\s*(?=\D)")


def sections(lines: Sequence[Line]) -> Iterator[Passage]:
    """Yield the items below the head of a quiz, and lines that say themselves that they are one (第3题, …)."""
    open_, numbered = False, False
    for n, line in enumerate(lines):
        text = line.text
        if which := _WHICH.search(text):
            yield Passage(line.start + which.end(), _up_to_answer(line, "").end, Stance.QUESTION, which.group())
        if found := _ORDINAL.match(text) or (("题" in text or "判断" in text) and _SELF.search(text)):
            yield _up_to_answer(line, found.group())
            open_, numbered = True, True
            continue
        if open_ and (_KEY_HEAD.fullmatch(text) or len(_PAIR.findall(text)) > 1):
            open_ = False
            continue
        if len(text) <= MAX_HEAD and _heads(text):
            open_, numbered = True, False
            yield whole(line, Stance.QUESTION, text[:8])
        elif len(text) <= MAX_HEAD and _MAYBE.search(text) and _answered(lines[n + 1 :]):
            open_, numbered = True, True
        elif not open_:
            continue
        elif _ANSWER.match(text):
            numbered = True  # what follows an answer is an item only with a number of its own
        elif _NUMBERED.match(text) or (not numbered and len(text) <= MAX_ITEM):
            numbered = numbered or bool(_NUMBERED.match(text))
            yield _up_to_answer(line, "题")
        elif len(text) > (2 if numbered else 1) * MAX_ITEM:
            open_ = False


def _heads(text: str) -> bool:
    """Return whether a short line is the head of a quiz; one that ends like a sentence must open with its name."""
    found = _HEAD.search(text)
    if found is None or re.search(r"[。!;:]\S", text[found.end() :]):
        return False
    return text[-1] not in "。!" or bool(_OPENS.match(text[: found.start()]))


def answered(lines: Sequence[Line]) -> Iterator[Passage]:
    """Yield numbered lines with a verdict right below (答: 错。), where two or more have one."""
    found = [a for a, b in pairwise(lines) if _NUMBERED.match(a.text) and _VERDICT.match(b.text)]
    if len(found) > 1:
        yield from (_up_to_answer(line, "答") for line in found)


def _answered(lines: Sequence[Line]) -> bool:
    """Return whether a numbered line has an answer right below it."""
    return any(_NUMBERED.match(a.text) and _ANSWER.match(b.text) for a, b in pairwise(lines))


def _up_to_answer(line: Line, cue: str) -> Passage:
    """Return an item as one passage, without the answer or explanation that its line goes on with."""
    found = _ANSWER_INSIDE.search(line.text)
    return Passage(line.start, line.start + found.start() if found else line.end, Stance.QUESTION, cue)
