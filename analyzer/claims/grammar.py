"""What is compiled once from entities.csv and predicates.csv."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ahocorasick_rs import MATCHKIND_STANDARD, AhoCorasick

from analyzer.claims import lexicon
from analyzer.claims.cores import PLACED, Copular, Core, Kind, Pattern, parse
from analyzer.claims.mentions import NameIndex
from analyzer.claims.templates import forms
from analyzer.fold import fold
from analyzer.model import Cardinality, Entity, FactTable, Predicate
from analyzer.values.units import DIMENSIONS, scale_of, unit_of
from analyzer.words import tag, tagged

SCALARS = frozenset(("number", "date", "boolean", "text"))
# What a table's head has beside its word: brackets with units, colons, blanks.
HEAD_MARKS = re.compile(r"[（(][^（）()]*[)）]|[:：\s]")
_LITERAL = re.compile(r"[^{}SV…]")
_MENTION = "\ue000\ue001*"
# The contract's gap: up to 12 characters without a clause break; another name does not fit in either.
_GAP = "(?:[^，,。；;！!？?：:、（）()《》“”\n\ue000]{0,12}?)"
# Between two literals of a scalar's template a name may stand (规定在某某法第{V}条).
_NAMED_GAP = _GAP.replace("\ue000", "")
# After an adverbial that opens the sentence (过了 S，V) one comma may stand in the gap.
# Between the subject of a pattern and its first literal: adverbs, modals, negators.
_ADVERBS = (
    "(?:也|都|均|则|就|还|又|正式|现|曾经|曾|一直|长期|已经|已|可以|可|会|能够|能|主要|一般|通常|大多|目前|现在|其实|"
    "并不会|并不|不会|不|没有|没|并未|未|最|常|多)*"
)
_LOOSE_GAP = "(?:[^，,。；;！？!?：:\n\ue000]{0,6}?[，,]?[^，,。；;！？!?：:\n\ue000]{0,6}?)"


@dataclass(frozen=True, slots=True)
class Cue:
    """A predicate's core with what the matcher needs at hand."""

    core: Core
    predicate: Predicate
    subjects: frozenset[str]
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern or copular template, compiled.

    ``onward`` is a pattern without its subject, for a topic to go on; ``words`` are the choices for its first literal,
    or the units of a measure, one of which must stand in the text.
    """

    predicate: Predicate
    template: str
    subjects: frozenset[str]
    values: frozenset[str]
    regex: re.Pattern[str] | None = None
    order: str = "SV"
    suffix: str = ""
    onward: re.Pattern[str] | None = None
    words: tuple[str, ...] = ()

    def may_stand_in(self, text: str) -> bool:
        """Return whether a text has a word of the pattern at all."""
        return not self.words or any(word in text for word in self.words)


@dataclass(slots=True)
class Grammar:
    """Everything compiled once: the names, the cues by their text, the patterns and the copular predicates."""

    names: NameIndex
    digest: str
    cue_texts: list[str] = field(default_factory=list)
    cues: list[list[Cue]] = field(default_factory=list)
    automaton: AhoCorasick | None = None
    anchors: AhoCorasick | None = None
    patterns: list[Shape] = field(default_factory=list)
    copular: list[Shape] = field(default_factory=list)
    belonging: list[Shape] = field(default_factory=list)
    possessive: list[Shape] = field(default_factory=list)
    heads: list[tuple[str, Predicate]] = field(default_factory=list)
    nouns: list[tuple[str, Predicate]] = field(default_factory=list)
    questions: list[tuple[str, Predicate]] = field(default_factory=list)
    subject_types: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    one_valued: frozenset[str] = frozenset()
    located: list[Shape] = field(default_factory=list)
    measured: list[Shape] = field(default_factory=list)


def compile_grammar(table: FactTable) -> Grammar:
    """Return the compiled grammar of a table's entities and predicates."""
    grammar = Grammar(NameIndex(table.entities), table.vocabulary_digest)
    cues: dict[str, list[Cue]] = defaultdict(list)
    seen: set[tuple[object, ...]] = set()
    for predicate in table.predicates.values():
        subjects = frozenset(predicate.subject_types)
        values = frozenset(v for v in predicate.value_types if v not in SCALARS)
        if values and predicate.cardinality is not Cardinality.MULTI:
            grammar.belonging.append(Shape(predicate, "", subjects, values))
        for form in forms(predicate, _short(predicate, table.predicates.values())):
            if isinstance(form, Core):
                key = (predicate.id, form.kind, form.cue, form.lead, form.direct, form.left, form.right, form.located,
                       form.role, form.possessed, form.loose, form.follow, form.tail)  # fmt: skip
                if key not in seen and (len(form.cue) > 1 or form.cue == "生"):
                    seen.add(key)
                    cues[form.cue].append(Cue(form, predicate, subjects, values))
                if form.possessed and not any(p.predicate is predicate for p in grammar.possessive):
                    grammar.possessive.append(Shape(predicate, form.template, subjects, values))
            elif isinstance(form, Copular):
                _add_copular(grammar, Shape(predicate, form.template, subjects, values, suffix=re.escape(form.suffix)))
            elif shape := _pattern(predicate, form, subjects, values):
                grammar.patterns.append(shape)
    _add_synonyms(cues)
    grammar.located = list(_located(table.predicates.values()))
    grammar.measured = list(_measured(table.predicates.values()))
    grammar.one_valued = frozenset(
        p.id for p in table.predicates.values() if p.cardinality is Cardinality.SINGLE or p.value_types[0] == "boolean"
    )
    if all(_LITERAL.search(s.template) for s in grammar.patterns):
        # Without a literal of some pattern no pattern can match; a pattern without any ({S}{V}) matches anywhere.
        words = {w for s in grammar.patterns for e in parse(s.template) if e.kind == "lit" for w in e.alternatives if w}
        grammar.anchors = AhoCorasick(sorted(words)) if words else None
    grammar.heads = list(_heads(table.predicates.values(), cues))
    worded = ((w, s.predicate) for s in grammar.patterns for w in s.words if s.order == "SV" and tag(w)[:1] == "n")
    named = dict.fromkeys((*grammar.heads, *worded, *_times(table.predicates.values())))
    grammar.nouns = [(w, p) for w, p in named if p.value_types[0] != "boolean"]
    grammar.questions = list(_questions(table.predicates.values(), cues))
    grammar.attributes = frozenset(
        word for text in (*cues, *(h for h, _ in grammar.heads)) for word, kind in tagged(text) if kind[0] in "nv"
    )
    grammar.classes = _classes(table.entities.values())
    grammar.cue_texts = sorted(cues)
    grammar.cues = [cues[c] for c in grammar.cue_texts]
    if grammar.cue_texts:
        grammar.automaton = AhoCorasick(grammar.cue_texts, matchkind=MATCHKIND_STANDARD)
    grammar.subject_types = frozenset(t for p in table.predicates.values() for t in p.subject_types)
    return grammar


