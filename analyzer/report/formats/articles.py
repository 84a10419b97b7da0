"""``articles.html`` and a page for each article: its text with marks, and the evidence beside them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from analyzer.decisions import case_print
from analyzer.model import Checked, Gap, Judgement, Verdict, entry_of
from analyzer.report.book import Book
from analyzer.report.cases import Case
from analyzer.report.evidence import FactLine, fact_of, truths_of, why
from analyzer.report.marks import Mark, Row, Segment, rows_of
from analyzer.report.pictures import Tick, strip
from analyzer.report.render import write
from analyzer.report.tally import LISTED, Listed, listed_of

# A page of more text than this takes browsers seconds to lay out; the longest seed has under 10,000 characters.
TEXT_LIMIT = 120_000

PIECE, PIECES = 50, 1_000  # pages that are written in one go, at least; and pieces of work at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A numbered remark beside the text: a judgement with its row of the table, or a gap."""

    number: int
    kind: str
    start: int
    end: int
    judgement: Judgement | None = None
    fact: FactLine | None = None
    truths: tuple[FactLine, ...] = ()
    why: str = ""
    case: Case | None = None
    gap: Gap | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of ``articles.html``."""

    line: Listed
    page: str


def write_articles(book: Book, out: Path) -> None:
    """Write the list of articles and their pages."""
    for piece in pieces(book, out):
        piece()


def pieces(book: Book, out: Path, standing: Collection[str] = ()) -> list[Callable[[], None]]:
    """Return the same as pieces of work that do not know each other, without the pages that stand already."""
    names = [(article, name) for article, name in book.article_pages.items() if name not in standing]
    size = max(PIECE, -(-len(names) // PIECES))
    starts = range(0, len(names), size)
    return [
        partial(_write_list, book, out),
        *(partial(_write_pages, book, out, names[at : at + size]) for at in starts),
    ]


def _write_list(book: Book, out: Path) -> None:
    write(out / "articles.html", articles_list(book))


def _write_pages(book: Book, out: Path, names: Sequence[tuple[str, str]]) -> None:
    for article, name in names:
        write(out / name, article_page(book, book.by_article[article]))


def articles_list(book: Book) -> str:
    """Return the list of articles, those with most findings first."""
    tally, every = book.tally, book.settings.all_pages
    whole = len(tally.listed) == len(tally.places)
    listed = map(listed_of, map(entry_of, book.run.checked)) if every and not whole else tally.listed
    ordered = sorted(listed, key=lambda each: each.order)
    lines = [Line(line=each, page=book.article_pages.get(each.id, "")) for each in ordered[: None if every else LISTED]]
    return book.page("articles.html.j2", "", "articles", lines=lines, total=len(tally.places))


def article_page(book: Book, checked: Checked) -> str:
    """Return the page of one article."""
    document, reading = checked.article.document, checked.reading
    source = document.source
    notes = _notes(book, checked)
    unverified = [j for j in checked.judgements if j.verdict is Verdict.UNVERIFIED]
    marks = [Mark(start=n.start, end=n.end, kind=n.kind, note=n.number) for n in notes]
    for note in notes:
        places = note.judgement.claim.locations if note.judgement else ()
        marks += [Mark(start=s.start, end=s.end, kind=note.kind, note=note.number) for s in places]
    marks += [Mark(start=j.claim.start, end=j.claim.end, kind="unverified") for j in unverified]
    cut = min(len(source), TEXT_LIMIT)
    rows = rows_of(
        source[:cut],
        [r for r in checked.article.removals if r.end <= cut],
        marks,
        reading.repairs if reading else (),
        reading.gaps if reading else (),
    )
    placed = {n for row in rows for n in row.notes}
    return book.page(
        "article.html.j2",
        "../",
        "articles",
        c=checked,
        d=document,
        rows=rows,
        notes={n.number: n for n in notes},
        elsewhere=[n for n in notes if n.number not in placed],
        unverified=unverified,
        repairs=reading.repairs if reading else (),
        clean=checked.article.clean.text[:TEXT_LIMIT],
        source=source[:cut],
        cut=cut if cut < len(source) else 0,
        places=book.words("comma").join(
            f"{n.number} {book.words(f'mark.{n.kind}')} {_percent(n, source)}%" for n in notes
        ),
        strip=strip([Tick(place=n.start / max(1, len(source)), kind=n.kind, label=str(n.number)) for n in notes]),
        kept=kept(checked),
        anchors=_anchors(rows),
        lengths=lambda row: sum(len(r.text) for r in row.removed),
    )


def _percent(note: Note, source: str) -> int:
    """Return how far into the text a note stands."""
    return int(100 * note.start / (len(source) or 1))


def _anchors(rows: Iterable[Row]) -> Mapping[int, Segment]:
    """Return the segment after which each note's number stands first."""
    anchors: dict[int, Segment] = {}
    for row in rows:
        for segment in row.segments:
            for number in segment.notes:
                anchors.setdefault(number, segment)
    return anchors


def kept(checked: Checked) -> float:
    """Return the share of the source that the cleaned text keeps."""
    return len(checked.article.clean.text) / max(1, len(checked.article.document.source))


def _notes(book: Book, checked: Checked) -> list[Note]:
    """Return the remarks in the order of the text, numbered from 1; claims that nothing decides have none."""
    found: list[tuple[int, int, str, Judgement | None, Gap | None]] = [
        (j.claim.start, j.claim.end, j.verdict.value, j, None)
        for j in checked.judgements
        if j.verdict is not Verdict.UNVERIFIED
    ]
    found += [(g.start, g.end, "gap", None, g) for g in (checked.reading.gaps if checked.reading else ())]
    found.sort(key=lambda f: (f[0], f[1], f[2]))
    return [
        Note(
            number=number,
            kind=kind,
            start=start,
            end=end,
            judgement=judgement,
            fact=fact_of(book, judgement) if judgement else None,
            truths=truths_of(book, judgement) if judgement else (),
            why=why(book, judgement) if judgement and judgement.is_finding else "",
            case=book.case_of.get(case_print(judgement.claim)) if judgement and judgement.is_finding else None,
            gap=gap,
        )
        for number, (start, end, kind, judgement, gap) in enumerate(found, 1)
    ]
