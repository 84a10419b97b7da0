"""What is done with one article at a time: the work that worker processes do. A bad article becomes a row.

Results leave a worker frozen: they are packed by the hands that made them, and the process that hands out the work only
carries bytes and keeps the notes. It needs no more than ``judge_part`` where facts alone have changed: what reads and
extracts is loaded by the first article that has to be read, or by ``warm``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from xxhash import xxh3_128_digest

from analyzer.across.trace import Trace, traces
from analyzer.language import Phrase
from analyzer.model import (
    Article,
    Checked,
    Claim,
    Clues,
    Document,
    Entry,
    FactTable,
    Judgement,
    Outline,
    PageKind,
    PartialDate,
    Reading,
    Sharing,
    Status,
    Tier,
    Verdict,
    make_entry,
    outline_of,
    within_sentence,
)
from analyzer.read import ArticleFile, read_file
from analyzer.settings import Settings
from analyzer.store import Kept, freeze, thaw
from analyzer.text import Span, View
from analyzer.verify import Basis, asked, judge, tempered

if TYPE_CHECKING:
    from analyzer.claims import Grammar


class Note(NamedTuple):
    """What a run wants to know of an article without opening it.

    ``holes``: words are missing, or may be, that copies may give back. ``page``: its place on its site, "" where it
    says nothing.
    ``clues``: what it says of its site's filter. ``lines``: those that its site may have put there.
    ``digest`` covers what its claims and its pages depend on: where it is from and its text with its removals.
    """

    id: str
    status: Status
    site: str | None
    page: str
    holes: bool
    digest: bytes
    clues: Clues = Clues()
    lines: bytes = b""


TRACE, READING = PARTS = range(2)
"""The parts that each article of a file has, one article after the other: the Trace of its folded text, and the
article as read from itself alone. (Spun words made plain first would find no copy more in 2,194 planted pairs, spun or
not, and joined two unrelated articles made of one stock of sentences.)"""

FILLED, CLAIMED, RULED = range(3)
"""The parts of an article's claims: the Reading that they were read from, with the holes filled that a copy could fill
(claims alone are read from the folded text: it is not kept, ``folded`` is the repaired view); a Claimed; and what the
facts say of it (``Ruled``). Counts and verdicts need the last two only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """An article's claims, not yet judged, without their derivations, which ``farmcheck explain`` works out anew.

    ``within`` says where in its sentence each claim's words stand. ``titled`` are the claims of a page title that the
    cleaned text does not hold.
    """

    outline: Outline
    claims: tuple[Claim, ...] = ()
    within: tuple[Span, ...] = ()
    titled: tuple[Claim, ...] = ()


class _Ruling(NamedTuple):
    """A judgement without its claim."""

    verdict: Verdict
    tier: Tier
    fact: str | None
    code: str
    reason: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """The judgements of an article without its claims; or, where judging broke, the reason for which it failed."""

    rulings: tuple[_Ruling, ...] = ()
    titled: tuple[_Ruling, ...] = ()
    failure: Phrase | None = None


class Verdicts(NamedTuple):
    """What a run wants to know of an article's verdicts: on which rows they rest, and a digest of what these say.

    ``asked`` and ``dated`` tell which rows those are in another table (``verify.Basis``). ``lasting`` is false where
    something broke: the result is for this run alone.
    """

    basis: bytes
    lasting: bool
    told: bytes
    asked: bytes
    dated: bool


_LOST = Verdicts(b"", lasting=False, told=b"", asked=b"", dated=True)

Item = tuple[bytes, tuple[bytes, ...], tuple[str, ...]]
"""An article as read from itself alone and its copies, the most similar first: frozen readings; and the words that the
filter of its site deleted from the bytes of its pages."""


Shared = tuple[bytes, tuple[tuple[int, Sharing], ...]]
"""An article as read from itself alone, frozen, and those of its lines that its site's pages prove to be the site's."""


def read_part(files: Sequence[ArticleFile], settings: Settings) -> list[Kept]:
    """Read, clean and repair the articles of some files; one result a file, since a file may hold many."""
    found = [[_read(document, settings) for document in read_file(file)] for file in files]
    seen = iter(traces([reading.folded.text for readings in found for reading in readings]))
    return [_kept(readings, seen) for readings in found]


def clean_part(items: Sequence[Shared], settings: Settings) -> list[Kept]:
    """Clean some articles again, now that it is known which of their lines their sites put there, and repair them."""
    readings = [_cleaned(thaw(own), dict(lines), settings) for own, lines in items]
    seen = iter(traces([reading.folded.text for reading in readings]))
    return [_kept([reading], seen) for reading in readings]


