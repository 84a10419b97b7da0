"""Decide and undo, with a warning where somebody else has decided since the page was made."""

from collections.abc import Mapping

from analyzer.decisions import Decided, Decision
from analyzer.decisions.shared import Outcome, append_if_current
from analyzer.report.deciding import lines_for, undoing
from analyzer.serve.desk import Desk, Reply, text_of, today

_CHOICES = (Decided.ACCEPT, Decided.FALSE_ALARM, Decided.LATER, Decided.FIXED)


def decide(desk: Desk, asked: Mapping[str, object]) -> Reply:
    """Record a decision, or take one back (``decision`` is "undo").

    ``seen`` is the number of decisions that the editor's page was made with. 200 with the new number and the case's
    state; 409 with the other editor's lines, and nothing is written, where the case was decided since.
    """
    case = desk.book().case_of.get(text_of(asked, "fp"))
    what = text_of(asked, "decision")
    seen = asked.get("seen")
    if case is None:
        return 404, {"error": desk.book().words("serve.no_case")}
    if not isinstance(seen, int) or what not in (*_CHOICES, "undo"):
        return 422, {"error": desk.book().words("serve.bad_request")}
    by, fp = text_of(asked, "by", 60), case.fp
    if what == "undo":
        outcome = append_if_current(desk.places.decisions, fp, seen, lambda now: undoing(now, case, by, today()))
    else:
        wanted = Decision(
            fp=fp,
            decision=Decided(what),
            by=by,
            at=today(),
            reason=text_of(asked, "reason"),
            stage=text_of(asked, "stage", 10),
            expires=text_of(asked, "expires", 10),
        )
        lines = lines_for(case, wanted)
        outcome = append_if_current(desk.places.decisions, fp, seen, lambda _: lines)
    return _reply(desk, fp, outcome)


def _reply(desk: Desk, fp: str, outcome: Outcome) -> Reply:
    book = desk.book()
    case = book.case_of.get(fp)
    state = case.state.value if case else "open"
    if not outcome.theirs:
        return 200, {"seen": outcome.seen, "state": state}
    last = outcome.theirs[-1]
    theirs = {"decision": last.decision.value, "by": last.by, "at": last.at, "reason": last.reason}
    return 409, {"seen": outcome.seen, "state": state, "theirs": theirs}
