"""Run the mechanisms over an article, one after the other, and gather what they say in source offsets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from analyzer.fold import fold
from analyzer.model import Article, Gap, GapKind, Reading, Repair
from analyzer.repair.candidates import suggest
from analyzer.repair.copies_have import copies_have
from analyzer.repair.gbk_deletion import gbk_deletion
from analyzer.repair.invisible import invisible
from analyzer.repair.look_alikes import look_alikes
from analyzer.repair.markup import markup
from analyzer.repair.masked import masked
from analyzer.repair.merged import merged
from analyzer.repair.numbers import numbers
from analyzer.repair.page import NOTHING, Findings, Fix, Hole, Mechanism, Page
from analyzer.repair.pinyin import pinyin
from analyzer.repair.siblings import Letters, copies_of, fill
from analyzer.repair.signs import signs
from analyzer.repair.spaces import spaces
from analyzer.repair.spin import spin
from analyzer.repair.substituted import substituted
from analyzer.text import Change, Span, View

# In this order: what hides characters first, then what is undone byte by byte, then what only marks holes.
MECHANISMS: tuple[Mechanism, ...] = (
    invisible,
    markup,
    pinyin,
    gbk_deletion,
    look_alikes,
    substituted,
    spaces,
    masked,
    signs,
    merged,
    numbers,
)


@dataclass(slots=True)
class _Ledger:
    """What was found so far, in source offsets."""

    repairs: list[Repair] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    uncertain: list[Span] = field(default_factory=list)
    damaged: list[Span] = field(default_factory=list)
    pending: list[tuple[Hole, Span]] = field(default_factory=list)
    doubtful: bool = False

    def add(self, view: View, findings: Findings) -> None:
        for fix in findings.fixes:
            self._fix(view, fix)
        for hole in findings.holes:
            self._hole(view, hole)
        self.doubtful = self.doubtful or bool(findings.doubts)
        self.uncertain += [view.span(s.start, s.end) for s in findings.doubts]
        self.damaged += [view.span(s.start, s.end) for s in findings.damaged]

    def _fix(self, view: View, fix: Fix) -> None:
        at = view.span(fix.start, fix.end)
        old = view.text[fix.start : fix.end]
        self.repairs.append(
            Repair(start=at.start, end=at.end, kind=fix.kind, old=old, new=fix.new, evidence=fix.evidence)
        )
        if fix.hole:
            restored, candidates = (fix.new, ()) if fix.sure else (None, (fix.new,))
            self.gaps.append(
                Gap(
                    start=at.start,
                    end=at.end,
                    kind=fix.hole,
                    restored=restored,
                    candidates=candidates,
                    evidence=fix.evidence,
                )
            )
        if not fix.sure:
            self.uncertain.append(at)

    def _hole(self, view: View, hole: Hole) -> None:
        self.pending.append((hole, view.span(hole.start, hole.end)))

    def keep(self, hole: Hole, at: Span, length: int) -> None:
        """Enter a hole that stays open. ``length`` is the source's."""
        self.gaps.append(
            Gap(
                start=at.start,
                end=at.end,
                kind=hole.kind,
                restored=None,
                candidates=hole.candidates,
                evidence=hole.evidence,
            )
        )
        if not hole.harmless:
            # An empty hole is widened to its neighbours, so that any test for overlap sees it.
            self.uncertain.append(at if len(at) else Span(max(0, at.start - 1), min(length, at.end + 1)))

    def _missing(self, view: View, copies: Sequence[Letters]) -> None:
        """Add the holes that only the copies show, except where one is known; a page without holes has none unseen."""
        known = [at for _, at in self.pending]
        for hole in copies_have(view.text, copies[:_COMPARED]):
            at = view.span(hole.start, hole.end)
            seen = hole.kind is GapKind.SPACE or known
            if seen and not any(span.start - 1 <= at.start <= span.end + 1 for span in known):
                self.pending.append((hole, at))

    def fill(self, view: View, folded: str, siblings: Sequence[Article], pairs: tuple[tuple[str, str], ...]) -> View:
        """Settle the pending holes: fill from the copies what is certain, keep the rest open.

        ``folded`` is the view's text folded.
        """
        asked = (self.pending or self.doubtful) and len(self.pending) <= _MOST_HOLES
        copies = copies_of(siblings) if asked else ()
        if copies:
            self._missing(view, copies)
        placed = [
            (replace(hole, start=view.position(at.start), end=view.position(at.end)), at)
            for hole, at in sorted(self.pending, key=lambda p: (p[1].start, p[1].end, p[0].kind))
        ]
        filled, offered = _fill(view.text, [hole for hole, _ in placed], copies, pairs) if copies else ({}, {})
        asking = [
            hole
            for hole, _ in placed
            if not (hole.harmless or hole.guess or hole.kind in _EXACT or len(placed) > _MOST_HOLES)
            and (hole.start, hole.end) not in filled
        ]
        keys = [(hole.start, hole.end) for hole in asking]
        suggested = dict(zip(keys, suggest(view.text, folded, asking) if asking else (), strict=True))
        changes: list[Change] = []
        for hole, at in placed:
            key = hole.start, hole.end
            if key not in filled or hole.harmless or hole.guess:
                own = suggested.get(key, hole.candidates)
                candidates = tuple(dict.fromkeys((*offered.get(key, ()), *own)))[:_CANDIDATES]
                self.keep(replace(hole, candidates=candidates), at, len(view.source))
                continue
            words = filled.pop(key)  # two holes at one place are filled once
            fix = Fix(
                start=hole.start, end=hole.end, new=words, kind="restored", evidence="相似稿件里的原词", hole=hole.kind
            )
            self._fix(view, fix)
            changes.append(Change(hole.start, hole.end, words))
        return view.edit(changes)


