"""Which deleted word a page proves by its own victims, where no list names it."""

import pytest

from analyzer.model import GapKind
from analyzer.repair.deleted_words import deleted_words
from tests.repair.build import clean_texts, read
from tests.repair.damage import delete_bytes

_SIGNS = str.maketrans(",;:?!()", "，；：？！（）")
# Characters whose bytes end in A3 and so run into full-width signs; none of them is in the shipped list.
_UNLISTED = "玻海希模停健牵罚"


def _pages() -> list[str]:
    return [t.translate(_SIGNS).encode("gb2312", "ignore").decode("gb2312") for t in clean_texts()]


@pytest.mark.parametrize("half", [0, 1])
def test_unlisted_words_are_found_and_never_the_wrong_one(half: int) -> None:
    found = 0
    for page in _pages()[half::2]:
        for word in _UNLISTED:
            damaged = delete_bytes(page, word)
            if damaged != page.replace(word, ""):
                proven = deleted_words(damaged)
                assert proven in ((), (word,))
                found += bool(proven)
    assert found >= 8


def test_clean_pages_prove_nothing() -> None:
    for text in clean_texts():
        assert deleted_words(text) == ()
        assert deleted_words(text.translate(_SIGNS)) == ()


def test_what_is_proven_is_offered_with_its_bytes_and_never_put_back() -> None:
    offered = 0
    for page in _pages():
        damaged = delete_bytes(page, "希")
        if deleted_words(damaged) != ("希",):
            continue
        reading = read(damaged)
        assert not [r for r in reading.repairs if r.kind == "bytes"]
        for gap in reading.gaps:
            if gap.kind is GapKind.BYTES:
                assert "CF A3" in gap.evidence
                offered += any(damaged[max(0, gap.start - 2) : gap.start] + c in page for c in gap.candidates)
    assert offered >= 5
