"""Values that are entities: names with their lists, nested heads (A旗下的B), longer names that run on."""

import re
from collections.abc import Sequence

from analyzer.claims import lexicon
from analyzer.claims.clauses import Sentence
from analyzer.claims.gaps import SEATS, agent_gap, compound, nominal, object_gap
from analyzer.claims.mentions import CLOSING, OPENING, Mention
from analyzer.claims.slots.slot import LIST, Slot
from analyzer.language import Phrase
from analyzer.model import EntityValue
from analyzer.words import MENTION, tagged

# Heads of names of institutions: a mention followed by such a head is part of a longer name.
INSTITUTION = lexicon.words("institutions")
_HEADS = tuple(sorted(INSTITUTION))


_SUBUNITS = lexicon.words("subunits")


_DEPARTMENT = re.compile(rf"^[\u4e00-\u9fff]{{0,8}}?{lexicon.either('subunits')}(?![人家])")


# What makes a part or a variant of a thing out of its name, right after it: S青年队, S一期工程, S珠海口岸, S小瓶版.
# Between the two no word may stand that begins a predicate or joins a list; 某 is a name that the table knows.
_RUN = r"[^\W\d_是在于由为有设开建和与及的等也都了某]"
PART = re.compile(
    rf"(?:(?:{_RUN}|某|了){{0,4}}?(?:{lexicon.either('parts')}|[一二三四五六七八九十\d]+期(?![间限望待货])"
    rf"|{_RUN}{{1,4}}版(?![权本图面块税式次]))|{_RUN}{{1,3}}(?<![酒饭商书网门药旅本])店(?![员主铺]))(?![史员长伍])"
)


# 小熊猫“豆包”: one of a kind that has a name of its own.
_ONE_NAMED = re.compile("[“「][^”」]{1,8}[”」](?=$|[，,。是重体身出生今现]|的)")
_COMPANY = ("公司", "集团", "有限公司", "股份有限公司", "有限责任公司", "集团公司", "股份")


# A nested head: V1 旗下的 V2 — the value is V2.
_NESTED = re.compile(r"^(?:旗下|麾下|下属|控股|所属|的)+(?:的)?$")


def entity_slot(m: Mention) -> Slot:
    """Return the slot of a mention; an ambiguous name gives no value."""
    if len(m.ids) == 1:
        return Slot(m.start, m.end, EntityValue(id=m.ids[0]), certain=not m.weak)
    doubt = Phrase(zh="表中有几个实体用这个名字", en="ambiguous name")
    return Slot(m.start, m.end, None, doubt=doubt)


def part_of(sentence: Sentence, m: Mention) -> str:
    """Return what makes a name that of a part or variant (S二期; S某地联络线, the place known or not), else ""."""
    follow = sentence.gap(m.end, m.end + 16).replace(MENTION, "某")
    found = PART.match(follow) or _ONE_NAMED.match(follow)
    return found.group() if found else ""


def continues(sentence: Sentence, m: Mention, subunit: bool = False) -> bool:
    """Return whether a longer institution's name runs on after the mention (清华大学|出版社).

    公司 and its like right after a name change nothing. With ``subunit`` a department after an institution's name is
    still that institution (某大学|医学院).
    """
    if sentence.text[m.end : m.end + 1] in CLOSING and sentence.text[m.end : m.end + 1]:
        return False
    # What lies in an area of a place (某市某新区) lies in the place.
    if (part := part_of(sentence, m)) and not (subunit and part.endswith("区")):
        return True
    run = re.match(r"[\u4e00-\u9fffa-z0-9]{1,12}", sentence.masked[m.end :])
    if not run:
        return False
    words = tagged(run.group())
    if subunit and sentence.text.endswith(_HEADS, 0, m.end):
        words = tuple((w, k) for w, k in words if w not in _SUBUNITS)
    elif words[0][0] in _COMPANY:
        return False
    for word, kind in words:
        if word in INSTITUTION:
            return True
        if not (kind[0] in "njbx" or kind == "vn") or word == "的":
            return False
    return False


def entities_after(sentence: Sentence, position: int, types: frozenset[str]) -> list[Slot]:
    """Return the names of some types right of a cue."""
    for n, m in enumerate(sentence.mentions):
        if m.start < position:
            continue
        gap = sentence.gap(position, m.start)
        if not object_gap(gap):
            return []
        if not m.types & types:
            continue
        rest = sentence.mentions[n:]
        head = nested_head(sentence, rest, types)
        if continues(sentence, head[0], subunit=True) or _RIVAL.match(sentence.text, head[-1].end):
            return []
        return [entity_slot(x) for x in list_right(sentence, head, types)]
    return []


# 出自 V 的死对头: somebody else.
_RIVAL = re.compile(f'[》”"』」]?的(?:老|前|最大)?{lexicon.either("counterparts")}')


def nested_head(sentence: Sentence, rest: Sequence[Mention], types: frozenset[str]) -> Sequence[Mention]:
    """Follow V1旗下的V2 to V2."""
    at = 0
    while at + 1 < len(rest) and rest[at + 1].types & types:
        gap = sentence.gap(rest[at].end, rest[at + 1].start)
        # 四川省|简阳市: a name right after another is the head of both.
        joined = rest[at].end == rest[at + 1].start and not rest[at].weak
        # 法国首都|巴黎: so is one that a title or a direction leads to.
        joined = joined or (0 < len(gap) <= 4 and all(k[0] in "nfs" or w in SEATS for w, k in tagged(gap)))
        owned = _NESTED.match(gap) or (gap.startswith(("旗下", "下属")) and nominal(gap.partition("的")[2]))
        # 属于 A 的子公司 B: the noun after 的 is in apposition to B
        owned = owned or (gap.startswith("的") and len(gap) <= 8 and _classed(gap[1:]))
        if joined or owned:
            at += 1
        else:
            break
    return rest[at:]


