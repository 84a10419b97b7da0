"""Measure fold + repair in MB of UTF-8 a second of processor time, beside a plain decode pass.

Run with a folder of clean text files: ``PYTHONPATH=. python tests/benchmarks/repair.py FOLDER``. Prints one row for
every mechanism and one for the whole; the passes are interleaved with decoding and the best of three is taken.
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from analyzer.fold import fold
from analyzer.model import Article, Document, PageKind, Status
from analyzer.repair import repair
from analyzer.repair.page import Page
from analyzer.repair.reading import MECHANISMS
from analyzer.repair.spin import spin
from analyzer.text import View


def article(text: str) -> Article:
    """Return a text as a cleaned article."""
    return Article(
        document=Document(id="a", source=text),
        kind=PageKind.ARTICLE,
        status=Status.CHECKED,
        reason=None,
        removals=(),
        clean=View.of(text),
    )


def speed(work: Callable[..., object], items: Sequence[object], megabytes: float) -> float:
    """Return megabytes a second, the best of three passes."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for item in items:
            work(item)
        best = min(best, time.process_time() - start)
    return megabytes / max(best, 1e-9)


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "corpus/articles")
    raw = [f.read_bytes() for f in sorted(folder.glob("*.txt"))]
    texts = [data.decode("utf-8", "replace") for data in raw] * 3
    megabytes = sum(len(t.encode()) for t in texts) / 1e6
    pages = [Page(text=t, folded=fold(t)) for t in texts]
    print(f"{len(texts)} texts, {megabytes:.2f} MB")
    print(f"{'decode':<14}{speed(bytes.decode, [t.encode() for t in texts], megabytes):9.1f} MB/s")
    print(f"{'fold':<14}{speed(fold, texts, megabytes):9.1f}")
    for mechanism in MECHANISMS:
        print(f"{mechanism.__name__:<14}{speed(mechanism, pages, megabytes):9.1f}")
    print(f"{'spin':<14}{speed(lambda p: spin(p.folded), pages, megabytes):9.1f}")
    print(f"{'repair, whole':<14}{speed(repair, [article(t) for t in texts], megabytes):9.1f}")


if __name__ == "__main__":
    main()
