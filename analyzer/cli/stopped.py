"""Stopped from outside: Ctrl-C and the system's request to end (SIGTERM) leave a sentence and a code, no children."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from analyzer.errors import FarmcheckError
from analyzer.language import Phrase

INTERRUPTED, TERMINATED = 130, 143
"""Exit codes, as shells have them: 128 and the number of the signal."""


class Terminated(KeyboardInterrupt):
    """The system asked the program to end: like Ctrl-C, but with another exit code."""


class StoppedError(FarmcheckError):
    """A run was stopped; the message says what is left of it."""

    def __init__(self, phrase: Phrase, exit_code: int) -> None:
        super().__init__(phrase)
        self.exit_code = exit_code


def heed_termination() -> None:
    """Let SIGTERM raise Terminated, so that children are ended and half files taken away; a second one kills."""
    signal.signal(signal.SIGTERM, _terminate)


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    raise Terminated


@contextmanager
def told_what_is_left(cache: Path | None) -> Iterator[None]:
    """Turn a stop into StoppedError, with what running again will do; ``cache`` is where the results so far lie."""
    try:
        yield
    except KeyboardInterrupt as stop:
        from analyzer.forks import end_children

        end_children()  # those whose results nobody was waiting for just now
        code = TERMINATED if isinstance(stop, Terminated) else INTERRUPTED
        if cache:
            zh = f"已中断。算好的结果留在 {cache}：再运行同一条命令，会接着做完"
            en = f"interrupted; what was done lies in {cache}: the same command goes on from there"
        else:
            zh = "已中断。没有留下中间结果（--no-cache）：再运行会从头开始"
            en = "interrupted; nothing was kept (--no-cache): running again begins anew"
        raise StoppedError(Phrase(zh=zh, en=en), code) from None
