"""What others say on a page: readers' letters, questions sent in, posts of a thread, long quotations."""

import re
from collections.abc import Iterator, Sequence

from analyzer.claims.passages.passage import Line, Passage, whole
from analyzer.model import Stance

SIGNS = (
    *(
        "网友",
        "读者",
        "楼:",
        "楼 ",
        "楼(",
        "楼主",
        "@",
        "来信",
        "来函",
        "留言",
        "问:",
        "q:",
        "回复",
        "提问",
        "追问",
        "匿名",
    ),
    *(
        "同学",
        "跟帖",
        "甲:",
        "乙:",
        "问题:",
        "问题1",
        "问题一",
        "问】",
        "问1",
        "问一",
        "q1",
        "评论",
        "求助",
        "咨询",
        "观众",
    ),
    *(
        "听众",
        "群友",
        "用户",
        "粉丝",
        "家长:",
        "投稿",
        "答主",
        "1l",
        "2l",
        "1#",
        "2#",
        "#1",
        "沙发",
        "网评",
        "吧友",
        "坛友",
    ),
)
_NAME = r"[^\s,，。:;!?“”\"]"
_FLOOR = r"(?:楼主|层主|lz|沙发|板凳|地板|\#?\d{1,4}\s*(?:楼|l|f|\#)|[一二三四五六七八九十]{1,3}楼|\#\d{1,4})"
# Who speaks at the head of a line, with what stands beside it up to the colon.
_SPEAKER = re.compile(
    rf"""
    [\[【(]?(?:(?:引用|回复|来自)\s*)?(?:
        (?:热心|一位|某|资深|老|本地|外地|匿名|这位|有)*
        (?:网友|读者|用户|粉丝|群友|书友|影迷|球迷|车友|吃货|路人|观众|听众|家长|顾客|游客|食客|患者|业主|学生|同学|学员|考生
            |匿名|答主|吧友|坛友|驴友|股民|来信|来函|留言|评论|跟帖|网评|投稿|弹幕|问(?!题)|问题(?=[一二三四五六七八九十\d]{{0,3}}[】\])]?\s*:)|提问|追问|求助|咨询|q|请问)
        [a-z一二三四五六七八九十\d]{{0,3}}
        | {_FLOOR} | @{_NAME}{{1,16}} | [甲乙丙丁戊](?!方) | [小老阿大]{_NAME}(?=[:\s]|回复|说|问|反驳|补充|回怼)
    )(?P<rest>[^:。!?\n“”]{{0,24}})(?:[】\])]?\s*:|(?<=[信问函言])[】\]])
    """,
    re.VERBOSE,
)
_REPLIES = re.compile(rf"{_NAME}{{1,12}}\s*(?:回复|回怼|答复|反驳|补充|跟帖)\s*[了道说]?@?{_NAME}{{0,12}}\s*:")
_POST = re.compile(rf"[\[【(]?{_FLOOR}", re.VERBOSE)
_ASKS = re.compile(r"[\[【(]?(?:问|提问|追问|q|请问|咨询|求助|问题)")
# A letter with a question in it asks about all that it says up to it; posts are read sentence by sentence.
_WRITES_IN = re.compile(r"[\[【(]?(?:热心|一位|老)?(?:读者|来信|来函|观众|听众|匿名|留言|投稿)")
# Who answers for the page.
_OWN = (
    "(?:编辑|编者|小编|本刊|本报|本站|本社|记者|主编|责编|专家|医生|大夫|律师|老师|教授|客服|官方|主持人|管理员"
    "|工作人员|作者|笔者|博主|[馆园厂校院]方)"
)
_ANSWERS = re.compile(rf"{_OWN}|答|^a\d*$")
_OFFICIAL = re.compile(rf"[(【\[]?{_OWN}")
_ANSWERED = re.compile(rf"[\s。?!”][\[【(]?(?:{_OWN}?(?:答复?|回复|回答|回应)|a|编者按|编辑部?)\d*[】\])]?:")
_SENTENCE_END = re.compile(r"[。!?][”\"』」]*")
_LONG = re.compile(r"“[^“”]*[。!?][^“”]+(?:”|$)")
# A document of the thing itself is quoted as the page's own source.
_DOCUMENT = re.compile(r"(?:公告|通知|官网|条例|规定|公报|通报|年报|声明|简介|介绍)[^。”]{0,8}$")


def voices(lines: Sequence[Line]) -> Iterator[Passage]:
    """Yield lines that open with who speaks, as said by others or, where they put a question, as asked."""
    for line in lines:
        text = line.text
        if (found := _SPEAKER.match(text)) and not _ANSWERS.search(found["rest"]):
            asks = _ASKS.match(text) or found["rest"].endswith(("问", "问道"))
            asked = bool(asks) or ("?" in text and bool(_WRITES_IN.match(text)))
            stance = Stance.QUESTION if asked else Stance.ATTRIBUTED
            post = bool(_POST.match(text))
            end = _end(text, asked) if asked or post or _WRITES_IN.match(text) else _sentence_end(text, found.end())
            yield Passage(line.start, line.start + end, stance, found.group(), post)
        elif found is None and (replied := _REPLIES.match(text)) and not _OFFICIAL.match(text):
            yield whole(line, Stance.ATTRIBUTED, replied.group())


def _end(text: str, asked: bool) -> int:
    """Return where what somebody says or asks ends in a line: at the answer, or with its last question mark."""
    if found := _ANSWERED.search(text):
        return found.start() + 1
    last = text.rfind("?")
    return last + 1 if asked and last > 0 else len(text)


def _sentence_end(text: str, since: int) -> int:
    """Return where the first sentence ends: of what comes after it nobody can tell who says it."""
    found = _SENTENCE_END.search(text, since)
    return found.end() if found else len(text)


def quotations(lines: Sequence[Line]) -> Iterator[Passage]:
    """Yield quotations of more than one sentence: what is said in them others say."""
    for line in lines:
        for found in _LONG.finditer(line.text) if "“" in line.text else ():
            shut = found.group().endswith("”")
            if (shut or not found.start()) and not _DOCUMENT.search(line.text[: found.start()]):
                yield Passage(line.start + found.start(), line.start + found.end(), Stance.ATTRIBUTED, "“”")
