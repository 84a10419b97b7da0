"""Values that are texts: quoted, named, coded (GB/T 18650), numbers that count nothing (95588), nouns to a stop."""

import re

from analyzer.claims.clauses import Sentence
from analyzer.claims.gaps import agent_gap, nominal
from analyzer.claims.mentions import CLOSING, OPENING
from analyzer.claims.slots.slot import LIST, Slot, in_turn
from analyzer.fold import fold
from analyzer.model import TextValue
from analyzer.words import tagged


def text_before(sentence: Sentence, position: int) -> list[Slot]:
    """Return the name right before a cue as text: a mention, or what quotation marks hold."""
    for m in reversed(sentence.mentions):
        if m.end <= position:
            gap = sentence.gap(m.end, position).lstrip(CLOSING)
            return [text_slot(sentence, m.start, m.end)] if agent_gap(gap) else []
    return []


_TEXT_END = re.compile(r"凭借|随着|作为|[，,。；;！？!?：:\n()（）|｜]|的(?=[^\s])|等(?=[，,。；;\s]|$)")


# A code of letters and digits: GB/T 18650, ISO 9001:2015, A17 Pro.
_CODE = re.compile(
    r"(?=[a-z][a-z ./:_-]*\d)[a-z][a-z0-9]*(?:[ ./:_-]{1,2}[a-z0-9]+)*|\d?[a-z]{1,5}\d?(?![a-z0-9 ]|[./_-][a-z0-9])"
)


def _code_end(sentence: Sentence, start: int) -> int:
    """Return where a code that starts here ends, 0 where there is none or where it only begins a longer name."""
    found = _CODE.match(sentence.text, start)
    if found is None:
        return 0
    rest = re.match("[\u4e00-\u9fff]{1,4}", sentence.text[found.end() :])
    if rest is None:
        return found.end()
    word, kind = tagged(rest.group())[0]
    return found.end() if kind[0] in "ucpdv" or word in sentence.attributes else 0


# A number that is a text (95384): by itself, or too long to begin a name (360借条) whatever follows (10086咨询).
_NUMBER = re.compile(r"(?:[^\d，。；]{0,5}[^\d，。；a-z])??(\d[\d-]{4,}(?!\d)|\d[\d-]{2,}(?![\d\u4e00-\u9fffa-z]))")


def _codes(sentence: Sentence, start: int, end: int) -> list[Slot]:
    """Return a code or number with the rest of its list, where 分别 or its like sets it against another list."""
    out = [text_slot(sentence, start, end)]
    while in_turn(sentence.text, 0, start) >= 0 and (comma := LIST.match(sentence.text, end)):
        start = comma.end()
        digits = _DIGITS.match(sentence.text, start)
        end = digits.end() if digits else _code_end(sentence, start)
        if not end:
            break
        out.append(text_slot(sentence, start, end))
    return out


_DIGITS = re.compile(r"\d[\d-]{2,}(?![\d\u4e00-\u9fffa-z])")


_CLOSED = re.compile("[^“「『”」』]*(?=[”」』])")
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}(?![\d])")
_RELATES = re.compile(
    "(?:与|和|跟|同|比|由|从|被|对|向)(?=[^，,。；;]*(?:一样|一致|相同|不同|类似|相似|接近|有关|无关|不一|$|[，,。]))"
)


def text_after(sentence: Sentence, position: int) -> list[Slot]:
    """Return the texts right of a cue."""
    lead = re.match(
        r"\s*(?:(?:则|就|也|便|正|分别|依次|各自?)(?=[是为叫]))?(?:是|为|叫做|叫|即|：|:|—)*\s*",
        sentence.text[position:],
    )
    start = position + (lead.end() if lead else 0)
    if _RELATES.match(sentence.text, start):
        return []  # 区号与市区一致
    if sentence.text[start : start + 1] in OPENING and sentence.text[start : start + 1]:
        closing = CLOSING[OPENING.index(sentence.text[start])]
        end = sentence.text.find(closing, start + 1)
        if end > 0:
            return [text_slot(sentence, start + 1, end)]
    for m in sentence.mentions:
        if m.start == start and re.match(r"$|[，,。；;！!？?、()（）]|和|与|及|而|凭", sentence.text[m.end :] or "。"):
            return [text_slot(sentence, m.start, m.end)]
    if clock := _CLOCK.match(sentence.text, start):
        return [text_slot(sentence, start, clock.end())]
    if end := _code_end(sentence, start):
        return _codes(sentence, start, end)
    if digits := _NUMBER.match(sentence.text, start):
        return _codes(sentence, digits.start(1), digits.end(1))
    end = _text_end(sentence, start)
    words = tagged(sentence.text[start:end])
    if words and sentence.text[end : end + 1] == "的" and words[-1][1] in ("f", "s"):
        # 发源于[某省境内的某山]: a place within a place; the head is what the text names.
        head = _text_end(sentence, end + 1)
        end = head if nominal(sentence.gap(end + 1, head)) else end
    out = []
    at = start
    for piece in re.split(r"(、|和|与|及)", sentence.text[start:end]):
        if piece not in ("、", "和", "与", "及") and 1 < len(piece.strip()) <= 20:
            out.append(text_slot(sentence, at, at + len(piece)))
        at += len(piece)
    return out


def _text_end(sentence: Sentence, start: int) -> int:
    stop = _TEXT_END.search(sentence.text, start)
    end = stop.start() if stop else len(sentence.text)
    # “S 可以根治某病”，…: the quotation that ends here began before the value.
    closed = _CLOSED.match(sentence.text, start, end)
    return closed.end() if closed else end


def text_slot(sentence: Sentence, start: int, end: int) -> Slot:
    """Return a stretch of the sentence as a text value."""
    return Slot(start, end, TextValue(folded=fold(sentence.text[start:end]).replace(" ", "")))
