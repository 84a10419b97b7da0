"""What is made to be printed, printed."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from analyzer.facts import load_table
from analyzer.report import write_report
from analyzer.run import check
from analyzer.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
PAGE = re.compile(rb"/Type\s*/Page\b")


def test_the_digest_of_the_sample_is_two_pages_of_a4(browser: "Browser", tmp_path: Path) -> None:
    run = check([ROOT / "corpus" / "articles"], load_table(ROOT / "corpus" / "facts"), Settings())
    write_report(run, tmp_path, Settings())
    page = browser.new_page()
    page.goto((tmp_path / "digest.html").as_uri())
    assert page.locator(".case").count() == 12
    assert len(PAGE.findall(page.pdf(prefer_css_page_size=True))) == 2
    page.close()
