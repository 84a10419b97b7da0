"""How often the words that stood in holes are among the suggestions, and what each feature of a word should count.

Usage: PYTHONPATH=. python tests/benchmarks/candidates.py FOLDER... [--fit]

A folder holds ``articles/`` and ``gaps.jsonl`` (the gold format: article, start, end, original, alternatives,
restorable); named several times it counts more in the fit. Copies are not read. ``--fit`` prints the weights under
which the words that stood there are likeliest (a conditional logit with a small penalty, by Adam), to be tried on other
folders.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import analyzer.repair.reading as reading
from analyzer.corpus import look
from analyzer.fold import fold
from analyzer.repair import candidates, repair
from analyzer.repair.filtered_words import filtered_words
from analyzer.repair.page import Hole
from analyzer.settings import Settings

_NEAR = 3
_PENALTY = 0.02
_STEPS, _STEP = 300, 0.15
Matrix = NDArray[np.float64]
Case = tuple[list[Matrix], dict[int, set[str]]]


def cases(folder: Path) -> Iterator[Case]:
    """Yield for each article the features of its holes, and what stood in those that a reader could fill."""
    gold = defaultdict(list)
    for line in (folder / "gaps.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("restorable") and not row.get("optional"):
            gold[row["article"]].append(row)
    asked: list[tuple[str, str, Sequence[Hole]]] = []

    def suggest(text: str, folded: str, holes: Sequence[Hole]) -> list[tuple[str, ...]]:
        asked.append((text, folded, holes))
        return candidates.suggest(text, folded, holes)

    reading.suggest = suggest
    corpus = look([folder / "articles"], Settings(workers=1, cache=False))
    for name, rows in sorted(gold.items()):
        asked.clear()
        read = repair(corpus.reading(name).article)
        if not asked or asked[-1][0] != read.repaired.text:
            continue
        _, folded, holes = asked[-1]
        spans = [read.repaired.span(hole.start, hole.end) for hole in holes]
        near = sorted(
            (max(row["start"] - span.end, span.start - row["end"], 0), abs(row["start"] - span.start), i, j)
            for i, row in enumerate(rows)
            for j, span in enumerate(spans)
        )
        stood: dict[int, set[str]] = {}
        paired: set[int] = set()
        for distance, _, i, j in near:
            if distance <= _NEAR and i not in paired and j not in stood:
                paired.add(i)
                stood[j] = {fold(word) for word in (rows[i]["original"], *_listed(rows[i].get("alternatives")))}
        yield candidates.features(folded, holes), stood


def _listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def shares(found: Sequence[Case], weights: Matrix) -> tuple[int, int, int, int]:
    """Return the holes, those whose word is listed, and how often one that fits stands first and among the first 3."""
    words = filtered_words().words
    total = known = first = third = 0
    for matrices, stood in found:
        if not matrices:
            continue
        scores = candidates._together(np.array([matrix @ weights for matrix in matrices]))
        for at, fitting in stood.items():
            best = [words[rank] for rank in np.argsort(-scores[at], kind="stable")[:3] if rank < len(words)]
            total += 1
            known += not fitting.isdisjoint(words)
            first += bool(best) and best[0] in fitting
            third += not fitting.isdisjoint(best)
    return total, known, first, third


def fit(found: Sequence[Case]) -> Matrix:
    """Return the weights under which the words that stood in the holes are likeliest."""
    ranks = filtered_words().ranks
    rows = [
        (matrices[at], [ranks[word] for word in sorted(fitting) if word in ranks])
        for matrices, stood in found
        for at, fitting in stood.items()
    ]
    rows = [(matrix, right) for matrix, right in rows if right]
    weights = np.zeros(len(candidates.WEIGHTS))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        slope = -_PENALTY * weights
        for matrix, right in rows:
            scores = matrix @ weights
            share = np.exp(scores - scores.max())
            share /= share.sum()
            own = share[right] / share[right].sum()
            slope += (own @ matrix[right] - share @ matrix) / len(rows)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope * slope
        size = _STEP if step <= _STEPS * 2 // 3 else _STEP / 3
        weights += size * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def main() -> None:
    """Print the shares of every folder, or the fitted weights and what they would give."""
    folders = [Path(word) for word in sys.argv[1:] if word != "--fit"]
    found = {folder: list(cases(folder)) for folder in folders}
    weights = candidates._weights()
    if "--fit" in sys.argv:
        weights = fit([case for each in found.values() for case in each])
        print({name: round(float(weight), 2) for name, weight in zip(candidates.WEIGHTS, weights, strict=True)})
    for folder, each in found.items():
        total, known, first, third = shares(each, weights)
        print(f"{folder}: {total} holes, {known} of listed words, first {first}, among the first three {third}")


if __name__ == "__main__":
    main()
