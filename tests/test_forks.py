"""Work for several hands is done once each; what a hand cannot do is done again here, in this process's own words."""

import os
import threading
from functools import partial
from pathlib import Path

import pytest

from analyzer.forks import run_all


def note(folder: Path, number: int) -> None:
    with (folder / f"{number}.txt").open("a") as file:
        file.write(f"{os.getpid()}\n")


@pytest.mark.parametrize("hands", [1, 2, 3])
def test_every_piece_is_done_once(hands: int, tmp_path: Path) -> None:
    run_all([partial(note, tmp_path, n) for n in range(40)], hands)
    written = {p.name: p.read_text().splitlines() for p in tmp_path.iterdir()}
    assert len(written) == 40
    assert all(len(lines) == 1 for lines in written.values())


def test_what_breaks_is_told_by_the_parent(tmp_path: Path) -> None:
    def broken() -> None:
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space left"):
        run_all([partial(note, tmp_path, 0), broken], 2)


def test_a_hand_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    home = os.getpid()

    def killed_elsewhere() -> None:
        if os.getpid() != home:
            os._exit(9)
        note(tmp_path, 1)

    run_all([killed_elsewhere, partial(note, tmp_path, 0)], 2)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["0.txt", "1.txt"]


def test_with_threads_nothing_is_copied(tmp_path: Path) -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        run_all([partial(note, tmp_path, n) for n in range(4)], 2)
    finally:
        stop.set()
        thread.join()
    assert {p.read_text() for p in tmp_path.iterdir()} == {f"{os.getpid()}\n"}
