"""The folders as a command's options: which fact folder, whose report, who writes, and when."""

import getpass
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli.console import say, text
from analyzer.errors import FarmcheckError, UsageError
from analyzer.language import Phrase

if TYPE_CHECKING:
    from analyzer.model import FactTable
    from analyzer.report import Commands

Facts = Annotated[
    Path | None, typer.Option("--facts", help=text("事实表文件夹（默认 corpus/facts 或自带的表）", "fact folder"))
]
LATEST = Path("reports/latest")
By = Annotated[str, typer.Option(help=text("核对人", "who checked it"))]


def who(by: str) -> str:
    """Return the name for the journal: as given, else FARMCHECK_USER, else the login name."""
    if by or os.environ.get("FARMCHECK_USER"):
        return by or os.environ["FARMCHECK_USER"]
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"


def today() -> date:
    """Return today's date where the editor sits."""
    return datetime.now().astimezone().date()


def own(given: Path | None) -> Path:
    """Return the folder to write to: as given, else ``corpus/facts``, where the shipped table is copied first."""
    from analyzer.facts import find_folder
    from analyzer.facts.edit import copy_folder
    from analyzer.facts.folder import HERE

    if given is not None or HERE.is_dir():
        return given or HERE
    copy_folder(find_folder(None), HERE)
    return HERE


@contextmanager
def owned(given: Path | None) -> Iterator[Path]:
    """Hold the folder that a command writes to; what was copied for it goes again where the command is refused.

    A copy that stayed would be the table of this place from then on, although nothing was done with it.
    """
    from analyzer.facts.folder import HERE

    copied, above = given is None and not HERE.is_dir(), HERE.parent.is_dir()
    folder = own(given)
    try:
        yield folder
    except (FarmcheckError, OSError, typer.Abort, KeyboardInterrupt):
        if copied:
            shutil.rmtree(HERE if above else HERE.parent, ignore_errors=True)
        raise
    if copied:
        say_copied()


def say_copied() -> None:
    """Say that the shipped table was copied and is the one in use from now on."""
    from analyzer.facts.folder import HERE

    say(
        f"自带的表不改：已复制到 {HERE}，改在那里；在这个文件夹里以后就用它",
        f"the shipped table is left alone: it was copied to {HERE} and changed there; from now on it is used here",
    )


def refuse_unknown(word: str, known: Iterable[str], kind: Phrase) -> None:
    """Raise UsageError where a list is to be narrowed to something that there is not."""
    listed = [str(k) for k in known]
    if word not in listed:
        raise UsageError(
            Phrase(
                f"没有“{word}”这个{kind.zh}；有的是：{'、'.join(listed)}",
                f"there is no {kind.en} “{word}”, only: {', '.join(listed)}",
            )
        )


def folder_of(report: Path, given: Path | None) -> Path:
    """Return the fact folder to use with a report: as given, else the one that it was made with, else the usual one."""
    from analyzer.facts import find_folder
    from analyzer.stamp import facts_of

    return given or facts_of(report) or find_folder(None)


def table_of(report: Path, given: Path | None) -> tuple[Path, "FactTable"]:
    """Return the fact folder of a report and its table, saying so where it is not as it was when the report was made.

    Without ``given`` it is the folder that the report was made with, else any usual one that holds the same table.
    Raises UsageError where ``report`` is none, or none of these is its table.
    """
    from analyzer.facts import find_folder, load_table
    from analyzer.facts.folder import starter
    from analyzer.facts.table import read_folder
    from analyzer.report.stored import digests_in
    from analyzer.stamp import facts_of

    digest, own_folder = digests_in(report)["facts_digest"], facts_of(report)
    for folder in dict.fromkeys((own_folder, find_folder(None), starter()) if given is None else ()):
        table = read_folder(folder).table if folder else None
        if folder and table and table.digest == digest:
            return folder, table
    folder = given or own_folder
    if folder is None:
        other = find_folder(None)
        raise UsageError(
            Phrase(
                f"{report} 用的事实表找不到了，{other} 是另一份表：用 --facts 写出它的文件夹，"
                f"或重新运行 farmcheck run 文章 --out {report}",
                f"the fact table of {report} is not to be found and {other} is another one: name its folder by "
                f"--facts, or run farmcheck run ARTICLES --out {report} again",
            )
        )
    table = load_table(folder)
    if table.digest != digest:
        same = own_folder is None or folder.resolve() == own_folder.resolve()
        if same:
            say(
                f"注意：事实表在核查之后改过（{folder}）；判定仍是当时的，重新核查请用 farmcheck run",
                f"note: the fact table ({folder}) has changed since; the verdicts are as they were, "
                "farmcheck run checks again",
            )
        else:
            say(
                f"注意：{folder} 不是这份报告核查时用的表（那时用的是 {own_folder}）；判定仍是当时的",
                f"note: {folder} is not the table that this report was made with ({own_folder}); "
                "the verdicts are as they were",
            )
    return folder, table


def commands_for(report: Path, facts: Path, decisions: Path | None = None) -> "Commands":
    """Return what commands must name so that they find these: nothing of what they would find unasked."""
    from analyzer.facts import find_folder
    from analyzer.report import Commands

    def unless(place: Path, usual: Path) -> Path | None:
        return None if place.resolve() == usual.resolve() else place

    return Commands(
        report=unless(report, LATEST),
        facts=unless(facts, find_folder(None)),
        decisions=unless(decisions, decisions_file(None, facts)) if decisions else None,
    )


def decisions_file(given: Path | None, facts: Path | None) -> Path:
    """Return the decisions file: ``given``, else ``decisions.jsonl`` beside the fact folder, else under ``corpus``."""
    from analyzer.facts.folder import find_folder

    if given is not None:
        return given
    folder = find_folder(facts)
    # The table inside an installed package is no place for an editor's work.
    inside_package = Path(__file__).resolve().parents[1] in folder.resolve().parents
    return Path("corpus/decisions.jsonl") if inside_package else folder.parent / "decisions.jsonl"
