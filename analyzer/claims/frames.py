"""All statements of a sentence: what its cues bind, what its copulas and patterns say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analyzer.claims import bare, copulas, cues, gapping, in_turn, patterns, relations
from analyzer.claims.clauses import Sentence
from analyzer.claims.cores import Kind
from analyzer.claims.gaps import COPULA
from analyzer.claims.grammar import Cue, Grammar
from analyzer.claims.mentions import Mention
from analyzer.claims.statement import Carry, Statement


def statements(sentence: Sentence, grammar: Grammar, carry: Carry) -> list[Statement]:
    """Return everything the sentence states; ``carry`` gives the topic of the sentences before."""
    found: list[Statement] = []
    hits = list(cue_hits(sentence, grammar))
    # 属于 may be both: the cue of one predicate and the copula of another.
    cued = [(start, end) for cue, start, end in hits if cue.core.cue not in COPULA]
    for cue, start, end in hits:
        found += cues.of_cue(sentence, cue, start, end, carry)
    types = sentence.types
    for shape in grammar.patterns:
        if (shape.values and not shape.values & types) or not shape.may_stand_in(sentence.text):
            continue
        if shape.subjects & types:
            found += patterns.of_pattern(sentence, shape)
        if shape.onward is not None:
            found += patterns.of_topic(sentence, shape, carry)
    for shape in grammar.possessive:
        if shape.values & types:
            found += copulas.of_possessive(sentence, shape, carry)
    for shape in grammar.copular:
        if shape.values and not shape.values & types:
            continue
        found += copulas.of_copula(sentence, shape, carry, cued)
    found += [s for shape in grammar.located if shape.values & types for s in bare.of_place(sentence, shape, carry)]
    found += _unsaid(sentence, grammar, found)
    if "关" in sentence.text or "瓜葛" in sentence.text:
        found += relations.of_no_relation(sentence, grammar.belonging)
    if found and ("则" in sentence.text or "却" in sentence.text):
        found += gapping.of_gap(sentence, found)
    found += list(in_turn.of_turns(sentence, grammar, carry, found))
    if not found:
        found += relations.of_implied(sentence, grammar.belonging)
    return _one_topic(_settle(found), sentence)


def _unsaid(sentence: Sentence, grammar: Grammar, found: Sequence[Statement]) -> list[Statement]:
    """Return what figures say that no cue has taken."""
    shapes = [s for s in grammar.measured if s.subjects & sentence.types and s.may_stand_in(sentence.text)]
    if not shapes or not sentence.figures:
        return []
    taken = {s.slot.start for s in found}
    made = [s for shape in shapes for s in bare.of_measure(sentence, shape)]
    return [s for s in made if s.slot.start not in taken]


def _one_topic(found: Sequence[Statement], sentence: Sentence) -> list[Statement]:
    """Drop a far subject that is what the sentence says of another one: 有人以为A是B的,其实它属于C speaks of A only.

    Subject types differ from predicate to predicate, so A and B may each be the one candidate of its own type.
    """
    values = {(s.slot.start, s.slot.end) for s in found}
    kept = []
    for s in found:
        rivals = [o for o in found if o is not s and (o.slot.start, o.slot.end) == (s.slot.start, s.slot.end)]
        told = (s.subject.start, s.subject.end) in values and not s.carried
        if told and s.apart(sentence) and any(o.subject.ids != s.subject.ids for o in rivals):
            continue
        kept.append(s)
    return kept


def yielding(text: str, mentions: Sequence[Mention], grammar: Grammar) -> Sequence[Mention]:
    """Shorten names whose last character a cue needs: 辽宁省|会 is 辽宁|省会 where 省会 is a cue."""
    if grammar.automaton is None or not any(m.shorter for m in mentions):
        return mentions
    hits = {(s, e) for _, s, e in grammar.automaton.find_matches_as_indexes(text, overlapping=True)}
    out = []
    for m in mentions:
        ends = [m.start + k for k in m.shorter if any(s == m.start + k and e > m.end for s, e in hits)]
        out.append(replace(m, end=ends[0]) if ends else m)
    return out


_COPULA_SIGN = re.compile("[是为系乃属即成达:：]|后[，,]")


def worth_reading(text: str, mentions: Sequence[Mention], grammar: Grammar) -> bool:
    """Return whether a sentence can state anything: a cue stands in it, or it names something and has a copula.

    Everything dearer (dictionary, clauses, frames) is done only for these.
    """
    if grammar.automaton is not None and grammar.automaton.find_matches_as_indexes(text):
        return True
    if not mentions:
        return False
    if _COPULA_SIGN.search(text) or "关" in text or bare.may_state(text, mentions, grammar):
        return True
    return grammar.anchors is None or bool(grammar.anchors.find_matches_as_indexes(text))


def cue_hits(sentence: Sentence, grammar: Grammar) -> Iterator[tuple[Cue, int, int]]:
    """Yield the cues of the sentence outside of names; of nested cues of one predicate only the longest."""
    if grammar.automaton is None:
        return
    hits = [
        (start, end, which)
        for which, start, end in grammar.automaton.find_matches_as_indexes(sentence.text, overlapping=True)
        if not any(m.start <= start and end <= m.end for m in sentence.mentions)
    ]
    clean = {(s, e) for s, e, _ in hits if "\ue000" not in sentence.masked[s:e] and sentence.masked[s] != "\ue001"}
    for start, end, which in hits:
        clear = (start, end) in clean
        for cue in grammar.cues[which]:
            if not clear and cue.core.kind is not Kind.ALONE:
                continue
            nested = any(
                s <= start and end <= e and (s, e) != (start, end) and (s, e) in clean
                and any(
                    c.predicate is cue.predicate and c.core.kind is cue.core.kind and c.core.role >= cue.core.role
                    for c in grammar.cues[w]
                )
                for s, e, w in hits
            )  # fmt: skip
            if not nested:
                yield cue, start, end


def _settle(found: Sequence[Statement]) -> list[Statement]:
    """Keep one statement for each (subject, predicate, value), the surest; an adjacent subject beats a carried one."""
    best: dict[tuple[object, ...], Statement] = {}
    rank = {"adjacent": 0, "head": 0, "object": 1, "clause": 1, "as": 1, "topic": 2, "pronoun": 3}
    for s in found:
        key = (s.subject.ids, s.predicate.id, s.slot.start, s.slot.end)
        old = best.get(key)
        score = (not s.certain, s.carried, rank.get(s.how, 4), s.start)
        if old is None or score < (not old.certain, old.carried, rank.get(old.how, 4), old.start):
            best[key] = s
    return sorted(best.values(), key=lambda s: (s.start, s.end, s.predicate.id, s.subject.ids, s.slot.start))
