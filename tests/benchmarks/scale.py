"""Measure the corpus stage: near-duplicates at scale, sketching against datasketch, the pipeline's curve.

    python tests/benchmarks/scale.py neardup --articles 100000     time, peak memory, precision and recall
    python tests/benchmarks/scale.py sketch                        ratio to datasketch in the same run
    python tests/benchmarks/scale.py pipeline --articles 1000      articles a second, peak memory, workers 1 and 2

Texts are synthetic: random sentences from a pool (a quarter of them shared by all), so that every pair has something
in common. Absolute times hold for the machine they were taken on; quote ratios.
"""

import argparse
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from multiprocessing.pool import Pool
from pathlib import Path

from analyzer.across.neardup import near_traces
from analyzer.across.trace import Trace, traces

ROOT = Path(__file__).parents[2]


def article(number: int) -> str:
    """Return text ``number``: about 1,500 characters, a quarter of them everybody's; one in ten is an edited copy."""
    import numpy as np

    def letters(seed: int, count: int) -> str:
        codes = np.random.default_rng(seed).integers(0x4E00, 0x4E00 + 3_000, count, dtype=np.uint32)
        return codes.tobytes().decode("utf-32-le")

    source = number - 1 if number % 10 == 9 else number
    rng = random.Random(source)
    own = letters(source, 1_150)
    body = [own[at : at + 32] + "。" for at in range(0, len(own), 32)]
    body += [_shared(k) for k in rng.sample(range(300), 12)]
    rng.shuffle(body)
    if source != number:
        rng = random.Random(number)
        body = [s for s in body if rng.random() > 0.2]
        body.insert(rng.randrange(len(body)), _shared(rng.randrange(300)))
    return "".join(body)


@cache
def _shared(number: int) -> str:
    rng = random.Random(-1 - number)
    return "".join(chr(0x4E00 + rng.randrange(3_000)) for _ in range(rng.randint(15, 45))) + "。"


class Articles(Mapping[str, str]):
    """So many texts by name, made when asked for: a million of them do not fit."""

    def __init__(self, count: int) -> None:
        self.count = count

    def __getitem__(self, name: str) -> str:
        return article(int(name))

    def __iter__(self) -> Iterator[str]:
        return (f"{n:07}" for n in range(self.count))

    def __len__(self) -> int:
        return self.count


def traced(numbers: range) -> tuple[list[Trace], float]:
    """Return the traces of some texts and the processor time that they took."""
    texts = [article(n) for n in numbers]
    started = time.process_time()
    return traces(texts), time.process_time() - started


def neardup(count: int) -> None:
    """Time the near-duplicate stage on two cores and hold its clusters against the planted pairs."""
    import multiprocessing

    parts = [range(at, min(count, at + 1_000)) for at in range(0, count, 1_000)]
    spent = 0.0

    def all_traces(pool: Pool) -> Iterator[tuple[str, Trace]]:
        nonlocal spent
        for part, (found, cpu) in zip(parts, pool.imap(traced, parts), strict=True):
            spent += cpu
            yield from ((f"{n:07}", t) for n, t in zip(part, found, strict=True))

    with multiprocessing.get_context("spawn").Pool(2) as pool:
        started, cpu = time.perf_counter(), time.process_time()
        found = near_traces(all_traces(pool), Articles(count))
        wall, cpu = time.perf_counter() - started, time.process_time() - cpu
    pairs = {(a, b) for c in found.clusters for a in c.articles for b in c.articles if a < b}
    planted = {(f"{n - 1:07}", f"{n:07}") for n in range(9, count, 10)}
    right = len(pairs & planted)
    print(
        f"{count} articles: traces {spent:.1f} s CPU, the rest {cpu:.1f} s CPU: on two cores {spent / 2 + cpu:.1f} s "
        f"(wall with making the texts {wall:.1f} s); peak {peak()} MB; "
        f"P {right / max(1, len(pairs)):.4f}, R {right / len(planted):.4f}"
    )


