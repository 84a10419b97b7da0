"""Any sign in the place of words: pages that show it, and pages that use the sign otherwise."""

import random
from collections import Counter

import pytest

from analyzer.model import GapKind
from analyzer.words import cut, tag
from tests.repair.build import clean_texts, read
from tests.repair.damage import delete_words

PAGE = (
    "租房之前先看清楚合同，押金条要{0}好，水电表也要拍照。\n"
    "遇到纠纷不要急，可以打{0}反映，也可以去{0}。\n"
    "{0}会安排人上门，一般三天之内就有{0}。\n"
)


@pytest.mark.parametrize("sign", ["__", "##", "@@", "//", "口口", "〇〇", "○○", "_"])
def test_a_strange_sign_stands_for_words(sign: str) -> None:
    text = PAGE.format(sign)
    gaps = read(text).gaps
    assert len(gaps) == 5
    assert {(g.kind, text[g.start : g.end]) for g in gaps} == {(GapKind.MASKED, sign)}


@pytest.mark.parametrize("sign", ["--", "~~", "+", "★"])
def test_an_ordinary_sign_needs_broken_words(sign: str) -> None:
    assert not read(PAGE.format(sign)).gaps
    broken = f"有人{sign}的骚扰，突{sign}况很多，不少{sign}们都说被{sign}了，自称{sign}的人。\n"
    assert len(read(PAGE.format(sign) + broken).gaps) == 10


@pytest.mark.parametrize(
    "text",
    [
        "转发@某人说，#话题#很热，又转发@某人，再看#话题#。\n今天@某人也来了，#话题#还在。",
        "好看~~就是贵~~但是值~~真的。\n推荐~~给大家~~看看。",
        "二〇〇三年到二〇〇八年，一九〇〇年以前。\n百分之二十点○○五，三○○人。",
        "巫术--仪礼--艺术，都是一回事。\n冷+热+主食，一共三样。",
    ],
)
def test_signs_of_other_use(text: str) -> None:
    assert not read(text).gaps


def test_generated_pages() -> None:
    """Three of the commonest words of clean pages cut out; two thirds of the places are found, and nothing else."""
    rng = random.Random(7)
    found = total = false = 0
    for text in clean_texts()[1::3]:
        words = [w for line in text.split("\n") for w in cut(line) if len(w) == 2 and tag(w)[0] in "nv"]
        common = [w for w, _ in Counter(words).most_common(12)]
        if len(common) < 8:
            continue
        page, lost = delete_words(text, rng.sample(common, 3), "__")
        places = {x.at for x in lost}
        marks = {g.start for g in read(page).gaps}
        found += len(places & marks)
        false += len(marks - places)
        total += len(places)
    assert total > 300
    assert found / total > 0.6
    assert false <= 2
