"""The names by which a report's files are known are those of all that is written."""

import re
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path

from analyzer.facts import load_table
from analyzer.report import write_report
from analyzer.report.formats import EXPORTS
from analyzer.report.place import files_in
from analyzer.run import check
from analyzer.settings import Settings
from tests.e2e.command import FACTS, ROOT

SAMPLES = ROOT / "corpus" / "articles"


def test_every_file_of_a_report_is_known(tmp_path: Path) -> None:
    out, settings = tmp_path / "out", Settings(all_pages=True)
    write_report(check([SAMPLES], load_table(FACTS), settings), tmp_path / "before", settings)
    settings = replace(settings, exports=frozenset(EXPORTS), since=tmp_path / "before")
    write_report(check([SAMPLES], load_table(FACTS), settings), out, settings)
    written = {path for path in out.rglob("*") if path.is_file() and not path.name.startswith(".")}
    assert set(files_in(out)) == written


def test_names_in_the_code_are_covered() -> None:
    """A format that writes a page which no run of the samples has is known as well."""
    from analyzer.report.place import FILES

    sources = (ROOT / "analyzer" / "report" / "formats").glob("*.py")
    named = {name for path in sources for name in re.findall(r'out / "([\w.]+\.\w+)"', path.read_text("utf-8"))}
    assert len(named) > 10
    assert [name for name in sorted(named) if not any(fnmatch(name, pattern) for pattern in FILES)] == []
