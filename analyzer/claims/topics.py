"""What a text is speaking of: topics that go on from clause to clause, pronouns and descriptions that point back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from analyzer.claims import lexicon
from analyzer.claims.clauses import Sentence
from analyzer.claims.gaps import COPULA
from analyzer.claims.mentions import CLOSING, Mention
from analyzer.claims.shifts import (
    OPENER,
    agents_only,
    another,
    brings_in,
    contrasted,
    opens_with_place,
    other_subject,
    own_subject,
    turns_to,
)
from analyzer.claims.slots.slot import LIST
from analyzer.words import tagged

# Particles and verbs before a noun that make it an object or an adjunct, not the subject of its clause.
_GOVERNORS = lexicon.words("governors")
# After a verb of saying or thinking a new clause begins with its own subject.
_SAYING = re.compile(rf"^.*{lexicon.either('saying')}[:：,，]?")
_MEASURE = lexicon.either("measures")
PRONOUN = re.compile(r"^(?:(?:它|他|她|其)(?:们)?|(?:其中)?[前后]者)(?:的)?")
_THIS = re.compile(
    rf"^(?:该|这一?|此|本){_MEASURE}?一?(?P<noun>(?!{_MEASURE}\d)[^\s，,。的\d]{{1,6}}?)(?:的)?"
    rf"(?=$|[，,由是在于成位总隶归属前原现被将就也都始建创坐\d])"
)
# 这支常驻某地的乐团 …
_QUALIFIED = re.compile(
    rf"^(?:该|这一?|那){_MEASURE}[^，,。的\ue000]{{1,10}}\ue000?[^，,。的\ue000]{{0,6}}的[^\s，,。的]{{1,5}}?(?:的)?"
    r"(?=$|[，,由是于在成位总隶归属前原现被将就也都始建创坐\d])"
)
# 某某创办的这家公司 …
_RELATIVE = re.compile(f"^[^，,。的]{{2,12}}的{_THIS.pattern.removeprefix('^')}")
OWNED = re.compile("[它他她其]们?的$")
_BARE = re.compile(rf"^(?P<noun>{lexicon.either('classnouns')}|{lexicon.either('wholes')})")


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject found: the mentions (several if coordinated) and how it was found.

    ``how`` is "adjacent", "clause", "topic", "pronoun", "description", "head" or "object".
    """

    mentions: tuple[Mention, ...]
    how: str
    certain: bool = True


def describes(prefix: str, classes: frozenset[str] = frozenset()) -> int:
    """Return the length of a pronoun or definite description that opens a clause, 0 if none does.

    ``classes`` are the nouns that name things of the table besides those of the lexicon (Sentence.classes).
    """
    for pattern in (PRONOUN, _THIS, _QUALIFIED, _RELATIVE, _BARE):
        if found := pattern.match(prefix):
            words = tagged(found["noun"]) if pattern is _THIS else ()
            if len(words) > 1 and len(words[0][0]) == 1 and words[0][1][0] in "nq":
                return found.start("noun") + 1  # 该机冷冻室: a part of what 该机 means
            return found.end()
    if classes and prefix:
        noun = tagged(prefix[:6])[0][0]
        return len(noun) + (prefix[len(noun) : len(noun) + 1] == "的") if noun in classes else 0
    return 0


def carried(sentence: Sentence, k: int, types: frozenset[str], described: bool, role: bool) -> Subject | None:
    """Return the topic that clause ``k`` inherits from the clauses before it in the sentence.

    A possessor (S 的某某是 …，) goes on as the topic of an attribute (``role``), less surely of a verb.
    """
    if described:
        meant = _meant(sentence, k, types)
        if meant is not None:
            return Subject((meant,), "pronoun") if meant.types & types else None
        if _means_other(sentence, k):
            return None
    if contrasted(sentence, k):
        return None
    # 某某自治州位于四川，东临四川盆地，面积 …: the sentence has a subject that the table does not know.
    other = opens_with_place(sentence.gap(*sentence.segments[0]))
    for at in range(k - 1, -1, -1):
        start, end = sentence.segments[at]
        topic = topic_of(sentence, start, end, types)
        opening = OPENER.sub("", sentence.gap(start, end))
        if not described and at and topic is None and (PRONOUN.match(opening) or _THIS.match(opening)):
            # …钉钉，它属于某某，2015年上线: the pronoun's topic goes on
            return carried(sentence, at, types, True, role)
        if other and (topic is None or OPENER.sub("", sentence.gap(start, topic.start))):
            continue
        topic = topic or _called(sentence, start, end, types)
        if topic is not None:
            chain = listed(sentence, coordinated(sentence, topic, types, start), types, end)
            gone = another(sentence, topic, end)
            return None if gone else Subject(chain, "pronoun" if described else "topic")
        inside = [m for m in sentence.mentions if start <= m.start < end and m.types & types]
        if at == k - 1 and not other and (brought := _brought(sentence, k, inside, types)):
            return Subject((brought,), "topic")
        if inside:
            if _stops(sentence, k, (start, end), inside, types):
                return None
            if not governed(sentence, start, inside[0]) and len({m.ids for m in inside}) == 1:
                return Subject((inside[0],), "topic", certain=role)
        if not described and (own_subject(sentence.gap(start, end)) or turns_to(sentence, (start, end))):
            return None
    return None


