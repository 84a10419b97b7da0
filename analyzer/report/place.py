"""Which files a report consists of, so that it is never written over somebody else's."""

from collections.abc import Iterator
from pathlib import Path

from analyzer.report.render import HERE

FILES = (
    "index.html", "list-*.html", "articles.html", "compare.html", "conflicts.html", "copies.html",
    "coverage.html", "digest.html", "facts.html", "method.html", "removed.html", "sites.html", "single.html",
    "findings.csv", "findings.sarif", "findings.xlsx", "claimreview.jsonl", "article/*-????????.html", "case/C-*.html",
    "data/*.jsonl", "data/run.json", "parquet/manifest.json", "parquet/*/*.parquet", "assets/list-*.js",
)  # fmt: skip
"""Every file that a report may write, as patterns (tests/report/test_place.py writes them all)."""


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder that bear the names of a report's files, in code point order of the patterns."""
    shipped = (f"assets/{asset.name}" for asset in sorted((HERE / "assets").iterdir()))
    for pattern in (*FILES, *shipped):
        yield from sorted(path for path in folder.glob(pattern) if path.is_file() or path.is_symlink())
