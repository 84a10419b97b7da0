"""Measure the two byte-level repairs on pages damaged from clean texts.

Run with folders of clean texts: ``PYTHONPATH=. python tests/benchmarks/byte_repair.py FOLDER...``. Every second text
(in name order) is the held-out half; rules may be tuned on the other one only. A lone victim is a page cut down to
one damaged place with 40 characters at either side; a neighbour within them is damaged too and counts again.
"""

import sys
from difflib import SequenceMatcher
from pathlib import Path

from opencc_pyo3 import OpenCC
from pypinyin import Style, pinyin

from analyzer.fold import fold
from analyzer.repair.gbk_deletion import gbk_deletion
from analyzer.repair.page import Page
from analyzer.repair.pinyin import pinyin as undo_notes
from analyzer.text import Change, View
from tests.repair.damage import annotate, delete_bytes

_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_WORD = "撸"


def victims(page: str) -> list[tuple[str, str, bool]]:
    """Return every place: its damaged surroundings, the pair that was lost, and whether it came back.

    A repair elsewhere, or one that put something else back, is a place of its own with an empty pair.
    """
    damaged = delete_bytes(page, _WORD)
    fixes = {f.start: f.new for f in gbk_deletion(Page(text=damaged, folded=damaged)).fixes}
    places = []
    for tag, a, b, c, d in SequenceMatcher(None, page, damaged, autojunk=False).get_opcodes():
        if tag == "replace" and b - a == 2 and d - c == 1:
            back = fixes.get(c) == page[a:b]
            places.append((damaged[max(0, c - 8) : c + 8], page[a:b], back))
            if back:
                del fixes[c]
    return places + [(damaged[max(0, c - 8) : c + 8], "", False) for c in fixes]


def lone(page: str) -> list[str]:
    """Return the surroundings of every place that the filter would break, one piece each."""
    coded = page.encode("gbk")
    deleted = _WORD.encode("gbk")
    pieces = []
    for at in range(len(page) - 1):
        pair = page[at : at + 2].encode("gbk")
        if len(pair) == 4 and pair[1:3] == deleted:
            pieces.append(page[max(0, at - 40) : at + 42])
    return pieces if deleted in coded else []


def notes(text: str) -> tuple[int, int]:
    """Return how many characters the notes on a text add, and how many are still wrong after the repair.

    Every second Traditional character is annotated. Texts that carry notes already, or too few, give (0, 0).
    """
    page = OpenCC("s2t").convert(text[:2000]).encode("gbk", "ignore").decode("gbk")
    chars = sorted({c for c in page if "\u3400" <= c <= "\u9fff" and fold(c) != c})[::2]
    if not chars or undo_notes(Page(text=page, folded=page)).fixes:
        return 0, 0
    damaged = annotate(page, {c: pinyin(c, style=Style.TONE)[0][0] for c in chars})
    if len(damaged) - len(page) < 60:
        return 0, 0
    fixes = undo_notes(Page(text=damaged, folded=damaged)).fixes
    back = View.of(damaged).edit(Change(f.start, f.end, f.new) for f in fixes).text
    steps = SequenceMatcher(None, page, back, autojunk=False).get_opcodes()
    return len(damaged) - len(page), sum(max(b - a, d - c) for tag, a, b, c, d in steps if tag != "equal")


def main() -> None:
    """Print recall and precision of the deletion for both halves, whole pages and lone victims."""
    texts = [f.read_text("utf-8", "replace") for folder in sys.argv[1:] for f in sorted(Path(folder).glob("*.txt"))]
    pages = [t.translate(_FULL).encode("gbk", "ignore").decode("gbk") for t in texts]
    for name, half in (("tuned", pages[::2]), ("held out", pages[1::2])):
        for kind, cut in (("pages", half), ("lone", [piece for page in half for piece in lone(page)])):
            found = [v for page in cut for v in victims(page)]
            true = [v for v in found if v[1]]
            right = sum(v[2] for v in true)
            wrong = len(found) - len(true)
            print(f"{name:<9}{kind:<6}{len(true):5} victims  recall {right / max(1, len(true)):.3f}  wrong {wrong}")
            if name == "tuned":
                for context, was, back in found:
                    if not back:
                        print("   ", repr(context), was or "WRONG")
    for name, part in (("tuned", texts[::2]), ("held out", texts[1::2])):
        counts = [notes(text) for text in part]
        added, wrong = sum(c[0] for c in counts), sum(c[1] for c in counts)
        print(f"{name:<9}notes {added:5} characters  undone {1 - wrong / max(1, added):.4f}")


if __name__ == "__main__":
    main()
