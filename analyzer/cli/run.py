"""``farmcheck run``: the main job."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli.console import LANGUAGE, text
from analyzer.cli.progress import progress_shown, refuse_missing
from analyzer.errors import InputError, UsageError
from analyzer.language import Phrase

if TYPE_CHECKING:
    from analyzer.model import Run


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        help=text("核查文章,写出报告。", "Check articles and write the report."),
        epilog=text(
            "例:farmcheck run corpus/articles --out reports/latest\n\n退出码:0 完成 · 1 有达到 --fail-on 的发现 · "
            "2 用法不对 · 3 事实表有错,或一篇文章也读不了",
            "Example: farmcheck run corpus/articles --out reports/latest\n\nExit codes: 0 finished · 1 a finding at or "
            "above --fail-on · 2 wrong usage · 3 broken fact table, or no article could be read",
        ),
    )(run)


def run(
    paths: Annotated[list[Path], typer.Argument(help=text("文章文件或文件夹,可以多个", "article files or folders"))],
    facts: Annotated[
        Path | None, typer.Option(help=text("事实表文件夹(默认 corpus/facts,没有就用自带的表)", "fact folder"))
    ] = None,
    out: Annotated[Path, typer.Option(help=text("报告文件夹", "report folder"))] = Path("reports/latest"),
    config: Annotated[
        Path | None, typer.Option(help=text("设置文件(默认当前文件夹的 farmcheck.toml)", "settings file"))
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help=text("同时用几个进程(默认 1)", "worker processes (default 1)"))
    ] = None,
    engine: Annotated[
        str | None, typer.Option(metavar="local|ray", help=text("在本机,还是在 Ray 集群上", "this machine or Ray"))
    ] = None,
    cache: Annotated[
        bool,
        typer.Option(
            help=text(
                "沿用上次算过的结果(放在报告文件夹旁的 .farmcheck-cache)", "reuse earlier results (in .farmcheck-cache)"
            )
        ),
    ] = True,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="high|medium|low",
            help=text(
                "有达到这一严重度、尚未处理的发现时,退出码为 1", "exit with 1 if an open finding is at least this grave"
            ),
        ),
    ] = None,
) -> None:
    """Check articles and write the report."""
    from dataclasses import replace

    from analyzer.cli.summary import summary
    from analyzer.facts import find_folder, load_table
    from analyzer.report import write_report
    from analyzer.report.cases import Severity, at_least
    from analyzer.run import check
    from analyzer.settings import load_settings

    refuse_missing(paths)
    if out.exists() and not out.is_dir():
        raise UsageError(
            Phrase(zh=f"--out {out} 是一个文件:请给一个文件夹的名字", en=f"--out {out} is a file: name a folder")
        )
    if fail_on is not None and fail_on not in tuple(Severity):
        raise UsageError(
            Phrase(zh=f"--fail-on 只能是 high、medium 或 low,不是 {fail_on}", en=f"--fail-on: no level {fail_on}")
        )
    settings = replace(load_settings(config), language=LANGUAGE)
    settings = replace(settings, workers=workers or settings.workers, engine=engine or settings.engine)
    if settings.engine not in ("local", "ray"):
        raise UsageError(
            Phrase(
                zh=f"--engine 只能是 local 或 ray,不是 {settings.engine}",
                en=f"no engine {settings.engine}: local or ray",
            )
        )
    if cache and settings.cache is None:
        settings = replace(settings, cache=out.parent / ".farmcheck-cache")
    elif not cache:
        settings = replace(settings, cache=None)
    table = load_table(find_folder(facts))
    with progress_shown() as progress:
        result = check(paths, table, settings, progress)
    _refuse_if_nothing_was_read(result, paths)
    book = write_report(result, out, settings)
    for line in summary(book, out):
        typer.echo(line)
    if fail_on and any(case.open and at_least(case.severity, Severity(fail_on)) for case in book.cases):
        raise typer.Exit(1)


def _refuse_if_nothing_was_read(result: "Run", paths: list[Path]) -> None:
    """Raise InputError where the input holds no article, or none that could be read."""
    where = "、".join(str(p) for p in paths)
    if not result.checked:
        raise InputError(
            Phrase(
                zh=f"{where} 里没有文章。可以读的文件:.html .htm .xhtml .txt .md .jsonl .warc .warc.gz .zip .mhtml",
                en=f"no articles in {where}; readable: .html .htm .xhtml .txt .md .jsonl .warc .warc.gz .zip .mhtml",
            )
        )
    failed = [c.article for c in result.checked if c.article.status == "failed"]
    if len(failed) == len(result.checked):
        first = failed[0]
        zh, en = (first.reason.zh, first.reason.en) if first.reason else ("", "")
        raise InputError(
            Phrase(
                zh=f"{len(failed)} 篇文章一篇也读不了。第一篇 {first.id}:{zh}",
                en=f"none of {len(failed)} articles could be read. The first, {first.id}: {en}",
            )
        )
