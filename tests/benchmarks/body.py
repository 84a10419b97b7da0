"""Main text of pages, against the extractors that are installed, on the same pages in the same run.

Usage: PYTHONPATH=. python tests/benchmarks/body.py FOLDER [FOLDER...]

A folder holds ``pages/*.html`` and ``gold/*.txt`` with the same stems. Prints a Markdown table: F1 over shingles of
four tokens (NFKC, lower case, a token is a hanzi or a word; punctuation and white space do not count), macro mean with
a seeded bootstrap interval, the share of pages at .95 and above and below .5, and the speed against trafilatura's
default, each the best of three rounds. Below it: the removals that the text passes alone make on the gold texts, where
every one is suspect.
"""

import random
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from analyzer.clean import clean
from analyzer.read.decode import Decoded, decode
from analyzer.read.page import read_page
from analyzer.read.plain import read_plain
from analyzer.settings import Settings

_CJK = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af"
_TOKEN = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+")
_ROUNDS = 3
Page = tuple[bytes, str]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the multiset of four consecutive tokens."""
    tokens = _TOKEN.findall(unicodedata.normalize("NFKC", text).lower())
    return Counter(zip(*[tokens[k:] for k in range(4)], strict=False)) or Counter([tuple(tokens)] if tokens else [])


def f1(text: str, gold: str) -> float:
    """Return the F1 of an extracted text."""
    got, want = shingles(text), shingles(gold)
    total = sum(got.values()) + sum(want.values())
    return 2 * sum((got & want).values()) / total if total else 1.0


def ours(raw: bytes) -> tuple[str, float]:
    """Return farmcheck's cleaned text and confidence."""
    article = clean(read_page("page.html", decode(raw)), Settings())
    return article.clean.text, article.confidence


def peers() -> dict[str, Callable[[bytes], str]]:
    """Return the extractors that are installed, each from bytes to text; all get the text as farmcheck decodes it."""
    import justext
    import trafilatura
    from lxml.html import fromstring
    from readability import Document

    def paragraphs(html: str) -> str:
        found = justext.justext(html, frozenset(), stopwords_low=0, stopwords_high=0, length_low=30, length_high=80)
        return "\n".join(p.text for p in found if not p.is_boilerplate)

    on_text: dict[str, Callable[[str], str]] = {
        "trafilatura": lambda html: trafilatura.extract(html) or "",
        "trafilatura, no comments": lambda html: trafilatura.extract(html, include_comments=False) or "",
        "trafilatura, precision": lambda html: (
            trafilatura.extract(html, include_comments=False, favor_precision=True) or ""
        ),
        "readability-lxml": lambda html: str(fromstring(Document(html).summary()).xpath("string()")),
        "jusText": paragraphs,
    }
    return {name: lambda raw, extract=extract: extract(decode(raw).text) for name, extract in on_text.items()}


def seconds(extract: Callable[[bytes], object], pages: Sequence[Page]) -> float:
    """Return the best time of a few rounds over all pages."""
    best = float("inf")
    for _ in range(_ROUNDS):
        begun = time.perf_counter()
        for raw, _gold in pages:
            guarded(extract, raw)
        best = min(best, time.perf_counter() - begun)
    return best


def guarded(extract: Callable[[bytes], object], raw: bytes) -> object:
    """Return what an extractor gives, "" where it fails."""
    try:
        return extract(raw)
    except Exception:  # a peer may raise anything
        return ""


def row(name: str, scores: Sequence[float], speed: float) -> str:
    """Return a line of the table."""
    rnd = random.Random(7)
    means = sorted(sum(rnd.choices(scores, k=len(scores))) / len(scores) for _ in range(1000))
    mean, good, bad = (sum(s) / len(scores) for s in (scores, [s >= 0.95 for s in scores], [s < 0.5 for s in scores]))
    return f"| {name} | {mean:.4f} | {means[25]:.3f}-{means[974]:.3f} | {good:.3f} | {bad:.3f} | {speed:.2f} |"


def main(folders: Sequence[str]) -> None:
    """Print the tables."""
    out = sys.stdout.write
    for folder in folders:
        golds = sorted(Path(folder, "gold").glob("*.txt"))
        pages = [(Path(folder, "pages", f"{g.stem}.html").read_bytes(), g.read_text(encoding="utf-8")) for g in golds]
        out(f"\n{folder}: {len(pages)} pages\n\n| | F1 | 95 % | ok95 | bad50 | speed |\n|---|---|---|---|---|---|\n")
        rivals = peers()
        base = seconds(rivals["trafilatura"], pages)
        for name, extract in rivals.items():
            scores = [f1(str(guarded(extract, raw)), gold) for raw, gold in pages]
            out(row(name, scores, base / seconds(extract, pages)) + "\n")
        found = [ours(raw) for raw, _ in pages]
        scores = [f1(text, gold) for (text, _), (_, gold) in zip(found, pages, strict=True)]
        out(row("**farmcheck**", scores, base / seconds(ours, pages)) + "\n")
        sure = [s for s, (_, confidence) in zip(scores, found, strict=True) if confidence >= 0.95]
        if sure:
            out(f"\nconfidence >= .95: {len(sure)} pages, mean F1 {sum(sure) / len(sure):.4f}\n")
        damage([gold for _, gold in pages])


def damage(texts: Sequence[str]) -> None:
    """Print what the text passes take out of texts that are clean already."""
    lost = touched = 0
    for text in texts:
        article = clean(read_plain("gold.txt", Decoded(text=text, encoding="utf-8")), Settings())
        lost += sum(len(r.text) for r in article.removals)
        touched += bool(article.removals)
    total = sum(map(len, texts))
    sys.stdout.write(f"clean texts: recall {1 - lost / total:.5f}, touched {touched} of {len(texts)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
