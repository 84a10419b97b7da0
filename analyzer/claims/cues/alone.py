"""Cues without a value: what they say is true or false."""

import re
from dataclasses import replace

from analyzer.claims import stance
from analyzer.claims.clauses import Sentence
from analyzer.claims.cues.binding import CLEFT, emit, subject_left
from analyzer.claims.gaps import nominal
from analyzer.claims.grammar import Cue
from analyzer.claims.slots import Slot, continues
from analyzer.claims.statement import Carry, Statement
from analyzer.claims.topics import Subject
from analyzer.model import Truth


def stands_alone(sentence: Sentence, cue: Cue, start: int, end: int, carry: Carry) -> list[Statement]:
    """Return what a yes/no cue at ``start:end`` says of its subject."""
    at = start
    if cue.core.lead == "是" and re.match("的[\u4e00-\u9fff]", sentence.text[end:]):
        return []  # 是[直辖市]的候选: the cue is not the head
    if cue.core.lead:
        # 是[一种]…[cue]: the copula or verb of the template stands before the cue, modifiers between them.
        begin = sentence.segments[sentence.segment_at(start)][0]
        linked = cue.core.lead in ("是", "属于", "为", "系")
        lead = r"(?:是|属于|为|系|并非|绝非|仍非|尚非|而?非)" if linked else re.escape(cue.core.lead)
        found = _led_by(lead, sentence.masked[begin:start])
        if found is None and cue.core.lead in _HAVING:
            found = _led_by("没有|并无|没", sentence.masked[begin:start])
        if found is None or not nominal(found[1].rpartition("的")[2]):
            return []
        at = begin + found.start()
        if denied := _DENIES.match(found.group()):
            at += denied.end()  # the negation stands before the cue, where it is counted
    if (head := _modified(sentence, cue, at, end)) is not None:
        return [head]
    if CLEFT.match(sentence.text, end):
        return []  # 真正[用核动力]的是另一艘: it is said of what follows
    subject, carried = subject_left(sentence, cue, at, (start, end), carry, role=False)
    if subject is not None and _conditional(sentence, subject, start, carried):
        return []
    value = Slot(start, end, Truth(true=True))
    made = emit(sentence, cue, subject, [value], (at, end), (at, end), "boolean", carried)
    if stance.count_negations(cue.core.cue) > stance.count_negations(cue.core.template):
        made = [replace(s, negations=1) for s in made]  # 有毒: 无毒
    return made


def _led_by(lead: str, text: str) -> re.Match[str] | None:
    """Return the verb that leads to a cue right after a text, with the modifiers between them as group 1."""
    return re.search(rf"(?:{lead})([^，,。；;：:\ue000]{{0,12}})$", text)


_HAVING = frozenset(("拥有", "持有", "具有", "具备", "享有", "有", "获得", "取得", "设有", "带有", "配有", "含有"))
_DENIES = re.compile("并非|绝非|仍非|尚非|而?非|没有|并无|没(?!收)")


_HEAD = re.compile(rf'(?:{CLEFT.pattern}|的)[《“"『「]?')


def _modified(sentence: Sentence, cue: Cue, at: int, end: int) -> Statement | None:
    """[支持防水]的 S: a yes/no cue in an attribute says so of the noun."""
    opening = _HEAD.match(sentence.text, end)
    m = next((x for x in sentence.mentions if opening and x.start == opening.end()), None)
    if m is None or not m.types & cue.subjects or continues(sentence, m):
        return None
    begin = sentence.segments[sentence.segment_at(at)][0]
    if _CONDITION.search(sentence.gap(begin, at)):
        return None
    value = Slot(at, end, Truth(true=True))
    negations = stance.count_negations(sentence.masked[max(begin, at - 4) : at])
    return Statement(
        cue.predicate, m, value, at, m.end, (at, end), at, cue.core.template, "boolean-head", "head",
        negations=negations,
    )  # fmt: skip


# A yes/no statement under a condition (逾期一天不…, 仅在…时才…) is another statement than the bare one.
_CONDITION = re.compile(
    r"(?<![\d零〇])(?:\d{1,3}|[一二三四五六七八九十两几]{1,3})(?:天|日(?!\S{0,2}起)|个月|年(?!\d)|期|次)|[时后前内](?:$|[不没未也都会要])|只有|仅|才|部分|有的|有些|某些"
)


def _conditional(sentence: Sentence, subject: Subject, start: int, carried: bool) -> bool:
    """Return whether a condition stands between the subject and a yes/no cue."""
    begin = sentence.segments[sentence.segment_at(start)][0]
    if not carried:
        begin = max(begin, subject.mentions[-1].end)
    return bool(_CONDITION.search(sentence.gap(min(begin, start), start)))
