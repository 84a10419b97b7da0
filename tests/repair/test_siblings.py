"""Copies fill holes; they never put in a wrong word."""

import random
import re
from itertools import pairwise

from analyzer.model import GapKind
from analyzer.repair import repair
from analyzer.repair.lexicon import entries
from analyzer.repair.page import Hole
from analyzer.repair.siblings import copies_of, fill
from tests.repair.build import article, clean_texts, read
from tests.repair.damage import delete_words, respin

WORDS = ["工作", "问题", "社会", "公司", "记者", "文化", "生活", "教育", "经济"]
PAIRS = [(row[0], row[1]) for row in entries("spun")]
SYNONYMS = [("倘若", "如果"), ("能够", "可以"), ("进而", "从而"), ("因而", "所以"), ("然而", "但是"), ("若干", "一些")]


def test_a_copy_fills_the_hole_and_the_repair_says_so() -> None:
    whole = "网友们常常接到催收的骚扰电话,心里非常害怕,不知道应该怎么办。"
    reading = read(whole.replace("催收", " "), whole)
    assert reading.repaired.text == whole
    assert [(r.kind, r.new) for r in reading.repairs] == [("restored", "催收")]
    assert not reading.uncertain


def test_copies_that_disagree_only_suggest() -> None:
    text = "网友们常常接到 的骚扰电话,心里非常害怕,不知道应该怎么办。"
    reading = read(text, text.replace(" ", "催收"), text.replace(" ", "中介"))
    assert reading.repaired.text == text
    assert set(reading.gaps[0].candidates[:2]) == {"催收", "中介"}
    assert reading.uncertain


def test_a_copy_with_the_same_hole_is_no_witness() -> None:
    text = "网友们常常接到 的骚扰电话,心里非常害怕,不知道应该怎么办。"
    assert read(text, text).repaired.text == text


def test_a_word_that_rewriting_tools_swap_is_only_suggested() -> None:
    whole = "网友们常常在网上提出同样的疑问,心里非常着急,不知道应该怎么办。"
    reading = read(whole.replace("疑问", " ").replace("不知道", "他接到 的电话,不知道"), whole)
    assert all(g.restored is None for g in reading.gaps)
    assert reading.repaired.text == reading.article.clean.text


def test_a_word_of_the_editors_own_pairs_is_only_suggested() -> None:
    whole = "网友们常常接到催收的骚扰电话,心里非常害怕,不知道应该怎么办。"
    damaged, copies = article(whole.replace("催收", " ")), [article(whole, "b.txt")]
    assert repair(damaged, copies).repaired.text == whole
    reading = repair(damaged, copies, (("催讨", "催收"),))
    assert reading.repaired.text == damaged.clean.text
    assert reading.gaps[0].candidates[0] == "催收"


def test_a_rewritten_copy_meets_the_page_in_plain_wording() -> None:
    whole = "若是使用者在山上碰到催收的骚扰电话,心里非常害怕,不知道应该怎么办。"
    copy = "如果用户在山上碰到催收的骚扰电话,心里非常害怕,不知道应该怎么办。"
    damaged = whole.replace("在山上碰到", "").replace("催收", " ")
    assert read(damaged, copy.replace("在山上碰到", "")).repaired.text == damaged.replace(" ", "催收")


def test_what_is_filled_is_context_for_the_next_hole() -> None:
    whole = "网友们在网上留言说自己常常接到催收打来催收骚扰催收电话,心里非常害怕,不知道应该怎么办。"
    text = whole.replace("催收", " ")
    holes = [Hole(start=m.start(), end=m.end(), kind=GapKind.SPACE, evidence="") for m in re.finditer(" ", text)]
    copies = copies_of([article(whole)])
    assert fill(text, holes[1], holes, copies)[0] is None
    filled = {(h.start, h.end): "催收" for h in (holes[0], holes[2])}
    assert fill(text, holes[1], holes, copies, filled=filled)[0] == "催收"


def test_a_copy_that_has_a_word_more_than_the_filter_takes_only_suggests() -> None:
    whole = (
        "网友们常常接到催收的骚扰电话,心里非常害怕,不知道应该怎么办。"
        "后来再次遇到催收时上门的人,他们立刻就报了警,事情才算了结。"
    )
    damaged = whole.replace("催收的", " 的").replace("催收时上门", " 上门")
    reading = read(damaged, whole)
    assert [g.restored for g in reading.gaps] == ["催收", None]
    assert reading.gaps[1].candidates[:2] == ("催收", "催收时")


def test_generated_copies_are_never_wrong() -> None:
    rng = random.Random(5)
    right = total = 0
    for text in clean_texts():
        lines = [x for x in text.split("\n") if 40 < len(x) < 300 and " " not in x and "\u3000" not in x][:5]
        whole = "\n".join(lines)
        damaged, lost = delete_words(whole, WORDS, " ")
        if not 0 < len(lost) < 10:
            continue
        truth = {x.at: x.word for x in lost}
        for x, y in pairwise(lost):
            if y.at == x.at + 1:  # two words side by side leave two spaces: one hole
                truth[x.at] += y.word
        reading = read(
            damaged + "\n他接到 的电话,心里非常害怕。", respin(whole, SYNONYMS + PAIRS, 0.8, rng).replace(",", "")
        )
        for gap in reading.gaps:
            if gap.start in truth:
                total += 1
                assert gap.restored in (None, truth[gap.start])
                right += gap.restored is not None
            else:
                assert gap.restored is None
    assert total > 20
    # 问题 is itself a word that rewriting swaps; the others are filled nearly always.
    assert right / total > 0.9
