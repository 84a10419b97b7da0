"""Templates are compiled once for many runs; what lies there damaged is compiled again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment

from analyzer.language import Language
from analyzer.report import render
from analyzer.report.compiled import keep_compiled

NAME = "macros.html.j2"


@pytest.fixture(autouse=True)
def _own_environments() -> Iterator[None]:
    render.environment.cache_clear()
    yield
    render.environment.cache_clear()


def compiled(folder: Path, language: Language, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Load a template as a new process does and return the names of those that were compiled for it."""
    render.environment.cache_clear()
    keep_compiled(folder, language)
    names: list[str] = []
    real = Environment.compile

    def watched(self: Environment, source: str, name: str, *rest: object) -> object:
        names.append(name)
        return real(self, source, name, *rest)  # type: ignore[call-overload]

    with monkeypatch.context() as patched:
        patched.setattr(Environment, "compile", watched)
        render.environment(language).get_template(NAME)
    return names


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert compiled(tmp_path, Language.ZH, monkeypatch) == [NAME]
    assert compiled(tmp_path, Language.ZH, monkeypatch) == []
    assert compiled(tmp_path, Language.EN, monkeypatch) == [NAME]
    assert compiled(tmp_path, Language.ZH, monkeypatch) == []


@pytest.mark.parametrize("damage", [b"", b"no code", None])
def test_a_damaged_one_is_compiled_again(damage: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(tmp_path, Language.ZH, monkeypatch)
    (path,) = [p for p in tmp_path.rglob("*") if p.is_file()]
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]) if damage is None else damage)
    assert compiled(tmp_path, Language.ZH, monkeypatch) == [NAME]
    assert compiled(tmp_path, Language.ZH, monkeypatch) == []


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert compiled(tmp_path / "file", Language.ZH, monkeypatch) == [NAME]
