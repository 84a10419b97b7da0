"""From what an editor decides on a case to the lines of the decisions file, on the command line and in the browser."""

from dataclasses import replace
from datetime import date

from analyzer.decisions import Decided, Decision, Ledger, Scope, fact_print, sentence_print
from analyzer.decisions.ledger import DEFAULT_SCOPE, STAGES
from analyzer.errors import UsageError
from analyzer.language import Phrase
from analyzer.report.cases import Case


def lines_for(case: Case, wanted: Decision, *, whole: bool = False) -> list[Decision]:
    """Return the lines that record ``wanted`` for a case: one, or one for each sentence or article that it covers.

    ``whole`` lets a false alarm hold for the whole case. Raises UsageError for an unknown stage, or where the same
    person has done another stage of the case.
    """
    _refuse_wrong_stage(case, wanted)
    _refuse_wrong_day(wanted.expires)
    scope = Scope.CASE if whole else DEFAULT_SCOPE.get(wanted.decision, Scope.CASE)
    base = replace(
        wanted,
        fp=case.fp,
        scope=scope,
        fact=case.fact.id if case.fact else "",
        fact_rev=fact_print(case.fact) if case.fact else "",
        sites=case.sites,
        wordings=case.wordings,
    )
    if not case.hits:
        return [replace(base, scope=Scope.CASE)]
    if scope is Scope.CASE:
        return [base]
    if scope is Scope.ARTICLE:
        return [replace(base, key=a) for a in sorted({h.article for h in case.hits})]
    sentences = {sentence_print(h.judgement.claim.sentence): h.judgement.claim.sentence for h in case.hits}
    return [replace(base, key=key, sentence=sentence) for key, sentence in sorted(sentences.items())]


def undoing(ledger: Ledger, case: Case, by: str, at: str) -> list[Decision]:
    """Return the lines that take back the last decision on a case and restore what held before it; none if none holds.

    A decision on several sentences was one act of one person: all its lines are taken back.
    """
    group = ledger.lines_of(case.fp) if case.conflict else ledger.lines_of(case.fp, *case.wordings)
    latest = {(d.fp, d.scope, d.key): d for d in group}
    held = [d for d in group if latest[d.fp, d.scope, d.key] is d and d.decision is not Decided.WITHDRAWN]
    if not held:
        return []
    last = held[-1]
    act = (last.fp, last.decision, last.by, last.at, last.scope)
    taken = [d for d in held if (d.fp, d.decision, d.by, d.at, d.scope) == act]
    lines = []
    for decision in taken:
        lines.append(replace(decision, decision=Decided.WITHDRAWN, by=by, at=at, expires="", reason="", stage=""))
        place = [d for d in group if (d.fp, d.scope, d.key) == (decision.fp, decision.scope, decision.key)]
        before = place[place.index(decision) - 1] if place.index(decision) else None
        if before is not None and before.decision is not Decided.WITHDRAWN:
            lines.append(before)
    return lines


def _refuse_wrong_day(day: str) -> None:
    try:
        wrong = bool(day) and date.fromisoformat(day).isoformat() != day
    except ValueError:
        wrong = True
    if wrong:
        raise UsageError(Phrase(zh=f"到期日要写成 2026-12-31 这样：{day}", en=f"write the day as 2026-12-31: {day}"))


def _refuse_wrong_stage(case: Case, wanted: Decision) -> None:
    stage, by = wanted.stage, wanted.by
    if stage and stage not in STAGES:
        raise UsageError(Phrase(zh=f"审级只能是 {'、'.join(STAGES)}", en=f"stages: {', '.join(STAGES)}"))
    for earlier in case.history:
        if stage and by and earlier.by == by and earlier.stage and earlier.stage != stage:
            raise UsageError(
                Phrase(zh=f"{by} 已做过{earlier.stage}，同一人不能再做{stage}", en=f"{by} did {earlier.stage} already")
            )
