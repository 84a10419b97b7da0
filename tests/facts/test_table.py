"""Loading: what each broken cell is told, and what is read although it is untidy."""

from pathlib import Path

import pytest

from analyzer.errors import TableError
from analyzer.facts import load_table
from analyzer.facts.check import notes_of
from analyzer.facts.table import read_folder
from analyzer.language import Language
from analyzer.model import EntityValue, PartialDate, Quantity, Shape, Truth
from tests.facts import tables

ROW = "F009,tea,maker,mill,,,,https://example.org/a,年报,2026-01-02,,\n"

# what is replaced in which file, by what, and the place and word of the complaint
BROKEN = [
    ("facts", "valid_to,source_url", "valid_too,source_url", "facts.csv:1:G", "valid_to"),
    ("facts", "id,subject", "id,thema", "facts.csv:1:M", "subject"),
    ("facts", "id,subject,predicate", "id,subject,subject", "facts.csv:1:C", "两次"),
    ("facts", "F002,tea", "F002,coffee", "facts.csv:3:B", "没有这个实体"),
    ("facts", "F002,tea", "F001,tea", "facts.csv:3:A", "重复"),
    ("facts", "tea,since", "tea,sinse", "facts.csv:3:C", "since"),
    ("facts", "2015-05", "2015-13", "facts.csv:3:D", "不是日期"),
    ("facts", "2015-05", "May-15", "facts.csv:3:D", "不是日期"),
    ("facts", "80~120", "120~80", "facts.csv:4:D", "不是数字"),
    ("facts", "80~120", "约八十", "facts.csv:4:D", "不是数字"),
    ("facts", "80~120", "nan", "facts.csv:4:D", "不是数字"),
    ("facts", "80~120", "八十个人", "facts.csv:4:D", "不是数字"),
    ("facts", "80~120", "1e999", "facts.csv:4:D", "不是数字"),
    ("facts", "organic,true", "organic,perhaps", "facts.csv:5:D", "true"),
    ("facts", "maker,mill,", "maker,tea,", "facts.csv:2:D", "类型"),
    ("entities", "青峰茶厂,org", "青峰茶厂,ogr", "facts.csv:2:D", "entities.csv 第 3 行的类型是不是想写 org"),
    ("facts", "maker,mill,", "maker,mill,exakt", "facts.csv:2:E", "exact"),
    ("facts", "F001,tea,maker,mill,,,,", "F001,tea,maker,mill,,2020,2019,", "facts.csv:2:G", "早于"),
    ("facts", "F001,tea", "F001,", "facts.csv:2:B", "不能空"),
    ("facts", "年报,2026-01-02,,\nF002", "年报,2026-01-02,,好,好\nF002", "facts.csv:2:M", "逗号"),
    ("facts", "F004,tea", 'F004,"tea', "facts.csv:5:B", "引号"),
    ("entities", "org,,group,", "org,,mill,", "entities.csv:3:E", "圈"),
    ("entities", "远山集团,org,,,", "远山集团,org,,mill,", "entities.csv:3:E", "圈"),
    ("entities", "org,,group,", "org,,grup,", "entities.csv:3:E", "group"),
    ("predicates", "closed", "clozed", "predicates.csv:2:E", "closed"),
    ("predicates", "{S}由{V}生产", "{S}由{W}生产", "predicates.csv:2:F", "{W}"),
    ("predicates", "{S}由{V}生产", "{S}由生产", "predicates.csv:2:F", "{V}"),
    ("predicates", "{S}由{V}生产", "由{V}生产", "predicates.csv:2:F", "{S}"),
    ("predicates", "{S}由{V}生产", "{S}由{V}[生产", "predicates.csv:2:F", "括号"),
    ("predicates", "元,,", "元,很多,", "predicates.csv:4:H", "容差"),
    ("predicates", "date,single", "date|org,single", "predicates.csv:3:D", "并列"),
]