# Nouns that end labels and say nothing of what is asked.
_VAGUE = frozenset(
    ("时间", "日期", "年份", "名称", "数量", "单位", "地点", "人数", "情况", "方式", "类型", "类别", "次数")
)


def _short(predicate: Predicate, predicates: Iterable[Predicate]) -> str:
    """Return the noun that a label ends with, if no other predicate of the subject's types has it in its wording."""
    words = tagged(fold(predicate.label))
    if len(words) < 2 or len(words[-1][0]) < 2 or predicate.value_types[0] == "boolean":
        return ""
    if any(kind[0] != "n" for _, kind in words):
        return ""  # 默认端口 is not any 端口
    noun = words[-1][0]
    kin = [p for p in predicates if p is not predicate and set(p.subject_types) & set(predicate.subject_types)]
    told = any(noun in text for p in kin for text in (fold(p.label), *p.templates))
    return "" if told or noun in _VAGUE else noun


# Dimensions that measure a thing itself. Money, percentages and counts say too many things of one.
MEASURES = frozenset(("长度", "面积", "体积", "质量", "功率", "数据", "电量", "热量", "速度", "频率"))
# Of these every unit means the same of a thing; of lengths, areas and times the written unit must be the table's own (a
# lake of 57 m and a way of 3 km are two things).
FREE = frozenset(("质量", "体积", "功率", "数据", "电量", "热量"))
SHORT_TIMES = frozenset(("分钟", "小时", "秒"))


