"""The text passes, one file each, in the order in which they run."""

from analyzer.clean.draft import Pass
from analyzer.clean.passes import (
    citations,
    comments,
    duplicates,
    footer,
    header,
    injection,
    leakage,
    notices,
    related,
    remnants,
    repeats,
    site_lines,
    title_echo,
)

# Whole copies go first, so that what stands between them becomes the foot of one article. Comments go before lists,
# because a list of "hot comments" looks like one; both before the footer, which then stands last. The head follows,
# and single lines come at the end, when the text around them is the article; then what is left among removed lines of
# the foot, and what other pages prove.
PASSES: tuple[Pass, ...] = (
    repeats.PASS,
    comments.PASS,
    related.PASS,
    footer.PASS,
    header.PASS,
    injection.PASS,
    title_echo.PASS,
    duplicates.PASS,
    notices.PASS,
    leakage.PASS,
    citations.PASS,
    remnants.PASS,
    site_lines.PASS,
)

__all__ = ["PASSES"]
