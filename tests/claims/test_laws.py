"""Laws of the claim reader: offsets are the source's, blanks and neighbours change nothing."""

from hypothesis import given
from hypothesis import strategies as st

from tests.claims.conftest import read, shown

SENTENCES = (
    "青岚号由东港造船厂建造。",
    "青岚号的母港是临江市，于2015年下水。",
    "顾云舟是青岚号的船长。",
    "天气很好，大家都很高兴。",
    "白鹭号全长120米。",
)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
def test_offsets_are_of_the_source(chosen: list[str]) -> None:
    text = "\n".join(chosen)
    for claim in read(text):
        assert claim.sentence in text
        assert text[claim.sentence_start :].startswith(claim.sentence)
        assert text[claim.start : claim.end] in claim.sentence
        assert claim.written in claim.sentence


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
def test_reading_twice_gives_the_same(chosen: list[str]) -> None:
    text = "".join(chosen)
    assert read(text) == read(text)


@given(st.sampled_from(SENTENCES), st.sampled_from(["前言一段。\n", "\n\n", "大家好。\n今天天气很好。\n"]))
def test_an_unrelated_paragraph_before_only_shifts(sentence: str, before: str) -> None:
    alone, after = read(sentence), read(before + sentence)
    assert [shown(c) for c in alone] == [shown(c) for c in after]
    assert [c.start + len(before) for c in alone] == [c.start for c in after]


def test_said_twice_is_one_claim_with_two_places() -> None:
    (claim,) = read("青岚号由东港造船厂建造。\n青岚号由东港造船厂建造。")
    assert len(claim.locations) == 1


def test_hostile_text_does_no_harm() -> None:
    for text in ("", "\n", "青岚号" * 500, "（" * 300 + "青岚号由", "\ue000\ue001青岚号由东港造船厂建造", "由" * 2000):
        read(text)