def _located(predicates: Iterable[Predicate]) -> Iterator[Shape]:
    """Yield the predicates whose templates say where a thing lies: {S}位于{V}, {S}在{V}境内."""
    for predicate in predicates:
        values = frozenset(v for v in predicate.value_types if v not in SCALARS)
        for template in predicate.templates if values else ():
            found = [e for e in parse(template) if e.kind != "gap"]
            if [e.kind for e in found[:3]] == ["S", "lit", "V"] and PLACED & frozenset(found[1].alternatives):
                yield Shape(predicate, template, frozenset(predicate.subject_types), values)
                break


def _measured(predicates: Iterable[Predicate]) -> Iterator[Shape]:
    """Yield the predicates that alone measure the things of a type in their dimension, with these types."""
    of_type: dict[tuple[str, str], list[Predicate]] = defaultdict(list)
    for predicate in predicates:
        if predicate.value_types[0] == "number":
            dimension = unit_of(predicate.unit).dimension
            for kind in predicate.subject_types:
                of_type[kind, dimension].append(predicate)
    for (kind, dimension), sharing in of_type.items():
        short = dimension == "时间" and scale_of(sharing[0].unit)[1] in SHORT_TIMES
        if len(sharing) == 1 and "/" not in sharing[0].unit and (dimension in MEASURES or short):
            units = tuple(DIMENSIONS[dimension]) if dimension in FREE else (scale_of(sharing[0].unit)[1],)
            yield Shape(sharing[0], "", frozenset((kind,)), frozenset(), words=units)


CLASS_BEARERS = 2  # names of one type that a noun must end to be its class; tests/claims/test_frames.py


def _classes(entities: Iterable[Entity]) -> frozenset[str]:
    """Return the nouns that end names of a type (某某大桥, 某某球场) and so may stand for one of them: 大桥全长 …"""
    bearers = Counter(
        (entity.type, name[-size:])
        for entity in entities
        for name in {fold(entity.name)}
        for size in (2, 3)
        if len(name) > size and tag(name[-size:]) in ("n", "ns")
    )
    return frozenset(noun for (_, noun), count in bearers.items() if count >= CLASS_BEARERS)


def _add_synonyms(cues: dict[str, list[Cue]]) -> None:
    """Add to every cue the words that rewriting puts in its place, but for words that another predicate has itself."""
    for text, group in list(cues.items()):
        bare = text.removesuffix("了")
        mine = {c.predicate.id for c in group}
        for others in lexicon.groups("synonyms"):
            for word in (w for w in others if bare.endswith(w) and len(bare) != len(w) + 1):
                head = bare.removesuffix(word)  # 总部|位于: 总部|坐落于, but 投产|于 is no 投|产于
                for other in (head + o for o in others if o != word):
                    if {c.predicate.id for c in cues.get(other, ())} <= mine:
                        known = {c.core for c in cues.get(other, ())}
                        # 导演 is a post; the verb 执导 that goes with it asks for no bearer.
                        verb = (
                            word[-1] not in "于自" and tag(word)[0] != "v" and tag(other.removeprefix(head))[0] == "v"
                        )
                        made = [
                            replace(c, core=replace(c.core, cue=other)) for c in group if not (verb and c.core.role)
                        ]
                        cues[other] += [c for c in made if c.core not in known]


def _heads(predicates: Iterable[Predicate], cues: Mapping[str, Sequence[Cue]]) -> Iterator[tuple[str, Predicate]]:
    """Yield what a table's head may say for a predicate: its label, and the cues that a value follows."""
    for predicate in predicates:
        for part in re.split("[/、|]", predicate.label):
            word = HEAD_MARKS.sub("", fold(part))
            if len(word) > 1:
                yield word, predicate
    for text, group in cues.items():
        yield from ((text, cue.predicate) for cue in group if cue.core.kind is Kind.AFTER)


