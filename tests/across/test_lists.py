"""Lists in four formats are read; a site matches its own entry and its domain's, never a part of a name."""

from pathlib import Path

import pytest

from analyzer.across.lists import load_lists, places_of
from analyzer.errors import UsageError


@pytest.mark.parametrize(
    ("line", "host"),
    [
        ("farm.example", "farm.example"),
        ("https://www.farm.example/", "farm.example"),
        ("0.0.0.0 farm.example", "farm.example"),
        ("127.0.0.1 farm.example # note", "farm.example"),
        ("*://*.farm.example/*", "farm.example"),
        ("*://farm.example/*", "farm.example"),
        ("||farm.example^", "farm.example"),
        ("||farm.example^$document", "farm.example"),
        ('google.*##.g:has(a[href*="farm.example"])', "farm.example"),
        ("# farm.example", None),
        ("! farm.example", None),
        ("@@||farm.example^", None),
        ("只是一句说明", None),
        ("", None),
    ],
)
def test_a_line_names_a_host_or_nothing(tmp_path: Path, line: str, host: str | None) -> None:
    path = tmp_path / "farms.txt"
    path.write_text(f"# title\n{line}\n", encoding="utf-8")
    assert load_lists([path]) == ({host: ("farms.txt:2",)} if host else {})


@pytest.mark.parametrize(
    ("site", "found"),
    [
        ("farm.example", True),
        ("www.farm.example", True),
        ("a.b.farm.example", True),
        ("FARM.example", True),
        ("notfarm.example", False),
        ("example", False),
        ("某某资讯网", False),
        (None, False),
    ],
)
def test_matching_is_by_whole_labels(site: str | None, found: bool) -> None:
    assert places_of(site, {"farm.example": ("l:1",)}) == (("l:1",) if found else ())


def test_a_list_that_is_not_there_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.txt"):
        load_lists([tmp_path / "nowhere.txt"])
