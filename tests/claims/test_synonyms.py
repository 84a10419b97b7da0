"""Rewriting swaps verbs: what a template says in one of them counts in the others, unless another predicate has it."""

from collections.abc import Callable

import pytest

from analyzer.claims import compile_grammar, lexicon
from analyzer.model import FactTable
from tests.claims.conftest import ENTITIES, PREDICATES


@pytest.mark.parametrize(
    ("plain", "spun"),
    [
        ("青岚号由东港造船厂建造。", "青岚号由东港造船厂兴建。"),
        ("青岚号隶属于东港造船厂。", "青岚号归属于东港造船厂。"),
        ("青岚号隶属于东港造船厂。", "青岚号归东港造船厂所有。"),
        ("东港造船厂位于临江市。", "东港造船厂坐落在临江市。"),
        ("青岚号并不隶属于东港造船厂。", "青岚号并不从属于东港造船厂。"),
        ("青岚号于2015年5月建成。", "青岚号于2015年5月竣工。"),
        ("青岚号的下水时间是2015年5月。", "青岚号下水的时间是2015年5月。"),
    ],
)
def test_a_spun_verb_changes_nothing(said: Callable[[str], list[str]], plain: str, spun: str) -> None:
    assert said(plain) == said(spun) != []


def test_a_word_of_another_predicate_stays_its_own() -> None:
    table = FactTable(
        entities={e.id: e for e in ENTITIES}, predicates={p.id: p for p in PREDICATES}, facts=(), by_key={}, digest="",
        vocabulary_digest="",
    )  # fmt: skip
    grammar = compile_grammar(table)
    owners = {text: {c.predicate.id for c in cues} for text, cues in zip(grammar.cue_texts, grammar.cues, strict=True)}
    # 位于 is the seat's own word, and 停靠于 has no synonym: neither crosses over.
    assert owners["位于"] == {"seat"}
    assert owners["停靠于"] == {"port"}


def test_no_word_is_listed_twice_in_a_group() -> None:
    assert all(len(set(group)) == len(group) > 1 for group in lexicon.groups("synonyms"))
