"""Find the subject of a cue: in the clause before it, carried on from an earlier clause, or after it as head noun."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analyzer.claims import lexicon
from analyzer.claims.clauses import Sentence
from analyzer.claims.gaps import AUXILIARY, CLASSES, COPULA, head_gap, link_gap
from analyzer.claims.mentions import CLOSING, OPENING, Mention
from analyzer.words import MENTION, tagged

# Particles and verbs before a noun that make it an object or an adjunct, not the subject of its clause.
_GOVERNORS = lexicon.words("governors")
# What may introduce a new topic: its noun is the subject of what follows.
_TOPIC = re.compile(
    rf"^(?:{lexicon.either('labels')}\s*|{lexicon.either('openers')}|\d+[.、．]|[一二三四五六七八九十]+、|"
    rf"[(（]?[一二三四五六七八九十\d]+[)）]|(?:no|top)\.?\d+\s*|第[一二三四五六七八九十\d]+[名位条])+"
)
# After a verb of saying or thinking a new clause begins with its own subject.
_SAYING = re.compile(rf"^.*{lexicon.either('saying')}[:：,，]?")
_MEASURE = lexicon.either("measures")
_SURNAMES = lexicon.words("surnames")
_PRONOUN = re.compile(r"^(?:(?:它|他|她|其)(?:们)?|(?:其中)?[前后]者)(?:的)?")
_THIS = re.compile(
    rf"^(?:该|这一?|此|本){_MEASURE}?一?(?P<noun>[^\s，,。的]{{1,6}}?)(?:的)?"
    rf"(?=$|[，,由是在于成位总隶归属前原现被将就也都始建创坐])"
)
# 某某创办的这家公司 …
_RELATIVE = re.compile(f"^[^，,。的]{{2,12}}的{_THIS.pattern.removeprefix('^')}")
_OWNED = re.compile("[它他她其]们?的$")
_BARE = re.compile(rf"^(?P<noun>{lexicon.either('classnouns')})")


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject found: the mentions (several if coordinated) and how it was found.

    ``how`` is "adjacent", "clause", "topic", "pronoun", "description", "head" or "object".
    """

    mentions: tuple[Mention, ...]
    how: str
    certain: bool = True


def before(
    sentence: Sentence,
    position: int,
    types: frozenset[str],
    role: bool,
    taken: tuple[int, int],
    scalar: bool = False,
    reach: bool = False,
) -> Subject | None:
    """Return the subject left of a cue core that starts at ``position``; ``taken`` is the value's span.

    ``role``: the cue is a noun; ``scalar``: its value is no entity; ``reach``: the template has a gap after {S}.
    """
    k = sentence.segment_at(position)
    start = sentence.segments[k][0] if sentence.segments else 0
    here = [m for m in sentence.mentions if start <= m.start and m.end <= position and not _overlaps(m, taken)]
    for m in reversed(here):
        if not m.types & types:
            continue
        link = _link(sentence, m.end, position)
        if role and scalar and _PARTIAL.search(link):
            return None
        far = reach and near(link) and not (scalar and role and _narrowed(link)) and (role or not link.startswith("的"))
        if link_gap(link, role, scalar) or far:
            if (role and len(link) < 3) or not _governed(sentence, start, m):
                return Subject(coordinated(sentence, m, types, start), "clause")
            return None
        if not _modifier(sentence, m.end):
            return None
    prefix = sentence.gap(start, position)
    prefix = _TOPIC.sub("", prefix)
    described = _describes(prefix)
    if role and (owned := _OWNED.search(prefix)):
        described = owned.end()  # 不得不提它的[创始人]
    rest = prefix[described:]
    if not link_gap(rest, role, scalar) and not (reach and near(rest) and not (scalar and role and _narrowed(rest))):
        return None
    return carried(sentence, k, types, bool(described), role)


# What makes a part of a thing out of its name, right after it: S青年队, S一期工程, S珠海口岸.
_PART = re.compile(rf"[\u4e00-\u9fff]{{0,4}}?(?:{lexicon.either('parts')}|[一二三四五六七八九十\d]+期)(?![史员长伍])")


def near(gap: str) -> bool:
    """Return whether a gap is what … in a template allows: up to 12 characters, no clause break, no other name.

    A part of the subject (S青年队) is another subject.
    """
    if _PART.match(gap):
        return False
    return len(gap) <= 12 and not re.search(r"[，,。；;：:！？!?\ue000]", gap)


