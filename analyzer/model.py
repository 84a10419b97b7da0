"""The vocabulary: every value that passes between the stages.

All offsets called ``start`` and ``end`` count Unicode code points of an article's *source text* and are half-open,
unless a docstring says otherwise. Everything here is frozen; a stage returns new values and changes none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from analyzer.language import Phrase
from analyzer.text import Span, View

# --- what a file says (read) ---------------------------------------------------------------------------------------


class Status(StrEnum):
    """What became of a file: the contract's words for ``articles.jsonl``."""

    CHECKED = "checked"
    SKIPPED = "skipped"
    FAILED = "failed"


class PageKind(StrEnum):
    """What sort of page a document is, as far as its layout and text tell."""

    ARTICLE = "article"
    FORUM = "forum"
    LIST = "list"
    THIN = "thin"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a page's visible text: a paragraph, heading, list item, table row.

    ``tag`` is the block element's name, ``path`` the tags with class and id words from the body down
    ("div.content/p"), ``link_share`` the share (0..1) of the block's characters that stand inside links.
    """

    start: int
    end: int
    tag: str
    path: str
    link_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as it was read, before anything is judged.

    ``id`` is the contract's ``article``. ``source`` is the source text that all offsets count in; for a page it is
    the visible text and ``html`` keeps the decoded page for the extractors; for a text file ``html`` is None and
    ``blocks`` is empty. ``published`` is an ISO date, perhaps partial. A file that could not be read has
    ``failure`` set and an empty source.
    """

    id: str
    source: str = ""
    title: str = ""
    published: str | None = None
    site: str | None = None
    author: str | None = None
    url: str | None = None
    html: str | None = None
    blocks: tuple[Block, ...] = ()
    encoding: str = "utf-8"
    damaged_bytes: int = 0
    digest: str = ""
    failure: Phrase | None = None


# --- what is not the article (clean) -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """One piece of the source that the cleaned text leaves out: a line of the ledger.

    ``evidence`` is the source span that justifies it (the copy that stays, the heading that opens the section), or
    None. ``confidence`` is 0..1. ``version`` is the version of the rule.
    """

    start: int
    end: int
    rule: str
    text: str
    reason: Phrase
    evidence: Span | None = None
    confidence: float = 1.0
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A document after cleaning. ``clean`` is the view of the source without the removals (``clean.text``).

    ``confidence`` (0..1) says how far the extractors agreed on the body; 1.0 for plain text files.
    """

    document: Document
    kind: PageKind
    status: Status
    reason: Phrase | None
    removals: tuple[Removal, ...]
    clean: View
    confidence: float = 1.0

    @property
    def id(self) -> str:
        """Return the contract's ``article``."""
        return self.document.id


# --- what many articles share (across) -----------------------------------------------------------------------------


class EdgeKind(StrEnum):
    """How two articles resemble each other; only COPY and EDITED make clusters."""

    COPY = "copy"
    EDITED = "edited"
    EXCERPT = "excerpt"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Two articles that share text. ``of_left`` and ``of_right`` are the shares (0..1) of each that the other holds."""

    left: str
    right: str
    kind: EdgeKind
    of_left: float
    of_right: float
    shared: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Articles that are near-duplicates of each other; ids in ascending order."""

    id: str
    articles: tuple[str, ...]


# --- what was damaged (repair) -------------------------------------------------------------------------------------


