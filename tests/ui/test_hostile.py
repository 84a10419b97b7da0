"""Text that is made to break a page: turned around, endless, out of the plane. It stays text, and in its place."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from analyzer.model import Checked, EntityValue, Run, Verdict
from analyzer.report import write_report
from analyzer.settings import Settings
from tests.report.made import Writer, table
from tests.ui.looking import HEIGHT, WIDTHS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

LONG = 100_000
TEXTS = {
    "right-to-left": "مرحبا بالعالم هذا عنوان طويل \u200f123",
    "hebrew": "שלום עולם 2025 (בדיקה)",
    "overridden": "\u202eeltit desrever\u2066\u2067",
    "unclosed": "\u202b" * 40,
    "astral": "𠮷野家𪚥👩‍👩‍👧‍👦🏳️‍🌈" * 8,
    "stacked": "Z" + "\u0335\u0301\u0489" * 60,
    "wide": "﷽" * 80,
    "unbroken": "x" * 3_000,
    "no blank": "贷" * 3_000,
    "lone": "\ud800\udfff\ufffe\x00\x1b[31m",
}


def article(name: str, words: str, subject: str = "p0") -> Checked:
    w = Writer(f"{name}/{words[:20]}.html", TABLE)
    w.text(words + "\n").remove(words + "\n", "footers", words)
    w.claim(
        words, "青禾贷是北岸科技旗下的", words + "\n", subject=subject, predicate="operator", written="北岸科技",
        value=EntityValue(id="o1"), verdict=Verdict.CONTRADICTED, fact="F0", reason=words,
    )  # fmt: skip
    return w.done(title=words, site=words, url=f"https://example.cn/{words}")


TABLE = table()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("hostile")
    endless = article("endless", "贷" * LONG, "p1")
    checked = [endless, *(article(n, t) for n, t in TEXTS.items())]
    write_report(Run(version="0", input=("a",), table=TABLE, checked=tuple(checked)), out, Settings())
    return out


def test_no_text_widens_a_page_or_covers_another(browser: "Browser", pages: Path) -> None:
    page = browser.new_page()
    wrong = []
    for path in sorted(pages.rglob("*.html")):
        page.goto(path.as_uri())
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wrong.append((path.name, width, "wider"))
        # The bar stays readable from left to right, whatever a title does to the direction of the text.
        if page.evaluate("getComputedStyle(document.querySelector('.brand')).direction") != "ltr":
            wrong.append((path.name, 0, "turned"))
    page.close()
    assert wrong == []


def test_words_after_a_hostile_title_keep_their_order(browser: "Browser", pages: Path) -> None:
    """The place of each word of ours after a title is to the right of the word before it, on one line."""
    page = browser.new_page(viewport={"width": 1440, "height": HEIGHT})
    page.goto((pages / "articles.html").as_uri())
    turned = page.evaluate(
        """() => [...document.querySelectorAll('tbody tr')].filter((tr) => {
          const x = [...tr.cells].map((cell) => cell.getBoundingClientRect().left);
          return x.some((left, k) => k && left <= x[k - 1]);
        }).length"""
    )
    page.goto((pages / "index.html").as_uri())
    heads = page.evaluate(
        """() => [...document.querySelectorAll('.case')].filter((c) => {
          const left = (name) => c.querySelector(name).getBoundingClientRect().left;
          return left('.mark') > left('.factors');
        }).length"""
    )
    page.close()
    assert (turned, heads) == (0, 0)


def test_no_hidden_sign_reaches_a_page(pages: Path) -> None:
    hidden = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\x00\x1b\ufeff")
    for path in [*pages.rglob("*.html"), *pages.rglob("list-*.js"), pages / "findings.csv"]:
        text = path.read_text(encoding="utf-8-sig")
        assert hidden.isdisjoint(text), path.name


def test_an_endless_line_opens_in_time_and_is_not_repeated_in_every_list(browser: "Browser", pages: Path) -> None:
    page = browser.new_page()
    page.goto((pages / "index.html").as_uri())
    page.wait_for_selector("html[data-ready]", timeout=5_000)
    tallest = page.evaluate("Math.max(...[...document.querySelectorAll('.case')].map((c) => c.offsetHeight))")
    page.close()
    # A card is read at a glance: a sentence without an end is cut around the words that are claimed.
    assert tallest < HEIGHT
