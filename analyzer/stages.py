"""What is done with one article at a time: the work that worker processes do. A bad article becomes a row."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analyzer.claims import Grammar, claims_of, compile_grammar
from analyzer.clean import clean
from analyzer.language import Phrase
from analyzer.model import Article, Checked, Claim, Document, FactTable, PageKind, PartialDate, Reading, Status
from analyzer.read import ArticleFile, read_file
from analyzer.repair import repair
from analyzer.settings import Settings
from analyzer.text import View
from analyzer.verify import judge, tempered


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """An article with its claims, not yet judged; ``reading`` has the holes filled that a copy could fill.

    ``titled`` are the claims of a page title that the cleaned text does not hold.
    """

    reading: Reading
    claims: tuple[Claim, ...]
    titled: tuple[Claim, ...] = ()


Item = tuple[Reading, tuple[Article, ...]]
"""An article as read from itself alone, and its copies, the most similar first."""


def read_part(files: Sequence[ArticleFile], settings: Settings) -> list[list[Reading]]:
    """Read, clean and repair the articles of some files; one list a file, since a file may hold many."""
    return [[_read(document, settings) for document in read_file(file)] for file in files]


def claim_part(items: Sequence[Item], table: FactTable) -> list[Claimed]:
    """Extract the claims of some articles. Depends on the table's entities and predicates, not on its facts."""
    grammar = _grammar(table)
    return [_claim(reading, copies, grammar) for reading, copies in items]


def judged(claimed: Claimed, table: FactTable) -> Checked:
    """Return an article with its verdicts."""
    article = claimed.reading.article
    if article.status is not Status.CHECKED:
        return Checked(article=article, reading=None, judgements=())
    try:
        published = date_of(article.document.published)
        judgements = tempered([judge(claim, table, published) for claim in claimed.claims])
        titled = tuple(judge(claim, table, published) for claim in claimed.titled)
    except Exception as error:  # one bad article must never stop a run
        return Checked(article=_broken(article.document, _CHECKING, error), reading=None, judgements=())
    return Checked(article=article, reading=claimed.reading, judgements=judgements, titled=titled)


def lost_file(file: ArticleFile) -> list[Reading]:
    """Return the row of a file that killed every worker that opened it."""
    return [_unread(_row(Document(id=file.id), _KILLED))]


def lost_article(item: Item) -> Claimed:
    """Return the row of an article that killed every worker that looked for its claims."""
    return Claimed(reading=_unread(_row(item[0].article.document, _KILLED)), claims=())


def date_of(iso: str | None) -> PartialDate | None:
    """Return an ISO date, perhaps partial, as a value."""
    if not iso:
        return None
    parts = [int(p) for p in iso[:10].split("-")] + [0, 0]
    return PartialDate(year=parts[0], month=parts[1], day=parts[2])


_CLEANING = Phrase(zh="清洗", en="cleaning")
_CHECKING = Phrase(zh="核查", en="checking")
_KILLED = Phrase(
    zh="处理它的进程每次都被系统终止（多半是内存不足）：请单独检查这个文件",
    en="the system killed every process that worked on it (probably for memory): look at this file by itself",
)


def _read(document: Document, settings: Settings) -> Reading:
    try:
        article = clean(document, settings)
        # The page itself is not needed any more, and is most of what an article weighs.
        return repair(replace(article, document=replace(article.document, html=None)))
    except Exception as error:  # one bad article must never stop a run
        return _unread(_broken(document, _CLEANING, error))


def _claim(reading: Reading, copies: Sequence[Article], grammar: Grammar) -> Claimed:
    article = reading.article
    if article.status is not Status.CHECKED:
        return Claimed(reading=reading, claims=())
    try:
        if copies:
            reading = repair(article, copies)
        claims = tuple(claims_of(reading, grammar))
        return Claimed(reading=reading, claims=claims, titled=_titled(article, grammar))
    except Exception as error:  # one bad article must never stop a run
        return Claimed(reading=_unread(_broken(article.document, _CHECKING, error)), claims=())


def _titled(article: Article, grammar: Grammar) -> tuple[Claim, ...]:
    """Return the claims of a title that stands beside the text (a page's head), not in it."""
    title = article.document.title
    if not title or title in article.clean.text:
        return ()
    document = replace(article.document, source=title, blocks=())
    alone = replace(article, document=document, removals=(), clean=View.of(title))
    return tuple(claims_of(repair(alone), grammar))


_GRAMMARS: dict[str, Grammar] = {}


def _grammar(table: FactTable) -> Grammar:
    """Return the compiled grammar of a table, made once a process."""
    if table.vocabulary_digest not in _GRAMMARS:
        _GRAMMARS[table.vocabulary_digest] = compile_grammar(table)
    return _GRAMMARS[table.vocabulary_digest]


def _broken(document: Document, stage: Phrase, error: Exception) -> Article:
    """Return the row of an article on which a stage broke: nothing removed, nothing checked, the reason kept."""
    what = f"{type(error).__name__}: {error}"
    return _row(
        document, Phrase(zh=f"{stage.zh}时程序出错，请把这个文件发给开发者：{what}", en=f"{stage.en} broke: {what}")
    )


def _row(document: Document, reason: Phrase) -> Article:
    return Article(
        document=replace(document, html=None),
        kind=PageKind.ARTICLE,
        status=Status.FAILED,
        reason=reason,
        removals=(),
        clean=View.of(document.source),
    )


def _unread(article: Article) -> Reading:
    """Return an article as it stands, with nothing repaired."""
    return Reading(article=article, repaired=article.clean, folded=article.clean)
