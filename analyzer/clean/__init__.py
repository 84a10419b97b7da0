"""What is not the article: every removal is a line of the ledger."""

from analyzer.clean.article import BODY_RULE, clean, clean_again
from analyzer.clean.draft import Sharing
from analyzer.clean.furniture import numbers, told_lines
from analyzer.clean.passes import PASSES

RULES = (BODY_RULE, *(each.rule for each in PASSES))

__all__ = ["PASSES", "RULES", "Sharing", "clean", "clean_again", "numbers", "told_lines"]
