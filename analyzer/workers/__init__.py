"""How many hands: one verb, ``map_parts``, whose results come back in order whatever the engine."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Protocol, TypeVar, overload

from analyzer.workers.pool import pool
from analyzer.workers.ray import ray_tasks
from analyzer.workers.serial import serial

__all__ = ["Engine", "Parts", "Stage", "engine_for", "split"]

Item = TypeVar("Item")
Result = TypeVar("Result")

Stage = Callable[[Sequence[Item]], Sequence[Result]]
"""Work on a part: a list in, a list of equal length out. It must depend on nothing but its items."""


class Engine(Protocol):
    """A way to run a stage over parts. Yields the parts' results in the order of the parts.

    ``poison`` makes the result of an item that killed its worker again and again; the others still get theirs.
    """

    def __call__(
        self, stage: Stage[Item, Result], parts: Sequence[Sequence[Item]], poison: Callable[[Item], Result]
    ) -> Iterator[Sequence[Result]]:
        """Run the stage over the parts."""
        ...


FEW = 64
"""Below this many items processes cost more to start (about a second) than they save."""


def engine_for(name: str, workers: int, items: int) -> Engine:
    """Return the engine for so many items: in this process, a pool of ``workers`` processes, or Ray ("ray")."""
    if name == "ray" and items:
        return ray_tasks
    return serial if workers <= 1 or items < FEW else partial(pool, workers)


class Parts(Sequence[Sequence[Item]]):
    """So many items in parts of at most ``size``, each made when it is handed out: all at once may not fit.

    Parts do not depend on the number of workers.
    """

    def __init__(self, count: int, size: int, make: Callable[[int], Item]) -> None:
        """``make`` gives an item by its number."""
        self._count, self._size, self._make = count, size, make

    def __len__(self) -> int:
        return (self._count + self._size - 1) // self._size

    @overload
    def __getitem__(self, number: int) -> Sequence[Item]: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Sequence[Item]]: ...
    def __getitem__(self, number: int | slice) -> Sequence[Item] | Sequence[Sequence[Item]]:
        """Return a part."""
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        if not 0 <= number < len(self):
            raise IndexError(number)
        start = number * self._size
        return [self._make(n) for n in range(start, min(self._count, start + self._size))]


def split(items: Sequence[Item], size: int) -> Parts[Item]:
    """Return the items in parts of at most ``size``, in order."""
    return Parts(len(items), size, items.__getitem__)
