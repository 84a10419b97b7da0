"""What is not the article: every removal is a line of the ledger."""

from analyzer.clean.article import BODY_RULE, clean
from analyzer.clean.passes import PASSES

RULES = (BODY_RULE, *(each.rule for each in PASSES))

__all__ = ["PASSES", "RULES", "clean"]
