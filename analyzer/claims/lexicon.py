"""The closed word classes of lexicon.txt."""

import re
from functools import cache
from importlib.resources import files


@cache
def _sections() -> dict[str, tuple[tuple[str, ...], ...]]:
    out: dict[str, tuple[tuple[str, ...], ...]] = {}
    name = ""
    for line in files("analyzer.claims").joinpath("lexicon.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("["):
            name = line[1 : line.index("]")]
            out[name] = ()
        else:
            out[name] = (*out[name], tuple(line.split()))
    return out


def words(section: str) -> frozenset[str]:
    """Return the words of a section; raises KeyError for a section that is not there."""
    return frozenset(word for line in _sections()[section] for word in line)


def groups(section: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of a section, each a group of words."""
    return _sections()[section]


def either(section: str) -> str:
    """Return a section as a regular expression's alternation, longest word first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words(section), key=lambda w: (-len(w), w))) + ")"
