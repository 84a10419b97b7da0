"""The last lines of a run: how much was read, what is wrong, what to look at first, where the report lies."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from analyzer.cli.console import LANGUAGE, text
from analyzer.facts.folder import starter
from analyzer.language import Phrase
from analyzer.model import Status
from analyzer.read import LeftOut
from analyzer.read.walk import article_files
from analyzer.report import Book
from analyzer.report.cases import Case
from analyzer.report.commands import quoted
from analyzer.report.evidence import fact_line, truths

_WORST = 3
"""So many cases are named: what fits on a screen beside the counts; the report has them all."""

_NAMED = 5
"""So many endings, folders and failed articles are named: one line of a terminal each, as a rule."""


def passed_over(left: LeftOut) -> list[str]:
    """Return a line for each kind of thing that was not read, in the language of the command line."""
    return [phrase.say(LANGUAGE) for phrase in passed_over_phrases(left)]


def passed_over_phrases(left: LeftOut) -> list[Phrase]:
    """Return what was not read and why: files of unknown kinds, links to folders, earlier reports."""
    told = []
    if left.unknown:
        n, more = sum(count for _, count in left.unknown), len(left.unknown) > _NAMED
        kinds = left.unknown[:_NAMED]
        zh = "、".join(f"{ending or '无扩展名'} {count}" for ending, count in kinds) + ("…" if more else "")
        en = ", ".join(f"{ending or 'no ending'} {count}" for ending, count in kinds) + (", …" if more else "")
        told.append(
            Phrase(zh=f"另有 {n} 个文件不认识，没有读（{zh}）", en=f"{n} files of other kinds, not read ({en})")
        )
    if left.links:
        n, named = len(left.links), _list(left.links)
        told.append(
            Phrase(
                zh=f"另有 {n} 个链接指向文件夹，没有跟进（要读就在命令里直接写出它）：{named.zh}",
                en=f"{n} links to folders, not followed (name them in the command to read them): {named.en}",
            )
        )
    if left.reports:
        n, named = len(left.reports), _list(left.reports)
        told.append(
            Phrase(
                zh=f"另有 {n} 个文件夹是以前的报告，里面的文件都不当文章读（有文章就移到别处）：{named.zh}",
                en=f"{n} folders are earlier reports, where nothing is read (move articles elsewhere): {named.en}",
            )
        )
    return told


def _list(paths: Sequence[Path]) -> Phrase:
    named, more = [str(path) for path in paths[:_NAMED]], len(paths) > _NAMED
    return Phrase(zh="、".join(named) + ("…" if more else ""), en=", ".join(named) + (", …" if more else ""))


def summary(book: Book, out: Path, facts: Path, paths: Sequence[Path]) -> Iterator[str]:
    """Yield the lines, in the language of the command line; ``facts`` is the fact folder, ``paths`` the input."""
    n = book.statuses
    total = n.total()
    yield text(
        f"读到 {total} 篇文章：核查 {n[Status.CHECKED]}，跳过 {n[Status.SKIPPED]}，失败 {n[Status.FAILED]}",
        f"{total} articles: {n[Status.CHECKED]} checked, {n[Status.SKIPPED]} skipped, {n[Status.FAILED]} failed",
    )
    for line in book.tally.failed:
        reason = line.reason or Phrase(zh="原因不明", en="no reason known")
        yield text(f"  没读成 {line.id}：{reason.zh}", f"  failed {line.id}: {reason.en}")
    if rest := n[Status.FAILED] - len(book.tally.failed):
        place = out / "articles.html"
        yield text(f"  还有 {rest} 篇没读成，原因见 {place}", f"  {rest} more failed; the reasons are in {place}")
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
        f"事实表 {name}（{rows} 条事实）：读出 {claims} 条说法",
        f"fact table {name} ({rows} facts): {claims} claims read",
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
    files = (f for f in article_files(paths) if article == f.id or article.startswith((f"{f.id}#", f"{f.id}/")))
    return next((file.path for file in files), Path(article))


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
