"""The verdict ladder: one claim against the rows of its subject and predicate.

Two questions, kept apart: how the *value* stands to the table at the claim's time (``weigh``), and what that makes of
the *statement*, which may deny, ask, quote or plan it (``judge``).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from analyzer.model import (
    Cardinality,
    Claim,
    EntityValue,
    Fact,
    FactTable,
    Grade,
    Judgement,
    PartialDate,
    Predicate,
    Quantity,
    Shape,
    Stance,
    TextValue,
    Tier,
    UnknownValue,
    Value,
    Verdict,
)
from analyzer.values.units import CHANGING, scale_of
from analyzer.verify.compare import Comparison, Relation, compare, is_limit, is_own_bound
from analyzer.verify.reasons import reason_of
from analyzer.verify.validity import Moment, Validity, moment_of, period, validity

# A page without a date is taken to be younger than this: a row that holds since less long may not have held when the
# page was written, so it contradicts only as a suggestion. Farm pages in the sample were at most five years old.
UNDATED_YEARS = 5

# A figure so many times larger or smaller than the recorded one was probably read off something else (the area under
# cotton for that of the province: 208 times in newspaper text, errors of pages at most 10 times): only a suggestion.
FAR = 100.0
# 最高可达30万 names the highest value there is; 不超过30万 only a limit. Looked for just before the figure.
REACHED = re.compile("(最高|最多|最大|最长|上限|最低|最少|最短|下限|达到?|高达|低至)[^,，。;；]{0,6}$")

# 样品的甲醛释放量做到了0.03毫克 is what one thing was measured to have; it says nothing of the limit for its class,
# which it may lie below. Found on a blind page of flooring. Held by tests/verify/test_ladder.py.
MEASURED = re.compile(r"(?:实测|测得|测出|测量|检出|检测(?:值|结果|出|下来|数据)|化验|做到)[^,，。;；]{0,12}$")

# A tale of events (随后加盟甲队) states no present, even without 曾: an outdated value in it is at most a
# suggestion. Held by tests/verify/test_ladder.py.
TALE = re.compile(
    "随后|后来|此后|其后|之后|当年|那年|那时|当时|一度|期间|先后|起初|最初|[0-9〇零一二三四五六七八九]{4}年"
)

SILENT = (Stance.QUESTION, Stance.HYPOTHETICAL, Stance.PLANNED, Stance.DENIED)
SOFT = (Stance.HEDGED, Stance.ATTRIBUTED)
GRADE_ORDER = (Grade.EXACT, Grade.ACCEPTED, Grade.DISPUTED, Grade.WRONG)
IMPRECISE = {
    Relation.BROADER: "ancestor",
    Relation.NARROWER: "descendant",
    Relation.ROUNDED: "rounded",
    Relation.LOOSE: "loose_bound",
}
WIDER = "wider_range"


class Standing(StrEnum):
    """How a value stands to the table at the claim's time."""

    TRUE = "true"
    IMPRECISE = "imprecise"
    FORMER = "former"
    FALSE = "false"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """The answer for a value: its standing, a stable word for the step taken, the deciding row.

    ``right`` are the exact rows valid then, for the reason. ``firm`` is false where the answer rests on a bound, an
    unknown name or an assumed date. ``entailed`` says whether the recorded value implies the claimed one.
    """

    standing: Standing
    code: str
    fact: Fact | None = None
    right: tuple[Fact, ...] = ()
    firm: bool = True
    entailed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A sourced row beside the claimed value."""

    fact: Fact
    when: Validity
    seen: Comparison


def judge(claim: Claim, table: FactTable, published: PartialDate | None) -> Judgement:
    """Return the verdict on a claim at the claim's time; ``published`` is the article's date, if known."""
    moment = moment_of(claim, published, table)
    predicate = table.predicates.get(claim.predicate)
    if predicate is None:
        weight = Weight(standing=Standing.OPEN, code="no_fact")
    elif claim.doubt is not None:
        weight = Weight(standing=Standing.OPEN, code=_doubt_code(claim.doubt.en))
    elif claim.value is None:
        weight = Weight(standing=Standing.OPEN, code="no_value")
    else:
        weight = weigh(claim, claim.value, predicate, table, moment)
    verdict, code = _state(claim.stance, weight)
    tentative = not claim.certain or claim.stance in SOFT or not weight.firm
    if verdict is Verdict.OUTDATED and moment.assumed:
        tentative = True
    return Judgement(
        claim=claim,
        verdict=verdict,
        tier=Tier.SUGGESTED if tentative else Tier.CONFIRMED,
        fact=weight.fact.id if weight.fact else None,
        code=code,
        reason=reason_of(claim, table, verdict, code, weight.fact, weight.right),
    )


def _state(stance: Stance, weight: Weight) -> tuple[Verdict, str]:
    """Turn the standing of the value into the verdict on the statement (contract: stance and verdict)."""
    if stance in SILENT:
        return Verdict.UNVERIFIED, stance.value
    standing = weight.standing
    if stance is Stance.NEGATED:
        if standing is Standing.TRUE and weight.entailed and weight.code == "exact":
            return Verdict.CONTRADICTED, "negated_true"
        if standing is Standing.FALSE:
            return Verdict.SUPPORTED, "negated_false"
        return Verdict.UNVERIFIED, weight.code if standing is Standing.OPEN else "negated_open"
    by_standing = {
        Standing.TRUE: Verdict.SUPPORTED,
        Standing.IMPRECISE: Verdict.IMPRECISE,
        Standing.FORMER: Verdict.OUTDATED,
        Standing.FALSE: Verdict.CONTRADICTED,
        Standing.OPEN: Verdict.UNVERIFIED,
    }
    return by_standing[standing], weight.code


def weigh(claim: Claim, value: Value, predicate: Predicate, table: FactTable, moment: Moment) -> Weight:
    """Return how the value stands to the table, whatever the stance; the first step that applies decides."""
    known = table.by_key.get((claim.subject_id, claim.predicate), ())
    rows = tuple(_rows(known, value, predicate, table, moment, _reached(claim)))
    right = tuple(r.fact for r in rows if r.fact.grade is Grade.EXACT and r.when is Validity.VALID)
    for weight in (
        _unusable(claim, value, predicate, table, rows),
        _named(claim, rows, right, moment),
        _drafted(value, known, predicate, table),
        _derived(rows, right),
        _excluded(claim, value, predicate, table, rows, right, moment),
    ):
        if weight is not None:
            return weight
    if not known:
        return Weight(standing=Standing.OPEN, code="no_fact")
    return Weight(standing=Standing.OPEN, code=_why_open(predicate, rows, right), right=right)


def _rows(
    known: Iterable[Fact], value: Value, predicate: Predicate, table: FactTable, moment: Moment, reached: bool
) -> Iterable[_Row]:
    for fact in known:
        if not fact.draft:
            seen = compare(value, fact.value, predicate, table, reached)
            yield _Row(fact=fact, when=validity(fact, moment.date), seen=seen)


def _reached(claim: Claim) -> bool:
    """Return whether the words before the value call it the highest or lowest that occurs."""
    return bool(REACHED.search(_before(claim)))


def _before(claim: Claim) -> str:
    """Return the sentence up to the value, or the value's own words where they do not stand in the sentence."""
    before, found, _ = claim.sentence.partition(claim.written) if claim.written else ("", "", "")
    return before if found else claim.written


