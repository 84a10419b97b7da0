"""``farmcheck run``: the main job."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli.console import LANGUAGE, say, text
from analyzer.cli.folder import commands_for, decisions_file
from analyzer.cli.place import refuse_place
from analyzer.cli.progress import progress_shown, refuse_missing
from analyzer.cli.refused import refuse_unwritable
from analyzer.cli.report import AllPages, DecisionsFile, Export, Since, chosen_exports, refuse_same_folder
from analyzer.cli.stopped import told_what_is_left
from analyzer.errors import InputError, UsageError
from analyzer.language import Phrase

if TYPE_CHECKING:
    from analyzer.model import Run
    from analyzer.report import Commands
    from analyzer.settings import Settings
    from analyzer.stamp import Stamp


LEVELS = ("high", "medium", "low")
ENGINES = ("local", "ray")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        help=text("核查文章，写出报告。", "Check articles and write the report."),
        epilog=text(
            "例：farmcheck run corpus/articles --out reports/latest\n\n退出码：0 完成 · 1 有达到 --fail-on 的发现 · "
            "2 用法不对 · 3 事实表有错，或一篇文章也读不了",
            "Example: farmcheck run corpus/articles --out reports/latest\n\nExit codes: 0 finished · 1 a finding at or "
            "above --fail-on · 2 wrong usage · 3 broken fact table, or no article could be read",
        ),
    )(run)


def run(
    paths: Annotated[list[Path], typer.Argument(help=text("文章文件或文件夹，可以多个", "article files or folders"))],
    facts: Annotated[
        Path | None, typer.Option(help=text("事实表文件夹（默认 corpus/facts，没有就用自带的表）", "fact folder"))
    ] = None,
    out: Annotated[Path, typer.Option(help=text("报告文件夹", "report folder"))] = Path("reports/latest"),
    config: Annotated[
        Path | None, typer.Option(help=text("设置文件（默认当前文件夹的 farmcheck.toml）", "settings file"))
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help=text("同时用几个进程（默认 1）", "worker processes (default 1)"))
    ] = None,
    engine: Annotated[
        str | None, typer.Option(metavar="local|ray", help=text("在本机，还是在 Ray 集群上", "this machine or Ray"))
    ] = None,
    cache: Annotated[
        bool,
        typer.Option(
            help=text(
                "沿用上次算过的结果（放在报告文件夹旁的 .farmcheck-cache）", "reuse results (in .farmcheck-cache)"
            )
        ),
    ] = True,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="high|medium|low",
            help=text("有达到这一严重度、尚未处理的发现时，退出码为 1", "exit with 1 if an open finding is this grave"),
        ),
    ] = None,
    decisions: DecisionsFile = None,
    since: Since = None,
    single_file: Annotated[
        bool, typer.Option("--single-file", help=text("另写一个可邮寄的 single.html", "also write single.html"))
    ] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help=text("另写 findings.xlsx", "also write findings.xlsx"))] = False,
    export: Export = None,
    all_pages: AllPages = False,
) -> None:
    """Check articles and write the report."""
    from dataclasses import replace

    from analyzer.cli.summary import passed_over
    from analyzer.facts.folder import find_folder
    from analyzer.read import left_out
    from analyzer.stamp import run_key, standing

    _refuse_wrong_options(paths, fail_on, engine)
    refuse_place(paths, out)
    settings = _settings(config, out, workers, engine, cache)
    settings = replace(
        settings,
        decisions=decisions_file(decisions or settings.decisions, facts),
        since=since or settings.since,
        exports=settings.exports | chosen_exports(export, single_file=single_file, xlsx=xlsx),
        all_pages=all_pages or settings.all_pages,
    )
    refuse_same_folder(out, settings.since)
    folder = find_folder(facts)
    commands = commands_for(out, folder, settings.decisions)
    with told_what_is_left(settings.cache):
        key = run_key(paths, folder, settings, (paths, folder, out, commands))
        found = standing(out, key) if settings.cache else None
        stamp = found or _check(paths, folder, out, settings, key, commands)
    if found:
        say("文章、事实表和设置都没有变，上次的报告仍然有效。", "Nothing has changed: the last report still stands.")
    # Asked anew: what is not read is no part of what the report was made from.
    for line in (*stamp.lines[:1], *passed_over(left_out(paths)), *stamp.lines[1:]):
        typer.echo(line)
    if fail_on and stamp.gravest in LEVELS[: LEVELS.index(fail_on) + 1]:
        raise typer.Exit(1)


def _check(paths: list[Path], folder: Path, out: Path, settings: "Settings", key: str, commands: "Commands") -> "Stamp":
    """Run everything, write the report and stamp it."""
    from analyzer.cli.summary import summary
    from analyzer.facts import load_table
    from analyzer.report import Seen, write_report
    from analyzer.run import check
    from analyzer.stamp import begin, leave

    refuse_unwritable(out)
    notices: list[str] = []
    table = load_table(folder, lambda problem: notices.append(problem.line(LANGUAGE)))
    seen = Seen()
    with progress_shown() as progress:
        result = check(paths, table, settings, progress, seen.add)
    _refuse_if_nothing_was_read(result, paths)
    begin(out)
    book = write_report(result, out, settings, seen, commands)
    found = {case.severity.value for case in book.cases if case.open}
    gravest = next((level for level in LEVELS if level in found), "")
    lines = [*notices, *summary(book, out, folder, paths)]
    return leave(out, key, lines, gravest, folder)


def _settings(config: Path | None, out: Path, workers: int | None, engine: str | None, cache: bool) -> "Settings":
    """Return the settings: the command line before the file before the defaults."""
    from dataclasses import replace

    from analyzer.settings import load_settings

    settings = load_settings(config)
    kept = (settings.cache or out.parent / ".farmcheck-cache") if cache else None
    return replace(
        settings, language=LANGUAGE, workers=workers or settings.workers, engine=engine or settings.engine, cache=kept
    )


def _refuse_wrong_options(paths: list[Path], fail_on: str | None, engine: str | None) -> None:
    """Raise UsageError for what can be seen to be wrong before anything is read."""
    refuse_missing(paths)
    if fail_on is not None and fail_on not in LEVELS:
        raise UsageError(
            Phrase(zh=f"--fail-on 只能是 high、medium 或 low，不是 {fail_on}", en=f"--fail-on: no level {fail_on}")
        )
    if engine is not None and engine not in ENGINES:
        raise UsageError(Phrase(zh=f"--engine 只能是 local 或 ray，不是 {engine}", en=f"--engine: no engine {engine}"))


def _refuse_if_nothing_was_read(result: "Run", paths: list[Path]) -> None:
    """Raise InputError where the input holds no article, or none that could be read."""
    if not result.checked:
        raise InputError(_nothing(paths))
    if all(c.article.status == "failed" for c in result.checked):
        failed, first = len(result.checked), result.checked[0].article
        zh, en = (first.reason.zh, first.reason.en) if first.reason else ("", "")
        raise InputError(
            Phrase(
                zh=f"{failed} 篇文章一篇也读不了。第一篇 {first.id}:{zh}",
                en=f"none of {failed} articles could be read. The first, {first.id}: {en}",
            )
        )


def _nothing(paths: list[Path]) -> Phrase:
    """Return the message that there is no article, with what lies there instead."""
    from analyzer.cli.summary import passed_over_phrases
    from analyzer.read import left_out

    where = "、".join(map(str, paths))
    told = passed_over_phrases(left_out(paths))
    return Phrase(
        zh=f"{where} 里没有文章。可以读的文件：.html .htm .xhtml .txt .md .jsonl .warc .warc.gz .zip .mhtml"
        + "".join(f"\n  {line.zh}" for line in told),
        en=f"no articles in {where}; readable: .html .htm .xhtml .txt .md .jsonl .warc .warc.gz .zip .mhtml"
        + "".join(f"\n  {line.en}" for line in told),
    )