def _means_other(sentence: Sentence, k: int) -> bool:
    """Return whether clause ``k`` opens with 前者, or with what may mean the name that the clause before ends with."""
    opening = _opening(sentence, k)
    return PAIR.match(opening) is not None or (k > 0 and brings_in(sentence, k - 1) is not None)


def _stops(sentence: Sentence, k: int, span: tuple[int, int], inside: Sequence[Mention], types: frozenset[str]) -> bool:
    """Return whether a clause that names things of the type, none of them its topic, leaves clause ``k`` open."""
    start, end = span
    if other_subject(sentence, start, inside[0]):
        return True
    if len({m.ids for m in inside}) == 1 and not governed(sentence, start, inside[0]):
        return another(sentence, inside[-1], end)
    return len(_named(sentence, k, types)) > 1 and not agents_only(sentence, start, inside)


def _brought(sentence: Sentence, k: int, inside: Sequence[Mention], types: frozenset[str]) -> Mention | None:
    """Return the one thing that the clause before brings in as its object: A 推出了 S，[最高额度] 为 V."""
    start, end = sentence.segments[k - 1]
    if len(inside) != 1 or len(_named(sentence, k, types)) != 1:
        return None
    m = inside[0]
    at_end = not sentence.gap(m.end, end).strip(CLOSING)
    return m if at_end and _BRINGS.search(sentence.text[start : m.start]) else None


_BRINGS = re.compile(
    "(?:推出|发布|上线|带来|开发|研发|生产|建成|建有|设有|拥有|还有|出品|研制|创办|修建|写出|写下|写成|写就|创作|完成|出版|发表|"
    "执导|拍摄|拍出|设计|发明|研制出|开发出|制造|建造|成立|创立|组建)了?"
    rf'(?:[一两二三四五几]?{_MEASURE})?[《“"『「]?$'
)


def named_in_order(
    sentence: Sentence, limit: int | None = None, types: frozenset[str] | None = None
) -> tuple[Mention, ...]:
    """Return the things (of some types) that a sentence names before ``limit``, each once and in order.

    () where it names them in another order again: 甲与乙合并，乙归入甲.
    """
    named = [m for m in sentence.mentions if (limit is None or m.end <= limit) and (types is None or m.types & types)]
    first = {m.ids: m for m in reversed(named)}
    order = list(dict.fromkeys(m.ids for m in named))
    last = list(dict.fromkeys(m.ids for m in reversed(named)))[::-1]
    return tuple(first[ids] for ids in order) if order == last else ()


def several(sentence: Sentence, types: frozenset[str], limit: int | None = None) -> tuple[Mention, ...]:
    """Return the things of some types that a sentence sets side by side: a list, or all that it names."""
    things = named_in_order(sentence, limit, types)
    joined = all(LIST.fullmatch(sentence.gap(a.end, b.start)) for a, b in pairwise(things))
    return things if joined or things == named_in_order(sentence, limit) else ()


def _meant(sentence: Sentence, k: int, types: frozenset[str]) -> Mention | None:
    """Return what a pronoun or description at the head of clause ``k`` means; None where nothing is the one choice."""
    if PAIR.match(_opening(sentence, k)):
        return _of_pair(sentence, k)
    if k and (dealt := brings_in(sentence, k - 1)):
        return _dealt_with(sentence, k, dealt, types)
    named = _named(sentence, k, types)
    if len(named) == 1:
        return next(iter(named.values()))
    if k and (found := _SHOWN.search(sentence.masked, *sentence.segments[k - 1])):
        return next((m for m in sentence.mentions if m.start == found.start("name") and m.types & types), None)
    return None


