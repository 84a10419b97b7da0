"""A run against an earlier one: cases that are new, still there, gone, or judged otherwise, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from analyzer.decisions import Decided, Ledger, case_print, conflict_print
from analyzer.model import FactTable, Run
from analyzer.report.reload import reload_run


class Change(StrEnum):
    """What became of a case.

    RECURRED: new since the earlier run, although an editor had noted it as corrected before. FLIPPED: the claim is
    still made, but the table judges it otherwise now.
    """

    RECURRED = "recurred"
    NEW = "new"
    STILL = "still"
    FLIPPED = "flipped"
    SENTENCE_GONE = "sentence_gone"
    ARTICLE_GONE = "article_gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A case in one of the two runs or both; ``article`` and ``sentence`` are from the run that has it."""

    fp: str
    change: Change
    subject_id: str
    predicate: str
    written: str
    article: str
    sentence: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    subject_id: str
    predicate: str
    written: str
    article: str
    sentence: str
    verdict: str
    finding: bool


def compare(old: Path, run: Run, table: FactTable, ledger: Ledger | None = None) -> tuple[Compared, ...]:
    """Return the cases of an earlier report folder and of this run, what came back first, by fingerprint within.

    A finding that moved inside its article, or to another article, is still there. ``ledger`` tells which cases were
    corrected once. Raises UsageError where ``old`` is no report folder.
    """
    corrected = {d.fp for d in ledger.decisions if d.decision is Decided.FIXED} if ledger else set()
    before, after = _seen(reload_run(old, table)), _seen(run)
    read = {c.article.id for c in run.checked}
    found = []
    for fp in sorted(set(before) | set(after)):
        then, now = before.get(fp), after.get(fp)
        change = _change(then, now, read)
        if change is Change.NEW and fp in corrected:
            change = Change.RECURRED
        shown = now or then
        if change is None or shown is None:
            continue
        found.append(
            Compared(
                fp=fp,
                change=change,
                subject_id=shown.subject_id,
                predicate=shown.predicate,
                written=shown.written,
                article=shown.article,
                sentence=shown.sentence,
                before=then.verdict if then else "",
                after=now.verdict if now else "",
            )
        )
    return tuple(sorted(found, key=lambda c: (tuple(Change).index(c.change), c.fp)))


def _change(then: _Seen | None, now: _Seen | None, read: set[str]) -> Change | None:
    was, is_ = bool(then and then.finding), bool(now and now.finding)
    if was and is_:
        return Change.STILL
    if is_:
        return Change.FLIPPED if then else Change.NEW
    if was and then:
        if now:
            return Change.FLIPPED
        return Change.SENTENCE_GONE if then.article in read else Change.ARTICLE_GONE
    return None


def _seen(run: Run) -> Mapping[str, _Seen]:
    """Return every claim and conflict by its fingerprint; a finding speaks for its fingerprint before others."""
    seen: dict[str, _Seen] = {}
    for checked in run.checked:
        for j in checked.judgements:
            fp = case_print(j.claim)
            if fp not in seen or (j.is_finding and not seen[fp].finding):
                k = j.claim
                seen[fp] = _Seen(
                    subject_id=k.subject_id,
                    predicate=k.predicate,
                    written=k.written,
                    article=k.article,
                    sentence=k.sentence,
                    verdict=j.verdict.value,
                    finding=j.is_finding,
                )
    for conflict in run.conflicts:
        seen[conflict_print(conflict)] = _Seen(
            subject_id=conflict.subject_id,
            predicate=conflict.predicate,
            written=" / ".join(s.value for s in conflict.sides),
            article=min((a for s in conflict.sides for a in s.articles), default=""),
            sentence="",
            verdict="conflict",
            finding=True,
        )
    return seen
