"""The vocabulary of the examination."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from analyzer.language import Phrase
from analyzer.model import Entity, Fact, FactTable, Judgement, Predicate, Value, Verdict
from analyzer.trials.forms import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """A claim that a sentence makes and the verdicts that are right for it.

    ``value`` None matches any value (yes/no statements have two spellings). ``must`` is false where silence is as
    good. ``tentative`` says that a flag may only be a suggestion.
    """

    subject: str
    predicate: str
    value: Value | None
    verdicts: frozenset[Verdict]
    must: bool = True
    tentative: bool = False

    @property
    def flag(self) -> bool:
        """Return whether a finding is wanted."""
        return bool(self.verdicts & {Verdict.CONTRADICTED, Verdict.OUTDATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One sentence put to the reader. Whatever is flagged beyond ``wants`` is a false flag.

    ``template`` and ``fact`` say what the sentence was made from; ``published`` is the pretended date of the page.
    """

    family: str
    text: str
    predicate: str
    template: str
    fact: str
    wants: tuple[Want, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of a trial: missed wants, wants with another verdict, flags that nobody wanted."""

    trial: Trial
    judgements: tuple[Judgement, ...]
    missed: tuple[Want, ...] = ()
    mistaken: tuple[tuple[Want, Judgement], ...] = ()
    false_flags: tuple[Judgement, ...] = ()

    @property
    def passed(self) -> bool:
        """Return whether all is as wanted."""
        return not (self.missed or self.mistaken or self.false_flags)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A value and the words for it."""

    value: Value
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What sentences are made from: a true fact, its spelling, a false value, another subject with its own fact."""

    table: FactTable
    predicate: Predicate
    fact: Fact
    subject: Entity
    form: Form
    true: Said
    false: Said | None = None
    other: Entity | None = None
    other_true: Said | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One phenomenon of the language: a name, what it tests, and how its sentences are made from the material."""

    name: str
    title: Phrase
    make: Callable[[Material], Iterable[tuple[str, tuple[Want, ...]]]]
