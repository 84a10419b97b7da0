"""What may stand between the parts of a statement without breaking it. Pure grammar over dictionary tags.

Every function takes a *gap*: the text between two parts with each mention as one MENTION character and bracketed
insertions left out (Sentence.gap).
"""

import re
from functools import lru_cache

from analyzer.claims import lexicon
from analyzer.words import MENTION, tagged

COPULA = lexicon.words("copulas")
# Verbs that do not carry a predicate of their own: modal, aspectual, copular.
AUXILIARY = lexicon.words("auxiliaries") | COPULA
CLASSES = lexicon.words("classnouns")
WHOLES = lexicon.words("wholes")
_HONORIFIC = re.compile(
    rf"^(?:{lexicon.either('titles')}|等(?:单位|公司|机构|企业|部门|方|国)|等人?|[两二三四五]人|等[一二三四五六七八九十\d]+[人位家名]|[两二三四五六七八九十\d]家(?:公司|机构|企业|单位)?|两位|集团|公司|之)+"
)
# A class noun after a quoted name: 《…》[电视连续剧] 是由 …
_APPOSED = re.compile(r"^[》”\"』」](?P<class>[^，,是由为于在的]{1,8})(?=[，,是由为于在])")
# A person's title right after the name (王某某主任医师毕业于 …).
_TITLE = re.compile(rf"^(?:{lexicon.either('titles')})+")
# A class noun that a name may carry without being another name (某某|队, 某某|公司), before the predicate begins.
_SUFFIX = re.compile(
    rf"^(?:{lexicon.either('classnouns')}|队|市|省|县|区)(?=[^\u4e00-\u9fff]|[是由为于在以将也都已的被总成始创]|$)"
)
# A lapse of time before the verb: 仅用七年就 …
_LAPSE = re.compile(
    "(?:仅仅|仅|只|才)?(?:用|花|历时|耗时|经过)了?[\\d一二两三四五六七八九十百半多几]+(?:余|多|来)?(?:个?月|年|天|小时)(?:时间|的时间)?(?:之后|后)?(?:就|便|即|才|就已)?"
)
# Seats of government, which the dictionary does not tag as nouns.
SEATS = frozenset(("首都", "省会", "首府"))
_QUOTES = "《》〈〉“”\"『』「」‘’'【】 \u3000"
_STRIP = str.maketrans("", "", _QUOTES)
_BREAK = re.compile(r"[，,。；;！？!?：:\n|]")
_SMALL = frozenset("的地得了着过")


@lru_cache(maxsize=100_000)
def agent_gap(gap: str) -> bool:
    """Return whether ``gap`` may stand between an agent or date and its verb: V 于2004年在某地 [创立].

    Adverbs, dates, prepositional phrases and coordinated verbs may; a noun of its own (another agent), a clause break
    or 的 outside a prepositional phrase may not.
    """
    gap = gap.translate(_STRIP)
    gap = _HONORIFIC.sub("", gap)
    if not gap:
        return True
    if len(gap) > 24 or _BREAK.search(gap):
        return False
    inside = verbs = 0
    for word, kind in tagged(gap):
        head = kind[0]
        if word == "、":
            inside = 0
        elif kind == "p" or word in ("在", "于", "与", "和", "同", "跟", "为", "向", "以", "从", "对"):
            inside = 6
        elif word == "的":
            if not inside:
                return False
        elif word in AUXILIARY or head in "dtmqcufr" or kind in ("ad", "vd", "b", "a", "an"):
            inside = max(0, inside - 1)
        elif head == "v" and inside and len(word) == 1:
            inside -= 1  # a character of an unknown place's name (在雁回机场)
        elif head == "v":
            verbs += 1
            inside = 0
            if verbs > 2:
                return False
        elif inside:
            inside -= 1
        else:
            return False
    return True


