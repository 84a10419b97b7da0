"""Bind a value to the subject that the grammar gives a cue."""

import re
from collections.abc import Sequence

from analyzer.claims import attach
from analyzer.claims.clauses import Sentence
from analyzer.claims.gaps import link_gap, nominal
from analyzer.claims.grammar import Cue
from analyzer.claims.mentions import Mention
from analyzer.claims.pairing import pairs
from analyzer.claims.shifts import OPENER
from analyzer.claims.slots import Slot, continues
from analyzer.claims.statement import Carry, Statement
from analyzer.claims.topics import Subject, turn_of
from analyzer.values.units import CHANGING, scale_of
from analyzer.words import MENTION, tagged

COPULAS = re.compile(
    r"(?:就是|则是|正是|便是|乃是|也是|都是|均是|均为|都为|皆为|是|为|系|乃|作为|属于|成为|即|并非|绝非)"
)


# 真正[用核动力]的是 S, V [设计]的是 S: what is said is said of what follows.
CLEFT = re.compile("的(?:反而|反倒|恰恰|恰好|其实|正|才|就|则|只)*是(?![否因在])")


def subject_left(
    sentence: Sentence, cue: Cue, position: int, taken: tuple[int, int], carry: Carry, role: bool
) -> tuple[Subject | None, bool]:
    """Return the subject left of a core and whether it comes from an earlier sentence."""
    scalar = not cue.values
    found = attach.before(sentence, position, cue.subjects, role, taken, scalar, cue.core.reach)
    if found is not None:
        return found, False
    described = attach.opens_clause(sentence, position, cue.subjects, role, taken, scalar, cue.core.reach)
    if described is None:
        return _of_earlier(sentence, position, cue, carry), True
    if not described and (ahead := attach.ahead(sentence, position, cue.subjects)) is not None:
        return ahead, False
    return carry(cue.subjects, described), True


def _of_earlier(sentence: Sentence, position: int, cue: Cue, carry: Carry) -> Subject | None:
    """Return what 前者, or 一个 in a row, before a cue means where the sentence before sets the things side by side."""
    k = sentence.segment_at(position)
    start, _ = sentence.segments[k]
    turn = turn_of(sentence, k)
    if turn is None or any(m.end <= start and m.types & cue.subjects for m in sentence.mentions):
        return None
    things = carry.several(cue.subjects)
    lead = OPENER.sub("", sentence.gap(start, position))
    fits = len(things) == turn.of and link_gap(lead[turn.end :], cue.core.role, not cue.values)
    return Subject((things[turn.place],), "described") if fits else None


def emit(
    sentence: Sentence, cue: Cue, subject: Subject | None, values: Sequence[Slot], core: tuple[int, int],
    at: tuple[int, int], frame: str, carried: bool = False,
) -> list[Statement]:  # fmt: skip
    """Return a statement for each subject and value that belong together.

    ``core`` is the span of cue and values, ``at`` that of the cue; ``carried`` subjects come from an earlier sentence.
    """
    if subject is None or not values:
        return []
    out = []
    for mention, slot in pairs(sentence, subject, values, carried):
        if not carried and (mention.start < slot.end and slot.start < mention.end):
            continue
        if not carried and continues(sentence, mention):
            continue
        start, end = core
        lead = core[0]
        if not carried:
            start, end = min(start, mention.start), max(end, mention.end)
            lead = min(mention.end, core[0])
            lead = max(lead, sentence.segments[sentence.segment_at(core[0])][0])
        else:
            lead = sentence.segments[sentence.segment_at(core[0])][0]
        certain = slot.certain and subject.certain and not _local(sentence, cue, mention, core[0], carried)
        out.append(
            Statement(
                cue.predicate, mention, slot, start, end, at, lead, cue.core.template, frame, subject.how, certain,
                carried=carried,
            )
        )  # fmt: skip
    return out


def _local(sentence: Sentence, cue: Cue, m: Mention, start: int, carried: bool) -> bool:
    """Return whether a count holds for one place alone: S 在上海[拥有] V家."""
    if carried or cue.predicate.value_types[0] != "number" or scale_of(cue.predicate.unit)[1] not in CHANGING:
        return False
    begin, _ = sentence.segments[sentence.segment_at(start)]
    _, at, place = sentence.gap(max(begin, m.end), start).rpartition("在")
    word, kind = tagged(place)[0] if at and place else ("", "")
    return kind == "ns" or word == MENTION


def nominal_predicate(sentence: Sentence, cue: Cue, start: int, end: int) -> bool:
    """Return whether a relative clause (cue V 的 N) is predicated of the subject: S 是 … cue V 的 N."""
    segment = sentence.segments[sentence.segment_at(start)]
    link = sentence.gap(segment[0], start)
    # A name after 的 may be the true head of the relative clause (是首播于 V 的《…》的衍生剧).
    rest = [m for m in sentence.mentions if end <= m.start < segment[1] and m.types & cue.subjects]
    if rest or re.search("《[^《》]*》(?:的|$)", sentence.text[end : segment[1]]):
        return False
    return bool(COPULAS.search(link)) or sentence.gap(end, segment[1]).rstrip("。！!") == "的"


def ends_nominal(sentence: Sentence, end: int) -> bool:
    """Return whether only a noun follows 的 up to the clause's end: a verbless predicate (S，V执导的电影，…)."""
    k = sentence.segment_at(end - 1)
    rest = sentence.gap(end, sentence.segments[k][1]).removeprefix("的").rstrip("。！")
    return nominal(rest)
