"""What the article says: sentences in, claims out. Driven by the fact folder alone."""

from collections.abc import Sequence

from analyzer.model import Claim, FactTable, Reading

__all__ = ["Grammar", "claims_of", "compile_grammar"]


class Grammar:
    """Everything compiled once from entities.csv and predicates.csv."""


def compile_grammar(table: FactTable) -> Grammar:
    """Return the compiled grammar of a table's entities and predicates."""
    return Grammar()


def claims_of(reading: Reading, grammar: Grammar) -> Sequence[Claim]:
    """Return the claims of one article, in source order."""
    return ()
