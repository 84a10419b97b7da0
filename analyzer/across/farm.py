"""How much an article looks like a content farm's: a score that lists its parts and decides no verdict."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from analyzer.language import Phrase
from analyzer.model import Entry, Score, SiteRow, Status, Verdict

WEIGHTS: Mapping[str, float] = {
    "copies": 0.35,
    "pasted": 0.35,
    "gaps": 0.45,
    "spun": 0.5,
    "removed": 0.15,
    "comments": 0.25,
    "leakage": 0.4,
    "network": 0.4,
    "contradicted": 0.35,
    "listed": 0.6,
}
"""The most that each part alone can make the score. Parts join as independent evidence, 1 - product(1 - part), so
none can push it over 1 and two weak signs outweigh one. Set by judgement, not learnt: there is no labelled set of farm
pages; the order (a list entry over damage over copying over clutter) is what tests/across/test_farm.py holds."""

_GAPS_FULL = 3.0  # holes per 1,000 characters at which the part is full: the damaged samples have 2 to 8, news none
_COPIES_FULL = 5  # copies at which the part is full
_REMOVED_FREE = 0.3  # this share of a page is furniture anywhere


def farm_score(entry: Entry, copies: int, listed: Sequence[str], network: int = 0) -> Score:
    """Return the score of an article that has so many near-duplicates and stands on these source lists.

    ``network`` is the number of sites of the template network that it belongs to, 0 for none.
    """
    outline = entry.outline
    if outline.status is not Status.CHECKED:
        return Score(value=0.0)
    length = max(1, outline.clean)
    rules = {cuts.rule for cuts in outline.cuts}
    gaps = 1000 * outline.gaps / max(500, length)
    removed = 1 - length / max(1, outline.source)
    wrong = sum(j.verdict is Verdict.CONTRADICTED for j in entry.judgements)
    decided = sum(j.verdict is not Verdict.UNVERIFIED for j in entry.judgements)
    seen: dict[str, tuple[float, Phrase]] = {
        "copies": (
            min(1.0, math.log2(1 + copies) / math.log2(1 + _COPIES_FULL)),
            Phrase(zh=f"另有 {copies} 篇近重复", en=f"{copies} near-duplicates"),
        ),
        "pasted": (float("repeats" in rules), Phrase(zh="整篇重复粘贴", en="the text is pasted more than once")),
        "gaps": (
            min(1.0, gaps / _GAPS_FULL),
            Phrase(zh=f"{outline.gaps} 处词被挖空", en=f"{outline.gaps} words were cut out"),
        ),
        "spun": (outline.spin_score, Phrase(zh=f"{outline.spun} 组洗稿用词", en=f"{outline.spun} spun word pairs")),
        "removed": (
            max(0.0, removed - _REMOVED_FREE) / (1 - _REMOVED_FREE),
            Phrase(zh=f"{removed:.0%} 不是正文", en=f"{removed:.0%} is not the article"),
        ),
        "comments": (float("comments" in rules), Phrase(zh="文末有评论区", en="a comment section in the text")),
        "leakage": (float("leakage" in rules), Phrase(zh="留有生成文章的提示语", en="a prompt was left in the text")),
        "network": (
            float(network > 0),
            Phrase(zh=f"{network} 个站点套用同一模板", en=f"{network} sites publish one template"),
        ),
        "contradicted": (
            wrong / decided if decided else 0.0,
            Phrase(zh=f"{decided} 条可核说法中 {wrong} 条与事实不符", en=f"{wrong} of {decided} claims contradicted"),
        ),
        "listed": (float(bool(listed)), Phrase(zh=f"在名单上：{'、'.join(listed)}", en=f"listed: {', '.join(listed)}")),
    }
    parts = [(name, round(WEIGHTS[name] * level, 4), what) for name, (level, what) in seen.items() if level > 0]
    value = 1 - math.prod(1 - share for _, share, _ in parts)
    return Score(value=round(value, 4), parts=tuple(sorted(parts, key=lambda p: (-p[1], p[0]))))


@dataclass(slots=True)
class _Counts:
    """What is counted of one site."""

    articles: int = 0
    findings: int = 0
    claims: int = 0
    gaps: int = 0
    source: int = 0
    clean: int = 0
    farm: float = 0.0


class SiteCounts:
    """Counts articles by their sites as they pass; articles without a known site, or not checked, are left out."""

    def __init__(self) -> None:
        """Begin with no site."""
        self._counts: dict[str, _Counts] = {}
        self._home: dict[str, str] = {}

    def watching(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Yield the articles, and count each."""
        for each in entries:
            site = each.outline.document.site
            if site and each.outline.status is Status.CHECKED:
                self._add(each, site)
            yield each

    def _add(self, each: Entry, site: str) -> None:
        self._home[each.id] = site
        count = self._counts.setdefault(site, _Counts())
        count.articles += 1
        count.findings += sum(j.is_finding for j in each.judgements)
        count.claims += len(each.judgements)
        count.gaps += each.outline.gaps
        count.source += each.outline.source
        count.clean += each.outline.clean
        count.farm += each.farm.value

    def rows(self, copied: Iterable[str], listed: Mapping[str, Sequence[str]]) -> tuple[SiteRow, ...]:
        """Return a row a site, the most farm-like first.

        ``copied`` are the articles with near-duplicates on other sites, ``listed`` each site's places on source lists.
        """
        copies = Counter(self._home[article] for article in copied if article in self._home)
        rows = [
            SiteRow(
                site=site,
                articles=count.articles,
                copied=copies[site],
                findings=count.findings,
                claims=count.claims,
                gaps=count.gaps,
                removed_share=round(1 - count.clean / count.source if count.source else 0.0, 4),
                farm=round(count.farm / count.articles, 4),
                listed=tuple(listed.get(site, ())),
            )
            for site, count in self._counts.items()
        ]
        return tuple(sorted(rows, key=lambda r: (-r.farm, -r.articles, r.site)))
