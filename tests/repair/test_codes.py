"""Looking for characters and pairs over a whole text finds exactly what looking one by one finds."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analyzer.repair.codes import Pairs, char_table, has_any, positions

_TEXT = st.text("ab起诉爽，。\U00020000\ud800 ", max_size=60)


@given(_TEXT, st.text("a起爽\U00020000", max_size=4))
def test_positions(text: str, chars: str) -> None:
    assert positions(text, char_table(chars)).tolist() == [i for i, c in enumerate(text) if c in chars]
    assert has_any(text, char_table(chars)) == any(c in chars for c in text)


@given(_TEXT, st.lists(st.text("ab起诉爽\U00020000", min_size=2, max_size=2), max_size=5))
def test_pairs(text: str, pairs: list[str]) -> None:
    places = np.arange(max(0, len(text) - 1))
    assert Pairs.of(pairs).at(text, places).tolist() == [text[i : i + 2] in pairs for i in places.tolist()]


@given(_TEXT, st.lists(st.text("ab起诉爽\U00020000", min_size=2, max_size=2), max_size=5))
def test_find(text: str, pairs: list[str]) -> None:
    ranked = sorted(set(pairs))
    places, ranks = Pairs.of(pairs).find(text)
    found = [(i, text[i : i + 2]) for i in range(len(text) - 1) if text[i : i + 2] in pairs]
    assert list(zip(places.tolist(), (ranked[rank] for rank in ranks.tolist()), strict=True)) == found
