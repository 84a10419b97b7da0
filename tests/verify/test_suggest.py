"""Which facts are missing, and what a table makes of stored claims."""

from pathlib import Path

import pytest

from analyzer.facts import load_table
from analyzer.facts.names import Names
from analyzer.model import Claim, EntityValue, FactTable, PartialDate, Quantity, Stance, UnknownValue, Value
from analyzer.verify.impact import resolved
from analyzer.verify.suggest import Missing, missing_facts

ENTITIES = """id,name,type,aliases,parent,note
tea,云雾红茶,product,,,
green,碧溪绿茶,product,,,
mill,青峰茶厂,org,,,
rival,白石茶庄,org,,,
"""
PREDICATES = """id,label,subject_type,value_type,cardinality,templates,unit,tolerance,note
maker,生产商,product,org,closed,{S}由{V}生产,,,
price,价格,product,number,single,{S}售价{V},元,,
kin,同类,product,product,multi,{S}和{V}同类,,,
"""
HEAD = "id,subject,predicate,value,grade,valid_from,valid_to,source_url,source_title,checked_on,checked_by,note\n"


def table_of(folder: Path, *facts: str) -> FactTable:
    texts = {"entities": ENTITIES, "predicates": PREDICATES, "facts": HEAD + "".join(f + "\n" for f in facts)}
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return load_table(folder)


def claim(
    article: str, subject: str, predicate: str, value: Value | None, stance: Stance = Stance.ASSERTED, written: str = ""
) -> tuple[Claim, PartialDate | None]:
    made = Claim(
        article=article,
        start=0,
        end=4,
        sentence=f"{article}里的一句。",
        sentence_start=0,
        subject=subject,
        subject_id=subject,
        predicate=predicate,
        written=written or str(value),
        value=value,
        stance=stance,
        rule="test",
    )
    return made, None


MILL, RIVAL = EntityValue(id="mill"), EntityValue(id="rival")
OTHER = UnknownValue(name="清泉茶业", proper_name=True)


def keys(found: tuple[Missing, ...]) -> list[tuple[str, str, int, int]]:
    return [(m.subject, m.predicate, len(m.articles), len(m.settled)) for m in found]


def test_the_fact_that_settles_most_articles_comes_first(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    claims = [
        claim("a", "tea", "maker", MILL),
        claim("a", "tea", "maker", MILL),
        claim("b", "tea", "maker", RIVAL),
        *(claim("c", "green", "price", Quantity(low=n, high=n, unit="元")) for n in (1, 2, 3, 4)),
    ]
    found = missing_facts(claims, table)
    assert keys(found) == [("tea", "maker", 2, 3), ("green", "price", 1, 4)]


def test_near_duplicates_count_once(tmp_path: Path) -> None:
    claims = [claim(a, "tea", "maker", MILL) for a in "abc"] + [claim(a, "green", "maker", MILL) for a in "de"]
    found = missing_facts(claims, table_of(tmp_path), {"a": "c1", "b": "c1", "c": "c1"})
    assert [(m.subject, m.voices, len(m.articles)) for m in found] == [("green", 2, 2), ("tea", 1, 3)]


def test_on_an_open_list_a_row_settles_only_its_own_value(tmp_path: Path) -> None:
    claims = [claim(a, "tea", "kin", EntityValue(id="green")) for a in "ab"]
    assert keys(missing_facts(claims, table_of(tmp_path))) == [("tea", "kin", 2, 2)]


@pytest.mark.parametrize("stance", [Stance.QUESTION, Stance.HYPOTHETICAL, Stance.PLANNED, Stance.DENIED])
def test_what_nobody_states_asks_for_no_fact(tmp_path: Path, stance: Stance) -> None:
    assert missing_facts([claim("a", "tea", "maker", MILL, stance)], table_of(tmp_path)) == ()


def test_what_the_table_decides_asks_for_no_fact(tmp_path: Path) -> None:
    table = table_of(tmp_path, "F1,tea,maker,mill,,,,,年报,,,")
    assert missing_facts([claim("a", "tea", "maker", MILL), claim("b", "tea", "maker", RIVAL)], table) == ()


def test_a_draft_does_not_count_as_a_fact(tmp_path: Path) -> None:
    table = table_of(tmp_path, "F1,tea,maker,mill,,,,,,,,")
    assert keys(missing_facts([claim("a", "tea", "maker", MILL)], table)) == [("tea", "maker", 1, 1)]


def test_an_unknown_name_is_offered_as_a_new_entity(tmp_path: Path) -> None:
    found = missing_facts([claim("a", "tea", "maker", OTHER), claim("b", "tea", "maker", OTHER)], table_of(tmp_path))
    assert [(m.value, m.new_entity, len(m.articles)) for m in found] == [(OTHER, True, 2)]


def test_a_description_is_no_value(tmp_path: Path) -> None:
    vague = UnknownValue(name="一家正规企业", proper_name=False)
    assert (
        missing_facts([claim("a", "tea", "maker", vague), claim("b", "tea", "maker", None)], table_of(tmp_path)) == ()
    )


def test_the_order_of_the_claims_does_not_matter(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    claims = [claim(a, s, "maker", v) for a in "abc" for s in ("tea", "green") for v in (MILL, RIVAL)]
    assert [(m.subject, m.value) for m in missing_facts(claims, table)] == [
        (m.subject, m.value) for m in missing_facts(list(reversed(claims)), table)
    ]


def test_stored_claims_follow_the_table_they_are_held_against(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    names = Names.of(table.entities, table.predicates)
    same, _ = claim("a", "tea", "maker", MILL)
    assert resolved(same, names) == same
    named, _ = claim("a", "tea", "maker", UnknownValue(name="青峰茶厂", proper_name=True))
    again = resolved(named, names)
    assert again is not None
    assert again.value == MILL
    lost, _ = claim("a", "tea", "maker", EntityValue(id="gone"), written="某厂")
    again = resolved(lost, names)
    assert again is not None
    assert again.value == UnknownValue(name="某厂", proper_name=True)
    assert resolved(claim("a", "gone", "maker", MILL)[0], names) is None
    assert resolved(claim("a", "tea", "gone", MILL)[0], names) is None
