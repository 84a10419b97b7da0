"""The verdict ladder, row by row: what the contract says of grades, time, cardinality, stance and tier."""

import pytest

from analyzer.language import Phrase
from analyzer.model import Fact, FactTable, Judgement, PartialDate, Shape, TextValue, Truth, UnknownValue, Value
from analyzer.verify import judge
from tests.verify.ships import claim, date, entity, fact, figure, table_of

STRANGER = UnknownValue(name="翠屏船厂", proper_name=True)
BUILDER = (
    fact(1, "builder", entity("yard")),
    fact(2, "builder", entity("third"), "accepted"),
    fact(3, "builder", entity("rivals"), "wrong"),
    fact(4, "builder", entity("old"), "disputed"),
)


def seen(j: Judgement) -> str:
    return f"{j.verdict.value} {j.tier.value} {j.code} {j.fact}"


def verdict(table: FactTable, predicate: str, value: Value | None, published: str = "2024-01", **more: object) -> str:
    return seen(judge(claim(predicate, value, **more), table, date(published) if published else None))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "stance", "expected"),
    [
        (entity("yard"), "asserted", "supported confirmed exact F1"),
        (entity("third"), "asserted", "imprecise confirmed accepted F2"),
        (entity("rivals"), "asserted", "contradicted confirmed wrong F3"),
        (entity("old"), "asserted", "unverified confirmed disputed F4"),
        (entity("group"), "asserted", "imprecise confirmed ancestor F1"),
        (entity("dock"), "asserted", "imprecise confirmed descendant F1"),
        (entity("rival"), "asserted", "contradicted confirmed other_value F1"),
        (STRANGER, "asserted", "contradicted suggested unknown_name F1"),
        (UnknownValue(name="一家船厂", proper_name=False), "asserted", "unverified confirmed description None"),
        (UnknownValue(name="东湾船厂公司", proper_name=True), "asserted", "unverified confirmed similar_name F1"),
        (entity("port"), "asserted", "unverified confirmed type_mismatch None"),
        (entity("boat"), "asserted", "unverified confirmed same_as_subject None"),
        (None, "asserted", "unverified confirmed no_value None"),
        # Negation: only an exact value is contradicted by it.
        (entity("yard"), "negated", "contradicted confirmed negated_true F1"),
        (entity("third"), "negated", "unverified confirmed negated_open F2"),
        (entity("group"), "negated", "unverified confirmed negated_open F1"),
        (entity("old"), "negated", "unverified confirmed disputed F4"),
        (entity("rivals"), "negated", "supported confirmed negated_false F3"),
        (entity("rival"), "negated", "supported confirmed negated_false F1"),
        (STRANGER, "negated", "supported suggested negated_false F1"),
        # Never contradicted.
        (entity("rivals"), "question", "unverified confirmed question F3"),
        (entity("rivals"), "hypothetical", "unverified confirmed hypothetical F3"),
        (entity("rivals"), "planned", "unverified confirmed planned F3"),
        (entity("rivals"), "denied", "unverified confirmed denied F3"),
        # Only suggested.
        (entity("rivals"), "hedged", "contradicted suggested wrong F3"),
        (entity("rivals"), "attributed", "contradicted suggested wrong F3"),
        (entity("yard"), "attributed", "supported suggested exact F1"),
    ],
)
def test_a_closed_predicate(value: Value, stance: str, expected: str) -> None:
    assert verdict(table_of(*BUILDER), "builder", value, stance=stance) == expected


def test_a_guess_in_reading_makes_it_a_suggestion() -> None:
    assert verdict(table_of(*BUILDER), "builder", entity("rivals"), certain=False).startswith("contradicted suggested")


def test_a_doubt_of_the_reader_decides_nothing_and_keeps_its_words() -> None:
    doubt = Phrase(zh="指代不明", en="ambiguous subject: it")
    j = judge(claim("builder", entity("rivals"), doubt=doubt), table_of(*BUILDER), None)
    assert seen(j) == "unverified confirmed ambiguous_subject None"
    assert "指代不明" in j.reason.zh


