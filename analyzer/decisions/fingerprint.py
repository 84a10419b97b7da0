"""Fingerprints: what makes two findings the same finding, in two articles or in two runs.

No path and no offset goes into a fingerprint, so a copy on another site and a page scraped again keep their
decisions. Changing anything here needs a new ``FINGERPRINT_VERSION``: old lines would no longer be found.
"""

import hashlib
import unicodedata
from functools import lru_cache

from analyzer.fold import fold
from analyzer.model import Claim, Conflict, Fact, PartialDate, Quantity, Stance, Truth, value_id

FINGERPRINT_VERSION = 1

SHORTEST_NAME = 2
POINTING = frozenset("该本此这那其它他她某")

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


def wording_print(claim: Claim) -> str:
    """Return the fingerprint of a claim by the name that it uses, whatever the table makes of that name; or "".

    It finds decisions again where the table has learnt, lost or divided an entity, so that cases merge or split.
    Figures, dates and words that point back (该公司) have none: the same words mean another value elsewhere.
    """
    if isinstance(claim.value, Quantity | PartialDate | Truth):
        return ""
    return _named(claim.subject_id, claim.predicate, claim.written, claim.stance is Stance.NEGATED)


@lru_cache(maxsize=1 << 17)
def _named(subject: str, predicate: str, written: str, denied: bool) -> str:
    name = bare(written)
    if len(name) < SHORTEST_NAME or name[0] in POINTING:
        return ""
    return digest("claim", subject, predicate, "words", name, "not" if denied else "is")


def side_prints(conflict: Conflict) -> tuple[str, ...]:
    """Return a fingerprint of each value that takes part in a disagreement."""
    return tuple(sorted(digest("side", s.value_id or bare(s.value)) for s in conflict.sides))


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
