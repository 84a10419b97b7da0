"""What was damaged: undone where exact, marked where not, and never put into the article's mouth on a guess."""

from analyzer.repair.reading import repair

__all__ = ["repair"]
