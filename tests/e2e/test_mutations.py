"""Whatever is done to a page's bytes, a run ends, and its tables keep their laws."""

import json
import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from analyzer.facts import load_table
from analyzer.model import Run
from analyzer.report import write_report
from analyzer.run import check
from analyzer.settings import Settings
from tests.e2e.command import FACTS, ROOT

PAGES = sorted((ROOT / "corpus" / "articles").iterdir())
# Characters and marks that have broken text tools before: separators that split lines, wide and combining forms,
# letters that grow when folded, unclosed markup, figures that are none.
SHARDS = [
    *("\u200b", "\u2028", "\x00", "\x0c", "\x85", "\r", "\ufeff", "𠮷", "e\u0301", "ﬀ", "İ", "ß", "\u202e"),
    *("&#0;", "&#x1F600;", "<table><tr><td>", "</div>", "<!--", "<p hidden>"),
    *("〇零两万亿%", "‰~~", "2025年13月45日", "1e5", "∞", "½", "达到元"),
]
Row = Mapping[str, Any]


def mutated(raw: bytes, choose: random.Random) -> bytes:
    """Return the bytes after one to sixty random cuts, insertions, repetitions and grafts from other pages."""
    data = bytearray(raw)
    for _ in range(choose.choice([1, 3, 10, 60])):
        at = choose.randrange(max(1, len(data)))
        kind = choose.randrange(6)
        if kind == 0:
            del data[at : at + choose.choice([1, 2, 3, 50])]
        elif kind == 1:
            data[at:at] = choose.randbytes(choose.choice([1, 2, 7]))
        elif kind == 2:
            data[at:at] = choose.choice(SHARDS).encode()
        elif kind == 3:
            data[at:at] = data[: choose.choice([5, 100, 900])]
        elif kind == 4 and choose.random() < 0.1:
            del data[at:]
        else:
            other = choose.choice(PAGES).read_bytes()
            start = choose.randrange(len(other))
            data[at:at] = other[start : start + choose.choice([30, 300])]
    return bytes(data)


@pytest.fixture(scope="module", params=range(6))
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Path]:
    """Run on eight mutated pages; return the run and the report folder."""
    choose = random.Random(request.param)
    folder, out = tmp_path_factory.mktemp("pages"), tmp_path_factory.mktemp("out")
    for number in range(8):
        page = choose.choice(PAGES)
        (folder / f"{number}{page.suffix}").write_bytes(mutated(page.read_bytes(), choose))
    run = check([folder], load_table(FACTS), Settings())
    write_report(run, out, Settings())
    return run, out


def rows(out: Path, table: str) -> Iterator[Row]:
    """Yield the lines of a table."""
    yield from map(json.loads, (out / "data" / f"{table}.jsonl").read_text(encoding="utf-8").splitlines())


def test_no_stage_breaks(report: tuple[Run, Path]) -> None:
    run, _ = report
    assert [c.article.id for c in run.checked if c.article.reason and "Error" in c.article.reason.en] == []


def test_removals_and_text_rebuild_the_source(report: tuple[Run, Path]) -> None:
    run, out = report
    for checked in run.checked:
        source, at, kept = checked.article.document.source, 0, []
        for removal in (r for r in rows(out, "removals") if r["article"] == checked.article.id):
            assert at <= removal["start"]
            assert source[removal["start"] : removal["end"]] == removal["text"]
            kept.append(source[at : removal["start"]])
            at = removal["end"]
        assert "".join(kept) + source[at:] == checked.article.clean.text


def test_offsets_stay_inside(report: tuple[Run, Path]) -> None:
    run, out = report
    length = {c.article.id: len(c.article.document.source) for c in run.checked}
    for table in ("claims", "gaps", "repairs", "removals"):
        for row in rows(out, table):
            assert 0 <= row["start"] <= row["end"] <= length[row["article"]]


def test_every_line_of_the_tables_is_one_line(report: tuple[Run, Path]) -> None:
    """U+2028 and its kin end a line for some readers; they must not stand bare in JSON Lines."""
    _, out = report
    for path in (out / "data").glob("*.jsonl"):
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) == text.count("\n")
