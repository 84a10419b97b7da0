"""A sentence's spread is counted once an article and told apart: template, copies, common phrase."""

from collections.abc import Mapping, Sequence

import pytest

from analyzer.across.spread import sentence_spread
from analyzer.across.trace import traces
from analyzer.model import Reach, Reading, Spread

from .build import reading


def spread(readings: Sequence[Reading], cluster_of: Mapping[str, str]) -> tuple[Spread, ...]:
    by_name = {r.article.id: r for r in readings}
    texts = [r.folded.text for r in readings]
    return sentence_spread(
        zip(by_name, traces(texts), strict=True),
        {name: r.article.document.site for name, r in by_name.items()},
        cluster_of,
        by_name.__getitem__,
    )


SENTENCE = "本站提醒各位读者注意保管好自己的账号"


@pytest.mark.parametrize(
    ("sites", "clusters", "reach"),
    [
        (("one.example",) * 3, {}, Reach.TEMPLATE),
        (("one.example", "two.example", "three.example"), {"a": "D", "b": "D", "c": "D"}, Reach.COPIED),
        (("one.example", "two.example", "three.example"), {"a": "D", "b": "D"}, Reach.COMMON),
        ((None, None, None), {}, Reach.COMMON),
    ],
)
def test_reach(sites: tuple[str | None, ...], clusters: dict[str, str], reach: Reach) -> None:
    readings = [
        reading(name, f"第{name}篇自己的话说得不长也不短。{SENTENCE}。", site=site)
        for name, site in zip("abc", sites, strict=True)
    ]
    rows = spread(readings, clusters)
    assert [(r.sentence, r.articles, r.reach) for r in rows] == [(SENTENCE, ("a", "b", "c"), reach)]


def test_punctuation_and_repeats_inside_an_article_do_not_count() -> None:
    readings = [reading(n, f"{SENTENCE}。{SENTENCE}！本站提醒,各位读者注意保管好自己的账号。") for n in "ab"]
    assert spread(readings, {}) == ()


def test_removed_and_short_sentences_do_not_count() -> None:
    readings = [reading(n, f"请大家放心。{SENTENCE}。", removed=((6, 6 + len(SENTENCE), "footer"),)) for n in "abcd"]
    assert spread(readings, {}) == ()
    assert spread([], {}) == ()


def test_the_most_spread_come_first() -> None:
    other = "另一句话也在好几篇文章里面反复出现"
    readings = [reading(n, f"{SENTENCE}。" + (f"{other}。" if n != "d" else "")) for n in "abcd"]
    assert [r.sentence for r in spread(readings, {})] == [SENTENCE, other]
