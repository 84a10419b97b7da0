"""A verdict changes only where what it rests on does: every row of the sample table, taken away and changed."""

from dataclasses import replace
from pathlib import Path

import pytest

from analyzer.facts import load_table
from analyzer.model import Checked, Fact, FactTable, Grade, PartialDate
from analyzer.run import check
from analyzer.settings import Settings
from analyzer.stages import date_of
from analyzer.verify import Basis, asked, judge, tempered

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def table() -> FactTable:
    return load_table(ROOT / "corpus" / "facts")


@pytest.fixture(scope="module")
def articles(table: FactTable) -> list[Checked]:
    return list(check([ROOT / "corpus" / "articles"], table, Settings()).checked)


def with_facts(table: FactTable, facts: tuple[Fact, ...]) -> FactTable:
    by_key: dict[tuple[str, str], tuple[Fact, ...]] = {}
    for fact in facts:
        key = (fact.subject, fact.predicate)
        by_key[key] = (*by_key.get(key, ()), fact)
    return replace(table, facts=facts, by_key=by_key, digest="changed")


def basis_of(article: Checked, basis: Basis) -> bytes:
    claims = [j.claim for j in (*article.judgements, *article.titled)]
    return basis.of(asked(claims), dated=bool(article.article.document.published))


def judged(article: Checked, table: FactTable) -> object:
    published = date_of(article.article.document.published)
    text, title = ([j.claim for j in judgements] for judgements in (article.judgements, article.titled))
    return tempered([judge(c, table, published) for c in text]), [judge(c, table, published) for c in title]


def test_what_no_changed_row_reaches_is_judged_as_before(table: FactTable, articles: list[Checked]) -> None:
    old = Basis(table)
    before = [(basis_of(a, old), judged(a, table)) for a in articles]
    changed = stood = 0
    for number, fact in enumerate(table.facts):
        other = Grade.WRONG if fact.grade is Grade.EXACT else Grade.EXACT
        for instead in ((), (replace(fact, grade=other),)):
            after = with_facts(table, (*table.facts[:number], *instead, *table.facts[number + 1 :]))
            new = Basis(after)
            for article, (rests_on, verdicts) in zip(articles, before, strict=True):
                same = judged(article, after) == verdicts
                if basis_of(article, new) == rests_on:
                    assert same
                    stood += 1
                changed += not same
    assert changed > 100
    assert stood > 10 * changed


def test_lines_above_a_row_are_none_of_its_own(table: FactTable, articles: list[Checked]) -> None:
    moved = with_facts(table, tuple(replace(fact, row=fact.row + 7) for fact in table.facts))
    assert [basis_of(a, Basis(moved)) for a in articles] == [basis_of(a, Basis(table)) for a in articles]


def test_a_newer_check_reaches_only_articles_without_a_date(table: FactTable, articles: list[Checked]) -> None:
    newer = replace(table, newest_check=PartialDate(year=2031, month=5, day=1))
    for article in articles:
        same = basis_of(article, Basis(newer)) == basis_of(article, Basis(table))
        assert same == bool(article.article.document.published)