def sketch(count: int = 2_000) -> None:
    """Compare sketching with datasketch's MinHash of 128 permutations on the same texts."""
    from datasketch import MinHash

    from analyzer.across.sketch import SHINGLE
    from analyzer.across.sketch import sketch as ours

    texts = [article(n) for n in range(count)]
    ours(texts[:1], 8)  # makes the table of letters, 20 ms once a process
    started = time.process_time()
    ours(texts, 8)
    mine = time.process_time() - started
    few = texts[:200]
    started = time.process_time()
    for text in few:
        peer = MinHash(num_perm=128)
        peer.update_batch([text[i : i + SHINGLE].encode() for i in range(len(text) - SHINGLE + 1)])
    theirs = (time.process_time() - started) * count / len(few)
    print(f"ours {count / mine:,.0f} texts/s, datasketch {count / theirs:,.0f} texts/s, ratio {theirs / mine:.0f}")


def pipeline(count: int, made: Callable[[list[str], int], Iterator[tuple[str, str]]]) -> None:
    """Time the whole pipeline on text files, with one worker and with two."""
    from analyzer.facts import load_table
    from analyzer.run import check
    from analyzer.settings import Settings

    table = load_table(ROOT / "corpus" / "facts")
    seeds = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "corpus" / "articles").glob("*.txt")) if utf8(p)]
    with tempfile.TemporaryDirectory() as folder:
        for name, text in made(seeds, count):
            (Path(folder) / name).write_text(text, encoding="utf-8")
        for workers in (1, 2):
            started = time.perf_counter()
            run = check([Path(folder)], table, Settings(workers=workers))
            wall = time.perf_counter() - started
            print(f"{workers} worker(s): {len(run.checked) / wall:.0f} articles/s, peak {peak()} MB in this process")


def utf8(path: Path) -> bool:
    """Return whether a file is valid UTF-8."""
    try:
        path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return False
    return True


def farmed(seeds: list[str], count: int) -> Iterator[tuple[str, str]]:
    """Yield text files of about 1,500 characters: clauses of the sample articles put together anew, and one paragraph.

    The paragraph is a whole one, most of them with a claim. Two articles share little more than it; one in ten is the
    article before it without one of its paragraphs.
    """
    rng = random.Random(5)
    paragraphs = [p for text in seeds for p in text.split("\n") if 30 < len(p) < 300]
    clauses = [c for p in paragraphs for c in re.split("[，。；！？,;!?]", p) if 5 < len(c) < 30]
    before: list[str] = []
    for n in range(count):
        if n % 10 == 9:
            del before[rng.randrange(1, len(before))]
            yield f"{n:06}.txt", "\n\n".join(before) + "\n"
            continue
        own, length = [f"第{n}篇 关于借款的几件事", rng.choice(paragraphs)], 0
        while length < 1_400:
            own.append("".join("，".join(rng.sample(clauses, 3)) + "。" for _ in range(4)))
            length += len(own[-1])
        before = own
        yield f"{n:06}.txt", "\n\n".join(own) + "\n"


def mixed(seeds: list[str], count: int) -> Iterator[tuple[str, str]]:
    """Yield files of about 1,500 characters: paragraphs of the sample articles, mixed anew for each."""
    rng = random.Random(3)
    paragraphs = [p for text in seeds for p in text.split("\n") if len(p) > 30]
    for n in range(count):
        chosen, length = [f"第{n}篇 关于借款的几件事"], 0
        while length < 1_500:
            chosen.append(rng.choice(paragraphs))
            length += len(chosen[-1])
        yield f"{n:06}.txt", "\n\n".join(chosen) + "\n"


def peak() -> int:
    """Return the peak memory of this process in megabytes."""
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // scale


def main() -> None:
    """Run the benchmark named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["neardup", "sketch", "pipeline"])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--texts", choices=["farmed", "mixed"], default="farmed")
    words = parser.parse_args()
    if words.what == "sketch":
        sketch()
    elif words.what == "neardup":
        neardup(words.articles)
    else:
        pipeline(words.articles, farmed if words.texts == "farmed" else mixed)


if __name__ == "__main__":
    main()
