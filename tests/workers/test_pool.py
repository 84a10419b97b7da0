"""The pool gives what the serial engine gives, and survives workers that die."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from analyzer.workers import engine_for, split
from analyzer.workers.pool import pool
from analyzer.workers.serial import serial


def double(part: Sequence[int]) -> list[int]:
    return [2 * n for n in part]


def die_on_seven(part: Sequence[int]) -> list[int]:
    if 7 in part:
        os.kill(os.getpid(), signal.SIGKILL)
    return double(part)


def die_once(part: Sequence[str]) -> list[str]:
    """Kill the worker the first time each marker file is met, as the kernel does when memory runs out."""
    for name in part:
        marker = Path(name)
        if not marker.exists():
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return list(part)


def has_words(part: Sequence[int]) -> list[int]:
    from analyzer.words import _list

    return [_list.cache_info().currsize for _ in part]


def lost(n: int) -> int:
    return -n


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_parts(workers: int) -> None:
    parts = split(list(range(50)), 7)
    assert list(pool(workers, double, parts, lost)) == list(serial(double, parts, lost))


def test_a_killer_is_isolated_and_the_rest_is_kept() -> None:
    parts = split(list(range(20)), 8)
    results = [n for part in pool(2, die_on_seven, parts, lost) for n in part]
    assert results == [-7 if n == 7 else 2 * n for n in range(20)]


def test_a_worker_that_dies_once_costs_nothing(tmp_path: Path) -> None:
    names = [str(tmp_path / f"m{n}") for n in range(4)]
    results = [n for part in pool(2, die_once, split(names, 2), lambda n: "lost") for n in part]
    assert results == names


def test_few_items_stay_in_this_process() -> None:
    assert engine_for("local", 4, 3) is serial
    assert engine_for("local", 1, 10_000) is serial
    assert engine_for("local", 2, 10_000) is not serial


FORKSERVER = pytest.mark.skipif("linux" not in sys.platform, reason="workers are copies of a server on Linux alone")


@FORKSERVER
def test_workers_begin_with_the_words_loaded() -> None:
    assert list(pool(2, has_words, split([1, 2], 1), lost)) == [[1], [1]]


@FORKSERVER
def test_nothing_that_is_loaded_for_workers_starts_a_thread() -> None:
    asked = "import os, analyzer.warm; print(len(os.listdir('/proc/self/task')))"
    single = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, "-c", asked], env=single, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"
