"""Make ``analyzer/repair/lexicon/neighbours.txt``: which words stand beside the words that filters take.

Usage: PYTHONPATH=. python tests/benchmarks/neighbours.py lm_sc.arpa > analyzer/repair/lexicon/neighbours.txt

The input is the language model of libime (``lm_sc.arpa-20220810`` of its release 1.0.16, LGPL-2.1-or-later): words of
Chinese with their probabilities alone, after one word and after two. Kept is what stands beside a listed word, one or
two words of at most four characters together, where it is at least ``LEAST`` (logarithm) likelier there than by chance:
of .5, 1.5, 2.5 and 3.5 the second ranks best (186, 190, 183, 169 of 473 holes among the first three). Run it again when
``filtered.txt`` has new words.
"""

import math
import sys
from collections import defaultdict
from pathlib import Path

from analyzer.repair.filtered_words import LONGEST
from analyzer.repair.lexicon import entries

LEAST = 1.5
HEAD = """\
# Which words stand beside the words of filtered.txt, and how much likelier than chance (natural logarithm): the
# neighbour; < where it stands before them, > behind; word and gain in turns. Counted by others: worked out by
# tests/benchmarks/neighbours.py from the pairs and triples of words in libime's language model lm_sc.arpa-20220810,
# copyright 2015-2022 CSSlayer; these figures are under the same licence, LGPL-2.1-or-later (LICENSE.LGPL-2.1).\
"""


def main() -> None:
    """Print the table."""
    words = {row[0].lower() for row in entries("filtered") if not row[0].startswith("[")}
    chance: dict[tuple[str, ...], float] = {}
    found: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    size = 0
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("\\"):
                size = int(line[1]) if line[2:].startswith("-grams") else 0
                continue
            columns = line.rstrip("\n").split("\t")
            if len(columns) < 2 or not size:
                continue
            row = tuple(columns[1].split(" "))
            chance[row] = float(columns[0]) * math.log(10)
            before, after = "".join(row[:-1]), "".join(row[1:])
            if size == 1:
                continue
            if row[-1] in words and len(before) <= LONGEST:
                _enter(found[before, "<"], row[-1], chance[row] - chance.get(row[-1:], 0.0))
            if row[0] in words and len(after) <= LONGEST:
                # How much likelier what follows is behind the word than behind anything.
                gain = sum(chance.get(row[:n], -99.0) - chance.get(row[1:n], 0.0) for n in range(2, size + 1))
                _enter(found[after, ">"], row[0], gain)
    print(HEAD)
    for (neighbour, side), pairs in sorted(found.items()):
        if pairs:
            print(neighbour, side, " ".join(f"{word} {gain:.1f}" for word, gain in sorted(pairs.items())), sep="\t")


def _enter(pairs: dict[str, float], word: str, gain: float) -> None:
    if gain >= LEAST:
        pairs[word] = max(gain, pairs.get(word, gain))


if __name__ == "__main__":
    main()
