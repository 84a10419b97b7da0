"""The examination: sentences made from a fact folder whose verdicts are known, put to the whole reader."""

from analyzer.trials.examine import by_family, examine, read_sentence, trials_of
from analyzer.trials.families import FAMILIES
from analyzer.trials.model import Family, Result, Trial, Want
from analyzer.trials.questions import questions_of

__all__ = [
    "FAMILIES",
    "Family",
    "Result",
    "Trial",
    "Want",
    "by_family",
    "examine",
    "questions_of",
    "read_sentence",
    "trials_of",
]
