"""Several processes on this machine. A worker that dies loses nothing: its part is done again, a killer is isolated."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from analyzer.forks import end_children, serve_parent

Item = TypeVar("Item")
Result = TypeVar("Result")

DEATHS = 3
"""A part that saw its worker die so often is cut in halves, down to the one item that kills. Not once: the kernel
also kills workers that did nothing wrong (tests/workers/test_pool.py kills both kinds)."""

_WARM = "analyzer.warm"  # imported by the process that workers are copied from; by name, since it knows the stages

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS")


def pool(
    workers: int,
    stage: Callable[[Sequence[Item]], Sequence[Result]],
    parts: Sequence[Sequence[Item]],
    poison: Callable[[Item], Result],
) -> Iterator[Sequence[Result]]:
    """Run the stage over the parts in so many worker processes; stage, items and results must be picklable."""
    done: dict[int, Sequence[Result]] = {}
    handed = 0
    running: dict[int, Future[Sequence[Result]]] = {}
    executor = _executor(workers, stage)
    try:
        for following in range(len(parts)):
            while following not in done:
                # A bounded window: parts go out as results are taken, so memory does not grow with the input.
                try:
                    while handed < len(parts) and len(running) < 2 * workers:
                        running[handed] = executor.submit(_work, parts[handed])
                        handed += 1
                    done[following] = running[following].result()
                    del running[following]
                except BrokenProcessPool:  # by any part in flight; handing out can be the first to notice
                    executor.shutdown(wait=False, cancel_futures=True)
                    for number, future in sorted(running.items()):
                        whole = future.done() and not future.cancelled() and not future.exception()
                        done[number] = future.result() if whole else alone(stage, parts[number], poison)
                    running.clear()
                    executor = _executor(workers, stage)
            yield done.pop(following)
    except KeyboardInterrupt:
        end_children()  # a part in hand may take long; it is worked out again by the next run
        raise
    finally:
        executor.shutdown(wait=True, cancel_futures=True)  # no thread of it is left behind


def alone(
    stage: Callable[[Sequence[Item]], Sequence[Result]], part: Sequence[Item], poison: Callable[[Item], Result]
) -> Sequence[Result]:
    """Return a part's results after a worker died with it: try it alone, then halve it until the killer stands alone.

    One process a try, so that the neighbours of a killer are never lost with it.
    """
    for _ in range(DEATHS):
        with _executor(1, stage) as executor:
            try:
                return executor.submit(_work, part).result()
            except BrokenProcessPool:
                continue
    if len(part) == 1:
        return [poison(part[0])]
    half = len(part) // 2
    return [*alone(stage, part[:half], poison), *alone(stage, part[half:], poison)]


_stage: Callable[[Sequence[Any]], Sequence[Any]]
"""In a worker process: the stage it was started for, sent once and not with every part."""


def _start(stage: Callable[[Sequence[Any]], Sequence[Any]]) -> None:
    global _stage  # noqa: PLW0603 - an initializer has no other way to leave something behind
    serve_parent()
    _stage = stage


def _work(part: Sequence[Any]) -> Sequence[Any]:
    return _stage(part)


def _executor(workers: int, stage: Callable[[Sequence[Item]], Sequence[Result]]) -> ProcessPoolExecutor:
    """Return a pool whose processes start clean: forking a process that has threads can hang."""
    for name in _THREADS:
        os.environ.setdefault(name, "1")  # the processes are the parallelism
    methods = multiprocessing.get_all_start_methods()
    method = "forkserver" if "forkserver" in methods else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload([_WARM])
    return ProcessPoolExecutor(workers, context, initializer=_start, initargs=(stage,))
