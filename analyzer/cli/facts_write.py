"""``farmcheck facts``: the commands that change the table."""

from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.ask import asked, meant, on_terminal
from analyzer.cli.console import LANGUAGE, say, text
from analyzer.cli.facts_impact import print_impact, say_touched
from analyzer.cli.folder import LATEST, By, Facts, owned, today, who
from analyzer.errors import UsageError
from analyzer.language import Phrase
from analyzer.report.commands import quoted

Dry = Annotated[
    bool,
    typer.Option(
        "--dry-run", help=text("不保存，只看上次核查的结论会怎么变", "save nothing, show which verdicts change")
    ),
]
Against = Annotated[Path, typer.Option(help=text("上次核查的报告（配合 --dry-run）", "last report (for --dry-run)"))]


def register(group: typer.Typer) -> None:
    """Add the commands to the group."""
    group.command(
        help=text("新建一个空的事实表。", "Make an empty fact table."),
        epilog=text("例：farmcheck facts init my-facts", "Example: farmcheck facts init my-facts"),
    )(init)
    group.command(
        help=text("添加一条事实；缺的项在终端里会问。", "Add a fact; on a terminal it asks for what is missing."),
        epilog=text(
            "例：farmcheck facts add 微粒贷 归属/运营方 美团 --grade wrong --source https://example.org/a --title 年报",
            "Example: farmcheck facts add weilidai operator meituan --grade wrong --source https://example.org/a",
        ),
    )(add)
    group.command(
        help=text("修改一条事实的某几格。", "Change cells of a fact."),
        epilog=text(
            "例：farmcheck facts edit F001 --value 20万 --checked", "Example: farmcheck facts edit F001 --to 2024"
        ),
    )(edit)
    group.command(
        help=text("让一条事实退役：给截止日期，或改成有争议；从不删除。", "Retire a fact: end it or mark it disputed."),
        epilog=text("例：farmcheck facts retire F001 --to 2024-06", "Example: farmcheck facts retire F001 --mistaken"),
    )(retire)
    group.command(
        help=text("采纳导入的草稿：看过出处之后。", "Accept an imported draft after looking at its source."),
        epilog=text("例：farmcheck facts accept F0012 --by 小王", "Example: farmcheck facts accept F0012 --by amy"),
    )(accept)
    group.command(
        help=text("撤销最近一次修改。", "Take back the last change."),
        epilog=text("例：farmcheck facts undo", "Example: farmcheck facts undo"),
    )(undo)


def init(
    folder: Annotated[Path, typer.Argument(help=text("新文件夹", "the new folder"))],
    starter: Annotated[
        bool, typer.Option("--starter", help=text("从自带的表开始", "begin with the shipped table"))
    ] = False,
) -> None:
    """Make a fact folder; files that are there stay."""
    from analyzer.facts.edit import copy_folder, new_folder
    from analyzer.facts.folder import starter as shipped

    made = copy_folder(shipped(), folder) if starter else new_folder(folder)
    for name in made:
        typer.echo(str(folder / name))
    if not made:
        say(f"{folder} 里三个文件都已经有了，没有改动", f"{folder} holds all three files already; nothing was changed")
    if starter:
        name = quoted(str(folder))
        say(f"下一步：farmcheck facts list --facts {name}", f"next: farmcheck facts list --facts {name}")
    else:
        say(
            f"下一步：farmcheck entities add 名称 类型 --facts {quoted(str(folder))}",
            f"next: farmcheck entities add NAME TYPE --facts {quoted(str(folder))}",
        )


