"""Articles against each other: who counts, what is compatible, copies are one voice."""

from collections.abc import Sequence
from dataclasses import replace

from analyzer.fold import fold
from analyzer.model import (
    Article,
    Checked,
    Claim,
    Cluster,
    Conflict,
    Document,
    FactTable,
    PageKind,
    Status,
    UnknownValue,
    Value,
    entry_of,
)
from analyzer.text import View
from analyzer.verify import conflicts_of as conflicts_in
from analyzer.verify import judge
from tests.verify.ships import claim, date, entity, fact, figure, table_of


def checked(article: str, table: FactTable, *claims: Claim) -> Checked:
    page = Article(
        document=Document(id=article),
        kind=PageKind.ARTICLE,
        status=Status.CHECKED,
        reason=None,
        removals=(),
        clean=View.of(""),
    )
    return Checked(article=page, reading=None, judgements=tuple(judge(c, table, None) for c in claims))


def conflicts_of(run: Sequence[Checked], table: FactTable, clusters: tuple[Cluster, ...]) -> tuple[Conflict, ...]:
    return conflicts_in(map(entry_of, run), table, clusters)


def said(article: str, predicate: str, value: Value, **more: object) -> Claim:
    return claim(predicate, value, article=article, **more)


def found(table: FactTable, *claims: Claim, clusters: tuple[Cluster, ...] = ()) -> tuple[Conflict, ...]:
    names = sorted({c.article for c in claims})
    run = [checked(name, table, *(c for c in claims if c.article == name)) for name in names]
    return conflicts_of(run, table, clusters)


def test_two_articles_disagree_without_any_fact() -> None:
    got = found(
        table_of(),
        said("a", "launched", date("2015"), written="2015年"),
        said("b", "launched", date("2010"), written="2010年"),
        said("c", "launched", date("2015-05"), written="2015年5月"),
    )
    assert len(got) == 1
    assert [(s.value_id, s.articles, s.voices) for s in got[0].sides] == [("2015", ("a", "c"), 2), ("2010", ("b",), 1)]


def test_copies_are_one_voice() -> None:
    claims = [said(name, "owner", entity("yard")) for name in ("a", "b", "c")] + [said("d", "owner", entity("rival"))]
    (got,) = found(table_of(), *claims, clusters=(Cluster(id="k1", articles=("a", "b", "c")),))
    assert {s.value_id: s.voices for s in got.sides} == {"yard": 1, "rival": 1}


def test_compatible_values_do_not_conflict() -> None:
    table = table_of()
    assert not found(table, said("a", "owner", entity("yard")), said("b", "owner", entity("group")))
    assert not found(table, said("a", "crew", figure(100)), said("b", "crew", figure(103)))
    assert not found(table, said("a", "launched", date("2015")), said("b", "launched", date("2015-05")))
    assert not found(table, said("a", "visits", entity("port")), said("b", "visits", entity("yard")))


def test_only_plain_assertions_about_the_present_count() -> None:
    table = table_of()
    plain = said("a", "owner", entity("yard"))
    for more in (
        {"stance": "attributed"},
        {"stance": "negated"},
        {"stance": "question"},
        {"past": True},
        {"time": date("2010")},
        {"certain": False},
    ):
        assert not found(table, plain, said("b", "owner", entity("rival"), **more))
    vague = UnknownValue(name=fold("一家船厂"), proper_name=False)
    assert not found(table, plain, said("b", "owner", vague))


def test_two_true_values_of_a_closed_predicate_do_not_conflict() -> None:
    both = table_of(fact(1, "builder", entity("yard")), fact(2, "builder", entity("third")))
    assert not found(both, said("a", "builder", entity("yard")), said("b", "builder", entity("third")))
    assert found(both, said("a", "builder", entity("yard")), said("b", "builder", entity("rival")))


def test_values_stated_side_by_side_are_both_meant_where_several_are_possible() -> None:
    joint = (said("a", "builder", entity("yard")), said("a", "builder", entity("rival")))
    assert not found(table_of(), *joint)
    assert found(table_of(), said("a", "owner", entity("yard")), said("a", "owner", entity("rival")))


def test_a_title_beside_the_text_speaks_too() -> None:
    table = table_of()
    body = checked("a", table, said("a", "owner", entity("yard")))
    title = replace(body, titled=(judge(said("a", "owner", entity("rival")), table, None),))
    assert not conflicts_of([body], table, ())
    (got,) = conflicts_of([title], table, ())
    assert [s.articles for s in got.sides] == [("a",), ("a",)]


def test_title_and_body_disagree_on_a_closed_predicate_too() -> None:
    table = table_of()
    page = checked("a", table, said("a", "builder", entity("yard"), sentence="海燕号由东湾船厂建造。"))
    head = judge(said("a", "builder", entity("rival"), sentence="海燕号由北岭船厂建造"), table, None)
    article = replace(page.article, document=Document(id="a", title="海燕号由北岭船厂建造"))
    assert conflicts_of([replace(page, article=article, titled=(head,))], table, ())
    assert conflicts_of([replace(page, article=article, judgements=(*page.judgements, head))], table, ())


def test_the_order_of_articles_changes_nothing() -> None:
    table = table_of()
    claims = [
        said("a", "owner", entity("yard")),
        said("b", "owner", entity("rival")),
        said("c", "owner", entity("third")),
    ]
    run = [checked(c.article, table, c) for c in claims]
    assert conflicts_of(run, table, ()) == conflicts_of(run[::-1], table, ())
