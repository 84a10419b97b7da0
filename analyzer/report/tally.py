"""What the pages count over all articles, in one go: articles may lie on disk, and opening them is the cost."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import heappush, heappushpop, nsmallest
from sys import intern
from typing import overload

from analyzer.language import Phrase
from analyzer.model import LONGEST, Checked, Claim, Cuts, Entry, Judgement, Removal, Status, Verdict, entry_of, place

SAMPLES, VALUES = 3, 4
"""Claims shown for a reason to abstain, answers shown for a question that the table leaves open."""
LISTED = 2_000
"""Lines of the list of articles: nobody reads on, and browsers become slow."""


FAILED = 3
"""Failed articles of which the terminal tells the reason: one reason is most often that of all."""


@dataclass(slots=True)
class Rule:
    """What one rule removed. ``longest`` are (letters, -article's place, -start, number, removal)."""

    pieces: int = 0
    chars: int = 0
    articles: int = 0
    doubtful: int = 0
    reasons: Counter[Phrase] = field(default_factory=Counter)
    longest: list[tuple[int, int, int, int, Removal]] = field(default_factory=list)


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


def listed_of(entry: Entry) -> Listed:
    """Return what a list says of an article."""
    outline, document = entry.outline, entry.outline.document
    findings = Counter(j.verdict.value for j in entry.judgements if j.is_finding)
    removed = sum(cuts.pieces for cuts in outline.cuts)
    return Listed(
        order=((-findings.total(), -outline.gaps, -removed), entry.id),
        title=document.title,
        site=document.site,
        published=document.published,
        status=outline.status,
        reason=outline.reason,
        findings=findings,
        gaps=outline.gaps,
        removed=removed,
        kept=outline.clean / max(1, outline.source),
        farm=entry.farm.value,
    )


@dataclass(slots=True)
class Tally:
    """The counts.

    ``weights`` orders articles by what there is to see in them, ``cited`` are the rows that decided in each, ``homes``
    each one's site and date, "" where it is not known; places are those in ``run.checked``. ``listed`` holds at least
    the first ``LISTED`` lines of the list of articles, in no order; ``failed`` the first ``FAILED`` that failed.
    """

    places: dict[str, int] = field(default_factory=dict)
    weights: list[tuple[int, int, int]] = field(default_factory=list)
    with_page: set[int] = field(default_factory=set)
    cited: list[tuple[str, ...]] = field(default_factory=list)
    homes: list[tuple[str, str]] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    failed: list[Listed] = field(default_factory=list)
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

    def add(self, entry: Entry) -> None:
        """Count an article."""
        place = len(self.weights)
        outline, line = entry.outline, listed_of(entry)
        findings, gaps = line.findings.total(), line.gaps
        self.places[entry.id] = place
        self.weights.append(line.order[0])
        self.homes.append((intern(line.site or ""), intern(line.published or "")))
        self.listed.append(line)
        if len(self.listed) >= 2 * LISTED:
            self.listed = nsmallest(LISTED, self.listed, key=lambda each: each.order)
        if findings or gaps:
            self.with_page.add(place)
        self.statuses[outline.status] += 1
        if outline.status is Status.FAILED and len(self.failed) < FAILED:
            self.failed.append(line)
        if outline.status is Status.CHECKED:
            self.affected[line.site or ""] += bool(findings)
            self.homeless += not line.site
        self.gaps += gaps
        self.source += outline.source
        self.repair_rules.update(outline.repairs)
        for cuts in outline.cuts:
            self._remove(place, cuts)
        self.cited.append(tuple(sorted({intern(j.fact) for j in entry.judgements if j.fact})))
        for judgement in entry.judgements:
            self._judge(place, judgement)

    def _remove(self, place: int, cuts: Cuts) -> None:
        rule = self.rules.setdefault(cuts.rule, Rule())
        rule.pieces += cuts.pieces
        rule.chars += cuts.chars
        rule.doubtful += cuts.doubtful
        rule.articles += 1
        for reason, count in cuts.reasons:
            rule.reasons[reason] += count
        for number, removal in enumerate(cuts.longest):
            piece = (len(removal.text), -place, -removal.start, number, removal)
            if len(rule.longest) < LONGEST:
                heappush(rule.longest, piece)
            elif piece[:3] > rule.longest[0][:3]:
                heappushpop(rule.longest, piece)
            else:
                break  # the others are no longer

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
        tally.add(entry_of(checked))
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
    return replace(checked, judgements=tuple(sorted(checked.judgements, key=place)))
