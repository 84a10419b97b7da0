"""The list of quick pairs names all that the mechanisms ask for: one that it lacks would switch a mechanism off."""

from analyzer.repair import masked, quick, substituted


def test_every_pair_that_is_asked_for_is_listed() -> None:
    asked = {"xx", "××", "某某"} | masked._BY_FILTER | {word[:2] for word in substituted._QUICK}
    put_in = {word[:2] for word in substituted._words() if len(word) > 1}
    lost = {word[:2] for row in substituted._table() for word in row.lost if len(word) > 1}
    assert asked == set(quick._PAIRS)
    assert asked | put_in | lost == set(quick._sorted())
