"""Tables made by others, in other domains, are read without a complaint."""

from pathlib import Path

import pytest

from analyzer.facts.table import read_folder

GOLD = Path(__file__).parents[3] / "shared" / "gold"
FOLDERS = sorted(p.parent for p in GOLD.rglob("facts.csv"))


def test_the_shared_tables_are_readable() -> None:
    if not FOLDERS:
        pytest.skip(f"no tables below {GOLD}")
    for folder in FOLDERS:
        read = read_folder(folder)
        assert read.errors == (), folder
        for name, sheet in read.sheets.items():
            assert sheet.to_bytes() == (folder / name).read_bytes()
