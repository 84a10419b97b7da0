"""Tables that people and spreadsheets break: 200 of them, made by hypothesis."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.errors import FarmcheckError
from analyzer.facts import edit
from analyzer.facts.check import notes_of
from analyzer.facts.fix import mend
from analyzer.facts.table import Folder, parse_folder, read_folder
from analyzer.language import Language
from tests.facts import tables

ODD = st.sampled_from(
    [
        "", " ", "\u3000", "|", "||", '"', '""', ",", "\n", "\r\n", "\t", ";", "'", "=1+1", "\ufeff", "\u200b", "𠮷",
        "０", "1e999", "-0", "nan", "inf", "1~2~3", "~", "2~1", "2015-13", "2015-02-30", "0000", "99999", "2015/5/18",
        "May-15", "TRUE", "假", "exact ", "WRONG", "{S}", "{V}{S}", "[", "]", "{S}[/]{V}", "{S}…{V}",
        "tea", "mill", "group",
        "F001", "云雾红茶", "x" * 5000,
        "{S}由{V}生产|{S}{S}",
        "number|org", "single", "closed", "\x00", "\x1f",
    ]
)  # fmt: skip
CELL = st.one_of(ODD, st.text(max_size=12))
SPOILT = st.sampled_from(["cell"] * 12 + ["header", "drop", "double", "shorten", "lengthen", "swap"])
FILE = st.sampled_from(sorted(tables.FILES))


@st.composite
def broken_tables(draw: st.DrawFn) -> dict[str, bytes]:
    """Return the files of the small table with up to six cells, rows, headers or bytes spoiled."""
    files = {name: list(csv.reader(io.StringIO(text))) for name, text in tables.FILES.items()}
    for _ in range(draw(st.integers(1, 6))):
        rows = files[draw(FILE)]
        match draw(SPOILT):
            case "cell" if len(rows) > 1:
                row = rows[draw(st.integers(1, len(rows) - 1))]
                if row:
                    row[draw(st.integers(0, len(row) - 1))] = draw(CELL)
            case "header" if rows and rows[0]:
                rows[0][draw(st.integers(0, len(rows[0]) - 1))] = draw(CELL)
            case "drop" if rows:
                rows.pop(draw(st.integers(0, len(rows) - 1)) or -1)
            case "double" if rows:
                rows.append(list(rows[draw(st.integers(0, len(rows) - 1))]))
            case "shorten" if rows:
                del rows[-1][draw(st.integers(0, 5)) :]
            case "lengthen" if rows:
                rows[-1].append(draw(CELL))
            case "swap" if len(rows) > 2:
                rows[1], rows[-1] = rows[-1], rows[1]
    raw: dict[str, bytes] = {}
    for name, rows in files.items():
        out = io.StringIO()
        plain = draw(st.booleans())
        if plain:  # as a careless program writes it: no quoting at all
            out.write("\n".join(",".join(r) for r in rows))
        else:
            csv.writer(out).writerows(rows)
        encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]))
        data = out.getvalue().encode(encoding, "replace")
        cut = draw(st.integers(0, 40))
        raw[name] = data[:-cut] if cut < 3 and cut else data
    return raw


def check_messages(folder: Folder) -> None:
    """Every complaint names its file and, unless it is about the whole file, a cell that exists."""
    for problem in (*folder.problems, *notes_of(folder)):
        for language in Language:
            line = problem.line(language)
            assert line.startswith(problem.file)
            assert "\n" not in line
            assert "→" in line
        assert problem.fix.zh
        if problem.row == 0:
            continue
        assert problem.letter.isupper()
        sheet = folder.sheets.get(problem.file)
        if sheet is not None:
            assert 1 <= problem.row <= len(sheet.rows) + 1


@settings(max_examples=200)
@given(broken_tables())
def test_no_table_crashes_and_every_message_names_a_cell(files: dict[str, bytes]) -> None:
    folder = parse_folder(files)
    check_messages(folder)
    assert (folder.table is None) == bool(folder.errors)
    for name, sheet in folder.sheets.items():
        if sheet.encoding == "utf-8":
            assert sheet.to_bytes() == files[name]


@settings(max_examples=60)
@given(files=broken_tables(), value=CELL, subject=CELL)
def test_no_broken_table_breaks_a_command(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes], value: str, subject: str
) -> None:
    folder = tmp_path_factory.mktemp("t")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    before = read_folder(folder)
    try:
        edit.add_fact(folder, {"subject": subject, "predicate": "maker", "value": value, "source_title": "x"}, "amy")
    except FarmcheckError:
        after = read_folder(folder)
        assert after.problems == before.problems
    else:
        assert read_folder(folder).table is not None
    try:
        mend(folder, "amy")
    except FarmcheckError:
        return
    assert len(read_folder(folder).errors) <= len(before.errors)
    assert mend(folder, "amy") == []


@settings(max_examples=60)
@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=4))
def test_added_cells_read_back_as_they_were_given(pairs: list[tuple[str, str]]) -> None:
    sheet = parse_folder({n: t.encode() for n, t in tables.FILES.items()}).sheets["facts.csv"]
    for note, title in pairs:
        sheet = sheet.with_row({"id": "X", "note": note, "source_title": title})
    files = {n: t.encode() for n, t in tables.FILES.items()} | {"facts.csv": sheet.to_bytes()}
    if any("\x00" in c for p in pairs for c in p):
        return
    again = parse_folder(files).sheets["facts.csv"]
    read = [(again.cell(r, "note"), again.cell(r, "source_title")) for r in again.rows[-len(pairs) :]]
    assert read == [(a.strip(), b.strip()) for a, b in pairs]


def test_problems_are_json_ready(tmp_path: Path) -> None:
    folder = tables.write(tmp_path, facts=tables.FACTS.replace("2015-05", "\x1fgestern"))
    lines = [json.dumps(p.line(Language.ZH), ensure_ascii=False) for p in read_folder(folder).problems]
    assert "\\u001f" not in "".join(lines)
