"""The mini-language of templates: what a template is made of, and what remains of it without its subject.

A template is ``{S}``, ``{V}``, ``…`` (up to 12 characters without a clause break), ``[a/b]`` and literal text. A *core*
is what remains when the subject is taken out: a cue with the value before or after it. The grammar (frames, attach)
finds the subject on either side of a core, so one template also covers its passive, attributive, clefted and
topic-carried forms.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from analyzer.claims import lexicon
from analyzer.fold import fold
from analyzer.words import tagged

_ELEMENT = re.compile(r"\{([SV])\}|(…)|\[([^\]]*)\]|([^{}…\[\]]+)")

COPULAS = ("就是", "则是", "便是", "即是", "乃是", "是", "为", "系", "乃", "即", "作为", "成为")

# Function words: alone they carry no predicate.
WEAK = lexicon.words("weak") | frozenset((*COPULAS, ""))

PLACED = frozenset(next(g for g in lexicon.groups("synonyms") if "位于" in g)) | {"在", "设在"}

BELONGING = frozenset(next(g for g in lexicon.groups("synonyms") if "属于" in g))


@dataclass(frozen=True, slots=True)
class Element:
    """A piece of a template: kind "S", "V", "gap" or "lit" (with its alternatives, folded)."""

    kind: str
    alternatives: tuple[str, ...] = ()


def parse(template: str) -> tuple[Element, ...]:
    """Return the elements of a template; unknown characters are literal."""
    out: list[Element] = []
    for slot, gap, choice, literal in _ELEMENT.findall(template):
        if slot:
            out.append(Element(slot))
        elif gap:
            out.append(Element("gap"))
        elif choice:
            out.append(Element("lit", tuple(fold(c).strip() for c in choice.split("/"))))
        elif literal.strip():
            out.append(Element("lit", (fold(literal).strip(),)))
    return tuple(out)


class Kind(StrEnum):
    """Where a core's value stands: after the cue, before it, between two cues; or a cue without value."""

    AFTER = "after"
    BEFORE = "before"
    BETWEEN = "between"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Core:
    """A cue and the place of its value.

    ``cue`` is what is searched for; ``lead`` is a second literal that must stand before the value (BETWEEN).
    ``role`` is true where the cue names a role or attribute (a noun), ``copula`` where the template wants a copula
    after it. ``left``/``right`` say on which side the template has the subject. ``direct`` is true where the subject
    may follow the cue as its object without 的, ``located`` where 在 or 于 must stand before the value,
    ``possessed`` where the cue is a noun that belongs to the value (S 是 V 的 [产品]),
    ``loose`` where the template has a gap between value and cue and no object: nouns may stand there (V某专业 [毕业]),
    ``reach`` where it has a gap after the subject, ``follow`` lists literals one of which must come soon after the cue,
    ``tail`` is a literal of one character that must stand right after the value ({S}推出了{V}[版]),
    ``unit`` is the counter that the template has after a figure ({V}条[跑道]), ``bounded`` is true where the template
    itself has the bound (在{V}以下[保存]), so that the figure is the value.
    """

    predicate: str
    template: str
    kind: Kind
    cue: str
    lead: str = ""
    role: bool = False
    copula: bool = False
    left: bool = True
    right: bool = True
    direct: bool = False
    located: bool = False
    possessed: bool = False
    loose: bool = False
    reach: bool = False
    follow: tuple[str, ...] = ()
    tail: str = ""
    unit: str = ""
    bounded: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A template that is matched as it stands, because no core can be cut out of it."""

    predicate: str
    template: str
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Copular:
    """A template that says only that S is V; ``suffix`` is a noun that must follow the value (S 是 V [人])."""

    predicate: str
    template: str
    suffix: str = ""


Form = Core | Pattern | Copular


def is_noun(text: str) -> bool:
    """Return whether a cue ends with a noun, of place and time too."""
    words = tagged(text)
    return (bool(words) and words[-1][1][0] in "nfst") or (bool(words) and words[-1][1] in ("x", "vn", "l"))


def is_plain_noun(text: str) -> bool:
    """Return whether a suffix ends with a noun that a copula may predicate."""
    words = tagged(text)
    return bool(words) and words[-1][1] in ("n", "nz", "ng", "nr", "t", "s")


def is_verb(text: str) -> bool:
    """Return whether a cue ends with a verb."""
    words = tagged(text)
    return bool(words) and words[-1][1] in ("v", "vn", "vd", "vg", "x")
