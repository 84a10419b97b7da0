"""Every sentence that a person reads exists in both languages of the program, side by side."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The languages of messages, help and report."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One sentence for the user, in Chinese (the users' language) and in English.

    Data files always carry ``zh``, so that they do not depend on a switch; pages and messages choose.
    """

    zh: str
    en: str

    def say(self, language: Language) -> str:
        """Return the sentence in the given language."""
        return self.en if language is Language.EN else self.zh
