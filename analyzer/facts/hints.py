"""「你是不是想写…」: the names most like a word, by their characters or by how they sound."""

from collections.abc import Iterable
from functools import lru_cache

# Similarity (0..100) of the characters from which a name is offered. 60 offers 微粒贷 for 微粒代 (two of three
# characters) and webank for webnak, and nothing for names that share one character of three.
# Both limits are held by tests/facts/test_hints.py.
NEAR = 60.0
# Similarity of the pinyin: 太山 for 泰山 is 100, 百信 and 白石 (baixin, baishi) are 67.
SOUNDS_NEAR = 85.0


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the name most like ``name``, or None where none is near."""
    found = nearest_names(name, names, limit=1)
    return found[0] if found else None


def nearest_names(name: str, names: Iterable[str], limit: int = 3) -> list[str]:
    """Return the names most like ``name``, best first, at most ``limit``."""
    from rapidfuzz import fuzz, process

    from analyzer.fold import fold

    listed = list(dict.fromkeys(names))
    word = fold(name)
    hits = process.extract(word, listed, scorer=fuzz.ratio, processor=fold, limit=limit, score_cutoff=NEAR)
    scores = {found: score for found, score, _ in hits}
    spoken = [n for n in listed if _is_chinese(n)] if _is_chinese(word) else []
    sounds = [_sound(fold(n)) for n in spoken]
    for _, score, at in process.extract(
        _sound(word) if spoken else "", sounds, scorer=fuzz.ratio, limit=limit, score_cutoff=SOUNDS_NEAR
    ):
        scores[spoken[at]] = max(scores.get(spoken[at], 0.0), score)
    return sorted(scores, key=lambda n: (-scores[n], listed.index(n)))[:limit]


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text)


@lru_cache(maxsize=65536)
def _sound(name: str) -> str:
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(name))
