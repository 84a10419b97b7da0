"""Signs and words that filters and tables put in the place of others, on whole pages."""

import pytest

from analyzer.model import GapKind
from tests.repair.build import clean_texts, read

STARS = (
    "房东不退押金怎么办。可以先找居委会**，谈不拢再说。\n租客自己也能写**材料，注意，**不收一分钱。\n"
    "实在没有办法，就到**去立案。"
)


def places(text: str, kind: GapKind) -> list[str]:
    return [text[g.start - 1 : g.end + 1] for g in read(text).gaps if g.kind is kind]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (STARS, ["会**，", "写**材", "，**不", "到**去"]),
        (
            "这种药[敏感词]能买到，【已屏蔽】也有，（内容已隐藏）。",
            ["药[敏感词]能", "，【已屏蔽】也", "，（内容已隐藏）。"],
        ),
        ("请拨打□□电话，加■■好友。", ["打□□电", "加■■好"]),
        ("他是XX大学的，在XX上课，XX流水也交了，到XX。", ["是XX大", "在XX上", "，XX流", "到XX。"]),
        ("某某的总部在上海，工厂在苏州。我是在某某买的冰箱。", ["某某的", "在某某买"]),
        ("电器某某卖得好，修理某某也方便。", ["器某某卖", "理某某也"]),
        ("他向***求助，又找***理论，“***”不理他。", ["向***求", "找***理"]),
        ("这件外套只剩XXL，别的尺码没有。\n她先找XX平台评理，后来又问XX银行的人。", ["找XX平", "问XX银"]),
        (
            "某某的店多，某某的货全。对方某某也来了，至于某某，容易某某。",
            ["某某的", "，某某的", "方某某也", "于某某，", "易某某。"],
        ),
        ("□□电话要记牢，找□□问，别□人也别□□\n回去查□□，", ["□□电", "找□□问", "别□人", "别□□", "查□□，"]),
        ("性别：□男□女，收件□□电话，寄件□□地址，是□否□。", ["件□□电", "件□□地"]),
        ("短信里的XX，号码的后四位是零。\n他说XX银行来过XX，那个xlsx文件他没打开。", ["的XX，", "说XX银", "过XX，"]),
    ],
)
def test_signs_in_the_place_of_words(text: str, marked: list[str]) -> None:
    found = places("说明。\n" + text, GapKind.MASKED)
    assert [f.strip("\n") for f in found] == marked


@pytest.mark.parametrize(
    "text",
    [
        "**第一步**，关掉电源。\n然后**拧开螺丝**，取下盖板。\n最后**擦干净**。",
        "请注意，**不要用水冲洗**。\n这一点**很重要**，**千万别忘**。",
        "**要点**\n**一**、看标签。**二**、看日期。",
        "任期将于二○○三年结束。●本报讯",
        "性别：□男□女。任务（已过滤）与【屏蔽广告】的设置（隐藏）。",
        "据某某先生说，某某人又来过一次。",
        "王某某与李某某是同学，某某只是一个叫法。",
        "尺码有XX和XXL，款式也有XX的。",
        "对方某某的话不可信，至于某某，没有人认识。",
        "由张某某作证，王某某、江某某都在场。",
        "签名□□\n日期□□",
        "几点说明：**保质期以包装为准。\n其他请看背面。",
    ],
)
def test_signs_of_other_use(text: str) -> None:
    assert not places(text, GapKind.MASKED)


def test_stars_that_begin_the_text_are_like_the_others_of_the_page() -> None:
    text = "***丢了怎么办。\n先给***打电话，再去找***。"
    assert [text[g.start : g.end + 1] for g in read(text).gaps] == ["***丢", "***打", "***。"]
    assert not read("***丢了怎么办。\n先打电话，再去找人。").gaps


