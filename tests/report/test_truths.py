"""Which rows of the table stand beside the one that decided: where it is false or a former value, what holds now."""

from dataclasses import replace

import pytest

from analyzer.model import Fact, Grade, PartialDate, Quantity, Verdict
from analyzer.report import open_book
from analyzer.report.evidence import truths
from analyzer.settings import Settings
from tests.report.made import run, table


def _quota(id_: str, amount: float, *, grade: Grade = Grade.EXACT, until: int = 0, draft: bool = False) -> Fact:
    return Fact(
        id=id_, subject="p0", predicate="quota", value=Quantity(low=amount, high=amount, unit="元"),
        written=f"{amount:.0f}", grade=grade, valid_to=PartialDate(year=until) if until else None, row=90,
        source_url="" if draft else f"https://example.org/{id_}", source_title="" if draft else "年度报告",
        checked_on="" if draft else "2026-11-01",
    )  # fmt: skip


NOW = _quota("NOW", 300_000)
FORMER = _quota("FORMER", 200_000, until=2022)
WRONG = _quota("WRONG", 999_999, grade=Grade.WRONG)
DRAFT = _quota("DRAFT", 400_000, draft=True)


@pytest.mark.parametrize(
    ("rows", "decided", "verdict", "shown"),
    [
        ((FORMER, NOW), FORMER, Verdict.OUTDATED, ["NOW"]),
        ((FORMER, NOW, DRAFT), FORMER, Verdict.OUTDATED, ["NOW"]),
        ((FORMER,), FORMER, Verdict.OUTDATED, []),
        ((FORMER, NOW), FORMER, Verdict.CONTRADICTED, []),
        ((FORMER, NOW), NOW, Verdict.CONTRADICTED, []),
        ((WRONG, FORMER, NOW), WRONG, Verdict.CONTRADICTED, ["NOW"]),
        ((WRONG, FORMER), WRONG, Verdict.CONTRADICTED, ["FORMER"]),
        ((WRONG,), WRONG, Verdict.CONTRADICTED, []),
    ],
)
def test_what_holds_now_stands_beside_a_false_or_former_value(
    rows: tuple[Fact, ...], decided: Fact, verdict: Verdict, shown: list[str]
) -> None:
    book = open_book(replace(run(), table=table(rows)), Settings())
    assert [line.id for line in truths(book, decided, verdict)] == shown
