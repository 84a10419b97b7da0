"""What editors decided: fingerprints that survive re-scraping, the append-only file, and what the file means now."""

from analyzer.decisions.fingerprint import (
    FINGERPRINT_VERSION,
    case_print,
    conflict_print,
    fact_print,
    sentence_print,
    side_prints,
    wording_print,
)
from analyzer.decisions.ledger import Broken, Decided, Decision, Ledger, Scope, append, load

__all__ = [
    "FINGERPRINT_VERSION",
    "Broken",
    "Decided",
    "Decision",
    "Ledger",
    "Scope",
    "append",
    "case_print",
    "conflict_print",
    "fact_print",
    "load",
    "sentence_print",
    "side_prints",
    "wording_print",
]
