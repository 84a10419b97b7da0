"""Settings come from a TOML file; whatever does not fit is an error that names the file, the key and the remedy."""

from pathlib import Path

import pytest

from analyzer.errors import UsageError
from analyzer.language import Language
from analyzer.settings import Settings, load_settings


def load(folder: Path, text: str) -> Settings:
    path = folder / "farmcheck.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


def test_every_kind_of_value_is_read(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        """
        language = "en"
        workers = 2
        keep_rules = ["footer"]
        keep_texts = ["转载请联系作者"]
        site_lists = ["lists/farms.txt"]
        cache = "cache"
        all_pages = true
        """,
    )
    assert settings == Settings(
        language=Language.EN,
        workers=2,
        keep_rules=frozenset({"footer"}),
        keep_texts=("转载请联系作者",),
        site_lists=(tmp_path / "lists/farms.txt",),
        cache=tmp_path / "cache",
        all_pages=True,
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("keep_rule = ['footer']", ["keep_rule", "keep_rules"]),
        ("workers = 'two'", ["workers", "two"]),
        ("keep_texts = [1]", ["keep_texts"]),
        ("language = 'fr'", ["language", "fr"]),
        ("workers = ", ["farmcheck.toml"]),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        load(tmp_path, text)
    assert all(word in caught.value.phrase.zh and word in caught.value.phrase.en for word in words)


def test_the_editors_own_spun_pairs(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(
        "# 自己的词对\n抉择,选择  # 9 / 9\n\n举措,措施\n抉择,选择\n", encoding="utf-8-sig"
    )
    assert load(tmp_path, 'spun_pairs = "own.csv"').spun_pairs == (("抉择", "选择"), ("举措", "措施"))


@pytest.mark.parametrize("line", ["抉择", "抉择,抉择", "抉择,a", "抉,选", "一,二,三"])
def test_a_broken_pair_is_named_with_its_line(tmp_path: Path, line: str) -> None:
    (tmp_path / "own.csv").write_text(f"举措,措施\n{line}\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load(tmp_path, 'spun_pairs = "own.csv"')
    assert "own.csv" in caught.value.phrase.zh
    assert "第 2 行" in caught.value.phrase.zh
    assert "line 2" in caught.value.phrase.en


def test_a_file_that_was_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.toml"):
        load_settings(tmp_path / "none.toml")


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings(None) == Settings()
