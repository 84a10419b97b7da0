"""``farmcheck explain``: how one file was read and judged, step by step."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli.console import LANGUAGE, say, text
from analyzer.errors import InputError
from analyzer.language import Phrase

if TYPE_CHECKING:
    from analyzer.model import Article, FactTable, Judgement
    from analyzer.report.words import Words

_VERDICT = {
    "supported": Phrase(zh="属实", en="supported"),
    "imprecise": Phrase(zh="不够准确", en="imprecise"),
    "outdated": Phrase(zh="已过时", en="outdated"),
    "contradicted": Phrase(zh="与事实不符", en="contradicted"),
    "unverified": Phrase(zh="无法核实", en="unverified"),
}
_STEP = {
    "subject": "主体",
    "template": "句式",
    "cue": "线索词",
    "value": "值",
    "stance": "语气",
    "passage": "段落里的线索",
    "corrected afterwards": "后文更正了它",
}
"""The steps of a claim's derivation (``claims/collect.py``) in Chinese; in English they are shown as they are."""
_FOUND = {
    "adjacent": "紧挨着",
    "clause": "在同一分句",
    "topic": "是前文的话题",
    "pronoun": "由代词指出",
    "description": "由描述指出",
    "described": "由描述指出",
    "head": "是中心语",
    "object": "是宾语",
    "as": "在“作为”之后",
    "carried": "承前省略",
}
"""How the subject was found (``claims/statement.py``)."""
_TIER = {"confirmed": Phrase(zh="确定", en="confirmed"), "suggested": Phrase(zh="建议看一眼", en="suggested")}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        help=text(
            "一步步说明一篇文章怎么修复、读出了哪些说法、为什么这样判。",
            "Say step by step how a file was repaired, what it claims and why it was judged so.",
        ),
        epilog=text("例：farmcheck explain article.txt", "Example: farmcheck explain article.txt"),
    )(explain)


def explain(
    file: Annotated[Path, typer.Argument(help=text("文章文件", "article file"))],
    facts: Annotated[
        Path | None, typer.Option(help=text("事实表文件夹（默认 corpus/facts，没有就用自带的表）", "fact folder"))
    ] = None,
) -> None:
    """Print repairs, holes, broken figures, spun wording, then every claim with its derivation and verdict."""
    from analyzer.clean import clean
    from analyzer.cli.progress import refuse_missing
    from analyzer.facts import load_table
    from analyzer.facts.folder import find_folder
    from analyzer.model import Status
    from analyzer.read import documents
    from analyzer.settings import Settings

    refuse_missing([file])
    table = load_table(find_folder(facts))
    readable = False
    for document in documents([file]):
        if document.failure:
            say(f"{document.id}:{document.failure.zh}", f"{document.id}: {document.failure.en}")
            continue
        readable = True
        article = clean(document, Settings(language=LANGUAGE))
        _heading(Phrase(zh=article.id, en=article.id))
        if article.status is not Status.CHECKED:
            typer.echo(article.reason.say(LANGUAGE) if article.reason else "")
            continue
        for line in _lines(article, table):
            typer.echo(line)
    if not readable:
        raise InputError(Phrase(zh=f"{file.name} 里没有能读的文章", en=f"no article in {file.name} could be read"))


def _lines(article: "Article", table: "FactTable") -> Iterator[str]:
    """Yield what was repaired, then what is claimed."""
    from analyzer.claims import claims_of, compile_grammar
    from analyzer.repair import explain as repair_lines
    from analyzer.repair import repair
    from analyzer.stages import date_of
    from analyzer.verify import judge

    reading = repair(article)
    lines = [line.say(LANGUAGE) for line in repair_lines(reading)]
    yield text(f"—— 修复与缺损：{len(lines)} 处", f"-- repairs and holes: {len(lines)}")
    yield from lines
    published = date_of(article.document.published)
    judgements = [judge(claim, table, published) for claim in claims_of(reading, compile_grammar(table))]
    yield text(f"—— 说法：{len(judgements)} 条", f"-- claims: {len(judgements)}")
    for judgement in judgements:
        yield from _claim(judgement, table)


def _claim(judgement: "Judgement", table: "FactTable") -> Iterator[str]:
    from analyzer.report.words import Words

    claim, words = judgement.claim, Words(LANGUAGE)
    predicate = table.predicates.get(claim.predicate)
    label = predicate.label if predicate else claim.predicate
    verdict = _VERDICT[judgement.verdict.value].say(LANGUAGE)
    tier = _TIER[judgement.tier.value].say(LANGUAGE)
    yield f"{claim.start}-{claim.end}  {' '.join(claim.sentence.split())}"
    yield f"    {claim.subject} · {label} · {claim.written or '∅'}  [{words('stance.' + claim.stance)}]  {claim.rule}"
    for step in claim.steps:
        yield f"    · {text(_in_chinese(step, words), step)}"
    yield f"    → {verdict} ({tier}, {judgement.code}, {judgement.fact or '—'})  {judgement.reason.say(LANGUAGE)}"


_HOW = re.compile(r" \((\w+)\)$")


def _in_chinese(step: str, words: "Words") -> str:
    """Return a step of a derivation in Chinese."""
    key, equals, told = step.partition("=")
    if key == "subject":
        told = _HOW.sub(lambda m: f"（{_FOUND.get(m[1], m[1])}）", told)
    if key == "stance":
        stance, _, cues = told.partition(" ")
        told = f"{words('stance.' + stance)} {cues}".rstrip()
    return f"{_STEP.get(key, key)}{'：' if equals else ''}{told}"


def _heading(phrase: Phrase) -> None:
    typer.echo(f"== {phrase.say(LANGUAGE)}")
