"""Tables: a cell states of its row's subject what the head of its column asks (or the other way round).

The reader writes a table as one line a row, cells parted by " | "; text dumps part them by tabs. A head is read where
it is a predicate's label or a noun or verb of its templates (最高额度, 运营方).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from analyzer.claims import slots
from analyzer.claims.clauses import Sentence
from analyzer.claims.grammar import HEAD_MARKS, SCALARS, Grammar
from analyzer.claims.mentions import Mention
from analyzer.claims.slots import Slot
from analyzer.claims.statement import Statement
from analyzer.fold import fold
from analyzer.model import Predicate, Truth
from analyzer.values import figures, quantity

_PART = re.compile(r"\s*[|｜]\s*|\t+")
_BARS = re.compile(r"\s*[|｜]\s*(?P<inside>\S.*?)\s*[|｜]\s*")
_RULE = re.compile(r":?-{2,}:?")
# A head may carry this many further characters around a template's word (产品运营方).
_SLACK = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: its cells as offsets of the text, and the head row of its table, cells too (None for the head)."""

    cells: tuple[tuple[int, int], ...]
    head: tuple[tuple[int, int], ...] | None


def rows(text: str) -> Mapping[int, Row]:
    """Return the rows of a text's tables by the offset of their lines; a table has two rows of equal length."""
    found: dict[int, Row] = {}
    if "|" not in text and "｜" not in text and "\t" not in text:
        return found
    head: tuple[tuple[int, int], ...] | None = None
    at = 0
    for line in text.split("\n"):
        cells = tuple(_cells(line, at))
        begin = at + len(line) - len(line.lstrip())
        at += len(line) + 1
        if len(cells) < 2:
            head = None
        elif all(_RULE.fullmatch(text, *cell) for cell in cells):
            continue
        elif head is None or len(head) != len(cells):
            head = cells
            found[begin] = Row(cells, None)
        else:
            found[begin] = Row(cells, head)
    return found


def _cells(line: str, offset: int) -> Iterator[tuple[int, int]]:
    bars = _BARS.fullmatch(line)  # | a | b |, as Markdown has it
    start, end = bars.span("inside") if bars else (len(line) - len(line.lstrip()), len(line.rstrip()))
    for part in _PART.finditer(line, start, end):
        yield offset + start, offset + part.start()
        start = part.end()
    yield offset + start, offset + end


def of_row(sentence: Sentence, row: Row, text: str, above: Sequence[Mention], grammar: Grammar) -> list[Statement]:
    """Return what a row states; ``above`` are the names in its head row (offsets of the text)."""
    if row.head is None:
        return []
    out: list[Statement] = []
    first = _only(sentence.mentions, *(x - sentence.offset for x in row.cells[0]))
    for (start, end), (a, b) in zip(row.cells[1:], row.head[1:], strict=True):
        cell = start - sentence.offset, end - sentence.offset
        if first is not None:
            found = stated_in(sentence, first, cell, text[a:b], head_of(text[a:b], first, grammar), carried=False)
        else:
            # The other way round: the heads are the subjects, the first cell asks.
            subject = _only(above, a, b)
            head = text[row.cells[0][0] : row.cells[0][1]]
            asked = head_of(head, subject, grammar) if subject else None
            found = stated_in(sentence, subject, cell, head, asked, carried=True) if subject else []
        out += found
    return out


def _only(mentions: Sequence[Mention], start: int, end: int) -> Mention | None:
    """Return the one mention that fills a cell, but for quotes and two further characters."""
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    if len(inside) == 1 and (end - start) - (inside[0].end - inside[0].start) <= _SLACK:
        return inside[0]
    return None


def head_of(head: str, subject: Mention, grammar: Grammar) -> Predicate | None:
    """Return the predicate that a head names for a subject, the nearest wording first; yes/no ones left out."""
    word = HEAD_MARKS.sub("", fold(head))
    if len(word) < 2:
        return None
    best: tuple[int, Predicate] | None = None
    ends: dict[str, Predicate] = {}
    for name, predicate in grammar.heads:
        if not subject.types & frozenset(predicate.subject_types) or predicate.value_types[0] == "boolean":
            continue
        if name.endswith(word):
            ends[predicate.id] = predicate  # 等级 for 医院等级, where no other predicate's label ends so
        slack = len(word) - len(name)
        fits = word == name or (len(name) > 2 and name in word and slack <= _SLACK)
        if fits and (best is None or slack < best[0]):
            best = slack, predicate
    if best is None and len(ends) == 1:
        return next(iter(ends.values()))
    return best[1] if best else None


def stated_in(
    sentence: Sentence,
    subject: Mention,
    cell: tuple[int, int],
    head: str,
    predicate: Predicate | None,
    *,
    carried: bool,
    frame: str = "table",
) -> list[Statement]:
    """Return what a cell (offsets of the sentence) states of a subject whose head asks for a predicate's value."""
    if predicate is None:
        return []
    types = frozenset(v for v in predicate.value_types if v not in SCALARS)
    if predicate.value_types[0] == "boolean":
        found = _yes_or_no(sentence, cell)
    else:
        found = slots.after(sentence, cell[0], predicate, types)
    # A cell that holds more than its value or list (with its unit and a bound) says something else as well.
    if not found or found[0].start - cell[0] > _SLACK:
        return []
    rest = sentence.text[found[-1].end : cell[1]]
    if len(rest) > _SLACK and not _REMARK.fullmatch(rest):
        return []
    out = []
    for slot in found:
        if slot.value is None:
            slot = _under(sentence, slot, head, predicate)
        begin = cell[0] if carried else subject.start
        out.append(
            Statement(
                predicate, subject, slot, begin, slot.end, (slot.start, slot.start), slot.start, "", frame,
                "row", slot.certain, carried=carried,
            )
        )  # fmt: skip
    return out


# 100元（刷满六次免次年）: a remark in brackets.
_REMARK = re.compile(r"\s*[（(][^（）()]*[)）]\s*")
_YES = re.compile("是|有|能|可以?|会|对|√|✓|✔|yes|true|支持|需要?|属于")
_NO = re.compile("否|不是|没有|无|不能|不可以?|不会|×|✗|✘|no|false|不支持|不需要?|非|不属于")


def _yes_or_no(sentence: Sentence, cell: tuple[int, int]) -> list[Slot]:
    written = sentence.text[slice(*cell)]
    for pattern, true in ((_YES, True), (_NO, False)):
        if pattern.fullmatch(written):
            return [Slot(*cell, Truth(true=true))]
    return []


def boolean_head(head: str, subject: Mention, grammar: Grammar) -> Predicate | None:
    """Return the yes/no predicate that a head asks for: its label, or 是否 with one of its cues."""
    word = HEAD_MARKS.sub("", fold(head))
    asked = word.removeprefix("是否")
    for name, predicate in grammar.questions:
        if subject.types & frozenset(predicate.subject_types) and (word == name or (asked == name and asked != word)):
            return predicate
    return None


def _under(sentence: Sentence, slot: Slot, head: str, predicate: Predicate) -> Slot:
    """Read a figure together with its head, which may name the period that the cell leaves out (日利率)."""
    for figure in figures(fold(head) + sentence.text[slot.start : slot.end]):
        if figure.start >= len(head) and (found := quantity(figure, predicate.unit)) is not None:
            return replace(slot, value=found, doubt=None)
    return slot
