"""Several hands for work that needs all this process has in memory: copies of the process, which share its pages.

Only for work that writes whole files and returns nothing: what a hand did not finish is done again here.
"""

import os
import struct
import sys
import threading
from collections.abc import Callable, Sequence

_NUMBER = struct.Struct("<I")
_MOST = 8_000  # numbers that fit into a pipe before anybody reads


def run_all(work: Sequence[Callable[[], None]], hands: int) -> None:
    """Do every piece of work once, in any order, in so many processes.

    In this process alone where copies cannot be made (Windows) or could hang (a thread may hold a lock for ever).
    """
    plain = hands < 2 or len(work) < 2 or sys.platform in ("win32", "darwin") or threading.active_count() > 1
    if plain or len(work) > _MOST or not all(_done(_forked(work, hands))):
        for piece in work:
            piece()


def _forked(work: Sequence[Callable[[], None]], hands: int) -> list[int]:
    """Let copies take numbers out of a pipe and do that work until none is left; return their process ids."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(_NUMBER.pack(n) for n in range(len(work))))
    os.close(writing)
    sys.stdout.flush()
    sys.stderr.flush()
    children = []
    for _ in range(hands):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                while taken := os.read(reading, _NUMBER.size):
                    work[_NUMBER.unpack(taken)[0]]()
                code = 0
            except BaseException:  # whatever it was: the parent does the work again and says so in its own words
                code = 1
            finally:
                os._exit(code)
        children.append(child)
    os.close(reading)
    return children


def _done(children: Sequence[int]) -> list[bool]:
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0 for child in children]