def _narrowed(gap: str) -> bool:
    """Return whether a noun glued to a measured attribute makes it another one (植棉|面积, 首周|票房)."""
    if _PARTIAL.search(gap):
        return True
    words = tagged(gap.rpartition("的")[2])
    if not words or words[-1][0] in CLASSES | AUXILIARY:
        return False
    word, kind = words[-1]
    return kind[0] in "nvjl" or (kind == "t" and len(word) == 1)


# A stretch of time or place that an attribute is counted for (首日…, 海外…): another attribute.
_PARTIAL = re.compile("(?:首|次|单|当|头|前[一二三两]?)(?:日|周|月|天|年)|海外|境外|国外")


def _link(sentence: Sentence, start: int, end: int) -> str:
    return sentence.gap(start, end)


def _modifier(sentence: Sentence, end: int) -> bool:
    """Return whether the mention that ends here only modifies what follows (X的…, X旗下…)."""
    return sentence.text[end : end + 1] in ("的", "旗") or sentence.text[end : end + 2] in ("麾下", "下属", "联合")


def _overlaps(m: Mention, span: tuple[int, int]) -> bool:
    return m.start < span[1] and span[0] < m.end


def _describes(prefix: str) -> int:
    """Return the length of a pronoun or definite description that opens a clause, 0 if none does."""
    for pattern in (_PRONOUN, _THIS, _RELATIVE, _BARE):
        if found := pattern.match(prefix):
            return found.end()
    return 0


def carried(sentence: Sentence, k: int, types: frozenset[str], described: bool, role: bool) -> Subject | None:
    """Return the topic that clause ``k`` inherits from the clauses before it in the sentence.

    A possessor (S 的某某是 …，) goes on as the topic of an attribute (``role``), less surely of a verb.
    """
    if described:
        meant = _meant(sentence, k, types)
        if meant is not None:
            return Subject((meant,), "pronoun") if meant.types & types else None
        if _PAIR.match(_TOPIC.sub("", sentence.gap(*sentence.segments[k]))):
            return None
    # 某某自治州位于四川，东临四川盆地，面积 …: the sentence has a subject that the table does not know.
    other = _opens_with_place(sentence.gap(*sentence.segments[0]))
    for at in range(k - 1, -1, -1):
        start, end = sentence.segments[at]
        if not described and at and _PRONOUN.match(_TOPIC.sub("", sentence.gap(start, end))):
            return carried(
                sentence, at, types, True, role
            )  # …钉钉，它属于某某，2015年上线: the pronoun's topic goes on
        topic = topic_of(sentence, start, end, types)
        if other and (topic is None or _TOPIC.sub("", sentence.gap(start, topic.start))):
            continue
        if topic is not None and _another(sentence, topic, end):
            return None
        if topic is not None:
            return Subject(coordinated(sentence, topic, types, start), "pronoun" if described else "topic")
        inside = [m for m in sentence.mentions if start <= m.start < end and m.types & types]
        if role and at == k - 1 and not other and (brought := _brought(sentence, k, inside, types)):
            return Subject((brought,), "topic")
        if len({m.ids for m in inside}) == 1 and not _governed(sentence, start, inside[0]):
            if _another(sentence, inside[-1], end):
                return None
            return Subject((inside[0],), "topic", certain=role)
        if inside and len(_named(sentence, k, types)) > 1:
            return None
        if not described and _own_subject(sentence.gap(start, end)):
            return None
    return None


def _brought(sentence: Sentence, k: int, inside: Sequence[Mention], types: frozenset[str]) -> Mention | None:
    """Return the one thing that the clause before brings in as its object: A 推出了 S，[最高额度] 为 V."""
    start, end = sentence.segments[k - 1]
    if len(inside) != 1 or len(_named(sentence, k, types)) != 1:
        return None
    m = inside[0]
    at_end = not sentence.gap(m.end, end).strip(CLOSING)
    return m if at_end and _BRINGS.search(sentence.text[start : m.start]) else None


_BRINGS = re.compile(
    '(?:推出|发布|上线|带来|开发|研发|生产|建成|建有|设有|拥有|还有|承保|出品|研制|创办|修建)了?[《“"『「]?$'
)


