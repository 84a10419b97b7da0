"""``farmcheck source``, ``clean`` and ``explain``: look at one file at each stage."""

from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.console import LANGUAGE, say, text

File = Annotated[Path, typer.Argument(help=text("文章文件", "article file"))]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(
        help=text("打印原文:所有位置都按它计算。", "Print the source text that all offsets count in."),
        epilog=text("例:farmcheck source page.html", "Example: farmcheck source page.html"),
    )(source)
    app.command(
        help=text(
            "打印清洗后的正文;--explain 列出每一处删除和理由。", "Print the cleaned text, or what was removed and why."
        ),
        epilog=text(
            "例:farmcheck clean page.html --explain --keep title-echo",
            "Example: farmcheck clean page.html --explain --keep title-echo",
        ),
    )(clean)


def source(file: File) -> None:
    """Print the source text; several records of one file are printed one after the other."""
    from analyzer.read import documents

    for document in documents([file]):
        if document.failure:
            say(f"{document.id}:{document.failure.zh}", f"{document.id}: {document.failure.en}")
        typer.echo(document.source, nl=False)


def clean(
    file: File,
    explain: Annotated[
        bool, typer.Option("--explain", help=text("列出删除了什么、为什么", "list what was removed"))
    ] = False,
    keep: Annotated[list[str] | None, typer.Option(help=text("关掉一条规则,可以多次", "switch a rule off"))] = None,
) -> None:
    """Print the cleaned text, or the ledger in reading order."""
    from analyzer.clean import RULES
    from analyzer.clean import clean as clean_document
    from analyzer.errors import UsageError
    from analyzer.language import Phrase
    from analyzer.read import documents
    from analyzer.settings import Settings

    unknown = sorted(set(keep or ()) - set(RULES))
    if unknown:
        raise UsageError(
            Phrase(
                zh=f"没有这条规则:{'、'.join(unknown)}。可用的规则:{'、'.join(RULES)}",
                en=f"no such rule: {', '.join(unknown)}. The rules are: {', '.join(RULES)}",
            )
        )
    settings = Settings(language=LANGUAGE, keep_rules=frozenset(keep or ()))
    for document in documents([file]):
        article = clean_document(document, settings)
        if article.reason:
            say(f"{article.id}:{article.reason.zh}", f"{article.id}: {article.reason.en}")
        if not explain:
            typer.echo(article.clean.text, nl=False)
            continue
        for removal in article.removals:
            shown = " ".join(removal.text.split())
            shown = shown if len(shown) <= 100 else f"{shown[:60]} … {shown[-30:]}"
            typer.echo(
                f"{removal.start}-{removal.end}  {removal.rule}  {removal.confidence:.2f}  "
                f"{removal.reason.say(LANGUAGE)}\n    {shown}"
            )
