"""What was damaged: undone where exact, marked where not, and never put into the article's mouth on a guess."""

from analyzer.repair.across_gaps import gap_wildcards, names_across_gaps
from analyzer.repair.explain import explain
from analyzer.repair.reading import repair
from analyzer.repair.spin import canonical

__all__ = ["canonical", "explain", "gap_wildcards", "names_across_gaps", "repair"]
