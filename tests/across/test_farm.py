"""The score lists its parts; damage outweighs clutter, a list entry outweighs both; a clean article scores nothing."""

from analyzer.across.farm import WEIGHTS, SiteCounts, farm_score
from analyzer.model import Score, Status, Verdict, entry_of

from .build import checked, reading

TEXT = "这是一段足够长的正文,用来数字数。" * 40


def score(**kinds: object) -> Score:
    copies = kinds.pop("copies", 0)
    listed = kinds.pop("listed", ())
    verdicts = kinds.pop("verdicts", ())
    network = kinds.pop("network", 0)
    return farm_score(entry_of(checked(reading("a", TEXT, **kinds), verdicts)), copies, listed, network)  # type: ignore[arg-type]


def test_a_clean_article_scores_nothing() -> None:
    assert score(verdicts=(Verdict.SUPPORTED, Verdict.UNVERIFIED)).value == 0.0


def test_every_part_is_named_with_what_was_seen() -> None:
    full = score(
        copies=9, listed=("farms.txt:3",), network=3, gaps=9, spin=1.0, verdicts=(Verdict.CONTRADICTED,),
        removed=((0, 400, "repeats"), (400, 420, "comments"), (420, 440, "leakage")),
    )  # fmt: skip
    assert {name for name, _, _ in full.parts} == set(WEIGHTS)
    assert all(what.zh and what.en for _, _, what in full.parts)
    assert 0.9 < full.value <= 1.0


def test_stronger_signs_weigh_more() -> None:
    clutter = score(removed=((0, 600, "body"),)).value
    damage = score(gaps=9).value
    listed = score(listed=("farms.txt:3",)).value
    assert 0 < clutter < damage < listed


def test_more_copies_score_more_but_never_past_the_weight() -> None:
    values = [score(copies=n).value for n in (0, 1, 3, 50)]
    assert values == sorted(set(values))
    assert values[-1] <= WEIGHTS["copies"]


def test_abstentions_do_not_thin_out_contradictions() -> None:
    few = score(verdicts=(Verdict.CONTRADICTED, Verdict.SUPPORTED))
    many = score(verdicts=(Verdict.CONTRADICTED, Verdict.SUPPORTED, *(Verdict.UNVERIFIED,) * 50))
    assert few == many


def test_a_site_row_counts_copies_on_other_sites_only() -> None:
    group = [
        checked(reading("a", TEXT, site="one.example"), (Verdict.CONTRADICTED,)),
        checked(reading("b", TEXT, site="one.example"), (Verdict.SUPPORTED,)),
        checked(reading("c", TEXT, site="two.example")),
        checked(reading("d", TEXT)),
    ]
    sites = SiteCounts()
    entries = [entry_of(c) for c in group]
    assert list(sites.watching(entries)) == entries
    rows = sites.rows({"b", "c", "d"}, {"two.example": ("farms.txt:1",)})
    assert {(r.site, r.articles, r.copied, r.findings, r.claims, r.listed) for r in rows} == {
        ("one.example", 2, 1, 1, 2, ()),
        ("two.example", 1, 1, 0, 0, ("farms.txt:1",)),
    }
    assert all(c.article.status is Status.CHECKED for c in group)
