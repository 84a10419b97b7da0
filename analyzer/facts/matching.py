"""Which sentences a template would match, roughly: enough to show an editor, not to judge.

The engine in ``claims`` knows the grammar around a template; here it is taken word for word.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analyzer.facts.cells import SCALARS
from analyzer.facts.template import GAP, SUBJECT, VALUE, literals
from analyzer.fold import fold
from analyzer.model import FactTable, Predicate

STOPS = ",，。;；!！?？:：\n"
# Characters that occur in nearly every sentence: a template of these alone says nothing.
EMPTY_WORDS = frozenset("的是在和与为了有也")
_SENTENCE = re.compile(r"[^。!！?？;；\n]+[。!！?？;；]?")
_PARTS = re.compile(r"(\{S\}|\{V\}|…|\[[^\[\]]*\])")
_FIGURE = r"[\d.,~%～万亿千百十元年月日天倍-]{1,24}"


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a template fits: ``start:end`` of the sentence, and the words in the two slots."""

    start: int
    end: int
    subject: str
    value: str


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text without surrounding space."""
    for found in _SENTENCE.finditer(text):
        if sentence := found.group().strip():
            yield sentence


def broad(template: str) -> bool:
    """Return whether a template has no word that means something."""
    return not set(literals(template)) - EMPTY_WORDS


class Matcher:
    """The templates of a table's predicates as patterns; made once, as names and templates are many."""

    def __init__(self, table: FactTable) -> None:
        self._names: dict[str, list[str]] = defaultdict(list)
        for entity in table.entities.values():
            self._names[entity.type] += [fold(n) for n in (entity.name, *entity.aliases) if n]
        self._patterns: dict[tuple[str, tuple[str, ...], tuple[str, ...]], _Pattern | None] = {}

    def matches(self, sentence: str, template: str, predicate: Predicate) -> Iterator[Match]:
        """Yield the places of a sentence that a template fits, its slots filled with names that the table knows.

        The value of a ``text`` predicate may be any words, that of a number, date or boolean predicate any figure.
        """
        key = (template, predicate.subject_types, predicate.value_types)
        if key not in self._patterns:
            self._patterns[key] = self._compiled(template, predicate)
        pattern = self._patterns[key]
        folded = fold(sentence)
        if pattern is None or not all(any(w in folded for w in words) for words in pattern.needed):
            return
        for found in pattern.regex.finditer(folded):
            subject = sentence[found.start("S") : found.end("S")]
            value = sentence[found.start("V") : found.end("V")] if "V" in pattern.regex.groupindex else ""
            yield Match(found.start(), found.end(), subject, value)

    def names_subject(self, sentence: str, predicate: Predicate) -> bool:
        """Return whether a sentence names an entity that the predicate can speak of."""
        folded = fold(sentence)
        return any(name in folded for kind in predicate.subject_types for name in self._names.get(kind, ()))

    def _compiled(self, template: str, predicate: Predicate) -> "_Pattern | None":
        subjects = self._alternation(predicate.subject_types)
        values = self._values(predicate)
        if not subjects or (VALUE in template and not values):
            return None
        pieces: list[str] = []
        needed: list[tuple[str, ...]] = []
        for part in _PARTS.split(template):
            if part == SUBJECT:
                pieces.append(f"(?P<S>{subjects})")
            elif part == VALUE:
                pieces.append(f"(?P<V>{values})")
            elif part == GAP:
                pieces.append(rf"[^{STOPS}]{{0,12}}?")
            elif part:
                words = tuple(fold(w) for w in part.strip("[]").split("/"))
                needed.append(words)
                pieces.append("(?:" + "|".join(re.escape(w) for w in words) + ")")
        return _Pattern(regex=re.compile("".join(pieces)), needed=tuple(needed))

    def _values(self, predicate: Predicate) -> str:
        kind = predicate.value_types[0]
        if kind == "text":
            return rf"[^{STOPS}]{{1,12}}"
        return _FIGURE if kind in SCALARS else self._alternation(predicate.value_types)

    def _alternation(self, types: Iterable[str]) -> str:
        names = {n for t in types for n in self._names.get(t, ())}
        # Longest first, so that a name is not read as a shorter one that begins it.
        return "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    """A compiled template, and the words that a sentence must hold before it is worth trying."""

    regex: re.Pattern[str]
    needed: tuple[tuple[str, ...], ...]
