"""``farmcheck serve`` without its extra says what to install."""

import sys
from pathlib import Path

import pytest

from analyzer.cli.serve import serve
from analyzer.errors import UsageError


def test_missing_packages_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(UsageError, match=r"farmcheck\[serve\]"):
        serve(tmp_path)
