"""Several hands for work that needs all this process has in memory: copies of the process, which share its pages.

Only for work that writes whole files and returns nothing: what a hand did not finish is done again here.
"""

import multiprocessing
import os
import signal
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
            try:
                list(pool.map(_piece, range(len(work))))
            except KeyboardInterrupt:
                end_children()
                raise
    except Exception:  # whatever it was: the work is done again here, and says so in its own words
        return False
    return True


def _take(work: Sequence[Callable[[], None]]) -> None:
    global _work  # noqa: PLW0603 - an initializer has no other way to leave something behind
    serve_parent()
    _work = work


def _piece(number: int) -> None:
    _work[number]()


def serve_parent() -> None:
    """Make a process that has just begun end when the one that started it is gone, however that came to its end.

    Nobody would take its results, and it would hold the terminal. Ctrl-C, which all processes of a terminal get, is
    left to the one that started it: that ends the others (``end_children``).
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a copy has inherited what its original does then
    if multiprocessing.parent_process() is not None:
        threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()  # waits on a pipe whose other end the system closes with the parent
        os._exit(1)


def end_children() -> None:
    """End the processes that this one has started, without waiting for what they are doing."""
    for child in multiprocessing.active_children():
        child.terminate()
