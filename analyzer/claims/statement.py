"""What a frame yields: a subject, a predicate and a value bound together in one sentence."""

from collections.abc import Callable
from dataclasses import dataclass

from analyzer.claims.clauses import Sentence
from analyzer.claims.mentions import Mention
from analyzer.claims.slots import Slot
from analyzer.claims.topics import Subject
from analyzer.model import Predicate

# Asks for the topic of the sentences before: (subject types, whether a pronoun or description points back).
Carry = Callable[[frozenset[str], bool], Subject | None]


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
