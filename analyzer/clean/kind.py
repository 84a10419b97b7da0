"""What sort of page it is, decided before anything is taken out of it."""

import re
from collections import Counter
from collections.abc import Sequence

from analyzer.clean.draft import shape
from analyzer.model import Block

_HANZI = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff\uf900-\ufaff]{2,}")
_FLOOR = re.compile(r"(?:第?\s*\d{1,4}\s*(?:楼|层|#)|#\s*\d{1,4}|楼主|沙发|板凳|地板)(?:\s|$|[^\w])")
_POST = re.compile(r"(?:^|[/.\s_-])(?:post|reply|floor|thread|topic|answer|louceng|postlist|t_f|plhin)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_SENTENCE = re.compile(r"[。!?;…]|[.](?:\s|$)")
# Share of hanzi among the words (a hanzi or a word of another script each) from which a text is Chinese.
_CHINESE = 0.3
# Floor marks that make a forum thread.
_FLOORS = 3
# A page with so many links of headline length can be a list.
_LINKS = 12
# Running text, in tokens, of a page that says nothing of its own: a site's description is about that long.
_RUNNING = 25
# Share of the body's blocks that are headline links on a list with teasers.
_HEADLINES = 0.35
# Share of the body's running text that is teasers on a list whose headlines the extractors left out, and the most
# tokens of one teaser (the longest seen on tag and channel pages is about 100).
_TEASERS = 0.8
_TEASER = 120


def is_chinese(text: str) -> bool:
    """Return whether a text is Chinese, by its first 20,000 characters; a text without words is."""
    sample = text[:20000]
    hanzi, words = len(_HANZI.findall(sample)), len(_WORD.findall(sample))
    return hanzi >= _CHINESE * (hanzi + words)


def is_forum(source: str, blocks: Sequence[Block]) -> bool:
    """Return whether a page is a thread: several floor numbers, in parts that the template calls posts."""
    floors = [b for b in blocks if b.end - b.start <= 40 and _FLOOR.search(source[b.start : b.end])]
    if len(floors) < _FLOORS:
        return False
    # Templates number their posts: table.pid9001, table.pid9002.
    paths = Counter(_NUMBER.sub("", block.path) for block in floors)
    return max(paths.values()) >= _FLOORS and sum(bool(_POST.search(b.path)) for b in blocks) >= _FLOORS


def is_list(source: str, blocks: Sequence[Block], keep: Sequence[bool]) -> bool:
    """Return whether a page only lists other pages.

    It has many headline links, and its body is next to nothing, mostly links, headline and teaser by turns, or
    teasers alone.
    """
    headlines = linked = running = inside = kept_blocks = teasers = teased = 0
    recent: list[str] = []
    for block, kept in zip(blocks, keep, strict=True):
        folded, _, weight, _ = shape(source[block.start : block.end])
        headline = block.link_share > 0.6 and 6 <= weight <= 50
        headlines += headline
        item = block.path.rpartition("/")[0]
        teaser = kept and not headline and weight <= _TEASER and any(path.startswith(item + "/") for path in recent)
        teasers += teaser
        recent = [*recent[-2:], block.path if headline else ""]
        if kept:
            kept_blocks += 1
            inside += headline
            linked += weight * (block.link_share > 0.5)
            sentence = block.link_share <= 0.5 and weight >= 10 and bool(_SENTENCE.search(folded))
            running += weight * sentence
            teased += weight * (sentence and teaser)
    if headlines < _LINKS:
        return False
    if teasers >= _LINKS // 2 and teased >= _TEASERS * running:
        return True
    return running < _RUNNING or (inside >= _LINKS // 2 and (linked > running or inside >= _HEADLINES * kept_blocks))


def says_something(text: str) -> bool:
    """Return whether a text holds at least one sentence: something to check, however short."""
    for line in text.split("\n"):
        folded, _, weight, _ = shape(line.strip())
        if weight >= 8 and (_SENTENCE.search(folded) or weight >= 25):
            return True
    return False
