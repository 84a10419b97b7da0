"""A run that is killed at any moment is finished by the next one, with the same bytes and little done twice."""

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from analyzer.corpus import PART

ROOT = Path(__file__).parents[1]
FILES = 160
KILLS = (2, 6)  # so many parts more are kept when the next run is killed: while reading, while checking


def start(folder: Path, out: Path, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "analyzer", "run", str(folder), "--out", str(out), *words]
    # No pipes: workers that outlive a killed parent for a moment would hold them open.
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, stdin=quiet, stdout=quiet, stderr=quiet)


def data(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted((out / "data").iterdir())}


def texts() -> list[str]:
    rng = random.Random(11)
    made = []
    for n in range(FILES):
        told = rng.choice(["微粒贷是蚂蚁集团旗下的小额贷款产品", "微粒贷由微众银行推出", "借款之前先看清合同"])
        body = "\n\n".join(f"第{k}段说的是第{n}篇文章自己的事,{told}。" for k in range(12))
        made.append(f"第{n}篇文章的题目\n\n{body}\n")
    return made


def as_files(folder: Path) -> None:
    for n, text in enumerate(texts()):
        (folder / f"{n:03}.txt").write_text(text, encoding="utf-8")


def as_lines(folder: Path) -> None:
    rows = (json.dumps({"text": text}, ensure_ascii=False) for text in texts())
    (folder / "crawl.jsonl").write_text("\n".join(rows), encoding="utf-8")


def archived() -> list[bytes]:
    made = []
    for n, text in enumerate(texts()):
        raw = text.encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://a.example.com/{n}\r\n"
            f"WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{n:08}-0000-0000-0000-000000000000>\r\n"
            f"Content-Type: text/plain\r\nContent-Length: {len(raw)}\r\n\r\n"
        )
        made.append(head.encode() + raw + b"\r\n\r\n")
    return made


def as_archive(folder: Path) -> None:
    (folder / "crawl.warc.gz").write_bytes(b"".join(map(gzip.compress, archived())))


def as_one_piece(folder: Path) -> None:
    (folder / "crawl.warc.gz").write_bytes(gzip.compress(b"".join(archived())))


def as_zip(folder: Path) -> None:
    with zipfile.ZipFile(folder / "crawl.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for n, text in enumerate(texts()):
            archive.writestr(f"{n:03}.txt", text)


def kept(folder: Path) -> list[Path]:
    return list(folder.rglob("*.pack"))


@pytest.mark.slow
@pytest.mark.parametrize("make", [as_files, as_lines, as_archive, as_one_piece, as_zip])
def test_killed_runs_are_finished_by_the_next(tmp_path: Path, make: Callable[[Path], None]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    make(folder)
    rng = random.Random(11)
    clean = start(folder, tmp_path / "clean", "--no-cache")
    assert clean.wait() == 0
    wanted = data(tmp_path / "clean")
    cache = tmp_path / "reports" / ".farmcheck-cache"
    seen: list[int] = []
    for more in KILLS:
        child = start(folder, tmp_path / "reports" / "out", "--workers", str(rng.choice([1, 2])))
        wanted_packs = len(kept(cache)) + more
        # The moment is chosen by what the run has done, not by a clock.
        while child.poll() is None and len(kept(cache)) < wanted_packs:
            pass
        assert child.poll() is None, "the run was over before it could be killed"
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        seen.append(len(kept(cache)))
    assert seen == sorted(seen), "a kept result was lost"
    assert seen[-1] >= sum(KILLS)
    assert len(kept(cache / "read")) == -(-FILES // PART), "what was read is kept a part at a time, of one file too"
    last = start(folder, tmp_path / "reports" / "out", "--workers", "2")
    assert last.wait() == 0
    assert data(tmp_path / "reports" / "out") == wanted
