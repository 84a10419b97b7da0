"""``farmcheck facts export`` and ``import``: workbooks, data packages, files saved from knowledge bases."""

from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.console import say, text
from analyzer.cli.folder import By, Facts, owned, today, who
from analyzer.errors import UsageError
from analyzer.language import Phrase


def register(group: typer.Typer) -> None:
    """Add the commands to the group."""
    group.command(
        "export",
        help=text(
            "导出：.xlsx 带下拉选项的工作簿；.json 为 datapackage.json。",
            "Export: .xlsx a workbook with choice lists, .json a datapackage.json.",
        ),
        epilog=text("例：farmcheck facts export 事实表.xlsx", "Example: farmcheck facts export table.xlsx"),
    )(export)
    group.command(
        "import",
        help=text(
            "导入：改过的 .xlsx；Wikidata 查询结果（CSV/JSON，配 --mapping）;ClaimReview JSON。",
            "Import: an edited .xlsx; a Wikidata query result (CSV or JSON, with --mapping); ClaimReview JSON.",
        ),
        epilog=text(
            "例：farmcheck facts import 事实表.xlsx --dry-run",
            "Example: farmcheck facts import query.csv --mapping m.toml",
        ),
    )(import_)


def export(
    target: Annotated[Path, typer.Argument(help=text("目标文件：.xlsx 或 .json", "target: .xlsx or .json"))],
    facts: Facts = None,
) -> None:
    """Write the table in another form; the CSV files stay what they are."""
    from analyzer.facts import find_folder
    from analyzer.facts.columns import FILES
    from analyzer.facts.exchange.datapackage import package_name, package_of
    from analyzer.facts.exchange.workbook import write_workbook
    from analyzer.facts.table import broken, read_folder
    from analyzer.files import replace_bytes

    folder = find_folder(facts)
    read = read_folder(folder)
    if len(read.sheets) < len(FILES):
        raise broken(folder, read.errors)
    match target.suffix.lower():
        case ".xlsx":
            target.parent.mkdir(parents=True, exist_ok=True)
            partial = target.with_name(f".{target.name}.tmp")
            write_workbook(read, partial)
            partial.replace(target)
        case ".json":
            replace_bytes(target, package_of(read, package_name(folder)).encode("utf-8"))
        case other:
            raise UsageError(
                Phrase(f"不会写 {other or target.name}；用 .xlsx 或 .json", f"use .xlsx or .json, not {other}")
            )
    typer.echo(str(target))


def import_(
    source: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help=text("要导入的文件", "the file"))],
    mapping: Annotated[
        Path | None, typer.Option(help=text("哪一列是哪个谓词（TOML）", "which column is which predicate (TOML)"))
    ] = None,
    live: Annotated[
        bool,
        typer.Option(
            "--live", help=text("直接生效，不作草稿（默认先存草稿待核）", "take facts as checked, not as drafts")
        ),
    ] = False,
    theirs: Annotated[
        bool,
        typer.Option("--theirs", help=text("两边都改过的格，以导入的为准", "where both sides changed, take the file")),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=text("只看会怎样，不写", "show only, write nothing"))
    ] = False,
    by: By = "",
    facts: Facts = None,
) -> None:
    """Import a file; exit code 1 if cells clash and were left alone."""
    from analyzer.facts import find_folder

    with nullcontext(find_folder(facts)) if dry_run else owned(facts) as folder:
        if source.suffix.lower() in (".xlsx", ".xlsm"):
            _workbook(folder, source, who(by), theirs=theirs, dry_run=dry_run)
        else:
            _knowledge(folder, source, mapping, who(by), live=live, dry_run=dry_run)


def _workbook(folder: Path, source: Path, by: str, *, theirs: bool, dry_run: bool) -> None:
    from analyzer.facts import store
    from analyzer.facts.exchange.workbook import Merge, merge, read_workbook
    from analyzer.facts.sheet import Sheet
    from analyzer.facts.table import Folder

    rows, base = read_workbook(source)
    merges: list[Merge] = []

    def edit(before: Folder) -> tuple[dict[str, Sheet], tuple[str, ...]]:
        merges.append(merge(before, rows, base, theirs_wins=theirs))
        return dict(merges[-1].sheets), merges[-1].ids

    if dry_run:
        store.preview(folder, edit)
    else:
        store.change(folder, by, "facts import", edit)
    merged = merges[-1]
    for clash in merged.clashes:
        typer.echo(
            text(
                f"冲突 {clash.file} {clash.id} {clash.column}：导出时「{clash.base}」，表里现在「{clash.ours}」，"
                f"工作簿「{clash.theirs}」" + ("，已用工作簿的" if theirs else "，未动"),
                f"clash {clash.file} {clash.id} {clash.column}: exported “{clash.base}”, table “{clash.ours}”, "
                f"workbook “{clash.theirs}”" + (", taken from the workbook" if theirs else ", left alone"),
            )
        )
    for name, key in merged.missing:
        typer.echo(
            text(
                f"工作簿里少了 {name} 的 {key}：没有删除；要停用一条事实，用 farmcheck facts retire",
                f"the workbook lacks {key} of {name}: not deleted; use facts retire",
            )
        )
    say(
        f"{'会改' if dry_run else '改了'} {merged.edited} 格，新增 {merged.added} 行，冲突 {len(merged.clashes)} 格",
        f"{merged.edited} cells changed, {merged.added} rows added, {len(merged.clashes)} clashes"
        + (" (nothing was written)" if dry_run else ""),
    )
    if merged.clashes and not theirs:
        raise typer.Exit(1)


def _knowledge(folder: Path, source: Path, mapping: Path | None, by: str, *, live: bool, dry_run: bool) -> None:
    from analyzer.facts import load_table
    from analyzer.facts.exchange import claimreview, wikidata
    from analyzer.facts.exchange.harvest import take

    if source.suffix.lower() in (".json", ".jsonld", ".jsonl") and mapping is None and claimreview.is_review(source):
        harvest = claimreview.harvest(claimreview.reviews_in(source), load_table(folder))
    elif mapping is None:
        raise UsageError(
            Phrase(
                "要用 --mapping 说明哪一列是哪个谓词（见 docs/facts.md）",
                "say by --mapping which column is which predicate (see docs/facts.md)",
            )
        )
    else:
        harvest = wikidata.harvest(wikidata.read_rows(source), wikidata.read_mapping(mapping), today().isoformat())
    taken, changed = take(folder, harvest, by, live=live, dry=dry_run)
    sheet = changed.after.sheets["facts.csv"]
    for row in sheet.rows:
        if sheet.cell(row, "id") in taken.facts:
            words = (sheet.cell(row, c) for c in ("id", "subject", "predicate", "value", "grade", "note"))
            typer.echo("  ".join(w for w in words if w))
    for left in taken.left:
        say(f"没用上：{left.zh}", f"left out: {left.en}")
    say(
        f"新增 {len(taken.entities)} 个实体、{len(taken.aliases)} 个别名、{len(taken.facts)} 条"
        f"{'事实' if live else '草稿(看过出处后 farmcheck facts accept 编号 就生效)'};"
        f"{taken.known} 条表里已有" + ("；没有写入" if dry_run else ""),
        f"{len(taken.entities)} entities, {len(taken.aliases)} aliases and {len(taken.facts)} "
        f"{'facts' if live else 'drafts'} are new, {taken.known} were known"
        + (" (nothing was written)" if dry_run else ""),
    )
