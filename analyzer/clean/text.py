"""Run the text passes over an article and keep the ledger."""

from collections.abc import Callable, Iterable, Sequence

from analyzer.clean.draft import NO_LINES, Cut, Draft, SiteLines, draft_of
from analyzer.clean.passes import PASSES
from analyzer.model import Block, Removal
from analyzer.settings import Settings
from analyzer.text import Span, View

# One pass may uncover what another looks for; in practice the second round finds nothing. The bound only guards
# against an endless loop, which removals that shrink the text cannot make.
_ROUNDS = 6


def run_passes(
    view: View,
    title_of: Callable[[str], str],
    blocks: Sequence[Block],
    settings: Settings,
    skip: frozenset[str] = frozenset(),
    shared: SiteLines = NO_LINES,
) -> tuple[View, list[Removal]]:
    """Return the view after all passes and a ledger line for every piece that went, in no particular order.

    ``title_of`` gives the title of the text as it stands. The passes run until none of them finds anything, so that
    cleaning a cleaned text changes nothing. ``skip`` names rules that do not apply to this kind of page;
    ``settings.keep_rules`` those that the editor has switched off. ``shared`` are the lines that other pages prove.
    """
    removals: list[Removal] = []
    off = skip | settings.keep_rules
    draft = draft_of(view, title_of(view.text), blocks, shared)
    quiet: set[str] = set()  # the rules that have seen the draft as it stands and found nothing in it
    for _ in range(_ROUNDS):
        before = len(removals)
        for each in PASSES:
            if each.rule in off or each.rule in quiet or not draft.lines:
                continue
            cuts = _allowed(draft, disjoint(each.find(draft)), settings.keep_texts)
            if not cuts:
                quiet.add(each.rule)
                continue
            quiet.clear()
            for cut in cuts:
                removals += ledger(view, cut, each.rule, each.version)
            view = view.cut(Span(cut.start, cut.end) for cut in cuts)
            draft = draft_of(view, title_of(view.text), blocks, shared)
        if len(removals) == before:
            break
    return view, removals


def ledger(view: View, cut: Cut, rule: str, version: int) -> list[Removal]:
    """Return the ledger lines of a cut: one for each piece of the source that it covers."""
    evidence = view.span(*cut.evidence) if cut.evidence else None
    return [
        Removal(
            start=span.start,
            end=span.end,
            rule=rule,
            text=view.source[span.start : span.end],
            reason=cut.reason,
            evidence=evidence,
            confidence=cut.confidence,
            version=version,
        )
        for span in view.runs(cut.start, cut.end)
        if len(span)
    ]


def disjoint(cuts: Iterable[Cut]) -> list[Cut]:
    """Return the cuts in order, without those that overlap an earlier one."""
    ordered = sorted(cuts, key=lambda c: (c.start, -c.end))
    kept: list[Cut] = []
    for cut in ordered:
        if cut.end > cut.start and (not kept or cut.start >= kept[-1].end):
            kept.append(cut)
    return kept


def _allowed(draft: Draft, cuts: Sequence[Cut], keep_texts: Sequence[str]) -> list[Cut]:
    """Return the cuts without the lines that hold a passage which the editor wants to keep."""
    if not keep_texts:
        return list(cuts)
    allowed: list[Cut] = []
    for cut in cuts:
        inside = [k for k, line in enumerate(draft.lines) if cut.start <= line.start < cut.end]
        kept = {k for k in inside if any(text in draft.lines[k].text for text in keep_texts)}
        if not kept:
            allowed.append(cut)
            continue
        run: list[int] = []
        for k in [*inside, -1]:
            if k in kept or k < 0:
                if run:
                    start, end = draft.span(run[0], run[-1] + 1)
                    allowed.append(
                        Cut(start=start, end=end, reason=cut.reason, evidence=cut.evidence, confidence=cut.confidence)
                    )
                run = []
            else:
                run.append(k)
    return allowed
