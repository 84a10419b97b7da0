"""What verdicts rest on: the rows that a claim is held against. Where they are the same, so is the verdict.

A claim meets the rows of its own subject and predicate, and no others: of those of other subjects it is only asked
whether a text is a value of the same predicate. Its time is the article's date or, where that is not known, the newest
check of the table.
tests/verify/test_basis.py holds every row of the sample table against every claim of the sample.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from xxhash import xxh3_64_digest, xxh3_128

from analyzer.model import Claim, FactTable, TextValue

_SIZE = 8  # bytes of a question


def asked(claims: Iterable[Claim]) -> bytes:
    """Return which questions some claims answer: eight bytes for each subject and predicate, ascending."""
    return b"".join(sorted({_question(claim.subject_id, claim.predicate) for claim in claims}))


class Basis:
    """What a table has to say to questions."""

    def __init__(self, table: FactTable) -> None:
        self._table = table
        self._keys = {_question(*key): key for key in table.by_key}
        self._said: dict[bytes, bytes] = {}
        texts: dict[str, list[str]] = defaultdict(list)
        for fact in table.facts:
            if isinstance(fact.value, TextValue):
                texts[fact.predicate].append(repr(fact.value))
        self._texts = {predicate: sorted(values) for predicate, values in texts.items()}

    def of(self, questions: bytes, *, dated: bool) -> bytes:
        """Return a digest of all rows that answer the questions (``asked``); ``dated`` where the article has a date."""
        state = xxh3_128(b"" if dated else repr(self._table.newest_check).encode())
        for at in range(0, len(questions), _SIZE):
            question = questions[at : at + _SIZE]
            state.update(question)
            state.update(self._answer(question))
        return state.digest()

    def _answer(self, question: bytes) -> bytes:
        if question not in self._keys:
            return b""
        if question not in self._said:
            key = self._keys[question]
            rows = [replace(fact, row=0, note="") for fact in self._table.by_key[key]]  # neither decides anything
            told = repr((rows, self._texts.get(key[1]))).encode("utf-8", "surrogatepass")
            self._said[question] = xxh3_128(told).digest()
        return self._said[question]


def _question(subject: str, predicate: str) -> bytes:
    return xxh3_64_digest(f"{subject}\0{predicate}".encode("utf-8", "surrogatepass"))