def test_superlatives_that_a_table_took() -> None:
    text = "选空调较重要的是能效。较好先量房间，较后再看价格，较便宜的不一定省电，相比较贵的也未必安静。"
    gaps = [g for g in read(text).gaps if g.kind is GapKind.SUBSTITUTED]
    assert [g.candidates[0] for g in gaps] == ["最重要", "最好", "最后", "最便宜"]
    assert read(text).uncertain
    other = "巡护队较开始只有三人，行李较多7公斤，较难的是坚持。"
    assert places(other, GapKind.SUBSTITUTED) == ["队较开始只", "李较多7", "，较难的"]


@pytest.mark.parametrize(
    "text",
    [
        "比较后发现两台都不错，较贵的一台安静些。",
        "较后的一排座位较小，较大的在前面。",
        "较好先量房间，不过最重要的是能效，较便宜的也行。",  # 最 is left over, so no table took it
    ],
)
def test_comparisons_stay(text: str) -> None:
    assert not places(text, GapKind.SUBSTITUTED)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("首屈一指步，拔掉插头。", "第一步，拔掉插头。"),
        ("数一数二次用的人要小心。", "第一次用的人要小心。"),
        ("口碑首屈一指，销量数一数二的牌子。", "口碑首屈一指，销量数一数二的牌子。"),
    ],
)
def test_rankings_before_a_measure(text: str, whole: str) -> None:
    assert read(text).repaired.text == whole


def test_first_reactions_are_offered() -> None:
    reading = read("不少人之一反应就是看牌子。")
    assert [(g.restored, g.candidates[0]) for g in reading.gaps] == [(None, "第一反应")]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("保护法施行，这是我国之一部流域专门法律。", "第一部"),
        ("巡护队的之一任队长姓李。", "第一任"),
        ("发现瓷片要之一时间上报。", "第一时间"),
        ("论险，这座山排之一没有争议。", "第一"),
        ("论气味，它是全国之一也有人服气。", "第一"),
    ],
)
def test_a_word_that_ends_phrases_stands_before_no_counting_word(text: str, offered: str) -> None:
    assert [(g.restored, g.candidates[0]) for g in read(text).gaps] == [(None, offered)]


def test_a_list_begins_with_the_first() -> None:
    assert (
        read("规定有三条。\n之一，额度变小了。\n第二，随身行李要称重。").repaired.text.split("\n")[1]
        == "第一，额度变小了。"
    )


@pytest.mark.parametrize(
    "text",
    [
        "全年完成计划的百分之一百零五，比上年多。",
        "当事人之一回应称没有收到。",
        "这是世界遗产之一部分。",
        "它是“十大剧目”之一，演了多年。",
        "这里是最困难的行业之一，需要扶持。",
        "组织者之一站出来说话。",
    ],
)
def test_one_of_several_stays(text: str) -> None:
    assert not places(text, GapKind.SUBSTITUTED)
    assert read(text).repaired.text == text


def test_candidates_keep_the_script_of_the_page() -> None:
    """Full-width signs differ from their folded form as well; they make no page Traditional."""
    text = "他说，收到，传票，之后，要先，拨打，官方 电话，再说，后面，的事，都好，商量，大家，放心 。"
    candidates = [c for g in read(text).gaps for c in g.candidates]
    assert candidates
    assert not set("電話訴訟傳維權") & set("".join(candidates))


def test_a_word_that_fits_several_holes_comes_first() -> None:
    """One filter deletes few words, each everywhere; a sign or 的 behind a hole says nothing about it."""
    text = "可以申请 到账，商家同意 申请之后，全额 的钱原路退回。\n要是拒绝 ，再提交 流程。"
    gaps = [g for g in read(text).gaps if g.kind is GapKind.SPACE]
    assert len(gaps) == 5
    assert [g.candidates[0] for g in gaps].count("退款") >= 4


def test_clean_texts_have_none() -> None:
    for text in clean_texts():
        assert not [g for g in read(text).gaps if g.kind in (GapKind.MASKED, GapKind.SUBSTITUTED)]
