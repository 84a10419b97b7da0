"""A real headless Chromium, taken from PATH; tests are skipped where there is none."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from analyzer.language import Language
from analyzer.report import write_report
from analyzer.settings import Settings
from tests.report.made import run

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    path = next((found for name in names if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("no Chromium on PATH: install chromium to run the browser tests")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    write_report(run(4), folder / "earlier", Settings())
    write_report(run(), folder / "now", Settings(since=folder / "earlier"))
    return folder / "now"


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("english")
    write_report(run(6), folder, Settings(language=Language.EN))
    return folder


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty")
    settings = Settings(since=tmp_path_factory.mktemp("before"), exports=frozenset({"single-file"}))
    nothing = replace(run(), checked=(), conflicts=(), clusters=(), edges=(), spread=(), sites=())
    assert settings.since
    write_report(nothing, settings.since, Settings())
    write_report(nothing, folder, settings)
    return folder


@pytest.fixture(scope="session")
def kinds(report: Path) -> tuple[str, ...]:
    """One page of every kind, and the hostile article's."""
    top = sorted(p.name for p in report.glob("*.html") if not p.name.startswith("list-"))
    cases = sorted(f"case/{p.name}" for p in (report / "case").iterdir())
    articles = sorted(f"article/{p.name}" for p in (report / "article").iterdir())
    return (*top, cases[0], cases[-1], articles[0], *(a for a in articles if "farm-b-" in a))
