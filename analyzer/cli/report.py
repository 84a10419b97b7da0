"""``farmcheck report`` and ``letter``: pages and letters from a report's data, nothing checked again."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.console import LANGUAGE, say, text
from analyzer.cli.folder import LATEST, commands_for, decisions_file, table_of
from analyzer.errors import UsageError
from analyzer.language import Phrase

Export = Annotated[
    list[str] | None,
    typer.Option(
        "--export",
        metavar="single-file|xlsx|sarif|claimreview|parquet",
        help=text("另外写出的格式，可以多次", "a further format, may be repeated"),
    ),
]
Since = Annotated[Path | None, typer.Option(help=text("与这份旧报告比较", "compare with an earlier report folder"))]
DecisionsFile = Annotated[Path | None, typer.Option("--decisions", help=text("处理结果文件", "decisions file"))]
AllPages = Annotated[bool, typer.Option("--all-pages", help=text("每篇、每案都写一页", "a page for everything"))]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(
        help=text("用 OUT/data 重写页面和导出文件，不重新核查。", "Write pages and exports again from OUT/data."),
        epilog=text("例：farmcheck report reports/latest --export xlsx", "Example: farmcheck report --export xlsx"),
    )(report)
    app.command(
        help=text("打印一案的更正函，每个站点一封。", "Print a case's letters, one a site."),
        epilog=text("例：farmcheck letter C-7K2MQD", "Example: farmcheck letter C-7K2MQD"),
    )(letter)


def chosen_exports(export: list[str] | None, *, single_file: bool = False, xlsx: bool = False) -> frozenset[str]:
    """Return the names of the exports; raises UsageError for one that does not exist."""
    names = {*(export or ()), *(["single-file"] if single_file else []), *(["xlsx"] if xlsx else [])}
    if not names:
        return frozenset()
    from analyzer.report.formats import EXPORTS

    for name in sorted(names - set(EXPORTS)):
        known = "、".join(EXPORTS)
        raise UsageError(Phrase(zh=f"没有“{name}”这种格式；可用：{known}", en=f"no export {name}; known: {known}"))
    return frozenset(names)


def refuse_same_folder(out: Path, since: Path | None) -> None:
    """Raise UsageError where a report is to be compared with the folder that it is written to."""
    if since is not None and since.resolve() == out.resolve():
        raise UsageError(
            Phrase(
                zh=f"--since {since} 就是这次要写的报告文件夹，旧报告会被覆盖：先把旧的改名，或用 --out 写到别处",
                en=f"--since {since} is the folder being written: rename the old report or choose another --out",
            )
        )


def report(
    out: Annotated[Path, typer.Argument(help=text("报告文件夹", "report folder"))] = LATEST,
    facts: Annotated[Path | None, typer.Option(help=text("事实表文件夹", "fact folder"))] = None,
    decisions: DecisionsFile = None,
    since: Since = None,
    export: Export = None,
    all_pages: AllPages = False,
    config: Annotated[Path | None, typer.Option(help=text("设置文件", "settings file"))] = None,
) -> None:
    """Write every page and the chosen exports again."""
    from analyzer.report import write_pages
    from analyzer.report.reload import reload_run
    from analyzer.settings import load_settings

    refuse_same_folder(out, since)
    folder, table = table_of(out, facts)
    run = reload_run(out, table)
    settings = replace(load_settings(config), language=LANGUAGE, all_pages=all_pages, exports=chosen_exports(export))
    settings = replace(settings, decisions=decisions_file(decisions or settings.decisions, folder), since=since)
    write_pages(run, out, settings, commands_for(out, folder, settings.decisions))
    typer.echo(text(f"报告 {out / 'index.html'}", f"report {out / 'index.html'}"))


def letter(
    case: Annotated[str, typer.Argument(help=text("案号", "case"))],
    out: Annotated[Path, typer.Option("--report", help=text("报告文件夹", "report folder"))] = LATEST,
    site: Annotated[str | None, typer.Option(help=text("只要这个站点的", "this site's only"))] = None,
    facts: Annotated[Path | None, typer.Option(help=text("事实表文件夹", "fact folder"))] = None,
    config: Annotated[Path | None, typer.Option(help=text("设置文件（letter_template）", "settings file"))] = None,
) -> None:
    """Print the letters of a case."""
    from analyzer.report import open_book
    from analyzer.report.letter import letters
    from analyzer.report.reload import reload_run
    from analyzer.settings import load_settings

    book = open_book(reload_run(out, table_of(out, facts)[1]), replace(load_settings(config), language=LANGUAGE))
    found = next((c for c in book.cases if case.upper() in (c.id, c.id[2:])), None)
    if found is None:
        raise UsageError(Phrase(zh=f"报告里没有 {case} 这一案", en=f"the report has no case {case}"))
    written = [x for x in letters(book, found) if site is None or x.site == site]
    if not written:
        say(book.words("case.no_letter"), book.words("case.no_letter"))
        raise typer.Exit(2)
    typer.echo("\n———\n\n".join(x.text for x in written), nl=False)