def claim_part(items: Sequence[Item], table: FactTable, pairs: tuple[tuple[str, str], ...] = ()) -> list[Kept]:
    """Extract the claims of some articles and judge them.

    The note is a ``Verdicts``.

    Claims depend on the table's entities and predicates alone: where facts have changed, ``judge_part`` does the rest.
    ``pairs`` are the editor's own (spun, plain) words: from a copy, they are only suggested.
    """
    grammar = _grammar(table)
    kept = []
    for own, copies, filtered in items:
        reading, claimed = _claim(thaw(own), [_copy(c) for c in copies], grammar, pairs, filtered)
        judged = _judged(claimed, table)
        kept.append(replace(judged, parts=(freeze(reading), freeze(claimed), *judged.parts)))
    return kept


# Most of a family have the same copies; some 20 KB each.
@lru_cache(maxsize=512)
def _copy(frozen: bytes) -> Article:
    article: Article = thaw(frozen).article
    return article


def judge_part(claimed: Sequence[bytes], table: FactTable) -> list[Kept]:
    """Judge the claims of some articles, as they were left by ``claim_part``; the only part is what the facts say."""
    return [_judged(thaw(content), table) for content in claimed]


def checked_of(reading: Reading, claimed: Claimed, ruled: Ruled) -> Checked:
    """Return an article with its verdicts."""
    article = reading.article
    if ruled.failure:
        article = _row(article.document, ruled.failure)
    if article.status is not Status.CHECKED:
        return Checked(article=article, reading=None, judgements=())
    return Checked(
        article=article,
        reading=reading,
        judgements=_judgements(claimed.claims, ruled.rulings),
        titled=_judgements(claimed.titled, ruled.titled),
    )


def entry_of(claimed: Claimed, ruled: Ruled) -> Entry:
    """Return an article's entry in the counts of the run; its text stays where it lies."""
    outline = claimed.outline
    if ruled.failure:
        # As ``_row`` has it: nothing is removed from a failed article.
        failed = Outline(
            document=outline.document,
            status=Status.FAILED,
            reason=ruled.failure,
            source=outline.source,
            clean=outline.source,
        )
        return Entry(outline=failed)
    judgements, titled = _judgements(claimed.claims, ruled.rulings), _judgements(claimed.titled, ruled.titled)
    return make_entry(outline, judgements, claimed.within, titled)


def lost_file(file: ArticleFile) -> Kept:
    """Return the row of a file that killed every worker that opened it."""
    row = _unread(_row(Document(id=file.label), _KILLED))
    return _kept([row], iter(traces([row.folded.text])))


def lost_shared(item: Shared) -> Kept:
    """Return an article as it was, whose second cleaning killed every worker."""
    reading = thaw(item[0])
    return _kept([reading], iter(traces([reading.folded.text])))


def lost_item(item: Item) -> Kept:
    """Return the row of an article that killed every worker that looked for its claims."""
    row = _row(thaw(item[0]).article.document, _KILLED)
    return Kept(_LOST, (freeze(_unread(row)), freeze(Claimed(outline=outline_of(row, None))), freeze(Ruled())))


def lost_claimed(content: bytes) -> Kept:
    """Return the row of an article that killed every worker that judged its claims."""
    return Kept(_LOST, (freeze(Ruled(failure=_KILLED)),))


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
    from analyzer.clean import clean
    from analyzer.repair import repair

    try:
        article = clean(document, settings)
        # The page itself is not needed any more, and is most of what an article weighs.
        plain = replace(article, document=replace(article.document, html=None))
        return repair(plain, pairs=settings.spun_pairs)
    except Exception as error:  # one bad article must never stop a run
        return _unread(_row(document, _broken(_CLEANING, error)))


def _cleaned(reading: Reading, lines: Mapping[int, Sharing], settings: Settings) -> Reading:
    from analyzer.clean import clean_again
    from analyzer.repair import repair

    try:
        article = clean_again(reading.article, lines, settings)
        return reading if article is reading.article else repair(article, pairs=settings.spun_pairs)
    except Exception:  # what the first cleaning left is good as well
        return reading


def _kept(readings: Sequence[Reading], seen: Iterator[Trace]) -> Kept:
    """Return the articles of a file frozen, with their notes; ``seen`` gives the trace of each."""
    parts = [freeze(part) for reading in readings for part in (next(seen), reading)]
    return Kept(tuple(_note(r) for r in readings), parts)


_NUMBERED = re.compile(r"\d{3}")


def _note(reading: Reading) -> Note:
    article = reading.article
    document = article.document
    cuts = ",".join(f"{r.start}-{r.end}{r.rule}{r.reason.zh}" for r in article.removals)
    told = (document.title, document.published, document.site, document.url, document.author, document.encoding)
    parts = (article.id, article.status, article.kind, *map(str, told), cuts, document.source)
    return Note(
        id=article.id,
        status=article.status,
        site=document.site,
        page=_page(document.url),
        holes=reading.doubtful or any(gap.restored is None for gap in reading.gaps),
        digest=xxh3_128_digest("\0".join(parts).encode("utf-8", "surrogatepass")),
        clues=_clues(reading),
        lines=_lines(article),
    )


def _clues(reading: Reading) -> Clues:
    """Return what an article says of its site's filter; without a site there is nobody to tell."""
    if reading.article.status is not Status.CHECKED or not reading.article.document.site:
        return Clues()
    from analyzer.repair import clues

    return clues(reading)


