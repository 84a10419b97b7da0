"""Laws of views: whatever is cut and replaced, every character keeps its way back to the source."""

import random
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analyzer.store import freeze, thaw
from analyzer.text import Change, Span, View, rebuild

TEXT = st.text(alphabet="微粒贷是腾讯ab1,。 \n導𠀀", max_size=40)


@st.composite
def chains(draw: st.DrawFn) -> tuple[str, list[list[tuple[int, int, str]]]]:
    """Draw a source and several rounds of changes, given as places in the view."""
    source = draw(TEXT)
    rounds = draw(
        st.lists(
            st.lists(st.tuples(st.integers(0, 50), st.integers(0, 6), st.text("XYZ甲乙", max_size=4)), max_size=5),
            max_size=4,
        )
    )
    return source, rounds


def changes_for(view: View, wanted: list[tuple[int, int, str]]) -> list[Change]:
    changes: list[Change] = []
    at = 0
    for start, size, new in sorted(wanted):
        begin = max(at, min(start, len(view.text)))
        end = min(begin + size, len(view.text))
        if begin == end and (not new or (changes and changes[-1].start == begin)):
            continue
        changes.append(Change(begin, end, new))
        at = end
    return changes


def check(view: View, source: str) -> None:
    """Every character maps into the source, and both ends of the spans rise."""
    spans = [view.span(i, i + 1) for i in range(len(view.text))]
    for span in spans:
        assert 0 <= span.start <= span.end <= len(source)
    for one, two in pairwise(spans):
        assert one.start <= two.start
        assert one.end <= two.end
    if view.text:
        whole = view.span(0, len(view.text))
        assert whole == Span(spans[0].start, spans[-1].end)


@given(chains())
@example(("111", [[(2, 1, "XX")], [(3, 0, "X")]]))
@example(("11", [[(1, 1, "XX")], [(1, 1, "X")], [(2, 0, "X")]]))
@settings(max_examples=600)
def test_chains_of_edits_stay_monotone_and_in_range(chain: tuple[str, list[list[tuple[int, int, str]]]]) -> None:
    source, rounds = chain
    view = View.of(source)
    for wanted in rounds:
        changes = changes_for(view, wanted)
        parts, at = [], 0
        for c in changes:
            parts += [view.text[at : c.start], c.new]
            at = c.end
        expected = "".join(parts) + view.text[at:]
        view = view.edit(changes)
        assert view.text == expected
        check(view, source)


@given(chains())
@settings(max_examples=300)
def test_untouched_characters_map_to_themselves(chain: tuple[str, list[list[tuple[int, int, str]]]]) -> None:
    source, rounds = chain
    # Every source character is made unique, so that a kept one can be told from a new one.
    source = "".join(chr(0x4E00 + i) for i in range(len(source)))
    view = View.of(source)
    for wanted in rounds:
        view = view.edit(changes_for(view, [(a, b, "".join("X" for _ in new)) for a, b, new in wanted]))
    for i, char in enumerate(view.text):
        if char != "X":
            at = view.span(i, i + 1)
            assert char in source[at.start : at.end]


@given(chains())
@settings(max_examples=300)
def test_a_packed_view_is_the_same_view(chain: tuple[str, list[list[tuple[int, int, str]]]]) -> None:
    source, rounds = chain
    view = View.of(source)
    for wanted in rounds:
        view = view.edit(changes_for(view, wanted))
        for each in (view, view.recast(view.text.swapcase()), view.recast("贷" * len(view.text))):
            assert thaw(freeze(each)) == each


def test_a_million_random_edits_keep_the_map_exact() -> None:
    """The text is held beside a plain list of (character, source offset); the two never differ."""
    rng = random.Random(20)
    edits = 0
    while edits < 1_000_000:
        source = "".join(chr(0x4E00 + i) for i in range(6000))
        view = View.of(source)
        plain: list[int] = list(range(len(source)))
        for _ in range(4):
            places = sorted(rng.sample(range(len(view.text)), min(1500, len(view.text) // 3)))
            cuts = [Change(i, i + 1, rng.choice(("", "", "Z"))) for i in places]
            view = view.edit(cuts)
            new = {c.start: c.new for c in cuts}
            plain = [offset for i, offset in enumerate(plain) if i not in new or new[i]]
            edits += len(cuts)
        assert len(view.text) == len(plain)
        step = max(1, len(plain) // 200)
        for i in range(0, len(plain), step):
            assert view.span(i, i + 1) == Span(plain[i], plain[i] + 1)


def test_a_replacement_of_other_length_maps_to_the_whole_old_span() -> None:
    view = View.of("互聯(lián)網").edit([Change(2, 8)])
    assert view.text == "互聯網"
    assert view.span(0, 3) == Span(0, 9)
    assert View.of("起爽这").edit([Change(1, 2, "诉，")]).span(1, 3) == Span(1, 2)


def test_what_is_left_of_a_replacement_still_maps_to_the_whole_old_span() -> None:
    view = View.of("abcdef").edit([Change(1, 4, "VWXYZ")]).edit([Change(2, 3)])
    assert view.text == "aVXYZef"
    assert [view.span(i, i + 1) for i in range(1, 5)] == [Span(1, 4)] * 4


def test_recast_refuses_another_length() -> None:
    with pytest.raises(ValueError, match="length"):
        View.of("ab").recast("abc")


def test_changes_must_be_disjoint_and_inside() -> None:
    for changes in ([Change(0, 2), Change(1, 3)], [Change(2, 9)], [Change(2, 1)]):
        with pytest.raises(ValueError, match="overlap"):
            View.of("abcd").edit(changes)


@given(TEXT, st.lists(st.tuples(st.integers(0, 40), st.integers(1, 5)), max_size=5))
def test_removals_and_text_rebuild_the_source(source: str, wanted: list[tuple[int, int]]) -> None:
    spans: list[Span] = []
    at = 0
    for start, size in sorted(wanted):
        begin, end = max(start, at), min(max(start, at) + size, len(source))
        if begin < end:
            spans.append(Span(begin, end))
            at = end
    view = View.of(source).cut(spans)
    assert rebuild(view.text, [(s.start, source[s.start : s.end]) for s in spans]) == source