@lru_cache(maxsize=100_000)
def object_gap(gap: str) -> bool:
    """Return whether ``gap`` may stand between a cue and its value: 隶属于 [著名的科技巨头] V.

    Modifiers may: nouns, adjectives, measure words, whole relative clauses closed by 的.
    """
    gap = re.sub("^[，,](?=就是|正是|便是|则是|是|为)", "", gap)
    gap = _SUMS_UP.sub("", _STATES.sub("", gap))
    gap = _TURNED.sub("", gap)
    gap = re.sub(r"^(?:分别|依次|的(?=[则就乃也都均却还才]?是|为))", "", gap.translate(_STRIP))
    gap = re.sub(r"^(?:了|过|着|到|[则就乃也都均却还才]?是|[则均都却]?为|在|于|有|：|:|—)+", "", gap.translate(_STRIP))
    gap = re.sub(r"^(?:兼|暨|及|、)(?:任)?[^，。、的]{1,8}(?=$)", "", gap)
    if not gap:
        return True
    if len(gap) > 24 or _BREAK.search(gap):
        return False
    head, closed, tail = gap.rpartition("的")
    if closed and (not head or any(w in COPULA for w, _ in tagged(head))):
        return False
    return nominal(tail)


# 出品公司有两家，即 V1 和 V2; 创始人名叫 V
_SUMS_UP = re.compile(
    rf"^(?:一?共)?有[两三四五六七八九十\d]{lexicon.either('measures')}[，,:：](?:即|就是|分别[是为]|是|包括)?|^(?:名叫|名为|叫做?|名字叫)(?=$)"
)
# 运营方从此变成了 V: a change, after which V is the value.
_TURNED = re.compile(
    "^(?:从此|此后|后来|随后|现在|如今|目前|最终|早)?(?:已经?|就|便|又)?(?:变成|变为|改为|换成|换为|改成|成为|变更为)了?"
)
# Adverbs of time before a copula: 股东[现在]是 V.
_STATES = re.compile(
    "^(?:现在|目前|如今|当前|现|已经|早已|始终|一直|仍然|依然|仍|本来|其实|应该|应当|依旧|还|还是|照旧|照样)+(?=[则就]?[是为叫])"
)


@lru_cache(maxsize=100_000)
def nominal(text: str) -> bool:
    """Return whether a text is a stretch of noun modifiers: nouns, adjectives, numbers, measure words; no verb."""
    for at, (word, kind) in enumerate(tagged(text)):
        if word == "系" and at:
            continue  # a department, not the copula
        if word in ("、", "和", "与", "及", "以及", "·", "/", "-", "“", "”"):
            continue
        if word in COPULA or word in ("在", "由", "被", "把", "将", "对", "向", "从", "也", "都", "不"):
            return False
        if kind[0] in "namqbtsfjlxierzug" or (kind in ("vn", "v") and len(word) > 1 and _nounish(word)):
            continue
        if (kind[0] == "d" and len(word) == 1) or word in SEATS:
            continue
        return False
    return True


@lru_cache(maxsize=100_000)
def compound(text: str) -> bool:
    """Return whether a text is one long compound noun; verbs inside it are taken as nouns (农业推广专业)."""
    words = tagged(text)
    return bool(words) and all(k[0] in "nvamqbtsfjlxizg" and w not in COPULA - {"系"} for w, k in words)


def _nounish(word: str) -> bool:
    """Verbs that mostly stand as nouns in compounds (信贷, 服务, 投资 …) are tagged vn; plain verbs are not."""
    return dict(tagged(word)).get(word) == "vn"


# V 旗下[还有一家] S
THERE_IS = re.compile(
    rf"(?:还|也|另外?|共|现)?(?:有|拥有|包括|设有)(?:[一两二三四五几]?(?:{lexicon.either('measures')}))?"
)


@lru_cache(maxsize=100_000)
def head_gap(gap: str, direct: bool) -> bool:
    """Return whether ``gap`` may stand between an attributive cue and the subject it modifies.

    旗下 [的一款小额信贷产品] S · 执导 [、某某主演的电影] S. Without 的 only where the subject may be a direct object or
    the gap is empty.
    """
    gap = re.sub(r"^(?:了|过|着|起|而成|的[，,]?[就才正便]?是)+", "的", gap.translate(_STRIP), count=1) if gap else gap
    gap = gap.translate(_STRIP)
    if there := THERE_IS.match(gap):
        gap = gap[there.end() :]
    if len(gap) > 60 or re.search(r"[。；;！？!?：:\n|]", gap):
        return False
    head, closed, tail = gap.rpartition("的")
    if not nominal(tail) or len(tail) > 20:
        return False
    if not closed:
        return not gap or ((direct or len(tail) <= 14) and not _BREAK.search(gap))
    if gap.startswith("的"):
        if _BREAK.search(head):
            return False
        return not any(w in COPULA or w in ("在", "把", "让", "令") for w, _ in tagged(head[1:]))
    # Another clause joined to the cue before 的: it must not have a copula and not name the subject itself.
    return not any(w in COPULA - {"为"} for w, _ in tagged(head)) and len(head) <= 50


