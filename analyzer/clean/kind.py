"""What sort of page it is, decided before anything is taken out of it."""

import re
from collections import Counter
from collections.abc import Sequence

from analyzer.clean.draft import shape
from analyzer.model import Block

# Hanzi in a row (group 1), or a word of another script.
_WORDS = re.compile(r"([\u3400-\u9fff\uf900-\ufaff]+)|[^\W\d_\u3400-\u9fff\uf900-\ufaff]{2,}")
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
# A teaser stands at most so many blocks below its headline: between them are a date and a picture's caption.
_NEAR = 3
# Share of a headline's block that is its link, where a date stands beside it.
_PARTLY = 0.4


def is_chinese(text: str) -> bool:
    """Return whether a text is Chinese, by its first 20,000 characters; a text without words is."""
    found = _WORDS.findall(text[:20000])
    hanzi, words = sum(map(len, found)), found.count("")
    return hanzi >= _CHINESE * (hanzi + words)


def is_forum(source: str, blocks: Sequence[Block]) -> bool:
    """Return whether a page is a thread: several floor numbers, in parts that the template calls posts."""
    floors = [b for b in blocks if b.end - b.start <= 40 and _FLOOR.search(source[b.start : b.end])]
    if len(floors) < _FLOORS:
        return False
    # Templates number their posts: table.pid9001, table.pid9002.
    paths = Counter(_NUMBER.sub("", block.path) for block in floors)
    return max(paths.values()) >= _FLOORS and sum(bool(_POST.search(b.path)) for b in blocks) >= _FLOORS


def _is_headline(block: Block, weight: int) -> bool:
    """Return whether a block is a link as long as a headline."""
    return block.link_share > 0.6 and 6 <= weight <= 50


def headlines_above(source: str, blocks: Sequence[Block]) -> list[int | None]:
    """Return for each teaser the index of the headline link just before it in the same item of a list.

    A headline has its own index, whatever else has None.
    """
    found: list[int | None] = []
    recent: list[tuple[int, str]] = []
    for index, block in enumerate(blocks):
        weight = shape(source[block.start : block.end])[2]
        if block.link_share >= _PARTLY and 6 <= weight <= 50:
            found.append(index)
            recent = [*recent[-_NEAR:], (index, block.path)]
            continue
        item = block.path.rpartition("/")[0] + "/"
        above = [k for k, path in recent if index - k <= _NEAR and f"{path}/".startswith(item)]
        found.append(above[-1] if above and weight <= _TEASER else None)
    return found


def is_list(source: str, blocks: Sequence[Block], keep: Sequence[bool]) -> bool:
    """Return whether a page only lists other pages.

    It has many headline links, and its body is next to nothing, mostly links, headline and teaser by turns, or
    teasers alone.
    """
    headlines = linked = running = inside = kept_blocks = teasers = teased = 0
    above = headlines_above(source, blocks)
    for index, (block, kept) in enumerate(zip(blocks, keep, strict=True)):
        folded, _, weight, _ = shape(source[block.start : block.end])
        headline = _is_headline(block, weight)
        headlines += headline
        teaser = kept and above[index] not in (None, index)
        teasers += teaser
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
    """Return whether a text holds at least one sentence or two data rows: something to check, however short."""
    rows = 0
    for line in text.split("\n"):
        folded, _, weight, _ = shape(line.strip())
        rows += " | " in line
        if rows >= 2 or (weight >= 8 and (_SENTENCE.search(folded) or weight >= 25)):
            return True
    return False
