"""Articles held against each other: two values where only one can be true, fact or no fact."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analyzer.model import (
    Cardinality,
    Cluster,
    Conflict,
    Entry,
    FactTable,
    Judgement,
    Predicate,
    Side,
    Stance,
    Truth,
    UnknownValue,
    Value,
    Verdict,
    show,
    value_id,
)
from analyzer.verify.compare import Relation, compare

ONE_ANSWER = (Cardinality.SINGLE, Cardinality.CLOSED)
AGREE = (Verdict.SUPPORTED, Verdict.IMPRECISE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Voice:
    """One article stating one value; ``backed`` where the table supports or accepts it, ``title`` in its title."""

    article: str
    title: bool
    group: str
    value: Value
    written: str
    backed: bool


def conflicts_of(entries: Iterable[Entry], table: FactTable, clusters: Sequence[Cluster]) -> tuple[Conflict, ...]:
    """Return the disagreements on single and closed predicates, sorted by subject and predicate.

    Only plain assertions about the present count: what is told as past, dated by its own clause, hedged, quoted or
    uncertain does not. Near-duplicates (``clusters``) are one voice. Values that the table backs do not conflict with
    each other, nor do two values of a closed predicate that one body states side by side. A title speaks for itself,
    whether it is part of the text or not.
    """
    home = {article: cluster.id for cluster in clusters for article in cluster.articles}
    stated: dict[tuple[str, str], list[_Voice]] = defaultdict(list)
    for entry in entries:
        title = entry.outline.document.title
        for j in (*entry.judgements, *entry.titled):
            predicate = table.predicates.get(j.claim.predicate)
            if predicate and predicate.cardinality in ONE_ANSWER and _plain(j):
                stated[j.claim.subject_id, predicate.id].append(_voice(j, title, home))
    found = []
    for (subject, name), voices in sorted(stated.items()):
        sides = _sides(voices, table.predicates[name], table)
        if len(sides) > 1:
            found.append(Conflict(subject_id=subject, predicate=name, sides=sides))
    return tuple(found)


def _plain(j: Judgement) -> bool:
    """Return whether a judged claim is a plain, certain assertion of a comparable value about the present."""
    k = j.claim
    comparable = k.value is not None and not (isinstance(k.value, UnknownValue) and not k.value.proper_name)
    dated = k.past or (k.time is not None and k.time != k.value)
    settled = k.certain and k.doubt is None and k.stance is Stance.ASSERTED
    return comparable and settled and not dated and j.code not in ("type_mismatch", "same_as_subject", "unit_unknown")


def _voice(j: Judgement, title: str, home: Mapping[str, str]) -> _Voice:
    """Return who says it: the title of an article, beside its text or repeated in it, or the body."""
    k = j.claim
    if k.value is None:
        raise ValueError("a claim without a value has no voice")
    group = home.get(k.article, k.article)
    return _Voice(
        article=k.article,
        title=bool(k.sentence) and k.sentence.strip() in title,
        group=group,
        value=k.value,
        written=k.written,
        backed=j.verdict in AGREE,
    )


def _sides(voices: Sequence[_Voice], predicate: Predicate, table: FactTable) -> tuple[Side, ...]:
    """Return the sides of a disagreement: compatible values share one; the side with most voices comes first."""
    kinds: list[list[_Voice]] = []
    for voice in sorted(voices, key=lambda v: (show(v.value, table), v.article, v.written)):
        same = next((kind for kind in kinds if kind[0].value == voice.value), None)
        if same is None:
            kinds.append([voice])
        else:
            same.append(voice)
    kinds.sort(key=lambda kind: -len({v.group for v in kind}))
    sides: list[list[_Voice]] = []
    for kind in kinds:
        home = next((s for s in sides if all(_compatible(kind, [v], predicate, table) for v in s)), None)
        if home is None:
            sides.append(list(kind))
        else:
            home.extend(kind)
    rows = [_side(side, table) for side in sides]
    return tuple(sorted(rows, key=lambda s: (-s.voices, s.value)))


def _compatible(left: Sequence[_Voice], right: Sequence[_Voice], predicate: Predicate, table: FactTable) -> bool:
    """Return whether two values can both be true."""
    if left[0].backed and right[0].backed:
        return True
    together = {(v.article, v.title) for v in left} & {(v.article, v.title) for v in right}
    if predicate.cardinality is Cardinality.CLOSED and together:
        return True
    pair = (left[0].value, right[0].value)
    relations = [compare(a, b, predicate, table).relation for a, b in (pair, pair[::-1])]
    return any(r is not Relation.OTHER and r is not Relation.OVERLAP for r in relations)


def _side(voices: Iterable[_Voice], table: FactTable) -> Side:
    members = list(voices)
    first = members[0]
    return Side(
        value=show(first.value, table) if isinstance(first.value, Truth) else first.written or show(first.value, table),
        value_id=value_id(first.value),
        articles=tuple(sorted({v.article for v in members})),
        voices=len({v.group for v in members}),
    )