def _lines(article: Article) -> bytes:
    if article.status is not Status.CHECKED:
        return b""
    from analyzer.clean import told_lines

    return told_lines(article.clean.text, article.document.site)


def _page(url: str | None) -> str:
    """Return the path of an address that has a number in it: networks of sites share such numbers. Else ""."""
    try:
        path = urlsplit(url or "").path.rstrip("/")
    except ValueError:
        return ""
    return path if _NUMBERED.search(path) else ""


def _judged(claimed: Claimed, table: FactTable) -> Kept:
    ruled = _rule(claimed, table)
    lasting = claimed.outline.status is not Status.FAILED and ruled.failure is None
    told = xxh3_128_digest(repr(ruled).encode("utf-8", "surrogatepass"))
    questions = asked((*claimed.claims, *claimed.titled))
    dated = bool(claimed.outline.document.published)
    basis = _basis(table).of(questions, dated=dated)
    return Kept(Verdicts(basis, lasting, told, questions, dated), (freeze(ruled),))


def _rule(claimed: Claimed, table: FactTable) -> Ruled:
    if claimed.outline.status is not Status.CHECKED:
        return Ruled()
    try:
        published = date_of(claimed.outline.document.published)
        judgements = tempered([judge(claim, table, published) for claim in claimed.claims])
        titled = [judge(claim, table, published) for claim in claimed.titled]
    except Exception as error:  # one bad article must never stop a run
        return Ruled(failure=_broken(_CHECKING, error))
    return Ruled(rulings=_rulings(judgements), titled=_rulings(titled))


def _rulings(judgements: Sequence[Judgement]) -> tuple[_Ruling, ...]:
    return tuple(_Ruling(j.verdict, j.tier, j.fact, j.code, j.reason) for j in judgements)


def _judgements(claims: Sequence[Claim], rulings: Sequence[_Ruling]) -> tuple[Judgement, ...]:
    return tuple(
        Judgement(claim=c, verdict=r.verdict, tier=r.tier, fact=r.fact, code=r.code, reason=r.reason)
        for c, r in zip(claims, rulings, strict=True)
    )


def _claim(
    reading: Reading,
    copies: Sequence[Article],
    grammar: "Grammar",
    pairs: tuple[tuple[str, str], ...],
    filtered: tuple[str, ...],
) -> tuple[Reading, Claimed]:
    from analyzer.claims import claims_of
    from analyzer.repair import repair

    article = reading.article
    if article.status is not Status.CHECKED:
        return reading, Claimed(outline=outline_of(article, None))
    try:
        if copies or filtered:
            again = repair(article, copies, pairs, filtered)
            reading = replace(again, spin_score=reading.spin_score, spin_pairs=reading.spin_pairs)
        claims = tuple(replace(claim, steps=()) for claim in claims_of(reading, grammar))
        titled = tuple(replace(claim, steps=()) for claim in _titled(article, grammar))
    except Exception as error:  # one bad article must never stop a run
        row = _row(article.document, _broken(_CHECKING, error))
        return _unread(row), Claimed(outline=outline_of(row, None))
    within = tuple(within_sentence(article.clean, claim) for claim in claims)
    claimed = Claimed(outline=outline_of(article, reading), claims=claims, within=within, titled=titled)
    return replace(reading, folded=reading.repaired), claimed


def _titled(article: Article, grammar: "Grammar") -> tuple[Claim, ...]:
    """Return the claims of a title that stands beside the text (a page's head), not in it."""
    from analyzer.claims import claims_of
    from analyzer.repair import repair

    title = article.document.title
    if not title or title in article.clean.text:
        return ()
    document = replace(article.document, source=title, blocks=())
    alone = replace(article, document=document, removals=(), clean=View.of(title))
    return tuple(claims_of(repair(alone), grammar))


_BASES: dict[str, Basis] = {}


def _basis(table: FactTable) -> Basis:
    """Return what a table has to say, made once a process."""
    if table.digest not in _BASES:
        _BASES[table.digest] = Basis(table)
    return _BASES[table.digest]


_GRAMMARS: "dict[str, Grammar]" = {}


def _grammar(table: FactTable) -> "Grammar":
    """Return the compiled grammar of a table, made once a process."""
    from analyzer.claims import compile_grammar

    if table.vocabulary_digest not in _GRAMMARS:
        _GRAMMARS[table.vocabulary_digest] = compile_grammar(table)
    return _GRAMMARS[table.vocabulary_digest]


def _broken(stage: Phrase, error: Exception) -> Phrase:
    """Return the reason of an article on which a stage broke."""
    what = f"{type(error).__name__}: {error}"
    return Phrase(zh=f"{stage.zh}时程序出错，请把这个文件发给开发者：{what}", en=f"{stage.en} broke: {what}")


def _row(document: Document, reason: Phrase) -> Article:
    """Return the row of a failed article: nothing removed, nothing checked, the reason kept."""
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
