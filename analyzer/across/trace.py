"""The trace of a text: all that finding copies and spread sentences needs of it, made where the text is at hand.

Traces are made by worker processes, one article at a time, and are a tenth of what an article weighs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from xxhash import xxh3_64_intdigest, xxh3_128_digest

from analyzer.across.sketch import sketch

SCALE = 8
"""One shingle hash in eight is kept: about 190 for 1,500 characters."""
SHORT, SHORT_SCALE = 800, 2
"""Texts of at most so many letters are compared on every second shingle: one in eight leaves too few of them."""
LEAST_LETTERS = 10
"""Shorter sentences ("请大家放心") are everybody's and say nothing about copying."""

SENTENCE_END = re.compile(r"[。！？!?；;\n]+")
_NO_LETTERS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Trace:
    """``digest`` of the text, the number of its ``letters``, its ``hashes`` and the hashes of its ``sentences``.

    Both columns are little-endian unsigned 64-bit numbers, ascending and without repeats. A text of at most SHORT
    letters has its hashes at SHORT_SCALE, others at SCALE.
    """

    digest: bytes
    letters: int
    hashes: bytes
    sentences: bytes


def traces(texts: Sequence[str]) -> list[Trace]:
    """Return the traces of texts, which should be repaired and folded, so that disguised copies meet."""
    found = sketch(texts, SCALE)
    short = [i for i, letters in enumerate(found.lengths.tolist()) if letters <= SHORT]
    fine = sketch([texts[i] for i in short], SHORT_SCALE)
    hashes = [found.of(i) for i in range(len(texts))]
    for at, i in enumerate(short):
        hashes[i] = fine.of(at)
    return [
        Trace(
            digest=xxh3_128_digest(text.encode("utf-8", "surrogatepass")),
            letters=letters,
            hashes=own.astype("<u8").tobytes(),
            sentences=np.array(sentences(text), dtype="<u8").tobytes(),
        )
        for text, own, letters in zip(texts, hashes, found.lengths.tolist(), strict=True)
    ]


def sentences(text: str) -> list[int]:
    """Return the hashes of a text's sentences, ascending and without repeats; those of few letters are left out."""
    return sorted({sentence_hash(s) for s in SENTENCE_END.split(text)} - {0})


def sentence_hash(sentence: str) -> int:
    """Return a hash that is the same in every process, or 0 for a sentence too short to count."""
    letters = _NO_LETTERS.sub("", sentence)
    return xxh3_64_intdigest(letters.encode("utf-8", "surrogatepass")) if len(letters) >= LEAST_LETTERS else 0
