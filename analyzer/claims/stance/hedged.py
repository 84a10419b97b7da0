"""Claims that the article does not vouch for."""

import re

from analyzer.claims.stance.scope import Hit, Scope, turned
from analyzer.model import Stance

_HEDGE = re.compile(
    r"""
    可能 | 或许 | 也许 | 似乎 | 疑似 | 据说 | 听说 | 好像 | 应该是 | 恐怕 | 传闻 | 据传 | 貌似 | 大概是 | 或是
    | 仿佛 | 说不定 | 未必 | 不确定 | 有待
    | (?<!让)(?<!使)我[只还就也倒]?记得 | 记得好?像 | 印象[里中] | 据我所知 | 没记错
    """,
    re.VERBOSE,
)
# In a clause before the statement.
_HEARD = re.compile("据说|听说|据传|传闻|疑似|似乎|(?<![让使])我[只还就也倒]?记得|印象[里中]|据我所知|没记错")
_NOT_HEDGE = re.compile(r"不可能|尽可能|可能性")


def hedged(scope: Scope) -> Hit | None:
    """Return what shows that the article leaves open: perhaps, it seems."""
    if found := _HEDGE.search(_NOT_HEDGE.sub("", scope.own)):
        return Stance.HEDGED, found.group()
    found = _HEARD.search(scope.text[: scope.start])
    if found and not turned(scope, found.end()):
        return Stance.HEDGED, found.group()
    return None
