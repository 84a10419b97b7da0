"""Topic shifts: whether a clause speaks of something else than what was spoken of before it."""

import re
from collections.abc import Sequence

from analyzer.claims import lexicon
from analyzer.claims.clauses import Sentence
from analyzer.claims.gaps import AUXILIARY, CLASSES, nominal
from analyzer.claims.mentions import Mention
from analyzer.claims.slots.names import part_of
from analyzer.words import MENTION, tagged

# What may introduce a new topic: its noun is the subject of what follows.
OPENER = re.compile(
    rf"^(?:{lexicon.either('labels')}\s*|{lexicon.either('openers')}|\d+[.、．]|[一二三四五六七八九十]+、|"
    rf"[(（]?[一二三四五六七八九十\d]+[)）]|(?:no|top)\.?\d+\s*|第[一二三四五六七八九十\d]+[名位条个款种部座家站处])+"
)


_SURNAMES = lexicon.words("surnames")


_ATTRIBUTES = lexicon.words("attributes")


_OWN = CLASSES | lexicon.words("titles")


def another(sentence: Sentence, m: Mention, end: int) -> bool:
    """Return whether a clause speaks of another thing that only has the name in it: S舞美基地位于 …, S的妻子 …

    A noun that the table's templates or the lexicon know as an attribute (S总部, S的利率) leaves S the topic.
    """
    rest = sentence.gap(m.end, end)
    lead = _LEAD.match(rest)
    assert lead is not None  # noqa: S101 - it matches nothing as well
    # S工业园区面积 …: the area is that of the park
    if lead["beside"] or _DERIVES.search(rest) or part_of(sentence, m):
        return True
    if rest and _THERE_IS_A.search(sentence.text[: m.start]) and tagged(rest)[0][1] == "n":
        return not aspect(sentence, tagged(rest)[0][0])  # 山腰有一家S饭店，…
    run: list[str] = []
    words = tagged(rest[lead.end() : lead.end() + 14])
    if not lead.group() and len(words) > 1 and words[0][1] in ("v", "vn", "a") and words[1][0] in _IS:
        return words[0][0] not in AUXILIARY and not aspect(sentence, words[0][0])  # S增强属于…: a longer name
    for n, (word, kind) in enumerate(words):
        bound = kind != "a" and n + 1 < len(words) and words[n + 1][0] in ("自", "于")  # 产|自
        if (bound or (kind == "v" and len(word) > 1) or word in _LEADS_ON) and word not in AUXILIARY:
            # Only a verb shows that the noun does something of its own; S造型很美, S额度为 … speak of S.
            return bool(run) and not aspect(sentence, run[0])
        named = kind[0] in "nbjs" and len(word) > 1 and not kind.startswith("nr")
        if not named and (not lead["of"] or kind[0] in "dmpcuw" or word in AUXILIARY):
            return False  # after 的 an unknown name may stand, whose characters have any tag
        run.append(word)
    # S的扩建工程，装机容量 …: the clause only names a thing of S, of which the next one speaks.
    return bool(lead["of"] and run) and not aspect(sentence, run[-1])


def brings_in(sentence: Sentence, k: int) -> re.Match[str] | None:
    """Return the name that clause ``k`` ends with as what its subject deals with: S 收购了某某，这家公司 … is that one.

    Its group ``name`` may be a mention or a name that the table does not know.
    """
    found = _DEALS.search(sentence.masked, *sentence.segments[k])
    if found is None or found["name"][0] == MENTION:
        return found
    words = tagged(found["name"])
    named = not any(kind[0] in "vdpcru" for _, kind in words) and not aspect(sentence, words[-1][0])
    return found if named else None


_DEALS = re.compile(
    "(?:收购|并购|兼并|入股|控股|参股|投资|买下|吞并|联手|牵手|携手|签约|起诉|状告|创办|创立|创建|成立|组建|推出|孵化|合并|接管)了?"
    '[《“"『「]?(?P<name>\ue000\ue001*|[\u4e00-\u9fffa-z0-9]{2,10})[》”"』」]?$'
)
_THERE_IS_A = re.compile(rf'有[一两几]{lexicon.either("measures")}[《“"『「]?$')
_IS = frozenset(("属于", "是", "则是", "为"))
_LEADS_ON = frozenset(("由", "被", "从", "于"))
_LEAD = re.compile(
    '[》”"』」]?(?:(?P<beside>(?:旁边?|附近|周边|对面|隔壁)的)|(?P<of>(?:集团)?(?:旗下|麾下|下属|里面?|中|上|境?内)?的))?'
)


# S 后来衍生出某某版本，…: the next clause may speak of either.
_DERIVES = re.compile(
    "(?:衍生|派生|改编|翻拍|升级|改款|拆分|分化|裂变)(?:出|成|为|出来)?[^，,。]{0,20}(?:版|版本|续作|续集|新作|型号|系列|衍生.|品牌)$"
)


def aspect(sentence: Sentence, noun: str) -> bool:
    """Return whether a noun is an attribute or the class of a thing, not another thing."""
    return (
        noun in sentence.attributes
        or noun in _OWN
        or any(a in noun for a in _ATTRIBUTES)
        or noun.endswith(("公司", "集团"))
    )


