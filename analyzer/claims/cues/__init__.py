"""From a cue to statements: the value before or after it, and the subject that the grammar gives it."""

from analyzer.claims.clauses import Sentence
from analyzer.claims.cores import Kind
from analyzer.claims.cues.after import value_after
from analyzer.claims.cues.alone import stands_alone
from analyzer.claims.cues.before import value_before
from analyzer.claims.cues.between import value_between
from analyzer.claims.grammar import Cue
from analyzer.claims.statement import Carry, Statement

__all__ = ["of_cue"]


def of_cue(sentence: Sentence, cue: Cue, start: int, end: int, carry: Carry) -> list[Statement]:
    """Return the statements of one cue that stands at ``start:end`` of a sentence."""
    match cue.core.kind:
        case Kind.ALONE:
            return stands_alone(sentence, cue, start, end, carry)
        case Kind.AFTER:
            return value_after(sentence, cue, start, end, carry)
        case Kind.BEFORE:
            return value_before(sentence, cue, start, end, carry)
        case Kind.BETWEEN:
            return value_between(sentence, cue, start, end, carry)