@pytest.mark.parametrize(("file", "old", "new", "place", "word"), BROKEN, ids=[f"{b[0]}-{b[2][:24]}" for b in BROKEN])
def test_a_broken_cell_is_named_with_its_remedy(
    tmp_path: Path, file: str, old: str, new: str, place: str, word: str
) -> None:
    text = tables.FILES[f"{file}.csv"]
    assert old in text
    folder = tables.write(tmp_path, **{file: text.replace(old, new, 1)})
    with pytest.raises(TableError) as caught:
        load_table(folder)
    lines = [p.line(Language.ZH) for p in caught.value.problems]
    assert any(line.startswith(place + "  ") and word in line for line in lines), lines
    assert all(p.line(Language.EN) and p.fix.en for p in caught.value.problems)
    assert caught.value.exit_code == 3


def test_all_complaints_come_at_once(tmp_path: Path) -> None:
    text = tables.FACTS.replace("2015-05", "gestern").replace("80~120", "viel").replace("F001,tea", "F001,tee")
    folder = tables.write(tmp_path, facts=text, entities=tables.ENTITIES.replace("group,\n", "gruppe,\n"))
    with pytest.raises(TableError) as caught:
        load_table(folder)
    assert [(p.file, p.row) for p in caught.value.problems] == [
        ("entities.csv", 3),
        ("facts.csv", 2),
        ("facts.csv", 3),
        ("facts.csv", 4),
    ]


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"\xff\xfe\x00", b"PK\x03\x04\x00\x00", b"id;subject;predicate\n", b"\x00" * 9]
)
def test_a_file_that_is_no_table_is_a_complaint(folder: Path, content: bytes) -> None:
    (folder / "facts.csv").write_bytes(content)
    with pytest.raises(TableError) as caught:
        load_table(folder)
    assert {p.file for p in caught.value.problems} == {"facts.csv"}


def test_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(TableError) as caught:
        load_table(tmp_path / "nowhere")
    assert [p.file for p in caught.value.problems] == ["entities.csv", "predicates.csv", "facts.csv"]


def test_values_are_typed(folder: Path) -> None:
    table = load_table(folder)
    assert [f.value for f in table.facts] == [
        EntityValue(id="mill"),
        PartialDate(year=2015, month=5),
        Quantity(low=80, high=120, unit="元", shape=Shape.RANGE),
        Truth(true=True),
    ]
    assert table.newest_check == PartialDate(year=2026, month=1, day=2)
    assert table.predicates["maker"].severity == "medium"


UNTIDY = [
    ("2015-05", "2015/5"),
    ("2015-05", "2015年5月"),
    ("2015-05", "二〇一五年五月"),
    ("2015-05", "２０１５-０５"),
    ("80~120", "80～120"),
    ("80~120", "八十元~120元"),
    ("80~120", "８０~1２0"),
    ("organic,true", "organic,TRUE"),
    ("organic,true", "organic,是"),
    ("2026-01-02", "2026/1/2"),
    ("F001,tea", "F001, tea "),
]


@pytest.mark.parametrize(("tidy", "untidy"), UNTIDY)
def test_what_a_spreadsheet_rewrites_is_read_all_the_same(folder: Path, tidy: str, untidy: str) -> None:
    table = load_table(folder)
    (folder / "facts.csv").write_text(tables.FACTS.replace(tidy, untidy), encoding="utf-8")
    again = read_folder(folder)
    assert again.table is not None
    assert [f.value for f in again.table.facts] == [f.value for f in table.facts]
    assert again.table.newest_check == table.newest_check


def test_names_labels_and_aliases_may_stand_for_ids(folder: Path) -> None:
    digest = load_table(folder).by_key
    text = tables.FACTS.replace("F001,tea,maker,mill", "F001,雲霧紅茶,生产商,青峰茶厂")
    (folder / "facts.csv").write_text(text, encoding="utf-8")
    assert set(load_table(folder).by_key) == set(digest)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_the_encodings_that_excel_writes_are_read(folder: Path, encoding: str) -> None:
    plain = load_table(folder)
    for name, text in tables.FILES.items():
        (folder / name).write_bytes(text.encode(encoding))
    read = read_folder(folder)
    assert read.table == plain
    notes = [p for p in read.problems if p.severity == "note"]
    assert len(notes) == (0 if encoding == "utf-8-sig" else 3)


