"""``farmcheck predicates propose``: templates, and whole predicates, from example sentences."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli.ask import asked, on_terminal
from analyzer.cli.console import say, text
from analyzer.cli.folder import LATEST, By, Facts, owned, who
from analyzer.errors import UsageError
from analyzer.language import Phrase

if TYPE_CHECKING:
    from analyzer.facts.propose import Proposal

SHOWN = 3


def register(group: typer.Typer) -> None:
    """Add the command to the group."""
    group.command(
        help=text(
            "从例句得出句式，并给出语料里会匹配的句子；可以直接建成谓词。",
            "Templates from example sentences, with what they match; a predicate can be made of them at once.",
        ),
        epilog=text(
            "例：farmcheck predicates propose '{S:云雾红茶}由{V:青峰茶厂}生产' --subject-type product --value-type org",
            "Example: predicates propose '{S:云雾红茶}由{V:青峰茶厂}生产' --subject-type product --value-type org",
        ),
    )(propose)


def propose(
    examples: Annotated[
        list[str] | None,
        typer.Argument(help=text("例句，用 {S:…} 标主语、{V:…} 标值", "sentences with {S:…} and {V:…} marked")),
    ] = None,
    subject_type: Annotated[str, typer.Option(help=text("主语类型", "types of the subject"))] = "",
    value_type: Annotated[str, typer.Option(help=text("值的类型", "types of the value"))] = "",
    predicate: Annotated[str, typer.Option(help=text("已有的谓词，代替两个类型", "an existing predicate"))] = "",
    take: Annotated[str, typer.Option(help=text("采用第几个句式，如 1,3", "take these templates, as in 1,3"))] = "",
    label: Annotated[
        str, typer.Option(help=text("采用时：新谓词的名称", "with --take: the new predicate's label"))
    ] = "",
    cardinality: Annotated[str, typer.Option(help="single · closed · multi")] = "multi",
    against: Annotated[
        Path, typer.Option(help=text("从哪次核查的文章里找例子", "report folder whose articles are searched"))
    ] = LATEST,
    limit: Annotated[int, typer.Option(min=1, help=text("最多几个句式", "at most so many templates"))] = 8,
    by: By = "",
    facts: Facts = None,
) -> None:
    """Print templates, best first; on a terminal ask for sentences, and which templates to take."""
    from analyzer.facts import find_folder, load_table
    from analyzer.facts.find import predicate_id
    from analyzer.facts.matching import sentences
    from analyzer.facts.propose import draft_predicate, example_of, proposals
    from analyzer.report.stored import articles_in

    table = load_table(find_folder(facts))
    lines = examples or _ask_examples()
    if predicate:
        model = table.predicates[predicate_id(table, predicate)]
    else:
        subject_type = asked(subject_type, "主语类型", "types of the subject")
        value_type = asked(value_type, "值的类型", "types of the value")
        model = draft_predicate(subject_type, value_type)
    corpus: list[str] = []
    if (against / "data" / "articles.jsonl").is_file():
        corpus = list(dict.fromkeys(s for _, body in articles_in(against) for s in sentences(body)))
    found = proposals([example_of(e) for e in lines], model, table, corpus)[:limit]
    for number, proposal in enumerate(found, 1):
        _show(number, proposal, len(lines))
    if on_terminal() and not take:
        take = typer.prompt(
            text("采用第几个（如 1,3;回车不采用）", "take which (as in 1,3; return for none)"),
            default="", show_default=False, err=True,
        )  # fmt: skip
    chosen = [found[n - 1].template for n in _numbers(take, len(found))]
    if not chosen:
        return
    if predicate:
        from analyzer.facts.vocabulary import edit_predicate

        with owned(facts) as folder:
            edit_predicate(folder, model.id, {}, chosen, who(by))
        typer.echo(model.id)
        return
    from analyzer.facts.vocabulary import add_predicate

    values = {
        "label": asked(label, "新谓词的名称", "label of the new predicate"),
        "subject_type": subject_type,
        "value_type": value_type,
        "cardinality": cardinality,
        "templates": "|".join(chosen),
    }
    with owned(facts) as folder:
        typer.echo(add_predicate(folder, values, who(by)).ids[0])


def _show(number: int, found: "Proposal", examples: int) -> None:
    warning = text("  ⚠ 太宽", "  ⚠ too wide") if found.broad else ""
    agreed = text(
        f"符合例句 {len(found.examples)}/{examples}，语料中 {len(found.hits)} 句",
        f"fits {len(found.examples)}/{examples} examples, {len(found.hits)} sentences of the corpus",
    )
    typer.echo(f"{number}. {found.template}  {agreed}{warning}")
    for hit in found.hits[:SHOWN]:
        typer.echo(f"    {hit}")


def _ask_examples() -> list[str]:
    """Ask for sentences one by one, each with the words that are subject and value; an empty line ends."""
    from analyzer.facts.propose import marked

    if not on_terminal():
        raise UsageError(Phrase("缺少例句", "missing: example sentences"))
    lines: list[str] = []
    while True:
        say("贴一个例句（回车结束）:", "paste a sentence (return to end):")
        sentence = typer.prompt("", default="", show_default=False, prompt_suffix="> ", err=True).strip()
        if not sentence:
            break
        if "{S:" not in sentence:
            subject = asked(None, "  哪几个字是主语", "  which words are the subject")
            value = asked(None, "  哪几个字是值", "  which words are the value")
            try:
                sentence = marked(sentence, subject, value)
            except UsageError as error:
                say(error.phrase.zh, error.phrase.en)
                continue
        lines.append(sentence)
    if not lines:
        raise UsageError(Phrase("缺少例句", "missing: example sentences"))
    return lines


def _numbers(take: str, highest: int) -> list[int]:
    words = take.replace("，", ",").replace("、", ",").replace(" ", ",").split(",")
    try:
        numbers = [int(w) for w in words if w]
    except ValueError:
        numbers = [0]
    if any(not 1 <= n <= highest for n in numbers):
        raise UsageError(
            Phrase(f"「{take}」要写 1 到 {highest} 的数字", f"“{take}”: write numbers from 1 to {highest}")
        )
    return list(dict.fromkeys(numbers))