def _dealt_with(sentence: Sentence, k: int, dealt: re.Match[str], types: frozenset[str]) -> Mention | None:
    """Return what a description means after a deal: A 收购了 S，这家公司 …; a pronoun may mean either.

    Where nobody else of the types is named (某人创立了 S，公司 …) it means S in any wording.
    """
    name = next((m for m in sentence.mentions if m.start == dealt.start("name")), None)
    alone = name is not None and set(_named(sentence, k, types)) == {name.ids}
    return name if alone or _THIS.match(_opening(sentence, k)) else None


def _called(sentence: Sentence, start: int, end: int, types: frozenset[str]) -> Mention | None:
    """Return the thing that a clause only gives the name of: 还有一款产品，名叫 S，…"""
    found = _CALLS.fullmatch(sentence.gap(start, end))
    m = next((m for m in sentence.mentions if start <= m.start < end), None)
    return m if found and m and m.types & types else None


_CALLS = re.compile(
    f"(?:(?:这|那|该|此)一?(?:{_MEASURE})?[\u4e00-\u9fff]{{0,4}}?[就正便]?是|"
    '(?:它的?|其|也|就)?(?:名叫|名为|名曰|叫做|叫作?|取名为?|名字[叫是]|名称是))[《“"『「]?\ue000[》”"』」]?'
)


PAIR = re.compile("(?:其中)?([前后])者")


_IT = re.compile("[它他她](?!们)")


def _of_pair(sentence: Sentence, k: int) -> Mention | None:
    """Return what 前者 or 后者 at the head of clause ``k`` means: the last but one or the last name before."""
    found = PAIR.match(_opening(sentence, k))
    if not found:
        return None
    named = [m for m in sentence.mentions if m.end <= sentence.segments[k][0]]
    alone = len({m.ids for m in named}) == 1
    if found[1] == "后" and alone and _IT.search(sentence.masked[: named[-1].start]):
        return named[-1]  # 与它相近的还有 S，后者 …
    two = two_before(sentence)
    if found[1] == "后":
        return two[1] if two else None
    return two[0] if two and two[0].types & two[1].types else None  # A由甲建造，B由乙建造，前者 …: 乙 and B?


def two_before(sentence: Sentence) -> tuple[Mention, ...]:
    """Return the two things before the first 前者 or 后者 of a sentence: a pair that 和 joins, or the last two."""
    first = PAIR.search(sentence.masked)
    limit = first.start() if first else 0
    named = [m for m in sentence.mentions if m.end <= limit]
    pairs = [(a, b) for a, b in pairwise(named) if LIST.fullmatch(sentence.gap(a.end, b.start)) and a.types & b.types]
    two = pairs[-1] if pairs else named_in_order(sentence, limit)[-2:]
    return two if len(two) == 2 else ()


class Turn(NamedTuple):
    """Which of how many things a clause speaks of, and how much of its opening says so."""

    place: int
    of: int
    end: int


def turn_of(sentence: Sentence, k: int) -> Turn | None:
    """Return the turn that clause ``k`` is: 前者 …，后者 …; one of several clauses 一个 …，另一个 …."""
    opening = _opening(sentence, k)
    if found := PAIR.match(opening):
        return Turn(int(found[1] == "后"), 2, found.end())
    found = _ONE.match(opening)
    if found is None:
        return None
    first = last = k
    while first and _ONE.match(_opening(sentence, first - 1)):
        first -= 1
    while last + 1 < len(sentence.segments) and _ONE.match(_opening(sentence, last + 1)):
        last += 1
    return Turn(k - first, last - first + 1, found.end()) if last > first else None


def of_row(sentence: Sentence, k: int, turn: Turn, types: frozenset[str]) -> Mention | None:
    """Return what 一个 or 另一个 at the head of clause ``k`` means: of the things that stand side by side before."""
    things = several(sentence, types, sentence.segments[k - turn.place][0])
    return things[turn.place] if len(things) == turn.of else None


def _opening(sentence: Sentence, k: int) -> str:
    return OPENER.sub("", sentence.gap(*sentence.segments[k]))


_ONE = re.compile(f"(?:另|其中)?一{_MEASURE}|另{_MEASURE}")


# 同一时期的还有 S，它 …: what a clause presents at its end is what a pronoun then means.
_SHOWN = re.compile(
    "(?:还有|就是|便是|当属|要数|莫过于|名叫|名为|叫做?|轮到|最后是|其次是|首先是|来看|看看|说说|聊聊|提到|说到|谈到|至于)"
    '[《“"『「]?(?P<name>\ue000)\ue001*[》”"』」]?$'
)


