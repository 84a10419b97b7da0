"""Is it true: a claim held against the table, and articles held against each other."""

from analyzer.verify.conflicts import conflicts_of
from analyzer.verify.impact import Flip, impact
from analyzer.verify.ladder import judge

__all__ = ["Flip", "conflicts_of", "impact", "judge"]
