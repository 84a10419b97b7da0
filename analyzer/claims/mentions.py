"""Where a text names the table's entities: one pass of an automaton, leftmost and longest."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from ahocorasick_rs import MATCHKIND_LEFTMOST_LONGEST, AhoCorasick

from analyzer.claims import lexicon
from analyzer.fold import fold
from analyzer.model import Entity, Reading
from analyzer.repair import names_across_gaps
from analyzer.words import cut, known, straddled, tag, tagged

# What may begin the next word right after a name although the dictionary joins it to the name's last character.
FUNCTION = lexicon.words("particles")
# What may end right before a name although the dictionary joins it to the name's first character (效力于|曼联).
BEFORE_NAME = frozenset("于在为由和与是被对向从把将的至到及或给跟同叫")
MAX_EVERYDAY = 4  # characters; idioms have four, longer dictionary entries are names; by judgement
OPENING = "《〈“\"『「‘'【"
CLOSING = "》〉”\"』」’'】"


# Characters of a name that a word of two characters across its end does not part: 四羊方尊|重达
# (tests/claims/test_frames.py).
LONG_NAME = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of an entity in the folded text; ``ids`` are the entities that bear the name.

    ``weak`` is true where the name is also an everyday word and no quotation marks set it off. ``shorter`` are the
    lengths of further names of the same entity that it begins with (辽宁 of 辽宁省).
    """

    start: int
    end: int
    ids: tuple[str, ...]
    types: frozenset[str]
    weak: bool = False
    shorter: tuple[int, ...] = ()


class NameIndex:
    """The names and aliases of a table in one automaton; ``full`` maps an id to the entity's name."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        bearers: dict[str, list[str]] = defaultdict(list)
        for entity in entities.values():
            for name in (entity.name, *entity.aliases):
                for key in _spellings(fold(name).strip()):
                    if (len(key) > 1 or _han(key)) and entity.id not in bearers[key]:
                        bearers[key].append(entity.id)
        self.names = sorted(k for k in bearers if k)
        self.ids = [tuple(bearers[n]) for n in self.names]
        self.types = [frozenset(entities[i].type for i in ids) for ids in self.ids]
        self._holding: dict[str, list[int]] = defaultdict(list)
        for which, name in enumerate(self.names):
            for letter in set(name):
                self._holding[letter].append(which)
        self.automaton = AhoCorasick(self.names, matchkind=MATCHKIND_LEFTMOST_LONGEST) if self.names else None
        self.weak = [_everyday(n) for n in self.names]
        self.full = {i: e.name for i, e in entities.items()}
        self.seats = [
            _seat(n, fold(self.full[ids[0]])) if len(ids) == 1 else ""
            for n, ids in zip(self.names, self.ids, strict=True)
        ]
        self.shorter = [
            tuple(k for k in range(len(n) - 1, 1, -1) if tuple(bearers.get(n[:k], ())) == tuple(bearers[n]))
            for n in self.names
        ]

    def find(self, text: str) -> list[Mention]:
        """Return the raw mentions of a folded text in order."""
        if self.automaton is None:
            return []
        found = []
        for which, start, end in self.automaton.find_matches_as_indexes(text):
            if _cuts_latin(text, start, end):
                continue
            if end - start == 1 and (straddled(text, start) or straddled(text, end)):
                continue  # 锂|电池 is a word of its own
            if self.seats[which] and _elsewhere(text, start, self.seats[which]):
                continue
            weak = self.weak[which] and not _set_off(text, start, end)
            found.append(Mention(start, end, self.ids[which], self.types[which], weak, self.shorter[which]))
        return found

    def _having(self, letters: Set[str]) -> list[str]:
        """Return the names that have one of the letters, in order."""
        found = {which for letter in letters for which in self._holding.get(letter, ())}
        return [self.names[which] for which in sorted(found)]

    def across(self, reading: Reading) -> list[Mention]:
        """Return the names that holes run through (蚂蚁 服); each is a guess."""
        found = []
        for guess in names_across_gaps(reading, self._having):
            which = bisect_left(self.names, guess.name)
            found.append(Mention(guess.start, guess.end, self.ids[which], self.types[which], weak=True))
        return found


def _spellings(name: str) -> tuple[str, ...]:
    """Return a name with and without blanks between Chinese and Latin or digits (红米K70, 红米 K70)."""
    spaced = re.sub(r"(?<=[\u4e00-\u9fff])(?=[a-z0-9])|(?<=[a-z0-9])(?=[\u4e00-\u9fff])", " ", name)
    joined = re.sub(r"(?<=[\u4e00-\u9fff]) (?=[a-z0-9])|(?<=[a-z0-9]) (?=[\u4e00-\u9fff])", "", name)
    return tuple(dict.fromkeys((name, spaced, joined)))


def _everyday(name: str) -> bool:
    """Return whether the name is also an everyday word that is no noun (a verb, an idiom), by the dictionary's tag.

    Nouns are left alone: an editor who lists 小米 means it, and the frames ask for more than a word.
    """
    return known(name) and len(name) <= MAX_EVERYDAY and tag(name)[0] in "vadtirc"


def _set_off(text: str, start: int, end: int) -> bool:
    return bool(start and text[start - 1] in OPENING and text[end : end + 1] and text[end] in CLOSING)


def _seat(short: str, full: str) -> str:
    """Return the place that a full name has before its short form: 北京 of 北京协和医院 for 协和医院."""
    head = full.removesuffix(short) if full != short and full.endswith(short) else ""
    return head if head and tag(head) == "ns" else ""


def _elsewhere(text: str, start: int, seat: str) -> bool:
    """Return whether another place's name stands right before a short name: 武汉|协和医院."""
    before = re.search("[\u4e00-\u9fff]{2,4}$", text[max(0, start - 4) : start])
    if before is None or before.group().endswith(seat):
        return False
    word, kind = tagged(before.group())[-1]
    return kind == "ns" and len(word) > 1


