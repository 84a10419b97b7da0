"""What is suggested for a hole."""

import numpy as np
import pytest

from analyzer.fold import fold
from analyzer.model import GapKind
from analyzer.repair.candidates import WEIGHTS, _together, suggest
from analyzer.repair.filtered_words import filtered_words
from analyzer.repair.lexicon import entries
from analyzer.repair.page import Hole


def suggested(page: str, *own: str) -> list[tuple[str, ...]]:
    """Return the suggestions for every ＿ of a page."""
    text = page.replace("＿", " ")
    places = [at for at, char in enumerate(page) if char == "＿"]
    holes = [Hole(start=at, end=at + 1, kind=GapKind.SPACE, evidence="", candidates=own) for at in places]
    return suggest(text, fold(text), holes)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        # What stands before and after, from the own list and from the counted one.
        ("孩子半夜发烧，我们马上抱着他去了＿，挂了急诊，护士给他量了体温。", ["医院"]),
        ("物业半个月没修好水管，我打＿问了三回。维修师傅留了＿号码，晚上＿里说第二天来。", ["电话", "电话", "电话"]),
        ("老板拖了半年不发＿，工人们商量着一起去劳动局。", ["工资"]),
        ("车子闯了红灯，交警开了单，要交两百元＿，还要扣分。", ["罚款"]),
        ("他不服判决，又向＿提起上诉，＿受理之后半年才开庭。", ["法院", "法院"]),
        ("他和邻居闹上了法庭，请了一位＿，开庭那天＿事务所来了两个人。", ["律师", "律师"]),
        ("先用短信收码，输入＿再改＿。", ["验证码", "密码"]),
        # What the page is about, where the neighbours fit anything.
        ("考场里监考老师来回走，有考生低头看纸条，被发现＿之后，成绩全部作废。", ["作弊"]),
        ("他欠了网贷，逾期之后＿人员天天上门，还收到＿短信，说再不还款就起诉。", ["催收", "催收"]),
        # Half a word beside the hole.
        ("从 息来看，这家公司去年就停工了。".replace(" ", "＿"), ["公开信"]),
    ],
)
def test_word_is_among_the_first_three(page: str, words: list[str]) -> None:
    first = [three[:3] for three in suggested(page)]
    assert all(word in three for word, three in zip(words, first, strict=True)), first


def test_one_filter_takes_one_word_everywhere() -> None:
    """What fits one hole well is likelier in another, where little is known."""
    alone = np.array([[3.0, 0.0], [0.0, 0.2]])
    first, second = _together(alone)
    assert second[0] - second[1] > alone[1, 0] - alone[1, 1] + 0.4
    assert first[0] > first[1]


def test_word_that_the_page_writes_was_not_taken() -> None:
    page = "下单之后请联系＿，有问题找店铺＿热线。"
    assert suggested(page)[1][0] == "客服"
    assert suggested(page + "我们的客服很耐心，客服每天都在，客服不加班。")[1][0] != "客服"


def test_candidates_of_a_rule_come_with_the_others_and_for_its_own_hole() -> None:
    assert "绕口令" in suggested("这件事他谁也没有＿。", "绕口令")[0]
    text = "甲说 ，乙说 。"
    holes = [
        Hole(start=2, end=3, kind=GapKind.SPACE, evidence="", candidates=("绕口令",)),
        Hole(start=6, end=7, kind=GapKind.SPACE, evidence=""),
    ]
    first, second = suggest(text, fold(text), holes)
    assert "绕口令" in first
    assert "绕口令" not in second


def test_weights_have_their_signs() -> None:
    """What fits counts for a word; a word that the page writes elsewhere, or far down its field, is less likely."""
    assert all(WEIGHTS[name] > 0 for name in ("listed before", "listed after", "counted before", "counted after"))
    assert all(WEIGHTS[name] > 0 for name in ("topics", "field", "pattern", "bridge", "rule"))
    assert WEIGHTS["present"] < 0 > WEIGHTS["place"]


def test_lists_agree() -> None:
    rows = [row for row in entries("filtered") if not row[0].startswith("[")]
    words = [row[0].lower() for row in rows]
    assert len(set(words)) == len(words) > 2000
    assert all(len(row) == 4 for row in rows)
    assert {row[0].lower() for row in entries("censored")} <= set(words)
    counted = entries("neighbours")
    assert {row[1] for row in counted} == {"<", ">"}
    named = {word for row in counted for word in row[2].split(" ")[::2]}
    assert named <= set(words)
    assert len(named) > 1500
    assert filtered_words().words == tuple(words)
