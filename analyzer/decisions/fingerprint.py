"""Fingerprints: what makes two findings the same finding, in two articles or in two runs.

No path and no offset goes into a fingerprint, so a copy on another site and a page scraped again keep their
decisions. Changing anything here needs a new ``FINGERPRINT_VERSION``: old lines would no longer be found.
"""

import hashlib
import unicodedata

from analyzer.fold import fold
from analyzer.model import Claim, Conflict, Fact, Stance, value_id

FINGERPRINT_VERSION = 1

# 80 bits: two of a million cases share a fingerprint with a chance below 1e-12.
_LENGTH = 16


def bare(text: str) -> str:
    """Return the text simplified, in lower case and half width, without blanks, punctuation and invisible signs."""
    folded = fold(unicodedata.normalize("NFKC", text)).casefold()
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LN")


def digest(*parts: str) -> str:
    """Return the parts' digest as 16 characters of lower-case base 32, a name that is safe everywhere."""
    number = int.from_bytes(hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).digest()[:10], "big")
    return "".join("abcdefghijklmnopqrstuvwxyz234567"[number >> 5 * k & 31] for k in reversed(range(_LENGTH)))


def case_print(claim: Claim) -> str:
    """Return the fingerprint of what is claimed: subject, predicate, value, and whether it is denied."""
    value = value_id(claim.value)
    polarity = "not" if claim.stance is Stance.NEGATED else "is"
    told = ("id", value) if value is not None else ("words", bare(claim.written))
    return digest("claim", claim.subject_id, claim.predicate, *told, polarity)


def conflict_print(conflict: Conflict) -> str:
    """Return the fingerprint of a disagreement: its subject and predicate, whatever values take part."""
    return digest("conflict", conflict.subject_id, conflict.predicate)


def sentence_print(sentence: str) -> str:
    """Return the fingerprint of a sentence as readers understand it: script, width, blanks and marks do not count."""
    return digest("sentence", bare(sentence))


def fact_print(fact: Fact) -> str:
    """Return the fingerprint of what a row says and rests on; a new date of checking alone changes nothing."""
    dates = [str(d) if d else "" for d in (fact.valid_from, fact.valid_to)]
    cells = (fact.subject, fact.predicate, fact.written, fact.grade.value, *dates, fact.source_url, fact.source_title)
    return digest("fact", *cells)
