"""Where a report may be written: never over articles, nor over files that are somebody else's."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from analyzer.errors import UsageError
from analyzer.language import Phrase


def refuse_place(paths: Sequence[Path], out: Path) -> None:
    """Raise UsageError where the report folder is or holds an input, or holds foreign files with a report's names."""
    from analyzer.read import article_files, earlier_report
    from analyzer.report.place import files_in

    if not out.exists():
        return
    if not out.is_dir():
        raise UsageError(
            Phrase(zh=f"--out {out} 是一个文件：请给一个文件夹的名字", en=f"--out {out} is a file: name a folder")
        )
    where = out.resolve()
    for path in (path.resolve() for path in paths):
        if path.is_relative_to(where):
            raise _holds(out, path)
    if earlier_report(out):
        return
    if any(where.is_relative_to(path.resolve()) for path in paths):
        for article in islice(article_files([out]), 1):
            raise _holds(out, article.path)
    for file in islice(files_in(out), 1):
        raise UsageError(
            Phrase(
                zh=f"--out {out} 里已有 {file.relative_to(out)}，会被报告覆盖，而这个文件夹不是以前的报告。"
                "什么也没有写；请用 --out 另给一个空的或新的文件夹",
                en=f"--out {out} holds {file.relative_to(out)}, which the report would overwrite, and is no earlier "
                "report. Nothing was written; name a new or empty folder with --out",
            )
        )


def _holds(out: Path, what: Path) -> UsageError:
    """Return the complaint that articles and report would lie in one folder: the next run would read neither."""
    return UsageError(
        Phrase(
            zh=f"--out {out} 里有要核查的文章（{what}），报告会盖住它们，下次也读不到它们。"
            "什么也没有写；请用 --out 另给一个文件夹，比如 reports/latest",
            en=f"--out {out} holds articles to check ({what}): the report would cover them, and the next run not read "
            "them. Nothing was written; name another folder with --out, such as reports/latest",
        )
    )
