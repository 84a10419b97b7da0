"""Laws that hold whatever the text says: what may change in a page without changing a verdict, and what may not."""

import csv
from pathlib import Path

import pytest

from analyzer.claims import Grammar, compile_grammar
from analyzer.facts import load_table
from analyzer.model import FactTable, Judgement
from analyzer.trials import read_sentence
from analyzer.trials.examine import materials_of
from analyzer.trials.model import Material

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "tests" / "domains" / name / "facts" for name in ("films", "food", "phones")]
PREFACE = "天气渐渐转凉,出门的时候记得多带一件外套。\n\n"


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda f: f.parent.name)
def folder(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture(scope="module")
def table(folder: Path) -> FactTable:
    return load_table(folder)


@pytest.fixture(scope="module")
def grammar(table: FactTable) -> Grammar:
    return compile_grammar(table)


def sentences(table: FactTable) -> list[str]:
    """Return one false and one true sentence a predicate."""
    return [
        m.form.say(m.subject.name, words) + "。"
        for m in _one_a_predicate(table)
        for words in (m.true.words, m.false.words if m.false else "")
        if words
    ]


def _one_a_predicate(table: FactTable) -> list[Material]:
    found: dict[str, Material] = {}
    for m in materials_of(table, 1):
        if m.form.verbal:
            found.setdefault(m.predicate.id, m)
    return list(found.values())


def told(judgements: tuple[Judgement, ...], shift: int = 0) -> list[tuple[object, ...]]:
    return [
        (j.claim.start - shift, j.claim.end - shift, j.claim.predicate, j.claim.value, j.verdict, j.fact)
        for j in judgements
    ]


def test_a_paragraph_before_it_only_shifts_offsets(table: FactTable, grammar: Grammar) -> None:
    for text in sentences(table):
        plain, moved = read_sentence(text, grammar, table), read_sentence(PREFACE + text, grammar, table)
        assert told(moved, len(PREFACE)) == told(plain), text


def test_a_claim_told_twice_is_one_claim_with_two_places(table: FactTable, grammar: Grammar) -> None:
    for text in sentences(table):
        once = read_sentence(text, grammar, table)
        twice = read_sentence(text + "\n\n" + PREFACE + text, grammar, table)
        assert told(twice) == told(once), text
        assert all(len(j.claim.locations) == 1 for j in twice), text


def test_offsets_point_at_the_words(table: FactTable, grammar: Grammar) -> None:
    for text in sentences(table):
        for j in read_sentence(PREFACE + text, grammar, table):
            said = (PREFACE + text)[j.claim.start : j.claim.end]
            assert j.claim.written in said or j.claim.written == "", (said, j.claim.written)


def test_the_order_of_fact_rows_changes_no_verdict(folder: Path, table: FactTable, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (folder / "facts.csv").open(encoding="utf-8-sig", newline="") as handle:
        head, *rows = list(csv.reader(handle))
    with (tmp_path / "facts.csv").open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows([head, *rows[::-1]])
    turned = load_table(tmp_path)
    grammar = compile_grammar(turned)
    for text in sentences(table):
        verdicts = [(j.verdict, j.tier) for j in read_sentence(text, grammar, turned)]
        assert verdicts == [(j.verdict, j.tier) for j in read_sentence(text, compile_grammar(table), table)], text


def test_without_facts_nothing_is_flagged(folder: Path, table: FactTable, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    head = (folder / "facts.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    (tmp_path / "facts.csv").write_text(head + "\n", encoding="utf-8")
    empty = load_table(tmp_path)
    grammar = compile_grammar(empty)
    for text in sentences(table):
        assert not [j for j in read_sentence(text, grammar, empty) if j.is_finding], text


def test_reading_is_deterministic(table: FactTable, grammar: Grammar) -> None:
    for text in sentences(table):
        assert read_sentence(text, grammar, table) == read_sentence(text, compile_grammar(table), table)