def _named(sentence: Sentence, k: int, types: frozenset[str]) -> dict[tuple[str, ...], Mention]:
    """Return what the clauses before clause ``k`` name of some types, by entity."""
    limit = sentence.segments[k][0]
    beside = [found.span() for found in _APART.finditer(sentence.masked, 0, limit)]
    return {
        m.ids: m
        for m in reversed(sentence.mentions)
        if m.end <= limit
        and m.types & types
        and not any(a <= m.start < b for a, b in beside)
        and not set_aside(sentence, m, types)
    }


def only_compared(sentence: Sentence, m: Mention) -> bool:
    """Return whether a name is there only to measure the topic by: 连 S 的一半都不到, 比 S 还高."""
    return bool(_MEASURED_BY.search(sentence.text[max(0, m.start - 6) : m.start]))


def compared_with(sentence: Sentence, m: Mention) -> bool:
    """Return whether a name follows 比, so that what is said after it is said of something else: 比 S 多两层."""
    return bool(_THAN.search(sentence.text[max(0, m.start - 4) : m.start]))


def set_aside(sentence: Sentence, m: Mention, types: frozenset[str]) -> bool:
    """Return whether a name is no candidate for what a later pronoun means."""
    return only_compared(sentence, m) or owns_next(sentence, m, types)


def owns_next(sentence: Sentence, m: Mention, types: frozenset[str]) -> bool:
    """Return whether a name only says whose the next one is: A旗下的 B."""
    after = next((x for x in sentence.mentions if x.start >= m.end), None)
    return after is not None and bool(after.types & types and _OWNS.fullmatch(sentence.gap(m.end, after.start)))


_OWNS = re.compile('[》”"』」]?(?:集团|公司)?(?:旗下|麾下|下属|控股|所属)(?:的|子公司|公司|品牌)*[《“"『「]?')
_THAN = re.compile('(?:(?<![对占])比|较之|相较于?)[《“"『「]?$')
_MEASURED_BY = re.compile(
    '(?:连|(?<!对)比|不是|并非|而非|不同于|区别于|有别于|不如|堪比|媲美|不及|不亚于|胜过|相当于)[《“"『「]?$'
)
_APART = re.compile("除了?[^，,。]{1,20}(?:外|之外|以外)")


def topic_of(sentence: Sentence, start: int, end: int, types: frozenset[str]) -> Mention | None:
    """Return the mention in subject position of the clause ``start:end``, if its type fits."""
    for m in sentence.mentions:
        if not start <= m.start < end:
            continue
        if m.types & types and (not governed(sentence, start, m) or _framed(sentence, start, end)):
            if _MODIFIES.match(sentence.gap(m.end, end)):
                continue
            return m
        beside = m.types & types and sentence.gap(start, m.start) in ("与", "和", "跟")
        if beside and not _LIKE.match(sentence.gap(start, end)):
            return None
    return None


