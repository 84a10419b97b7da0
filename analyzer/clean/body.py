"""Which blocks of a page are the article: several extractors vote.

The two cheap ones go first, our density extractor and readability. If they agree on a Chinese page, the body is what
both take; that decides most pages. Otherwise trafilatura votes too, and the candidate that agrees best with the others
is the body. How far they agree is the confidence of the extraction.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from analyzer.clean.align import align
from analyzer.clean.density import dense_blocks, running
from analyzer.clean.draft import LONG, shape
from analyzer.clean.extractors import by_readability, by_trafilatura
from analyzer.clean.kind import headlines_above
from analyzer.model import Block, Document

# Agreement (F1 over the blocks' characters) from which two extractors decide a Chinese page alone. Swept .85 to .98 on
# the first half of 51 Chinese pages: no difference up to .90, below it the pages that need a third vote slip through.
_AGREE = 0.85
# Pages beyond these sizes are left to the density extractor, which is linear: the others take minutes on them.
_MAX_BLOCKS = 8000
_MAX_CHARACTERS = 3_000_000
_MAX_TAGS = 40_000
# A candidate with less running text than two paragraphs (tokens) has found nothing where another has many times more.
# Seen on pages whose paragraphs are <section> or <div> inside a table cell: two extractors take the byline alone, and
# agree. Held by tests/clean/test_body.py.
_NOTHING, _TIMES = 2 * LONG, 5
# So many teasers at the end of the body are a related list whose headlines the vote left out; more than this share of
# the running text they never are. Held by tests/clean/test_body.py.
_TAIL, _TAIL_SHARE = 2, 0.4


# A block with more link text is none of the article's own lines; and how far kept neighbours may be.
_LINK = 0.5
_GAP = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The chosen blocks, how far the extractors agreed (0..1), and whose choice it is."""

    keep: tuple[bool, ...]
    confidence: float
    chosen: str


def find_body(document: Document, elements: Sequence[HtmlElement], *, chinese: bool) -> Body:
    """Return the article's blocks of a page; ``elements`` are the blocks' elements."""
    html = document.html or ""
    texts = [shape(document.source[b.start : b.end])[1] for b in document.blocks]
    sizes = [len(text) for text in texts]
    candidates = {"density": dense_blocks(document.source, document.blocks, elements)}
    if len(texts) > _MAX_BLOCKS or len(html) > _MAX_CHARACTERS or html.count("<") > _MAX_TAGS:
        return Body(keep=tuple(candidates["density"]), confidence=0.5, chosen="density")
    candidates["readability"] = align(texts, by_readability(html))
    agreement = block_f1(candidates["density"], candidates["readability"], sizes)
    if chinese and agreement >= _AGREE:
        both = [a and b for a, b in zip(*candidates.values(), strict=True)]
        keep = _without_teasers(bridged(both, candidates, document.blocks), document)
        return Body(keep=keep, confidence=agreement, chosen="density+readability")
    candidates["trafilatura"] = align(texts, by_trafilatura(html))
    chosen, agreement = medoid(_worth(candidates, document), sizes)
    keep = _without_teasers(bridged(candidates[chosen], candidates, document.blocks), document)
    return Body(keep=keep, confidence=agreement, chosen=chosen)


def bridged(
    keep: Sequence[bool], candidates: Mapping[str, Sequence[bool]], blocks: Sequence[Block]
) -> tuple[bool, ...]:
    """Return the choice with the short lines put back that stand between kept blocks of the same parent.

    Extractors drop what is short; inside an article that is a heading, a verse, a step, and right above it its opening
    line. Some candidate must have taken it, and it must be no link.
    """
    done = list(keep)
    for k, block in enumerate(blocks):
        if keep[k] or block.link_share > _LINK or not any(taken[k] for taken in candidates.values()):
            continue
        before = next((j for j in range(k - 1, max(-1, k - _GAP), -1) if keep[j]), None)
        after = next((j for j in range(k + 1, min(len(blocks), k + _GAP)) if keep[j]), None)
        if after is None or (before is None and after > k + 1):
            continue
        home = block.path.rpartition("/")[0]
        around = [after] if before is None or after == k + 1 else [before, after]
        done[k] = all(home in (blocks[j].path, blocks[j].path.rpartition("/")[0]) for j in around)
    return tuple(done)


def _worth(candidates: Mapping[str, Sequence[bool]], document: Document) -> Mapping[str, Sequence[bool]]:
    """Return the candidates without those that hold no paragraph where another holds several."""
    weights = [running(document.source[b.start : b.end], b.link_share) for b in document.blocks]
    held = {name: sum(w for w, kept in zip(weights, keep, strict=True) if kept) for name, keep in candidates.items()}
    most = max(held.values())
    return {name: keep for name, keep in candidates.items() if held[name] >= _NOTHING or held[name] * _TIMES >= most}


def _without_teasers(keep: Sequence[bool], document: Document) -> tuple[bool, ...]:
    """Return the choice without a related list at its end: headlines and their teasers, or the teasers alone."""
    weights = [running(document.source[b.start : b.end], b.link_share) for b in document.blocks]
    above = headlines_above(document.source, document.blocks)
    tail: list[int] = []
    teased: set[int] = set()
    for k in reversed([k for k, kept in enumerate(keep) if kept]):
        headline = above[k]
        if headline is None:
            break
        if headline != k:
            if headline in teased:  # one link above several paragraphs is an advertisement among them
                return tuple(keep)
            teased.add(headline)
        tail.append(k)
    total = sum(w for w, kept in zip(weights, keep, strict=True) if kept)
    if len(teased) < _TAIL or sum(weights[k] for k in tail) > _TAIL_SHARE * total:
        return tuple(keep)
    return tuple(kept and k not in tail for k, kept in enumerate(keep))


def medoid(candidates: Mapping[str, Sequence[bool]], sizes: Sequence[int]) -> tuple[str, float]:
    """Return the candidate that agrees best with the others, and its mean agreement; an empty one never wins."""
    best, best_score = next(iter(candidates)), -1.0
    for name, keep in candidates.items():
        if not any(keep):
            continue
        others = [block_f1(keep, other, sizes) for rival, other in candidates.items() if rival != name]
        score = sum(others) / len(others) if others else 0.0
        if score > best_score + 1e-9:
            best, best_score = name, score
    return best, max(0.0, best_score)


def block_f1(left: Sequence[bool], right: Sequence[bool], sizes: Sequence[int]) -> float:
    """Return the F1 of two choices of blocks, weighed by the blocks' sizes; 0 if either is empty."""
    shared = sum(size for size, a, b in zip(sizes, left, right, strict=True) if a and b)
    total = sum(size * (a + b) for size, a, b in zip(sizes, left, right, strict=True))
    return 2 * shared / total if total else 0.0
