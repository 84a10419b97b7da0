"""All that one article, and one run, came to."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from analyzer.model.article import Article
from analyzer.model.corpus import Cluster, Edge, Network, Score, SiteRow, Spread
from analyzer.model.fact import FactTable
from analyzer.model.outline import Entry, make_entry, outline_of, within_sentence
from analyzer.model.reading import Reading
from analyzer.model.verdict import Conflict, Judgement


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


def entry_of(checked: Checked) -> Entry:
    """Return an article's entry in the counts of a run."""
    article = checked.article
    within = [within_sentence(article.clean, j.claim) for j in checked.judgements]
    entry = make_entry(outline_of(article, checked.reading), checked.judgements, within, checked.titled)
    return replace(entry, farm=checked.farm, cluster=checked.cluster)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The result of a run: all that a report may see.

    ``checked`` ascends by id and may lie on disk: it is fast in order only. ``contents`` has two digests of each
    article there: of itself with its claims, and of that with what the facts say; it is empty where nobody asked.
    """

    version: str
    input: tuple[str, ...]
    table: FactTable
    checked: Sequence[Checked]
    conflicts: tuple[Conflict, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    edges: tuple[Edge, ...] = ()
    spread: tuple[Spread, ...] = ()
    sites: tuple[SiteRow, ...] = ()
    networks: tuple[Network, ...] = ()
    contents: Sequence[tuple[bytes, bytes]] = field(default=(), compare=False, repr=False)
