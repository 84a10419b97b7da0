"""What the article says: the stage ``claims``."""

from dataclasses import dataclass
from enum import StrEnum

from analyzer.language import Phrase
from analyzer.model.value import PartialDate, Value
from analyzer.text import Span


class Stance(StrEnum):
    """How the article puts a claim: the contract's words."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    QUESTION = "question"
    HYPOTHETICAL = "hypothetical"
    HEDGED = "hedged"
    ATTRIBUTED = "attributed"
    DENIED = "denied"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement of an article about a subject that the table knows.

    ``start:end`` is the claim's own span, ``sentence`` the whole sentence around it as the cleaned source writes it.
    ``subject`` and ``written`` are the repaired words for subject and value, ``subject_id`` the entity's id, ``value``
    the typed value, or None where the words give none. ``time`` is the time that the clause states; ``past`` is true
    where it is told as past (曾, 原, 当时). ``certain`` is false where a guess was needed (a fuzzy name, an implied
    actor, a gap): such a claim is at most ``suggested``. ``doubt`` says why the claim cannot be decided at all, if
    so. ``steps`` is the derivation for ``explain``: mentions, frame, template, stance cues. ``locations`` are the
    further places of the same claim.
    """

    article: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    subject: str
    subject_id: str
    predicate: str
    written: str
    value: Value | None
    stance: Stance
    rule: str
    time: PartialDate | None = None
    past: bool = False
    certain: bool = True
    doubt: Phrase | None = None
    steps: tuple[str, ...] = ()
    locations: tuple[Span, ...] = ()