@pytest.mark.parametrize(
    ("rows", "value", "expected"),
    [
        ((fact(1, "visits", entity("port")),), entity("port"), "supported confirmed exact F1"),
        ((fact(1, "visits", entity("port")),), STRANGER, "unverified confirmed not_listed None"),
        ((fact(1, "visits", entity("yard"), "wrong"),), entity("yard"), "contradicted confirmed wrong F1"),
        ((fact(1, "visits", entity("yard"), "wrong"),), entity("dock"), "contradicted suggested under_wrong F1"),
        ((fact(1, "visits", entity("yard"), "wrong"),), entity("group"), "unverified confirmed no_exact None"),
    ],
)
def test_a_predicate_with_open_values(rows: tuple[Fact, ...], value: Value, expected: str) -> None:
    assert verdict(table_of(*rows), "visits", value) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((), "unverified confirmed no_fact None"),
        ((fact(1, "owner", entity("yard"), "accepted"),), "unverified confirmed no_exact None"),
        ((fact(1, "owner", entity("yard"), source=""),), "unverified confirmed draft None"),
        (
            (fact(1, "owner", entity("rival"), source=""), fact(2, "owner", entity("yard"))),
            "unverified confirmed draft F1",
        ),
        ((fact(1, "owner", entity("rival"), "wrong", source=""),), "unverified confirmed draft None"),
        ((fact(1, "owner", entity("yard"), until="2019"),), "unverified confirmed only_other_time None"),
        ((fact(1, "owner", entity("yard"), since="2025"),), "unverified confirmed only_other_time None"),
        ((fact(1, "owner", entity("rival"), "wrong", until="2019"),), "unverified confirmed no_exact None"),
    ],
)
def test_rows_that_cannot_decide(rows: tuple[Fact, ...], expected: str) -> None:
    got = verdict(table_of(*rows), "owner", entity("rival"))
    assert got == expected


CHANGED = (fact(1, "owner", entity("yard"), until="2021-06"), fact(2, "owner", entity("rival"), since="2021-06"))


@pytest.mark.parametrize(
    ("value", "published", "more", "expected"),
    [
        ("rival", "2024-01", {}, "supported confirmed exact F2"),
        ("yard", "2024-01", {}, "outdated confirmed former F1"),
        ("yard", "2020", {}, "supported confirmed exact F1"),
        ("yard", "2021", {}, "supported confirmed exact F1"),
        ("yard", "", {}, "outdated suggested former F1"),
        ("yard", "2024-01", {"past": True}, "supported confirmed former_told_as_past F1"),
        ("yard", "2024-01", {"time": date("2019")}, "supported confirmed exact F1"),
        ("rival", "2024-01", {"time": date("2019")}, "contradicted suggested other_value F1"),
        ("rival", "2019", {}, "unverified confirmed not_yet_valid F2"),
        ("yard", "2024-01", {"stance": "negated"}, "unverified confirmed negated_open F1"),
        ("yard", "2024-01", {"stance": "attributed"}, "outdated suggested former F1"),
        ("third", "2024-01", {}, "contradicted confirmed other_value F2"),
        ("third", "", {}, "contradicted suggested other_value F2"),
        ("third", "2024-01", {"past": True}, "unverified confirmed past_unknown F2"),
        ("third", "2024-01", {"past": True, "time": date("2019")}, "contradicted suggested other_value F1"),
        ("dock", "2024-01", {}, "contradicted suggested other_value F2"),
    ],
)
def test_time(value: str, published: str, more: dict[str, object], expected: str) -> None:
    assert verdict(table_of(*CHANGED), "owner", entity(value), published, **more) == expected


@pytest.mark.parametrize(
    ("sentence", "tier"),
    [
        ("海燕号属于东湾船厂", "confirmed"),
        ("随后,海燕号归入东湾船厂", "suggested"),
        ("2019年起海燕号归东湾船厂", "suggested"),
    ],
)
def test_a_tale_of_events_states_no_present(sentence: str, tier: str) -> None:
    got = verdict(table_of(*CHANGED), "owner", entity("yard"), sentence=sentence)
    assert got == f"outdated {tier} former F1"


def test_a_row_of_long_standing_contradicts_an_undated_page() -> None:
    table = table_of(fact(1, "owner", entity("yard"), since="2013"))
    assert verdict(table, "owner", entity("rival"), "") == "contradicted confirmed other_value F1"


def test_without_any_date_rows_without_an_end_hold() -> None:
    table = table_of(*CHANGED)
    undated = FactTable(
        entities=table.entities,
        predicates=table.predicates,
        facts=table.facts,
        by_key=table.by_key,
        digest="",
        vocabulary_digest="",
        newest_check=None,
    )
    assert verdict(undated, "owner", entity("rival"), "") == "supported confirmed exact F2"
    assert verdict(undated, "owner", entity("yard"), "") == "outdated suggested former F1"


