"""``farmcheck facts test``: sentences made from an editor's own table, and which of them are read wrongly."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli.console import LANGUAGE, say, text
from analyzer.cli.folder import Facts
from analyzer.errors import UsageError
from analyzer.language import Phrase

if TYPE_CHECKING:
    from analyzer.trials import Result, Want

# The words of the report for verdicts.
VERDICTS = {
    "supported": Phrase("属实", "supported"),
    "imprecise": Phrase("不够准确", "imprecise"),
    "outdated": Phrase("已过时", "outdated"),
    "contradicted": Phrase("与事实不符", "contradicted"),
    "unverified": Phrase("无法核实", "unverified"),
}


def register(group: typer.Typer) -> None:
    """Add the command to the group."""
    group.command(
        "test",
        help=text(
            "用表里的事实造句，看程序读得对不对，列出读错的句式和句子。",
            "Make sentences from the facts of the table, read them, list what is read wrongly.",
        ),
        epilog=text(
            "例：farmcheck facts test --predicate operator", "Example: farmcheck facts test --predicate operator"
        ),
    )(run_trials)


def run_trials(
    facts: Facts = None,
    predicate: Annotated[str, typer.Option(help=text("只试这个谓词（编号或名称）", "only this predicate"))] = "",
    family: Annotated[str, typer.Option(help=text("只试这一类句子", "only this family of sentences"))] = "",
    rows: Annotated[int, typer.Option(min=1, help=text("每个句式用几条事实造句", "facts tried with a template"))] = 2,
    show: Annotated[int, typer.Option(min=0, help=text("每类最多列几句", "list at most so many of a family"))] = 3,
    strict: Annotated[
        bool, typer.Option("--strict", help=text("有误报就以退出码 1 结束", "exit with 1 if there is a false flag"))
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help=text("输出 JSON，一行一句", "print JSON lines"))] = False,
) -> None:
    """Put the table's sentence families to the reader; first the templates that fail by themselves."""
    from analyzer.claims import compile_grammar
    from analyzer.facts import find_folder, load_table
    from analyzer.facts.find import predicate_id
    from analyzer.trials import FAMILIES, by_family, examine, trials_of

    table = load_table(find_folder(facts))
    wanted = predicate_id(table, predicate) if predicate else ""
    if family and family not in [f.name for f in FAMILIES]:
        raise _no_family(family, [f.name for f in FAMILIES])
    grammar = compile_grammar(table)
    trials = [t for t in trials_of(table, rows) if t.predicate == (wanted or t.predicate)]
    results = [examine(t, grammar, table) for t in trials if t.family == (family or t.family)]
    if as_json:
        for result in results:
            typer.echo(json.dumps(_row(result), ensure_ascii=False))
    else:
        broken = _print_templates([r for r in results if r.trial.family == "plain"], show)
        for name, group in by_family(results).items():
            _print_family(name, group, broken, show)
    passed = sum(r.passed for r in results)
    false = sum(len(r.false_flags) for r in results)
    say(
        f"共 {len(results)} 句，读对 {passed} 句，误报 {false} 处",
        f"{len(results)} sentences, {passed} read rightly, {false} false flags",
    )
    if strict and false:
        raise typer.Exit(1)


def _no_family(name: str, known: list[str]) -> UsageError:
    from analyzer.facts.hints import nearest_names

    near = "、".join(nearest_names(name, known))
    return UsageError(
        Phrase(
            f"没有这一类句子「{name}」；" + (f"你是不是想写：{near}？" if near else f"可选：{'、'.join(known)}"),
            f"there is no family “{name}”; " + (f"did you mean {near}?" if near else f"choose: {', '.join(known)}"),
        )
    )


def _print_templates(plain: "list[Result]", show: int) -> set[str]:
    """Print the templates whose plain sentences fail, and return them: their other sentences fail for that reason."""
    total = Counter(r.trial.template for r in plain)
    failing: dict[str, list[Result]] = {}
    for result in plain:
        if not result.passed:
            failing.setdefault(result.trial.template, []).append(result)
    if failing:
        typer.echo(
            text(f"直接陈述就读错的句式 {len(failing)} 个：", f"{len(failing)} templates fail when said plainly:")
        )
    for template, results in failing.items():
        typer.echo(f"  {results[0].trial.predicate}  {template}  {len(results)}/{total[template]}")
        for result in results[:show]:
            _print_sentence(result)
    return set(failing)


def _print_family(name: str, results: "list[Result]", broken: set[str], show: int) -> None:
    from analyzer.trials import FAMILIES

    title = next(f.title for f in FAMILIES if f.name == name)
    passed = sum(r.passed for r in results)
    mark = "✓" if passed == len(results) else "✖"
    typer.echo(f"{mark} {title.say(LANGUAGE)} ({name})  {passed}/{len(results)}")
    failing = sorted((r for r in results if not r.passed), key=lambda r: not r.false_flags)
    fresh = [r for r in failing if r.trial.template not in broken]
    for result in fresh[:show]:
        _print_sentence(result)
    known, rest = len(failing) - len(fresh), len(fresh) - len(fresh[:show])
    if known and name != "plain":
        typer.echo(text(f"    {known} 句用的是上面读错的句式", f"    {known} use the templates that fail above"))
    if rest > 0:
        typer.echo(text(f"    ……另有 {rest} 句", f"    … {rest} more"))


def _print_sentence(result: "Result") -> None:
    typer.echo("    「" + result.trial.text.replace("\n", "⏎") + "」")
    for line in _complaints(result):
        typer.echo(f"        {line}")


def _complaints(result: "Result") -> Iterable[str]:
    trial = result.trial
    yield text(f"句式 {trial.template}，事实 {trial.fact}", f"template {trial.template}, fact {trial.fact}")
    for flag in result.false_flags:
        yield text("误报：", "false flag: ") + flag.reason.say(LANGUAGE)
    for want, got in result.mistaken:
        given = VERDICTS[got.verdict].say(LANGUAGE)
        yield text(f"应判「{_wanted(want)}」，判成「{given}」：", f"wanted {_wanted(want)}, got {given}: ") + (
            got.reason.say(LANGUAGE)
        )
    for want in result.missed:
        yield text(f"没有读出这一条，应判「{_wanted(want)}」", f"not found, wanted {_wanted(want)}")


def _wanted(want: "Want") -> str:
    return "/".join(VERDICTS[v].say(LANGUAGE) for v in sorted(want.verdicts))


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
