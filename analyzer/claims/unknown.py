"""Bound the name of a value that the table does not know: 微粒贷是[某某科技公司]旗下的…"""

import re

from analyzer.claims import lexicon
from analyzer.claims.clauses import Sentence
from analyzer.claims.mentions import CLOSING, OPENING
from analyzer.claims.slots import INSTITUTION, Slot
from analyzer.model import UnknownValue
from analyzer.values import level
from analyzer.words import cut_names, known, tag, tagged, tagger

# Words that make a noun phrase a description instead of a name.
_DESCRIBES = re.compile(
    r"[某各多几两该此这那其另一]|正规|知名|著名|大型|小型|持牌|国内|国外|当地|第三方|官方|合法|合规|专业|领先|相关|有关|同一|不同|一些|"
    r"哪|谁|什么|自己|我们|他们|它们|你|我|他|她|它|上述|以上|以下|旗下|传统|普通|民间|民营|国有|外资|合作|主要|全球|世界|"
    r"[一二两三四五六七八九十几多\d]+[家个名位所款种]|的"
)
_COUNTED = re.compile(rf"[一两几多][{''.join(sorted(w for w in lexicon.words('measures')))}]")
_EDGE = re.compile(r"[，,。；;：:！？!?\n()（）|｜、]")
MAX_NAME = 20  # characters; the longest registered names of companies are of this order


def name_value(text: str) -> UnknownValue | None:
    """Return the value that a bounded noun phrase is: a proper name, a description, or None where neither is sure."""
    text = text.strip(OPENING + CLOSING + " \u3000")
    if not 1 < len(text) <= MAX_NAME:
        return None
    if _DESCRIBES.search(text):
        told = "某" in text or _COUNTED.match(text) or any(text.endswith(i) for i in INSTITUTION)
        return UnknownValue(name=text, proper_name=False) if told and len(text) > 2 else None
    if level(text) and (tag(text) == "ns" or tagged(text)[0][1] == "ns"):
        return UnknownValue(name=text, proper_name=True)
    last = max((i for i in INSTITUTION if text.endswith(i)), key=len, default="")
    if last:
        head = text[: -len(last)]
        specific = any(
            not known(w) or k in ("nz", "ns", "nt", "nr", "x", "nrt") or len(w) == 1 for w, k in tagged(head)
        )
        generic = known(head) and tag(head)[0] in "nav" and tag(head) not in ("nz", "ns", "nt", "nr")
        return UnknownValue(name=text, proper_name=bool(head) and specific and not generic)
    if re.fullmatch(r"[a-z][a-z0-9 .&'-]{2,}", text):
        return UnknownValue(name=text, proper_name=True)
    if len(text) <= 4 and (names := cut_names(text)) and len(names) == 1 and _is_person(text):
        return UnknownValue(name=text, proper_name=True)
    if re.fullmatch(r"[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff·]{1,12}", text):
        return UnknownValue(name=text, proper_name=True)
    return None


def _is_person(text: str) -> bool:
    pairs = [(p.word, p.flag) for p in tagger().cut(text)]
    return len(pairs) == 1 and pairs[0][1] in ("nr", "nrt", "nrfg")


def before(sentence: Sentence, position: int) -> list[Slot]:
    """Return the unknown value between 由/被/是 and a cue that starts at ``position``; none without such a mark."""
    start = sentence.segments[sentence.segment_at(position)][0]
    head = sentence.text[start:position]
    found = re.search(r"(?:由|被|是|为|作为|系|乃|来自|出自|归|属于|与|和)([^由被是为系乃，。]{2,24})$", head)
    if not found or _foreign(sentence, start + found.start(1), start + found.end(1)):
        return []
    text = found[1]
    name = re.sub(r"(?:于|在)\S{0,12}$", "", text)
    name = re.sub(r"(?:先生|女士|等|联合|共同|独家|倾力|正式|负责|全权|自主|专门|日常|所|公司旗下)+$", "", name)
    at = start + found.start(1)
    if _EDGE.search(name) or not name or _foreign(sentence, at, at + len(name)):
        return []
    value = name_value(name)
    return [Slot(at, at + len(name), value)] if value else []


def _foreign(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether a name of the table stands inside a stretch other than at its head (重庆|某某公司)."""
    return any(m.start < end and start < m.end and not (m.start == start and m.end < end) for m in sentence.mentions)


def after(sentence: Sentence, position: int) -> list[Slot]:
    """Return the unknown value right after a cue that ends at ``position``."""
    rest = sentence.masked[position:]
    lead = re.match(r"(?:了|为|是|在|于|：|:|\s)*", rest)
    at = position + (lead.end() if lead else 0)
    stop = re.search(r"[，,。；;：:！？!?\n()（）|｜、的和与及并而]|旗下|下属|成立|推出|，|$", sentence.masked[at:])
    text = sentence.masked[at : at + (stop.start() if stop else 0)]
    if "\ue000" in text:
        return []
    value = name_value(text)
    return [Slot(at, at + len(text), value)] if value else []
