"""Small articles for the tests of this folder."""

from collections.abc import Sequence

from analyzer.language import Phrase
from analyzer.model import (
    Article,
    Checked,
    Claim,
    Document,
    Gap,
    GapKind,
    Judgement,
    PageKind,
    Reading,
    Removal,
    Stance,
    Status,
    Tier,
    Verdict,
)
from analyzer.text import Span, View


def reading(
    name: str,
    text: str,
    *,
    site: str | None = None,
    removed: Sequence[tuple[int, int, str]] = (),
    gaps: int = 0,
    spin: float = 0.0,
) -> Reading:
    """Return an article as read; ``removed`` gives (start, end, rule) in the source ``text``."""
    why = Phrase(zh="测试", en="test")
    removals = tuple(Removal(start=a, end=b, rule=rule, text=text[a:b], reason=why) for a, b, rule in removed)
    view = View.of(text).cut(Span(r.start, r.end) for r in removals)
    article = Article(
        document=Document(id=name, source=text, site=site),
        kind=PageKind.ARTICLE,
        status=Status.CHECKED,
        reason=None,
        removals=removals,
        clean=view,
    )
    hole = Gap(start=0, end=1, kind=GapKind.SPACE, restored=None, candidates=(), evidence="")
    return Reading(article=article, repaired=view, folded=view, gaps=(hole,) * gaps, spin_score=spin)


def checked(read: Reading, verdicts: Sequence[Verdict] = ()) -> Checked:
    """Return the article with a claim of each verdict."""
    claim = Claim(
        article=read.article.id, start=0, end=1, sentence="", sentence_start=0, subject="", subject_id="s",
        predicate="p", written="", value=None, stance=Stance.ASSERTED, rule="test",
    )  # fmt: skip
    reason = Phrase(zh="", en="")
    return Checked(
        article=read.article,
        reading=read,
        judgements=tuple(
            Judgement(claim=claim, verdict=v, tier=Tier.CONFIRMED, fact=None, code="test", reason=reason)
            for v in verdicts
        ),
    )