def add(
    subject: Annotated[str | None, typer.Argument(help=text("主语：编号或名称", "subject: id or name"))] = None,
    predicate: Annotated[str | None, typer.Argument(help=text("谓词：编号或名称", "predicate: id or label"))] = None,
    value: Annotated[str | None, typer.Argument(help=text("值", "value"))] = None,
    source: Annotated[str, typer.Option(help=text("出处网址", "address of the source"))] = "",
    title: Annotated[str, typer.Option(help=text("出处标题", "title of the source"))] = "",
    grade: Annotated[str, typer.Option(help="exact · accepted · wrong · disputed")] = "",
    valid_from: Annotated[str, typer.Option("--from", help=text("何时起有效", "valid from"))] = "",
    valid_to: Annotated[str, typer.Option("--to", help=text("何时止有效", "valid to"))] = "",
    by: By = "",
    on: Annotated[str, typer.Option(help=text("核对日期（默认今天）", "date of the check (default: today)"))] = "",
    note: Annotated[str, typer.Option(help=text("备注", "note"))] = "",
    key: Annotated[str, typer.Option("--id", help=text("编号（默认接着编）", "id (default: the next one)"))] = "",
    dry_run: Dry = False,
    against: Against = LATEST,
    draft: Annotated[bool, typer.Option("--draft", help=text("暂无出处，先存草稿", "no source yet: a draft"))] = False,
    facts: Facts = None,
) -> None:
    """Append a row to facts.csv."""
    from analyzer.facts import find_folder
    from analyzer.facts.check import notes_of
    from analyzer.facts.edit import add_fact, adding
    from analyzer.facts.lines import as_line
    from analyzer.facts.store import preview

    values = {
        "id": key,
        **_statement(find_folder(facts), subject, predicate, value),
        "grade": "" if grade == "exact" else grade,
        "valid_from": valid_from,
        "valid_to": valid_to,
        "source_url": source,
        "source_title": title,
        "checked_on": on or today().isoformat(),
        "checked_by": by,
        "note": note,
    }
    if not (source or title or draft):
        values["source_url"] = asked(
            None, "出处（--source 网址；暂时没有就加 --draft）", "source (--source URL, or --draft)"
        )
    if dry_run:
        print_impact(against, *preview(find_folder(facts), adding(values)))
        return
    with owned(facts) as folder:
        after = add_fact(folder, values, who(by))
    table = after.after.table
    if table is None:
        return
    fact = next(f for f in table.facts if f.id == after.ids[0])
    typer.echo(f"{folder / 'facts.csv'}:{fact.row}  {as_line(fact, table, LANGUAGE)}")
    for problem in notes_of(after.after):
        if problem.file == "facts.csv" and problem.row == fact.row:
            typer.echo(f"  {problem.line(LANGUAGE)}", err=True)
    if after.before.table is not None:
        say_touched(against, folder, after.before.table, table, (fact.subject, fact.predicate))


def _statement(folder: Path, subject: str | None, predicate: str | None, value: str | None) -> dict[str, str]:
    """Return subject, predicate and value; on a terminal ask for what is missing and for what was mistyped."""
    from analyzer.facts.names import Names
    from analyzer.facts.table import load_table

    if not on_terminal():
        words = (asked(subject, "主语", "subject"), asked(predicate, "谓词", "predicate"), asked(value, "值", "value"))
        return dict(zip(("subject", "predicate", "value"), words, strict=True))
    table = load_table(folder)
    names = Names.of(table.entities, table.predicates)
    known = [*names.of_entities, *names.entities]
    subject = meant(asked(subject, "主语", "subject"), names.entity, known)
    if not predicate:
        kinds = {table.entities[e].type for e in names.entity(subject)}
        for one in table.predicates.values():
            if kinds & set(one.subject_types):
                say(f"  {one.label}({one.id})", f"  {one.label} ({one.id})")
    predicate = meant(asked(predicate, "谓词", "predicate"), names.predicate, [*names.of_predicates, *names.predicates])
    value = asked(value, "值", "value")
    found = names.predicate(predicate)
    if len(found) == 1 and table.predicates[found[0]].value_types[0] not in ("number", "date", "boolean", "text"):
        value = meant(value, names.entity, known)
    return {"subject": subject, "predicate": predicate, "value": value}


