"""Decisions follow the words when a table learns, loses or divides a name, so that cases merge and split."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from analyzer.decisions import Decided, Decision, Ledger, append
from analyzer.errors import UsageError
from analyzer.model import Conflict, EntityValue, Run, Side, UnknownValue, Value, Verdict
from analyzer.report import open_book, write_report
from analyzer.report.cases import Case, State, build_cases
from analyzer.report.deciding import lines_for, undoing
from analyzer.settings import Settings
from tests.report.made import Writer, table

LONG, SHORT = "北岸科技", "北岸"
TABLE = table()


def run_with(values: Sequence[tuple[str, Value]]) -> Run:
    """Return a run in which each article says that 青禾贷 is run by one of ``values``, as written and as understood."""
    checked = []
    for k, (written, value) in enumerate(values):
        w = Writer(f"{k}.html", TABLE)
        w.claim(
            f"第{k}种说法：", f"青禾贷是{written}旗下的", "。", subject="p0", predicate="operator", written=written,
            value=value, verdict=Verdict.CONTRADICTED, fact="F0",
        )  # fmt: skip
        checked.append(w.done(title="青禾贷", site=f"s{k}.example"))
    return Run(version="0", input=("a",), table=TABLE, checked=tuple(checked))


def unknown(name: str) -> Value:
    return UnknownValue(name=name, proper_name=True)


def decided(case: Case, choice: Decided, **more: str) -> list[Decision]:
    return lines_for(case, Decision(fp=case.fp, decision=choice, at="2026-11-25", **more))


APART = run_with([(LONG, unknown(LONG)), (SHORT, unknown(SHORT))])
TOGETHER = run_with([(LONG, EntityValue(id="o1")), (SHORT, EntityValue(id="o1"))])


def cases_of(run: Run, lines: Sequence[Decision] = (), today: str = "") -> tuple[Case, ...]:
    return build_cases(run, Ledger.of(lines), today)


def test_two_decided_cases_that_merge_stay_decided() -> None:
    one, two = cases_of(APART)
    lines = [*decided(one, Decided.ACCEPT, by="甲"), *decided(two, Decided.ACCEPT, by="乙")]
    (merged,) = cases_of(TOGETHER, lines)
    assert merged.state is State.ACCEPT
    assert merged.came_from == tuple(sorted((one.fp, two.fp)))
    assert [d.by for d in merged.history] == ["甲", "乙"]


def test_cases_decided_differently_come_back_when_they_merge() -> None:
    one, two = cases_of(APART)
    lines = [*decided(one, Decided.ACCEPT), *decided(two, Decided.FIXED)]
    (merged,) = cases_of(TOGETHER, lines)
    assert (merged.state, merged.changed) == (State.REOPENED, "merged")
    (settled,) = cases_of(TOGETHER, [*lines, *decided(merged, Decided.ACCEPT)])
    assert settled.state is State.ACCEPT
    assert settled.came_from == ()


def test_a_case_that_merges_with_an_undecided_one_is_open() -> None:
    one, _ = cases_of(APART)
    (merged,) = cases_of(TOGETHER, decided(one, Decided.ACCEPT))
    assert merged.state is State.OPEN
    assert {h.decision is not None for h in merged.hits} == {True, False}


@pytest.mark.parametrize("choice", [Decided.ACCEPT, Decided.FALSE_ALARM, Decided.LATER, Decided.FIXED])
def test_a_decided_case_that_splits_leaves_two_decided_cases(choice: Decided) -> None:
    (whole,) = cases_of(TOGETHER)
    lines = decided(whole, choice)
    # Sites were two; after "fixed" each part is on one of them, which is no new site.
    parts = cases_of(APART, lines)
    assert [p.state.value for p in parts] == [choice.value] * 2
    assert {p.came_from for p in parts} == {(whole.fp,)}


def test_deciding_one_part_of_a_split_leaves_the_other_alone() -> None:
    (whole,) = cases_of(TOGETHER)
    lines = decided(whole, Decided.ACCEPT)
    part = cases_of(APART, lines)[0]
    now = cases_of(APART, [*lines, *decided(part, Decided.FALSE_ALARM)])
    assert {c.fp: c.state for c in now}[part.fp] is State.FALSE_ALARM
    assert [c.state for c in now if c.fp != part.fp] == [State.ACCEPT]


def test_a_merged_case_can_be_undone() -> None:
    one, two = cases_of(APART)
    lines = [*decided(one, Decided.ACCEPT), *decided(two, Decided.ACCEPT)]
    for left in (1, 0):
        (merged,) = cases_of(TOGETHER, lines)
        lines += undoing(Ledger.of(lines), merged, "", "2026-11-25")
        assert sum(h.decision is not None for h in cases_of(TOGETHER, lines)[0].hits) == left


def test_an_unrelated_name_takes_nothing_over() -> None:
    (whole,) = cases_of(TOGETHER)
    other = run_with(
        [("星桥集团", EntityValue(id="o2")), ("北岸银行", unknown("北岸银行")), ("该公司", unknown("该公司"))]
    )
    assert {c.state for c in cases_of(other, decided(whole, Decided.ACCEPT))} == {State.OPEN}


def test_a_decision_ends_on_its_day_only_where_a_day_is_given(tmp_path: Path) -> None:
    (case,) = cases_of(TOGETHER)
    lines = decided(case, Decided.LATER, expires="2026-12-31")
    assert [c.state for c in cases_of(TOGETHER, lines)] == [State.LATER]
    assert [c.state for c in cases_of(TOGETHER, lines, "2026-12-31")] == [State.LATER]
    (over,) = cases_of(TOGETHER, lines, "2027-01-01")
    assert (over.state, over.changed, over.expires) == (State.REOPENED, "expired", "2026-12-31")
    append(tmp_path / "d.jsonl", lines)
    settings = Settings(decisions=tmp_path / "d.jsonl")
    write_report(TOGETHER, tmp_path / "out", settings)
    for name in ("index.html", f"case/{case.id}.html"):
        page = (tmp_path / "out" / name).read_text(encoding="utf-8")
        assert "稍后 · 至 2026-12-31" in page
        assert 'data-until="2026-12-31"' in page


@pytest.mark.parametrize("day", ["2026-13-01", "明天", "2026/12/31", "20261231"])
def test_a_last_day_that_is_no_date_is_refused(day: str) -> None:
    (case,) = cases_of(TOGETHER)
    with pytest.raises(UsageError):
        decided(case, Decided.LATER, expires=day)


def test_stages_are_shown_with_their_names(tmp_path: Path) -> None:
    (case,) = cases_of(TOGETHER)
    lines = [
        *decided(case, Decided.ACCEPT, by="张三", stage="初审"),
        *decided(case, Decided.ACCEPT, by="李四", stage="复审"),
    ]
    append(tmp_path / "d.jsonl", lines)
    write_report(TOGETHER, tmp_path / "out", Settings(decisions=tmp_path / "d.jsonl"))
    assert "已采纳 · 复审 · 李四" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    page = (tmp_path / "out" / "case" / f"{case.id}.html").read_text(encoding="utf-8")
    assert "初审 ✓ 张三" in page
    assert "复审 ✓ 李四" in page
    assert "终审 未审" in page


def test_a_disagreement_comes_back_with_a_new_value() -> None:
    sides = tuple(Side(value=v, value_id=None, articles=("0.html",), voices=1) for v in (LONG, "星桥集团", "麦田小贷"))
    known, grown = (
        replace(TOGETHER, conflicts=(Conflict(subject_id="p0", predicate="operator", sides=s),))
        for s in (sides[:2], sides)
    )
    case = next(c for c in cases_of(known) if c.conflict)
    lines = decided(case, Decided.LATER)
    states = [next(c for c in cases_of(r, lines) if c.conflict) for r in (known, grown)]
    assert [(c.state, c.changed) for c in states] == [(State.LATER, ""), (State.REOPENED, "sides")]


def test_cases_that_moved_name_where_they_come_from(tmp_path: Path) -> None:
    (whole,) = cases_of(TOGETHER)
    append(tmp_path / "d.jsonl", decided(whole, Decided.ACCEPT))
    settings = Settings(decisions=tmp_path / "d.jsonl")
    write_report(APART, tmp_path / "out", settings)
    for case in open_book(APART, settings).cases:
        assert whole.id in (tmp_path / "out" / "case" / f"{case.id}.html").read_text(encoding="utf-8")
