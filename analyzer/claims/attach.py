"""Find the subject of a cue: in the clause before it, carried on from an earlier clause, or after it as head noun."""

import re

from analyzer.claims import lexicon
from analyzer.claims.clauses import Sentence
from analyzer.claims.gaps import AUXILIARY, CLASSES, THERE_IS, WHOLES, head_gap, link_gap
from analyzer.claims.mentions import CLOSING, OPENING, Mention
from analyzer.claims.shifts import OPENER, aspect, brings_in, contrasted, own_subject, presents
from analyzer.claims.slots.names import PART
from analyzer.claims.topics import (
    OWNED,
    PAIR,
    Subject,
    carried,
    compared_with,
    coordinated,
    describes,
    governed,
    of_row,
    topic_of,
    turn_of,
)
from analyzer.words import MENTION, tagged


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
        if compared_with(sentence, m):
            return None  # A 比 S 的[全长]多 V: a difference
        link = _link(sentence, m.end, position)
        if role and scalar and _PARTIAL.search(link):
            return None
        far = reach and near(link) and not (scalar and role and _narrowed(link)) and (role or not link.startswith("的"))
        if link_gap(link, role, scalar) or far:
            if (role and len(link) < 3) or not governed(sentence, start, m):
                return Subject(coordinated(sentence, m, types, start), "clause")
            return None
        if scalar and not role and link == "的" and _COUNTS.match(sentence.text, position):
            return Subject((m,), "clause")  # S 的[两台]机组
        if not _modifier(sentence, m.end):
            return None
    prefix = sentence.gap(start, position)
    prefix = OPENER.sub("", prefix)
    if _OTHER_ONE.match(prefix):
        return None
    if not PAIR.match(prefix) and (turn := turn_of(sentence, k)):
        one = of_row(sentence, k, turn, types) if link_gap(prefix[turn.end :], role, scalar) else None
        return Subject((one,), "pronoun") if one else None
    described = describes(prefix, sentence.classes)
    if role and (owned := OWNED.search(prefix)):
        described = owned.end()  # 不得不提它的[创始人]
    rest = prefix[described:]
    if not link_gap(rest, role, scalar) and not (reach and near(rest) and not (scalar and role and _narrowed(rest))):
        return None
    if (not described and _of_another(sentence, rest, role)) or (role and scalar and _PARTIAL.search(rest)):
        return None
    return carried(sentence, k, types, bool(described), role)


def _of_another(sentence: Sentence, lead: str, role: bool) -> bool:
    """Return whether what stands before a cue is a thing that the table does not know: 某核电站的[两台机组].

    For a verb a bare noun is its subject as well (被告某某咖啡2019年[开业]), but no attribute of the topic is.
    """
    owner, of = lead.removesuffix("的"), lead.endswith("的")
    if (not of and role) or MENTION in lead or len(owner) < 2:
        return False
    words = tagged(owner)
    if not all(kind[0] in "nxjb" and word not in AUXILIARY for word, kind in words):
        return False
    # One common noun is whom the statement concerns (成人每天最多 …), not what it is about.
    named = of or len(words) > 1 or words[0][1] in ("nr", "nz", "nt", "nrt", "x")
    return named and not aspect(sentence, words[-1][0])


_COUNTS = re.compile(f"(?:\\d+|[一二三四五六七八九十两百千]+){lexicon.either('measures')}")


# 第一部的[导演], 前作的[票房]: of another one than the topic.
_OTHER_ONE = re.compile(
    "(?:(?:第[一二三四五六七八九十\\d]+|上一?|下一?|前一?|后一?|另一|初|首)(?:部|代|款|版|季|期|届|任|集|作|座)|前作|续作|续集|前传|外传|老款|老版|旧版|旧款|新版|新款)(?:的|[^\u4e00-\u9fff])"
)


