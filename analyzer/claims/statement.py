"""What a frame yields: a subject, a predicate and a value bound together in one sentence."""

from dataclasses import dataclass
from typing import Protocol

from analyzer.claims.clauses import Sentence
from analyzer.claims.mentions import Mention
from analyzer.claims.slots import Slot
from analyzer.claims.topics import Subject
from analyzer.model import Predicate


class Carry(Protocol):
    """What the sentences before speak of."""

    def __call__(self, types: frozenset[str], described: bool) -> Subject | None:
        """Return their topic of some types; ``described``: a pronoun or description points back to it."""

    def several(self, types: frozenset[str]) -> tuple[Mention, ...]:
        """Return the things of some types that the nearest sentence with such names sets side by side, in order."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A subject, a predicate and a value bound by a rule; offsets are of the sentence.

    ``lead`` is where the predicate begins (after the subject if that stands before it in the clause), ``cue`` the
    span of the cue that decided. ``negated`` is true where the frame itself denies (与…无关), ``negations`` counts the
    predicate's negators where the frame knows better than the words between ``lead`` and ``cue``.
    """

    predicate: Predicate
    subject: Mention
    slot: Slot
    start: int
    end: int
    cue: tuple[int, int]
    lead: int
    template: str
    frame: str
    how: str
    certain: bool = True
    negated: bool = False
    carried: bool = False
    negations: int | None = None

    def apart(self, sentence: Sentence) -> bool:
        """Return whether the subject stands outside the clause of the statement."""
        if self.carried:
            return True
        return sentence.segment_at(self.subject.start) != sentence.segment_at(min(self.cue[0], self.slot.start))
