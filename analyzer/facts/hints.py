"""「你是不是想写…」: the nearest name."""

from collections.abc import Iterable

# Similarity (0..100) from which a name is offered. 60 offers 微粒贷 for 微粒代 (two of three characters) and
# webnak for webank, and nothing for names that share one character; held by tests/facts/test_hints.py.
NEAR = 60.0


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the name most like ``name``, or None where none is near."""
    found = nearest_names(name, names, limit=1)
    return found[0] if found else None


def nearest_names(name: str, names: Iterable[str], limit: int = 3) -> list[str]:
    """Return the names most like ``name``, best first, at most ``limit``."""
    from rapidfuzz import fuzz, process

    from analyzer.fold import fold

    found = process.extract(fold(name), list(names), scorer=fuzz.ratio, processor=fold, limit=limit, score_cutoff=NEAR)
    return [hit[0] for hit in found]
