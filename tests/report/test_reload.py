"""A report written again from its own data is the same report."""

from dataclasses import replace
from pathlib import Path

from analyzer.language import Language
from analyzer.report import write_pages, write_report
from analyzer.report.reload import reload_run
from analyzer.settings import Settings
from tests.report.made import run, table


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_english_reasons_come_back(tmp_path: Path) -> None:
    english = Settings(language=Language.EN)
    write_report(run(), tmp_path / "a", english)
    write_report(run(), tmp_path / "b", Settings())
    write_pages(reload_run(tmp_path / "b", table()), tmp_path / "b", english)
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_pages_from_data_are_the_same_bytes(tmp_path: Path) -> None:
    write_report(run(), tmp_path / "a", Settings())
    write_report(run(), tmp_path / "b", Settings())
    for page in (tmp_path / "b").rglob("*.html"):
        page.unlink()
    write_pages(reload_run(tmp_path / "b", table()), tmp_path / "b", Settings())
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_the_order_in_which_claims_were_found_shows_nowhere(tmp_path: Path) -> None:
    made = run()
    turned = replace(made, checked=tuple(replace(c, judgements=c.judgements[::-1]) for c in made.checked))
    write_report(turned, tmp_path / "a", Settings())
    write_report(made, tmp_path / "b", Settings())
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_everything_that_a_report_may_see_comes_back(tmp_path: Path) -> None:
    made = run()
    write_report(made, tmp_path, Settings())
    read = reload_run(tmp_path, table())
    assert made.edges != ()
    for name in ("version", "input", "conflicts", "clusters", "edges", "spread", "sites"):
        assert getattr(read, name) == getattr(made, name), name