@pytest.mark.parametrize(
    ("low", "high", "shape", "stance", "expected"),
    [
        (100, 100, Shape.POINT, "asserted", "supported confirmed exact F1"),
        (150, 150, Shape.POINT, "asserted", "contradicted confirmed other_value F1"),
        (150, 150, Shape.ABOUT, "asserted", "contradicted confirmed other_value F1"),
        (150, 150, Shape.AT_LEAST, "asserted", "contradicted suggested other_value F1"),
        (50, 50, Shape.AT_LEAST, "asserted", "imprecise confirmed loose_bound F1"),
        (90, 120, Shape.RANGE, "asserted", "imprecise confirmed wider_range F1"),
        (150, 200, Shape.RANGE, "asserted", "contradicted confirmed other_value F1"),
        (100, 100, Shape.POINT, "negated", "contradicted confirmed negated_true F1"),
        (150, 150, Shape.POINT, "negated", "supported confirmed negated_false F1"),
        (90, 120, Shape.RANGE, "negated", "unverified confirmed negated_open F1"),
        (80, 80, Shape.POINT, "asserted", "unverified confirmed disputed F2"),
        (9000, 9000, Shape.POINT, "asserted", "contradicted confirmed other_value F1"),
        (11000, 11000, Shape.POINT, "asserted", "contradicted suggested other_value F1"),
        (0.5, 0.5, Shape.POINT, "asserted", "contradicted suggested other_value F1"),
        (70, 70, Shape.POINT, "asserted", "contradicted confirmed wrong F3"),
    ],
)
def test_figures(low: float, high: float, shape: Shape, stance: str, expected: str) -> None:
    table = table_of(
        fact(1, "crew", figure(100)), fact(2, "crew", figure(80), "disputed"), fact(3, "crew", figure(70), "wrong")
    )
    assert verdict(table, "crew", figure(low, high, shape=shape), stance=stance) == expected


def test_a_figure_near_an_accepted_one_is_left_alone() -> None:
    rows = (fact(1, "crew", figure(100)), fact(2, "crew", figure(200, 300), "accepted"))
    assert verdict(table_of(*rows), "crew", figure(250)) == "imprecise confirmed accepted F2"
    assert verdict(table_of(*rows), "crew", figure(400, shape=Shape.AT_MOST)).startswith("imprecise confirmed loose")
    assert (
        verdict(table_of(*rows), "crew", figure(150, shape=Shape.AT_LEAST)) == "unverified confirmed near_accepted F2"
    )


def test_a_point_inside_a_range_is_supported_but_its_denial_is_no_falsehood() -> None:
    table = table_of(fact(1, "rate", figure(0.02, 0.05, unit="%/日")))
    assert verdict(table, "rate", figure(0.03, unit="%/日")) == "supported confirmed exact F1"
    assert verdict(table, "rate", figure(0.03, unit="%/日"), stance="negated") == "unverified confirmed negated_open F1"
    assert verdict(table, "rate", figure(3, unit="元")) == "unverified confirmed unit_unknown None"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("海燕号的日租金率最高可达0.1%", "contradicted suggested other_value F1"),
        ("海燕号的日租金率不超过0.1%", "imprecise confirmed loose_bound F1"),
    ],
)
def test_a_highest_value_is_false_where_a_limit_is_only_loose(sentence: str, expected: str) -> None:
    table = table_of(fact(1, "rate", figure(0.02, 0.05, unit="%/日")))
    value = figure(0.1, unit="%/日", shape=Shape.AT_MOST)
    assert verdict(table, "rate", value, sentence=sentence, written="0.1%") == expected


@pytest.mark.parametrize(
    ("predicate", "sentence", "expected"),
    [
        ("load", "海燕号这一趟的载重做到了60吨", "unverified confirmed measured F1"),
        ("load", "海燕号载重实测为60吨", "unverified confirmed measured F1"),
        ("load", "海燕号载重检测结果是60吨", "unverified confirmed measured F1"),
        ("load", "海燕号的最高载重为60吨", "contradicted confirmed other_value F1"),
        ("load", "生意做到了海外,海燕号的最高载重为60吨", "contradicted confirmed other_value F1"),
        ("crew", "海燕号的船员做到了60吨", "contradicted confirmed other_value F1"),
    ],
)
def test_what_was_measured_is_no_limit(predicate: str, sentence: str, expected: str) -> None:
    unit = "吨" if predicate == "load" else "人"
    table = table_of(fact(1, predicate, figure(90, unit=unit)))
    value = figure(60, unit=unit)
    assert verdict(table, predicate, value, sentence=sentence, written="60吨") == expected


DATES = (
    fact(1, "launched", date("2015-05")),
    fact(2, "launched", date("2015-09"), "accepted"),
    fact(3, "launched", date("2013"), "wrong"),
)