def _fill(
    text: str, holes: Sequence[Hole], copies: Sequence[Letters], pairs: tuple[tuple[str, str], ...]
) -> tuple[dict[tuple[int, int], str], dict[tuple[int, int], tuple[str, ...]]]:
    """Return what the copies certainly have in the holes, (start, end) → words, and all that they offer.

    What is filled is context for the holes beside it, so the holes are gone through again while that finds more.
    """
    filled: dict[tuple[int, int], str] = {}
    offered: dict[tuple[int, int], tuple[str, ...]] = {}
    for _ in range(_PASSES):
        before = len(filled)
        for hole in holes:
            key = hole.start, hole.end
            if key in filled or any(hole.start < b and a < hole.end for a, b in filled):
                continue
            words, offered[key] = fill(text, hole, holes, copies, pairs, filled)
            if words is not None and not hole.harmless and not hole.guess:
                filled[key] = words
        if len(filled) == before:
            break
    for key, part in _more_than_lost(filled).items():
        offered[key] = (part, filled.pop(key), *offered[key])
    return filled, offered


def _more_than_lost(filled: Mapping[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """Return the holes whose words begin or end with a word that other holes of the page have lost, with that word.

    A filter deletes whole words: where it took 冻结 and a copy has 冻结该, the copy has one word more than the page.
    """
    lost = {word for word in filled.values() if len(word) > 1}
    found = {}
    for key, words in filled.items():
        parts = [part for part in lost if part != words and (words.startswith(part) or words.endswith(part))]
        if parts:
            found[key] = max(parts, key=lambda part: (len(part), part))
    return found


# Three holes in a row are filled from both ends in two rounds.
_PASSES = 3
_CANDIDATES = 5
# So many copies are compared letter by letter, a thousandth of a second each.
_COMPARED = 2
# A page with more holes than any article has is no article: suggestions and copies would only cost time.
_MOST_HOLES = 300
# Kinds whose own mechanism knows the candidates.
_EXACT = (GapKind.BYTES, GapKind.SUBSTITUTED)


def repair(
    article: Article,
    siblings: Sequence[Article] = (),
    pairs: tuple[tuple[str, str], ...] = (),
    filtered: tuple[str, ...] = (),
) -> Reading:
    """Return the article as it is read for claims; ``siblings`` are its near-duplicates, most similar first.

    ``pairs`` are the editor's own pairs of spun and plain words, for the score of spun wording;
    a copy's word that is one of them is never filled in silently. ``filtered`` are the words that other pages of the
    site lost from their bytes (``deleted_on_site``).
    Every offset of the result counts in the source text. The cleaned text itself is never changed.
    """
    view = article.clean
    page = Page(text=view.text, folded=fold(view.text), filtered=filtered)
    ledger = _Ledger()
    for mechanism in MECHANISMS:
        findings = mechanism(page)
        if findings is NOTHING:
            continue
        ledger.add(view, findings)
        if findings.fixes:
            view = view.edit(Change(f.start, f.end, f.new) for f in findings.fixes)
            page = Page(text=view.text, folded=fold(view.text), filtered=filtered)
    whole = ledger.fill(view, page.folded, siblings, pairs)
    folded = page.folded if whole is view else fold(whole.text)
    wording = spin(folded, pairs)
    return Reading(
        article=article,
        repaired=whole,
        folded=whole.recast(folded),
        repairs=tuple(sorted(ledger.repairs, key=lambda r: (r.start, r.end, r.kind))),
        gaps=tuple(sorted(ledger.gaps, key=lambda g: (g.start, g.end, g.kind))),
        uncertain=tuple(sorted(ledger.uncertain)),
        damaged_numbers=tuple(sorted(ledger.damaged)),
        doubtful=ledger.doubtful,
        spin_score=wording.score,
        spin_pairs=wording.pairs,
    )
