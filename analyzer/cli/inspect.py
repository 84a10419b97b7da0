"""``farmcheck source`` and ``clean``: look at one file at each stage."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.console import LANGUAGE, say, text
from analyzer.errors import InputError, UsageError
from analyzer.language import Phrase
from analyzer.model import Document

File = Annotated[Path, typer.Argument(help=text("文章文件", "article file"))]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(
        help=text("打印原文：所有位置都按它计算。", "Print the source text that all offsets count in."),
        epilog=text("例：farmcheck source page.html", "Example: farmcheck source page.html"),
    )(source)
    app.command(
        help=text(
            "打印清洗后的正文；--explain 列出每一处删除和理由。", "Print the cleaned text, or what was removed and why."
        ),
        epilog=text(
            "例：farmcheck clean page.html --explain --keep title-echo",
            "Example: farmcheck clean page.html --explain --keep title-echo",
        ),
    )(clean)


def source(file: File) -> None:
    """Print the source text; several records of one file are printed one after the other."""
    readable = False
    for document in _documents(file):
        readable = readable or document.failure is None
        typer.echo(document.source, nl=False)
    _stop_unless(readable, file)


def clean(
    file: File,
    explain: Annotated[
        bool, typer.Option("--explain", help=text("列出删除了什么、为什么", "list what was removed"))
    ] = False,
    keep: Annotated[list[str] | None, typer.Option(help=text("关掉一条规则，可以多次", "switch a rule off"))] = None,
) -> None:
    """Print the cleaned text, or the ledger in reading order."""
    from analyzer.clean import RULES
    from analyzer.clean import clean as clean_document
    from analyzer.settings import Settings

    unknown = sorted(set(keep or ()) - set(RULES))
    if unknown:
        raise UsageError(
            Phrase(
                zh=f"没有这条规则：{'、'.join(unknown)}。可用的规则：{'、'.join(RULES)}",
                en=f"no such rule: {', '.join(unknown)}. The rules are: {', '.join(RULES)}",
            )
        )
    settings = Settings(language=LANGUAGE, keep_rules=frozenset(keep or ()))
    readable = False
    for document in _documents(file):
        readable = readable or document.failure is None
        article = clean_document(document, settings)
        if article.reason and not document.failure:
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
    _stop_unless(readable, file)


def _documents(file: Path) -> Iterator[Document]:
    """Yield the documents of a file, telling the person why one could not be read."""
    from analyzer.read import documents

    for document in documents([file]):
        if document.failure:
            say(f"{document.id}:{document.failure.zh}", f"{document.id}: {document.failure.en}")
        yield document


def _stop_unless(readable: bool, file: Path) -> None:
    """Raise InputError (exit code 3) where nothing of the file could be read."""
    if not readable:
        raise InputError(Phrase(zh=f"{file.name} 里没有能读的文章", en=f"no article in {file.name} could be read"))