@pytest.mark.parametrize(
    ("iso", "stance", "expected"),
    [
        ("2015", "asserted", "supported confirmed exact F1"),
        ("2015-05-16", "asserted", "supported confirmed exact F1"),
        ("2015-09", "asserted", "imprecise confirmed accepted F2"),
        ("2015-10", "asserted", "contradicted confirmed other_value F1"),
        ("2013-02", "asserted", "contradicted confirmed wrong F3"),
        ("2015", "negated", "contradicted confirmed negated_true F1"),
        ("2015-05-16", "negated", "unverified confirmed negated_open F1"),
    ],
)
def test_dates(iso: str, stance: str, expected: str) -> None:
    assert verdict(table_of(*DATES), "launched", date(iso), stance=stance) == expected
    reversed_rows = table_of(*reversed(DATES))
    assert verdict(reversed_rows, "launched", date(iso), stance=stance) == expected


def test_a_date_that_is_the_value_is_no_time_of_the_statement() -> None:
    rows = (fact(1, "launched", date("2015"), since="2016"), fact(2, "launched", date("2013"), until="2014"))
    got = verdict(table_of(*rows), "launched", date("2013"), time=date("2013"))
    assert got == "outdated confirmed former F2"


@pytest.mark.parametrize(
    ("value", "stance", "expected"),
    [
        (True, "asserted", "supported confirmed exact F1"),
        (False, "asserted", "contradicted confirmed other_value F1"),
        (False, "negated", "supported confirmed negated_false F1"),
        (True, "negated", "contradicted confirmed negated_true F1"),
        (False, "question", "unverified confirmed question F1"),
    ],
)
def test_yes_and_no(value: bool, stance: str, expected: str) -> None:
    assert verdict(table_of(fact(1, "armed", Truth(true=True))), "armed", Truth(true=value), stance=stance) == expected


def test_another_text_is_confirmed_only_where_its_extent_is_sure() -> None:
    other = Fact(
        id="F2",
        subject="raft",
        predicate="code",
        value=TextValue(folded="白鹭"),
        written="白鹭",
        source_title="船级簿",
        row=2,
    )
    table = table_of(fact(1, "code", TextValue(folded="海燕")), other)
    assert verdict(table, "code", TextValue(folded="海燕")) == "supported confirmed exact F1"
    assert verdict(table, "code", TextValue(folded="白鹭")) == "contradicted confirmed other_value F1"
    assert verdict(table, "code", TextValue(folded="bh2107")) == "contradicted confirmed other_value F1"
    assert verdict(table, "code", TextValue(folded="飞鱼")) == "contradicted suggested other_value F1"


def test_a_value_under_an_accepted_one_is_only_suggested() -> None:
    rows = (fact(1, "owner", entity("rival")), fact(2, "owner", entity("yard"), "accepted"))
    assert verdict(table_of(*rows), "owner", entity("group")) == "contradicted suggested other_value F1"


def test_the_order_of_rows_changes_nothing() -> None:
    forward, backward = table_of(*BUILDER), table_of(*reversed(BUILDER))
    for name in ("yard", "third", "rivals", "old", "group", "dock", "rival"):
        assert verdict(forward, "builder", entity(name)) == verdict(backward, "builder", entity(name))


def test_retiring_the_deciding_row_leaves_the_claim_unverified() -> None:
    table = table_of(fact(1, "owner", entity("yard")))
    assert verdict(table, "owner", entity("rival")).startswith("contradicted")
    assert verdict(table_of(), "owner", entity("rival")).startswith("unverified")


def test_an_unknown_predicate_is_no_fact() -> None:
    j = judge(claim("colour", entity("yard")), table_of(), PartialDate(year=2024))
    assert seen(j) == "unverified confirmed no_fact None"


@pytest.mark.parametrize(
    ("said", "since", "expected"),
    [
        ("2020", "", "contradicted suggested other_value F1"),  # another year, and the row does not say since when
        ("2024", "", "contradicted confirmed other_value F1"),
        ("2020", "2019", "contradicted confirmed other_value F1"),
    ],
)
def test_a_count_of_an_earlier_year_may_have_been_another(said: str, since: str, expected: str) -> None:
    table = table_of(fact(1, "crew", figure(100), since=since), fact(2, "load", figure(100, unit="吨")))
    assert verdict(table, "crew", figure(60), time=date(said)) == expected
    assert verdict(table, "load", figure(60, unit="吨"), time=date(said)) == "contradicted confirmed other_value F2"
