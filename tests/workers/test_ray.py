"""Ray gives what the serial engine gives; without Ray the remedy is named."""

import importlib.util
from collections.abc import Sequence

import pytest

from analyzer.errors import UsageError
from analyzer.workers import engine_for, split
from analyzer.workers.ray import ray_tasks
from analyzer.workers.serial import serial

HERE = importlib.util.find_spec("ray") is not None


def double(part: Sequence[int]) -> list[int]:
    return [2 * n for n in part]


def lost(n: int) -> int:
    return -n


@pytest.mark.skipif(not HERE, reason="ray is not installed (pip install 'farmcheck[ray]')")
def test_the_same_results_in_the_same_order() -> None:
    parts = split(list(range(50)), 7)
    assert list(ray_tasks(double, parts, lost)) == list(serial(double, parts, lost))


@pytest.mark.skipif(HERE, reason="ray is installed")
def test_without_ray_the_remedy_is_named() -> None:
    with pytest.raises(UsageError, match=r"farmcheck\[ray\]"):
        next(ray_tasks(double, [[1]], lost))


def test_ray_is_an_engine() -> None:
    assert engine_for("ray", 1, 10) is ray_tasks
