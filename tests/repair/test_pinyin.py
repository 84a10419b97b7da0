"""Pinyin notes: the forward damage and its exact inverse; ordinary glosses stay."""

import pytest
from opencc_pyo3 import OpenCC
from pypinyin import Style, pinyin
from rapidfuzz.distance import Levenshtein

from analyzer.fold import fold
from tests.repair.build import clean_texts, read
from tests.repair.damage import annotate


def table_of(text: str) -> dict[str, str]:
    """Every second Traditional character of the text, with its commonest reading."""
    chars = sorted({c for c in text if "\u3400" <= c <= "\u9fff" and fold(c) != c})
    return {c: pinyin(c, style=Style.TONE)[0][0] for c in chars[::2]}


PAGE = "關於這個問題,請參閱說明書。機構應當對條款負責,並於規定期間內辦理還款手續,雙方達成協議後簽訂書面材料。"


def test_the_damage_is_undone() -> None:
    damaged = annotate(PAGE, table_of(PAGE))
    assert damaged.count("(") > 5
    reading = read(damaged)
    assert reading.repaired.text == PAGE
    assert {r.kind for r in reading.repairs} == {"pinyin"}


def test_a_misaligned_note_is_a_gap_of_bytes_that_is_restored() -> None:
    reading = read("會(huì)議資(zī)料説這種(zhǒng)不合理?xiàng)l款")
    assert reading.repaired.text == "會議資料説這種不合理條款"
    assert [(g.kind.value, g.restored) for g in reading.gaps] == [("bytes", "條")]


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("奠?yú)?嘶?A(chǔ)。", "奠定了基礎。"),  # two pairs that no decoder knows
        ("奠?yú)ɑ?A(chǔ)。", "奠定基礎。"),
        ("因?yàn)閼?yīng)銷。", "因為應銷。"),  # the second hit ends a character
        ("那天?yú)紩?huì)到。", "那天都會到。"),
        ("第三?lóng)?:00。", "第三?lóng)?:00。"),  # a figure was lost: any would do
        ("那?zǒng)?僧a生。", "那?zǒng)?僧a生。"),  # 個可, but 個由 and 個成 read as well
        ("先F(xiàn)任，，F(xiàn)rank。", "先現任，，Frank。"),  # the letter may be a letter
    ],
)
def test_cascades_are_searched(damaged: str, whole: str) -> None:
    page = "會(huì)議資(zī)料説這種(zhǒng)事。"
    reading = read(page + damaged)
    assert reading.repaired.text == "會議資料説這種事。" + whole
    assert bool(reading.uncertain) == (damaged == whole)


def test_the_page_itself_is_evidence() -> None:
    """A name that stands elsewhere is read again, across two pairs that were lost side by side."""
    page = "陳姝君說這種事。教師陳姝君介紹，"
    table = {"師": "shī", "種": "zhǒng", "說": "shuō", "紹": "shào"}
    damaged = annotate(page + "對這種說法，教師陳姝君介紹。", table)
    assert read(damaged).repaired.text == page + "對這種說法，教師陳姝君介紹。"


def test_a_figure_is_never_guessed() -> None:
    page = "會(huì)議資(zī)料説這種(zhǒng)事。第三場8:00，第三場8:00。"
    assert "8" not in read(page[:-9] + "第三?lóng)?:00。").repaired.text[-8:]


def test_a_page_of_nothing_but_cascades_is_read_in_time() -> None:
    page = "會(huì)議資(zī)料説這種(zhǒng)事。" + "奠?yú)?嘶?A(chǔ)。" * 300
    assert read(page).repaired.text.count("奠定了基礎") == 300


def test_a_page_that_is_no_text_is_given_up() -> None:
    """Every stretch leaves whole characters open; the page says so and goes on."""
    page = "會(huì)議資(zī)料説這種(zhǒng)事。" + "".join(f"{c}?yú)??嘶??嘶??嘶。" for c in "奠丁卜乃又三干")
    assert read(page).uncertain


@pytest.mark.parametrize(
    "text",
    [
        "重(chóng)庆的读音,长(cháng)江与朝(zhāo)阳。",
        "他(she)们买了A(a)股,微粒贷(WeiLiDai)的本息(ben xi)与年(nian)化。",
        "乾(qián)隆與單(shàn)姓。",
        "公司(Inc)的網(wǎng)站(CDP)。",
        "會(huì)議(yì)只有兩處。",
        "為什麼?hǎo)不是注音",
    ],
)
def test_glosses_stay(text: str) -> None:
    assert read(text).repaired.text == text
    assert not read(text).repairs


def test_real_texts_come_back() -> None:
    """Of 100 inserted characters at most one leaves a character too many, too few or wrong."""
    to_traditional = OpenCC("s2t").convert
    inserted = wrong = 0
    for text in clean_texts()[1:60:3]:
        page = to_traditional(text[:2000]).encode("gbk", "ignore").decode("gbk")
        damaged = annotate(page, table_of(page))
        if len(damaged) - len(page) < 60:
            continue
        inserted += len(damaged) - len(page)
        repaired = read(damaged).repaired.text
        wrong += Levenshtein.distance(repaired, page)
    assert inserted > 10_000
    assert wrong / inserted < 0.01


def test_clean_texts_keep_every_character() -> None:
    for text in clean_texts():
        assert not [r for r in read(text).repairs if r.kind == "pinyin"]
