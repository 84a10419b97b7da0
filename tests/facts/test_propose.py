"""Templates from example sentences."""

from pathlib import Path

import pytest

from analyzer.errors import UsageError
from analyzer.facts import load_table
from analyzer.facts.matching import Matcher, broad, sentences
from analyzer.facts.propose import draft_predicate, example_of, proposals
from tests.facts import tables

CORPUS = ["白石茶庄的云雾茶由白石茶庄出品。", "云雾红茶由青峰茶厂生产。", "他喜欢云雾红茶。", "青峰茶厂生产的红茶"]


def best(folder: Path, *examples: str) -> list[str]:
    predicate = draft_predicate("product", "org")
    found = proposals([example_of(e) for e in examples], predicate, load_table(folder), CORPUS)
    return [p.template for p in found]


CASES = [
    (["{S:云雾红茶}由{V:青峰茶厂}生产。"], "{S}由{V}生产"),
    (["{S:甲}由{V:乙}生产", "{S:丙}由{V:丁}出品"], "{S}由{V}[生产/出品]"),
    (["很多人说{V:乙}旗下的{S:甲}好喝"], "{V}旗下的{S}"),
    (["{S:甲}隶属于{V:乙},很有名"], "{S}隶属于{V}"),
]


@pytest.mark.parametrize(("examples", "expected"), CASES)
def test_the_examples_words_come_back_as_a_template(folder: Path, examples: list[str], expected: str) -> None:
    assert expected in best(folder, *examples)[:3]


def test_a_template_that_says_nothing_comes_last(folder: Path) -> None:
    found = best(folder, "{V:乙}生产的{S:甲}")
    assert broad(found[-1])
    assert not broad(found[0])


def test_the_sentences_that_a_template_would_match_are_shown(folder: Path) -> None:
    predicate = draft_predicate("product", "org")
    found = proposals([example_of("{S:甲}由{V:乙}生产")], predicate, load_table(folder), CORPUS)
    hits = {p.template: p.hits for p in found}
    assert hits["{S}由{V}生产"] == ("云雾红茶由青峰茶厂生产。",)
    assert hits["{S}由{V}"] == (CORPUS[0], CORPUS[1])


@pytest.mark.parametrize("text", ["没有标记", "{S:甲}很好", "{S:甲}和{S:乙}", "{S:甲}由{V:乙}和{V:丙}生产"])
def test_an_example_needs_one_subject_and_one_value(text: str) -> None:
    with pytest.raises(UsageError):
        example_of(text)


def test_the_marks_may_be_typed_with_a_full_width_colon() -> None:
    assert example_of("{S\uff1a甲}由{V\uff1a乙}生产") == example_of("{S:甲}由{V:乙}生产")


def test_special_characters_of_the_mini_language_never_become_literal(folder: Path) -> None:
    assert all("[" not in t.replace("[生产", "") for t in best(folder, "{S:甲}[注1]由{V:乙}生产"))


@pytest.mark.parametrize(
    ("sentence", "template", "predicate", "found"),
    [
        ("雲霧紅茶由青峰茶厂生产", "{S}由{V}生产", "maker", [("雲霧紅茶", "青峰茶厂")]),
        ("云雾茶售价98元", "{S}售价{V}", "price", [("云雾茶", "98元")]),
        ("青峰茶厂旗下知名的云雾茶", "{V}旗下…{S}", "maker", [("云雾茶", "青峰茶厂")]),
        ("青峰茶厂旗下,有云雾茶", "{V}旗下…{S}", "maker", []),
        ("云雾茶是有机茶", "{S}是有机茶", "organic", [("云雾茶", "")]),
        ("云雾茶由谁生产", "{S}由{V}生产", "maker", []),
    ],
)
def test_matching_is_word_for_word(
    folder: Path, sentence: str, template: str, predicate: str, found: list[tuple[str, str]]
) -> None:
    table = load_table(folder)
    matches = Matcher(table).matches(sentence, template, table.predicates[predicate])
    assert [(m.subject, m.value) for m in matches] == found


def test_sentences_are_cut_at_their_ends() -> None:
    assert list(sentences("甲。乙!丙\n 丁;")) == ["甲。", "乙!", "丙", "丁;"]


def test_tables_of_the_tests_are_valid(folder: Path) -> None:
    assert len(load_table(folder).facts) == tables.FACTS.count("\nF0")