def _another(sentence: Sentence, m: Mention, end: int) -> bool:
    """Return whether a clause speaks of another thing that only has the name in it: S舞美基地位于 …, S的妻子 …

    A noun that the table's templates or the lexicon know as an attribute (S总部, S的利率) leaves S the topic.
    """
    rest = sentence.gap(m.end, end)
    lead = _LEAD.match(rest)
    assert lead is not None  # noqa: S101 - it matches nothing as well
    if lead["beside"]:
        return True
    run: list[str] = []
    words = tagged(rest[lead.end() : lead.end() + 14])
    for n, (word, kind) in enumerate(words):
        bound = kind != "a" and n + 1 < len(words) and words[n + 1][0] in ("自", "于")  # 产|自
        if (bound or (kind == "v" and len(word) > 1)) and word not in AUXILIARY:
            # Only a verb shows that the noun does something of its own; S造型很美, S额度为 … speak of S.
            own = run and (run[0] in sentence.attributes or run[0] in _OWN or any(a in run[0] for a in _ATTRIBUTES))
            return bool(run) and not own
        named = kind[0] in "nbjs" and len(word) > 1 and not kind.startswith("nr")
        if not named and (not lead["of"] or kind[0] in "dmpcuw" or word in AUXILIARY):
            return False  # after 的 an unknown name may stand, whose characters have any tag
        run.append(word)
    return False


_LEAD = re.compile('[》”"』」]?(?:(?P<beside>(?:旁边?|附近|周边|对面|隔壁)的)|(?P<of>(?:集团)?(?:旗下|麾下|下属)?的))?')
_ATTRIBUTES = lexicon.words("attributes")
_OWN = CLASSES | lexicon.words("titles")


def _meant(sentence: Sentence, k: int, types: frozenset[str]) -> Mention | None:
    """Return what a pronoun or description at the head of clause ``k`` means; None where nothing is the one choice."""
    if _PAIR.match(_TOPIC.sub("", sentence.gap(*sentence.segments[k]))):
        return _of_pair(sentence, k)
    named = _named(sentence, k, types)
    if len(named) == 1:
        return next(iter(named.values()))
    if k and (found := _SHOWN.search(sentence.masked, *sentence.segments[k - 1])):
        return next((m for m in sentence.mentions if m.start == found.start("name") and m.types & types), None)
    return None


_PAIR = re.compile("(?:其中)?([前后])者")


def _of_pair(sentence: Sentence, k: int) -> Mention | None:
    """Return what 前者 or 后者 at the head of clause ``k`` means: the last but one or the last name before."""
    found = _PAIR.match(_TOPIC.sub("", sentence.gap(*sentence.segments[k])))
    named = [m for m in sentence.mentions if m.end <= sentence.segments[k][0]]
    first = list(dict.fromkeys(m.ids for m in named))
    last = list(dict.fromkeys(m.ids for m in reversed(named)))[::-1]
    if not found or len(first) < 2 or first[-2:] != last[-2:]:
        return None  # 美团与大众点评合并，大众点评归入美团，后者 …: named in both orders
    return named[-1] if found[1] == "后" else named[-2]


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
        for m in sentence.mentions
        if m.end <= limit and m.types & types and not any(a <= m.start < b for a, b in beside)
    }


_APART = re.compile("除了?[^，,。]{1,20}(?:外|之外|以外)")


def _opens_with_place(clause: str) -> bool:
    """Return whether a clause opens with the proper name of a place or body, not of the table, before its verb."""
    words = tagged(_TOPIC.sub("", clause)[:16])
    return len(words) > 1 and words[0][1] in ("ns", "nt") and len(words[0][0]) > 1 and words[1][1] in ("v", "p")


def _own_subject(clause: str) -> bool:
    """Return whether a clause opens with a subject of its own: a name or noun right before a verb."""
    words = tagged(_TOPIC.sub("", clause)[:12])
    if len(words) < 2:
        return False
    first, second = words[0], words[1]
    if first[1] in ("nr", "nz", "nt", "ns") and second[1] == "n" and len(words) > 2:
        # 吉祥航空背后是 …: a proper name with its class, not an attribute of the topic
        rest = next(((w, k) for w, k in words[2:] if k[0] not in "nf"), ("", "x"))
        if rest[1] in ("v", "p", "d") and second[0] not in _ATTRIBUTES and len(first[0]) > 1:
            return True
    if second[1] not in ("v", "d", "p", "vd") or first[0] in ("其", "它"):
        return False
    return first[1] in ("nt", "r") or (first[1] == "nr" and first[0][0] in _SURNAMES and len(first[0]) > 1)


