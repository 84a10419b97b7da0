"""What is not the article: every removal is a line of the ledger."""

from analyzer.clean.article import BODY_RULE, clean, clean_again
from analyzer.clean.furniture import told_lines
from analyzer.clean.passes import PASSES

RULES = (BODY_RULE, *(each.rule for each in PASSES))

__all__ = ["PASSES", "RULES", "clean", "clean_again", "told_lines"]
