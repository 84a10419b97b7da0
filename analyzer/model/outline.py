"""What a run counts of an article, without its text: small enough to be opened for each of a hundred thousand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import nlargest

from analyzer.language import Phrase
from analyzer.model.article import Article, Removal
from analyzer.model.claim import Claim
from analyzer.model.corpus import Score
from analyzer.model.document import Document, Status
from analyzer.model.reading import Reading
from analyzer.model.verdict import Judgement
from analyzer.text import Span, View

LONGEST = 12
"""Pieces shown of each removal rule, by article and over all: the longest ones, where a wrong rule does most harm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuts:
    """What one rule removed from an article; ``longest`` are the first pieces that the page of removals may show."""

    rule: str
    pieces: int
    chars: int
    doubtful: int
    reasons: tuple[tuple[Phrase, int], ...]
    longest: tuple[Removal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """An article without its text. ``document`` has id, title, site, date and address only.

    ``source`` and ``clean`` are the lengths of the source and of the cleaned text, ``gaps`` counts holes, ``repairs``
    names the kind of each repair, ``spun`` counts pairs of spun words.
    """

    document: Document
    status: Status
    reason: Phrase | None
    source: int
    clean: int
    cuts: tuple[Cuts, ...] = ()
    gaps: int = 0
    repairs: tuple[str, ...] = ()
    spin_score: float = 0.0
    spun: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article's outline and what it claims, judged: its entry in the counts of a run.

    ``judgements`` are in the order of ``claims.jsonl``, and ``within`` says where in its sentence each claim's words
    stand. ``titled`` are the claims of a page title that is no part of the cleaned text.
    """

    outline: Outline
    judgements: tuple[Judgement, ...] = ()
    within: tuple[Span, ...] = ()
    titled: tuple[Judgement, ...] = ()
    farm: Score = field(default_factory=lambda: Score(value=0.0))
    cluster: str | None = None

    @property
    def id(self) -> str:
        """Return the contract's ``article``."""
        return self.outline.document.id


def outline_of(article: Article, reading: Reading | None) -> Outline:
    """Return the outline of an article; ``reading`` is None for skipped and failed ones."""
    full = article.document
    return Outline(
        document=Document(id=full.id, title=full.title, site=full.site, published=full.published, url=full.url),
        status=article.status,
        reason=article.reason,
        source=len(full.source),
        clean=len(article.clean.text),
        cuts=_cuts(article.removals),
        gaps=len(reading.gaps) if reading else 0,
        repairs=tuple(r.kind for r in reading.repairs) if reading else (),
        spin_score=reading.spin_score if reading else 0.0,
        spun=len(reading.spin_pairs) if reading else 0,
    )


def make_entry(
    outline: Outline, judgements: Sequence[Judgement], within: Sequence[Span], titled: Sequence[Judgement] = ()
) -> Entry:
    """Return an article's entry; ``within`` belongs to the judgements one by one."""
    pairs = sorted(zip(judgements, within, strict=True), key=lambda pair: place(pair[0]))
    return Entry(
        outline=outline, judgements=tuple(j for j, _ in pairs), within=tuple(w for _, w in pairs), titled=tuple(titled)
    )


def place(judgement: Judgement) -> tuple[int, int, str, str, str]:
    """Return what orders judgements in ``claims.jsonl``."""
    claim = judgement.claim
    return claim.start, claim.end, claim.predicate, claim.subject_id, claim.written


def within_sentence(clean: View, claim: Claim) -> Span:
    """Return where in its sentence a claim's words stand; ``clean`` is its article's cleaned text."""
    first = clean.position(claim.sentence_start)
    return Span(clean.position(claim.start) - first, clean.position(claim.end) - first)


def _cuts(removals: Sequence[Removal]) -> tuple[Cuts, ...]:
    by_rule: dict[str, list[Removal]] = {}
    for removal in removals:
        by_rule.setdefault(removal.rule, []).append(removal)
    return tuple(
        Cuts(
            rule=rule,
            pieces=len(found),
            chars=sum(len(r.text) for r in found),
            doubtful=sum(r.confidence < 0.5 for r in found),
            reasons=tuple(Counter(r.reason for r in found).items()),
            longest=tuple(nlargest(LONGEST, found, key=lambda r: (len(r.text), -r.start))),
        )
        for rule, found in by_rule.items()
    )
