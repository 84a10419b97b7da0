"""Words that left no trace are missed where a copy has them in several places."""

import random

import pytest

from analyzer.model import GapKind
from analyzer.repair.copies_have import copies_have
from analyzer.repair.lexicon import entries
from analyzer.repair.siblings import copies_of
from tests.repair.build import article, clean_texts, read
from tests.repair.damage import delete_words, respin

PAIRS = [(row[0], row[1]) for row in entries("spun")]
WHOLE = (
    "逾期以后先不要慌张，主动联系催收人员说明自己的困难。如果对方语气不好，也不要和催收争吵起来。"
    "可以把每次催收的时间和内容都记下来，以后或许用得着。"
)


def test_a_word_that_a_copy_has_everywhere_is_offered() -> None:
    page = "他接到 的电话,心里非常害怕。" + WHOLE.replace("催收", "")
    reading = read(page, WHOLE)
    assert reading.repaired.text == page
    holes = [g for g in reading.gaps if g.kind is GapKind.MERGED]
    assert [(g.restored, g.candidates[0]) for g in holes] == [(None, "催收")] * 3
    assert len(reading.uncertain) == 4


def test_a_page_without_a_hole_is_not_compared() -> None:
    assert not read(WHOLE.replace("催收", ""), WHOLE).gaps


def test_a_space_that_proves_nothing_is_told_by_a_copy() -> None:
    page = WHOLE.replace("争吵", " ")
    assert not read(page).gaps
    assert read(page).doubtful
    reading = read(page, WHOLE)
    assert reading.repaired.text == WHOLE
    assert [(g.kind, g.restored) for g in reading.gaps] == [("space", "争吵")]
    assert not read(WHOLE.replace("争吵", "争 吵"), WHOLE).gaps


@pytest.mark.parametrize(
    ("page", "copy"),
    [
        (WHOLE, WHOLE.replace("催收", "")),  # the copy lost it
        (WHOLE.replace("催收", "", 1), WHOLE),  # the page has it elsewhere
        (WHOLE.replace("争吵", ""), WHOLE),  # one place
        (WHOLE, WHOLE.replace("催收", "暴力催收")),  # always before the same word
    ],
)
def test_less_proves_nothing(page: str, copy: str) -> None:
    assert not copies_have(page, copies_of([article(copy)]))


def test_a_hole_that_shows_is_not_told_twice() -> None:
    page = WHOLE.replace("催收", "", 2).replace("催收", " ")
    gaps = read(page, WHOLE).gaps
    assert [(g.kind, g.restored) for g in gaps] == [("merged", None)] * 2 + [("space", "催收")]


def test_signs_beside_the_hole_stay_on_their_side() -> None:
    page = "平台会打电话来催。说的都是逾期的事，你先听他讲完。" + WHOLE
    copy = page.replace("说的都是", "客服说的都是").replace("争吵起来", "客服争吵起来")
    first, second = copies_have(page, copies_of([article(copy)]))
    assert page[first.start :].startswith("说的都是")
    assert page[second.start :].startswith("争吵起来")


def test_one_place_is_enough_where_a_space_stands() -> None:
    page = WHOLE.replace("争吵", " ")
    (hole,) = copies_have(page, copies_of([article(WHOLE)]))
    assert (page[hole.start : hole.end], hole.kind, hole.candidates) == (" ", GapKind.SPACE, ("争吵",))


@pytest.mark.parametrize("half", [0, 1])
def test_damaged_pages_beside_rewritten_copies(half: int) -> None:
    """Four words deleted without a trace; the copy is rewritten and lost two words of its own."""
    rng = random.Random(half)
    lost = found = wrong = 0
    for text in [t for t in clean_texts() if len(t) > 400][half::6]:
        words = sorted({text[i : i + 2] for i in range(0, 300, 7) if text[i : i + 2].isalpha()})
        if len(words) < 8:
            continue
        mine, others = words[:4], words[-2:]
        page, holes = delete_words(text, mine, "")
        copy = delete_words(respin(text, PAIRS, 0.3, rng), others, "")[0]
        copies = copies_of([article(copy)])
        places = {hole.start for hole in copies_have(page, copies)}
        lost += len(holes)
        found += len(places)
        wrong += sum(all(abs(hole.at - place) > 2 for hole in holes) for place in places)
        assert not copies_have(text, copies)
    assert lost > 60
    assert found / lost > 0.2
    assert wrong <= 1
