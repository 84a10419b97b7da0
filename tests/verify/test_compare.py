"""How values stand to recorded ones: figures, dates, names, texts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.model import Entity, EntityValue, Quantity, Shape, TextValue, Truth, UnknownValue, Value
from analyzer.verify.compare import LIMIT_WORDS, Relation, compare, is_limit, one_edit, quantities
from tests.verify.ships import date, entity, figure, table_of

TABLE = table_of()


def relation(predicate: str, claimed: Value, recorded: Value) -> str:
    return compare(claimed, recorded, TABLE.predicates[predicate], TABLE).relation.value


@pytest.mark.parametrize(
    ("claimed", "recorded", "expected"),
    [
        ("yard", "yard", "same"),
        ("group", "yard", "broader"),
        ("group", "dock", "broader"),
        ("dock", "yard", "narrower"),
        ("rival", "yard", "other"),
        ("rivals", "yard", "other"),
    ],
)
def test_entities_compare_along_the_chain_of_parents(claimed: str, recorded: str, expected: str) -> None:
    assert relation("builder", entity(claimed), entity(recorded)) == expected


def test_unknown_places_compare_on_one_level_only() -> None:
    places = {
        "p": Entity(id="p", name="云州", type="place", aliases=("云州省",)),
        "c": Entity(id="c", name="临江市", type="place", parent="p"),
        "e": Entity(id="e", name="东湾", type="place"),
    }
    table = replace(TABLE, entities=places)

    def seen(name: str, recorded: str) -> str:
        claimed = UnknownValue(name=name, proper_name=True)
        return compare(claimed, EntityValue(id=recorded), TABLE.predicates["builder"], table).relation.value

    assert seen("北宁省", "p") == "other"
    assert seen("北宁市", "c") == "other"
    assert seen("北宁省", "c") == "other"  # 临江市 lies in 云州省, so not in 北宁省
    assert seen("北宁市", "p") == "incomparable"
    assert seen("北宁市", "e") == "incomparable"


@pytest.mark.parametrize(
    ("name", "proper", "expected"),
    [
        ("东湾船厂", True, "same"),
        ("东湾船厂有限公司", True, "similar"),
        ("东湾", True, "similar"),
        ("东弯船厂", True, "similar"),
        ("沧澜集团总部", True, "similar"),
        ("西岭船厂", True, "other"),
        ("一家老牌船厂", False, "incomparable"),
    ],
)
def test_only_a_name_unlike_the_true_one_can_be_another(name: str, proper: bool, expected: str) -> None:
    assert relation("builder", UnknownValue(name=name, proper_name=proper), entity("yard")) == expected


@pytest.mark.parametrize(
    ("claimed", "recorded", "expected", "entailed"),
    [
        ("2015", "2015-05", "same", True),
        ("2015-05", "2015-05", "same", True),
        ("2015-05-16", "2015-05", "same", False),
        ("2015-06", "2015-05", "other", False),
        ("2014", "2015-05", "other", False),
        ("2014-05", "2015", "other", False),
    ],
)
def test_dates_compare_at_the_coarser_precision(claimed: str, recorded: str, expected: str, entailed: bool) -> None:
    seen = compare(date(claimed), date(recorded), TABLE.predicates["launched"], TABLE)
    assert (seen.relation.value, seen.entailed) == (expected, entailed)


FIGURES = [
    # predicate, claimed, recorded, relation
    ("crew", figure(100), figure(100), "same"),
    ("crew", figure(104), figure(100), "same"),
    ("crew", figure(106), figure(100), "other"),
    ("crew", figure(120, shape=Shape.ABOUT), figure(100), "loose"),
    ("crew", figure(109, shape=Shape.ABOUT), figure(100), "loose"),  # three digits claim more precision
    ("crew", figure(115, shape=Shape.ABOUT), figure(100), "other"),
    ("crew", figure(130, shape=Shape.ABOUT), figure(100), "other"),
    ("crew", figure(1640), figure(1641), "same"),
    ("crew", figure(30000, shape=Shape.ABOUT), figure(26000), "same"),
    ("crew", figure(80, 120), figure(100), "broader"),
    ("crew", figure(120, 150), figure(100), "other"),
    ("crew", figure(100, shape=Shape.AT_MOST), figure(100), "same"),
    ("crew", figure(200, shape=Shape.AT_MOST), figure(100), "loose"),
    ("crew", figure(50, shape=Shape.AT_MOST), figure(100), "other"),
    ("crew", figure(50, shape=Shape.AT_LEAST), figure(100), "loose"),
    ("crew", figure(200, shape=Shape.AT_LEAST), figure(100), "other"),
    ("crew", figure(100, unit="吨"), figure(100), "incomparable"),
    # The predicate is itself a maximum, so that a bound or a range states its upper end.
    ("load", figure(500, unit="吨", shape=Shape.AT_MOST), figure(300, unit="吨"), "other"),
    ("load", figure(300, unit="吨", shape=Shape.AT_MOST), figure(300, unit="吨"), "same"),
    ("load", figure(10, 300, unit="吨"), figure(300, unit="吨"), "same"),
    ("load", figure(10, 500, unit="吨"), figure(300, unit="吨"), "other"),
    # Ranges.
    ("rate", figure(0.03, unit="%/日"), figure(0.02, 0.05, unit="%/日"), "same"),
    ("rate", figure(0.02, 0.05, unit="%/日"), figure(0.02, 0.05, unit="%/日"), "same"),
    ("rate", figure(0.03, 0.08, unit="%/日"), figure(0.02, 0.05, unit="%/日"), "overlap"),
    ("rate", figure(0.06, 0.08, unit="%/日"), figure(0.02, 0.05, unit="%/日"), "other"),
    ("rate", figure(0.04, unit="%/日", shape=Shape.AT_MOST), figure(0.02, 0.05, unit="%/日"), "overlap"),
    ("rate", figure(0.05, unit="%/日", shape=Shape.AT_MOST), figure(0.02, 0.05, unit="%/日"), "same"),
    ("rate", figure(0.06, unit="%/日", readings=((0.05, 0.05),)), figure(0.05, unit="%/日"), "same"),
    # Rounded, not invented; one digit is too little.
    ("rate", figure(1.6, unit="%/日"), figure(1.64, unit="%/日"), "rounded"),
    ("rate", figure(2, unit="%/日"), figure(1.64, unit="%/日"), "other"),
]


@pytest.mark.parametrize(("predicate", "claimed", "recorded", "expected"), FIGURES)
def test_figures(predicate: str, claimed: Quantity, recorded: Quantity, expected: str) -> None:
    assert quantities(claimed, recorded, TABLE.predicates[predicate]).relation.value == expected


@pytest.mark.parametrize(
    ("template", "shape", "claimed", "expected"),
    [
        ("{S}[最长为/不得超过]{V}", Shape.AT_MOST, 200, "other"),
        ("{S}[最长为/不得超过]{V}", Shape.AT_MOST, 100, "same"),
        ("{S}[最长为/不得超过]{V}", Shape.AT_LEAST, 50, "loose"),
        ("{S}[不得低于]{V}", Shape.AT_LEAST, 50, "other"),
        ("{S}[共有]{V}", Shape.AT_MOST, 200, "loose"),
    ],
)
def test_a_bound_that_a_template_states_is_what_the_row_says(
    template: str, shape: Shape, claimed: float, expected: str
) -> None:
    bounded = replace(TABLE.predicates["crew"], templates=(template,))
    assert quantities(figure(claimed, shape=shape), figure(100), bounded).relation.value == expected


@pytest.mark.parametrize(
    ("shape", "value", "recorded", "expected"),
    [
        (Shape.AT_MOST, 0.1, (0.02, 0.05), "other"),
        (Shape.AT_MOST, 0.05, (0.02, 0.05), "same"),
        (Shape.AT_MOST, 0.04, (0.02, 0.05), "overlap"),
        (Shape.AT_LEAST, 0.01, (0.02, 0.05), "other"),
        (Shape.AT_LEAST, 0.02, (0.02, 0.05), "same"),
    ],
)
def test_the_highest_value_that_occurs_is_more_than_a_limit(
    shape: Shape, value: float, recorded: tuple[float, float], expected: str
) -> None:
    claimed, known = figure(value, unit="%/日", shape=shape), figure(*recorded, unit="%/日")
    assert quantities(claimed, known, TABLE.predicates["rate"], reached=True).relation.value == expected


@given(st.floats(0.01, 1e9), st.floats(0, 0.2))
def test_a_figure_is_the_same_as_itself_whatever_the_shape_and_tolerance(value: float, tolerance: float) -> None:
    for shape in Shape:
        claimed = figure(value, shape=shape)
        assert quantities(claimed, figure(value), TABLE.predicates["crew"]).relation is Relation.SAME


@pytest.mark.parametrize(
    ("claimed", "recorded", "expected"),
    [
        ("BH-2107", "bh2107", "same"),
        ("2107", "12107", "other"),
        ("12107", "2107", "other"),
        ("海燕一号艇", "海燕一号", "same"),
        ("海燕", "海燕一号", "broader"),
        ("白鹭", "海燕一号", "other"),
    ],
)
def test_texts(claimed: str, recorded: str, expected: str) -> None:
    assert relation("code", TextValue(folded=claimed.lower()), TextValue(folded=recorded)) == expected


def test_unlike_kinds_cannot_be_compared() -> None:
    assert relation("armed", Truth(true=True), date("2015")) == "incomparable"
    assert relation("armed", Truth(true=True), Truth(true=False)) == "other"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("东湾船厂", "东弯船厂", True),
        ("东湾船厂", "东湾船", True),
        ("湾船厂", "东湾船厂", True),
        ("东湾船厂", "东湾船厂", True),
        ("东湾船厂", "西岭船厂", False),
        ("东湾", "东弯", False),
        ("东湾船厂", "东湾造船厂家", False),
    ],
)
def test_one_edit(left: str, right: str, expected: bool) -> None:
    assert one_edit(left, right) is expected


@pytest.mark.parametrize(
    ("label", "template", "expected"),
    [
        *((f"甲醛{word}", "{S}…[甲醛量/用量]…{V}", True) for word in LIMIT_WORDS),
        ("甲醛", "{S}…[不超过/小于等于]{V}", True),
        ("最高载重", "{S}载重{V}", True),
        ("甲醛释放量", "{S}…释放量…{V}", False),
        ("门店数量", "{S}拥有{V}", False),
    ],
)
def test_a_limit_is_known_by_its_label_or_a_template(label: str, template: str, expected: bool) -> None:
    predicate = replace(table_of().predicates["crew"], label=label, templates=(template,))
    assert is_limit(predicate) is expected
