"""``source`` and ``clean`` on each kind of file: data on stdout, notes on stderr, the contract's exit codes."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.command import ROOT, farmcheck

ARTICLES = ROOT / "corpus" / "articles"
KINDS = [
    "01-jiebei-shei-guan.html",
    "15-weilidai-shangmen.txt",
    "25-sankuan-duibi.md",
    "26-caiji.jsonl",
    "33-zhongyou-shinian.xhtml",
]


@pytest.mark.parametrize("command", ["source", "clean"])
@pytest.mark.parametrize("name", KINDS)
def test_each_kind_of_file_can_be_looked_at(tmp_path: Path, command: str, name: str) -> None:
    outcome = farmcheck(command, ARTICLES / name, cwd=tmp_path)
    assert outcome.code == 0, outcome.stderr
    assert "Traceback" not in outcome.messages
    assert len(outcome.stdout) > 200


def test_source_has_what_clean_leaves_out(tmp_path: Path) -> None:
    page = ARTICLES / "15-weilidai-shangmen.txt"
    source = farmcheck("source", page, cwd=tmp_path).stdout
    cleaned = farmcheck("clean", page, cwd=tmp_path).stdout
    assert source.count("窟窿只会越补越大") == 2
    assert cleaned.count("窟窿只会越补越大") == 1
    assert "我经手过几百例" in source
    assert "我经手过几百例" not in cleaned


@pytest.mark.parametrize("command", ["source", "clean"])
def test_missing_file_is_wrong_usage(tmp_path: Path, command: str) -> None:
    outcome = farmcheck(command, tmp_path / "没有.txt", cwd=tmp_path)
    assert outcome.code == 2
    assert "没有.txt" in outcome.stderr
    assert "Traceback" not in outcome.messages


@pytest.mark.parametrize("command", ["source", "clean"])
def test_unreadable_file_is_three(tmp_path: Path, command: str) -> None:
    page = tmp_path / "binary.html"
    page.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 64)
    outcome = farmcheck(command, page, cwd=tmp_path)
    assert outcome.code == 3
    assert outcome.stderr.strip()
    assert "Traceback" not in outcome.messages


def test_a_reader_that_stops_early_sees_no_error(tmp_path: Path) -> None:
    """``farmcheck source … | head -1`` must end without a stack of Python frames."""
    big = tmp_path / "big.txt"
    big.write_text("借款之前先把每个月的收入和支出写下来,确认余下的钱足够还款。\n" * 20_000, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "analyzer", "source", big], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read().decode()
    process.wait()
    process.stderr.close()
    assert "Traceback" not in said
