"""The shared word list against jieba's own reading of it."""

import pytest

from analyzer import words

TEXTS = (
    "这家银行去年在北京成立了研究院，由三家企业共同出资。",
    "没有钱花的时候，娱乐信息也看不下去",
    "iPhone 15 Pro 的售价是8999元, 比上一代贵",
    "乒乓球拍卖完了",
    "",
    "㐀𠀀乱码",
)


@pytest.fixture(scope="module")
def plain():  # type: ignore[no-untyped-def]
    import jieba

    jieba.setLogLevel("ERROR")
    return jieba.Tokenizer()


@pytest.mark.parametrize("text", TEXTS)
def test_words_part_where_jieba_parts_them(text: str, plain) -> None:  # type: ignore[no-untyped-def]
    assert words.cut(text) == tuple(plain.cut(text, HMM=False))
    assert words.cut_names(text) == tuple(plain.cut(text, HMM=True))


def test_tags_are_those_of_jieba() -> None:
    from jieba import posseg

    text = "王小明昨天在上海创办了一家公司"
    assert [(p.word, p.flag) for p in words.tagger().cut(text)] == [(p.word, p.flag) for p in posseg.cut(text)]


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [("娱乐信息", 1, True), ("娱乐信息", 2, False), ("北京大学", 2, True), ("红茶", 0, False), ("红茶", 2, False)],
)
def test_a_word_stands_across_a_place(text: str, at: int, expected: bool) -> None:
    assert words.straddled(text, at) is expected


def test_where_no_word_straddles_every_cut_parts() -> None:
    text = "没有钱花的时候，娱乐信息也看不下去，乒乓球拍卖完了"
    edges, at = set(), 0
    for word in words.cut(text):
        at += len(word)
        edges.add(at)
    free = {i for i in range(1, len(text)) if not words.straddled(text, i)}
    assert free
    assert free <= edges