def topic_of(sentence: Sentence, start: int, end: int, types: frozenset[str]) -> Mention | None:
    """Return the mention in subject position of the clause ``start:end``, if its type fits."""
    for m in sentence.mentions:
        if not start <= m.start < end:
            continue
        if m.types & types and not _governed(sentence, start, m):
            after = sentence.text[m.end : m.end + 1]
            if after == "的" and not sentence.gap(m.end, end).startswith("的话"):
                continue
            return m
        beside = m.types & types and sentence.gap(start, m.start) in ("与", "和", "跟")
        if beside and not _LIKE.match(sentence.gap(start, end)):
            return None
    return None


_LIKE = re.compile("(?:和|与|跟|同)\ue000[^，,。的\ue000]{2,12}的")
_COMPARED = re.compile('[》”"』」]?(?:不同|一样|相比|类似|相同|相似|不一样|同样|齐名|相反|之间|都|均)')
_SOMETIME = re.compile('[》”"』」]?(?:(?:之|以)?[前后]|时|期间|途中|的时候)(?=[，,])')


def _governed(sentence: Sentence, start: int, m: Mention) -> bool:
    """Return whether a mention is the object of a verb or preposition that opens before it in its clause."""
    if sentence.text[m.start - 1 : m.start] in ("“", "「", "『") and sentence.text[m.end : m.end + 1] not in CLOSING:
        return False  # 针对“S 由 …”的传闻: a quoted clause begins with its own subject
    prefix = sentence.gap(start, m.start)
    prefix = prefix.translate(str.maketrans("", "", "《〈“\"『「‘'【"))
    told = _SAYING.sub("", prefix)
    prefix = _TOPIC.sub("", told)
    if not prefix or (prefix in COPULA and prefix != told):
        return False  # 最后是 S: an opener and a copula present S
    if _LIKE.fullmatch(prefix) and not _COMPARED.match(sentence.text, m.end):
        return False  # 和 A 同样出名的 S: the comparison modifies S
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
        if word in _GOVERNORS or (kind == "v" and len(word) > 1) or kind == "p":
            if word in ("由", "在", "于") and _time_phrase(tail):
                continue
            return True
    return bool(closed) and words[0][0] in ("对", "向", "把", "将", "给")


def _time_phrase(text: str) -> bool:
    return bool(re.search(r"^(?:于|在|从|自)?\d+年|^(?:于|在)\S{0,8}(?:年|月|日|时|期间|后|前|之后|之前)$", text))


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


# The head of the phrase is another name, and this one only stands in its list: V旗下的[花呗]，以及 S.
_LISTED = re.compile('\ue000[》”"』」]*[，,]?(?:、|以及|和|与|及)[《“"『「]*$')


# V创办的[基金会]与 S …: the head is a noun of its own, and 与 a preposition more often than not.
_CONJOINED = re.compile('的[\u4e00-\u9fff]+(?:和|与|跟|同)[《“"『「]*$')


def after(
    sentence: Sentence, position: int, types: frozenset[str], direct: bool, belongs: bool = False
) -> Subject | None:
    """Return the subject right of a core that ends at ``position``: the noun it modifies, or its object."""
    rest = sentence.text[position : position + 3]
    for m in sentence.mentions:
        if m.start < position:
            continue
        gap = sentence.gap(position, m.start)
        if len(gap) > 60:
            return None
        if sentence.aside(m.start) and not sentence.aside(position - 1):
            continue  # what an insertion in brackets names is no part of the phrase
        if not m.types & types:
            continue
        if _COMPARES.search(gap):
            return None  # …入选，比当年入选的 S 早: S is what it is compared with
        if gap.endswith(("，", ",")) and _NOMINAL.search(_own_clause(sentence, position)):
            return None  # A 是 V 旗下的品牌，S 由…: the predicate noun is complete, S begins another statement
        if not head_gap(gap, direct) or _LISTED.search(gap) or _CONJOINED.search(gap):
            return None
        how = "head" if "的" in gap or not direct else "object"
        if how == "object" and _DERIVED.match(sentence.text, m.end):
            return None
        # 的 and verbs govern a whole list; a bare noun in apposition (总统 S) only the name it stands before.
        chain = _joined(sentence, m, types) if direct or "的" in gap or belongs else (m,)
        return Subject(chain, how if rest else "head")
    return None


