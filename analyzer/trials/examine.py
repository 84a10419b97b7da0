"""Make the trials of a table, put each to the reader and the judge, and compare."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from analyzer.claims import Grammar, claims_of
from analyzer.fold import fold
from analyzer.model import (
    Article,
    Document,
    Entity,
    EntityValue,
    Fact,
    FactTable,
    Grade,
    Judgement,
    PageKind,
    Predicate,
    Stance,
    Status,
    Tier,
    UnknownValue,
    Verdict,
)
from analyzer.repair import repair
from analyzer.text import View
from analyzer.trials.families import FAMILIES
from analyzer.trials.forms import Form, forms_of
from analyzer.trials.model import Family, Material, Result, Said, Trial, Want
from analyzer.trials.wording import false_values, in_period, spoken, verdict_of
from analyzer.verify import judge
from analyzer.verify.compare import Relation, compare


def trials_of(table: FactTable, rows: int = 3, families: Sequence[Family] = FAMILIES) -> Iterator[Trial]:
    """Yield the trials of a table: the plain family with every spelling of every template, the others with the first.

    ``rows`` is the number of facts that each template's first spelling is tried with. Deterministic; nothing but the
    table decides.
    """
    for material in materials_of(table, rows):
        for family in families:
            if family.name == "plain" or material.form.first:
                yield from _made(family, material)


def materials_of(table: FactTable, rows: int = 3) -> Iterator[Material]:
    """Yield what sentences can be made from, by predicate and spelling, spread over the facts."""
    for predicate in table.predicates.values():
        facts = [f for f in table.facts if f.predicate == predicate.id and _usable(f, table)]
        step = max(1, len(facts) // rows)
        for number, form in enumerate(forms_of(predicate) if facts else ()):
            for turn in range(min(rows if form.first else 1, len(facts))):
                yield _material(table, predicate, facts[(number + turn * step) % len(facts)], form, facts)


def _usable(fact: Fact, table: FactTable) -> bool:
    """Return whether a row is true now and can be said: sourced, exact, of a known value."""
    if fact.draft or fact.grade is not Grade.EXACT or isinstance(fact.value, UnknownValue):
        return False
    verdict = verdict_of(fact.subject, fact.predicate, fact.value, table, Stance.ASSERTED)
    return verdict is Verdict.SUPPORTED


def _material(table: FactTable, predicate: Predicate, fact: Fact, form: Form, facts: Sequence[Fact]) -> Material:
    wrong = next(iter(false_values(fact, predicate, table)), None)
    others = [f for f in facts if f.subject != fact.subject and f.value != fact.value]
    other = others[fact.row % len(others)] if others else None
    return Material(
        table=table,
        predicate=predicate,
        fact=fact,
        subject=_entity(fact.subject, table),
        form=form,
        true=Said(value=fact.value, words=spoken(in_period(fact.value, form.text), table, fact.written)),
        false=Said(value=wrong[0], words=spoken(in_period(wrong[0], form.text), table, wrong[1])) if wrong else None,
        other=_entity(other.subject, table) if other else None,
        other_true=(
            Said(value=other.value, words=spoken(in_period(other.value, form.text), table, other.written))
            if other
            else None
        ),
    )


def _entity(name: str, table: FactTable) -> Entity:
    return table.entities[name]


def _made(family: Family, material: Material) -> Iterator[Trial]:
    seen = set()
    for text, wants in family.make(material):
        if text not in seen and not _digits_run_on(text, material):
            seen.add(text)
            yield Trial(
                family=family.name,
                text=text,
                predicate=material.predicate.id,
                template=material.form.template,
                fact=material.fact.id,
                wants=wants,
            )


def _digits_run_on(text: str, material: Material) -> bool:
    """Return whether a name that ends in a figure or letter runs into a figure, where nobody could part them."""
    people = [e for e in (material.subject, material.other) if e is not None]
    names = {fold(n) for e in people for n in (e.name, *e.aliases)}
    plain = fold(text)
    return any(n[-1:].isascii() and re.search(re.escape(n) + r"\d", plain) for n in sorted(names))


def read_sentence(text: str, grammar: Grammar, table: FactTable) -> tuple[Judgement, ...]:
    """Return the judged claims of a text, read as an undated page of its own; no cleaning."""
    article = Article(
        document=Document(id="trial", source=text),
        kind=PageKind.ARTICLE,
        status=Status.CHECKED,
        reason=None,
        removals=(),
        clean=View.of(text),
    )
    return tuple(judge(claim, table, None) for claim in claims_of(repair(article), grammar))


def examine(trial: Trial, grammar: Grammar, table: FactTable) -> Result:
    """Return what became of a trial."""
    judgements = read_sentence(trial.text, grammar, table)
    missed, mistaken, wanted = [], [], []
    for want in trial.wants:
        mine = [j for j in judgements if _matches(j, want, table)]
        right = [j for j in mine if j.verdict in want.verdicts]
        wanted += [j for j in right if not (want.tentative and j.tier is Tier.CONFIRMED)] if want.flag else []
        if not right and mine and want.must:
            mistaken.append((want, mine[0]))
        elif not right and want.must:
            missed.append(want)
    false_flags = tuple(j for j in judgements if j.is_finding and j not in wanted)
    return Result(
        trial=trial, judgements=judgements, missed=tuple(missed), mistaken=tuple(mistaken), false_flags=false_flags
    )


def _matches(j: Judgement, want: Want, table: FactTable) -> bool:
    k = j.claim
    if k.subject_id != want.subject or k.predicate != want.predicate:
        return False
    if want.value is None or k.value is None or k.value == want.value:
        return want.value is None or k.value is not None
    if isinstance(want.value, EntityValue):
        return False
    return compare(k.value, want.value, table.predicates[k.predicate], table).relation is Relation.SAME


def by_family(results: Iterable[Result]) -> dict[str, list[Result]]:
    """Return the results by family, in the order of first appearance."""
    groups: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        groups[result.trial.family].append(result)
    return dict(groups)