def _classed(text: str) -> bool:
    """Return whether a text is one noun with its modifiers, so that a name after it bears that noun."""
    words = tagged(text)
    # A single word before a name is its class whatever its tag (邻居 is a verb in the dictionary).
    return bool(words) and len(text) > 1 and (len(words) == 1 or (words[-1][1] in ("n", "nz", "nt") and nominal(text)))


def list_right(sentence: Sentence, mentions: Sequence[Mention], types: frozenset[str]) -> list[Mention]:
    """Return the list that the first of some mentions opens: V1、V2和V3."""
    chain = [mentions[0]]
    for m in mentions[1:]:
        gap = sentence.gap(chain[-1].end, m.start)
        if m.types & types and LIST.fullmatch(gap):
            chain.append(m)
        else:
            break
    return chain


def entities_before(
    sentence: Sentence, position: int, types: frozenset[str], verb: bool, loose: bool, possessor: bool = False
) -> list[Slot]:
    """Return the names of some types left of a cue: the agents of a verb, the bearers of a title."""
    start = sentence.segments[sentence.segment_at(position)][0]
    chain: list[Mention] = []
    for m in reversed(sentence.mentions):
        if m.end > position or m.start < start:
            continue
        if not chain:
            gap = _after_department(sentence, m, position)
            gap = gap.removeprefix("的") if possessor else gap
            fits = agent_gap(gap) or (loose and len(gap) <= 12 and compound(gap))
            if not fits and not (verb and _relative_agent(sentence, m, gap)):
                return []
            if not m.types & types:
                continue
            if (verb and _beneficiary(sentence, m)) or (m.end < position and continues(sentence, m, subunit=True)):
                return []
            chain = [m]
            continue
        gap = sentence.gap(m.end, chain[0].start)
        if m.types & types and (LIST.fullmatch(gap) or _loose_list(gap) or _titled_list(gap)):
            chain.insert(0, m)
        elif not (gap and "、" in gap and len(gap) < 12):
            break
    if chain:
        chain = [*_across_comma(sentence, start, chain[0], types), *chain]
    return [entity_slot(m) for m in chain]


def _after_department(sentence: Sentence, m: Mention, position: int) -> str:
    """Return the gap after a mention without the department that its name runs on with (某电视台某频道)."""
    gap = sentence.gap(m.end, position)
    if sentence.text.endswith(_HEADS, 0, m.end) or sentence.text[m.end - 2 : m.end] == "总台":
        found = _DEPARTMENT.match(gap)
        if found and nominal(found.group()):
            return gap[found.end() :]
    return gap


def _relative_agent(sentence: Sentence, m: Mention, gap: str) -> bool:
    """Return whether 由 or a copula right before a name makes it the agent of every verb up to the cue.

    是 V 耗费巨资 [拍摄] 的 …: a serial verb with its object may stand in between.
    """
    head = sentence.masked[: m.start].rstrip(OPENING)
    if not head.endswith(("由", "是", "为")) or not 0 < len(gap) <= 10 or re.search("[的\ue000，,。；;：:！？]", gap):
        return False
    return tagged(gap)[0][1][0] == "v"


def _across_comma(sentence: Sentence, start: int, first: Mention, types: frozenset[str]) -> list[Mention]:
    """Return the member of a list before a comma: 由 A，B 联合出品."""
    k = sentence.segment_at(start)
    if sentence.gap(start, first.start) or not k:
        return []
    begin, end = sentence.segments[k - 1]
    last = [m for m in sentence.mentions if begin <= m.start and m.end <= end and m.types & types]
    if not last or sentence.gap(last[-1].end, end):
        return []
    chain = [last[-1]]
    for m in reversed(last[:-1]):
        if LIST.fullmatch(sentence.gap(m.end, chain[0].start)):
            chain.insert(0, m)
    return chain if sentence.gap(begin, chain[0].start).endswith("由") else []


def possessors(sentence: Sentence, position: int, types: frozenset[str]) -> list[Slot]:
    """Return the value that a noun at ``position`` belongs to: 是 V 的 [产品]."""
    start = sentence.segments[sentence.segment_at(position)][0]
    for m in reversed(sentence.mentions):
        if start <= m.start and m.end <= position:
            gap = sentence.gap(m.end, position).lstrip(CLOSING)
            if gap.startswith("的") and m.types & types and (nominal(gap[1:]) or compound(gap[1:])):
                return [entity_slot(m)]
            return []
    return []


def _loose_list(gap: str) -> bool:
    """Return whether a list has an unknown member between two known ones: A、某某和B."""
    return bool(re.fullmatch(r"(?:、|和|与|及)[^，。的是由]{1,12}(?:、|和|与|及|以及)", gap)) and nominal(
        re.sub("[、和与及]", "", gap)
    )


def _titled_list(gap: str) -> bool:
    """Return whether a noun stands between two members of a list, as the second one's title: A 和化学家 B."""
    found = re.fullmatch("(?:、|和|与|及|以及)([\u4e00-\u9fff]{2,5})", gap)
    return found is not None and nominal(found[1])


def _beneficiary(sentence: Sentence, m: Mention) -> bool:
    """Return whether a preposition before the mention makes it something else than the agent (为V打造)."""
    head = sentence.text[max(0, m.start - 3) : m.start].rstrip(OPENING)
    return bool(re.search(r"(?:(?<![作成因称名改视])为|给|向|对|替|离开|加盟|加入)$", head))
