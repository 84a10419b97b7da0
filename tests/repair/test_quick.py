"""The list of quick pairs names all that the mechanisms ask for: one that it lacks would switch a mechanism off."""

from analyzer.repair import masked, quick, substituted


def test_every_pair_that_is_asked_for_is_listed() -> None:
    asked = {"xx", "××", "某某"} | masked._BY_FILTER | {word[:2] for word in substituted._QUICK}
    assert asked == set(quick._PAIRS)