def _unusable(
    claim: Claim, value: Value, predicate: Predicate, table: FactTable, rows: tuple[_Row, ...]
) -> Weight | None:
    """Stop at what cannot be compared: a description, another unit, a thing of a wrong type, the subject itself."""
    code = None
    match value:
        case UnknownValue(proper_name=False):
            code = "description"
        case EntityValue(id=claim.subject_id):
            code = "same_as_subject"
        case EntityValue():
            entity = table.entities.get(value.id)
            fits = entity is not None and entity.type in predicate.value_types
            named = any(r.seen.relation in (Relation.SAME, Relation.BROADER, Relation.NARROWER) for r in rows)
            code = None if fits or named else "type_mismatch"
        case _:
            apart = rows and all(r.seen.relation is Relation.INCOMPARABLE for r in rows)
            kind = "other_level" if isinstance(value, UnknownValue) else "unit_unknown"
            code = kind if apart else None
    return Weight(standing=Standing.OPEN, code=code) if code else None


def _named(claim: Claim, rows: tuple[_Row, ...], right: tuple[Fact, ...], moment: Moment) -> Weight | None:
    """Ask the rows that name the value: valid before former before future, the closest value first, then by grade."""
    same = [r for r in rows if r.seen.relation is Relation.SAME]
    # A misconception is recorded for its time only; afterwards it says nothing.
    same = [r for r in same if r.when is Validity.VALID or r.fact.grade is not Grade.WRONG]
    if not same:
        return None
    best = min(same, key=lambda r: (r.when, r.seen.distance, GRADE_ORDER.index(r.fact.grade), r.fact.row))
    fact, grade = best.fact, best.fact.grade
    if grade is Grade.DISPUTED:
        return Weight(standing=Standing.OPEN, code="disputed", fact=fact, right=right)
    if best.when is Validity.FORMER:
        if claim.past:
            return Weight(standing=Standing.TRUE, code="former_told_as_past", fact=fact, right=right)
        firm = grade is Grade.EXACT and (moment.stated or not TALE.search(claim.sentence))
        return Weight(standing=Standing.FORMER, code="former", fact=fact, right=right, firm=firm)
    if best.when is Validity.FUTURE:
        # The page's own date may be wrong; only a time that the sentence states can make this a false statement.
        if moment.stated and right:
            return None
        return Weight(standing=Standing.OPEN, code="not_yet_valid", fact=fact, right=right)
    if grade is Grade.ACCEPTED:
        return Weight(standing=Standing.IMPRECISE, code="accepted", fact=fact, right=right)
    if grade is Grade.WRONG:
        return Weight(standing=Standing.FALSE, code="wrong", fact=fact, right=right)
    return Weight(standing=Standing.TRUE, code="exact", fact=fact, right=right, entailed=best.seen.entailed)


