"""All that the formats share: a run seen through the editors' decisions, with the names of its pages."""

import hashlib
import re
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from analyzer.decisions import Ledger, load
from analyzer.model import Checked, Fact, Run, Status, Truth, Verdict, show
from analyzer.report.cases import Case, build_cases
from analyzer.report.commands import USUAL, Commands
from analyzer.report.compare import Change, Compared, compare
from analyzer.report.render import page as render_page
from analyzer.report.seen import Seen, see
from analyzer.report.tally import ById, InOrder, Tally, tally_of
from analyzer.report.words import Words
from analyzer.settings import Settings

# Articles beyond this many get a page only if they have findings or damage, cases beyond it none: a folder of more
# files is slow to copy and nobody opens them one by one. `Settings.all_pages` lifts both limits.
PAGE_LIMIT = 2_000


@dataclass(frozen=True)
class Book:
    """A run and everything that pages and exports say about it.

    ``alone`` where no page lies beside the one written, ``served`` where the pages come from ``farmcheck serve``;
    ``commands`` tells what the commands on the pages must name.
    """

    run: Run
    settings: Settings
    ledger: Ledger
    cases: tuple[Case, ...]
    alone: bool = False
    served: bool = False
    commands: Commands = USUAL

    def settle(self) -> None:
        """Work out what all pages need, before several hands each would."""
        _ = (self.tally, self.by_article, self.case_of, self.article_pages, self.case_pages, self.compared, self.tabs)
        _ = (self.facts, self.cluster_sizes, self.change_of, self.kinds)

    @cached_property
    def words(self) -> Words:
        """Return the words in the report's language."""
        return Words(self.settings.language)

    @cached_property
    def tally(self) -> Tally:
        """Return what the pages count over all articles."""
        return tally_of(self.run.checked)

    @cached_property
    def verdicts(self) -> Counter[Verdict]:
        """Return how often each verdict was given."""
        return self.tally.verdicts

    @cached_property
    def kinds(self) -> Counter[str]:
        """Return how many cases there are of each kind, decided ones too."""
        return Counter(c.kind for c in self.cases)

    @cached_property
    def statuses(self) -> Counter[Status]:
        """Return how many articles were checked, skipped and failed."""
        return self.tally.statuses

    @cached_property
    def by_article(self) -> Mapping[str, Checked]:
        """Return the articles by their ids."""
        return ById(self.run.checked, self.tally.places)

    @cached_property
    def ordered(self) -> Sequence[Checked]:
        """Return the articles in ascending order of their ids."""
        ascending = all(a <= b for a, b in pairwise(self.tally.places))
        return self.run.checked if ascending else sorted(self.run.checked, key=lambda c: c.article.id)

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Return the rows of the table by their ids."""
        return {f.id: f for f in self.run.table.facts}

    @cached_property
    def cluster_sizes(self) -> Mapping[str, int]:
        """Return how many articles each cluster has."""
        return {c.id: len(c.articles) for c in self.run.clusters}

    @cached_property
    def case_of(self) -> Mapping[str, Case]:
        """Return the cases by their fingerprints."""
        return {c.fp: c for c in self.cases}

    @cached_property
    def article_pages(self) -> Mapping[str, str]:
        """Return the file name of every article that has a page, by article id."""
        chosen: dict[str, str] = {}
        if self.alone:
            return chosen
        every = self.settings.all_pages or len(self.run.checked) <= PAGE_LIMIT
        for article, place in self.tally.places.items():
            if every or place in self.tally.with_page:
                chosen[article] = f"article/{file_name(article)}.html"
        return chosen

    @cached_property
    def case_pages(self) -> Mapping[str, str]:
        """Return the file name of every case that has a page, by case id."""
        if self.alone:
            return {}
        shown = self.cases if self.settings.all_pages else self.cases[:PAGE_LIMIT]
        return {c.id: f"case/{c.id}.html" for c in shown}

    @cached_property
    def compared(self) -> tuple[Compared, ...]:
        """Return this run against the earlier report that the settings name; nothing where they name none."""
        since = self.settings.since
        return compare(since, self.run, self.run.table, self.ledger) if since else ()

    @cached_property
    def change_of(self) -> Mapping[str, Change]:
        """Return what became of each compared case, by fingerprint."""
        return {c.fp: c.change for c in self.compared}

    def entity(self, entity_id: str) -> str:
        """Return an entity's name, or the id itself where the table does not know it."""
        known = self.run.table.entities.get(entity_id)
        return known.name if known else entity_id

    def predicate(self, predicate_id: str) -> str:
        """Return a predicate's label, or the id itself where the table does not know it."""
        known = self.run.table.predicates.get(predicate_id)
        return known.label if known else predicate_id

    def value(self, fact: Fact) -> str:
        """Return a fact's value as a person would say it."""
        if isinstance(fact.value, Truth):
            return self.words("yes" if fact.value.true else "no")
        return show(fact.value, self.run.table, fact.written)

    def span_of(self, fact: Fact) -> str:
        """Return the time in which a fact holds, in words, or ""."""
        if fact.valid_from and fact.valid_to:
            return self.words("former", from_=fact.valid_from, to=fact.valid_to)
        if fact.valid_to:
            return self.words("until", to=fact.valid_to)
        return self.words("since", from_=fact.valid_from) if fact.valid_from else ""

    @cached_property
    def memo(self) -> dict[Hashable, object]:
        """Return what was worked out once for many places: rows of the table in words, lines of lists."""
        return {}

    @cached_property
    def pieces(self) -> dict[Hashable, object]:
        """Return the pieces of pages that stand alike in many of them (``render.once``)."""
        return {}

    @cached_property
    def tabs(self) -> Mapping[str, int | None]:
        """Return the pages of the top bar and the counts shown with them."""
        compared: dict[str, int | None] = {"compare": None} if self.settings.since else {}
        desk: dict[str, int | None] = {"desk": None} if self.served else {}
        return {
            "index": sum(c.open for c in self.cases),
            **desk,
            **compared,
            "conflicts": len(self.run.conflicts),
            "articles": len(self.run.checked),
            "copies": len(self.run.clusters),
            "sites": None,
            "facts": None,
            "coverage": None,
            "removed": None,
            "method": None,
        }

    @cached_property
    def store(self) -> str:
        """Return the name under which the pages keep choices in the browser: the same for each run of this input."""
        return "farmcheck:" + hashlib.sha256("\0".join(self.run.input).encode("utf-8", "replace")).hexdigest()[:12]

    def page(self, template: str, root: str, current: str, **values: object) -> str:
        """Return a page; ``root`` leads from it to the report folder ("" or "../")."""
        return render_page(template, self.words, {"book": self, "root": root, "current": current, **values})


def open_book(run: Run, settings: Settings, seen: Seen | None = None, commands: Commands = USUAL) -> Book:
    """Return the run together with what editors decided about it; ``seen`` is what was seen of its articles."""
    ledger, seen = load(settings.decisions), seen or see(run.checked)
    run = replace(run, checked=InOrder(run.checked))
    cases = build_cases(run, ledger, seen=seen)
    book = Book(run=run, settings=settings, ledger=ledger, cases=cases, commands=commands)
    vars(book)["tally"] = seen.tally  # counted on the way: the articles need not be opened once more for it
    return book


def file_name(article: str) -> str:
    """Return a file name for an article id: its own letters as far as every system takes them, then a digest."""
    plain = re.sub(r"[^A-Za-z0-9]+", "-", article).strip("-")[-40:].strip("-")
    tail = hashlib.sha256(article.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{plain}-{tail}" if plain else tail
