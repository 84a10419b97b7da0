"""Cases: one statement with all its wordings in all articles, ranked by harm, reach and confidence.

The unit of an editor's work. ("Cluster" means near-duplicate articles everywhere else in the program.)
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from analyzer.decisions import (
    Decided,
    Decision,
    Ledger,
    conflict_print,
    fact_print,
    sentence_print,
    side_prints,
    wording_print,
)
from analyzer.model import Conflict, Fact, FactTable, Grade, Run, Stance, Tier, Verdict, value_id
from analyzer.report.seen import Hit, Seen, see


class Severity(StrEnum):
    """How much harm a falsehood of this kind does; what ``--fail-on`` compares."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


_LEVELS = (Severity.LOW, Severity.MEDIUM, Severity.HIGH)

# Harm dominates reach: a serious falsehood in one article stands before a trifle in a dozen, not before one in
# fifty. tests/report/test_cases.py holds both.
_WEIGHT = {Severity.HIGH: 6.0, Severity.MEDIUM: 2.5, Severity.LOW: 1.0}
_TIER_WEIGHT = {Tier.CONFIRMED: 1.0, Tier.SUGGESTED: 0.4}


class State(StrEnum):
    """Where a case stands. REOPENED: it was decided, but what the decision rested on has changed."""

    OPEN = "open"
    REOPENED = "reopened"
    ACCEPT = "accept"
    FALSE_ALARM = "false_alarm"
    LATER = "later"
    FIXED = "fixed"