def test_the_digest_sees_content_alone(folder: Path) -> None:
    before = load_table(folder)
    text = tables.FACTS.replace("\n", "\r\n").replace("F001,tea", '"F001","tea"')
    (folder / "facts.csv").write_text("\ufeff" + text, encoding="utf-8", newline="")
    same = load_table(folder)
    assert (same.digest, same.vocabulary_digest) == (before.digest, before.vocabulary_digest)
    (folder / "facts.csv").write_text(tables.FACTS.replace("2015-05", "2015-06"), encoding="utf-8")
    other = load_table(folder)
    assert other.digest != before.digest
    assert other.vocabulary_digest == before.vocabulary_digest


NOTES = [
    ("facts", tables.FACTS + "F005,tea,maker,rival,wrong,,,,,,,\n", "facts.csv:6:H", "草稿"),
    ("facts", tables.FACTS + ROW, "facts.csv:6:D", "重复"),
    ("facts", tables.FACTS + ROW.replace("mill,,", "mill,wrong,"), "facts.csv:6:D", "exact"),
    ("facts", tables.FACTS + ROW.replace("maker,mill", "since,2016"), "facts.csv:6:F", "同时有效"),
    ("facts", tables.FACTS.replace(",,\n", ",,=HYPERLINK(1)\n", 1), "facts.csv:2:L", "公式"),
    ("facts", tables.FACTS.replace("https://example.org/a", "example"), "facts.csv:2:H", "网址"),
    ("entities", tables.ENTITIES.replace("白石茶庄,org,", "白石茶庄,org,云雾茶"), "entities.csv:5:D", "分不清"),
    ("predicates", tables.PREDICATES.replace("{S}由{V}生产", "{S}…{V}"), "predicates.csv:2:F", "什么都会匹配"),
    ("predicates", tables.PREDICATES.replace("{S}于{V}上市", ""), "predicates.csv:3:F", "没有句式"),
    ("predicates", tables.PREDICATES.replace("price,价格,product", "price,价格,thing"), "facts.csv:4:B", "类型"),
]


@pytest.mark.parametrize(("file", "text", "place", "word"), NOTES)
def test_what_deserves_a_look_is_noted(tmp_path: Path, file: str, text: str, place: str, word: str) -> None:
    read = read_folder(tables.write(tmp_path, **{file: text}))
    lines = [p.line(Language.ZH) for p in (*read.problems, *notes_of(read))]
    assert any(line.startswith(place) and word in line for line in lines), lines


@pytest.mark.parametrize("grade", ["wrong", "accepted", "disputed"])
def test_what_is_not_called_true_may_be_of_another_type(tmp_path: Path, grade: str) -> None:
    text = tables.FACTS + ROW.replace("mill,,", f"tea,{grade},")
    read = read_folder(tables.write(tmp_path, facts=text))
    assert read.table is not None
    assert any(p.severity == "note" and "类型" in p.what.zh and p.column == "value" for p in read.problems)


def test_a_value_that_holds_long_overlaps_each_of_the_short_ones(tmp_path: Path) -> None:
    text = tables.FACTS.replace("80~120,,,,", "80,,2000,2020,")
    for n, (first, last) in enumerate((("2005", "2006"), ("2010", "2011"), ("2021", "2022"))):
        text += f"P{n},tea,price,{n + 1},,{first},{last},,出处,2026-01-02,,\n"
    notes = notes_of(read_folder(tables.write(tmp_path, facts=text)))
    assert [(p.row, p.column) for p in notes] == [(6, "valid_from"), (7, "valid_from")]


def test_a_long_series_of_one_subject_is_checked_at_once(tmp_path: Path) -> None:
    """Ten thousand dated prices: comparing each with each would take minutes."""
    months = [f"{1000 + n // 12}-{n % 12 + 1:02d}" for n in range(10_000)]
    rows = [f"P{n},tea,price,{n + 1},,{month},{month},,出处,2026-01-02,,\n" for n, month in enumerate(months)]
    text = tables.FACTS[: tables.FACTS.index("F003")] + "".join(rows)
    read = read_folder(tables.write(tmp_path, facts=text))
    assert read.errors == ()
    assert notes_of(read) == []


def test_values_that_follow_each_other_do_not_overlap(tmp_path: Path) -> None:
    text = tables.FACTS.replace("80~120,,,,", "80~120,,,2020-06,") + ROW.replace("maker,mill,,,", "price,90,,2020-06,")
    assert notes_of(read_folder(tables.write(tmp_path, facts=text))) == []
