"""The last lines of a run: how much was read, what is wrong, what to look at first, where the report lies."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from analyzer.cli.console import text
from analyzer.facts.folder import starter
from analyzer.model import Status
from analyzer.read.walk import article_files
from analyzer.report import Book
from analyzer.report.cases import Case
from analyzer.report.commands import quoted
from analyzer.report.evidence import fact_line, truths

_WORST = 3
"""So many cases are named: what fits on a screen beside the counts; the report has them all."""


def summary(book: Book, out: Path, facts: Path, paths: Sequence[Path]) -> Iterator[str]:
    """Yield the lines, in the language of the command line; ``facts`` is the fact folder, ``paths`` the input."""
    n = book.statuses
    yield text(
        f"读取 {len(book.run.checked)} 篇：核查 {n[Status.CHECKED]}，跳过 {n[Status.SKIPPED]}，失败 {n[Status.FAILED]}",
        f"{len(book.run.checked)} articles: {n[Status.CHECKED]} checked, {n[Status.SKIPPED]} skipped, "
        f"{n[Status.FAILED]} failed",
    )
    yield from _table_used(book, facts)
    kinds, open_cases = book.kinds, [c for c in book.cases if c.open]
    yield text(
        f"✖ 与事实不符 {kinds['contradicted']} 案  ↺ 已过时 {kinds['outdated']} 案  ⇄ 互相矛盾 {kinds['conflict']} 案"
        f"  待处理 {len(open_cases)} 案",
        f"✖ contradicted {kinds['contradicted']}  ↺ outdated {kinds['outdated']}  ⇄ conflicts {kinds['conflict']}"
        f"  open {len(open_cases)}",
    )
    for case in open_cases[:_WORST]:
        yield f"  {case.id}  {_what(book, case)}"
    yield text(f"报告 {out / 'index.html'}", f"report {out / 'index.html'}")
    if open_cases and open_cases[0].hits:
        file = _file_of(open_cases[0].hits[0].article, paths)
        command = f"farmcheck explain {quoted(str(file))}{book.commands.for_facts}"
        yield text(
            f"下一步：打开报告；或看第一案那一篇是怎么判的：{command}",
            f"next: open the report, or see how the article of the first case was judged: {command}",
        )


def _table_used(book: Book, facts: Path) -> Iterator[str]:
    """Yield which table was held against the articles, and that it found nothing to check where that is so."""
    rows, claims = len(book.run.table.facts), book.verdicts.total()
    name = text("自带的起步表", "the starter table") if facts == starter() else str(facts)
    yield text(
        f"事实表 {name}({rows} 条事实)：读出 {claims} 条说法", f"fact table {name} ({rows} facts): {claims} claims read"
    )
    if not claims and (checked := book.statuses[Status.CHECKED]):
        yield text(
            f"⚠ {checked} 篇文章里没有一句说到这份表里的事，等于什么都没有核对。别的表用 --facts 文件夹；"
            "这份表缺的用 farmcheck entities add、predicates add 补",
            f"⚠ nothing in {checked} articles is about what this table knows: nothing was checked. Name another table "
            "by --facts FOLDER, or add to this one by farmcheck entities add, predicates add",
        )


def _file_of(article: str, paths: Sequence[Path]) -> Path:
    """Return the file that an article was read from: ids begin with those of their files."""
    files = {file.id: file.path for file in article_files(paths)}
    found = [name for name in files if article == name or article.startswith((f"{name}#", f"{name}/"))]
    return files[max(found, key=len)] if found else Path(article)


def _what(book: Book, case: Case) -> str:
    """Return a case in one line: how grave, how far spread, what was said, what the table says."""
    where = book.words("articles_n", n=len(case.articles))
    if case.conflict:
        told = f"{book.entity(case.subject_id)} · {book.predicate(case.predicate)}: {case.written}"
    else:
        sentence = " ".join(case.hits[0].judgement.claim.sentence.split())
        told = f"「{sentence if len(sentence) <= 40 else sentence[:39] + '…'}」"
        if case.fact:
            true = truths(book, case.fact, case.verdict) or (fact_line(book, case.fact),)
            told += f" ≠ {'、'.join(line.value for line in true)} ({true[0].id})"
    return f"{book.words(f'severity.{case.severity}')} · {where} · {book.words(f'tier.{case.tier}')}  {told}"
