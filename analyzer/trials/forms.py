"""A template spelt out: every alternative once, gaps closed, ready to take a subject and a value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analyzer.model import Predicate
from analyzer.words import tagger

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
SUBJECT, VALUE, GAP = "{S}", "{V}", "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One spelling of a template, with the slots still in it. ``first`` is true for a template's first spelling."""

    template: str
    text: str
    first: bool

    @property
    def subject_first(self) -> bool:
        """Return whether the subject opens the clause, so that the rest can stand alone behind another topic."""
        return self.text.startswith(SUBJECT)

    @property
    def value_last(self) -> bool:
        """Return whether the clause ends with the value."""
        return self.text.endswith(VALUE)

    def say(self, subject: str, value: str = "") -> str:
        """Return the clause."""
        return self.text.replace(SUBJECT, subject).replace(VALUE, value)

    def rest(self, value: str = "") -> str:
        """Return the clause without its opening subject."""
        return self.text.removeprefix(SUBJECT).replace(VALUE, value)

    @property
    def verbal(self) -> bool:
        """Return whether a verb or preposition follows the subject, so that 并非 and 是不是 can stand before it."""
        return self.subject_first and _opens_with_verb(self.text.removeprefix(SUBJECT))


def forms_of(predicate: Predicate) -> Iterator[Form]:
    """Yield the spellings of a predicate's templates: of each choice every alternative, the others at their first."""
    for template in predicate.templates:
        choices = [m.group(1).split("/") for m in _CHOICE.finditer(template)]
        picks = [tuple(0 for _ in choices)]
        for at, options in enumerate(choices):
            picks += [tuple(n if k == at else 0 for k in range(len(choices))) for n in range(1, len(options))]
        for number, pick in enumerate(picks):
            chosen = iter(options[n] for options, n in zip(choices, pick, strict=True))
            text = _CHOICE.sub(lambda _, chosen=chosen: next(chosen), template)  # type: ignore[misc]
            yield Form(template=template, text=_close(text), first=number == 0)


def _close(text: str) -> str:
    """Close the gaps: 的 where a value leads on to the subject (腾讯旗下的微粒贷), else nothing."""
    if "(" in text and ")" not in text:
        text += ")"
    text = text.replace(GAP + SUBJECT, "的" + SUBJECT).replace("的的", "的")
    if text.startswith(SUBJECT + GAP):
        return text.replace(GAP, "")
    return text.replace(GAP, "").replace(" ", "")


@cache
def _opens_with_verb(rest: str) -> bool:
    words = list(tagger().cut(rest.replace(VALUE, "某地")))
    return bool(words) and words[0].flag[:1] in ("v", "p") and not rest.startswith("的")
