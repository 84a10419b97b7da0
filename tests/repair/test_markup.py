"""Marks that are no words are cut; stars that stand for words are not."""

import pytest

from analyzer.repair.markup import markup
from analyzer.repair.page import Page
from analyzer.text import Change, View

CUT = [
    ("**青岚号**由**东港造船厂**建造。", "青岚号由东港造船厂建造。"),
    ("- **船长**：顾云舟\n- **母港**：临江市", "- 船长：顾云舟\n- 母港：临江市"),
    ("船到港了。?/p>\n天很好。", "船到港了。\n天很好。"),
    ("**注意**：船到港了。</p>", "注意：船到港了。</p>"),
]
KEPT = ["拨打**热线，找**问一问，再去**投诉。", "箱子长30**40，宽20**30。", "船身是*白*的，长3*5米。", "没有星号。"]


def cut(text: str) -> str:
    found = markup(Page(text=text, folded=text))
    return View.of(text).edit(Change(f.start, f.end, f.new) for f in found.fixes).text


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_marks_are_cut(text: str, expected: str) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize("text", KEPT)
def test_what_stands_for_words_is_kept(text: str) -> None:
    assert cut(text) == text
