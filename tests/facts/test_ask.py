"""On a terminal the commands ask for what is missing; a real terminal is made for each test."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from analyzer.facts import load_table

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


def converse(words: list[str], answers: str) -> tuple[int, str]:
    """Run a command on a terminal with the answers typed ahead; return its exit code and all that it showed."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "TERM": "dumb"}
    os.write(ours, answers.encode())
    process = subprocess.Popen(
        [sys.executable, "-m", "analyzer", *words], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    return process.wait(), shown.decode(errors="replace")


def test_a_mistyped_name_is_offered_and_the_rest_is_asked_for(folder: Path) -> None:
    answers = "云雾红查\ny\n生产商\n白石茶装\ny\nhttps://example.org/c\n"
    code, shown = converse(["facts", "add", "--grade", "wrong", "--facts", str(folder)], answers)
    assert code == 0, shown
    assert "是不是「云雾红茶」" in shown
    assert "生产商(maker)" in shown
    fact = load_table(folder).facts[-1]
    assert (fact.subject, fact.predicate, fact.written, fact.source_url) == (
        "tea", "maker", "rival", "https://example.org/c",
    )  # fmt: skip


def test_a_refused_offer_saves_nothing(folder: Path) -> None:
    before = (folder / "facts.csv").read_bytes()
    code, shown = converse(
        ["facts", "add", "云雾红查", "生产商", "白石茶庄", "--title", "x", "--facts", str(folder)], "n\n"
    )
    assert code == 2
    assert "没有保存" in shown
    assert (folder / "facts.csv").read_bytes() == before


def test_a_predicate_is_made_from_pasted_sentences(folder: Path) -> None:
    answers = (
        "云雾红茶出自青峰茶厂。\n云雾红茶\n青峰茶厂\n"
        "好喝的茶\n不在\n句中\n"  # refused, asked again
        "云雾茶产自白石茶庄\n云雾茶\n白石茶庄\n\n"
        "product\norg\n1\n产地\n"
    )
    code, shown = converse(["predicates", "propose", "--facts", str(folder)], answers)
    assert code == 0, shown
    assert "例句里没有「不在」" in shown
    made = load_table(folder).predicates["chandi"]
    assert made.templates == ("{S}[出自/产自]{V}",)
    assert (made.label, made.subject_types, made.value_types) == ("产地", ("product",), ("org",))