@lru_cache(maxsize=100_000)
def link_gap(gap: str, role: bool, scalar: bool = False) -> bool:
    """Return whether ``gap`` may stand between a subject and its predicate: S [于2015年 / 是一款 / 早已] cue.

    After a copula noun modifiers may follow (the predicate nominal that the cue is part of); before it only adverbs,
    dates and prepositional phrases. ``role``: the cue is a noun, so the gap may be 的 and a short modifier.
    """
    quoted = _APPOSED.match(gap)
    if quoted and nominal(quoted["class"]):
        gap = gap[quoted.end("class") :]
    gap = gap.translate(_STRIP)
    # A list's further members that the table does not know: S [和某某] 分别 …
    gap = re.sub(r"^(?:(?:、|和|与|及)[^，,。的、和与及]{1,8}?)+(?=分别|都|均|皆)", "", gap)
    gap = _SUFFIX.sub("", _TITLE.sub("", gap))
    gap = _within(_LAPSE.sub("", _COUNTED.sub("", gap)))
    gap = re.sub(r"^(?:的话|等\w{0,2}|一[词书剧片])", "", _without_this(gap))
    if not gap:
        return True
    if len(gap) > 60:
        return False
    if role and re.fullmatch(r"的?\S{0,6}", gap):
        tail = gap.removeprefix("的")
        if MENTION in tail or (gap == tail and tail.endswith("的") and any(k == "n" for _, k in tagged(tail))):
            return False  # S女队的[主场]: a noun glued to the name makes another thing of it
        if scalar:
            # A noun before a measured attribute narrows it (新用户最高额度): another attribute.
            return all(w in CLASSES or w in WHOLES or w in AUXILIARY or k[0] in "dtf" for w, k in tagged(tail))
        if nominal(tail) or all(k[0] in "dtmqb" or w in AUXILIARY for w, k in tagged(tail)):
            return not any(w in ("和", "与", "、", "及") for w, _ in tagged(tail))
    return _predicate_start(gap)


def _without_this(gap: str) -> str:
    """Return a gap without 这 and a noun that only say again what the subject is: S 这艘老船 由 V [建造]."""
    found = _THIS_ONE.match(gap)
    if found is None:
        return gap
    at = found.end()
    for word, kind in tagged(gap[at : at + MAX_NOUN]):
        if kind[0] not in "nab" or kind.startswith("nr"):
            break
        at += len(word)
    return gap[at:]


MAX_NOUN = 6  # characters of the noun after 这艘; by judgement (tests/claims/test_frames.py)
_THIS_ONE = re.compile(f"[这那]一?{lexicon.either('measures')}")


def _within(gap: str) -> str:
    """Return a gap without a part of the subject that the predicate is placed in: S，配料里头 [含有] …, S 标签上 …"""
    found = _PLACED.match(gap)
    if found is None or len(words := tagged(found["noun"])) != 1 or words[0][1][0] != "n":
        return gap
    return gap[found.end() :]


# A、B和C三家公司(的)…, A、B二者: the list is summed up.
_COUNTED = re.compile(
    rf"^(?:等)?(?:[两二三四五六七八九十]|\d+)(?:者|大?{lexicon.either('measures')}(?:{lexicon.either('classnouns')}|国|人|[\u4e00-\u9fff](?=[都均皆全分由是]))?)"
)
_PLACED = re.compile(r"^的?(?P<noun>[\u4e00-\u9fff]{2,3})(?:里头|里面|上面|里|中|上)(?:还|也|都)?")


def _predicate_start(gap: str) -> bool:
    copula = False
    inside = 0
    for word, kind in tagged(gap):
        if word in COPULA and not inside:
            copula = True
        elif kind == "p" or word in ("在", "于", "由", "从", "自", "据", "经", "以", "按", "与", "被", "归"):
            inside = 7
        elif word == "的":
            if not copula and not inside:
                return False
        elif word in AUXILIARY or (kind[0] in "dtmqcurfwx" and word != MENTION) or kind in ("ad", "vd", "b"):
            if word in "，,；;：:" and not copula:
                inside = 0
            inside = max(0, inside - 1)
        elif copula or inside:
            inside = max(0, inside - 1)
        else:
            return False
    return True
