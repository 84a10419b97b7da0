"""Pairs counted a block at a time share what they share when each is counted alone."""

import random
from collections.abc import Sequence

import numpy as np
import pytest

from analyzer.across import shared
from analyzer.across.sketch import SHINGLE, Sketches, sketch

RNG = random.Random(7)
STOCK = ["".join(chr(0x4E00 + RNG.randrange(2_000)) for _ in range(30)) for _ in range(40)]
TEXTS = ["".join(RNG.sample(STOCK, RNG.randint(1, 20))) for _ in range(60)] + ["短文"]
LENGTHS = np.array([len(text) for text in TEXTS], dtype=np.int64)


def shingles(text: str) -> set[str]:
    return {text[at : at + SHINGLE] for at in range(len(text) - SHINGLE + 1)}


@pytest.mark.parametrize("letters", [500, 4_000, 10**9])
def test_blocks_of_any_size_count_the_same(letters: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "_BLOCK", letters)
    monkeypatch.setattr(shared, "_FEW", letters // 3)
    pairs = [(i, j) for j in range(len(TEXTS)) for i in range(j) if RNG.random() < 0.3]
    opened: list[int] = []

    def full(some: Sequence[int]) -> Sketches:
        opened.extend(some)
        return sketch([TEXTS[i] for i in some], 1)

    found = sorted(shared.shared_by(pairs, LENGTHS, full))
    own = [shingles(text) for text in TEXTS]
    assert found == [(i, j, len(own[i] & own[j]), len(own[i]), len(own[j])) for i, j in sorted(pairs)]
    assert len(opened) < len(pairs)


@pytest.mark.parametrize("count", [0, 1, 3, 4, 50])
def test_hashes_with_the_same_highest_bits_are_told_apart(count: int) -> None:
    rng = np.random.default_rng(count)
    crowded = np.unique(rng.integers(0, 1 << 20, 400, dtype=np.uint64))  # all of them in the first spots
    spread = np.unique(rng.integers(0, 2**64, 400, dtype=np.uint64))
    own = np.unique(np.concatenate((crowded[::2], spread[::2])))
    others = [np.unique(rng.choice(np.concatenate((crowded, spread)), rng.integers(0, 500))) for _ in range(count)]
    assert shared.shared_with(own, others) == [len(set(own.tolist()) & set(other.tolist())) for other in others]
    assert shared.shared_with(own[:0], others) == [0] * count