def _latin(c: str) -> bool:
    return c.isascii() and c.isalnum()


def _han(text: str) -> bool:
    return "\u4e00" <= text <= "\u9fff"


def free_standing(text: str, mentions: Sequence[Mention], attributes: frozenset[str]) -> tuple[Mention, ...]:
    """Drop the names of one character (汞, 锂) that do not stand by themselves in a sentence.

    Before them must stand a mark, a function word or a verb; after them a mark, any word but a noun, or a noun that the
    table asks for (``attributes``): 锂熔点 … but not 金市场, 少量金.
    """
    return tuple(m for m in mentions if m.end - m.start > 1 or _stands_free(text, m, attributes))


def _stands_free(text: str, m: Mention, attributes: frozenset[str]) -> bool:
    before, after = text[max(0, m.start - 6) : m.start], text[m.end : m.end + 6]
    if before and _han(before[-1]):
        word, kind = tagged(before)[-1]
        if kind[0] not in "ucpd" and not (kind[0] == "v" and (len(word) > 1 or word in "是有为")):
            return False
    if not after or not _han(after[0]):
        return True
    word, kind = tagged(after)[0]
    return kind[0] in "ucpdvmrf" or word in attributes


def _cuts_latin(text: str, start: int, end: int) -> bool:
    """Return whether the match begins or ends inside a run of Latin letters or digits."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if _latin(text[start]) and before and _latin(before) and text[start].isdigit() == before.isdigit():
        return True
    if _latin(text[end - 1]) and re.match(r" ?[a-z]{2,}", text[end : end + 4]):
        return True  # a longer Latin name runs on (… 15|Pro Max)
    return bool(_latin(text[end - 1]) and after and _latin(after) and text[end - 1].isdigit() == after.isdigit())


# 另一座 S, 台北的那座 S, 同名的 S: another thing of the name.
_ANOTHER = re.compile(
    rf"(?:另[一二两三几]?|另外[一二两三几]|别的|其他的?|其它的?|同名的?|的[那另]一?|老版|旧版|老款|旧款|初代|复刻版|重制版|纪念版|联名版|新版|新款|升级版的?|早期版?的?|(?:新?修[改订正]|修法|改版)[之以]?后的|新修[改订]的)(?:{lexicon.either('measures')})?[《“\"『「]?$"
)


# 我家那只 S, 邻居养的一只 S, 这盆 S: one of its kind; what is measured holds for it alone. 这只 S alone may be a fund.
_ONE_OF_A_KIND = re.compile(
    "(?:(?:我|你|您|他|她|咱|我们|邻居|朋友|同事|亲戚|同学|闺蜜|楼[上下]|隔壁)家?(?:里|的|养|种|买|有|了)*[那这]?[一几两]?只"
    "|[那这][一几两]?[头匹盆棵株窝])(?:老|小|大|胖|肥|傻|乖)?$"
)
# S某机为另一款产品: what has the name in it is another thing.
_IS_ANOTHER = re.compile(
    rf"[^，,。；;：:的则却也]{{2,6}}(?:是|为|属于)另(?:外)?一?(?:{lexicon.either('measures')})"
    rf"(?:{lexicon.either('classnouns')}|机型|型号|版本|机器|东西|人|物)"
)
# 某国也有一支(叫) S: a thing that somebody else has. Without 叫 only where its owner is a place: a company that
# 也有一款 S makes that very S.
_ALSO_HAS = re.compile(
    r"(?P<owner>^|[^，,。；;：:]+?)(?:也|还|另|同样)(?:存在|建?有)[着过了]?(?:另?[一二两三四五几\d])?"
    rf"(?:{lexicon.either('measures')})"
    rf"(?P<named>(?:也|同样)?(?:叫做?|名叫|名为|取名|同名的?|同叫))?[《“\"『「]?$"
)


# “小S”: a nickname that borrows the name.
_NICKNAME = re.compile("[“「](?:小|大|新|老|假|迷你|东方|国产|平民|江南|塞外|北方|南方|海上|水上)$")


def meant(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Drop the names that stand for another thing of the same name."""
    others = [m for m in mentions if _stands_for_another(text, m, mentions)]
    # 也有一支叫 S 的球队，全名某某S: the sentence goes on about the other one.
    return tuple(m for m in mentions if not any(o.ids == m.ids and o.start <= m.start for o in others))


