"""A run that is killed at any moment is finished by the next one, with the same bytes and little done twice."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = 160
KILLS = 4


def start(folder: Path, out: Path, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "analyzer", "run", str(folder), "--out", str(out), *words]
    # No pipes: workers that outlive a killed parent for a moment would hold them open.
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, stdin=quiet, stdout=quiet, stderr=quiet)


def data(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted((out / "data").iterdir())}


@pytest.mark.slow
def test_killed_runs_are_finished_by_the_next(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    rng = random.Random(11)
    for n in range(FILES):
        told = rng.choice(["微粒贷是蚂蚁集团旗下的小额贷款产品", "微粒贷由微众银行推出", "借款之前先看清合同"])
        body = "\n\n".join(f"第{k}段说的是第{n}篇文章自己的事,{told}。" for k in range(12))
        (folder / f"{n:03}.txt").write_text(f"第{n}篇文章的题目\n\n{body}\n", encoding="utf-8")
    clean = start(folder, tmp_path / "clean", "--no-cache")
    assert clean.wait() == 0
    wanted = data(tmp_path / "clean")
    packs = tmp_path / "reports" / ".farmcheck-cache" / "read"
    seen: list[int] = []
    for _ in range(KILLS):
        child = start(folder, tmp_path / "reports" / "out", "--workers", str(rng.choice([1, 2])))
        before = len(list(packs.glob("*.pack"))) if packs.exists() else 0
        # The moment is chosen by what the run has done, not by a clock: after a pack more, or at once at random.
        while child.poll() is None and rng.random() > 1e-4:
            if packs.exists() and len(list(packs.glob("*.pack"))) > before:
                break
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        seen.append(len(list(packs.glob("*.pack"))) if packs.exists() else 0)
    assert seen == sorted(seen), "a kept result was lost"
    last = start(folder, tmp_path / "reports" / "out", "--workers", "2")
    assert last.wait() == 0
    assert data(tmp_path / "reports" / "out") == wanted
