"""Where a stance is read from, and the words that several readings look for."""

import re
from dataclasses import dataclass

from analyzer.claims.clauses import Sentence
from analyzer.model import Stance

Hit = tuple[Stance, str]  # the stance and the words that decided it

_TURN = re.compile(
    r"""
    ^[”\"』」]?(?:但|而|可|不过|然而)?(?:其实|实际上|事实上|实则|但|然而|不过|而是|真相是|正确的|真实的
        |准确地说|准确来说|确切地说|真相|正确答案|实情是|严格来说|说到底|后来证实|经查|经核实|官方|查[^，,。]{0,8}(?:可知|得知|显示)|(?:公告|资料|档案|官网)[^，,。]{0,6}显示|(?:在此|特此|现)?更正|指正|勘误)
    | ^(?:小编|笔者|我们?|记者|编辑部|本[刊报站]|本人)[^，,。]{0,6}?(?:查|核实|核对|翻[了阅看]|比对|求证)
    """,
    re.VERBOSE,
)
# 也有人说, 有的文章写: the article keeps its distance from what it lists as a saying of others.
_DISTANT = re.compile(
    r"""
    (?:也有|还有|有的|有些|一些|个别|另有|有人|有网友|有资料|有文章|不少|很多|许多)[^，,。]{0,8}?(?:说
        |称|写|讲|聊|认为|传|觉得|指出|提到|宣传|介绍)
    | 有(?:人|网友|观众|读者|粉丝|朋友|博主|用户)[^，,。；;]{0,30}[，,](?:还|就|便|又)?(?:说(?!明)|称|写道)
    """,
    re.VERBOSE,
)
# Somebody without a name says it: 有营销号写, 有药师在直播里讲.
_SOMEBODY = re.compile(
    r"""
    (?<![没所具拥占享含设带只还])有(?!限|关|效|时)[^，,。；;：:的是\ue000]{1,9}?(?:说(?![明法到])
        |称(?![为号作之])|写(?![字作])|讲(?![究座])|认为|爆料|透露|宣传|回答|怀疑|质疑|猜|推测|断言|坚持
        |主张|反映|发帖|传(?![统媒播承]))
    """,
    re.VERBOSE,
)
# “…”的传闻: a quotation that is called a rumour or a saying.
_CALLED = re.compile(
    r"""
    ^[^“”\"，,。]{0,6}这[种类样](?:的|话)?(?:说法|帖子|言论|传言|文章|视频|谣言)
    | ^[^“”\"，,。]{0,6}这(?:[种类]|样的|句)话(?!费|题)
    | ^[^“”\"]{0,4}[”\"』」][，,]?(?:的|这[个种类一]|之类的?|此类)*(?:一说|之说|一事|说法|介绍|写法|传闻|传言|谣言
        |流言|言论|帖子|消息)
    | ^的(?:这[种个一])?(?:说法|传闻|传言|谣言|流言|言论|论调|谣传)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a claim's stance is read from: offsets of the sentence's masked text.

    ``start:end`` is the statement proper (value and cue, with the subject where it stands in the same clause),
    ``clause`` the clause that holds it, ``follow`` the next sentence, ``lead:cue`` the stretch in which a negation
    turns the predicate.
    """

    sentence: Sentence
    start: int
    end: int
    clause: tuple[int, int]
    lead: int
    cue: int
    cue_end: int
    follow: str

    @property
    def text(self) -> str:
        """The sentence with its names masked."""
        return self.sentence.masked

    @property
    def own(self) -> str:
        """The clause of the statement."""
        return self.text[self.clause[0] : self.clause[1]]


def turns(text: str) -> bool:
    """Return whether a clause turns to what is true: 其实 …, 实际上 …, 准确地说 …"""
    return bool(_TURN.match(text))


def turned(scope: Scope, since: int) -> bool:
    """Return whether a clause between a cue that ends at ``since`` and the statement turns to what is true."""
    return any(turns(scope.text[a:b]) for a, b in scope.sentence.segments if since <= a <= scope.start)


def distant(lead: str) -> re.Match[str] | None:
    """Return who, unnamed, says what follows: 有人说, 有药师在直播里讲."""
    return _DISTANT.search(lead) or _SOMEBODY.search(lead)


def called(scope: Scope) -> re.Match[str] | None:
    """Return what calls the statement a rumour or a saying right after it (“…”的传闻)."""
    return _CALLED.match(scope.text[scope.end :])
