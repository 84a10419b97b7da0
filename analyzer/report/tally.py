"""What the pages count over all articles, in one go: articles may lie on disk, and opening them is the cost."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import heappush, heappushpop, nsmallest
from sys import intern
from typing import overload

from analyzer.language import Phrase
from analyzer.model import Checked, Claim, Judgement, Removal, Status, Verdict

SAMPLES, VALUES = 3, 4
"""Claims shown for a reason to abstain, answers shown for a question that the table leaves open."""
LISTED = 2_000
"""Lines of the list of articles: nobody reads on, and browsers become slow."""
LONGEST = 12
"""Pieces shown of each removal rule: the longest ones, where a wrong rule does most harm."""


@dataclass(slots=True)
class Rule:
    """What one rule removed. ``longest`` are (letters, -article's place, -start, article's place, removal)."""

    pieces: int = 0
    chars: int = 0
    articles: int = 0
    doubtful: int = 0
    reasons: Counter[Phrase] = field(default_factory=Counter)
    longest: list[tuple[int, int, int, int, Removal]] = field(default_factory=list)
    last: int = -1


@dataclass(slots=True)
class Question:
    """A subject and predicate on which nothing was decided, and what articles say about it."""

    claims: int = 0
    articles: int = 0
    values: Counter[str] = field(default_factory=Counter)
    sentence: str = ""
    last: int = -1


@dataclass(slots=True)
class Reason:
    """A reason for which nothing was decided, with the first claims it was given for."""

    reason: Phrase
    claims: int = 0
    samples: list[Claim] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list of articles says of one; ``order`` puts those with most to see first."""

    order: tuple[tuple[int, int, int], str]
    title: str
    site: str | None
    published: str | None
    status: Status
    reason: Phrase | None
    findings: Counter[str]
    gaps: int
    removed: int
    kept: float
    farm: float

    @property
    def id(self) -> str:
        """Return the article's id."""
        return self.order[1]


def listed_of(checked: Checked) -> Listed:
    """Return what a list says of an article."""
    article, document = checked.article, checked.article.document
    findings = Counter(j.verdict.value for j in checked.judgements if j.is_finding)
    gaps = len(checked.reading.gaps) if checked.reading else 0
    removed = len(article.removals)
    return Listed(
        order=((-findings.total(), -gaps, -removed), article.id),
        title=document.title,
        site=document.site,
        published=document.published,
        status=article.status,
        reason=article.reason,
        findings=findings,
        gaps=gaps,
        removed=removed,
        kept=len(article.clean.text) / max(1, len(document.source)),
        farm=checked.farm.value,
    )


