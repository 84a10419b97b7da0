"""The mini-language of templates, and the cores that a template stands for.

A template is ``{S}``, ``{V}``, ``…`` (up to 12 characters without a clause break), ``[a/b]`` and literal text. A *core*
is what remains when the subject is taken out: a cue with the value before or after it. The grammar (frames, attach)
finds the subject on either side of a core, so one template also covers its passive, attributive, clefted and
topic-carried forms.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product

from analyzer.claims import lexicon
from analyzer.claims.gaps import nominal
from analyzer.fold import fold
from analyzer.model import Predicate
from analyzer.values.units import COUNTERS, SCALES, SPELLINGS, scale_of
from analyzer.words import tagged

_ELEMENT = re.compile(r"\{([SV])\}|(…)|\[([^\]]*)\]|([^{}…\[\]]+)")
COPULAS = ("就是", "则是", "便是", "即是", "乃是", "是", "为", "系", "乃", "即", "作为", "成为")
# Function words: alone they carry no predicate.
WEAK = lexicon.words("weak") | frozenset((*COPULAS, ""))
_TRAILING = re.compile(r"(?:的是|就是|则是|是|为|即|系|乃|叫做|叫|：|:)$")
_COPULAR_END = re.compile(r"(?:是|为|即|系|乃|作为|属于|成为|只有)$")
_COPULAR_HEAD = re.compile(rf"^(?:是|为|作为|系|属于)(?:[一这那]?{lexicon.either('measures')})?(?!由)")
_ALREADY = re.compile("^(?:已经|早已|已|也|都|均|仍|还|同时|就)")
PLACED = frozenset(next(g for g in lexicon.groups("synonyms") if "位于" in g)) | {"在", "设在"}
BELONGING = frozenset(next(g for g in lexicon.groups("synonyms") if "属于" in g))
_ASPECT = re.compile(r"(?:了|过|的|了的)$")


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


def forms(predicate: Predicate, short: str = "") -> Iterator[Form]:
    """Yield what a predicate's templates stand for; a label of three characters or more is one too (S的label是V).

    ``short`` is the noun that the label ends with (等级 of 医院等级), "" where another predicate may be meant by it.
    """
    further = (f"{{S}}的{short}是{{V}}",) if short else ()
    for template in (*predicate.templates, *_labelled(predicate), *further):
        for form in _forms(predicate, template):
            yield form
            if isinstance(form, Core):
                yield from _kin(predicate, form)


def _labelled(predicate: Predicate) -> Iterator[str]:
    if predicate.value_types[0] == "boolean":
        return
    for part in re.split("[/、|／]", predicate.label):
        word = fold(part).strip()
        if len(word) > 2 and re.fullmatch("[\u4e00-\u9fff]+", word):
            yield f"{{S}}的{word}是{{V}}"


def _times(core: Core) -> Iterator[Core]:
    """Yield S 的 [上映] 时间是 V, S [启用] 的年份是 V for a dated verb."""
    for noun in ("时间", "日期", "年份", "日子"):
        for cue in (core.cue + noun, core.cue + "的" + noun):
            yield replace(core, kind=Kind.AFTER, cue=cue, role=True, copula=True, located=False, follow=())


# Adverbs between a noun and its preposition (总部[就]在 V).
_MOVES = tuple(
    verb + to for verb in ("搬", "迁", "移", "搬迁", "迁移") for to in ("到", "至", "往", "入", "到了", "至了")
)
_BETWEEN_NOUN = (
    "不", "并不", "就", "也", "都", "仍", "则", "现", "均", "却", "一直", "仍然", "如今", "目前", "同样", "却不",
    "却并不", "仍旧", "依旧", "依然", "现在", "其实", "正", "还",
)  # fmt: skip


_UTMOST = re.compile("(最[深高长宽厚低])处")


def _kin(predicate: Predicate, core: Core) -> Iterator[Core]:
    """Yield what grammar makes of a core: 成立于 V = 于 V 成立 · 坐落于 = 坐落在 · 创办人 = 创办者 · 可借 = 可以借."""
    cue = core.cue
    dated = "date" in predicate.value_types
    if core.kind is Kind.AFTER and len(cue) > 2 and cue[-1] in "于在":
        yield replace(core, cue=cue[:-1] + ("在" if cue[-1] == "于" else "于"))
        if cue[-1] == "于" and _is_verb(cue[:-1]):
            yield replace(core, kind=Kind.BEFORE, cue=cue[:-1], located=not dated, role=False)
    if dated:
        yield from _dated(core)
    if re.search("[可能](?!以|够|以)", cue):
        yield replace(core, cue=re.sub("可(?!以)", "可以", re.sub("能(?!够)", "能够", cue)))
    if core.kind is Kind.ALONE and not core.lead and (bare := _ALREADY.sub("", cue)) != cue and len(bare) > 1:
        yield replace(core, cue=bare)  # 已废止: 并没有废止, 尚未废止 deny it
    if core.kind is Kind.ALONE and not core.lead and cue[0] == "有" and len(cue) < 7:
        yield from (replace(core, cue=no + cue[1:]) for no in ("无", "没有", "没"))  # 有毒: 无毒 denies it
    if core.kind is Kind.AFTER and not core.role and len(cue) > 2 and cue[-1] in "了过" and _is_verb(cue[:-1]):
        yield replace(core, cue=cue[:-1])  # 添加了: what is denied has no 了 (没有添加)
    if core.kind is Kind.AFTER and cue in BELONGING:
        between = replace(core, kind=Kind.BETWEEN, lead="归", role=False, copula=False)
        yield from (replace(between, cue=cue) for cue in ("所有", "管辖", "管理", "领导"))
        yield from (replace(core, cue=adverb + "归", role=False, copula=False) for adverb in _BETWEEN_NOUN)
    if core.kind is Kind.BEFORE and core.direct and len(cue) == 2 and _is_verb(cue) and not dated:
        agents = (cue + "者", cue + "人")
        yield from (replace(core, kind=Kind.AFTER, cue=c, role=True, direct=False) for c in agents)  # S 的[创办]者是 V
    if core.kind is Kind.AFTER and (most := _UTMOST.fullmatch(cue)):
        yield from (replace(core, cue=most[1] + place) for place in ("", "的地方", "点"))  # 最深处: 最深的地方
    if core.role and len(cue) > 2 and cue[-1] == "人":
        yield replace(core, cue=cue[:-1] + "者")
    yield from _parted(core)


BORN = frozenset(next(g for g in lexicon.groups("synonyms") if "出生于" in g))


def _dated(core: Core) -> Iterator[Core]:
    """Yield what a verb with a date also stands for: 生于 V = V 生于某地 · 成立于 V = 成立时间是 V."""
    cue = core.cue
    if core.kind is Kind.AFTER and cue in BORN:
        yield replace(core, kind=Kind.BEFORE, cue="生", right=False, role=False, located=False)  # 1976年生
    if core.kind is Kind.AFTER and cue[-1] == "于":
        if len(cue) == 2 and not core.role:
            yield replace(core, kind=Kind.BEFORE, right=False)
        elif len(cue) > 2 and _is_verb(cue[:-1]):
            yield from _times(replace(core, cue=cue[:-1]))
    elif core.kind is Kind.BEFORE and core.left:
        if len(cue) == 2:
            yield replace(core, kind=Kind.AFTER, cue=cue + "于", role=False)
        if _is_verb(cue):
            yield from _times(core)


def _parted(core: Core) -> Iterator[Core]:
    """Yield a cue of several words with other words between them."""
    cue = core.cue
    pairs = tagged(cue)
    words = [w for w, _ in pairs]
    apart = core.kind is Kind.ALONE and not core.lead and len(words) == 2 and min(map(len, words)) > 1
    if apart and pairs[0][1] == "v" and pairs[1][1][0] in "nv":
        yield replace(core, cue=words[1], lead=words[0])  # 支持[IP68级]防水
    if core.kind is Kind.AFTER and pairs[0][1][0] == "n" and words[-1][-1] in "在于":
        yield from (replace(core, cue=words[0] + moves) for moves in _MOVES)  # 总部迁至 V
    if core.kind is Kind.AFTER and len(words) == 2 and pairs[0][1][0] == "n" and words[1] in PLACED:
        yield replace(core, cue=words[0], role=True, copula=True)  # 总部杭州
    if core.kind is Kind.AFTER and len(words) == 2 and pairs[0][1][0] == "n" and words[1] in ("在", "于"):
        yield from (replace(core, cue=words[0] + adverb + words[1]) for adverb in _BETWEEN_NOUN)
    elif core.kind is Kind.AFTER and len(words) == 2 and pairs[0][1][0] == "n" and pairs[1][1][0] in "vp":
        yield replace(core, cue=words[1], lead=words[0], role=False, copula=False)  # 芯片[则并非]来自
    if len(words) > 1 and len(words[-1]) > 1 and words[0] not in WEAK and not cue.endswith("于"):
        joined = "的" if core.role else "了"
        if joined == "的" or _is_verb(words[0]):
            yield replace(core, cue=words[0] + joined + "".join(words[1:]))


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
    elif tail.startswith("的") and len(tail) > 2 and _is_noun(tail[1:]):
        yield Core(predicate.id, template, Kind.BEFORE, tail[1:], possessed=True)
    elif tail and (tail not in WEAK or (mid[-1:] in ("由", "被") and len(tail) > 1)):
        bare = _ASPECT.sub("", tail)
        tail = bare if len(bare) > 1 else tail  # 通过 is no 通 with an aspect
        if mid in COPULAS and _is_plain_noun(tail):
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
        if mid in WEAK or mid in ("属于", "归属于") or mid[-1] in "于以在由被从自":
            loose = "{V}…" in template and (template.startswith("{S}…") or mid[-1:] in ("在", "于"))
            direct = (_is_verb(tail) or mid[-1:] in ("由", "被")) and not loose
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
    if scale_of(counter)[1] in COUNTERS and mid in _EXISTENTIAL and _is_noun(rest):
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
    return Core(predicate.id, template, Kind.AFTER, cue, role=owned or _is_noun(cue))


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
        if mid in COPULAS and _is_noun(tail.removeprefix("的")):
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
            yield Core(predicate.id, template, Kind.AFTER, bare or lead, role=_is_noun(bare or lead))
        else:
            yield Pattern(predicate.id, template, elements)
    elif lead and lead not in WEAK:
        yield Core(predicate.id, template, Kind.BETWEEN, cue, lead=lead, direct=True)
    else:
        if len(cue) < 2:
            yield Pattern(predicate.id, template, elements)  # {V}人{S}
            return
        if cue[-1] == "有" and len(cue) > 2 and _is_verb(cue[:-1]):
            yield Core(predicate.id, template, Kind.BEFORE, cue[:-1], direct=True)  # V收藏有S: S 由 V [收藏]
        onto = cue[-1] in "为成到入给"
        direct = onto or (_is_verb(cue) and lead != "由")
        yield Core(predicate.id, template, Kind.BEFORE, cue, direct=direct, left=not onto)


def _is_noun(text: str) -> bool:
    words = tagged(text)
    return (bool(words) and words[-1][1][0] in "nfst") or (bool(words) and words[-1][1] in ("x", "vn", "l"))


def _is_plain_noun(text: str) -> bool:
    words = tagged(text)
    return bool(words) and words[-1][1] in ("n", "nz", "ng", "nr", "t", "s")


def _is_verb(text: str) -> bool:
    words = tagged(text)
    return bool(words) and words[-1][1] in ("v", "vn", "vd", "vg", "x")
