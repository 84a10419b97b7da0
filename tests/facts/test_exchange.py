"""Workbooks, data packages, knowledge bases."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook

from analyzer.errors import UsageError
from analyzer.facts import load_table
from analyzer.facts.edit import accepting, set_cells
from analyzer.facts.exchange import claimreview, wikidata
from analyzer.facts.exchange.datapackage import package_name, package_of
from analyzer.facts.exchange.harvest import Harvest, Statement, Thing, take
from analyzer.facts.exchange.workbook import Clash, merge, read_workbook, write_workbook
from analyzer.facts.sheet import Sheet
from analyzer.facts.store import change
from analyzer.facts.table import Folder, read_folder
from tests.facts import tables


def exported(folder: Path) -> Path:
    path = folder.parent / "table.xlsx"
    write_workbook(read_folder(folder), path)
    return path


def edited(path: Path, sheet: str, cell: str, value: object) -> None:
    book = load_workbook(path)
    book[sheet][cell] = value
    book.save(path)


def test_an_unedited_workbook_changes_nothing(folder: Path) -> None:
    merged = merge(read_folder(folder), *read_workbook(exported(folder)))
    assert (merged.sheets, merged.clashes, merged.missing) == ({}, (), ())


def test_the_same_table_gives_the_same_workbook(folder: Path) -> None:
    assert exported(folder).read_bytes() == exported(folder).read_bytes()


def test_the_workbook_offers_choices_and_keeps_dates_as_text(folder: Path) -> None:
    book = load_workbook(exported(folder))
    lists = {str(v.sqref).split(":")[0]: v for v in book["facts"].data_validations.dataValidation}
    assert lists["E2"].formula1 == '"accepted,disputed,exact,wrong"'
    assert lists["B2"].formula1 == "entities!$A$2:$A$504"
    assert book["facts"]["D3"].value == "2015-05"
    assert book["facts"]["D3"].number_format == "@"
    assert book["_base"].sheet_state == "veryHidden"


def test_an_edit_in_the_workbook_is_taken_and_a_later_edit_of_the_table_stays(folder: Path) -> None:
    path = exported(folder)
    edited(path, "facts", "D4", "90~120")
    set_cells(folder, "facts.csv", "F002", {"value": "2016"}, "amy", "facts edit")
    merged = merge(read_folder(folder), *read_workbook(path))
    assert merged.clashes == ()
    text = merged.sheets["facts.csv"].to_bytes().decode()
    assert text == tables.FACTS.replace("80~120", "90~120").replace("2015-05", "2016")


def test_a_cell_changed_on_both_sides_clashes_and_stays(folder: Path) -> None:
    path = exported(folder)
    edited(path, "facts", "D3", "2017")
    set_cells(folder, "facts.csv", "F002", {"value": "2016"}, "amy", "facts edit")
    clash = Clash(file="facts.csv", id="F002", column="value", base="2015-05", ours="2016", theirs="2017")
    merged = merge(read_folder(folder), *read_workbook(path))
    assert (merged.sheets, merged.clashes) == ({}, (clash,))
    forced = merge(read_folder(folder), *read_workbook(path), theirs_wins=True)
    assert "since,2017," in forced.sheets["facts.csv"].to_bytes().decode()


def test_new_rows_come_in_and_missing_rows_are_reported_only(folder: Path) -> None:
    path = exported(folder)
    book = load_workbook(path)
    book["facts"].delete_rows(2)
    for at, value in enumerate(["F010", "tea", "price", 95.0, "wrong"], 1):
        book["facts"].cell(row=9, column=at, value=value)
    book.save(path)
    merged = merge(read_folder(folder), *read_workbook(path))
    assert merged.missing == (("facts.csv", "F001"),)
    assert merged.sheets["facts.csv"].to_bytes().decode() == tables.FACTS + "F010,tea,price,95,wrong,,,,,,,\n"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"id,name\n"])
def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(content)
    with pytest.raises(UsageError):
        read_workbook(path)


def test_a_workbook_row_without_id_is_named(folder: Path) -> None:
    path = exported(folder)
    edited(path, "facts", "C9", "price")
    with pytest.raises(UsageError) as caught:
        read_workbook(path)
    assert "第 9 行 A 列" in caught.value.phrase.zh


def test_the_data_package_describes_the_three_tables(folder: Path) -> None:
    package = json.loads(package_of(read_folder(folder), package_name(folder)))
    assert [r["path"] for r in package["resources"]] == ["entities.csv", "predicates.csv", "facts.csv"]
    for resource in package["resources"]:
        head = tables.FILES[resource["path"]].split("\n", 1)[0].split(",")
        assert [f["name"] for f in resource["schema"]["fields"]] == head
    keys = package["resources"][2]["schema"]["foreignKeys"]
    assert {k["reference"]["resource"] for k in keys} == {"entities", "predicates"}


MAPPING = """
[subject]
column = "item"
type = "product"
aliases = "itemAltLabel"

