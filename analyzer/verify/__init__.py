"""Is it true: a claim held against the table, and articles held against each other."""

from analyzer.verify.basis import Basis, asked
from analyzer.verify.conflicts import conflicts_of
from analyzer.verify.contrast import tempered
from analyzer.verify.ladder import judge

__all__ = ["Basis", "asked", "conflicts_of", "judge", "tempered"]