def presents(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Return whether a clause is nothing but a noun phrase without a known name: 其中上游河段，长度 …"""
    clause = OPENER.sub("", sentence.gap(*span)).strip("，,、")
    head = clause.rpartition("的")[2]
    words = tagged(head)
    if MENTION in head or not words or re.search(r"\d", clause):
        return False
    kinds = [kind for _, kind in words]
    noun = words[-1][0]
    return (
        kinds[-1] in ("n", "nz")
        and all(k[0] in "nbfsaz" or k in ("m", "q", "vn", "j") for k in kinds)
        and (not aspect(sentence, noun) and len(clause) > 2)
    )


def turns_to(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Return whether a clause turns to another thing: 其中上游河段，… or, after a semicolon, 某物的毒性较小，…"""
    if sentence.text[: span[0]].rstrip().endswith(("；", ";")):
        owner, of, _ = OPENER.sub("", sentence.gap(*span)).partition("的")
        words = tagged(owner)
        if of and MENTION not in owner and words[-1][1][0] in "nx" and nominal(owner):
            return not aspect(sentence, words[-1][0])
    return bool(_ONE_OF.match(sentence.text, span[0])) and presents(sentence, span)


_ONE_OF = re.compile("其中|至于|而|另有|还有|例如|比如")


def other_subject(sentence: Sentence, start: int, m: Mention) -> bool:
    """Return whether a name is predicated of something that the table does not know: 如今的某地只是 S 的一个区，面积 …

    An attribute of the topic (全称是 S) is no such thing.
    """
    found = _PREDICATED.fullmatch(OPENER.sub("", sentence.gap(start, m.start)))
    return found is not None and not _POINTS.match(found["noun"]) and not aspect(sentence, tagged(found["noun"])[-1][0])


_POINTS = re.compile(rf"(?:这|那|该|此)一?{lexicon.either('measures')}")  # 那部片就是 S: S itself


_PREDICATED = re.compile(
    '(?P<noun>[^，,。]*[\u4e00-\u9fff])(?<![它他她这那其])(?:只|就|才|便|正|都|也|还|不过|只不过|现在|如今)*(?:是|为|属于)[《“"『「]*'
)


def contrasted(sentence: Sentence, k: int) -> bool:
    """Return whether clause ``k`` goes on about what has no known name: 某某则是 …，V 审定; …；某某是一种 …，额度 …"""
    for at in range(k - 1, -1, -1):
        start, end = sentence.segments[at]
        if any(start <= m.start < end for m in sentence.mentions):
            return False
        clause = OPENER.sub("", sentence.gap(start, end))
        parted = sentence.text[:start].rstrip().endswith(("；", ";"))
        if _OTHER.search(clause):
            return True
        found = _CONTRASTED.match(clause) or (parted and _COPULAR.match(clause))
        if found and _names_something(sentence, found["name"]):
            return True
    return False


def _names_something(sentence: Sentence, phrase: str) -> bool:
    """Return whether a phrase before 则 or a copula is a noun that is no attribute of the topic."""
    words = tagged(phrase)
    return words[0][1][0] not in "rcdptf" and not aspect(sentence, words[-1][0]) and not _POINTING.match(phrase)


_POINTING = re.compile("它|他|她|其|这|那|该|此|本")
_OTHER = re.compile(rf"另(?:外)?一{lexicon.either('measures')}")  # 朋友买的是另一家的产品，…
_CONTRASTED = re.compile("(?P<name>[^，,。的\ue000]{2,8}?)(?:则|却(?!是由))")
_COPULAR = re.compile("(?P<name>[^，,。的\ue000]{2,8}?)(?:是|为|属于|系)(?![^，,。]{0,6}的$)")


def agents_only(sentence: Sentence, start: int, inside: Sequence[Mention]) -> bool:
    """Return whether a clause without a subject names only who did it to the topic: S 是 …，由 A 开发，…"""
    return len({m.ids for m in inside}) == 1 and bool(_PASSIVE.fullmatch(sentence.gap(start, inside[0].start)))


_PASSIVE = re.compile(
    '(?:也|均|都|曾|现|后来?|最早|最初|主要|目前|则)*(?:是|为|系)?(?:由|被|经|受|归|获|是|为|系|属于|隶属于)[《“"『「]*'
)


def opens_with_place(clause: str) -> bool:
    """Return whether a clause opens with the proper name of a place or body, not of the table, before its verb."""
    words = tagged(OPENER.sub("", clause)[:16])
    return len(words) > 1 and words[0][1] in ("ns", "nt") and len(words[0][0]) > 1 and words[1][1] in ("v", "p")


def own_subject(clause: str) -> bool:
    """Return whether a clause opens with a subject of its own: a name or noun right before a verb, 她的丈夫."""
    if _RELATIVE_OF.match(OPENER.sub("", clause)):
        return True
    words = tagged(OPENER.sub("", clause)[:12])
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


# 她的丈夫, 他父亲: somebody of the topic's.
_RELATIVE_OF = re.compile(rf"(?:他|她)们?的?{lexicon.either('relatives')}")