def _framed(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether a clause does nothing but name the topic: 以 S 为例，…"""
    return _FRAMED.fullmatch(OPENER.sub("", sentence.gap(start, end))) is not None


_FRAMED = re.compile('(?:就|先|再)?以[《“"『「]?\ue000[》”"』」]?(?:为例|来说|来讲|举例)')
# S 的 …, S 之后的 …: the noun that follows is what the clause speaks of.
_MODIFIES = re.compile(
    '[》”"』」]?(?:(?:之|以)?[前后]|旁边?|附近|周边|对面|隔壁|同期|时期|年间|境内|[上下]游|(?:集团|公司)?(?:旗下|麾下|下属))?的(?!话)'
)
_LIKE = re.compile("(?:和|与|跟|同)\ue000[^，,。的\ue000]{2,12}的")
_COMPARED = re.compile('[》”"』」]?(?:不同|一样|相比|类似|相同|相似|不一样|同样|齐名|相反|之间|都|均)')
_SOMETIME = re.compile('[》”"』」]?(?:(?:之|以)?[前后]|时|期间|途中|的时候)(?=[，,])')


def governed(sentence: Sentence, start: int, m: Mention) -> bool:
    """Return whether a mention is the object of a verb or preposition that opens before it in its clause."""
    if sentence.text[m.start - 1 : m.start] in ("“", "「", "『") and sentence.text[m.end : m.end + 1] not in CLOSING:
        return False  # 针对“S 由 …”的传闻: a quoted clause begins with its own subject
    prefix = sentence.gap(start, m.start)
    prefix = prefix.translate(str.maketrans("", "", "《〈“\"『「‘'【"))
    told = _SAYING.sub("", prefix)
    prefix = OPENER.sub("", told)
    if not prefix or (prefix in COPULA and prefix != told) or _free(sentence, prefix, m):
        return False  # 最后是 S: an opener and a copula present S
    if _SOMETIME.match(sentence.masked, m.end):
        return True  # 登顶 S 前，…: the clause says when
    words = tagged(prefix)
    if len(words) > 1 and words[-1][0] in ("和", "与", "及", "以及", "、") and words[0][1][0] == "n":
        # A、B和S: the list is governed by what stands before its first member.
        words = tagged(re.sub("[\ue000\u4e00-\u9fff]{1,12}(?:和|与|及|以及|、)$", "", prefix)) or (("", "x"),)
        prefix = "".join(w for w, _ in words)
    if words[0][0] in _GOVERNORS - {"由", "作为", "在", "于", "被", "从", "到", "至"} and "的" not in prefix:
        return True
    if words[0][0] == "随着":
        return "的" not in prefix
    if words[0][0] in ("与", "和", "跟", "同", "除", "除了", "比", "不同于", "区别于", "相比"):
        return True
    _, closed, tail = prefix.rpartition("的")
    if len(tail) > 1 and all(kind == "v" and len(word) == 1 for word, kind in tagged(tail)):
        return True  # 登顶 S 前: a verb that the dictionary does not have
    for word, kind in tagged(tail):
        bound = len(word) > 1 and word[-1] in "于自至"  # 隶属于 is a noun in the dictionary
        if word in _GOVERNORS or (kind == "v" and len(word) > 1) or kind == "p" or bound:
            if word in ("由", "在", "于") and _time_phrase(tail):
                continue
            return True
    led = closed and words[0][0] in ("对", "向", "把", "将", "给")
    # 把某某当作别名的 S: with a verb of its own the phrase is a relative clause
    return bool(led) and not any(kind == "v" and len(word) > 1 for word, kind in words[2:])


def _free(sentence: Sentence, prefix: str, m: Mention) -> bool:
    """Return whether what opens like a preposition governs nothing: 像 S，… · 和它打擂台的 S · 和 A 同样出名的 S"""
    if prefix == "像":
        return bool(re.match('[》”"』」]?(?:$|[，,])', sentence.text[m.end :]))
    return (
        prefix.startswith(("与", "和", "跟", "同"))
        and prefix.endswith("的")
        and not _COMPARED.match(sentence.text, m.end)
    )


def _time_phrase(text: str) -> bool:
    return bool(re.search(r"^(?:于|在|从|自)?\d+年|^(?:于|在)\S{0,8}(?:年|月|日|时|期间|后|前|之后|之前)$", text))


def listed(sentence: Sentence, chain: tuple[Mention, ...], types: frozenset[str], end: int) -> tuple[Mention, ...]:
    """Return a topic with those that a list joins to it on the right, where the clause is that list: A、B和C，…"""
    out = list(chain)
    for m in sentence.mentions:
        if m.start >= out[-1].end and m.end <= end:
            gap = sentence.gap(out[-1].end, m.start)
            if not m.types & types or not re.fullmatch(r"[》”\"』」]*(?:、|和|与|及|以及)[《“\"『「]*", gap):
                return chain
            out.append(m)
    rest = sentence.gap(out[-1].end, end)
    return tuple(out) if _SUMMED.match(rest) or _OF_ALL.match(rest) else chain


# A、B的发射场都在某地，…: the list is the possessor.
_OF_ALL = re.compile(r"[》”\"』」]*的[^，,。]*?(?:都|均|皆|分别|各)")
# What may close a list that is a topic by itself: A、B和C三家，…
_SUMMED = re.compile(r"[》”\"』」]*(?:等?(?:[两二三四五六七八九十]|这[两三几])?[者家个款种人座所部位])?$")


def coordinated(sentence: Sentence, m: Mention, types: frozenset[str], start: int) -> tuple[Mention, ...]:
    """Return a mention with those that a list joins to it on the left: A、B和C."""
    chain = [m]
    for other in reversed([x for x in sentence.mentions if start <= x.start and x.end <= m.start]):
        gap = sentence.gap(other.end, chain[0].start)
        if other.types & types and re.fullmatch(r"[》”\"』」]*(?:、|和|与|及|以及|跟|/|以及其)[《“\"『「]*", gap):
            chain.insert(0, other)
        else:
            break
    return tuple(chain)