def edit(
    key: Annotated[str, typer.Argument(metavar="ID", help=text("事实的编号", "id of the fact"))],
    subject: Annotated[str | None, typer.Option(help=text("主语", "subject"))] = None,
    predicate: Annotated[str | None, typer.Option(help=text("谓词", "predicate"))] = None,
    value: Annotated[str | None, typer.Option(help=text("值", "value"))] = None,
    grade: Annotated[str | None, typer.Option(help="exact · accepted · wrong · disputed")] = None,
    valid_from: Annotated[str | None, typer.Option("--from", help=text("何时起有效", "valid from"))] = None,
    valid_to: Annotated[str | None, typer.Option("--to", help=text("何时止有效", "valid to"))] = None,
    source: Annotated[str | None, typer.Option(help=text("出处网址", "address of the source"))] = None,
    title: Annotated[str | None, typer.Option(help=text("出处标题", "title of the source"))] = None,
    note: Annotated[str | None, typer.Option(help=text("备注", "note"))] = None,
    checked: Annotated[bool, typer.Option("--checked", help=text("今天核对过", "checked today"))] = False,
    by: By = "",
    dry_run: Dry = False,
    against: Against = LATEST,
    facts: Facts = None,
) -> None:
    """Change cells of a fact; an empty text ("") empties the cell."""
    values = {
        column: given
        for column, given in (
            ("subject", subject),
            ("predicate", predicate),
            ("value", value),
            ("grade", grade),
            ("valid_from", valid_from),
            ("valid_to", valid_to),
            ("source_url", source),
            ("source_title", title),
            ("note", note),
            ("checked_on", today().isoformat() if checked else None),
            ("checked_by", by or None),
        )
        if given is not None
    }
    if not values:
        raise UsageError(
            Phrase("没说要改什么，例如 --value 或 --checked", "nothing to change: give --value or --checked")
        )
    _set(facts, key, values, by, "facts edit", against if dry_run else None)


def retire(
    key: Annotated[str, typer.Argument(metavar="ID", help=text("事实的编号", "id of the fact"))],
    valid_to: Annotated[
        str, typer.Option("--to", help=text("到何时为止（默认今天）", "until when (default: today)"))
    ] = "",
    mistaken: Annotated[
        bool,
        typer.Option("--mistaken", help=text("这条本来就记错了：改成 disputed", "it was never true: mark disputed")),
    ] = False,
    note: Annotated[str | None, typer.Option(help=text("为什么", "why"))] = None,
    by: By = "",
    dry_run: Dry = False,
    against: Against = LATEST,
    facts: Facts = None,
) -> None:
    """End a fact's validity, or mark it disputed; rows are never deleted."""
    values = {"grade": "disputed"} if mistaken else {"valid_to": valid_to or today().isoformat()}
    _set(facts, key, values | ({"note": note} if note else {}), by, "facts retire", against if dry_run else None)


def _set(facts: Path | None, key: str, values: dict[str, str], by: str, what: str, against: Path | None) -> None:
    from analyzer.facts import find_folder
    from analyzer.facts.edit import set_cells, setting
    from analyzer.facts.lines import as_line
    from analyzer.facts.store import preview

    if against is not None:
        print_impact(against, *preview(find_folder(facts), setting("facts.csv", key, values)))
        return
    with owned(facts) as folder:
        after = set_cells(folder, "facts.csv", key, values, who(by), what).after
    if after.table is not None:
        fact = next(f for f in after.table.facts if f.id == key)
        typer.echo(f"{folder / 'facts.csv'}:{fact.row}  {as_line(fact, after.table, LANGUAGE)}")


def accept(
    keys: Annotated[list[str], typer.Argument(metavar="ID...", help=text("草稿的编号", "ids of drafts"))],
    by: By = "",
    facts: Facts = None,
) -> None:
    """Move the source of each draft from the note to its columns, checked today."""
    from analyzer.facts import store
    from analyzer.facts.edit import accepting

    with owned(facts) as folder:
        for key in keys:
            store.change(folder, who(by), "facts accept", accepting(key, today().isoformat(), by))
            typer.echo(key)


def undo(facts: Facts = None, by: By = "") -> None:
    """Take back the last change that still stands; the undo itself goes into the journal."""
    from analyzer.facts import find_folder, store

    change = store.undo(find_folder(facts), who(by))
    say(
        f"撤销了第 {change.number} 次修改（{change.what} {' '.join(change.ids)},{change.who},{change.when}）",
        f"took back change {change.number} ({change.what} {' '.join(change.ids)}, {change.who}, {change.when})",
    )
