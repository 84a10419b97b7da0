"""A run that is stopped, in whatever way, leaves no process behind, and says what it leaves."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_kill import FILES, as_files, data, kept

ROOT = Path(__file__).parents[1]
BOUND = 60
"""Seconds in which all must be over; it takes one. Without the tests' subject workers hold the pipes for ever."""

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX systems")

HANDS = """
import os, signal, sys
from analyzer.forks import run_all
home = os.getpid()
def piece():
    if os.getpid() != home:
        os.write(1, b"begun\\n")  # in one piece, whatever the others write
        signal.pause()
run_all([piece] * 3, 3)
"""


def begin(*words: str) -> "subprocess.Popen[str]":
    """Start a process whose pipes end when it and all that it started have ended."""
    pipe = subprocess.PIPE
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "FARMCHECK_LANG": "zh"}
    return subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=pipe,
        stderr=pipe,
        encoding="utf-8",
        start_new_session=True,
    )


def working(folder: Path, out: Path, *words: str) -> "subprocess.Popen[str]":
    """Return a run with workers that has kept its first part, and has others in its workers' hands."""
    child = begin("-m", "analyzer", "run", str(folder), "--out", str(out), "--workers", "2", *words)
    while child.poll() is None and not kept(out.parent):
        pass
    assert child.poll() is None, "the run was over before it could be stopped"
    return child


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    as_files(folder)
    return folder


@POSIX
@pytest.mark.parametrize(
    ("sign", "everybody", "code"),
    [
        (signal.SIGINT, True, 130),  # as a terminal sends it
        (signal.SIGINT, False, 130),
        (signal.SIGTERM, False, 143),
        (signal.SIGKILL, False, -signal.SIGKILL),
    ],
)
def test_a_stopped_run_leaves_no_process(
    tmp_path: Path, folder: Path, sign: signal.Signals, everybody: bool, code: int
) -> None:
    child = working(folder, tmp_path / "reports" / "out")
    (os.killpg if everybody else os.kill)(child.pid, sign)
    _, said = child.communicate(timeout=BOUND)
    assert child.returncode == code
    assert "Traceback" not in said
    if sign != signal.SIGKILL:
        assert "已中断" in said
        assert "再运行同一条命令，会接着做完" in said
    again = begin("-m", "analyzer", "run", str(folder), "--out", str(tmp_path / "reports" / "out"))
    again.communicate(timeout=BOUND)
    assert again.returncode == 0
    assert data(tmp_path / "reports" / "out")["articles.jsonl"].count(b"\n") == FILES


@POSIX
@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGKILL])
def test_copies_end_with_the_process(sign: signal.Signals) -> None:
    child = begin("-c", HANDS)
    assert child.stdout
    assert [child.stdout.readline() for _ in range(3)] == ["begun\n"] * 3
    child.send_signal(sign)
    child.communicate(timeout=BOUND)
    assert child.returncode == -sign
