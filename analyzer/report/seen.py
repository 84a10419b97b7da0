"""What cases and pages need of all articles, taken down in one go: articles may lie on disk, opening costs time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from analyzer.decisions import Decision, case_print
from analyzer.model import Checked, Document, Entry, Judgement, entry_of
from analyzer.report.tally import Tally
from analyzer.text import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place of a case: an article's claim, and the decision that holds there, if any.

    ``document`` is the article's without its text, which may lie on disk. ``at`` are the claim's words in its sentence.
    """

    document: Document
    cluster: str | None
    judgement: Judgement
    at: Span
    decision: Decision | None

    @property
    def article(self) -> str:
        """Return the article's id."""
        return self.document.id

    @property
    def site(self) -> str:
        """Return the article's site, or "" where it is not known."""
        return self.document.site or ""


_COMMON = ("subject", "subject_id", "predicate", "written", "value", "rule", "time", "sentence")
"""What claims have in common with others. Of names, values and reasons there are few; of sentences, as many as a farm
wrote: a copied one is held once."""


class Seen:
    """What cases and pages need of all articles, taken down as they pass: opening them is the cost of a report."""

    def __init__(self) -> None:
        """Begin with no article."""
        self.tally = Tally()
        self.groups: dict[str, list[Hit]] = {}
        self._known: dict[object, Any] = {}

    def add(self, entry: Entry) -> None:
        """Take down an article."""
        self.tally.add(entry)
        document = entry.outline.document
        for judgement, within in zip(entry.judgements, entry.within, strict=True):
            if judgement.is_finding:
                kept = self._light(judgement, document.id)
                hit = Hit(document=document, cluster=entry.cluster, judgement=kept, at=within, decision=None)
                self.groups.setdefault(case_print(judgement.claim), []).append(hit)

    def _light(self, judgement: Judgement, article: str) -> Judgement:
        """Return a judgement that shares with the others what they have in common: a run holds all its findings.

        The steps of its derivation are left out; ``farmcheck explain`` works them out anew.
        """
        claim = judgement.claim
        same = {name: self._once(getattr(claim, name)) for name in _COMMON}
        return replace(
            judgement,
            claim=replace(claim, article=article, steps=(), **same),
            fact=self._once(judgement.fact),
            code=self._once(judgement.code),
            reason=self._once(judgement.reason),
        )

    def _once(self, value: T) -> T:
        # Figures are known by what they look like: 20 and 20.0 are equal, and not written alike.
        name = value if isinstance(value, str) else repr(value)
        found: T = self._known.setdefault((type(value), name), value)
        return found

    def home(self, article: str) -> tuple[str, str] | None:
        """Return an article's site and date, "" where it is not known; None for one that was not seen."""
        place = self.tally.places.get(article)
        return None if place is None else self.tally.homes[place]


def see(articles: Iterable[Checked]) -> Seen:
    """Return what was seen of the articles."""
    seen = Seen()
    for checked in articles:
        seen.add(entry_of(checked))
    return seen
