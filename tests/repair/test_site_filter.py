"""What the pages of a site say together about the word that its filter deleted from their bytes."""

import pytest

from analyzer.model import Clues, GapKind
from analyzer.repair import clues, deleted_on_site, repair
from tests.repair.build import article, clean_texts, read
from tests.repair.damage import delete_bytes

_SIGNS = str.maketrans(",;:?!()", "，；：？！（）")
_PROVEN = ("平台已经决定起诉，家人都很担心。", "先用好这些工具，可以省下很多时间。", "他要投诉，可是没有下文。")
_WEAK = "他吃完饭抬腿就走，也不打招呼。"


def told(text: str, word: str = "撸") -> Clues:
    return clues(read(delete_bytes(text, word)))


def test_two_pages_prove_the_word_for_a_third() -> None:
    words = deleted_on_site([told(text) for text in (*_PROVEN[:2], _WEAK)])
    assert words == ("撸",)
    damaged = delete_bytes(_WEAK, "撸")
    assert read(damaged).repaired.text == damaged
    reading = repair(article(damaged), filtered=words)
    assert reading.repaired.text == _WEAK
    assert [r.kind for r in reading.repairs] == ["bytes"]


@pytest.mark.parametrize(
    "pages",
    [
        [told(_PROVEN[0]), told(_WEAK)],  # one page is none
        [*map(told, _PROVEN), *(clues(read(text)) for text in _PROVEN)],  # half of the pages went through no filter
        [clues(read(text)) for text in _PROVEN],
        [],
    ],
)
def test_nothing_is_proven_by_few_pages_or_against_whole_ones(pages: list[Clues]) -> None:
    assert deleted_on_site(pages) == ()


def test_a_page_that_holds_the_bytes_is_left_alone() -> None:
    page = delete_bytes(_WEAK, "撸") + "后来他又决定起诉，家人都很担心。"
    reading = repair(article(page), filtered=("撸",))
    assert reading.repaired.text == page
    assert not reading.gaps


def test_what_was_written_so_stays_on_a_filtered_site() -> None:
    for text in (
        "他们一年就赚到了三套房。",
        "由李仁、三宅尚子和王珊联袂主演。",
        "这是最负盛名的老店，买些干虾、咸鱼。",
    ):
        assert repair(article(text), filtered=("撸",)).repaired.text == text


@pytest.mark.parametrize("half", [0, 1])
def test_pages_vote_together_for_a_word_that_no_list_names(half: int) -> None:
    """Of real pages, fifteen a site: more pages know their word, none a wrong one, and it is only offered."""
    texts = [t.translate(_SIGNS).encode("gb2312", "ignore").decode("gb2312") for t in clean_texts() if len(t) > 300]
    pages = texts[half::2][:15]
    alone = together = offered = 0
    for word in "海希模停健罚":
        damaged = [delete_bytes(page, word) for page in pages]
        readings = [read(text) for text in damaged]
        words = deleted_on_site([clues(reading) for reading in readings])
        assert words in ((), (word,))
        together += bool(words) * len(pages)
        alone += sum(any(g.kind is GapKind.BYTES for g in reading.gaps) for reading in readings)
        for page, text in zip(pages, damaged, strict=True) if words else ():
            reading = repair(article(text), filtered=words)
            assert not [r for r in reading.repairs if r.kind == "bytes"]
            found = [g for g in reading.gaps if g.kind is GapKind.BYTES]
            offered += sum(any(text[max(0, g.start - 2) : g.start] + c in page for c in g.candidates) for g in found)
    assert together > alone
    assert offered > 40


def test_the_order_of_pages_and_copies_of_one_page_change_nothing() -> None:
    pages = [told(text) for text in (*_PROVEN, _WEAK)]
    assert deleted_on_site(pages) == deleted_on_site(pages[::-1]) == ("撸",)
    texts = [t.translate(_SIGNS).encode("gb2312", "ignore").decode("gb2312") for t in clean_texts() if len(t) > 300]
    one = told(texts[0], "希")
    assert deleted_on_site([one] * 15) == deleted_on_site([one])
