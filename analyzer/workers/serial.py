"""One pair of hands: the stage runs in this process."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def serial(
    stage: Callable[[Sequence[Item]], Sequence[Result]],
    parts: Sequence[Sequence[Item]],
    poison: Callable[[Item], Result],
) -> Iterator[Sequence[Result]]:
    """Run the stage over the parts one after the other; nothing can die here, so ``poison`` is not needed."""
    for part in parts:
        yield stage(part)
