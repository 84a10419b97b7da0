"""How much an article looks like a content farm's: a score that lists its parts and decides no verdict."""

import math
from collections.abc import Mapping, Sequence

from analyzer.language import Phrase
from analyzer.model import Checked, Score, SiteRow, Status, Verdict

WEIGHTS: Mapping[str, float] = {
    "copies": 0.35,
    "pasted": 0.35,
    "gaps": 0.45,
    "spun": 0.5,
    "removed": 0.15,
    "comments": 0.25,
    "leakage": 0.4,
    "contradicted": 0.35,
    "listed": 0.6,
}
"""The most that each part alone can make the score. Parts join as independent evidence, 1 - product(1 - part), so
none can push it over 1 and two weak signs outweigh one. Set by judgement, not learnt: there is no labelled set of farm
pages; the order (a list entry over damage over copying over clutter) is what tests/across/test_farm.py holds."""

_GAPS_FULL = 3.0  # holes per 1,000 characters at which the part is full: the damaged samples have 2 to 8, news none
_COPIES_FULL = 5  # copies at which the part is full
_REMOVED_FREE = 0.3  # this share of a page is furniture anywhere


def farm_score(checked: Checked, copies: int, listed: Sequence[str]) -> Score:
    """Return the score of an article that has so many near-duplicates and stands on these source lists."""
    if checked.article.status is not Status.CHECKED or checked.reading is None:
        return Score(value=0.0)
    article, reading = checked.article, checked.reading
    length = max(1, len(article.clean.text))
    rules = {r.rule for r in article.removals}
    gaps = 1000 * len(reading.gaps) / max(500, length)
    removed = 1 - length / max(1, len(article.document.source))
    wrong = sum(j.verdict is Verdict.CONTRADICTED for j in checked.judgements)
    decided = sum(j.verdict is not Verdict.UNVERIFIED for j in checked.judgements)
    seen: dict[str, tuple[float, Phrase]] = {
        "copies": (
            min(1.0, math.log2(1 + copies) / math.log2(1 + _COPIES_FULL)),
            Phrase(zh=f"另有 {copies} 篇近重复", en=f"{copies} near-duplicates"),
        ),
        "pasted": (float("repeats" in rules), Phrase(zh="整篇重复粘贴", en="the text is pasted more than once")),
        "gaps": (
            min(1.0, gaps / _GAPS_FULL),
            Phrase(zh=f"{len(reading.gaps)} 处词被挖空", en=f"{len(reading.gaps)} words were cut out"),
        ),
        "spun": (
            reading.spin_score,
            Phrase(zh=f"{len(reading.spin_pairs)} 组洗稿用词", en=f"{len(reading.spin_pairs)} spun word pairs"),
        ),
        "removed": (
            max(0.0, removed - _REMOVED_FREE) / (1 - _REMOVED_FREE),
            Phrase(zh=f"{removed:.0%} 不是正文", en=f"{removed:.0%} is not the article"),
        ),
        "comments": (float("comments" in rules), Phrase(zh="文末有评论区", en="a comment section in the text")),
        "leakage": (float("leakage" in rules), Phrase(zh="留有生成文章的提示语", en="a prompt was left in the text")),
        "contradicted": (
            wrong / decided if decided else 0.0,
            Phrase(zh=f"{decided} 条可核说法中 {wrong} 条与事实不符", en=f"{wrong} of {decided} claims contradicted"),
        ),
        "listed": (float(bool(listed)), Phrase(zh=f"在名单上:{'、'.join(listed)}", en=f"listed: {', '.join(listed)}")),
    }
    parts = [(name, round(WEIGHTS[name] * level, 4), what) for name, (level, what) in seen.items() if level > 0]
    value = 1 - math.prod(1 - share for _, share, _ in parts)
    return Score(value=round(value, 4), parts=tuple(sorted(parts, key=lambda p: (-p[1], p[0]))))


def site_rows(
    checked: Sequence[Checked], siblings: Mapping[str, Sequence[str]], listed: Mapping[str, Sequence[str]]
) -> tuple[SiteRow, ...]:
    """Return a row a site, the most farm-like first; articles without a known site make none.

    ``siblings`` are each article's near-duplicates, ``listed`` each site's places on source lists.
    """
    by_site: dict[str, list[Checked]] = {}
    site_of = {c.article.id: c.article.document.site for c in checked}
    for each in checked:
        if each.article.document.site and each.article.status is Status.CHECKED:
            by_site.setdefault(each.article.document.site, []).append(each)
    rows = [
        SiteRow(
            site=site,
            articles=len(group),
            copied=sum(any(site_of.get(s) != site for s in siblings.get(c.article.id, ())) for c in group),
            findings=sum(j.is_finding for c in group for j in c.judgements),
            claims=sum(len(c.judgements) for c in group),
            gaps=sum(len(c.reading.gaps) for c in group if c.reading),
            removed_share=round(_removed(group), 4),
            farm=round(sum(c.farm.value for c in group) / len(group), 4),
            listed=tuple(listed.get(site, ())),
        )
        for site, group in by_site.items()
    ]
    return tuple(sorted(rows, key=lambda r: (-r.farm, -r.articles, r.site)))


def _removed(group: Sequence[Checked]) -> float:
    source = sum(len(c.article.document.source) for c in group)
    return 1 - sum(len(c.article.clean.text) for c in group) / source if source else 0.0