_STATES = {
    Decided.ACCEPT: State.ACCEPT,
    Decided.FALSE_ALARM: State.FALSE_ALARM,
    Decided.LATER: State.LATER,
    Decided.FIXED: State.FIXED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One statement and everything known about it.

    ``id`` comes from the fingerprint and stays over runs. ``conflict`` is set for a disagreement, which has no hits.
    ``voices`` counts near-duplicate articles once. ``rank`` is severity x reach x confidence, greatest first.
    ``changed`` names why the case was reopened ("fact", "draft", "spread", "merged", "sides", "expired") or is "".
    ``last`` is the newest decision that holds here, ``expires`` the last day of the one that ends first, or "".
    ``came_from`` are the fingerprints of other cases whose decisions hold here: cases have merged or split since.
    """

    id: str
    fp: str
    verdict: Verdict
    tier: Tier
    severity: Severity
    subject_id: str
    predicate: str
    written: str
    value_id: str | None
    negated: bool
    hits: tuple[Hit, ...]
    articles: tuple[str, ...]
    sites: tuple[str, ...]
    voices: int
    first_seen: str
    fact: Fact | None
    rank: float
    state: State
    changed: str
    history: tuple[Decision, ...]
    last: Decision | None = None
    expires: str = ""
    came_from: tuple[str, ...] = ()
    conflict: Conflict | None = None

    @property
    def wordings(self) -> tuple[str, ...]:
        """Return the fingerprints of the names that it uses, or of the values of a disagreement."""
        if self.conflict:
            return side_prints(self.conflict)
        return tuple(sorted({w for h in self.hits if (w := wording_print(h.judgement.claim))}))

    @property
    def named_sites(self) -> tuple[str, ...]:
        """Return the sites that are known by name."""
        return tuple(s for s in self.sites if s)

    @property
    def open(self) -> bool:
        """Return whether somebody has still to look at it."""
        return self.state in (State.OPEN, State.REOPENED)

    @property
    def kind(self) -> str:
        """Return the word for its mark: contradicted, outdated or conflict."""
        return "conflict" if self.conflict else self.verdict.value


def build_cases(run: Run, ledger: Ledger, today: str = "", seen: Seen | None = None) -> tuple[Case, ...]:
    """Return the cases of a run, those that matter most first.

    Decisions end on ``today`` (an ISO date) only where one is given: a report is the same on every day.
    ``seen`` is what was seen of the run's articles, if somebody has been through them already.
    """
    seen = seen or see(run.checked)
    facts = {f.id: f for f in run.table.facts}
    cases = [_claim_case(fp, found, facts, run.table) for fp, found in seen.groups.items()]
    cases += [_conflict_case(c, seen.home, run.table) for c in run.conflicts]
    if ledger.decisions:
        cases = [_redecided(case, ledger, today) for case in cases]
    return tuple(sorted(_named(cases), key=lambda c: (-c.rank, c.fp)))


def _claim_case(fp: str, hits: Sequence[Hit], facts: Mapping[str, Fact], table: FactTable) -> Case:
    found = [hit.judgement for hit in hits]
    claim = found[0].claim
    verdict = Verdict.CONTRADICTED if any(j.verdict is Verdict.CONTRADICTED for j in found) else Verdict.OUTDATED
    tier = Tier.CONFIRMED if any(j.tier is Tier.CONFIRMED for j in found) else Tier.SUGGESTED
    fact = facts.get(_commonest(j.fact or "" for j in found))
    sites = tuple(sorted({h.site for h in hits}))
    articles = tuple(sorted({h.article for h in hits}))
    severity = _severity_of(table, claim.predicate)
    if verdict is Verdict.OUTDATED:
        severity = _lower(severity)
    if tier is Tier.SUGGESTED and severity is Severity.HIGH:
        severity = Severity.MEDIUM
    return Case(
        id=_short(fp),
        fp=fp,
        verdict=verdict,
        tier=tier,
        severity=severity,
        subject_id=claim.subject_id,
        predicate=claim.predicate,
        written=_commonest(j.claim.written for j in found),
        value_id=value_id(claim.value),
        negated=claim.stance is Stance.NEGATED,
        hits=tuple(hits),
        articles=articles,
        sites=sites,
        voices=len({h.cluster or h.article for h in hits}),
        first_seen=min((d for h in hits if (d := h.document.published)), default=""),
        fact=fact,
        rank=_rank(severity, tier, articles, sites),
        state=State.OPEN,
        changed="",
        history=(),
    )


def redecided(cases: Sequence[Case], before: Ledger, now: Ledger, today: str = "") -> tuple[Case, ...]:
    """Return cases that were built with ``before`` as ``now`` has them; those with no new line stay as they are.

    Decisions change neither rank nor order, so one decision among a hundred thousand cases costs nothing.
    """
    known = len(before.decisions)
    grown = now.decisions[:known] == before.decisions
    fresh = now.decisions[known:] if grown else before.decisions + now.decisions
    touched = {name for d in fresh for name in (d.fp, *d.wordings)}
    return tuple(
        _redecided(case, now, today) if not touched.isdisjoint((case.fp, *case.wordings)) else case for case in cases
    )


def _redecided(case: Case, ledger: Ledger, today: str) -> Case:
    """Return a case with what the ledger says about it, wherever the words were decided."""
    history = ledger.lines_of(case.fp) if case.conflict else ledger.lines_of(case.fp, *case.wordings)
    if not history:
        cleared = tuple(replace(h, decision=None) for h in case.hits)
        return replace(
            case, hits=cleared, state=State.OPEN, changed="", history=(), last=None, expires="", came_from=()
        )
    hits = tuple(replace(h, decision=_decision(case.fp, h, ledger)) for h in case.hits)
    if case.conflict:
        decision = ledger.standing(case.fp, "", "", "")
        standing = [decision] if decision and decision.decision in _STATES else []
        state, changed = _conflict_state(standing, case)
    else:
        standing = [h.decision for h in hits if h.decision is not None and h.decision.decision in _STATES]
        state, changed = _state(standing, case) if len(standing) == len(hits) else (State.OPEN, "")
    expires = min((d.expires for d in standing if d.expires), default="")
    if today and expires and expires < today and state is not State.OPEN:
        state, changed = State.REOPENED, "expired"
    return replace(
        case,
        hits=hits,
        state=state,
        changed=changed,
        history=history,
        last=max(standing, key=history.index, default=None),
        expires=expires,
        came_from=tuple(sorted({d.fp for d in standing} - {case.fp})),
    )


def _decision(fp: str, hit: Hit, ledger: Ledger) -> Decision | None:
    claim = hit.judgement.claim
    sentence = claim.sentence
    return ledger.standing(fp, sentence_print(sentence), sentence, hit.article, wording_print(claim))


def _conflict_state(standing: Sequence[Decision], case: Case) -> tuple[State, str]:
    """Return where a disagreement stands: it comes back when a value takes part that nobody had seen."""
    if not standing:
        return State.OPEN, ""
    decision = standing[0]
    if decision.wordings and not set(case.wordings) <= set(decision.wordings):
        return State.REOPENED, "sides"
    return _STATES[decision.decision], ""


def _conflict_case(conflict: Conflict, home: Callable[[str], tuple[str, str] | None], table: FactTable) -> Case:
    fp = conflict_print(conflict)
    articles = tuple(sorted({a for s in conflict.sides for a in s.articles}))
    read = [found for a in articles if (found := home(a))]
    sites = tuple(sorted({site for site, _ in read}))
    rows = table.by_key.get((conflict.subject_id, conflict.predicate), ())
    exact = [f for f in rows if f.grade is Grade.EXACT and not f.draft]
    # The row that still holds speaks for the table, a former one only where there is no other.
    settled = next((f for f in exact if f.valid_to is None), exact[0] if exact else None)
    # A disagreement that the table already settles shows again in its contradicted case: it goes to the end.
    severity = Severity.LOW if settled else _lower(_severity_of(table, conflict.predicate))
    tier = Tier.SUGGESTED if settled else Tier.CONFIRMED
    return Case(
        id=_short(fp),
        fp=fp,
        verdict=Verdict.UNVERIFIED,
        tier=tier,
        severity=severity,
        subject_id=conflict.subject_id,
        predicate=conflict.predicate,
        written=" / ".join(s.value for s in conflict.sides),
        value_id=None,
        negated=False,
        hits=(),
        articles=articles,
        sites=sites,
        voices=sum(s.voices for s in conflict.sides),
        first_seen=min((published for _, published in read if published), default=""),
        fact=settled,
        rank=_rank(severity, tier, articles, sites),
        state=State.OPEN,
        changed="",
        history=(),
        conflict=conflict,
    )


def _state(standing: Sequence[Decision], case: Case) -> tuple[State, str]:
    """Return where a case stands whose every place is decided, and why it came back, if it did."""
    # Cases that were decided apart and are one now: where the decisions differ, somebody has to say which holds.
    apart = {d.fp: d.decision for d in standing}
    if len(apart) > 1 and len(set(apart.values())) > 1:
        return State.REOPENED, "merged"
    fact = case.fact
    for decision in standing:
        if decision.fact_rev and fact is None:
            return State.REOPENED, "fact"
        if decision.fact_rev and fact is not None and decision.fact_rev != fact_print(fact):
            return State.REOPENED, "draft" if fact.draft else "fact"
        if decision.decision is Decided.FIXED and decision.sites and not set(case.named_sites) <= set(decision.sites):
            return State.REOPENED, "spread"
    # The weakest decision speaks for the case: it is a false alarm only if every place of it is one.
    order = (Decided.LATER, Decided.ACCEPT, Decided.FIXED, Decided.FALSE_ALARM)
    return _STATES[min((d.decision for d in standing), key=order.index)], ""


def _rank(severity: Severity, tier: Tier, articles: Sequence[str], sites: Sequence[str]) -> float:
    reach = math.log2(1 + len(articles)) * math.log2(1 + max(1, len(sites)))
    return round(_WEIGHT[severity] * reach * _TIER_WEIGHT[tier], 6)


def _severity_of(table: FactTable, predicate: str) -> Severity:
    known = table.predicates.get(predicate)
    word = known.severity if known else ""
    return Severity(word) if word in (s.value for s in Severity) else Severity.MEDIUM


def _lower(severity: Severity) -> Severity:
    return _LEVELS[max(0, _LEVELS.index(severity) - 1)]


def at_least(severity: Severity, floor: Severity) -> bool:
    """Return whether a severity reaches a level."""
    return _LEVELS.index(severity) >= _LEVELS.index(floor)


def _named(cases: Sequence[Case]) -> Iterable[Case]:
    """Give each case its short id: the first letters of its fingerprint, more of them where two would share it."""
    taken = Counter(c.fp[:6] for c in cases)
    for case in cases:
        yield case if taken[case.fp[:6]] == 1 else replace(case, id=f"C-{case.fp.upper()}")


def _short(fp: str) -> str:
    return f"C-{fp[:6].upper()}"


def _commonest(words: Iterable[str]) -> str:
    counted = Counter(words)
    return min(counted, key=lambda w: (-counted[w], w)) if counted else ""
