"""How a clause puts its claim: asserted, asked, supposed, planned, hedged, reported, denied or negated.

One file a stance: a function from a ``Scope`` to the stance and the words that decided it, or to nothing. They are
tried in the order of ``READINGS``. Cues are closed classes of Chinese function words and verbs of saying; none names a
field or a thing.
"""

from collections.abc import Callable
from dataclasses import dataclass

from analyzer.claims.clauses import Sentence
from analyzer.claims.stance.asked import asked
from analyzer.claims.stance.denied import denied
from analyzer.claims.stance.hedged import hedged
from analyzer.claims.stance.negation import count_negations
from analyzer.claims.stance.past import of_the_past
from analyzer.claims.stance.planned import planned
from analyzer.claims.stance.reported import reported
from analyzer.claims.stance.scope import Hit, Scope, turns
from analyzer.claims.stance.supposed import supposed
from analyzer.model import Stance

__all__ = ["Put", "count_negations", "put", "turns"]

READINGS: tuple[Callable[[Scope], Hit | None], ...] = (denied, asked, supposed, planned, reported, hedged)


@dataclass(frozen=True, slots=True)
class Put:
    """The stance of a claim, the words that decided it, and how often the predicate is negated."""

    stance: Stance
    cues: tuple[str, ...]
    negations: int
    past: bool


def put(
    sentence: Sentence, span: tuple[int, int], cue: tuple[int, int], lead: int, follow: str, negated: int | None
) -> Put:
    """Return how a claim is put. ``span`` is the statement, ``cue`` its cue, ``lead`` where the predicate begins.

    ``follow`` is the next sentence (a denial may stand there), ``negated`` the count of negators where it is known.
    """
    first = sentence.segments[sentence.segment_at(span[0])]
    last = sentence.segments[sentence.segment_at(max(span[0], span[1] - 1))]
    scope = Scope(sentence, span[0], span[1], (first[0], last[1]), min(lead, cue[0]), cue[0], cue[1], follow)
    past = of_the_past(sentence, span, cue)
    negations = count_negations(sentence.masked[scope.lead : scope.cue]) if negated is None else negated
    for read in READINGS:
        found = read(scope)
        if found:
            return Put(found[0], (found[1],), negations, past)
    if negations == 1:
        return Put(Stance.NEGATED, ("不",), 1, past)
    return Put(Stance.ASSERTED, (), negations, past)
