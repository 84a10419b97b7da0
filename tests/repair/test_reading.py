"""Laws of a reading, on any text; gaps in matching; explanations."""

from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.fold import fold
from analyzer.repair import explain, gap_wildcards, names_across_gaps
from tests.repair.build import read

TEXT = st.text(alphabet="微粒贷问题的被起爽丝在向或等、,。 *?\u200b(xiàng)條導之一步5-0元%年\n“”岼台", max_size=80)


@given(TEXT, st.lists(TEXT, max_size=2))
@settings(max_examples=300)
def test_offsets_are_in_range_and_repairs_replay(text: str, copies: list[str]) -> None:
    reading = read(text, *copies)
    assert len(reading.folded.text) == len(reading.repaired.text)
    assert reading.folded.text == fold(reading.repaired.text)
    for mark in (*reading.gaps, *reading.repairs, *reading.uncertain, *reading.damaged_numbers):
        assert 0 <= mark.start <= mark.end <= len(text)
    # The repairs that do not touch each other, put into the source, give the repaired text.
    parts, at = [], 0
    for r in reading.repairs:
        if r.start < at:
            return
        parts += [text[at : r.start], r.new]
        at = r.end
    assert "".join(parts) + text[at:] == reading.repaired.text


def test_a_name_is_read_across_a_hole() -> None:
    reading = read("网上有一种说法,他们说微粒贷属于蚂蚁 服,这种说法从 息来看并不对。")
    assert [m.name for m in names_across_gaps(reading, lambda _: ["蚂蚁金服", "京东金融"])] == ["蚂蚁金服"]
    assert len(gap_wildcards(reading)) == len(reading.gaps)


def test_every_mark_is_explained_in_both_languages() -> None:
    reading = read("平台已经决定起爽家人都很担心。不得采取、威胁等手段,共5000-元,微\u200b粒贷。")
    lines = list(explain(reading))
    assert len(lines) == len(reading.repairs) + len([g for g in reading.gaps if g.restored is None]) + len(
        reading.damaged_numbers
    )
    assert all(line.zh and line.en for line in lines)