def _drafted(value: Value, known: tuple[Fact, ...], predicate: Predicate, table: FactTable) -> Weight | None:
    """Stop where a row without a source names the value: it decides nothing and keeps others from deciding."""
    for fact in known:
        if not fact.draft or fact.grade is Grade.WRONG:
            continue
        if compare(value, fact.value, predicate, table).relation is Relation.SAME:
            return Weight(standing=Standing.OPEN, code="draft", fact=fact)
    return None


def _derived(rows: tuple[_Row, ...], right: tuple[Fact, ...]) -> Weight | None:
    """Ask hierarchy and near misses: from exact rows valid then they are imprecise, near other rows undecided."""
    for r in rows:
        if r.fact in right and r.seen.relation in IMPRECISE:
            code = IMPRECISE[r.seen.relation]
            if code == "ancestor" and not isinstance(r.fact.value, EntityValue):
                code = WIDER
            return Weight(standing=Standing.IMPRECISE, code=code, fact=r.fact, right=right)
    for r in rows:
        if r.fact in right and r.seen.relation is Relation.SIMILAR:
            return Weight(standing=Standing.OPEN, code="similar_name", fact=r.fact, right=right)
    scalar = (r for r in rows if not isinstance(r.fact.value, EntityValue))
    for r in scalar:
        tolerated = r.fact.grade in (Grade.ACCEPTED, Grade.DISPUTED) and r.when is Validity.VALID
        if tolerated and r.seen.relation in IMPRECISE:
            return Weight(standing=Standing.OPEN, code="near_accepted", fact=r.fact, right=right)
    return None


