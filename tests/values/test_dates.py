"""Dates in every Chinese form."""

import pytest

from analyzer.model import PartialDate
from analyzer.values import dates, read_date

PUBLISHED = PartialDate(year=2024, month=3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2015年5月15日", ["2015-05-15"]),
        ("2023年9月15日预订，9月22日开售", ["2023-09-15", "2023-09-22"]),
        ("2023年9月15日预订，1月22日开售", ["2023-09-15"]),
        ("9月22日开售", []),
        ("二〇一五年五月", ["2015-05"]),
        ("一九九八年", ["1998"]),
        ("民国三年", ["1914"]),
        ("2015-05-15", ["2015-05-15"]),
        ("2015.5", ["2015-05"]),
        ("去年10月", ["2023-10"]),
        ("2020年5月28日通过,同年7月1日", ["2020-05-28", "2020-07-01"]),
        ("额度2015元", []),
        ("共3年", []),
        ("13月", []),
    ],
)
def test_dates(text: str, expected: list[str]) -> None:
    assert [str(d.date) for d in dates(text, PUBLISHED)] == expected


def test_relative_dates_need_a_base() -> None:
    assert list(dates("去年上线")) == []


@pytest.mark.parametrize("cell", ["2015", "2015-05", "2015-05-15", "2015年5月"])
def test_cells(cell: str) -> None:
    assert read_date(cell) is not None


@pytest.mark.parametrize("cell", ["", "五月", "2015-13", "abc"])
def test_cells_that_are_no_date(cell: str) -> None:
    assert read_date(cell) is None