@dataclass(slots=True)
class Tally:
    """The counts.

    ``weights`` orders articles by what there is to see in them, ``cited`` are the rows that decided in each, ``homes``
    each one's site and date, "" where it is not known; places are those in ``run.checked``. ``listed`` holds at least
    the first ``LISTED`` lines of the list of articles, in no order.
    """

    places: dict[str, int] = field(default_factory=dict)
    weights: list[tuple[int, int, int]] = field(default_factory=list)
    with_page: set[int] = field(default_factory=set)
    cited: list[tuple[str, ...]] = field(default_factory=list)
    homes: list[tuple[str, str]] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    statuses: Counter[Status] = field(default_factory=Counter)
    affected: Counter[str] = field(default_factory=Counter)
    homeless: int = 0
    gaps: int = 0
    source: int = 0
    rules: dict[str, Rule] = field(default_factory=dict)
    claim_rules: Counter[str] = field(default_factory=Counter)
    repair_rules: Counter[str] = field(default_factory=Counter)
    facts: dict[str, Counter[str]] = field(default_factory=dict)
    questions: dict[tuple[str, str], Question] = field(default_factory=dict)
    reasons: dict[str, Reason] = field(default_factory=dict)

    @property
    def removals(self) -> int:
        """Return how many pieces were removed."""
        return sum(rule.pieces for rule in self.rules.values())

    def add(self, checked: Checked) -> None:
        """Count an article."""
        place = len(self.weights)
        article, reading = checked.article, checked.reading
        line = listed_of(checked)
        findings, gaps = line.findings.total(), line.gaps
        self.places[article.id] = place
        self.weights.append(line.order[0])
        self.homes.append((intern(line.site or ""), intern(line.published or "")))
        self.listed.append(line)
        if len(self.listed) >= 2 * LISTED:
            self.listed = nsmallest(LISTED, self.listed, key=lambda each: each.order)
        if findings or gaps:
            self.with_page.add(place)
        self.statuses[article.status] += 1
        if article.status is Status.CHECKED:
            self.affected[article.document.site or ""] += bool(findings)
            self.homeless += not article.document.site
        self.gaps += gaps
        self.source += len(article.document.source)
        self.repair_rules.update(r.kind for r in (reading.repairs if reading else ()))
        for removal in article.removals:
            self._remove(place, removal)
        self.cited.append(tuple(sorted({intern(j.fact) for j in checked.judgements if j.fact})))
        for judgement in checked.judgements:
            self._judge(place, judgement)

    def _remove(self, place: int, removal: Removal) -> None:
        rule = self.rules.setdefault(removal.rule, Rule())
        rule.pieces += 1
        rule.chars += len(removal.text)
        rule.doubtful += removal.confidence < 0.5
        rule.reasons[removal.reason] += 1
        rule.articles += rule.last != place
        rule.last = place
        entry = (len(removal.text), -place, -removal.start, rule.pieces, removal)
        if len(rule.longest) < LONGEST:
            heappush(rule.longest, entry)
        elif entry[:3] > rule.longest[0][:3]:
            heappushpop(rule.longest, entry)

    def _judge(self, place: int, judgement: Judgement) -> None:
        claim = judgement.claim
        self.verdicts[judgement.verdict] += 1
        self.claim_rules[claim.rule] += 1
        if judgement.fact:
            self.facts.setdefault(judgement.fact, Counter())[judgement.verdict.value] += 1
        if judgement.verdict is not Verdict.UNVERIFIED:
            return
        question = self.questions.setdefault((claim.subject_id, claim.predicate), Question(sentence=claim.sentence))
        question.claims += 1
        question.articles += question.last != place
        question.last = place
        question.values[claim.written] += 1
        reason = self.reasons.setdefault(judgement.code, Reason(judgement.reason))
        reason.claims += 1
        if len(reason.samples) < SAMPLES:
            reason.samples.append(claim)


def tally_of(articles: Iterable[Checked]) -> Tally:
    """Return the counts over all articles."""
    tally = Tally()
    for checked in articles:
        tally.add(checked)
    return tally


class InOrder(Sequence[Checked]):
    """Articles with their judgements in the order of ``claims.jsonl``: a reloaded run writes the same bytes."""

    def __init__(self, articles: Sequence[Checked]) -> None:
        """``articles`` may lie on disk: they are put in order when they are asked for."""
        self._articles = articles

    def __len__(self) -> int:
        return len(self._articles)

    @overload
    def __getitem__(self, place: int) -> Checked: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Checked]: ...
    def __getitem__(self, place: int | slice) -> Checked | Sequence[Checked]:
        """Return an article."""
        return InOrder(self._articles[place]) if isinstance(place, slice) else in_order(self._articles[place])

    def __iter__(self) -> Iterator[Checked]:
        return map(in_order, self._articles)


class ById(Mapping[str, Checked]):
    """The articles by their ids, opened when they are asked for."""

    def __init__(self, articles: Sequence[Checked], places: Mapping[str, int]) -> None:
        """``places`` are the numbers of the articles by id."""
        self._articles, self._places = articles, places

    def __getitem__(self, article: str) -> Checked:
        return self._articles[self._places[article]]

    def __contains__(self, article: object) -> bool:
        return article in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def in_order(checked: Checked) -> Checked:
    """Return an article with its judgements in the order of ``claims.jsonl``."""

    def place(judgement: Judgement) -> tuple[int, int, str, str, str]:
        claim = judgement.claim
        return claim.start, claim.end, claim.predicate, claim.subject_id, claim.written

    return replace(checked, judgements=tuple(sorted(checked.judgements, key=place)))