[[fact]]
column = "makerLabel"
predicate = "生产商"
type = "org"

[[fact]]
column = "start"
predicate = "since"
"""
ROWS = [
    {
        "item": "http://www.wikidata.org/entity/Q900001",
        "itemLabel": "碧溪绿茶",
        "itemAltLabel": "碧溪茶, 碧溪",
        "maker": "http://www.wikidata.org/entity/Q900002",
        "makerLabel": "碧溪茶业",
        "start": "2011-01-01T00:00:00Z",
    },
    {
        "item": "http://www.wikidata.org/entity/Q900003",
        "itemLabel": "云雾红茶",
        "itemAltLabel": "云雾功夫红茶",
        "maker": "http://www.wikidata.org/entity/Q900004",
        "makerLabel": "青峰茶厂",
        "start": "2015-05-06T00:00:00Z",
    },
    {"item": "http://www.wikidata.org/entity/Q900005", "itemLabel": "Q900005", "itemAltLabel": "", "start": ""},
]


def saved(folder: Path, form: str) -> Path:
    path = folder.parent / f"query.{'csv' if form == 'csv' else 'json'}"
    if form == "csv":
        names = list(ROWS[0])
        lines = [",".join(names), *(",".join(f'"{r.get(n, "")}"' for n in names) for r in ROWS)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    elif form == "json":
        path.write_text(json.dumps(ROWS), encoding="utf-8")
    else:
        cells = [{k: {"type": "literal", "value": v} for k, v in r.items()} for r in ROWS]
        path.write_text(json.dumps({"head": {}, "results": {"bindings": cells}}), encoding="utf-8")
    (folder.parent / "map.toml").write_text(MAPPING, encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["csv", "json", "sparql"])
def test_a_query_result_becomes_entities_aliases_and_drafts(folder: Path, form: str) -> None:
    path = saved(folder, form)
    harvest = wikidata.harvest(
        wikidata.read_rows(path), wikidata.read_mapping(folder.parent / "map.toml"), "2026-03-01"
    )
    taken, _ = take(folder, harvest, "amy", live=False)
    table = load_table(folder)
    assert [table.entities[e].name for e in taken.entities] == ["碧溪绿茶", "碧溪茶业"]
    assert table.entities["q900001"].aliases == ("碧溪茶", "碧溪")
    assert taken.aliases == (("tea", "云雾功夫红茶"),)
    assert taken.known == 1  # 云雾红茶 is made by 青峰茶厂: the table says so already
    new = [f for f in table.facts if f.id in taken.facts]
    assert [(f.subject, f.predicate, f.written) for f in new] == [
        ("q900001", "maker", "q900002"),
        ("q900001", "since", "2011"),
        ("tea", "since", "2015-05-06"),
    ]
    assert all(f.draft and "wikidata.org/wiki/Q" in f.note and f.checked_on == "2026-03-01" for f in new)
    assert [line.zh for line in taken.left] == ["http://www.wikidata.org/entity/Q900005：没有名称"]
    again, _ = take(folder, harvest, "amy", live=False)
    assert (again.entities, again.facts) == ((), ())


def test_an_accepted_draft_judges(folder: Path) -> None:
    statement = Statement(
        subject="云雾红茶", predicate="maker", value="白石茶庄", grade="wrong",
        source_url="https://example.org/x", source_title="年报 2020",
    )  # fmt: skip
    taken, _ = take(folder, Harvest(statements=(statement,)), "amy", live=False)
    change(folder, "amy", "facts accept", accepting(taken.facts[0], "2026-03-02", "amy"))
    fact = load_table(folder).facts[-1]
    assert (fact.draft, fact.source_url, fact.source_title) == (False, "https://example.org/x", "年报 2020")
    assert (fact.checked_on, fact.checked_by, fact.note) == ("2026-03-02", "amy", "")


def test_what_does_not_fit_the_table_is_left_and_said(folder: Path) -> None:
    things = (Thing(name="某地", type="place"),)
    statements = (
        Statement(subject="云雾红茶", predicate="maker", value="某地"),
        Statement(subject="云雾红茶", predicate="height", value="3"),
        Statement(subject="云雾红茶", predicate="since", value="从前"),
        Statement(subject="谁", predicate="since", value="2011"),
    )
    taken, _ = take(folder, Harvest(things=things, statements=statements), "amy", live=True)
    assert taken.facts == ()
    assert [line.zh.split(":")[1] for line in taken.left] == [
        "值的类型 place 不合",
        "没有这个谓词",
        "值读不懂",
        "没有这个主语",
    ]


def test_a_strangers_label_is_one_line_and_no_formula(folder: Path) -> None:
    rows = [{"item": "http://www.wikidata.org/entity/Q7", "itemLabel": "=甲\n乙 "}]
    mapping = folder.parent / "map.toml"
    mapping.write_text('[subject]\ncolumn = "item"\ntype = "product"\n', encoding="utf-8")
    harvest = wikidata.harvest(rows, wikidata.read_mapping(mapping), "2026-03-01")
    assert [t.name for t in harvest.things] == ["甲 乙"]


def test_a_dry_import_writes_nothing(folder: Path) -> None:
    take(folder, Harvest(things=(Thing(name="某地", type="place"),)), "amy", live=True, dry=True)
    assert (folder / "entities.csv").read_text(encoding="utf-8") == tables.ENTITIES


@pytest.mark.parametrize(
    ("text", "word"),
    [("x = [", "TOML"), ("[subject]\ntype='a'", "column"), ("[subject]\ncolumn='a'\ntype='b'\ncolour='c'", "colour")],
)
def test_a_wrong_mapping_is_explained(tmp_path: Path, text: str, word: str) -> None:
    path = tmp_path / "map.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        wikidata.read_mapping(path)
    assert word in caught.value.phrase.zh


RATINGS = [
    ({"alternateName": "False"}, "wrong"),
    ({"alternateName": "虚假"}, "wrong"),
    ({"alternateName": "Mostly true"}, "disputed"),
    ({"alternateName": "属实"}, "exact"),
    ({"alternateName": "不属实"}, "wrong"),
    ({"ratingValue": 1, "worstRating": 1, "bestRating": 5}, "wrong"),
    ({"ratingValue": "5", "worstRating": "1", "bestRating": "5"}, "exact"),
    ({"ratingValue": 3, "worstRating": 1, "bestRating": 5}, "disputed"),
    ({"ratingValue": 9, "worstRating": 1, "bestRating": 5}, ""),
    ({"alternateName": "?"}, ""),
    ("False", ""),
]


@pytest.mark.parametrize(("rating", "grade"), RATINGS)
def test_a_rating_decides_the_grade(rating: object, grade: str) -> None:
    assert claimreview.grade_of({"reviewRating": rating}) == grade


def test_fact_checks_become_draft_facts_where_the_templates_read_them(folder: Path) -> None:
    def review(claim: str, word: str) -> dict[str, object]:
        return {
            "@type": "ClaimReview",
            "claimReviewed": claim,
            "url": "https://example.org/check",
            "datePublished": "2025-04-01T08:00:00Z",
            "author": {"@type": "Organization", "name": "某核查"},
            "reviewRating": {"@type": "Rating", "alternateName": word},
        }

    graph = {
        "@graph": [
            review("云雾红茶由白石茶庄生产", "虚假"),
            {"x": [review("喝茶治百病", "false")]},
            {"@type": "Person"},
        ]
    }
    path = folder.parent / "checks.jsonld"
    path.write_text(json.dumps(graph, ensure_ascii=False), encoding="utf-8")
    assert claimreview.is_review(path)
    harvest = claimreview.harvest(claimreview.reviews_in(path), load_table(folder))
    assert len(harvest.left) == 1
    taken, _ = take(folder, harvest, "amy", live=True)
    fact = load_table(folder).facts[-1]
    assert (fact.id, fact.subject, fact.predicate, fact.written, fact.grade) == (
        taken.facts[0], "tea", "maker", "rival", "wrong",
    )  # fmt: skip
    assert (fact.source_url, fact.checked_on) == ("https://example.org/check", "2025-04-01")


def test_an_empty_cell_that_must_be_filled_is_named_with_its_sheet_row_and_id(folder: Path) -> None:
    path = exported(folder)
    edited(path, "facts", "D4", None)
    with pytest.raises(UsageError) as error:
        read_workbook(path)
    assert "工作表 facts 第 4 行 D 列（F003 的 value）空着" in error.value.phrase.zh


def test_a_refused_import_names_the_rows(folder: Path) -> None:
    path = exported(folder)
    edited(path, "facts", "D4", "很贵")
    edited(path, "facts", "D3", "2016")
    rows, base = read_workbook(path)

    def edit(before: Folder) -> tuple[Mapping[str, Sheet], tuple[str, ...]]:
        merged = merge(before, rows, base)
        return merged.sheets, merged.ids

    with pytest.raises(UsageError) as error:
        change(folder, "amy", "facts import", edit)
    assert "facts.csv F003 value「很贵」不是数字" in error.value.phrase.zh
