"""Statements that no template words: S 与 V 没有关系, and agents that are only implied."""

import itertools
import re
from collections.abc import Sequence

from analyzer.claims import slots, topics
from analyzer.claims.clauses import Sentence
from analyzer.claims.grammar import Shape
from analyzer.claims.statement import Statement

_NO_RELATION = re.compile(
    r"(?:之间)?(?:也|都|其实|根本|完全|实际上|从来|本来)?(?:就)?(?:无关|(?:没有|没|毫无|并无|无|不存在)(?:任何|什么|半点|丝毫|一点|直接|隶属|股权|半毛钱|所谓的?|的)*"
    r"(?:关系|关联|瓜葛|干系|联系))"
)


def of_no_relation(sentence: Sentence, shapes: Sequence[Shape]) -> list[Statement]:
    """S 与 V 没有任何关系: V is not the value, for every single or closed predicate that the types fit."""
    out: list[Statement] = []
    for found in _NO_RELATION.finditer(sentence.masked):
        pair = [m for m in sentence.mentions if m.end <= found.start()][-2:]
        if len(pair) < 2 or sentence.gap(pair[1].end, found.start()):
            continue
        if not re.fullmatch(
            r"[》”\"]?(?:其实|实际上|本身|根本|完全)?(?:与|和|跟|同)", sentence.gap(pair[0].end, pair[1].start)
        ):
            continue
        fitting = [
            (s, a, b) for a, b in (pair, pair[::-1]) for s in shapes if a.types & s.subjects and b.types & s.values
        ]  # fmt: skip
        if len({s.predicate.id for s, _, _ in fitting}) != 1:
            continue
        for shape, a, b in fitting[:1]:
            out.append(
                Statement(shape.predicate, a, slots.entity_slot(b), pair[0].start, found.end(), found.span(),
                          found.end(), "", "no-relation", "adjacent", negated=True)
            )  # fmt: skip
    return out


# When something has happened to S, the one who then acts: S 逾期后，V 将 …
_ONCE = re.compile("(?:之|以)?后$")

_ACTS = re.compile(
    '[》”"』」]?(?:就|便|也|同样)?(?:将会?|会|有权|可以|可能会)(?:对|向|把|将|通过|依法|按|派|先)?[\u4e00-\u9fff]{2}'
)


def of_implied(sentence: Sentence, shapes: Sequence[Shape]) -> list[Statement]:
    """S … 后，V 将 …: V acts where S is concerned, so that S seems to be V's. Never more than a suggestion.

    Only where the sentence names just these two and exactly one single or closed predicate fits them.
    """
    out: list[Statement] = []
    if len({m.ids for m in sentence.mentions}) != 2:
        return out
    for (a, b), (start, end) in itertools.pairwise(sentence.segments):
        first = [m for m in sentence.mentions if a <= m.start < b]
        second = [m for m in sentence.mentions if start <= m.start < end]
        if len(first) != 1 or len(second) != 1 or sentence.gap(start, second[0].start):
            continue
        s, v = first[0], second[0]
        if topics.topic_of(sentence, a, b, s.types) is not s:
            continue  # 用 S 付款后，V 会 …: S is a means
        found = _ACTS.match(sentence.masked, v.end)
        fitting = [x for x in shapes if s.types & x.subjects and v.types & x.values]
        if not found or not _ONCE.search(sentence.masked[s.end : b]) or len({x.predicate.id for x in fitting}) != 1:
            continue
        out.append(
            Statement(fitting[0].predicate, s, slots.entity_slot(v), s.start, found.end(), found.span(), v.end, "",
                      "implied-agent", "implied", False, negations=0)
        )  # fmt: skip
    return out
