"""Word lists as plain text, one entry a line, ``#`` begins a remark; columns are separated by tabs."""

from functools import cache
from importlib.resources import files


@cache
def entries(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``name``.txt as tuples of columns, in file order."""
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0].rstrip() for line in text.splitlines())
    return tuple(tuple(line.split("\t")) for line in lines if line)
