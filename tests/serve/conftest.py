"""The application over a small report, fresh for each test."""

from pathlib import Path

import pytest

from tests.serve.made import Made, client, report_on_disk


@pytest.fixture
def made(tmp_path: Path) -> Made:
    places = report_on_disk(tmp_path)
    return Made(places, client(places))
