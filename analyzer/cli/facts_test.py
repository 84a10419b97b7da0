"""``farmcheck facts test``: sentences made from an editor's own table, and which of them fail."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli.console import LANGUAGE, say, text

if TYPE_CHECKING:
    from analyzer.trials import Result

Facts = Annotated[
    Path | None, typer.Option("--facts", help=text("事实表文件夹(默认 corpus/facts 或自带的表)", "fact folder"))
]


def register(group: typer.Typer) -> None:
    """Add the command to the group."""
    group.command(
        "test",
        help=text(
            "用表里的事实造句,看程序读得对不对,列出读错的句子。",
            "Make sentences from the facts of the table, read them, list those that are read wrongly.",
        ),
        epilog=text(
            "例:farmcheck facts test --predicate operator", "Example: farmcheck facts test --predicate operator"
        ),
    )(run_trials)


def run_trials(
    facts: Facts = None,
    predicate: Annotated[str, typer.Option(help=text("只试这个谓词(编号)", "only this predicate"))] = "",
    family: Annotated[str, typer.Option(help=text("只试这一类句子", "only this family of sentences"))] = "",
    rows: Annotated[int, typer.Option(min=1, help=text("每个句式用几条事实造句", "facts tried with a template"))] = 2,
    show: Annotated[int, typer.Option(min=0, help=text("每类最多列几句", "list at most so many of a family"))] = 3,
    strict: Annotated[
        bool, typer.Option("--strict", help=text("有误报就以退出码 1 结束", "exit with 1 if there is a false flag"))
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help=text("输出 JSON,一行一句", "print JSON lines"))] = False,
) -> None:
    """Put the table's sentence families to the reader; one line a family, the failing sentences below it."""
    from analyzer.claims import compile_grammar
    from analyzer.facts import find_folder, load_table
    from analyzer.trials import by_family, examine, trials_of

    table = load_table(find_folder(facts))
    grammar = compile_grammar(table)
    trials = [
        t
        for t in trials_of(table, rows)
        if (not predicate or t.predicate == predicate) and (not family or t.family == family)
    ]
    results = [examine(t, grammar, table) for t in trials]
    if as_json:
        for result in results:
            typer.echo(json.dumps(_row(result), ensure_ascii=False))
    else:
        for name, group in by_family(results).items():
            _print_family(name, group, show)
    passed = sum(r.passed for r in results)
    false = sum(len(r.false_flags) for r in results)
    say(
        f"共 {len(results)} 句,读对 {passed} 句,误报 {false} 处",
        f"{len(results)} sentences, {passed} read rightly, {false} false flags",
    )
    if strict and false:
        raise typer.Exit(1)


def _print_family(name: str, results: "list[Result]", show: int) -> None:
    from analyzer.trials import FAMILIES

    title = next(f.title for f in FAMILIES if f.name == name)
    passed = sum(r.passed for r in results)
    mark = "✓" if passed == len(results) else "✖"
    typer.echo(f"{mark} {title.say(LANGUAGE)} ({name})  {passed}/{len(results)}")
    failing = sorted((r for r in results if not r.passed), key=lambda r: not r.false_flags)
    for result in failing[:show]:
        typer.echo(f"    {result.trial.text!r}")
        for line in _complaints(result):
            typer.echo(f"        {line}")
    if len(failing) > show:
        typer.echo(text(f"    ……另有 {len(failing) - show} 句", f"    … {len(failing) - show} more"))


def _complaints(result: "Result") -> Iterable[str]:
    trial = result.trial
    yield text(f"句式 {trial.template},事实 {trial.fact}", f"template {trial.template}, fact {trial.fact}")
    for flag in result.false_flags:
        yield text("误报:", "false flag: ") + flag.reason.say(LANGUAGE)
    for want, got in result.mistaken:
        wanted = "/".join(sorted(want.verdicts))
        yield text(f"应为 {wanted},得到 {got.verdict}:", f"wanted {wanted}, got {got.verdict}: ") + got.reason.say(
            LANGUAGE
        )
    for want in result.missed:
        wanted = "/".join(sorted(want.verdicts))
        yield text(f"没有读出这一条(应为 {wanted})", f"not found (wanted {wanted})")


def _row(result: "Result") -> dict[str, object]:
    trial = result.trial
    return {
        "family": trial.family,
        "text": trial.text,
        "predicate": trial.predicate,
        "template": trial.template,
        "fact": trial.fact,
        "passed": result.passed,
        "missed": [sorted(w.verdicts) for w in result.missed],
        "mistaken": [[sorted(w.verdicts), j.verdict] for w, j in result.mistaken],
        "false_flags": [j.reason.say(LANGUAGE) for j in result.false_flags],
    }
