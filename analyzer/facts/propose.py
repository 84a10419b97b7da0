"""New templates from example sentences in which an editor marked subject and value.

An example is written as the sentence with ``{S:…}`` around the subject and ``{V:…}`` around the value:
「{S:云雾红茶}一直由{V:青峰茶厂}生产」.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analyzer.errors import UsageError
from analyzer.facts.cells import read_list
from analyzer.facts.matching import STOPS, Matcher, broad
from analyzer.facts.template import GAP, SUBJECT, VALUE
from analyzer.language import Phrase
from analyzer.model import Cardinality, FactTable, Predicate
from analyzer.words import cut_names

_MARK = re.compile(r"\{(S|V)[:：]([^{}]+)\}")
_SPECIAL = re.compile(r"[\[\]{}/|…]")
# A template's gap spans at most 12 characters (the format); longer words between the slots give no template.
LONGEST_BETWEEN = 12
# Words on the outer side of a slot that are tried as part of the template: 生产 in 由…生产, 旗下 in 旗下的….
OUTER_WORDS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A marked sentence: what stands before, between and after the two slots; ``subject_first`` is their order."""

    sentence: str
    before: str
    between: str
    after: str
    subject_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A template, the numbers of the examples that it matches, and the corpus sentences that it would match."""

    template: str
    examples: tuple[int, ...]
    hits: tuple[str, ...]
    broad: bool


def draft_predicate(subject_types: str, value_types: str) -> Predicate:
    """Return a predicate that is not in the table yet, of the given types (lists separated by ``|``)."""
    return Predicate(
        id="",
        label="",
        subject_types=read_list(subject_types).value,
        value_types=read_list(value_types).value,
        cardinality=Cardinality.MULTI,
        templates=(),
    )


def example_of(text: str) -> Example:
    """Read a marked sentence; raises UsageError unless it has one subject and one value, subject or value first."""
    marks = list(_MARK.finditer(text))
    if sorted(m[1] for m in marks) != ["S", "V"]:
        raise UsageError(
            Phrase(
                f"例句「{text}」要标出一个主语和一个值，如：{{S:云雾红茶}}由{{V:青峰茶厂}}生产",
                f"mark one subject and one value in “{text}”, as in {{S:Windows}} is made by {{V:Microsoft}}",
            )
        )
    first, second = marks
    return Example(
        sentence=_MARK.sub(lambda m: m[2], text),
        before=_clause_end(text[: first.start()]),
        between=text[first.end() : second.start()],
        after=_clause_start(text[second.end() :]),
        subject_first=first[1] == "S",
    )


def marked(sentence: str, subject: str, value: str) -> str:
    """Return a sentence with its subject and value marked; raises UsageError where it does not hold both."""
    for words in (subject, value):
        if not words or words not in sentence:
            raise UsageError(
                Phrase(f"例句里没有「{words}」：{sentence}", f"the sentence does not hold “{words}”: {sentence}")
            )
    at = sentence.index(subject)
    spans = [(at, at + len(subject), "S")]
    # The value may contain the subject's words (微众银行微粒贷): look for it outside the subject first.
    beyond = sentence.find(value, at + len(subject))
    start = beyond if beyond >= 0 else sentence.index(value)
    spans.append((start, start + len(value), "V"))
    (a, b, first), (c, d, second) = sorted(spans)
    if b > c:
        raise UsageError(
            Phrase(f"「{subject}」和「{value}」重叠了：{sentence}", f"“{subject}” and “{value}” overlap: {sentence}")
        )
    return f"{sentence[:a]}{{{first}:{sentence[a:b]}}}{sentence[b:c]}{{{second}:{sentence[c:d]}}}{sentence[d:]}"


def _clause_end(text: str) -> str:
    return re.split(f"[{STOPS}]", text)[-1]


def _clause_start(text: str) -> str:
    return re.split(f"[{STOPS}]", text)[0]


def proposals(
    examples: Sequence[Example], predicate: Predicate, table: FactTable, sentences: Iterable[str]
) -> tuple[Proposal, ...]:
    """Return templates for the examples, the best first.

    Best are those that match most examples, then those with two literal characters or more, the fewer the better;
    templates that would match nearly everything come last. ``sentences`` are what each is shown with.
    """
    candidates: dict[str, None] = {}
    for example in examples:
        for template in _templates(example):
            candidates.setdefault(template)
    for merged in _merged(list(candidates)):
        candidates.setdefault(merged)
    corpus = list(sentences)
    matcher = Matcher(table)
    found = []
    for template in candidates:
        agreed = tuple(n for n, e in enumerate(examples, 1) if _fits(template, e))
        hits = tuple(s for s in corpus if next(matcher.matches(s, template, predicate), None))
        found.append(Proposal(template=template, examples=agreed, hits=hits, broad=broad(template)))
    found.sort(key=lambda p: (p.broad, -len(p.examples), *_specific(p.template), p.template))
    return tuple(found)


def _templates(example: Example) -> Iterable[str]:
    """Yield the templates of one example, with and without what stands outside the slots."""
    between = example.between
    if len(between) > LONGEST_BETWEEN:
        return
    left, right = (SUBJECT, VALUE) if example.subject_first else (VALUE, SUBJECT)
    middles = [between] if not _SPECIAL.search(between) else []
    words = _words(between)
    if len(words) > 1:
        middles += [words[0] + GAP, GAP + words[-1]]
        if len(words) > 2:
            middles.append(words[0] + GAP + words[-1])
    after = "".join(_words(example.after)[:OUTER_WORDS])
    before = "".join(_words(example.before)[-OUTER_WORDS:])
    for middle in dict.fromkeys(m for m in middles if not _SPECIAL.search(m.replace(GAP, ""))):
        if after:
            yield f"{left}{middle}{right}{after}"
        if middle.strip(GAP):
            yield f"{left}{middle}{right}"
        elif before:
            yield f"{before}{left}{middle}{right}"


def _words(text: str) -> list[str]:
    return [w for w in cut_names(text) if w.strip() and not _SPECIAL.search(w)]


def _merged(templates: Sequence[str]) -> Iterable[str]:
    """Yield templates that differ in one word only as one with alternatives: {S}由{V}[生产/出品]."""
    groups: dict[tuple[str, str], list[str]] = {}
    for template in templates:
        for place in re.finditer(r"[^{}SV…]+", template):
            key = (template[: place.start()], template[place.end() :])
            groups.setdefault(key, []).append(place.group())
    for (head, tail), words in groups.items():
        if len(words) > 1:
            yield f"{head}[{'/'.join(dict.fromkeys(words))}]{tail}"


def _fits(template: str, example: Example) -> bool:
    first, second = ("S", "V") if example.subject_first else ("V", "S")
    text = f"{example.before}{{{first}}}{example.between}{{{second}}}{example.after}"
    pattern = re.escape(template).replace(GAP, f"[^{STOPS}]{{0,{LONGEST_BETWEEN}}}")
    pattern = re.sub(r"\\\[(.*?)\\\]", lambda m: f"(?:{m[1].replace('/', '|')})", pattern)
    return re.search(pattern, text) is not None


def _specific(template: str) -> tuple[bool, int]:
    """Order templates: one literal character is too little, beyond two each more only narrows."""
    weight = _weight(template)
    return weight < 2, weight


def _weight(template: str) -> int:
    """Return how many characters a match must have literally, the shortest alternative counted."""
    plain = re.sub(r"\[(.*?)\]", lambda m: min(m[1].split("/"), key=len), template)
    return len(plain.replace(SUBJECT, "").replace(VALUE, "").replace(GAP, ""))
