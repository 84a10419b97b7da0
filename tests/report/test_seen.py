"""What a report holds of all articles while it is written: as little as can be for each finding."""

import tracemalloc
from dataclasses import replace

from analyzer.model import Checked, UnknownValue, Verdict, entry_of
from analyzer.report import Seen
from analyzer.store import freeze, thaw
from tests.report.made import Writer, table

ARTICLES, FINDINGS = 100, 20


def article(number: int) -> Checked:
    w = Writer(f"a/{number:05}.html", table())
    name = "一家在别处没有人听说过的小额贷款公司"
    for k in range(FINDINGS):
        w.claim(
            f"第{k}个人说，青禾贷是",
            f"{name}旗下",
            "的产品，放款很快，不看征信。\n",
            subject="p1",
            predicate="operator",
            written=name,
            value=UnknownValue(name=name, proper_name=True),
            verdict=Verdict.CONTRADICTED,
            fact="F1",
            reason="事实表 F1 记的是另一家，二者不是一家公司",
        )
    made = w.done(title=f"第 {number} 篇", site="s.example.cn", published="2025-01")
    told = tuple(replace(j, claim=replace(j.claim, steps=("mention", "frame") * 4)) for j in made.judgements)
    return replace(made, judgements=told)


def test_findings_share_what_they_have_in_common_and_lose_no_word() -> None:
    frozen = [freeze(entry_of(article(n))) for n in range(ARTICLES)]
    seen = Seen()
    Seen().add(thaw(frozen[0]))  # loads tables that no finding holds
    tracemalloc.start()
    try:
        for content in frozen:
            seen.add(thaw(content))  # as from disk: every word is an object of its own
        held = tracemalloc.get_traced_memory()[0] / (ARTICLES * FINDINGS)
    finally:
        tracemalloc.stop()
    hits = [hit.judgement for found in seen.groups.values() for hit in found]
    assert len(hits) == ARTICLES * FINDINGS
    assert held < 750, "1,000 bytes where each finding holds all its words itself"
    wanted = [j for content in frozen for j in thaw(content).judgements]
    assert hits == [replace(j, claim=replace(j.claim, steps=())) for j in wanted]
