"""``farmcheck diff``: two reports of the same articles, what is new, gone, still there or judged otherwise."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.console import LANGUAGE, text


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        help=text(
            "比较两份报告：哪些说法是新增的、已消失的、仍在的、因事实表而变的。",
            "Compare two reports: claims that are new, gone, still there, or judged otherwise.",
        ),
        epilog=text(
            "例：farmcheck diff reports/2026-11-01 reports/latest --page",
            "Example: farmcheck diff reports/2026-11-01 reports/latest --page",
        ),
    )(diff)


def diff(
    before: Annotated[Path, typer.Argument(metavar="RUN_A", help=text("旧报告文件夹", "the earlier report folder"))],
    after: Annotated[Path, typer.Argument(metavar="RUN_B", help=text("新报告文件夹", "the later report folder"))],
    facts: Annotated[Path | None, typer.Option(help=text("事实表文件夹", "fact folder"))] = None,
    as_json: Annotated[bool, typer.Option("--json", help=text("每行一个 JSON 对象", "one JSON object a line"))] = False,
    page: Annotated[
        bool, typer.Option("--page", help=text("在新报告里写 compare.html", "write compare.html into the later report"))
    ] = False,
) -> None:
    """Print what became of each finding."""
    from analyzer.cli.folder import commands_for, decisions_file, table_of
    from analyzer.cli.report import refuse_same_folder
    from analyzer.report import open_book
    from analyzer.report.compare import Change
    from analyzer.report.formats.compare_page import write_compare_page
    from analyzer.report.reload import reload_run
    from analyzer.settings import load_settings
    from analyzer.stamp import leave_again

    refuse_same_folder(after, before)
    settings = replace(load_settings(None), language=LANGUAGE, since=before)
    folder, table = table_of(after, facts)
    settings = replace(settings, decisions=decisions_file(settings.decisions, folder))
    commands = commands_for(after, folder, settings.decisions)
    book = open_book(reload_run(after, table), settings, commands=commands)
    for found in book.compared:
        if as_json:
            typer.echo(json.dumps(asdict(found), ensure_ascii=False))
            continue
        verdicts = " → ".join(dict.fromkeys(book.words(f"mark.{v}") for v in (found.before, found.after) if v))
        what = f"{book.entity(found.subject_id)} — {book.predicate(found.predicate)} — {found.written}"
        typer.echo(f"{book.words(f'change.{found.change}')}  {verdicts}  {what}  {found.article}")
    if not as_json:
        counts = [(change, sum(c.change is change for c in book.compared)) for change in Change]
        told = text("，", ", ").join(f"{book.words(f'change.{change}')} {n}" for change, n in counts if n)
        typer.echo(told or text("两次都没有发现", "no finding in either report"), err=True)
    if page:
        with leave_again(after):
            write_compare_page(book, after)
        typer.echo(text(f"对照页 {after / 'compare.html'}", f"page {after / 'compare.html'}"), err=True)