class GapKind(StrEnum):
    """The contract's kinds of holes."""

    SPACE = "space"
    MERGED = "merged"
    BYTES = "bytes"
    SUBSTITUTED = "substituted"
    MASKED = "masked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A hole in the article. ``restored`` is set only where the lost words are certain."""

    start: int
    end: int
    kind: GapKind
    restored: str | None
    candidates: tuple[str, ...]
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A place where the repaired text differs from the cleaned text; ``kind`` is the contract's word."""

    start: int
    end: int
    kind: str
    old: str
    new: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpinPair:
    """Evidence of spun wording: the spun word and how often, the plain word and how often."""

    spun: str
    spun_count: int
    plain: str
    plain_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article as it is read for claims.

    ``repaired`` is the cleaned text with exact repairs put in, the script kept. ``folded`` is the same map with the
    script simplified, width and case folded: equally long, character by character. ``uncertain`` holds the source
    spans whose reading rests on a guess (an unrestored gap, a homoglyph): a claim that touches one is at most
    ``suggested``. ``damaged_numbers`` holds source spans of figures that are visibly broken.
    """

    article: Article
    repaired: View
    folded: View
    repairs: tuple[Repair, ...] = ()
    gaps: tuple[Gap, ...] = ()
    uncertain: tuple[Span, ...] = ()
    damaged_numbers: tuple[Span, ...] = ()
    spin_score: float = 0.0
    spin_pairs: tuple[SpinPair, ...] = ()


# --- what is true (facts) ------------------------------------------------------------------------------------------


class Cardinality(StrEnum):
    """How many true values a predicate has, and whether the table lists them all."""

    SINGLE = "single"
    CLOSED = "closed"
    MULTI = "multi"


class Grade(StrEnum):
    """How a recorded value stands to the truth."""

    EXACT = "exact"
    ACCEPTED = "accepted"
    WRONG = "wrong"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A thing that facts speak of. ``row`` is the line of entities.csv (header = 1)."""

    id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    note: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A property that facts state. ``value_types`` are entity types, or one of number, date, boolean, text.

    ``templates`` are in the contract's mini-language. ``tolerance`` is relative; 0 means exact. ``severity`` comes
    from an optional extra column (high, medium, low) and only ranks findings.
    """

    id: str
    label: str
    subject_types: tuple[str, ...]
    value_types: tuple[str, ...]
    cardinality: Cardinality
    templates: tuple[str, ...]
    unit: str = ""
    tolerance: float = 0.0
    note: str = ""
    severity: str = "medium"
    row: int = 0


class Shape(StrEnum):
    """What a figure in a text bounds: 5万 · 2万到5万 · 最高5万 · 至少5万 · 约5万."""

    POINT = "point"
    RANGE = "range"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityValue:
    """A value that is an entity of the table."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownValue:
    """A value that the table does not know. ``proper_name`` tells a name (某某银行) from a description (一家机构)."""

    name: str
    proper_name: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure in the predicate's canonical unit; a point has ``low == high``.

    ``readings`` are further (low, high) pairs that the words also allow (a yearly rate over 365 or 360 days).
    """

    low: float
    high: float
    unit: str
    shape: Shape = Shape.POINT
    readings: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date as exact as it was written; ``month`` and ``day`` are 0 where not given."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"] + [f"{p:02d}" for p in (self.month, self.day) if p]
        return "-".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """The value of a boolean predicate."""

    true: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextValue:
    """A value that is compared as text. ``folded`` is the text without spaces, in the folded script and width."""

    folded: str


Value = EntityValue | UnknownValue | Quantity | PartialDate | Truth | TextValue


def value_id(value: Value | None) -> str | None:
    """Return the contract's ``value_id``: entity id, or the canonical number, date or boolean as text, or None."""
    match value:
        case EntityValue():
            return value.id
        case Quantity():
            low, high = f"{value.low:.12g}", f"{value.high:.12g}"
            return low if low == high else f"{low}~{high}"
        case PartialDate():
            return str(value)
        case Truth():
            return "true" if value.true else "false"
        case TextValue():
            return value.folded
        case _:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One row of facts.csv. ``valid_from`` and ``valid_to`` are inclusive. A fact without a source is a draft."""

    id: str
    subject: str
    predicate: str
    value: Value
    written: str
    grade: Grade = Grade.EXACT
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    source_url: str = ""
    source_title: str = ""
    checked_on: str = ""
    checked_by: str = ""
    note: str = ""
    row: int = 0

    @property
    def draft(self) -> bool:
        """Return whether the row names no source and so decides nothing."""
        return not (self.source_url or self.source_title)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactTable:
    """The fact folder, checked and indexed.

    ``by_key`` maps (subject id, predicate id) to that key's facts in file order. ``digest`` covers the three files'
    contents; ``vocabulary_digest`` covers entities and predicates only (what claims depend on). ``newest_check`` is
    the newest ``checked_on``, or None.
    """

    entities: Mapping[str, Entity]
    predicates: Mapping[str, Predicate]
    facts: tuple[Fact, ...]
    by_key: Mapping[tuple[str, str], tuple[Fact, ...]]
    digest: str
    vocabulary_digest: str
    newest_check: PartialDate | None = None

    def ancestors(self, entity: str) -> tuple[str, ...]:
        """Return the ids above an entity, nearest first."""
        chain: list[str] = []
        node = self.entities.get(entity)
        while node and node.parent and node.parent not in chain:
            chain.append(node.parent)
            node = self.entities.get(node.parent)
        return tuple(chain)


# --- what the article says (claims) --------------------------------------------------------------------------------


class Stance(StrEnum):
    """How the article puts a claim: the contract's words."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    QUESTION = "question"
    HYPOTHETICAL = "hypothetical"
    HEDGED = "hedged"
    ATTRIBUTED = "attributed"
    DENIED = "denied"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement of an article about a subject that the table knows.

    ``start:end`` is the claim's own span, ``sentence`` the whole sentence around it as the cleaned source writes it.
    ``subject`` and ``written`` are the repaired words for subject and value, ``subject_id`` the entity's id, ``value``
    the typed value, or None where the words give none. ``time`` is the time that the clause states; ``past`` is true
    where it is told as past (曾, 原, 当时). ``certain`` is false where a guess was needed (a fuzzy name, an implied
    actor, a gap): such a claim is at most ``suggested``. ``doubt`` says why the claim cannot be decided at all, if
    so. ``steps`` is the derivation for ``explain``: mentions, frame, template, stance cues. ``locations`` are the
    further places of the same claim.
    """

    article: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    subject: str
    subject_id: str
    predicate: str
    written: str
    value: Value | None
    stance: Stance
    rule: str
    time: PartialDate | None = None
    past: bool = False
    certain: bool = True
    doubt: Phrase | None = None
    steps: tuple[str, ...] = ()
    locations: tuple[Span, ...] = ()


# --- is it true (verify) -------------------------------------------------------------------------------------------


class Verdict(StrEnum):
    """The contract's verdicts."""

    SUPPORTED = "supported"
    IMPRECISE = "imprecise"
    OUTDATED = "outdated"
    CONTRADICTED = "contradicted"
    UNVERIFIED = "unverified"


