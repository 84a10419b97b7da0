"""Statements without a predicate's own words: where a thing is (S 在 V) and how large it is (S 64平方公里).

A place counts only for predicates whose templates say where a thing lies, a measure only where one predicate of the
subject's type is measured in that dimension.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analyzer.claims import attach, slots, topics
from analyzer.claims.clauses import Sentence
from analyzer.claims.grammar import FREE, Grammar, Shape
from analyzer.claims.mentions import CLOSING, OPENING, Mention
from analyzer.claims.slots import Slot, continues
from analyzer.claims.slots.names import part_of
from analyzer.claims.statement import Carry, Statement
from analyzer.fold import fold
from analyzer.model import Predicate
from analyzer.values import quantity
from analyzer.values.units import scale_of, unit_of
from analyzer.words import tagged


def may_state(text: str, mentions: Sequence[Mention], grammar: Grammar) -> bool:
    """Return whether a sentence without any cue may still say where a thing is or how large it is."""
    types = frozenset().union(*(m.types for m in mentions))
    if ("在" in text or "的" in text) and any(s.values & types for s in grammar.located):
        return True
    return any(s.subjects & types and s.may_stand_in(text) for s in grammar.measured)


_AT = re.compile('(?<![存现所实正好不内外潜自])(?:不)?在[《“"『「]?$')
# What may close a phrase of place after its name: …境内, …的戈壁滩上, an unknown district, a bearing.
_PLACE_ENDS = re.compile(
    r'[》”"』」]?(?:[\u4e00-\u9fff]{1,6}?(?:[市县区镇乡村州]))?(?:境内|市区|城区|市郊|郊区|郊外|市内|城里|内陆|腹地)?'
    r"(?:[东南西北中]{1,2}部|[东南西北]{1,2}角|的[^，,。；;的\ue000]{1,8}?[上中里内边旁畔侧部角下])?(?=(?:、[^，,。；;、]{2,6})*(?:$|[，,。；;！!）)]|而|但))"
)


def of_place(sentence: Sentence, shape: Shape, carry: Carry) -> list[Statement]:
    """S 在 V · 它并不在 V1，而在 V2: a copula of place, where nothing but a place follows."""
    out: list[Statement] = []
    for n, v in enumerate(sentence.mentions):
        if not v.types & shape.values:
            continue
        if (owned := _attribute(sentence, v, shape)) is not None:
            out.append(owned)
            continue
        first = v
        for m in reversed(sentence.mentions[:n]):  # 在[浙江省]海盐县
            if m.end == first.start and m.types & shape.values:
                first = m
        at = _AT.search(sentence.text[: first.start])
        if at is None or not _PLACE_ENDS.match(sentence.masked, v.end) or continues(sentence, v, subunit=True):
            continue
        start = at.start() + at.group().index("在")
        subject = attach.before(sentence, start, shape.subjects, False, (v.start, v.end))
        far = subject is None
        if subject is None:
            described = attach.opens_clause(sentence, start, shape.subjects, False, (v.start, v.end))
            subject = carry(shape.subjects, described) if described is not None else None
        if subject is not None:
            slot, cue = slots.entity_slot(v), (start, start + 1)
            out += [_statement(sentence, shape, s, slot, cue, subject.how, far, "place") for s in subject.mentions]
    return out


def _attribute(sentence: Sentence, v: Mention, shape: Shape) -> Statement | None:
    """V 的 S: a place as attribute of what lies in it. Only suggested: shops and shows have places as well."""
    if not re.match('[》”"』」]?(?:境内|市)?的[《“"『「]?\ue000', sentence.masked[v.end :]):
        return None
    m = next(x for x in sentence.mentions if x.start >= v.end)
    if not m.types & shape.subjects or continues(sentence, m) or part_of(sentence, m):
        return None
    slot = replace(slots.entity_slot(v), certain=False)
    return _statement(sentence, shape, m, slot, (v.start, v.end), "head", False, "place")


# Between a thing and its bare measure: S[足足有] V · S[总共] V.
_LINK = re.compile(
    '[》”"』」]?(?:则|就|也|才|都|却|还|现|已)*(?:为|有|是|达到?|高达|长达|重达|大约|约为?|共有?|一共有?|总共有?|总计|合计|只有|仅有?|足足有?|足有|不过|接近|将近)?(?:足足|约|大约)?'
)
_ENDS = re.compile("(?:左右|上下|多|余)?(?=$|[，,。；;！!])")
_ALONE = re.compile("(?:一共|总共|总计|合计|共计|共|约|大约|足足|足有|也有|只有|仅有?|达到?|高达)?")


def of_measure(sentence: Sentence, shape: Shape) -> list[Statement]:
    """S 4217米，… · V 的 S · S …，一共 V: a figure that fills its clause, or modifies the name.

    What is said of the topic of an earlier clause is only suggested.
    """
    out: list[Statement] = []
    for figure in sentence.figures:
        if figure.bare or not _same_measure(sentence, figure.start, figure.end, shape.predicate):
            continue
        value = quantity(figure, shape.predicate.unit)
        if value is None:
            continue
        k = sentence.segment_at(figure.start)
        begin = sentence.segments[k][0]
        slot = Slot(figure.start, figure.end, value)
        if re.match('的[《“"『「]?\ue000', sentence.masked[figure.end :]) and not sentence.gap(begin, figure.start):
            m = next(x for x in sentence.mentions if x.start >= figure.end)
            after = sentence.text[m.end : m.end + 1]
            if m.types & shape.subjects and not continues(sentence, m) and after != "的":
                out.append(_statement(sentence, shape, m, slot, (figure.start, figure.end), "head", False, "measure"))
            continue
        if not _ENDS.match(sentence.text, figure.end):
            continue
        left = [x for x in sentence.mentions if begin <= x.start and x.end <= figure.start]
        if left:
            m = left[-1]
            link = _worded(shape.predicate, sentence.text[m.end : figure.start])
            fits = m.types & shape.subjects and _LINK.fullmatch(link)
            if fits and not topics.governed(sentence, begin, m) and not topics.only_compared(sentence, m):
                out.append(_statement(sentence, shape, m, slot, (m.end, figure.start), "adjacent", False, "measure"))
            continue
        lead = sentence.text[begin : figure.start].strip(OPENING + CLOSING)
        rest = _worded(shape.predicate, lead)
        if k and (_ALONE.fullmatch(rest) or (rest != lead and _LINK.fullmatch(rest))):
            subject = topics.carried(sentence, k, shape.subjects, False, True)
            if subject is not None and len(subject.mentions) == 1:
                slot = Slot(figure.start, figure.end, value, certain=rest != lead)
                at = (figure.start, figure.start)
                out.append(_statement(sentence, shape, subject.mentions[0], slot, at, subject.how, False, "measure"))
    return out


_ASPECT = re.compile(
    '(?P<close>[》”"』」]?)的?(?:(?P<adjective>[深高长宽厚重])度?|(?P<noun>[\u4e00-\u9fff]{2,4}?))(?:可|却|也|竟|则|已|就)*'
    "(?=$|[为有是达高长重大约共只仅足不接将])"
)


def _worded(predicate: Predicate, link: str) -> str:
    """Return what stands before a figure without the dimension's own word, if the table's wording has that word.

    深 or 深度 for 最大水深, 装机 for 装机容量.
    """
    found = _ASPECT.match(link)
    if found is None:
        return link
    word = found["adjective"] or found["noun"]
    named = found["adjective"] or tagged(word)[-1][1][0] in "nv"
    known = named and any(word in fold(t) for t in (*predicate.templates, predicate.label))
    return found["close"] + link[found.end() :] if known else link


def _same_measure(sentence: Sentence, start: int, end: int, predicate: Predicate) -> bool:
    written = sentence.text[start:end]
    if unit_of(predicate.unit).dimension in FREE:
        return True
    _, stem = scale_of(predicate.unit)
    return written.endswith(stem) and not written.endswith("平方" + stem)


def _statement(
    sentence: Sentence, shape: Shape, m: Mention, slot: Slot, cue: tuple[int, int], how: str, far: bool, frame: str
) -> Statement:
    clause = sentence.segments[sentence.segment_at(min(cue[0], slot.start))][0]
    start = min(cue[0], slot.start) if far else min(m.start, cue[0], slot.start)
    lead = max(clause, min(m.end, cue[0])) if not far else clause
    return Statement(
        shape.predicate, m, slot, start, max(slot.end, 0 if far else m.end), cue, min(lead, cue[0]), shape.template,
        frame, how, slot.certain, carried=far,
    )  # fmt: skip
