"""Measure the corpus stage: near-duplicates at scale, sketching against datasketch, the pipeline's curve.

    python tests/benchmarks/scale.py neardup --articles 100000     time, peak memory, precision and recall
    python tests/benchmarks/scale.py sketch                        ratio to datasketch in the same run
    python tests/benchmarks/scale.py pipeline --articles 1000      articles a second, peak memory, workers 1 and 2

Texts are synthetic: random sentences from a pool (a quarter of them shared by all), so that every pair has something
in common. Absolute times hold for the machine they were taken on; quote ratios.
"""

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
POOL = 20_000


def sentences(rng: random.Random, count: int) -> list[str]:
    """Return random sentences of common characters."""
    common = [chr(c) for c in range(0x4E00, 0x4E00 + 3_000)]
    return ["".join(rng.choices(common, k=rng.randint(15, 45))) + "。" for _ in range(count)]


def articles(count: int, seed: int = 7) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """Return texts of about 1,500 characters and the pairs planted among them: one in ten is an edited copy."""
    rng = random.Random(seed)
    common = [chr(c) for c in range(0x4E00, 0x4E00 + 3_000)]
    shared = sentences(rng, 300)
    texts: dict[str, str] = {}
    planted: set[tuple[str, str]] = set()
    last: list[str] = []
    for n in range(count):
        name = f"{n:07}"
        if n % 10 == 9:
            body = [s for s in last if rng.random() > 0.2]
            body.insert(rng.randrange(len(body)), rng.choice(shared))
            planted.add((f"{n - 1:07}", name))
        else:
            own = "".join(rng.choices(common, k=1_150))
            cuts = [own[i : i + 32] + "。" for i in range(0, len(own), 32)]
            body = [*cuts, *rng.sample(shared, 12)]
            rng.shuffle(body)
            last = body
        texts[name] = "".join(body)
    return texts, planted


def neardup(count: int) -> None:
    """Time the near-duplicate stage and hold its clusters against the planted pairs."""
    from analyzer.across.neardup import neighbours

    texts, planted = articles(count)
    before = peak()
    started, cpu = time.perf_counter(), time.process_time()
    found = neighbours(texts)
    wall, cpu = time.perf_counter() - started, time.process_time() - cpu
    pairs = {(a, b) for c in found.clusters for a in c.articles for b in c.articles if a < b}
    right = len(pairs & planted)
    print(
        f"{count} articles: {wall:.1f} s wall, {cpu:.1f} s CPU, peak {peak()} MB ({before} MB before), "
        f"P {right / max(1, len(pairs)):.4f}, R {right / len(planted):.4f}"
    )


def sketch(count: int = 2_000) -> None:
    """Compare sketching with datasketch's MinHash of 128 permutations on the same texts."""
    from datasketch import MinHash

    from analyzer.across.sketch import SHINGLE
    from analyzer.across.sketch import sketch as ours

    texts = list(articles(count)[0].values())
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


def pipeline(count: int) -> None:
    """Time the whole pipeline on text files, with one worker and with two."""
    from analyzer.facts import load_table
    from analyzer.run import check
    from analyzer.settings import Settings

    table = load_table(ROOT / "corpus" / "facts")
    seeds = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "corpus" / "articles").glob("*.txt")) if utf8(p)]
    with tempfile.TemporaryDirectory() as folder:
        for name, text in mixed(seeds, count):
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
    words = parser.parse_args()
    if words.what == "sketch":
        sketch()
    else:
        {"neardup": neardup, "pipeline": pipeline}[words.what](words.articles)


if __name__ == "__main__":
    main()
