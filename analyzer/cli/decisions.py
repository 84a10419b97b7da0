"""``farmcheck decisions``: what editors decided, from the command line or taken over from a page."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli.console import LANGUAGE, say, text
from analyzer.cli.folder import LATEST, decisions_file, folder_of, table_of
from analyzer.errors import UsageError
from analyzer.language import Phrase

if TYPE_CHECKING:
    from analyzer.decisions import Decision
    from analyzer.model import FactTable
    from analyzer.report import Book

File = Annotated[
    Path | None,
    typer.Option(
        "--decisions", help=text("处理结果文件（默认在事实表文件夹旁）", "decisions file (beside the fact folder)")
    ),
]
Facts = Annotated[Path | None, typer.Option(help=text("事实表文件夹", "fact folder"))]
Report = Annotated[Path, typer.Option(help=text("报告文件夹", "report folder"))]
Today = Annotated[str | None, typer.Option(help=text("今天的日期（默认系统日期）", "today's date"))]


def register(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(
        no_args_is_help=True, help=text("处理结果：查看、添加、导入。", "Decisions: list, add, import, prune.")
    )
    app.add_typer(group, name="decisions")
    for name, function, zh, en, example in (
        ("list", list_, "列出现在有效的处理结果。", "List the decisions that hold now.", "farmcheck decisions list"),
        ("add", add, "处理一案：accept、false_alarm、later、fixed 或 withdrawn。", "Decide a case.",
         "farmcheck decisions add C-7K2MQD false_alarm --reason 反问句 --by 张三"),
        ("import", import_, "把页面导出的 decisions.jsonl 并入。", "Take over a file exported from a page.",
         "farmcheck decisions import ~/Downloads/decisions.jsonl"),
        ("export", export, "打印全部记录。", "Print the whole file.", "farmcheck decisions export > mine.jsonl"),
        ("prune", prune, "撤销已到期的处理结果（只追加，不删除）。", "Withdraw what has expired (by appending).",
         "farmcheck decisions prune"),
    ):  # fmt: skip
        group.command(name, help=text(zh, en), epilog=text(f"例：{example}", f"Example: {example}"))(function)


def list_(
    decisions: File = None,
    facts: Facts = None,
    today: Today = None,
    as_json: Annotated[bool, typer.Option("--json", help=text("输出 JSON", "print JSON"))] = False,
) -> None:
    """Print the decisions that hold, one a line, those that have expired marked."""
    from analyzer.decisions import Decided, load
    from analyzer.decisions.ledger import line

    path = decisions_file(decisions, facts)
    ledger = load(path)
    for broken in ledger.broken:
        say(f"{path}:{broken.line}  读不懂，已忽略：{broken.why}", f"{path}:{broken.line}  ignored: {broken.why}")
    day = _day(today)
    held = 0
    for group in ledger.by_case.values():
        latest: dict[tuple[str, str], Decision] = {(d.scope.value, d.key): d for d in group}
        for d in latest.values():
            if d.decision is Decided.WITHDRAWN:
                continue
            held += 1
            if as_json:
                typer.echo(line(d), nl=False)
                continue
            expired = text("  已到期", "  expired") if d.expires and d.expires < day else ""
            typer.echo(
                f"C-{d.fp[:6].upper()}  {d.decision.value}  {d.scope.value}  {d.at}  {d.by}  {d.stage}  {d.reason}"
                f"{expired}".rstrip()
            )
    if not held:
        say(f"{path} 里还没有处理结果", f"no decisions in {path} yet")


def add(
    case: Annotated[str, typer.Argument(help=text("案号，如 C-7K2MQD", "case, as C-7K2MQD"))],
    decision: Annotated[str, typer.Argument(help="accept | false_alarm | later | fixed | keep | withdrawn")],
    reason: Annotated[str, typer.Option(help=text("理由", "why"))] = "",
    by: Annotated[str, typer.Option(help=text("署名", "your name"))] = "",
    stage: Annotated[str, typer.Option(help="初审 | 复审 | 终审")] = "",
    expires: Annotated[str, typer.Option(help=text("到期日（ISO）", "until (ISO date)"))] = "",
    whole: Annotated[
        bool, typer.Option("--whole-case", help=text("误报也对整案有效", "let a false alarm hold for the whole case"))
    ] = False,
    report: Report = LATEST,
    decisions: File = None,
    facts: Facts = None,
    today: Today = None,
) -> None:
    """Append a decision on a case of a report."""
    from analyzer.decisions import Decided, Decision, append
    from analyzer.report.deciding import lines_for

    if decision not in tuple(Decided):
        raise UsageError(Phrase(zh=f"没有“{decision}”这种处理；可用：{' '.join(Decided)}", en=f"no {decision}"))
    day = _day(today)
    _refuse_over(expires, day)
    folder, table = table_of(report, facts)
    path = decisions_file(decisions, folder)
    book = _book(report, table, path)
    found = next((c for c in book.cases if case.upper() in (c.id, c.id[2:])), None)
    if found is None:
        raise UsageError(_unknown_case(case, book))
    wanted = Decision(
        fp=found.fp, decision=Decided(decision), reason=reason, by=by, stage=stage, at=day, expires=expires
    )
    lines = lines_for(found, wanted, whole=whole)
    append(path, lines)
    say(f"已记入 {path}（{len(lines)} 行）", f"written to {path} ({len(lines)} lines)")


def import_(
    file: Annotated[Path, typer.Argument(help=text("页面导出的文件", "exported file"))],
    report: Report = LATEST,
    decisions: File = None,
    facts: Facts = None,
) -> None:
    """Append the decisions of a file that are not there yet; lines that make no sense are named and left out.

    A page does not hold all wordings and sites of a case: they are taken from its report, where that is there.
    """
    from analyzer.decisions import Scope, append, load, sentence_print

    if not file.is_file():
        raise UsageError(Phrase(zh=f"没有这个文件：{file}", en=f"no such file: {file}"))
    taken, reported = load(file), (report / "data" / "run.json").is_file()
    if taken.broken and not taken.decisions:
        first = taken.broken[0]
        raise UsageError(
            Phrase(
                f"{file} 里一条处理结果也没有：第 {first.line} 行读不懂（{first.why}）。要的是页面上“导出”存下的 "
                "decisions.jsonl",
                f"{file} holds no decision: line {first.line} makes no sense ({first.why}). It should be the "
                "decisions.jsonl that a page exported",
            )
        )
    folder = folder_of(report, facts)
    path = decisions_file(decisions, folder)
    cases = _book(report, table_of(report, facts)[1], path).case_of if reported else {}
    there = {replace(d, wordings=(), sites=()) for d in load(path).decisions}
    fresh = []
    for d in taken.decisions:
        whole = d if d.key or d.scope is not Scope.SENTENCE else replace(d, key=sentence_print(d.sentence))
        bare = replace(whole, wordings=(), sites=())
        if bare in there:
            continue
        there.add(bare)
        case = cases.get(d.fp)
        fresh.append(replace(whole, wordings=case.wordings, sites=case.sites) if case and not d.wordings else whole)
    for broken in taken.broken:
        say(f"{file}:{broken.line}  读不懂，没有并入：{broken.why}", f"{file}:{broken.line}  left out: {broken.why}")
    append(path, fresh)
    say(f"并入 {len(fresh)} 条到 {path}", f"{len(fresh)} added to {path}")


def export(decisions: File = None, facts: Facts = None) -> None:
    """Print every readable line, in file order."""
    from analyzer.decisions import load
    from analyzer.decisions.ledger import line

    for d in load(decisions_file(decisions, facts)).decisions:
        typer.echo(line(d), nl=False)


def prune(decisions: File = None, facts: Facts = None, today: Today = None) -> None:
    """Append a withdrawal for every decision whose time is over."""
    from analyzer.decisions import Decided, append, load

    path = decisions_file(decisions, facts)
    day = _day(today)
    over = []
    for group in load(path).by_case.values():
        latest = {(d.scope, d.key): d for d in group}
        over += [
            replace(d, decision=Decided.WITHDRAWN, at=day, expires="", reason="expired")
            for d in latest.values()
            if d.expires and d.expires < day and d.decision is not Decided.WITHDRAWN
        ]
    append(path, over)
    say(f"撤销 {len(over)} 条已到期的", f"{len(over)} expired decisions withdrawn")


def _book(report: Path, table: "FactTable", decisions: Path) -> "Book":
    from analyzer.report import open_book
    from analyzer.report.reload import reload_run
    from analyzer.settings import Settings

    run = reload_run(report, table)
    return open_book(run, Settings(language=LANGUAGE, decisions=decisions))


def _unknown_case(case: str, book: "Book") -> Phrase:
    import difflib

    near = difflib.get_close_matches(case.upper(), [c.id for c in book.cases], 1)
    hint_zh, hint_en = (f"，是否想写 {near[0]}?", f"; did you mean {near[0]}?") if near else ("", "")
    return Phrase(zh=f"报告里没有 {case} 这一案{hint_zh}", en=f"the report has no case {case}{hint_en}")


def _refuse_over(expires: str, day: str) -> None:
    """Raise UsageError for an end that is no day, or that is over: the decision would never hold."""
    if not expires:
        return
    try:
        last = date.fromisoformat(expires).isoformat()
    except ValueError:
        last = ""
    if last != expires:
        raise UsageError(
            Phrase(f"--expires {expires} 不是日期：写成 2026-12-31", f"--expires {expires}: write a day as 2026-12-31")
        )
    if expires < day:
        raise UsageError(
            Phrase(
                f"--expires {expires} 已经过去（今天 {day}）：写今天或以后的日期，不到期就不写",
                f"--expires {expires} is over (today is {day}): give a day to come, or leave it out",
            )
        )


def _day(given: str | None) -> str:
    """Return the day a person decides on: given, or the system's. Nothing under data/ ever depends on it."""
    from datetime import datetime

    return given or datetime.now().astimezone().date().isoformat()