_TIMES = ("时间", "日期", "年份", "年月")


def _times(predicates: Iterable[Predicate]) -> Iterator[tuple[str, Predicate]]:
    """Yield the labels of dates with the other nouns for a time: 通过日期, 通过时间."""
    for predicate in predicates:
        label = fold(predicate.label)
        if predicate.value_types[0] == "date" and label.endswith(_TIMES) and len(label) > 2:
            yield from ((label[:-2] + time, predicate) for time in _TIMES)


def _questions(predicates: Iterable[Predicate], cues: Mapping[str, Sequence[Cue]]) -> Iterator[tuple[str, Predicate]]:
    """Yield what a label may ask of a yes/no predicate: its own label, and the cues of its templates (after 是否)."""
    for predicate in predicates:
        if predicate.value_types[0] == "boolean":
            yield from ((fold(word), predicate) for word in (predicate.label, predicate.label.removeprefix("是否")))
    for text, group in cues.items():
        yield from ((text, cue.predicate) for cue in group if cue.core.kind is Kind.ALONE)


def _add_copular(grammar: Grammar, shape: Shape) -> None:
    """Add a copular shape; the alternatives of one template's suffix make one shape, longest first."""
    last = grammar.copular[-1] if grammar.copular else None
    if last and last.template == shape.template and last.predicate is shape.predicate and last.suffix and shape.suffix:
        suffixes = sorted({*last.suffix.split("|"), shape.suffix}, key=lambda s: (-len(s), s))
        grammar.copular[-1] = replace(last, suffix="|".join(suffixes))
    elif shape not in grammar.copular:
        grammar.copular.append(shape)


def _pattern(predicate: Predicate, form: Pattern, subjects: frozenset[str], values: frozenset[str]) -> Shape | None:
    parts: list[str] = []
    opens = form.elements[0].kind == "lit"
    for n, element in enumerate(form.elements):
        if element.kind == "S":
            adverbs = _ADVERBS if n + 1 < len(form.elements) and form.elements[n + 1].kind == "lit" else ""
            owned = "的?" if adverbs else ""
            parts.append(f'[《“"『「]?(?P<S>{_MENTION})[》”"』」]?{owned}{adverbs}')
        elif element.kind == "V":
            adverbs = _ADVERBS if n + 1 < len(form.elements) and form.elements[n + 1].kind == "lit" else ""
            counted = bool(adverbs) and n > 0 and predicate.value_types[0] == "number"
            bounded = n > 0 and n + 1 < len(form.elements) and predicate.value_types[0] == "text"
            figure = "(?P<V>)"
            if counted or (bounded and form.elements[n + 1].kind == "lit"):
                figure = "(?P<V>)[^，,。；;！!？?：:\n\ue000]{1,16}?"
            parts.append(f'[《“"『「]?(?P<V>{_MENTION})[》”"』」]?{adverbs}' if values else figure)
        elif element.kind == "gap":
            pinned = not values and 0 < n < len(form.elements) - 1
            pinned = pinned and form.elements[n - 1].kind == form.elements[n + 1].kind == "lit"
            parts.append(_LOOSE_GAP if opens else _NAMED_GAP if pinned else _GAP)
        else:
            longest_first = sorted(element.alternatives, key=len, reverse=True)
            parts.append(f"(?P<L{n}>" + "|".join(re.escape(a) for a in longest_first) + ")")
    order = "".join(e.kind for e in form.elements if e.kind in "SV")
    worded = any(e.kind == "lit" for e in form.elements) and predicate.value_types[0] not in ("text", "date")
    goes_on = worded and order == "SV" and form.elements[0].kind == "S" and len(form.elements) > 2
    onward = re.compile("".join(parts[1:])) if goes_on else None
    words = next((e.alternatives for e in form.elements if e.kind == "lit"), ())
    regex = re.compile("".join(parts))
    return Shape(
        predicate, form.template, subjects, values, regex, order, onward=onward, words=words if all(words) else ()
    )
