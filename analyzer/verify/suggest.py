"""Which missing facts would settle the most claims that the last run left open."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from analyzer.model import (
    Claim,
    EntityValue,
    Fact,
    FactTable,
    Grade,
    PartialDate,
    Stance,
    UnknownValue,
    Value,
    Verdict,
    value_id,
)
from analyzer.verify.ladder import judge

Dated = tuple[Claim, PartialDate | None]
# Only what an article states as a fact asks for one; the other stances are settled by none.
STATED = (Stance.ASSERTED, Stance.NEGATED, Stance.HEDGED, Stance.ATTRIBUTED)
PROBE = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A row that the table lacks.

    ``value`` is the value most articles state, ``written`` their words for it; nobody has checked that it is true.
    ``new_entity`` is set where the value is a name that the table does not know yet. ``settled`` are the claims that
    the row would decide, one way or the other; ``articles`` are the articles they stand in, ``voices`` how many they
    are when near-duplicates count once.
    """

    subject: str
    predicate: str
    value: Value
    written: str
    new_entity: bool
    settled: tuple[Claim, ...]
    articles: tuple[str, ...]
    voices: int


def missing_facts(
    claims: Iterable[Dated], table: FactTable, clusters: Mapping[str, str] | None = None
) -> tuple[Missing, ...]:
    """Return the rows worth researching, ranked by how far the claims that they settle have spread.

    That is the number of articles, near-duplicates counted once (``clusters`` maps articles to clusters), then the
    number of claims.
    """
    home = clusters or {}
    open_claims: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for claim, published in claims:
        if claim.stance not in STATED or claim.value is None or claim.predicate not in table.predicates:
            continue
        if claim.subject_id in table.entities and judge(claim, table, published).verdict is Verdict.UNVERIFIED:
            open_claims[claim.subject_id, claim.predicate].append((claim, published))
    found = [m for key, group in open_claims.items() if (m := _best(key, group, table, home)) is not None]
    return tuple(sorted(found, key=lambda m: (-m.voices, -len(m.settled), m.subject, m.predicate)))


def _best(key: tuple[str, str], group: Sequence[Dated], table: FactTable, home: Mapping[str, str]) -> Missing | None:
    """Return the row for one subject and predicate that settles most, or None where none settles anything."""
    best: Missing | None = None
    for name, (value, written) in _values(group).items():
        new = isinstance(value, UnknownValue)
        recorded: Value = EntityValue(id=name) if new else value
        tried = _with_row(table, key, recorded, written)
        settled = tuple(
            c for c, day in _known(group, name, new=new) if judge(c, tried, day).verdict is not Verdict.UNVERIFIED
        )
        if not settled:
            continue
        missing = Missing(
            subject=key[0],
            predicate=key[1],
            value=value,
            written=written,
            new_entity=new,
            settled=settled,
            articles=tuple(sorted({c.article for c in settled})),
            voices=len({home.get(c.article, c.article) for c in settled}),
        )
        if best is None or (missing.voices, len(missing.settled)) > (best.voices, len(best.settled)):
            best = missing
    return best


def _values(group: Sequence[Dated]) -> Mapping[str, tuple[Value, str]]:
    """Return the values stated, those of most articles first; a description (一家机构) is no value."""
    articles: dict[str, set[str]] = defaultdict(set)
    values: dict[str, tuple[Value, str]] = {}
    for claim, _ in group:
        value = claim.value
        if value is None or claim.stance is Stance.NEGATED:
            continue
        if isinstance(value, UnknownValue) and not value.proper_name:
            continue
        name = value.name if isinstance(value, UnknownValue) else (value_id(value) or claim.written)
        articles[name].add(claim.article)
        values.setdefault(name, (value, claim.written))
    return {n: values[n] for n in sorted(values, key=lambda n: (-len(articles[n]), n))}


def _known(group: Sequence[Dated], name: str, *, new: bool) -> Iterable[Dated]:
    """Yield the claims as they would read if ``name`` were an entity."""
    for claim, day in group:
        if new and isinstance(claim.value, UnknownValue) and claim.value.name == name:
            yield replace(claim, value=EntityValue(id=name)), day
        else:
            yield claim, day


def _with_row(table: FactTable, key: tuple[str, str], value: Value, written: str) -> FactTable:
    fact = Fact(
        id=PROBE, subject=key[0], predicate=key[1], value=value, written=written, grade=Grade.EXACT, source_title=PROBE
    )
    return replace(table, facts=(*table.facts, fact), by_key={**table.by_key, key: (*table.by_key.get(key, ()), fact)})
