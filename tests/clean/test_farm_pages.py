"""Farm pages of templates that no pass was written for: what stays, what goes, what stays once."""

import re
from collections import Counter

import pytest

from analyzer.clean import clean
from analyzer.model import Document
from analyzer.read.decode import Decoded
from analyzer.read.page import read_page
from analyzer.read.plain import read_plain
from analyzer.settings import Settings
from tests.clean import farm_pages

# Share that must be right; the sets are drawn, so a little room is left below what was measured (all 1.0).
FLOORS = {"keep": 0.999, "drop": 0.98, "once": 0.98, "title": 0.98, "published": 0.98}


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("kind", ["text", "html"])
def test_labels_of_generated_pages(kind: str) -> None:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    wrong: list[tuple[str, str, object]] = []

    def check(what: str, name: str, label: object, ok: bool) -> None:
        total[what] += 1
        right[what] += ok
        if not ok:
            wrong.append((what, name, label))

    for seed in range(60):
        page = (farm_pages.text_page if kind == "text" else farm_pages.html_page)(seed)
        decoded = Decoded(text=page.content, encoding="utf-8")
        document: Document = (read_plain if kind == "text" else read_page)(page.name, decoded)
        text = squeezed(clean(document, Settings()).clean.text)
        for label in page.keep:
            check("keep", page.name, label, squeezed(label) in text)
        for label in page.drop:
            check("drop", page.name, label, squeezed(label) not in text)
        for label in page.once:
            check("once", page.name, label, text.count(squeezed(label)) == 1)
        check("title", page.name, document.title, document.title == page.title)
        check("published", page.name, document.published, document.published == page.published)
    shares = {what: right[what] / total[what] for what in total}
    assert all(share >= FLOORS[what] for what, share in shares.items()), (shares, wrong)
