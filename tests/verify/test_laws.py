"""Laws of the ladder, over arbitrary rows and claims: what never happens, whatever the table says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.model import (
    Fact,
    Grade,
    Judgement,
    PartialDate,
    Quantity,
    Shape,
    Stance,
    TextValue,
    Tier,
    Truth,
    UnknownValue,
    Value,
    Verdict,
)
from analyzer.verify import judge
from tests.verify.ships import PREDICATES, claim, entity, fact, table_of

YARDS = ("yard", "dock", "group", "rival", "rivals", "third", "old", "port", "boat")
KIND = {name: kind for name, _, kind, *_ in PREDICATES}
UNIT = {name: unit for name, _, _, _, unit, _ in PREDICATES}

dates = st.builds(PartialDate, year=st.integers(1990, 2030), month=st.integers(0, 12), day=st.just(0))
years = st.one_of(st.none(), st.builds(lambda y: f"{y}", st.integers(1995, 2028)))


def values(predicate: str) -> st.SearchStrategy[Value]:
    match KIND[predicate]:
        case "number":
            numbers = st.floats(0, 1e12, allow_nan=False)
            figure = st.builds(
                lambda a, b, shape: Quantity(low=min(a, b), high=max(a, b), unit=UNIT[predicate], shape=shape),
                numbers,
                numbers,
                st.sampled_from(Shape),
            )
            return st.one_of(figure, st.builds(lambda a: Quantity(low=a, high=a, unit="个"), numbers))
        case "date":
            return dates
        case "boolean":
            return st.builds(Truth, true=st.booleans())
        case "text":
            return st.builds(TextValue, folded=st.sampled_from(("海燕", "白鹭", "bh2107", "海燕一号", "")))
        case _:
            names = st.builds(UnknownValue, name=st.sampled_from(("东湾船坞", "某厂", "")), proper_name=st.booleans())
            return st.one_of(st.sampled_from(YARDS).map(entity), names)


@st.composite
def cases(draw: st.DrawFn) -> tuple[tuple[Fact, ...], str, dict[str, object], PartialDate | None]:
    predicate = draw(st.sampled_from(sorted(KIND)))
    rows = tuple(
        fact(
            n,
            predicate,
            draw(values(predicate)),
            draw(st.sampled_from(Grade)).value,
            draw(years) or "",
            draw(years) or "",
            draw(st.sampled_from(("船级簿", "船级簿", ""))),
        )
        for n in range(1, draw(st.integers(0, 4)) + 1)
    )
    more: dict[str, object] = {
        "value": draw(st.one_of(st.none(), values(predicate))),
        "stance": draw(st.sampled_from(Stance)).value,
        "past": draw(st.booleans()),
        "certain": draw(st.booleans()),
        "time": draw(st.one_of(st.none(), dates)),
    }
    return rows, predicate, more, draw(st.one_of(st.none(), dates))


def judged(rows: tuple[Fact, ...], predicate: str, more: dict[str, object], published: PartialDate | None) -> Judgement:
    return judge(claim(predicate, **more), table_of(*rows), published)  # type: ignore[arg-type]


@settings(max_examples=200)
@given(cases())
def test_what_never_happens(case: tuple[tuple[Fact, ...], str, dict[str, object], PartialDate | None]) -> None:
    rows, _, more, _ = case
    got = judged(*case)
    stance = Stance(str(more["stance"]))
    if stance in (Stance.QUESTION, Stance.HYPOTHETICAL, Stance.PLANNED, Stance.DENIED):
        assert got.verdict is Verdict.UNVERIFIED
    if got.is_finding and (stance in (Stance.HEDGED, Stance.ATTRIBUTED) or not more["certain"]):
        assert got.tier is Tier.SUGGESTED
    by_id = {r.id: r for r in rows}
    if got.is_finding:
        assert got.fact is not None
        deciding = by_id[got.fact]
        assert not deciding.draft
        assert deciding.grade is not Grade.DISPUTED
    if got.verdict is Verdict.OUTDATED:
        assert stance is not Stance.NEGATED
    if not [r for r in rows if not r.draft]:
        assert got.verdict is Verdict.UNVERIFIED
    assert got.reason.zh.endswith("。")
    assert got.reason.en.endswith(".")


@settings(max_examples=100)
@given(cases())
def test_the_order_of_rows_does_not_matter(
    case: tuple[tuple[Fact, ...], str, dict[str, object], PartialDate | None],
) -> None:
    rows, predicate, more, published = case
    there, back = judged(rows, predicate, more, published), judged(rows[::-1], predicate, more, published)
    assert (there.verdict, there.tier) == (back.verdict, back.tier)


@settings(max_examples=100)
@given(cases())
def test_negation_turns_support_and_contradiction_round(
    case: tuple[tuple[Fact, ...], str, dict[str, object], PartialDate | None],
) -> None:
    rows, predicate, more, published = case
    yes = judged(rows, predicate, {**more, "stance": "asserted"}, published).verdict
    no = judged(rows, predicate, {**more, "stance": "negated"}, published).verdict
    if no is Verdict.CONTRADICTED:
        assert yes is Verdict.SUPPORTED
    if no is Verdict.SUPPORTED:
        assert yes is Verdict.CONTRADICTED
    if yes is Verdict.CONTRADICTED:
        assert no is Verdict.SUPPORTED
