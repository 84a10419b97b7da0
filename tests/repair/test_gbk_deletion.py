"""A word deleted from GBK bytes: what comes back, and what is left alone."""

import pytest

from analyzer.model import GapKind
from tests.repair.build import clean_texts, read
from tests.repair.damage import delete_bytes


@pytest.mark.parametrize(
    "text",
    [
        "平台已经决定起诉，家人都很担心。",
        "如果被起诉？我们该怎么办。",
        "先用好这些工具，可以省下很多时间。",
        "这里的利率很高，大家小心。",
        "风险越高，越需要小心。",
        "这家店的要价相当高，不过味道很好。",
        "早起变成了习惯，慢慢就不觉得累了。",
        "本地服务热线（人工）全天有人接听。",
        "早起的学习者，往往更有精神。",
        "他说要投诉，可是没有下文。第二天他又撤诉，大家都松了口气。后来对方起诉，这才开庭。",
    ],
)
def test_the_inverse_is_exact(text: str) -> None:
    damaged = delete_bytes(text, "撸")
    assert damaged != text
    reading = read(damaged)
    assert reading.repaired.text == text
    assert all(g.kind is GapKind.BYTES and g.restored for g in reading.gaps)
    assert all("DF A3" in r.evidence for r in reading.repairs)


def test_an_intact_pair_makes_it_a_candidate_only() -> None:
    reading = read("这里的利率很高，大家小心。平台已经决定起爽家人都很担心。")
    assert not reading.repairs
    assert [(g.restored, g.candidates) for g in reading.gaps] == [(None, ("诉，",))]
    assert reading.uncertain


# Proves the filter wherever it stands on a page.
_PROOF = "他说要投诉，可是没有下文。第二天他又撤诉，大家都松了口气。"


@pytest.mark.parametrize(
    "text",
    [
        "他吃完饭抬腿就走，也不打招呼。",
        "这台机器的效率很高，可惜噪音也比较高，他们不肯退货。",
        "年纪小的跟着年纪大的跑，落在后面的学习者，只好慢慢追赶。",
        "附近的公交都认得那条路线，利于出行。",
        "姓名：林小雨\n身高：168厘米\n",
    ],
)
def test_a_proven_page_is_read_again(text: str) -> None:
    damaged = delete_bytes(_PROOF + text, "撸")
    assert delete_bytes(text, "撸") in damaged != _PROOF + text
    assert read(damaged).repaired.text == _PROOF + text


@pytest.mark.parametrize(
    "text",
    [
        "他们只想着赚更多的钱，一年就赚到了三套房。",
        "这是最负盛名的老店，买些干虾、咸鱼。",
        "这是最富挑战性的运动。",
        "他反对一超独霸的局面。",
        "千言万语都无法道尽我的谢意！",
    ],
)
def test_what_was_written_so_stays_on_a_proven_page(text: str) -> None:
    reading = read(delete_bytes(_PROOF, "撸") + text)
    assert reading.repaired.text == _PROOF + text


@pytest.mark.parametrize(
    "text",
    [
        "由三宅尚子、李爽和王珊联袂主演。",
        "起点很高的爽文,读来很爽。",
        "建设征占地范围内,均享130元优惠。",
        "不要于是自暴自弃,粳米煮粥。",
        "一叶扁舟出峡图。",
        "这是最富的人,他的文章太浮,显得很负面。",
        "店里卖的胸脯肉和果脯都很好。",
        "他们只想着赚更多的钱，这次赚了不少。",
        "这是最负盛名的老店，买些干虾、咸鱼。",
        "礼花爆绽在夜空里，他住在一座独宅里。",
    ],
)
def test_names_and_rare_words_stay(text: str) -> None:
    reading = read(text)
    assert reading.repaired.text == text
    assert not reading.gaps


def test_what_another_filter_deleted_is_not_put_back() -> None:
    """风格， without 瘢 (F1 A3) reads like a victim of 撸, but 风高 is no word and 格 fits better."""
    reading = read(delete_bytes("这一季延续了那种风格，温馨又好笑。", "瘢").replace("风格，", "风脯"))
    assert not reading.repairs


def test_real_texts_stay_and_damaged_ones_get_nothing_wrong() -> None:
    signs = str.maketrans(",;:?!()", "，；：？！（）")
    restored = 0
    for text in clean_texts():
        assert not [r for r in read(text).repairs if r.kind == "bytes"]
        page = text.translate(signs).encode("gbk", "ignore").decode("gbk")
        damaged = delete_bytes(page, "撸")
        if damaged == page:
            continue
        reading = read(damaged)
        # Putting all repairs back must give a text that the same filter turns into the damaged one.
        assert delete_bytes(reading.repaired.text, "撸") == damaged
        restored += len(reading.repairs)
    assert restored > 90