_COMPARES = re.compile("[，,](?:也|还|却)?(?:比|较|与|和|跟|同|不如|不比|早于|晚于|高于|低于)")
_NOMINAL = re.compile("[^，,]+(?:是|为|系|属于|作为)")


def _own_clause(sentence: Sentence, position: int) -> str:
    return sentence.gap(sentence.segments[sentence.segment_at(max(0, position - 1))][0], position)


# V执导 S 的续作: S only modifies the object.
_DERIVED = re.compile(
    '[》”"』」]?的(?:续|前传|衍生|翻拍|重制|番外|外传|子公司|分公司|儿|女|弟|姐|哥|妹|助手|团队|部分)'
)


def _joined(sentence: Sentence, m: Mention, types: frozenset[str]) -> tuple[Mention, ...]:
    """Return a mention with those that a list joins to it on the right.

    A和B alone is a list only where the clause ends or 都, 均 … follows: 与 and 和 are prepositions as well.
    """
    chain = [m]
    sure = True
    for other in sentence.mentions:
        if other.start < chain[-1].end:
            continue
        between = sentence.gap(chain[-1].end, other.start)
        if not other.types & types or not re.fullmatch(r"[》”\"』」]*(?:、|和|与|及|以及|/)[《“\"『「]*", between):
            break
        chain.append(other)
        sure = (
            "、" in between
            or len(chain) > 2
            or bool(
                re.match(r"[》”\"』」]*(?:$|[，,。；;！!）)]|都|均|等|皆|也|就|两|分别)", sentence.text[other.end :])
            )
        )
    return tuple(chain if sure else chain[:-1])


def segments_back(sentence: Sentence, k: int) -> Iterator[tuple[int, int]]:
    """Yield the clauses before clause ``k``, nearest first."""
    for at in range(k - 1, -1, -1):
        yield sentence.segments[at]


def opens_clause(
    sentence: Sentence, position: int, types: frozenset[str], role: bool, taken: tuple[int, int], reach: bool = False
) -> bool | None:
    """Return whether a core opens its clause (True: after a pronoun or description), so that a topic may be carried.

    None where the clause, or an earlier clause of the sentence, has another subject.
    """
    k = sentence.segment_at(position)
    start = sentence.segments[k][0]
    for m in sentence.mentions:
        if m.end <= position and m.types & types and not _overlaps(m, taken):
            return None
    prefix = _TOPIC.sub("", sentence.gap(start, position))
    described = _describes(prefix)
    if _PAIR.match(prefix):
        return None  # 后者 means one of two things that this sentence names
    rest = prefix[described:]
    if not link_gap(rest, role) and not (reach and near(rest) and not (role and _narrowed(rest))):
        return None
    opened = bool(k) and bool(_PRONOUN.match(_TOPIC.sub("", sentence.gap(*sentence.segments[0]))))
    described = (
        described or opened
    )  # 它重225克，[电池容量] 为 V: the pronoun that opens the sentence is still the topic
    if not described and any(_own_subject(sentence.gap(a, b)) for a, b in sentence.segments[:k]):
        return None
    return bool(described)


def ahead(sentence: Sentence, position: int, types: frozenset[str]) -> Subject | None:
    """Return the subject that the second clause opens with where the first has none: 成立于1998年，S 是 …"""
    if len(sentence.segments) < 2 or sentence.segment_at(position) or sentence.gap(0, position).strip("由于在自"):
        return None
    start, end = sentence.segments[1]
    m = next((x for x in sentence.mentions if x.start >= start), None)
    if m is None or not m.types & types or sentence.gap(start, m.start).strip(OPENING) or m.end >= end:
        return None
    if sentence.text[sentence.segments[0][1] : start].strip() not in ("，", ","):
        return None
    rest = sentence.gap(m.end, end).lstrip(CLOSING)
    if tagged(rest[:6])[0][1][0] not in "vdp" if rest else True:
        return None  # S 的 …, S 和 …: S is no subject of the clause
    return Subject((m,), "topic")


def serial(sentence: Sentence, position: int, types: frozenset[str]) -> Subject | None:
    """Return the agent of a verb that follows other verbs of the same clause: V 投资百万在某地 [创办] …"""
    k = sentence.segment_at(position)
    start = sentence.segments[k][0]
    topic = topic_of(sentence, start, position, types)
    if topic is None or topic.end > position:
        return None
    gap = sentence.gap(topic.end, position)
    if MENTION in gap or "的" in gap or len(gap) > 24:
        return None
    return Subject((topic,), "clause")
