"""Our own extractor: the element where the running text is dense, less the parts of it that are links.

Text density and punctuation density as features of a page's main text are a published idea (Sun, Song and Liao 2011;
the punctuation for Chinese since 2019); this is our own writing of it, on blocks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from analyzer.clean.draft import shape
from analyzer.model import Block

# A block with more link text than this states nothing.
_LINKED = 0.5
# What a token outside the running text costs an element against what one inside it brings, and what each such block
# costs besides: menus are many short blocks.
_COST = 1.0
_EACH = 4.0
_SHORT = 0.0
# A part of the container with a larger share of link text than this is a list of links.
_LINK_LIST = 0.4
# Parts that templates name as what they are. The second group is left out unless it holds most of the page, because
# some sites call their whole column "sidebar-wrap" and forums call their posts "reply".
_WORDS = r"(?:^|[-_\s])(?:{})(?:$|[-_\s\d])"
_NEVER = re.compile(
    _WORDS.format(
        "foot(?:er)?|copy(?:right)?|nav|navbar|navi|menu|bread ?crumbs?|crumbs?|modal|popup|cookies?|login|register|"
        "sign-?up|"
        "newsletter|subscribe|ads?|adbox|adsense|advert(?:isement)?s?|guanggao|qrcode|erweima|pager|pagination|"
        "bdshare"
    ),
    re.IGNORECASE,
)
_SELDOM = re.compile(
    _WORDS.format(
        "comments?|reply|replies|pinglun|respond|disqus|sidebar|aside|share|sharing|social|related?|"
        "recommend(?:ed|ation)?s?|tuijian|hot|rank(?:ing)?|banner|gg|promo(?:tion)?|sponsor(?:ed)?|toolbar|prev-?next|tags?|"
        "author-?info|user-?info|disclaimer|mianze|statement|shengming|dashang|reward|widget|gallery|caption|credits?"
    ),
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Share of the page's running text that a named part may hold and still be believed to be furniture.
_MOST = 0.4
_NEARLY_ALL = 0.7
_PUNCTUATION = frozenset(",.!?;:，。！？；：、“”…")
_ENDS = frozenset(".!?。！？；;，,")


@dataclass(slots=True)
class _Sum:
    """Totals of an element: gain, tokens, linked tokens."""

    gain: float = 0.0
    weight: float = 0.0
    linked: float = 0.0


def dense_blocks(source: str, blocks: Sequence[Block], elements: Sequence[HtmlElement]) -> list[bool]:
    """Return for each block whether it belongs to the densest part of the page."""
    scores = [_score(source[block.start : block.end], block.link_share) for block in blocks]
    chains = [_chain(element) for element in elements]
    if not chains:
        return []
    named = _named(chains, [score for score, _ in scores])
    sums: dict[HtmlElement, _Sum] = {}
    for block, (score, weight), chain, furniture in zip(blocks, scores, chains, named, strict=True):
        for node in chain:
            sum_ = sums.setdefault(node, _Sum())
            if furniture or block.link_share > _LINKED:
                sum_.gain -= _EACH + _COST * weight
            else:
                sum_.gain += score or -_SHORT
            sum_.weight += weight
            sum_.linked += weight * block.link_share
    container = _container(sums, chains)
    return [
        container in chain and not furniture and not _list_of_links(sums, chain, container)
        for chain, furniture in zip(chains, named, strict=True)
    ]


def _score(text: str, link_share: float) -> tuple[float, int]:
    """Return how much a block reads like running text, and its weight."""
    return float(running(text, link_share)), shape(text)[2]


def running(text: str, link_share: float) -> int:
    """Return the tokens of a block that reads like running text, 0 of one that does not."""
    return 0 if link_share > _LINKED or not any(c in _ENDS for c in text) else shape(text)[2]


def _chain(element: HtmlElement) -> list[HtmlElement]:
    """Return the element and all above it."""
    chain: list[HtmlElement] = []
    node: HtmlElement | None = element
    while node is not None:
        chain.append(node)
        node = node.getparent()
    return chain


def _named(chains: Sequence[list[HtmlElement]], scores: Sequence[float]) -> list[bool]:
    """Return for each block whether it stands in a part that the template names as furniture."""
    total = sum(scores)
    held: dict[HtmlElement, float] = {}
    limits: dict[HtmlElement, float] = {}
    for chain, score in zip(chains, scores, strict=True):
        for node in chain:
            if node not in limits:
                limits[node] = total * furniture(node)
            held[node] = held.get(node, 0.0) + score
    return [any(limits[node] and held[node] <= limits[node] for node in chain) for chain in chains]


def furniture(node: HtmlElement) -> float:
    """Return up to which share of the page's running text an element is furniture by its tag, id or class."""
    if node.tag in ("footer", "nav"):
        return _NEARLY_ALL
    if node.tag in ("aside", "form", "figcaption"):
        return _MOST
    if node.tag in ("html", "body", "article", "main"):
        return 0.0
    words = " ".join(filter(None, (node.get("id"), node.get("class"))))
    if not words:
        return 0.0
    words = _CAMEL.sub("-", words)
    return _NEARLY_ALL if _NEVER.search(words) else _MOST if _SELDOM.search(words) else 0.0


def _container(sums: dict[HtmlElement, _Sum], chains: Sequence[list[HtmlElement]]) -> HtmlElement:
    """Return the element with the largest gain; of equals the outer one."""
    best = chains[0][-1]
    for chain in chains:
        for node in reversed(chain):
            if sums[node].gain > sums[best].gain:
                best = node
    return best


def _list_of_links(sums: dict[HtmlElement, _Sum], chain: list[HtmlElement], container: HtmlElement) -> bool:
    """Return whether some part of the container around a block is mostly links."""
    for node in chain:
        if node is container:
            return False
        if sums[node].linked > _LINK_LIST * sums[node].weight:
            return True
    return False
