"""What is suggested for a hole."""

import pytest

from analyzer.fold import fold
from analyzer.model import GapKind
from analyzer.repair.candidates import suggest
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
    ("page", "word"),
    [
        # What stands before and after, from the own list and from the counted one.
        ("孩子半夜发烧，我们马上抱着他去了＿，挂了急诊，护士给他量了体温。", "医院"),
        ("水管又漏了，我给物业打了三个＿，一直没有人接。", "电话"),
        ("他在网上欠了钱，每天都有＿人员上门，说再不还款就要告他。", "催收"),
        ("老板拖了半年不发＿，工人们商量着一起去劳动局。", "工资"),
        ("这款路由器坏了，店家说过了保修期，＿费要自己出。", "维修"),
        ("夫妻俩看中一套房，可是＿要付三成，手里的钱还差一点。", "首付"),
        ("车子闯了红灯，交警开了单，要交两百元＿，还要扣分。", "罚款"),
        # What the page is about, where the neighbours fit anything.
        ("考场里监考老师来回走，有考生低头看纸条，被发现＿之后，成绩全部作废。", "作弊"),
    ],
)
def test_word_is_among_the_first_three(page: str, word: str) -> None:
    assert word in suggested(page)[0][:3]


def test_one_filter_takes_one_word_everywhere() -> None:
    """What fits one hole well is likelier in another, where little is known."""
    alone = "小区门口贴了一张纸，说有＿的可以来。"
    page = "他把对方告到了法院，请了一位＿。开庭那天＿事务所来了两个人，＿费也不便宜。\n" + alone
    assert "律师" not in suggested(alone)[0]
    assert suggested(page)[-1][0] == "律师"


def test_word_that_the_page_writes_was_not_taken() -> None:
    page = "下单之后请联系＿，有问题找店铺＿热线。"
    first = suggested(page)[0][0]
    assert first == "客服"
    assert suggested(page + "我们的客服很耐心，客服每天都在，客服不加班。")[0].index("客服") > 0


def test_candidates_of_a_rule_come_with_the_others() -> None:
    assert suggested("这件事他谁也没有＿。", "绕口令")[0][0] == "绕口令"
    # Of one hole only: what a rule says of one place is no candidate for another.
    text = "甲说 ，乙说 。"
    holes = [
        Hole(start=2, end=3, kind=GapKind.SPACE, evidence="", candidates=("绕口令",)),
        Hole(start=6, end=7, kind=GapKind.SPACE, evidence=""),
    ]
    first, second = suggest(text, text, holes)
    assert "绕口令" in first
    assert "绕口令" not in second


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
