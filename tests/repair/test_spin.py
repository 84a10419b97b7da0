"""Spun wording: rewritten pages are told from plain ones; the plain form of both meets."""

import random

import pytest

from analyzer.fold import fold
from analyzer.repair import canonical
from analyzer.repair.dictionary import dictionary
from analyzer.repair.lexicon import entries
from analyzer.repair.spin import spin
from analyzer.text import View
from tests.repair.build import clean_texts, read
from tests.repair.damage import respin

PLAIN = (
    "如果用户没有按时还款,平台通常会采取措施。我们应该如何处理这个问题?重要的原因是用户可能没有了解合同,"
    "所以建议自己根据要求,通过客服注意期限,避免影响信用,导致更多问题。平台可以帮助用户降低风险,提高能力。"
) * 3


def test_accepted_pairs_count_as_evidence() -> None:
    text = "面对抉择时要冷静，这个抉择关系到以后，每个抉择都要负责。" * 10
    assert not [p for p in spin(text).pairs if p.spun == "抉择"]
    pair = next(p for p in spin(text, (("抉择", "选择"),)).pairs if p.spun == "抉择")
    assert (pair.spun_count, pair.plain, pair.plain_count) == (30, "选择", 0)


def test_generated_pages_separate() -> None:
    """Half of the pairs, chosen at random, are enough to tell a page; the plain page stays below 0.5."""
    pairs = [(row[0], row[1]) for row in entries("spun")]
    rng = random.Random(11)
    plain = spin(fold(PLAIN)).score
    assert plain < 0.5
    for _ in range(50):
        some = rng.sample(pairs, len(pairs) // 2)
        assert spin(fold(respin(PLAIN, some, 0.9, rng))).score > plain


@pytest.mark.parametrize("known", ["spun", "spun_more"])
def test_rewritten_texts_score_above_clean_ones(known: str) -> None:
    """With half of a list's pairs known to the tool and nine in ten words swapped; a pair of texts at a time."""
    pairs = [(row[0], row[1]) for row in entries(known)]
    rng = random.Random(4)
    texts = [text for text in clean_texts() if len(text) > 800]
    clean = [spin(fold(text)).score for text in texts]
    spun = [spin(fold(respin(text, rng.sample(pairs, len(pairs) // 2), 0.9, rng))).score for text in texts]
    above = sum((a > b) + (a == b) / 2 for a in spun for b in clean)
    assert above / len(spun) / len(clean) > 0.96
    assert max(clean) < 0.5


def test_the_lists_do_not_contradict_each_other() -> None:
    """A word that is put in is plain nowhere, or two rows would undo each other; it is rarer than its plain word."""
    count = dictionary().count
    first, more = entries("spun"), entries("spun_more")
    assert len({row[0] for row in (*first, *more)}) == len(first) + len(more)
    assert not {row[0] for row in more} & {row[1] for row in (*first, *more)}
    assert all(count(spun) < count(plain) for spun, plain in more)


def test_six_pairs_are_asked_for() -> None:
    text = "使用者的疑惑。" * 60  # two pairs, however often
    assert 0.4 < spin(text).score < 0.5


def test_a_rewritten_page_is_called_spun_with_its_evidence() -> None:
    pairs = [(row[0], row[1]) for row in entries("spun")]
    reading = read(respin(PLAIN, pairs, 0.95, random.Random(1)))
    assert reading.spin_score >= 0.5
    assert len(reading.spin_pairs) >= 6
    assert all(p.spun_count >= 1 for p in reading.spin_pairs)


def test_clean_texts_are_not_called_spun() -> None:
    texts = clean_texts()
    called = sum(spin(fold(t)).score >= 0.5 for t in texts)
    assert called <= len(texts) * 0.005 + 1


def test_the_canonical_view_meets_and_keeps_the_way_back() -> None:
    one = canonical(View.of("倘使使用者可以选用这种途径"))
    two = canonical(View.of("如果用户能够采用这种方式"))
    assert one.text == two.text
    at = one.text.index("用户")
    span = one.span(at, at + 2)
    assert one.source[span.start : span.end] == "使用者"


def test_japanese_people_are_not_oneself() -> None:
    assert canonical(View.of("日本人")).text == "日本人"
