"""Records: runs of lines 标签：值 (or 【标签】值) that say of one thing what their labels ask.

The thing is what a line that asks for the name gives (品名：…), or the short heading right above the run.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from analyzer.claims.clauses import Sentence
from analyzer.claims.grammar import Grammar
from analyzer.claims.mentions import Mention
from analyzer.claims.statement import Statement
from analyzer.claims.tables import boolean_head, head_of, stated_in

# A label has 2 to 12 characters (10 in brackets) and no clause mark, a value at most 60: by judgement
# (tests/claims/test_records.py).
_FIELD = re.compile(
    r"[ \t\u3000·•●◆■※*-]*(?:(?:\d{1,2}[.、．)）])\s*)?"
    r"(?:【(?P<boxed>[^【】\s，。：:]{2,10})】[:：]?|(?P<plain>[^【】，。：:；;！？!?“”\"|｜\t]{2,12}?)\s*[:：])"
    r"\s*(?P<value>[^\n。！？!?|｜\t]{1,60}?)[。；;]?\s*"
)
_NAMING = re.compile(
    r"(?:名|名称|名字|产品|型号|全称|名目|第[一二三四五六七八九十\d]{1,2}[款种个名位站件项家部本所座])$|^(?:no|top)\.?\d{1,2}$"
)
# 1.《某书》, 三、某物: a line that is a number and a name; one labelled line below it makes a record.
_BARE_HEADING = re.compile(
    r"[(（【]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、．)）】]\s*[^\s，,。；;：:！!？?]{1,14}|《[^《》]{1,20}》|【[^【】]{1,14}】"
)
MAX_HEADING = 24  # characters of a heading that names what the run below is about; by judgement (test_records.py)


@dataclass(frozen=True, slots=True)
class Field:
    """A line of a record: its label and value (offsets of the text) and the thing that the record is about."""

    label: tuple[int, int]
    value: tuple[int, int]
    subject: Mention


def fields(text: str, mentions: Sequence[Mention], grammar: Grammar) -> Mapping[int, Field]:
    """Return the lines of records by the offset of their first character; a run has two lines or more.

    ``mentions`` are the text's names. Lines of a record whose thing the table does not know are left out.
    """
    found: dict[int, Field] = {}
    for above, run in _runs(text):
        subject = _heading(text, above, mentions)
        for start, label, value in run:
            subject = _named(text, label, value, mentions, grammar, subject)
            if subject is not None:
                found[start] = Field(label, value, subject)
    return found


Span = tuple[int, int]


def _runs(text: str) -> Iterator[tuple[Span, list[tuple[int, Span, Span]]]]:
    """Yield the line above each run of labelled lines, and the lines: where each begins, its label, its value."""
    run: list[tuple[int, Span, Span]] = []
    above: Span = (0, 0)
    at = 0
    for line in (*text.split("\n"), "."):
        stripped = line.strip()
        start = at + len(line) - len(line.lstrip())
        at += len(line) + 1
        if not stripped:
            continue
        match = _FIELD.fullmatch(stripped)
        if match is not None:
            label = "boxed" if match["boxed"] else "plain"
            run.append((start, _span(match, label, start), _span(match, "value", start)))
            continue
        if len(run) > 1 or (run and _BARE_HEADING.fullmatch(text[slice(*above)])):
            yield above, run
        run = []
        above = start, start + len(stripped)


def _span(match: re.Match[str], group: str, offset: int) -> Span:
    return offset + match.start(group), offset + match.end(group)


def _named(
    text: str, label: Span, value: Span, mentions: Sequence[Mention], grammar: Grammar, current: Mention | None
) -> Mention | None:
    """Return what a line makes the record's thing: the name that fills its value if its label asks for one."""
    filling = next((m for m in mentions if (m.start, m.end) == value), None)
    if filling is None or not filling.types & grammar.subject_types or len(filling.ids) > 1:
        return current
    word = text[slice(*label)]
    if not _NAMING.search(word) or (current is not None and head_of(word, current, grammar)):
        return current
    return filling


def _heading(text: str, above: tuple[int, int], mentions: Sequence[Mention]) -> Mention | None:
    """Return the one thing that a short line without a sentence's end names."""
    start, end = above
    line = text[start:end]
    if end - start > MAX_HEADING or re.search(r"[。；;！!？?]", line):
        return None
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    return inside[0] if len(inside) == 1 and len(inside[0].ids) == 1 else None


def of_field(sentence: Sentence, field: Field, text: str, grammar: Grammar) -> list[Statement]:
    """Return what a line states of the record's thing."""
    label = text[slice(*field.label)]
    value = field.value[0] - sentence.offset, field.value[1] - sentence.offset
    asked = boolean_head(label, field.subject, grammar) or head_of(label, field.subject, grammar)
    return stated_in(sentence, field.subject, value, label, asked, carried=True, frame="record")
