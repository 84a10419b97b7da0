"""What was damaged: marked, and restored only where it is certain."""

from collections.abc import Sequence

from analyzer.fold import fold
from analyzer.model import Article, Reading

__all__ = ["repair"]


def repair(article: Article, siblings: Sequence[Article] = ()) -> Reading:
    """Return the article as it is read for claims; ``siblings`` are its near-duplicates, most similar first."""
    repaired = article.clean
    return Reading(article=article, repaired=repaired, folded=repaired.recast(fold(repaired.text)))
