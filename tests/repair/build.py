"""Articles for the tests."""

from pathlib import Path

import pytest

from analyzer.model import Article, Document, PageKind, Reading, Status
from analyzer.repair import repair
from analyzer.text import View

SHARED = Path(__file__).parents[3] / "shared"


def article(text: str, name: str = "a.txt") -> Article:
    return Article(
        document=Document(id=name, source=text),
        kind=PageKind.ARTICLE,
        status=Status.CHECKED,
        reason=None,
        removals=(),
        clean=View.of(text),
    )


def read(text: str, *copies: str) -> Reading:
    return repair(article(text), [article(copy, f"{i}.txt") for i, copy in enumerate(copies)])


def clean_texts() -> list[str]:
    """Return real clean texts, in the order of their names; skip the test where they are not at hand."""
    files = sorted((SHARED / "gold" / "html" / "zh" / "gold").glob("*.txt"))
    files += sorted((SHARED / "gold" / "relations" / "articles").glob("*.txt"))
    if not files:
        pytest.skip("needs the clean texts beside the project (../shared/gold)")
    return [f.read_text(encoding="utf-8", errors="replace") for f in files]