def _excluded(
    claim: Claim,
    value: Value,
    predicate: Predicate,
    table: FactTable,
    rows: tuple[_Row, ...],
    right: tuple[Fact, ...],
    moment: Moment,
) -> Weight | None:
    """Exclude another value: false where the table lists all true ones, or where it lies under a recorded falsehood."""
    if predicate.cardinality is Cardinality.MULTI or not right:
        under = next((r for r in rows if _under_wrong(r)), None)
        if under is None:
            return None
        return Weight(standing=Standing.FALSE, code="under_wrong", fact=under.fact, right=right, firm=False)
    mine = [r for r in rows if r.fact in right]
    if any(r.seen.relation is Relation.INCOMPARABLE for r in mine):
        return Weight(standing=Standing.OPEN, code="not_comparable", fact=right[0], right=right)
    always = all(f.valid_from is None and f.valid_to is None for f in right)
    if claim.past and not moment.stated and not always:
        return Weight(standing=Standing.OPEN, code="past_unknown", fact=right[0], right=right)
    if isinstance(value, Quantity) and is_limit(predicate) and MEASURED.search(_before(claim)):
        return Weight(standing=Standing.OPEN, code="measured", fact=right[0], right=right)
    nearest = next((r for r in mine if r.seen.relation is Relation.OVERLAP), mine[0])
    code = "overlap" if nearest.seen.relation is Relation.OVERLAP else "other_value"
    firm = (
        code == "other_value"
        and not claim.past
        and not (moment.assumed and _recent(right, moment))
        and _decides(value, predicate, table)
        and not any(_leans(r) for r in rows)
        and not all(_far(value, r.fact.value) for r in mine)
        and not (isinstance(value, Quantity) and moment.stated and _may_have_changed(predicate, right, moment))
    )
    if isinstance(value, UnknownValue):
        code = "unknown_name"
    return Weight(standing=Standing.FALSE, code=code, fact=nearest.fact, right=right, firm=firm)


def _may_have_changed(predicate: Predicate, right: tuple[Fact, ...], moment: Moment) -> bool:
    """Return whether a count of an earlier year is held against rows that do not say since when they hold."""
    if moment.date is None or scale_of(predicate.unit)[1] not in CHANGING:
        return False
    year = str(moment.date.year)
    return all(f.valid_from is None and f.valid_to is None and year < f.checked_on[:4] for f in right)


def _under_wrong(row: _Row) -> bool:
    """Return whether the value is a descendant of a recorded falsehood."""
    return row.fact.grade is Grade.WRONG and row.when is Validity.VALID and row.seen.relation is Relation.NARROWER


def _recent(right: tuple[Fact, ...], moment: Moment) -> bool:
    """Return whether a row holds for so short a time that an undated page may be older."""
    if moment.date is None:
        return False
    since = [period(f.valid_from)[0] for f in right if f.valid_from is not None]
    return any(start[0] > moment.date.year - UNDATED_YEARS for start in since)


def _decides(value: Value, predicate: Predicate, table: FactTable) -> bool:
    """Return whether another value of this kind is surely another: no unknown name, loose bound or free text."""
    match value:
        case UnknownValue():
            return False
        case TextValue():
            # Where a text value ends is a guess; a code, or a text recorded for something else, is not.
            if value.folded.isascii():
                return True
            return any(f.predicate == predicate.id and f.value == value for f in table.facts)
        case _:
            shape = getattr(value, "shape", Shape.POINT)
            return shape not in (Shape.AT_MOST, Shape.AT_LEAST) or is_own_bound(shape, predicate)


def _far(claimed: Value, recorded: Value) -> bool:
    """Return whether two figures are of quite different size."""
    if not isinstance(claimed, Quantity) or not isinstance(recorded, Quantity):
        return False
    sizes = sorted((abs(claimed.high), abs(recorded.high)))
    return sizes[0] * FAR < sizes[1]


def _leans(row: _Row) -> bool:
    """Return whether the value is kin to an accepted or disputed value, or to one that holds at another time."""
    related = row.seen.relation in (Relation.SAME, Relation.BROADER, Relation.NARROWER, Relation.SIMILAR)
    return related and row.fact.grade is not Grade.WRONG


def _why_open(predicate: Predicate, rows: tuple[_Row, ...], right: tuple[Fact, ...]) -> str:
    """Return why nothing decided: the code that tells an editor which row is missing."""
    if not rows:
        return "draft"
    if right:
        return "not_listed" if predicate.cardinality is Cardinality.MULTI else "not_comparable"
    if any(r.fact.grade is Grade.EXACT for r in rows):
        return "only_other_time"
    return "no_exact"


def _doubt_code(words: str) -> str:
    """Return the stable word for a doubt: its English name up to the colon, underscored (damaged number: “36%”)."""
    code = "_".join(words.partition(":")[0].lower().split())
    return code if code.replace("_", "").isalpha() and code.count("_") < 4 else "doubt"
