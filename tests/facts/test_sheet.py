"""The files on disk: what was not edited keeps its bytes."""

import pytest

from analyzer.facts.sheet import parse_sheet
from tests.facts import tables

FORMS = {
    "plain": tables.FACTS,
    "crlf": tables.FACTS.replace("\n", "\r\n"),
    "bom": "\ufeff" + tables.FACTS,
    "no last line end": tables.FACTS.rstrip("\n"),
    "extra column": tables.FACTS.replace("note\n", "note,编辑部\n").replace(",,\n", ",,,甲 \n"),
    "columns in another order": tables.FACTS.replace("id,subject", "note2,id").replace("F00", "x,F00"),
    "needless quotes": tables.FACTS.replace("mill", '"mill"').replace("年报", '"年报, 第""一""版\n二"'),
    "blank rows": tables.FACTS + "\n,,,,,,,,,,,\n",
}


@pytest.mark.parametrize("form", FORMS)
def test_reading_and_writing_gives_the_same_bytes(form: str) -> None:
    raw = FORMS[form].encode("utf-8")
    sheet, _ = parse_sheet("facts.csv", raw)
    assert sheet is not None
    assert sheet.to_bytes() == raw


@pytest.mark.parametrize("form", FORMS)
def test_an_edited_cell_leaves_all_others_alone(form: str) -> None:
    raw = FORMS[form].encode("utf-8")
    sheet, _ = parse_sheet("facts.csv", raw)
    assert sheet is not None
    edited = sheet.with_cells(3, {"source_title": "新年报, 甲"}).to_bytes()
    again, _ = parse_sheet("facts.csv", edited)
    assert again is not None
    assert [r.raw for r in again.rows if r.number != 3] == [r.raw for r in sheet.rows if r.number != 3]
    assert again.rows[1].raw.startswith(sheet.rows[1].raw.split("https")[0])
    assert again.cell(again.rows[1], "source_title") == "新年报, 甲"


@pytest.mark.parametrize("form", FORMS)
def test_an_appended_row_stands_at_the_end_and_the_rest_keeps_its_bytes(form: str) -> None:
    raw = FORMS[form].encode("utf-8")
    sheet, _ = parse_sheet("facts.csv", raw)
    assert sheet is not None
    longer = sheet.with_row({"id": "F9", "note": 'a "b"'}).to_bytes()
    assert longer.startswith(raw)
    again, _ = parse_sheet("facts.csv", longer)
    assert again is not None
    assert again.cell(again.rows[-1], "note") == 'a "b"'
    assert len(again.rows) == len(sheet.rows) + 1


def test_a_legacy_encoding_becomes_utf8_with_a_bom() -> None:
    sheet, problems = parse_sheet("facts.csv", tables.FACTS.encode("gb18030"))
    assert sheet is not None
    assert sheet.to_bytes() == tables.FACTS.encode("utf-8-sig")
    assert [p.severity for p in problems] == ["note"]


def test_a_broken_byte_is_named_and_kept_and_the_rest_is_still_read() -> None:
    raw = tables.FACTS.encode("utf-8").replace("年报".encode(), "年报".encode()[:-1] + b"\xff", 1)
    sheet, problems = parse_sheet("facts.csv", raw)
    assert sheet is not None
    assert sheet.encoding == "utf-8"
    assert [(p.row, p.letter, p.severity) for p in problems] == [(2, "I", "error")]
    assert sheet.to_bytes() == raw
    mended = sheet.with_cells(2, {"source_title": "年报"})
    assert mended.to_bytes() == tables.FACTS.encode("utf-8")
    other = sheet.with_cells(3, {"source_title": "年报"})
    assert b"\xff" in other.to_bytes()


@pytest.mark.parametrize("text", [tables.FACTS, tables.ENTITIES, tables.PREDICATES])
def test_another_encoding_is_not_taken_for_broken_bytes(text: str) -> None:
    sheet, _ = parse_sheet("facts.csv", text.encode("gb18030"))
    assert sheet is None or sheet.encoding == "gb18030"
    assert sheet is None or "\ufffd" not in "".join(sheet.head.cells + sheet.rows[0].cells)


@pytest.mark.parametrize("separator", ["\t", ";", "\uff0c"])
def test_another_separator_is_named(separator: str) -> None:
    sheet, problems = parse_sheet("facts.csv", tables.FACTS.replace(",", separator).encode())
    assert sheet is not None
    assert [p.row for p in problems if p.severity == "error"] == [1]
    assert "CSV UTF-8" in problems[0].fix.zh


@pytest.mark.parametrize(
    ("column", "written", "severity"),
    [
        ("grade", "等级", "error"),
        ("valid_to", "失效", "error"),
        ("source_url", "来源", "error"),
        ("source_title", "标题", "note"),
        ("valid_from", "since", "error"),
        ("subject", "主语", "error"),
        ("note", "备注", "note"),
    ],
)
def test_a_column_under_another_name_is_not_passed_over(column: str, written: str, severity: str) -> None:
    head, rest = tables.FACTS.split("\n", 1)
    names = [written if name == column else name for name in head.split(",")]
    _, problems = parse_sheet("facts.csv", (",".join(names) + "\n" + rest).encode())
    assert [(p.cell, p.severity) for p in problems] == [(written, severity)]
    assert f"没有列 {column}" in problems[0].what.zh
    assert f"把列名改成 {column}" in problems[0].fix.zh


def test_an_unknown_column_is_noted_where_it_may_be_a_missing_one_that_turns_a_row_round() -> None:
    extra = tables.FACTS.replace("note\n", "note,乙\n", 1)
    assert parse_sheet("facts.csv", extra.encode())[1] == []
    sheet, problems = parse_sheet("facts.csv", extra.replace("grade", "甲", 1).encode())
    assert sheet is not None
    assert [(p.cell, p.severity) for p in problems] == [("甲", "note"), ("乙", "note")]
    assert all("grade" in p.what.zh and "grade" in p.fix.zh for p in problems)
