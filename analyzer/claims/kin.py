"""What grammar makes of a core: 成立于 V = 于 V 成立, 坐落于 = 坐落在, 创办人 = 创办者, parted and dated forms."""

import re
from collections.abc import Iterator
from dataclasses import replace

from analyzer.claims import lexicon
from analyzer.claims.cores import BELONGING, PLACED, WEAK, Core, Kind, is_verb
from analyzer.model import Predicate
from analyzer.words import tagged


def _times(core: Core) -> Iterator[Core]:
    """Yield S 的 [上映] 时间是 V, S [启用] 的年份是 V for a dated verb."""
    for noun in ("时间", "日期", "年份", "日子"):
        for cue in (core.cue + noun, core.cue + "的" + noun):
            yield replace(core, kind=Kind.AFTER, cue=cue, role=True, copula=True, located=False, follow=())


_MOVES = tuple(
    verb + to for verb in ("搬", "迁", "移", "搬迁", "迁移") for to in ("到", "至", "往", "入", "到了", "至了")
)

# Adverbs between a noun and its preposition (总部[就]在 V).
_BETWEEN_NOUN = (
    "不", "并不", "就", "也", "都", "仍", "则", "现", "均", "却", "一直", "仍然", "如今", "目前", "同样", "却不",
    "却并不", "仍旧", "依旧", "依然", "现在", "其实", "正", "还",
)  # fmt: skip

_UTMOST = re.compile("(最[深高长宽厚低])处")

_ALREADY = re.compile("^(?:已经|早已|已|也|都|均|仍|还|同时|就)")


def kin(predicate: Predicate, core: Core) -> Iterator[Core]:
    """Yield what grammar makes of a core: 成立于 V = 于 V 成立 · 坐落于 = 坐落在 · 创办人 = 创办者 · 可借 = 可以借."""
    cue = core.cue
    dated = "date" in predicate.value_types
    if core.kind is Kind.AFTER and len(cue) > 2 and cue[-1] in "于在":
        yield replace(core, cue=cue[:-1] + ("在" if cue[-1] == "于" else "于"))
        if cue[-1] == "于" and is_verb(cue[:-1]):
            yield replace(core, kind=Kind.BEFORE, cue=cue[:-1], located=not dated, role=False)
    if dated:
        yield from _dated(core)
    if re.search("[可能](?!以|够)", cue):
        yield replace(core, cue=re.sub("可(?!以)", "可以", re.sub("能(?!够)", "能够", cue)))
    if core.kind is Kind.ALONE and not core.lead and (bare := _ALREADY.sub("", cue)) != cue and len(bare) > 1:
        yield replace(core, cue=bare)  # 已废止: 并没有废止, 尚未废止 deny it
    if core.kind is Kind.ALONE and not core.lead and cue[0] == "有" and len(cue) < 7:
        yield from (replace(core, cue=no + cue[1:]) for no in ("无", "没有", "没"))  # 有毒: 无毒 denies it
    if core.kind is Kind.AFTER and not core.role and len(cue) > 2 and cue[-1] in "了过" and is_verb(cue[:-1]):
        yield replace(core, cue=cue[:-1])  # 添加了: what is denied has no 了 (没有添加)
    if core.kind is Kind.AFTER and cue in BELONGING:
        between = replace(core, kind=Kind.BETWEEN, lead="归", role=False, copula=False)
        yield from (replace(between, cue=cue) for cue in ("所有", "管辖", "管理", "领导"))
        yield from (replace(core, cue=adverb + "归", role=False, copula=False) for adverb in _BETWEEN_NOUN)
    if core.kind is Kind.BEFORE and core.direct and len(cue) == 2 and is_verb(cue) and not dated:
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
        elif len(cue) > 2 and is_verb(cue[:-1]):
            yield from _times(replace(core, cue=cue[:-1]))
    elif core.kind is Kind.BEFORE and core.left:
        if len(cue) == 2:
            yield replace(core, kind=Kind.AFTER, cue=cue + "于", role=False)
        if is_verb(cue):
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
        if joined == "的" or is_verb(words[0]):
            yield replace(core, cue=words[0] + joined + "".join(words[1:]))
