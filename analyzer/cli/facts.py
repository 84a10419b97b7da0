"""``farmcheck facts``: the fact table as an editor's own tool. Here the commands that only read."""

import json
from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli import facts_exchange, facts_impact, facts_test, facts_write
from analyzer.cli.console import LANGUAGE, say, text
from analyzer.cli.folder import LATEST, Facts, commands_for, folder_of, owned, refuse_unknown, today, who
from analyzer.errors import Problem
from analyzer.language import Phrase

AsJson = Annotated[bool, typer.Option("--json", help=text("输出 JSON，一行一条", "print JSON lines"))]


def register(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(
        no_args_is_help=True, help=text("事实表：添加、检查、查找。", "The fact table: add to it, check it, search it.")
    )
    app.add_typer(group, name="facts")
    group.command(
        help=text("检查事实表，列出每处问题和改法。", "Check the table; list every problem with its fix."),
        epilog=text("例：farmcheck facts validate --facts corpus/facts", "Example: farmcheck facts validate"),
    )(validate)
    group.command(
        "list",
        help=text("列出事实。", "List facts."),
        epilog=text("例：farmcheck facts list --subject 微粒贷", "Example: farmcheck facts list --grade wrong"),
    )(list_facts)
    group.command(
        help=text("按文字查找实体、谓词和事实，错字也行。", "Find entities, predicates and facts, misspelt or not."),
        epilog=text("例：farmcheck facts find 微粒代", "Example: farmcheck facts find webank"),
    )(find)
    group.command(
        help=text("显示一条事实的全部内容和修改历史。", "Show a fact in full, with its history."),
        epilog=text("例：farmcheck facts show F001", "Example: farmcheck facts show F001"),
    )(show)
    group.command(
        help=text("修改记录：谁、何时、改了什么。", "The journal: who changed what, when."),
        epilog=text("例：farmcheck facts log F001", "Example: farmcheck facts log F001"),
    )(log)
    facts_write.register(group)
    facts_test.register(group)
    facts_impact.register(group)
    facts_exchange.register(group)


def validate(
    facts: Facts = None,
    fix: Annotated[bool, typer.Option("--fix", help=text("改掉能安全改的", "mend what is safe to mend"))] = False,
    against: Annotated[
        Path | None,
        typer.Option(
            help=text("再拿这次核查的文章试句式：哪些用不上、哪些太宽", "also try the templates on a report's articles")
        ),
    ] = None,
    by: Annotated[str, typer.Option(help=text("谁在改（记入修改记录）", "who does it"))] = "",
    as_json: AsJson = False,
) -> None:
    """Check the table: exit code 3 with an error, 0 with notes alone."""
    from analyzer.facts import find_folder
    from analyzer.facts.check import notes_of, worst_first
    from analyzer.facts.corpus import template_notes
    from analyzer.facts.fix import mend
    from analyzer.facts.matching import sentences
    from analyzer.facts.table import broken, read_folder
    from analyzer.report.stored import articles_in, templates_in

    facts = folder_of(against, facts) if against else facts
    if fix:
        with owned(facts) as folder:
            mended = mend(folder, who(by))
        say(f"改了 {len(mended)} 格", f"{len(mended)} cells mended")
        for line in mended:
            say(line.zh, line.en)
    folder = find_folder(facts)
    read = read_folder(folder)
    problems = [*read.problems, *notes_of(read, today(), commands_for(LATEST, folder).for_facts)]
    if against is not None:
        bodies = [body for _, body in articles_in(against)]
        problems += template_notes(read, (s for body in bodies for s in sentences(body)), templates_in(against))
    problems = worst_first(problems)
    for problem in problems:
        typer.echo(_as_json(problem) if as_json else problem.line(LANGUAGE))
    if read.table is None:
        raise broken(folder, read.errors, listed=True)
    table = read.table
    say(
        f"✓ {folder}:{len(table.entities)} 个实体、{len(table.predicates)} 个谓词、{len(table.facts)} 条事实，"
        f"没有错误，{len(problems)} 条提示",
        f"✓ {folder}: {len(table.entities)} entities, {len(table.predicates)} predicates, {len(table.facts)} facts, "
        f"no error, {len(problems)} notes",
    )


def _as_json(problem: Problem) -> str:
    row = {
        "file": problem.file,
        "row": problem.row,
        "column": problem.column,
        "letter": problem.letter,
        "cell": problem.cell,
        "severity": problem.severity,
        "what": problem.what.say(LANGUAGE),
        "fix": problem.fix.say(LANGUAGE),
    }
    return json.dumps(row, ensure_ascii=False)


def list_facts(
    facts: Facts = None,
    subject: Annotated[str, typer.Option(help=text("只看这个主语（编号或名称）", "only this subject"))] = "",
    predicate: Annotated[str, typer.Option(help=text("只看这个谓词", "only this predicate"))] = "",
    grade: Annotated[str, typer.Option(help=text("只看这个等级", "only this grade"))] = "",
    drafts: Annotated[
        bool, typer.Option("--drafts", help=text("只看没有出处的", "only those without a source"))
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List facts in file order."""
    from analyzer.facts import find_folder
    from analyzer.facts.find import entity_id, predicate_id
    from analyzer.facts.lines import as_cells, as_line
    from analyzer.facts.table import usable
    from analyzer.model import Grade

    read = usable(find_folder(facts))
    if grade:
        refuse_unknown(grade, list(Grade), Phrase("等级", "grade"))
    wanted_subject = entity_id(read.table, subject) if subject else ""
    wanted_predicate = predicate_id(read.table, predicate) if predicate else ""
    shown = 0
    for fact in read.table.facts:
        if wanted_subject and fact.subject != wanted_subject:
            continue
        if wanted_predicate and fact.predicate != wanted_predicate:
            continue
        if (grade and fact.grade != grade) or (drafts and not fact.draft):
            continue
        shown += 1
        typer.echo(
            json.dumps(as_cells(fact, read), ensure_ascii=False) if as_json else as_line(fact, read.table, LANGUAGE)
        )
    say(f"共 {shown} 条", f"{shown} facts")


def find(
    words: Annotated[str, typer.Argument(help=text("要找的字", "what to look for"))],
    facts: Facts = None,
    limit: Annotated[int, typer.Option(min=1, help=text("每类最多几条", "at most so many of each kind"))] = 10,
) -> None:
    """Find by name, alias, id, label, value, source or note."""
    from analyzer.facts import find_folder
    from analyzer.facts.find import search
    from analyzer.facts.lines import as_line, entity_line, predicate_line
    from analyzer.facts.table import usable

    table = usable(find_folder(facts)).table
    found = search(table, words, limit)
    for entity in found.entities:
        typer.echo(f"entities.csv:{entity.row}  {entity_line(entity, table)}")
    for predicate in found.predicates:
        typer.echo(f"predicates.csv:{predicate.row}  {predicate_line(predicate, LANGUAGE)}")
    for fact in found.facts:
        typer.echo(f"facts.csv:{fact.row}  {as_line(fact, table, LANGUAGE)}")
    if not (found.entities or found.predicates or found.facts):
        near = "、".join(found.near)
        say(
            f"没有找到「{words}」" + (f"。你是不是想找：{near}?" if near else ""),
            f"nothing found for “{words}”" + (f"; did you mean {near}?" if near else ""),
        )
        raise typer.Exit(1)


def show(
    key: Annotated[
        str, typer.Argument(metavar="ID", help=text("事实、实体或谓词的编号", "id of a fact, entity or predicate"))
    ],
    facts: Facts = None,
    as_json: AsJson = False,
) -> None:
    """Show every cell of a row, and its history."""
    from analyzer.facts import find_folder, journal
    from analyzer.facts.columns import FACTS, FILES
    from analyzer.facts.edit import unknown_id
    from analyzer.facts.table import read_folder

    folder = find_folder(facts)
    read = read_folder(folder)
    for name in reversed(FILES):
        sheet = read.sheets.get(name)
        row = next((r for r in sheet.rows if sheet.cell(r, "id") == key), None) if sheet else None
        if sheet is None or row is None:
            continue
        cells = {column: sheet.cell(row, column) for column in sheet.places}
        if as_json:
            typer.echo(json.dumps({"file": name, "row": row.number, **cells}, ensure_ascii=False))
            return
        typer.echo(f"{name}:{row.number}")
        for column, cell in cells.items():
            typer.echo(f"  {column:<13} {cell}")
        for change in journal.changes(folder):
            if key in change.ids:
                typer.echo(f"  {change.when}  {change.who}  {change.what}")
        return
    sheet = read.sheets.get(FACTS)
    raise unknown_id(FACTS, key, [sheet.cell(r, "id") for r in sheet.rows] if sheet else [])


def log(
    key: Annotated[
        str, typer.Argument(metavar="[ID]", help=text("只看这一行的历史", "only the history of this row"))
    ] = "",
    facts: Facts = None,
    limit: Annotated[int, typer.Option(min=1, help=text("最多几条", "at most so many"))] = 50,
) -> None:
    """Print the journal, newest first."""
    from analyzer.facts import find_folder, journal

    folder = find_folder(facts)
    done = [c for c in journal.changes(folder) if not key or key in c.ids]
    if not done:
        say("还没有修改记录", "no change on record")
    for change in list(reversed(done))[:limit]:
        typer.echo(f"{change.number}  {change.when}  {change.who}  {change.what}  {' '.join(change.ids)}")
        for hunk in change.hunks:
            for sign, rows in (("-", hunk.old), ("+", hunk.new)):
                for row in rows:
                    typer.echo(f"    {sign} {row.rstrip()}")
