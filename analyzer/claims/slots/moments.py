"""Values that are dates."""

import re

from analyzer.claims.clauses import Sentence
from analyzer.claims.gaps import agent_gap, object_gap
from analyzer.claims.slots.slot import LIST, Slot, in_turn
from analyzer.words import MENTION, tagged


def date_after(sentence: Sentence, position: int) -> list[Slot]:
    """Return the dates right of a cue; more than one only with 分别."""
    chain: list[Slot] = []
    for d in sentence.dates:
        if d.start < position:
            continue
        if chain:
            if not LIST.fullmatch(sentence.gap(chain[-1].end, d.start)):
                break
        elif len(sentence.gap(position, d.start)) > 14 or not object_gap(sentence.gap(position, d.start)):
            return []
        chain.append(Slot(d.start, d.end, d.date))
    return chain if in_turn(sentence.text) >= 0 else chain[:1]


def date_before(sentence: Sentence, position: int) -> list[Slot]:
    """Return the date left of a cue, or the one that a clause of its own sets for it."""
    start = sentence.segments[sentence.segment_at(position)][0]
    inside = [d for d in sentence.dates if d.end <= position]
    if not inside:
        return []
    last = inside[-1]
    if last.start >= start:
        piece = sentence.text[start:position].rfind("、")
        if piece >= 0 and start + piece > last.end:
            return []
        if not _date_gap(sentence.gap(last.end, position)):
            return []
        if in_turn(sentence.text, start, last.start) >= 0:
            chain = [last]
            for d in reversed(inside[:-1]):
                if d.start >= start and LIST.fullmatch(sentence.gap(d.end, chain[0].start)):
                    chain.insert(0, d)
            return [Slot(d.start, d.end, d.date) for d in chain]
        if len(inside) > 1 and re.fullmatch(r"\s*(?:到|至|-|—|–|~|～)\s*", sentence.text[inside[-2].end : last.start]):
            last = inside[-2]
        return [Slot(last.start, last.end, last.date)]
    # A date that stands alone before a comma sets the time of the clause after it: 2015年9月25日，…上映.
    k = sentence.segment_at(last.start)
    begin, end = sentence.segments[k]
    rest = _CLOCK.sub("", sentence.gap(last.end, end))
    rest = "" if all(kind == "t" for _, kind in tagged(rest)) else rest  # 2019年大年初一
    alone = not sentence.gap(begin, last.start).strip("《于在0123456789") and len(rest) <= 3
    alone = alone and not _happens(rest)
    if alone and k == sentence.segment_at(position) - 1:
        return [Slot(last.start, last.end, last.date)]
    return []


def _happens(rest: str) -> bool:
    """Return whether a date has a verb of its own: 1994年7月5日通过，…"""
    return any(len(word) > 1 and (kind[0] == "v" or word == "通过") and word != "开始" for word, kind in tagged(rest))


# The hour after a date says nothing more: 2018年10月24日上午9时.
_CLOCK = re.compile(
    r"^(?:(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间|晚|深夜)?\d{1,2}(?:时|点钟?|:\d\d)(?:\d{1,2}分|半|整|许|左右)?"
    r"|凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间)"
)


_ONGOING = re.compile("(?:起|以来|以后|之后)[^，,。；;]*由")


def _date_gap(gap: str) -> bool:
    """Return whether ``gap`` may stand between a date and its verb."""
    gap = _CLOCK.sub("", gap)
    if _ONGOING.match(gap):
        return False  # 2021年6月起就由某某发行: since then by another
    ahead, named, after_name = gap.partition(MENTION)
    if named and MENTION not in after_name:
        return _date_gap(ahead) and agent_gap(after_name)  # 1998年11月 S [成立]
    gap = re.sub(
        r"^(?:的|初|末|底|年底|年初|春天|夏天|秋天|冬天|上半年|下半年|起|左右|前后|正式|[\u4e00-\u9fff]季)+", "", gap
    )
    return agent_gap(gap)
