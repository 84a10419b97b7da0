"""``findings.sarif``: the findings for code hosts and editors' tools (SARIF 2.1.0, OASIS)."""

import json
from pathlib import Path

from analyzer.report.book import Book
from analyzer.report.cases import Case, Severity
from analyzer.report.compare import Change, Compared
from analyzer.report.render import write
from analyzer.report.seen import Hit

# SARIF 2.1.0, 3.27.24: only a report with a baseline has these.
_BASELINE = {Change.STILL: "unchanged", Change.FLIPPED: "updated"}
_GONE = (Change.SENTENCE_GONE, Change.ARTICLE_GONE)
_LEVELS = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}


def write_sarif(book: Book, out: Path) -> None:
    """Write one run. Offsets are code points of the source text (columnKind unicodeCodePoints)."""
    rules = sorted({h.judgement.claim.rule for c in book.cases for h in c.hits})
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "farmcheck",
                        "version": book.run.version,
                        "rules": [{"id": rule, "shortDescription": {"text": rule}} for rule in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    *(_result(book, case, hit) for case in book.cases for hit in case.hits),
                    *(_absent(c) for c in book.compared if c.change in _GONE),
                ],
            }
        ],
    }
    write(out / "findings.sarif", json.dumps(log, ensure_ascii=False, indent=1) + "\n")


def _absent(gone: Compared) -> dict[str, object]:
    """Return the result for a case that only the earlier report has."""
    return {
        "ruleId": "absent",
        "level": "none",
        "kind": "notApplicable",
        "message": {"text": f"C-{gone.fp[:6].upper()} {gone.sentence.strip()}"},
        "partialFingerprints": {"farmcheckCase/v1": gone.fp},
        "baselineState": "absent",
    }


def _result(book: Book, case: Case, hit: Hit) -> dict[str, object]:
    from urllib.parse import quote

    claim = hit.judgement.claim
    result: dict[str, object] = {
        "ruleId": claim.rule,
        "level": _LEVELS[case.severity],
        "message": {"text": f"{case.id} {hit.judgement.reason.say(book.settings.language)}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(hit.article, errors="replace")},
                    "region": {
                        "charOffset": claim.start,
                        "charLength": claim.end - claim.start,
                        "snippet": {"text": claim.sentence},
                    },
                }
            }
        ],
        "partialFingerprints": {"farmcheckCase/v1": case.fp},
        "properties": {"verdict": hit.judgement.verdict.value, "tier": hit.judgement.tier.value, "fact": case.fact.id}
        if case.fact
        else {"verdict": hit.judgement.verdict.value, "tier": hit.judgement.tier.value},
    }
    if book.settings.since:
        result["baselineState"] = _BASELINE.get(book.change_of.get(case.fp, Change.NEW), "new")
    if not case.open:
        said = hit.decision.reason if hit.decision else ""
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": said or case.state.value}]
    return result
