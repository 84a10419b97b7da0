"""The words of the pages: each is used, and both languages leave the same places to fill."""

import re
from pathlib import Path

import pytest

from analyzer.language import Language
from analyzer.report.words import WORDS, Words

REPORT = Path(__file__).parents[2] / "analyzer" / "report"
SOURCES = [
    *REPORT.rglob("*.py"),
    *REPORT.rglob("*.j2"),
    *(REPORT.parent / "serve").glob("*.py"),
    REPORT.parent / "cli" / "report.py",
]
TEXT = "\n".join(p.read_text(encoding="utf-8") for p in SOURCES if not p.name.startswith("words"))


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_have_the_same_places(key: str) -> None:
    places = [set(re.findall(r"\{(\w+)\}", said)) for said in (WORDS[key].zh, WORDS[key].en)]
    assert places[0] == places[1]


@pytest.mark.parametrize("key", WORDS)
def test_every_word_is_used(key: str) -> None:
    # Keys of a family are put together from a prefix and a word of the data.
    groups = {key.partition(".")[0], key.rpartition(".")[0]} - {key, ""}
    together = [g for g in groups if re.search(rf"""['"f]{re.escape(g)}\.['"{{]""", TEXT)]
    assert f'"{key}"' in TEXT or f"'{key}'" in TEXT or together


def test_every_key_that_a_template_names_exists() -> None:
    for key in re.findall(r"""\bt\(['"]([\w.]+)['"][,)]""", TEXT):
        assert key in WORDS, key


def test_chinese_sentences_use_full_width_marks() -> None:
    wrong = [k for k, p in WORDS.items() if re.search(r"[\u4e00-\u9fff][,;:!?]|[,;:!?][\u4e00-\u9fff]", p.zh)]
    assert wrong == []


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        Words(Language.ZH)("no such key")


def test_one_is_not_many_in_english() -> None:
    english = Words(Language.EN)
    assert english("articles_n", n=1) == "1 article"
    assert english("articles_n", n=11) == "11 articles"
    assert Words(Language.ZH)("articles_n", n=1) == "1 篇"
