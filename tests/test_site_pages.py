"""Pages of one site are cleaned a second time with what they prove together: the same however the run is made."""

import json
import random
from pathlib import Path

import pytest

import analyzer.corpus
from analyzer.corpus import look
from analyzer.facts import load_table
from analyzer.model import FactTable, Status
from analyzer.report import write_report
from analyzer.run import check
from analyzer.settings import Settings
from analyzer.stages import READING, TRACE
from tests.benchmarks.site_lines import NOUNS, VERBS

ROOT = Path(__file__).parents[1]
CALL, SIGNED, SLOGAN = "关注我们，不错过每一篇好文", "编辑：", "您身边的生活参谋"
CLAIM = "花呗由腾讯推出，欢迎关注。"


@pytest.fixture(scope="module")
def table() -> FactTable:
    return load_table(ROOT / "corpus" / "facts")


def page(number: int, site: str = "海星网") -> str:
    """Return a page whose paragraphs no other has, with the site's lines and a claim that all have."""
    rng = random.Random(number)
    said = ["".join(rng.choice(NOUNS) + rng.choice(VERBS) for _ in range(6)) + "。" for _ in range(24)]
    body = ["".join(said[at : at + 4]) for at in range(0, 24, 4)]
    lines = [
        f"第{number}篇随笔",
        f"来源：{site}",
        SLOGAN,
        *body,
        CLAIM,
        f"{SIGNED}{rng.choice(('王芳', '小林', '赵敏'))}",
        CALL,
    ]
    return "\n".join(lines) + "\n"


def pages(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(page(number), encoding="utf-8")
    return folder


def data(folder: Path, table: FactTable, out: Path, settings: Settings) -> dict[str, bytes]:
    write_report(check([folder], table, settings), out, Settings())
    return {p.name: p.read_bytes() for p in sorted((out / "data").iterdir())}


def removed(files: dict[str, bytes]) -> list[dict[str, str]]:
    rows = [json.loads(line) for line in files["removals.jsonl"].splitlines()]
    return [row for row in rows if row["rule"] == "site-lines"]


def test_lines_of_the_site_go_and_the_claim_stays(table: FactTable, tmp_path: Path) -> None:
    files = data(pages(tmp_path / "in", 12), table, tmp_path / "out", Settings())
    gone = "".join(row["text"] for row in removed(files))
    assert [gone.count(line) for line in (CALL, SIGNED, SLOGAN, CLAIM[:6])] == [12, 12, 12, 0]
    texts = [json.loads(line)["text"] for line in files["articles.jsonl"].splitlines()]
    assert all(CLAIM in text for text in texts)
    assert files["claims.jsonl"].count(b'"contradicted"') == 12


def test_few_pages_prove_nothing(table: FactTable, tmp_path: Path) -> None:
    assert removed(data(pages(tmp_path / "in", 3), table, tmp_path / "out", Settings())) == []


def test_the_rule_can_be_switched_off(table: FactTable, tmp_path: Path) -> None:
    off = Settings(keep_rules=frozenset({"site-lines"}))
    assert removed(data(pages(tmp_path / "in", 12), table, tmp_path / "out", off)) == []


def test_workers_and_cache_change_no_byte(table: FactTable, tmp_path: Path) -> None:
    folder = pages(tmp_path / "in", 70)
    plain = data(folder, table, tmp_path / "plain", Settings())
    assert len(removed(plain)) >= 140
    cached = Settings(cache=tmp_path / "cache", workers=2)
    assert data(folder, table, tmp_path / "cold", cached) == plain
    assert data(folder, table, tmp_path / "warm", cached) == plain


def test_one_page_more_cleans_only_what_changes(
    table: FactTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, settings = pages(tmp_path / "in", 12), Settings(cache=tmp_path / "cache")
    data(folder, table, tmp_path / "first", settings)
    cleaned: list[int] = []
    clean_part = analyzer.corpus.clean_part
    monkeypatch.setattr(
        analyzer.corpus, "clean_part", lambda items, settings: cleaned.append(len(items)) or clean_part(items, settings)
    )
    assert data(folder, table, tmp_path / "again", settings)
    assert cleaned == []
    (folder / "100.txt").write_text(page(100), encoding="utf-8")
    more = data(folder, table, tmp_path / "more", settings)
    assert sum(cleaned) == 1
    assert more == data(folder, table, tmp_path / "whole", Settings())
    for number in range(6, 10):  # fewer than ten: what the others say changes
        (folder / f"{number:03}.txt").unlink()
    assert data(folder, table, tmp_path / "less", settings) == data(folder, table, tmp_path / "bare", Settings())
    assert sum(cleaned) > 9


def test_a_pack_that_is_gone_is_made_again(tmp_path: Path) -> None:
    corpus = look([pages(tmp_path / "in", 12)], Settings(cache=tmp_path / "cache"))
    before = [(corpus.part(n, TRACE), corpus.part(n, READING)) for n in range(12)]
    assert len(corpus.second) == 12
    assert all(CALL not in reading.article.clean.text for _, reading in before)
    assert all(note.status is Status.CHECKED for note in corpus.notes)
    corpus = look([tmp_path / "in"], Settings(cache=tmp_path / "cache"))
    for pack in (tmp_path / "cache" / "cleaned").glob("*.pack"):
        pack.unlink()
    assert [(corpus.part(n, TRACE), corpus.part(n, READING)) for n in range(12)] == before
