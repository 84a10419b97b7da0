"""What the article says: sentences in, claims out. Driven by the fact folder alone."""

from analyzer.claims.collect import claims_of
from analyzer.claims.grammar import Grammar, compile_grammar

__all__ = ["Grammar", "claims_of", "compile_grammar"]