class Tier(StrEnum):
    """CONFIRMED is promised to be right; SUGGESTED wants a look."""

    CONFIRMED = "confirmed"
    SUGGESTED = "suggested"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A claim and what the table says of it. ``fact`` is the deciding row's id, ``code`` names the step taken.

    ``code`` is a stable word ("no_fact", "other_value", "ancestor", "damaged_number" …) that reports group by.
    """

    claim: Claim
    verdict: Verdict
    tier: Tier
    fact: str | None
    code: str
    reason: Phrase

    @property
    def is_finding(self) -> bool:
        """Return whether editors have to look at it."""
        return self.verdict in (Verdict.CONTRADICTED, Verdict.OUTDATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the values of a conflict and the articles that state it; ``voices`` counts near-duplicates once."""

    value: str
    value_id: str | None
    articles: tuple[str, ...]
    voices: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Articles (or a title and its body) that disagree on a predicate with one true value, fact or no fact."""

    subject_id: str
    predicate: str
    sides: tuple[Side, ...]


# --- a whole run ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A 0..1 score that lists its parts: (name, share of the score, what was seen)."""

    value: float
    parts: tuple[tuple[str, float, Phrase], ...] = ()


class Reach(StrEnum):
    """Why a sentence stands in many articles: one site's template, one cluster's copies, or a common phrase."""

    TEMPLATE = "template"
    COPIED = "copied"
    COMMON = "common"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A sentence that stands in several articles; ``articles`` are their ids, ``sites`` the sites known of them."""

    sentence: str
    articles: tuple[str, ...]
    sites: tuple[str, ...]
    reach: Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRow:
    """One site of the run.

    ``copied`` counts its articles with near-duplicates on other sites; ``listed`` names the source lists that carry
    it, with the line: "list.txt:12".
    """

    site: str
    articles: int
    copied: int
    findings: int
    claims: int
    gaps: int
    removed_share: float
    farm: float
    listed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """All that one article came to. ``reading`` is None for skipped and failed ones.

    ``titled`` are the claims of a page title that is no part of the cleaned text: they have no offsets in the source
    and speak in conflicts only.
    """

    article: Article
    reading: Reading | None
    judgements: tuple[Judgement, ...]
    titled: tuple[Judgement, ...] = ()
    farm: Score = field(default_factory=lambda: Score(value=0.0))
    cluster: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The result of a run: all that a report may see."""

    version: str
    input: tuple[str, ...]
    table: FactTable
    checked: tuple[Checked, ...]
    conflicts: tuple[Conflict, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    edges: tuple[Edge, ...] = ()
    spread: tuple[Spread, ...] = ()
    sites: tuple[SiteRow, ...] = ()
