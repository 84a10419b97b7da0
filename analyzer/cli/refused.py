"""What the system refuses to do with a file, in the user's language and with what to do about it."""

import errno
import os
from pathlib import Path

from analyzer.errors import UsageError
from analyzer.language import Phrase

_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_FULL = (errno.ENOSPC, errno.EDQUOT)


def explain_refusal(error: OSError) -> Phrase:
    """Return what went wrong with which file, and the remedy where the cause is known."""
    file = f" {error.filename}" if error.filename else ""
    if error.errno in _FORBIDDEN:
        return Phrase(
            zh=f"没有权限读写{file}：请换一个能读写的地方（run 用 --out 另给报告文件夹），或者改它的权限",
            en=f"no permission for{file}: choose another place (run takes --out for its report) or change its rights",
        )
    if error.errno in _FULL:
        return Phrase(
            zh=f"磁盘满了，写不下{file}：请腾出空间再运行",
            en=f"the disk is full, no room for{file}: make room and run again",
        )
    return Phrase(zh=f"读写文件时出错：{error}", en=f"a file could not be read or written: {error}")


def refuse_unwritable(out: Path) -> None:
    """Raise UsageError, before any work is done, where nothing can be written to a folder that may not exist yet."""
    there = out.absolute()
    while not there.exists():
        there = there.parent
    if not os.access(there, os.W_OK | os.X_OK):
        raise UsageError(
            Phrase(
                zh=f"没有权限写报告文件夹 {out}（{there} 不让写）：请用 --out 另给一个能写的文件夹",
                en=f"no permission to write the report folder {out} ({there} is read-only): name another with --out",
            )
        )
