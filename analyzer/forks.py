"""Several hands for work that needs all this process has in memory: copies of the process, which share its pages.

Only for work that writes whole files and returns nothing: what a hand did not finish is done again here.
"""

import multiprocessing
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor

_work: Sequence[Callable[[], None]] = ()
"""In a copy: the work it was made for, inherited and not sent, since pages hold what cannot be sent."""


def run_all(work: Sequence[Callable[[], None]], hands: int) -> None:
    """Do every piece of work at least once, in any order, in so many processes.

    In this process alone where copies cannot be made (Windows) or could hang (a thread may hold a lock for ever).
    """
    plain = hands < 2 or len(work) < 2 or sys.platform in ("win32", "darwin") or threading.active_count() > 1
    if plain or not _forked(work, hands):
        for piece in work:
            piece()


def _forked(work: Sequence[Callable[[], None]], hands: int) -> bool:
    """Let copies do the work; return whether all of it was done."""
    copies = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(min(hands, len(work)), copies, initializer=_take, initargs=(work,)) as pool:
            list(pool.map(_piece, range(len(work))))
    except Exception:  # whatever it was: the work is done again here, and says so in its own words
        return False
    return True


def _take(work: Sequence[Callable[[], None]]) -> None:
    global _work  # noqa: PLW0603 - an initializer has no other way to leave something behind
    _work = work


def _piece(number: int) -> None:
    _work[number]()
