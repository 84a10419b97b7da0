"""Words of another trade, put before the article so that search engines find the page under them.

Seen on hacked and rented sites: a first paragraph of adult or gambling words above an article on something else
(notes on cleaning, defect D21). An unusual lead is no injection: the words must be of that trade beyond doubt, and
neither title nor the rest of the article may speak of it.
"""

import re
from collections.abc import Iterable

from analyzer.clean.draft import Cut, Draft, Pass, lines_cut
from analyzer.language import Phrase

# Words that no article on anything else would open with.
_STRONG = re.compile(
    r"成人(?:影视|影院|影片|电影|视频|小说|网站|直播)|情色|色情|黄色(?:视频|网站|片)|裸聊|约炮|激情视频|无码|福利视频|"
    r"棋牌(?:平台|游戏|注册|官网|下载|[,,、])|博彩|赌场|赌博网|老虎机|百家乐|真人荷官|时时彩|六合彩|体育投注|"
    r"注册(?:就|即|立)?送|开户(?:就|即)?送|首存|彩金|提现秒到|在线不卡|高清无|国产(?:精品|自拍)|三级片"
)
# Words that are suspicious only beside the others.
_WEAK = re.compile(
    r"澳门|美女|性感|主播|直播间|免费(?:看|观看)|午夜|深夜|偷拍|老牌|下注|[加➕+](?:v|微|q)|官网入口|最新网址"
)
# The injected paragraph stands at the very top, at most under the title and a line of furniture.
_FIRST = 3

_WHY = Phrase(
    zh="塞在开头、与文章无关的成人或博彩词，是给搜索引擎看的。",
    en="adult or gambling words before an article on something else, meant for search engines",
)


def find(draft: Draft) -> Iterable[Cut]:
    """Yield the lines at the head that speak of such a trade while title and article do not."""
    if _STRONG.search(draft.title):
        return
    suspicious = [k for k, line in enumerate(draft.lines[:_FIRST]) if _injected(line.folded)]
    rest = [line for k, line in enumerate(draft.lines) if k not in suspicious]
    if not any(line.running for line in rest) or any(_STRONG.search(line.folded) for line in rest):
        return
    for k in suspicious:
        yield lines_cut(draft, k, k + 1, _WHY, confidence=0.9)


def _injected(folded: str) -> bool:
    """Return whether a line holds three such words, of which one leaves no doubt."""
    strong = set(_STRONG.findall(folded))
    return bool(strong) and len(strong) + len(set(_WEAK.findall(folded))) >= 3


PASS = Pass(rule="injection", version=1, why=_WHY, find=find)
