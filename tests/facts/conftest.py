from pathlib import Path

import pytest

from tests.facts import tables


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tables.write(tmp_path / "facts")
