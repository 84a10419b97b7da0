"""What the examination makes of a table: spellings, wrong values, families, questions. No reader is asked here."""

from pathlib import Path

import pytest

from analyzer.facts import load_table
from analyzer.model import Cardinality, EntityValue, FactTable, Predicate, Quantity, Stance, Verdict
from analyzer.trials import FAMILIES, questions_of, trials_of
from analyzer.trials.forms import forms_of
from analyzer.trials.wording import false_values, spoken, verdict_of, ways

STARTER = Path(__file__).parents[2] / "corpus" / "facts"


@pytest.fixture(scope="module")
def table() -> FactTable:
    return load_table(STARTER)


def predicate(*templates: str) -> Predicate:
    return Predicate(
        id="p",
        label="所在地",
        subject_types=("a",),
        value_types=("b",),
        cardinality=Cardinality.SINGLE,
        templates=templates,
    )


def test_every_alternative_of_a_template_is_spelt_out_once() -> None:
    texts = [f.text for f in forms_of(predicate("{S}[在/位于]…{V}[城/市]", "{V}境内…{S}"))]
    assert texts == ["{S}在{V}城", "{S}位于{V}城", "{S}在{V}市", "{V}境内的{S}"]


@pytest.mark.parametrize(
    ("template", "verbal"),
    [("{S}位于{V}", True), ("{S}由{V}运营", True), ("{S}的校址在{V}", False), ("{V}的{S}", False)],
)
def test_negation_and_question_words_need_a_verb_after_the_subject(template: str, verbal: bool) -> None:
    assert next(forms_of(predicate(template))).verbal is verbal


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Quantity(low=200000, high=200000, unit="元"), ("20万元", "200,000元", "二十万元")),
        (Quantity(low=0.05, high=0.05, unit="%/日"), ("0.05%",)),
        (Quantity(low=2, high=5, unit="年"), ("2年到5年",)),
        (Quantity(low=15, high=15, unit="天"), ("15天", "十五天")),
    ],
)
def test_figures_are_written_as_texts_write_them(table: FactTable, value: Quantity, written: tuple[str, ...]) -> None:
    assert ways(value, table) == written


def test_false_values_are_false_and_of_the_right_type(table: FactTable) -> None:
    for fact in table.facts[::7]:
        p = table.predicates[fact.predicate]
        for value, words in list(false_values(fact, p, table))[:3]:
            assert verdict_of(fact.subject, p.id, value, table, Stance.ASSERTED) is Verdict.CONTRADICTED
            if isinstance(value, EntityValue):
                assert words == spoken(value, table)


def test_every_family_makes_sentences(table: FactTable) -> None:
    made = {t.family for t in trials_of(table, 2)}
    assert {f.name for f in FAMILIES} == made


def test_trials_depend_on_the_table_alone(table: FactTable) -> None:
    assert list(trials_of(table, 1)) == list(trials_of(load_table(STARTER), 1))


def test_questions_come_in_many_forms_and_fill_every_slot(table: FactTable) -> None:
    questions = list(questions_of(table))
    assert len({q.form for q in questions}) >= 300
    assert not [q.text for q in questions if "{" in q.text]
