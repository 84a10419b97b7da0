"""Copies meet, strangers do not, whatever the order; texts too short to tell stay alone."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.across import neardup
from analyzer.across.neardup import Neighbours, neighbours
from analyzer.across.sketch import sketch
from analyzer.model import EdgeKind

ALPHABET = [chr(c) for c in range(0x4E00, 0x4E00 + 900)]


def article(seed: int, sentences: int = 40) -> list[str]:
    """Return sentences of random characters: two articles share nothing by chance."""
    rng = random.Random(seed)
    return ["".join(rng.choices(ALPHABET, k=rng.randint(15, 40))) + "。" for _ in range(sentences)]


def kind(result: Neighbours, left: str, right: str) -> EdgeKind | None:
    return next((e.kind for e in result.edges if (e.left, e.right) == (left, right)), None)


def edit(sentences: list[str], how: str, seed: int = 5) -> str:
    rng = random.Random(seed)
    match how:
        case "doubled":
            return "".join(sentences * 2)
        case "dropped":
            return "".join(s for s in sentences if rng.random() > 0.3)
        case "shuffled":
            return "".join(rng.sample(sentences, len(sentences)))
        case "footer":
            return "".join(sentences + article(991, 8))
        case "respelt":
            return "".join(rng.choice(ALPHABET) if rng.random() < 0.06 else c for s in sentences for c in s)
        case "unpunctuated":
            return "".join(sentences).replace("。", " ")
    raise AssertionError(how)


@pytest.mark.parametrize("how", ["doubled", "dropped", "shuffled", "footer", "respelt", "unpunctuated"])
def test_an_edited_copy_joins_its_original(how: str) -> None:
    base = article(1)
    texts = {"a": "".join(base), "b": edit(base, how), "c": "".join(article(2)), "d": "".join(article(3))}
    assert [c.articles for c in neighbours(texts).clusters] == [("a", "b")]


def test_two_edited_copies_meet_without_their_original() -> None:
    base = article(4)
    texts = {"a": edit(base, "dropped", 1), "b": edit(base, "respelt", 2), "c": "".join(article(5))}
    assert [c.articles for c in neighbours(texts).clusters] == [("a", "b")]


def test_a_shared_quotation_does_not_join() -> None:
    quoted = article(6, 5)
    texts = {"a": "".join(article(7) + quoted), "b": "".join(quoted + article(8))}
    assert neighbours(texts).clusters == ()


def test_an_excerpt_is_shown_but_joins_no_cluster() -> None:
    base = article(9)
    texts = {"excerpt": "".join(base[:8]), "whole": "".join(base), "z": "".join(article(10))}
    result = neighbours(texts)
    assert kind(result, "excerpt", "whole") is EdgeKind.EXCERPT
    assert result.clusters == ()


def test_a_template_with_other_names_is_never_a_copy() -> None:
    base = article(11)
    names = ["甲乙丙贷", "子丑寅卯呗"]
    filled = {n: "".join(s[:6] + n + s[6:12] + n + s[12:] for s in base) for n in names}
    assert kind(neighbours(filled), *sorted(names)) is not EdgeKind.COPY


def test_no_pair_of_many_filled_templates_is_a_copy() -> None:
    """Each pair shares .83 to .88: near enough to .9 that a sample of the shingles alone calls some pairs copies."""
    base = article(11, 20)
    rng = random.Random(3)
    names = ["".join(rng.sample(ALPHABET, 4)) for _ in range(60)]
    filled = {n: "".join((n if k % 2 else "") + s for k, s in enumerate(base)) for n in names}
    edges = neighbours(filled).edges
    assert len(edges) > 1000
    assert {e.kind for e in edges} == {EdgeKind.EDITED}


def test_hundreds_of_copies_are_found_and_chain_to_nothing_else() -> None:
    base = article(12)
    texts = {f"copy{n:03}": edit(base, "respelt", n) for n in range(200)}
    texts |= {f"same{n:03}": "".join(base) for n in range(200)}
    texts |= {f"other{n:03}": "".join(article(1000 + n)) for n in range(50)}
    clusters = neighbours(texts).clusters
    assert len(clusters) == 1
    assert len(clusters[0].articles) == 400


@pytest.mark.parametrize("length", [70, 120, 180])
def test_short_copies_meet(length: int) -> None:
    base = "".join(article(13, 12))[:length]
    texts = {"a": base, "b": base[:20] + "另" + base[21:] + "尾巴", "c": "".join(article(14, 12))[:length]}
    assert [c.articles for c in neighbours(texts).clusters] == [("a", "b")]


def test_empty_and_tiny_texts_stay_alone() -> None:
    texts = {f"e{n}": "" for n in range(500)} | {f"t{n}": "暂无" for n in range(500)} | {"x": "😀😀", "y": "……"}
    assert neighbours(texts) == Neighbours((), ())


def test_equal_texts_too_short_for_shingles_meet() -> None:
    text = "这一页只有短短的一句话,别的什么内容都没有写。"
    assert [c.articles for c in neighbours({"a": text, "b": text, "c": text[:-6]}).clusters] == [("a", "b")]


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(rng: random.Random) -> None:
    base = article(15)
    texts = {"a": "".join(base), "b": edit(base, "dropped"), "c": edit(base, "footer"), "d": "".join(article(16))}
    items = list(texts.items())
    rng.shuffle(items)
    assert neighbours(dict(items)) == neighbours(texts)


def test_a_cluster_keeps_its_id_when_files_are_renamed() -> None:
    base = article(17)
    one = neighbours({"a": "".join(base), "b": edit(base, "dropped")}).clusters[0].id
    two = neighbours({"z/1": edit(base, "dropped"), "y/2": "".join(base)}).clusters[0].id
    assert one == two


@given(st.lists(st.text(max_size=40), max_size=40))
def test_any_text_can_be_sketched(texts: list[str]) -> None:
    sketches = sketch(texts, 1)
    assert sketches.lengths.tolist() == [sum(c.isalnum() for c in t) for t in texts]
    for i, text in enumerate(texts):
        letters = [c for c in text if c.isalnum()]
        assert len(sketches.of(i)) == len({tuple(letters[k : k + 5]) for k in range(len(letters) - 4)})


def test_siblings_come_most_similar_first() -> None:
    base = article(18)
    texts = {"a": "".join(base), "b": edit(base, "dropped"), "c": edit(base, "unpunctuated")}
    near = neighbours(texts)
    assert near.siblings(8)["a"] == ("c", "b")
    assert near.siblings(1)["a"] == ("c",)


def test_what_is_worked_out_at_once_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    family = article(30)
    texts = {f"f{n}": edit(family, "respelt", n) for n in range(70)}
    for n in range(40):
        base = article(100 + n // 3)
        texts[f"o{n}"] = edit(base + family[n % 7 : n % 7 + 3], "dropped", n)
    at_once = neighbours(texts)
    assert len(at_once.clusters) > 10
    for name, few in (("_SLICE", 3), ("_PRODUCTS", 40), ("_SMALL", 50), ("_RANGE", 120)):
        monkeypatch.setattr(neardup, name, few)
    assert neighbours(texts) == at_once
