"""What was damaged: undone where exact, marked where not, and never put into the article's mouth on a guess."""

from analyzer.repair.across_gaps import gap_wildcards, names_across_gaps
from analyzer.repair.explain import explain
from analyzer.repair.reading import repair
from analyzer.repair.site_filter import clues, deleted_on_site
from analyzer.repair.spin import canonical

__all__ = ["Clues", "canonical", "clues", "deleted_on_site", "explain", "gap_wildcards", "names_across_gaps", "repair"]