def _stands_for_another(text: str, name: Mention, mentions: Sequence[Mention]) -> bool:
    if _NICKNAME.search(text[max(0, name.start - 3) : name.start]) and text[name.end : name.end + 1] in ("”", "」"):
        return True
    if _ONE_OF_A_KIND.search(text[max(0, name.start - 12) : name.start]):
        return True
    if _ANOTHER.search(text[max(0, name.start - 8) : name.start]) or _IS_ANOTHER.match(text, name.end):
        return True
    since = max(0, name.start - 30)
    lead = text[since : name.start]
    has = _ALSO_HAS.search(lead) if "有" in lead or "存在" in lead else None
    if has is None or has["named"]:
        return has is not None
    known_owner = any(since + has.start("owner") <= m.start < since + has.end("owner") for m in mentions)
    return not known_owner and any(kind == "ns" for _, kind in tagged(has["owner"]))


def _two_words(text: str, word: tuple[int, int], end: int) -> bool:
    """Return whether a compound that a name's end cuts in two is made of two words, or the next word runs past it.

    某某软件|开发; 电动|车型, which the dictionary cuts as 电动车|型.
    """
    half = text[word[0] : end]
    ends = (word[1], word[1] + 1, word[1] + 2)
    return len(half) > 1 and known(half) and any(stop - end > 1 and known(text[end:stop]) for stop in ends)


def _whole(text: str) -> bool:
    """Return whether what a long name leaves of a word is a word by itself: 国家某局|局长, where 局局长 is one too."""
    return len(text) > 1 and known(text)


# The stretches that the segmenter cuts one by one: cutting one alone gives the same words as cutting the sentence.
_BLOCK = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+")


def respect_words(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Drop mentions that cut a dictionary word in two (娱|乐信|息, 没|有钱花); ``text`` is one sentence.

    Names set off by quotation marks and names of four characters or more are kept unless a word runs over their end
    (北京大|学生).
    """
    # Cutting a sentence is dear; where no word stands across an edge of a name, no cut can part the name.
    places = [at for m in mentions for at in (m.start, m.end) if straddled(text, at)]
    if not places:
        return tuple(mentions)
    edges: dict[int, tuple[int, int]] = {}
    for block in _BLOCK.finditer(text):
        if not any(block.start() < at < block.end() for at in places):
            continue
        at = block.start()
        for word in cut(block.group()):
            guessed = len(word) == 2 and tag(word).startswith("nr")
            for inside in range(at + 1, at + len(word)):
                # A listed personal name of two characters (塔高) is weaker evidence than a name of the table.
                if not guessed or not any(m.start < inside <= m.end and m.end - m.start > len(word) for m in mentions):
                    edges[inside] = (at, at + len(word))
            at += len(word)
    kept = []
    for m in mentions:
        if not _set_off(text, m.start, m.end):
            left, right = edges.get(m.start), edges.get(m.end)
            cut_off = text[left[0] : m.start] if left else ""
            if left and left[1] < m.end + 1 and m.end - m.start < 4 and cut_off not in BEFORE_NAME:
                continue
            runs_on = right and right[0] > m.start and right[1] > m.end and text[m.end : right[1]] not in FUNCTION
            long = m.end - m.start >= LONG_NAME
            short = right and long and (right[1] - right[0] == 2 or _whole(text[m.end : right[1]]))
            if right and runs_on and not short and not _two_words(text, right, m.end):
                continue
            if left and right and left == right:
                continue
        kept.append(m)
    return tuple(kept)
