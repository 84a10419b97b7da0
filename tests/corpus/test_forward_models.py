"""The damaged sample articles are what the forward models make of the undamaged texts."""

from pathlib import Path

import pytest

from tests.corpus.forward_models import annotate_pinyin, filter_bytes

ARTICLES = Path(__file__).parents[2] / "corpus" / "articles"
PLAIN = Path(__file__).parent / "plain"


def test_annotated_article_is_the_model_of_its_plain_text() -> None:
    plain = (PLAIN / "17-huabei-jianti.txt").read_text(encoding="utf-8")
    assert (ARTICLES / "17-huabei-jianti.txt").read_text(encoding="utf-8") == annotate_pinyin(plain)


def test_filtered_article_is_the_model_of_its_plain_text() -> None:
    plain = (PLAIN / "18-anyihua-qisu.txt").read_text(encoding="utf-8")
    assert (ARTICLES / "18-anyihua-qisu.txt").read_text(encoding="gb18030") == filter_bytes(plain, "撸")


@pytest.mark.parametrize(
    ("plain", "damaged"),
    [("起诉，", "起爽"), ("起诉；", "起嘶"), ("起诉？", "起丝"), ("工具，", "工粳"), ("高，", "脯")],
)
def test_a_deleted_word_reaches_across_characters(plain: str, damaged: str) -> None:
    assert filter_bytes(plain, "撸") == damaged


def test_an_annotation_can_land_inside_a_character() -> None:
    """求對 holds the bytes of 髮 across its border: the bracket is eaten and the rest shifts until it falls in step."""
    assert annotate_pinyin("要求對方出具") == "要求?fà)Ψ匠鼍?"
