"""Cases seen with more decisions are what they would be if they were built anew."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from analyzer.decisions import Decided, Decision, Ledger
from analyzer.report.cases import build_cases, redecided
from analyzer.report.deciding import lines_for, undoing
from tests.report.made import run

RUN = run(6)
BUILT = build_cases(RUN, Ledger.of(()))


@given(st.integers(0, 10_000), st.booleans())
def test_decisions_one_after_the_other(seed: int, rewritten: bool) -> None:
    random = Random(seed)
    cases, ledger = BUILT, Ledger.of(())
    for _ in range(4):
        case = random.choice(cases)
        if random.random() < 0.3:
            lines = undoing(ledger, case, "", "2026-11-25")
        else:
            choice = random.choice([Decided.ACCEPT, Decided.FALSE_ALARM, Decided.LATER, Decided.FIXED])
            lines = lines_for(case, Decision(fp=case.fp, decision=choice))
        kept = ledger.decisions[1:] if rewritten else ledger.decisions
        now = Ledger.of([*kept, *lines])
        cases, ledger = redecided(cases, ledger, now), now
        assert cases == build_cases(RUN, ledger)
