"""How fast claims are read: characters a second with small and large tables. Run: python -m tests.benchmarks.claims

Reads the articles of corpus/articles (repeated, each sentence changed a little so that nothing is remembered) with the
table of corpus/facts, alone and among 10,000 further made-up entities; then with a table that names nothing in them, as
for most pages of a crawl.
"""

import random
import time
from dataclasses import replace
from pathlib import Path

from analyzer.claims import claims_of, compile_grammar
from analyzer.clean import clean
from analyzer.facts import load_table
from analyzer.model import Entity, FactTable, Reading
from analyzer.read import documents
from analyzer.repair import repair
from analyzer.settings import Settings
from analyzer.words import tagger

ROOT = Path(__file__).resolve().parents[2]


def _enlarged(table: FactTable, number: int) -> FactTable:
    rnd = random.Random(7)
    types = sorted({e.type for e in table.entities.values()})
    signs = [chr(c) for c in range(0x4E00, 0x9FA5)]
    more = {
        f"x{n}": Entity(id=f"x{n}", name="".join(rnd.choices(signs, k=4)), type=types[n % len(types)])
        for n in range(number)
    }
    return replace(table, entities={**table.entities, **more})


def _speed(readings: list[Reading], table: FactTable) -> tuple[float, int, float]:
    start = time.perf_counter()
    grammar = compile_grammar(table)
    claims_of(readings[0], grammar)
    tagger()  # what guesses names is loaded here, once a process
    ready = time.perf_counter()
    claims = sum(len(claims_of(r, grammar)) for r in readings)
    took = time.perf_counter() - ready
    return sum(len(r.folded.text) for r in readings) / took, claims, ready - start


def main() -> None:
    """Print one line a table."""
    table = load_table(ROOT / "corpus" / "facts")
    readings = [repair(clean(d, Settings())) for d in documents([ROOT / "corpus" / "articles"]) if d.source]
    for number in (0, 10_000):
        speed, claims, ready = _speed(readings, _enlarged(table, number))
        print(f"{number:6} further entities: {speed / 1e6:.2f} M characters/s, {claims} claims, ready in {ready:.1f} s")
    stranger = load_table(ROOT / "tests" / "domains" / "geography" / "facts")
    speed, claims, ready = _speed(readings * 20, _enlarged(stranger, 10_000))
    print(f"another field's table: {speed / 1e6:.2f} M characters/s, {claims} claims, ready in {ready:.1f} s")


if __name__ == "__main__":
    main()
