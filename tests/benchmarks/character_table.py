"""Make ``analyzer/read/characters.txt``: how common each hanzi is, in both scripts.

Usage: python tests/benchmarks/character_table.py > analyzer/read/characters.txt

The counts are summed over jieba's dictionary (MIT licence; its word counts come from Chinese corpora): each word as it
stands and again in Traditional script by OpenCC. Only the rank matters to the reader, so a line holds the characters
whose natural logarithm of relative frequency rounds to the same half.
"""

import math
import sys
from collections import defaultdict
from pathlib import Path

import jieba
from opencc_pyo3 import OpenCC


def main() -> None:
    """Print the table."""
    convert = OpenCC("s2t").convert
    counts: dict[str, float] = defaultdict(float)
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count = line.split()[:2]
        for form in (word, convert(word)):
            for char in form:
                if ord(char) > 0x7F:
                    counts[char] += int(count)
    # Punctuation is in every text and in no dictionary: as common as a common hanzi in either script.
    common = sorted(counts.values())[-40]
    for char in "，。、：；？！“”（）《》":
        counts[char] = common
    total = sum(counts.values())
    classes: dict[float, list[str]] = defaultdict(list)
    for char, count in counts.items():
        classes[round(2 * math.log(count / total)) / 2].append(char)
    out = sys.stdout
    out.write(
        "# Natural logarithm of relative frequency, then the characters; made by tests/benchmarks/character_table.py\n"
    )
    out.write("# from the word counts of jieba's dictionary (MIT licence), Traditional forms by OpenCC.\n")
    for value in sorted((v for v in classes if v > -14), reverse=True):
        out.write(f"{value} {''.join(sorted(classes[value]))}\n")


if __name__ == "__main__":
    main()
