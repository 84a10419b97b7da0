"""The report formats, in the order in which they are written: one file each, one line here."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from analyzer.report.book import Book
from analyzer.report.formats import articles, case_pages
from analyzer.report.formats.articles import write_articles
from analyzer.report.formats.case_pages import write_case_pages
from analyzer.report.formats.claimreview import write_claimreview
from analyzer.report.formats.compare_page import write_compare_page
from analyzer.report.formats.conflicts_page import write_conflicts_page
from analyzer.report.formats.copies_page import write_copies_page
from analyzer.report.formats.coverage_page import write_coverage_page
from analyzer.report.formats.data import write_data
from analyzer.report.formats.digest import write_digest
from analyzer.report.formats.facts_page import write_facts_page
from analyzer.report.formats.findings import write_findings
from analyzer.report.formats.list_shards import write_list_shards
from analyzer.report.formats.method_page import write_method_page
from analyzer.report.formats.parquet import write_parquet
from analyzer.report.formats.removed_page import write_removed_page
from analyzer.report.formats.sarif import write_sarif
from analyzer.report.formats.single import write_single
from analyzer.report.formats.sites_page import write_sites_page
from analyzer.report.formats.worklist import write_worklist
from analyzer.report.formats.xlsx import write_xlsx

Format = Callable[[Book, Path], None]

FORMATS: tuple[Format, ...] = (
    write_data,
    write_findings,
    write_worklist,
    write_list_shards,
    write_case_pages,
    write_articles,
    write_compare_page,
    write_conflicts_page,
    write_copies_page,
    write_sites_page,
    write_facts_page,
    write_coverage_page,
    write_removed_page,
    write_method_page,
    write_digest,
)
"""Written by every run."""

PIECES: Mapping[Format, Callable[[Book, Path, Collection[str]], list[Callable[[], None]]]] = {
    write_articles: articles.pieces,
    write_case_pages: case_pages.pieces,
}
"""Formats of many files, as pieces of work for several hands, without the pages that stand already."""

LASTING: Mapping[Format, str] = {write_copies_page: "copies.html"}
"""Formats of one file that is dear to make and not made where it stands already."""

EXPORTS: Mapping[str, Format] = {
    "single-file": write_single,
    "xlsx": write_xlsx,
    "sarif": write_sarif,
    "claimreview": write_claimreview,
    "parquet": write_parquet,
}
"""Written where asked for: the name in ``Settings.exports`` and what it writes."""
