"""``farmcheck facts diff`` and ``suggest``: the table against the claims of the last run."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli.console import LANGUAGE, say, text
from analyzer.cli.folder import LATEST, Facts, commands_for, folder_of
from analyzer.errors import FarmcheckError
from analyzer.model import Claim, EntityValue, FactTable, Grade, TextValue, Truth, UnknownValue, Value, value_id
from analyzer.report.commands import quoted

if TYPE_CHECKING:
    from analyzer.facts.names import Names
    from analyzer.verify.suggest import Missing

Against = Annotated[Path, typer.Option(help=text("上一次核查的报告文件夹", "report folder of the last run"))]
SHOWN = 3


def register(group: typer.Typer) -> None:
    """Add the commands to the group."""
    group.command(
        help=text(
            "不写任何文件，先看：上次核查的结论会因为现在的（或另一个）事实表变成什么。",
            "What the last run would say with the table as it is now, or with another one; nothing is written.",
        ),
        epilog=text("例：farmcheck facts diff --against reports/latest", "Example: farmcheck facts diff ../new-facts"),
    )(diff)
    group.command(
        help=text("补哪几条事实能了结最多未核实的说法。", "Which missing facts would settle the most open claims."),
        epilog=text("例：farmcheck facts suggest --limit 10", "Example: farmcheck facts suggest --limit 10"),
    )(suggest)


def diff(
    candidate: Annotated[
        Path | None,
        typer.Argument(help=text("另一个事实表文件夹；不写就拿现在的表比上次核查", "another fact folder to compare")),
    ] = None,
    against: Against = LATEST,
    facts: Facts = None,
    as_json: Annotated[bool, typer.Option("--json", help=text("输出 JSON", "print JSON lines"))] = False,
) -> None:
    """List every claim whose verdict or tier changes."""
    from analyzer.facts import load_table
    from analyzer.facts.names import Names
    from analyzer.report.stored import claims_in, digests_in, verdicts_in

    table = load_table(folder_of(against, facts))
    if candidate is not None:
        print_impact(against, table, load_table(candidate), as_json=as_json)
        return
    stored = claims_in(against)
    names = Names.of(table.entities, table.predicates)
    flips = []
    for (claim, published), (verdict, tier, _) in zip(stored, verdicts_in(against), strict=True):
        now, reason = _now(claim, published, table, names)
        if now != (verdict, tier):
            flips.append((claim, (verdict, tier), now, reason))
    _print(flips, as_json=as_json)
    if digests_in(against).get("vocabulary_digest") != table.vocabulary_digest:
        say(
            "实体或谓词也改过：新的名称和句式要重新运行 farmcheck run 才看得到",
            "entities or predicates changed too: what new names and templates find shows only in a new run",
        )


def print_impact(against: Path, old: FactTable, new: FactTable, *, as_json: bool = False) -> None:
    """Print what the claims of a report folder would come to under ``new`` instead of ``old``."""
    from analyzer.facts.names import Names
    from analyzer.report.stored import claims_in

    old_names, new_names = (Names.of(t.entities, t.predicates) for t in (old, new))
    flips = []
    for claim, published in claims_in(against):
        before, _ = _now(claim, published, old, old_names)
        after, reason = _now(claim, published, new, new_names)
        if before != after:
            flips.append((claim, before, after, reason))
    _print(flips, as_json=as_json)


def say_touched(against: Path, folder: Path, old: FactTable, new: FactTable, key: tuple[str, str]) -> None:
    """Say how many claims of the last run about one subject and predicate a change saved in ``folder`` decides anew."""
    from analyzer.facts.names import Names
    from analyzer.report.stored import claims_in

    if not (against / "data" / "claims.jsonl").is_file():
        return
    try:
        stored = [(c, day) for c, day in claims_in(against) if (c.subject_id, c.predicate) == key]
    except FarmcheckError:  # a report of an older version: the fact is saved all the same
        return
    old_names, new_names = (Names.of(t.entities, t.predicates) for t in (old, new))
    count = sum(_now(c, day, old, old_names)[0] != _now(c, day, new, new_names)[0] for c, day in stored)
    if count:
        command = f"farmcheck facts diff --against {quoted(str(against))}{commands_for(against, folder).for_facts}"
        say(
            f"上次核查（{against}）里有 {count} 条说法的结论因此会变；细看 {command}",
            f"{count} verdicts of the last run ({against}) change by this; see {command}",
        )


State = tuple[str, str]
Flips = list[tuple[Claim, State, State, str]]


def _now(claim: Claim, published: str | None, table: FactTable, names: "Names") -> tuple[State, str]:
    """Return (verdict, tier) and the reason under a table; "gone" where it no longer knows subject or predicate."""
    from analyzer.verify.impact import date_of, judged_under

    judged = judged_under(claim, date_of(published), table, names)
    if judged is None:
        gone = text("主语或谓词不在表里了", "the table no longer has the subject or the predicate")
        return ("gone", ""), gone
    return (judged.verdict.value, judged.tier.value), judged.reason.say(LANGUAGE)


def _print(flips: Flips, *, as_json: bool) -> None:
    findings = ("contradicted", "outdated")
    new = sum(b[0] not in findings and a[0] in findings for _, b, a, _ in flips)
    gone = sum(b[0] in findings and a[0] not in findings for _, b, a, _ in flips)
    for claim, before, after, reason in flips:
        if as_json:
            row = {
                "article": claim.article,
                "start": claim.start,
                "end": claim.end,
                "sentence": claim.sentence,
                "before": before,
                "after": after,
                "reason": reason,
            }
            typer.echo(json.dumps(row, ensure_ascii=False))
            continue
        mark = "+" if after[0] in findings and before[0] not in findings else "-" if before[0] in findings else "~"
        typer.echo(f"{mark} {'·'.join(filter(None, before))} → {'·'.join(filter(None, after))}  {claim.article}")
        typer.echo(f"    {claim.sentence.strip()}")
        typer.echo(f"    {reason}")
    say(
        f"{len(flips)} 条说法的结论会变：新增 {new} 处报错，消失 {gone} 处",
        f"{len(flips)} verdicts change: {new} findings appear, {gone} disappear",
    )


def suggest(
    against: Against = LATEST,
    limit: Annotated[int, typer.Option(min=1, help=text("最多几条", "at most so many"))] = 20,
    facts: Facts = None,
    as_json: Annotated[bool, typer.Option("--json", help=text("输出 JSON", "print JSON lines"))] = False,
) -> None:
    """Print missing facts, those that settle claims in most articles first, then conflicts to decide."""
    from analyzer.facts import load_table
    from analyzer.facts.names import Names
    from analyzer.report.stored import claims_in, clusters_in, conflicts_in
    from analyzer.verify.impact import date_of, resolved
    from analyzer.verify.suggest import missing_facts

    folder = folder_of(against, facts)
    table = load_table(folder)
    tail = commands_for(against, folder).for_facts
    names = Names.of(table.entities, table.predicates)
    claims = [
        (known, date_of(published))
        for claim, published in claims_in(against)
        if (known := resolved(claim, names)) is not None
    ]
    found = missing_facts(claims, table, clusters_in(against))
    for missing in found[:limit]:
        subject = table.entities[missing.subject].name
        predicate = table.predicates[missing.predicate]
        value = missing.value
        name = _named(value, missing.written, table)
        commands = [
            _command(
                "facts", "add", missing.subject, missing.predicate, _cell(missing.value, missing.written), tail=tail
            )
        ]
        if isinstance(value, UnknownValue):
            commands.insert(0, _command("entities", "add", value.name, predicate.value_types[0], tail=tail))
        sentences = list(dict.fromkeys(c.sentence.strip() for c in missing.settled))
        if as_json:
            row = {
                "subject": missing.subject,
                "predicate": missing.predicate,
                "value": _cell(missing.value, missing.written),
                "articles": list(missing.articles),
                "sentences": sentences,
                "commands": commands,
            }
            typer.echo(json.dumps(row, ensure_ascii=False))
            continue
        typer.echo(
            text(
                f"{subject} · {predicate.label} = {name}?  "
                f"可了结 {len(missing.articles)} 篇里的 {len(missing.settled)} 条说法{_alike(missing)}",
                f"{subject} · {predicate.label} = {name}?  would settle {len(missing.settled)} claims in "
                f"{len(missing.articles)} articles{_alike(missing)}",
            )
        )
        for sentence in sentences[:SHOWN]:
            typer.echo(f"    「{sentence}」")
        for command in commands:
            typer.echo(f"    $ {command}")
    if not as_json:
        for conflict in conflicts_in(against):
            _print_conflict(conflict["subject_id"], conflict["predicate"], conflict["values"], table, tail)
    say(
        f"共 {len(found)} 条可补的事实（事实表 {folder}）；值只是文章里的说法，查到出处再填",
        f"{len(found)} missing facts (table {folder}); the values are what articles say: look for a source first",
    )


def _alike(missing: "Missing") -> str:
    copies = len(missing.articles) - missing.voices
    return text(f"（其中 {copies} 篇是近似的副本）", f" ({copies} of them near-duplicates)") if copies else ""


def _named(value: Value, written: str, table: FactTable) -> str:
    match value:
        case EntityValue():
            return table.entities[value.id].name
        case Truth():
            return value_id(value) or written
        case _:
            return written


def _print_conflict(subject: str, predicate: str, sides: list[dict[str, object]], table: FactTable, tail: str) -> None:
    """Print a disagreement that the table does not decide yet."""
    if subject not in table.entities or predicate not in table.predicates:
        return
    if any(f.grade is Grade.EXACT and not f.draft for f in table.by_key.get((subject, predicate), ())):
        return
    name, label = table.entities[subject].name, table.predicates[predicate].label
    typer.echo(text(f"说法不一，请定：{name} · {label}", f"articles disagree, decide: {name} · {label}"))
    for side in sides:
        articles = side["articles"] if isinstance(side["articles"], list) else []
        typer.echo(f"    {side['value']}  ({len(articles)})  {'、'.join(map(str, articles[:SHOWN]))}")
        cell = str(side["value_id"] or side["value"])
        typer.echo(f"    $ {_command('facts', 'add', subject, predicate, cell, tail=tail)}")


def _cell(value: Value, written: str) -> str:
    """Return a value as a cell of facts.csv."""
    match value:
        case UnknownValue():
            return value.name
        case TextValue():
            return written
        case _:
            return value_id(value) or written


def _command(*words: str, tail: str) -> str:
    source = " --source URL" if words[0] == "facts" else ""
    return " ".join(map(quoted, ("farmcheck", *words))) + source + tail