def near(gap: str) -> bool:
    """Return whether a gap is what … in a template allows: up to 12 characters, no clause break, name or quote.

    A part of the subject (S青年队) is another subject.
    """
    if PART.match(gap):
        return False
    return len(gap) <= 12 and not re.search(r"[，,。；;：:！？!?“”\"「」《》\ue000]", gap)


def _narrowed(gap: str) -> bool:
    """Return whether a noun glued to a measured attribute makes it another one (植棉|面积, 首周|票房)."""
    if _PARTIAL.search(gap):
        return True
    words = tagged(gap.rpartition("的")[2])
    if not words or words[-1][0] in CLASSES | AUXILIARY | WHOLES:
        return False
    word, kind = words[-1]
    return kind[0] in "nvjl" or (kind == "t" and len(word) == 1) or (kind == "b" and len(word) > 1)


# A stretch of time or place that an attribute is counted for (首日…, 海外…): another attribute.
_PARTIAL = re.compile("(?:首|次|单|当|头|前[一二三两]?)(?:日|周|月|天|年)|海外|境外|国外|出生|初生|刚生|幼年")


def _link(sentence: Sentence, start: int, end: int) -> str:
    return sentence.gap(start, end)


def _modifier(sentence: Sentence, end: int) -> bool:
    """Return whether the mention that ends here only modifies what follows (X的…, X旗下…)."""
    return sentence.text[end : end + 1] in ("的", "旗") or sentence.text[end : end + 2] in ("麾下", "下属", "联合")


def _overlaps(m: Mention, span: tuple[int, int]) -> bool:
    return m.start < span[1] and span[0] < m.end


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
        if len(gap) > 60 or _TWO_QUOTES.search(gap):
            return None
        if sentence.aside(m.start) and not sentence.aside(position - 1):
            continue  # what an insertion in brackets names is no part of the phrase
        if not m.types & types:
            continue
        if _BELONGS.search(gap):
            return None  # 这个 V [品牌] 归属于 S: S is another thing, and the phrase is its subject
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
        chain = _joined(sentence, m, types) if direct or "的" in gap or belongs or THERE_IS.match(gap) else (m,)
        return Subject(chain, how if rest else "head")
    return None


# “S 由 V 建造”→“S 由 …”: the next name stands in a quotation of its own.
_TWO_QUOTES = re.compile("[”」』][^“「『]*[“「『]")
_BELONGS = re.compile("(?:归属|隶属|附属|从属|归|属|出|来|源)(?:于|自)[《“「『]?$|(?:归属|隶属|归)[《“「『]?$")
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


def opens_clause(
    sentence: Sentence,
    position: int,
    types: frozenset[str],
    role: bool,
    taken: tuple[int, int],
    scalar: bool = False,
    reach: bool = False,
) -> bool | None:
    """Return whether a core opens its clause (True: after a pronoun or description), so that a topic may be carried.

    None where the clause, or an earlier clause of the sentence, has another subject.
    """
    k = sentence.segment_at(position)
    start = sentence.segments[k][0]
    for m in sentence.mentions:
        if m.end <= position and m.types & types and not _overlaps(m, taken):
            return None
    prefix = OPENER.sub("", sentence.gap(start, position))
    if contrasted(sentence, k) or _OTHER_ONE.match(prefix):
        return None
    described = describes(prefix, sentence.classes)
    if turn_of(sentence, k) or (described and k and brings_in(sentence, k - 1)):
        return None  # 后者 means one of two things that this sentence names
    rest = prefix[described:]
    if not link_gap(rest, role, scalar) and not (reach and near(rest) and not (role and _narrowed(rest))):
        return None
    if not described and _of_another(sentence, rest, role):
        return None
    opened = bool(k) and bool(describes(OPENER.sub("", sentence.gap(*sentence.segments[0]))))
    described = (
        described or opened
    )  # 它重225克，[电池容量] 为 V: the pronoun that opens the sentence is still the topic
    if not described and k and not sentence.headed and presents(sentence, sentence.segments[0]):
        return None
    if not described and any(own_subject(sentence.gap(a, b)) for a, b in sentence.segments[:k]):
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
