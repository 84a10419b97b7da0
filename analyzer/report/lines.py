"""The data lines of articles: made anew for those of which something new is known, copied from the last run for others.

``OUT/.farmcheck-lines`` holds each article's digest (``Run.contents``) and where its lines begin in each file of
``OUT/data``, with the sizes and times of these files: one that was edited or cut short is not copied from.
"""

import json
import mmap
from array import array
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from analyzer.files import replace_bytes
from analyzer.model import Checked
from analyzer.report.book import Book
from analyzer.report.render import writing

NAME = ".farmcheck-lines"

Maker = Callable[[Checked], Iterable[bytes]]

_DIGEST = 16  # bytes
_AHEAD = 64
"""Articles of the last run that are looked through for the next one: so many may have gone in a row and the rest is
still copied; with more of them gone, or in another order, lines are made anew."""


def write_lines(book: Book, out: Path, makers: Mapping[str, Maker]) -> None:
    """Write ``out/data/<name>.jsonl`` for each maker: the lines of all articles, in ascending order of their ids."""
    run, folder = book.run, out / "data"
    contents = [whole for _, whole in run.contents] if book.ordered is run.checked else []
    begins = {name: array("Q", [0]) for name in makers}
    with ExitStack() as stack:
        # Opened first and closed last: an old file is let go before the new one takes its name.
        files = {name: stack.enter_context(writing(folder / f"{name}.jsonl")) for name in makers}
        last = _Last(out, makers, stack) if contents else None
        articles = iter(range(len(run.checked))) if contents else book.ordered
        for each in articles:
            number = last.find(contents[each]) if last and isinstance(each, int) else None
            checked = None if number is not None else run.checked[each] if isinstance(each, int) else each
            for name, make in makers.items():
                if checked is not None:
                    content = b"".join(make(checked))
                else:
                    content = last.lines(name, number) if last and number is not None else b""
                files[name].write(content)
                begins[name].append(begins[name][-1] + len(content))
    if contents:
        head = {"count": len(contents), "files": {name: _found(folder / f"{name}.jsonl") for name in makers}}
        parts = (json.dumps(head).encode(), b"\n", *contents, *(at.tobytes() for at in begins.values()))
        replace_bytes(out / NAME, b"".join(parts))


class _Last:
    """The lines of the last run, in their order."""

    def __init__(self, out: Path, names: Iterable[str], stack: ExitStack) -> None:
        self._at = self._count = 0
        self._maps: dict[str, mmap.mmap | bytes] = {}
        self._begins: dict[str, array[int]] = {}
        try:
            head, _, rest = (out / NAME).read_bytes().partition(b"\n")
            noted = json.loads(head)
            count, files = int(noted["count"]), noted["files"]
            at = count * _DIGEST
            self._contents = rest[:at]
            for name in names:
                path = out / "data" / f"{name}.jsonl"
                if files[name] != _found(path):
                    return
                size = 8 * (count + 1)
                self._begins[name] = array("Q", rest[at : at + size])
                at += size
                self._maps[name] = _mapped(stack.enter_context(path.open("rb")), stack)
        except (OSError, ValueError, KeyError, TypeError):
            return
        self._count = count

    def find(self, content: bytes) -> int | None:
        """Return the number of the article with this digest, at or not far behind the last one found; else None."""
        for number in range(self._at, min(self._at + _AHEAD, self._count)):
            if self._contents[number * _DIGEST : (number + 1) * _DIGEST] == content:
                self._at = number + 1
                return number
        return None

    def lines(self, name: str, number: int) -> bytes:
        """Return an article's lines."""
        begins = self._begins[name]
        return self._maps[name][begins[number] : begins[number + 1]]


def _mapped(file: IO[bytes], stack: ExitStack) -> mmap.mmap | bytes:
    try:
        return stack.enter_context(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except ValueError:  # an empty file cannot be mapped
        return b""


def _found(path: Path) -> list[int]:
    state = path.stat()
    return [state.st_size, state.st_mtime_ns]
