"""From a template to its cores, patterns and copulas."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from analyzer.claims import lexicon
from analyzer.claims.cores import (
    COPULAS,
    WEAK,
    Copular,
    Core,
    Element,
    Form,
    Kind,
    Pattern,
    is_noun,
    is_plain_noun,
    is_verb,
    parse,
)
from analyzer.claims.gaps import nominal
from analyzer.claims.kin import kin
from analyzer.fold import fold
from analyzer.model import Predicate
from analyzer.values.units import COUNTERS, SCALES, SPELLINGS, scale_of
from analyzer.words import tagged

_TRAILING = re.compile(r"(?:的是|就是|则是|是|为|即|系|乃|叫做|叫|：|:)$")

_COPULAR_END = re.compile(r"(?:是|为|即|系|乃|作为|属于|成为|只有)$")

_COPULAR_HEAD = re.compile(rf"^(?:是|为|作为|系|属于)(?:[一这那]?{lexicon.either('measures')})?(?!由)")

_ASPECT = re.compile(r"(?:了|过|的|了的)$")


def forms(predicate: Predicate, short: str = "") -> Iterator[Form]:
    """Yield what a predicate's templates stand for; a label of three characters or more is one too (S的label是V).

    ``short`` is the noun that the label ends with (等级 of 医院等级), "" where another predicate may be meant by it.
    """
    further = (f"{{S}}的{short}是{{V}}",) if short else ()
    for template in (*predicate.templates, *_labelled(predicate), *further):
        for form in _forms(predicate, template):
            yield form
            if isinstance(form, Core):
                yield from kin(predicate, form)


def _labelled(predicate: Predicate) -> Iterator[str]:
    if predicate.value_types[0] == "boolean":
        return
    for part in re.split("[/、|／]", predicate.label):
        word = fold(part).strip()
        if len(word) > 2 and re.fullmatch("[\u4e00-\u9fff]+", word):
            yield f"{{S}}的{word}是{{V}}"


def _forms(predicate: Predicate, template: str) -> Iterator[Form]:
    elements = parse(template)
    kinds = [e.kind for e in elements if e.kind in "SV"]
    if kinds == ["S"]:
        yield from _boolean(predicate, template, elements)
    elif kinds in (["S", "V"], ["V", "S"]):
        yield from _binary(predicate, template, elements, kinds[0] == "S")
    elif kinds:
        yield Pattern(predicate.id, template, elements)


def _literals(elements: tuple[Element, ...]) -> list[str]:
    """Return every spelling of a stretch of literals; gaps inside count as nothing."""
    choices = [e.alternatives for e in elements if e.kind == "lit"]
    return ["".join(parts) for parts in product(*choices)] if choices else [""]


def _split(elements: tuple[Element, ...]) -> tuple[tuple[Element, ...], tuple[Element, ...], tuple[Element, ...]]:
    slots = [i for i, e in enumerate(elements) if e.kind in "SV"]
    first, second = slots
    return elements[:first], elements[first + 1 : second], elements[second + 1 :]


def _boolean(predicate: Predicate, template: str, elements: tuple[Element, ...]) -> Iterator[Form]:
    at = next(i for i, e in enumerate(elements) if e.kind == "S")
    before, after = elements[:at], elements[at + 1 :]
    pieces = _pieces(after)
    if any(e.kind == "lit" for e in before) or not 1 <= len(pieces) <= 2:
        yield Pattern(predicate.id, template, elements)
        return
    for lead, cue in product(pieces[0] if len(pieces) == 2 else ("",), pieces[-1]):
        cue = cue.removeprefix("的") if len(cue) > 2 else cue
        bare = _COPULAR_HEAD.sub("", cue)
        if not lead and bare != cue and len(bare) > 1 and nominal(bare):
            lead, cue = "是", bare
        if cue in WEAK or len(cue) < 2:
            yield Pattern(predicate.id, template, elements)
        else:
            yield Core(
                predicate.id, template, Kind.ALONE, cue, lead=lead, right=False, reach=template.startswith("{S}…")
            )


def _pieces(elements: tuple[Element, ...]) -> list[list[str]]:
    """Return the spellings of each run of literals between gaps."""
    runs: list[list[Element]] = [[]]
    for e in elements:
        if e.kind == "gap":
            runs.append([])
        else:
            runs[-1].append(e)
    return [_literals(tuple(run)) for run in runs if run]


def _binary(predicate: Predicate, template: str, elements: tuple[Element, ...], subject_first: bool) -> Iterator[Form]:
    before, between, after = _split(elements)
    follow: tuple[str, ...] = ()
    pieces = _pieces(after)
    possessed = pieces[:1] == [["的"]]  # {S}是{V}的…产品: any modifiers of the noun
    if subject_first and len(pieces) == 2 and not possessed:
        # {S}是{V}旗下…品牌: the first literal is the cue, the second must come soon after it.
        follow = tuple(pieces[1])
        after = after[: next(i for i, e in enumerate(after) if e.kind == "gap" and i)]
    inner_gap = any(
        e.kind == "gap" and 0 < i < len(part) - 1 for part in (before, between, after) for i, e in enumerate(part)
    )
    if (subject_first and any(e.kind == "lit" for e in before)) or (inner_gap and not possessed):
        yield Pattern(predicate.id, template, elements)
        return
    for lead, mid, tail in product(_literals(before), _literals(between), _literals(after)):
        made = (
            _subject_first(predicate, template, elements, mid, tail)
            if subject_first
            else _value_first(predicate, template, elements, (lead, mid, tail))
        )
        reach = template.startswith("{S}…")
        for form in made:
            yield replace(form, follow=follow, reach=reach) if isinstance(form, Core) else form


def _subject_first(
    predicate: Predicate, template: str, elements: tuple[Element, ...], mid: str, tail: str
) -> Iterator[Form]:
    owned = mid not in WEAK and mid.startswith("的")
    mid = mid.removeprefix("的") if owned else mid
    if tail and predicate.value_types[0] == "number":
        yield from _counted(predicate, template, elements, mid, tail)
    elif tail.startswith("的") and len(tail) > 2 and is_noun(tail[1:]):
        yield Core(predicate.id, template, Kind.BEFORE, tail[1:], possessed=True)
    elif tail and (tail not in WEAK or (mid[-1:] in ("由", "被") and len(tail) > 1)):
        bare = _ASPECT.sub("", tail)
        tail = bare if len(bare) > 1 else tail  # 通过 is no 通 with an aspect
        if mid in COPULAS and is_plain_noun(tail):
            yield Copular(predicate.id, template, tail)
        if len(tail) < 2:
            if mid not in WEAK and len(mid) > 1:
                made = _cued(predicate, template, mid, owned)
                yield (
                    replace(made, tail=tail) if isinstance(made, Core) else replace(made, suffix=tail)
                )  # {S}推出了{V}版
            else:
                yield _only(predicate, template, elements, mid, tail)
            return
        if predicate.value_types[0] == "text" and mid in ("以", "用", "按", "在", "从"):
            yield Core(predicate.id, template, Kind.BETWEEN, tail, lead=mid)  # 以[红色]为标志色
            return
        if mid in _WITH:
            yield from (Core(predicate.id, template, Kind.BETWEEN, tail, lead=other) for other in _WITH)
            return
        if mid in _TOWARDS and is_verb(tail):
            yield Core(predicate.id, template, Kind.BETWEEN, tail, lead=mid)  # S 对 V [有毒]
            return
        if mid in WEAK or mid in ("属于", "归属于") or mid[-1] in "于以在由被从自":
            loose = "{V}…" in template and (template.startswith("{S}…") or mid[-1:] in ("在", "于"))
            direct = (is_verb(tail) or mid[-1:] in ("由", "被")) and not loose
            yield Core(predicate.id, template, Kind.BEFORE, tail, direct=direct, loose=loose)
        else:
            yield Core(predicate.id, template, Kind.BETWEEN, tail, lead=mid)
    elif mid in WEAK:
        if _COPULAR_END.search(mid):
            yield Copular(predicate.id, template)
        else:
            yield _only(predicate, template, elements, mid)
    elif len(mid) < 2:
        yield _only(predicate, template, elements, mid)
    else:
        yield _cued(predicate, template, mid, owned)


# Prepositions that lead to the other one of two: S 与 V [结为] …
_WITH = ("与", "和", "跟", "同")
# What the verb is done to or for, never who does it.
_TOWARDS = ("对", "向", "给", "供")

_EXISTENTIAL = frozenset(["有", "拥有", "建有", "设有", "配备", "配有", "内置", "具有", "具备", "含有", "共有"])

_UNIT = re.compile(rf"[{''.join(SCALES)}]{{0,3}}(?:{'|'.join(re.escape(s) for s in (*SPELLINGS, *COUNTERS))})")

_BOUND = re.compile("以下|以上|以内|之内|左右|上下")


def _counted(predicate: Predicate, template: str, elements: tuple[Element, ...], mid: str, tail: str) -> Iterator[Form]:
    """Yield the forms of a figure with words after it: {S}有{V}条[跑道] · {S}应在{V}℃以下[保存] · {S}共{V}条."""
    unit = _UNIT.match(tail)
    if unit and len(tagged(tail)[0][0]) > unit.end():
        unit = None  # 座位 is a word of its own, no 座 with 位
    rest = tail[unit.end() :] if unit else tail
    bound = _BOUND.match(rest)
    rest = rest[bound.end() :] if bound else rest
    if len(rest) < 2 or rest in WEAK:
        yield _only(predicate, template, elements, mid, tail)
        return
    loose = "{V}…" in template
    counter = unit.group() if unit else predicate.unit
    if scale_of(counter)[1] in COUNTERS and mid in _EXISTENTIAL and is_noun(rest):
        yield Core(predicate.id, template, Kind.AFTER, rest, role=True, unit=counter)  # 跑道共 V 条
        yield from (Core(predicate.id, template, Kind.AFTER, v + rest, unit=counter) for v in sorted(_EXISTENTIAL))
    made = Core(
        predicate.id, template, Kind.BEFORE, rest, unit=unit.group() if unit else "", bounded=bound is not None,
        loose=loose,
    )  # fmt: skip
    yield made if mid in WEAK else replace(made, kind=Kind.BETWEEN, lead=mid)


def _only(predicate: Predicate, template: str, elements: tuple[Element, ...], *literals: str) -> Pattern:
    """Return the pattern of a template with one choice of its literals, for a cue too short to search for (长约 V)."""
    kept = tuple(
        Element("lit", tuple(w for w in literals if w in e.alternatives) or e.alternatives) if e.kind == "lit" else e
        for e in elements
    )
    return Pattern(predicate.id, template, kept)


_IS = re.compile(r"\[(?:[^\]]*/)?是(?:/[^\]]*)?\]")


def _cued(predicate: Predicate, template: str, cue: str, owned: bool) -> Core | Copular:
    """Return the core of a cue that the value follows: a verb (隶属于) or a role (运营方是)."""
    stripped = _COPULAR_HEAD.sub("", cue)
    if stripped != cue and nominal(stripped.removesuffix("的")):
        return Copular(predicate.id, template)
    cue = stripped
    # 效力于 begins with a noun of the dictionary, but what ends in a preposition is a verb.
    owned = owned or "{S}的" in template or (tagged(cue)[0][1][0] in "ns" and cue[-1] not in "于在到至入给向")
    bare = _TRAILING.sub("", cue)
    # What stands before 是 is a noun whatever the dictionary says (满分是 V); 为 alone also ends verbs (更名为).
    nominal_cue = cue.endswith("是") or (cue.endswith("为") and _IS.search(template))
    if (
        bare != cue
        and len(bare) > 1
        and bare not in WEAK
        and (owned or nominal_cue or tagged(bare)[-1][1][0] not in "vdpcu")
    ):
        return Core(predicate.id, template, Kind.AFTER, bare, role=True, copula=True)
    return Core(predicate.id, template, Kind.AFTER, cue, role=owned or is_noun(cue))


def _value_first(
    predicate: Predicate, template: str, elements: tuple[Element, ...], parts: tuple[str, str, str]
) -> Iterator[Form]:
    lead, mid, tail = parts
    cue = mid
    while _ASPECT.search(cue) and cue not in WEAK:
        cue = _ASPECT.sub("", cue)
    if mid in ("被", "由", "遭") and tail:
        yield Pattern(predicate.id, template, elements)  # {V}被{S}取代: S stands between, V before
    elif tail and tail not in WEAK:
        if mid in COPULAS and is_noun(tail.removeprefix("的")):
            yield Core(predicate.id, template, Kind.AFTER, tail.removeprefix("的"), role=True)
        elif mid in WEAK:
            # {V}…{S}…上映: the value may stand anywhere before the cue, the subject is the cue's own.
            yield Core(predicate.id, template, Kind.BEFORE, tail, right=False)
        else:
            yield Pattern(predicate.id, template, elements)
    elif cue in WEAK:
        if lead and lead not in WEAK:
            bare = _TRAILING.sub("", lead)
            if len(bare or lead) < 2:
                yield Pattern(predicate.id, template, elements)  # 高{V}的{S}
                return
            yield Core(predicate.id, template, Kind.AFTER, bare or lead, role=is_noun(bare or lead))
        else:
            yield Pattern(predicate.id, template, elements)
    elif lead and lead not in WEAK:
        yield Core(predicate.id, template, Kind.BETWEEN, cue, lead=lead, direct=True)
    else:
        if len(cue) < 2:
            yield Pattern(predicate.id, template, elements)  # {V}人{S}
            return
        if cue[-1] == "有" and len(cue) > 2 and is_verb(cue[:-1]):
            yield Core(predicate.id, template, Kind.BEFORE, cue[:-1], direct=True)  # V收藏有S: S 由 V [收藏]
        onto = cue[-1] in "为成到入给"
        direct = onto or (is_verb(cue) and lead != "由")
        yield Core(predicate.id, template, Kind.BEFORE, cue, direct=direct, left=not onto)
