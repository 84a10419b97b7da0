"""The article line by line, as the cleaning passes see it, and what a pass hands back."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from analyzer.fold import fold
from analyzer.language import Phrase
from analyzer.model import Block, Sharing
from analyzer.text import View

# Pinyin behind a hanzi in brackets, as farms add it against filters: 貸(dài).
_NOTE = re.compile(r"(?<=[\u3400-\u9fff])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿê]{1,6}\)")
# Hanzi in a row, which are a token each (group 1), or a word, which is one.
_TOKENS = re.compile(r"([\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f]+)|[^\W_\u3400-\u9fff\uf900-\ufaff]+")
_NOISE = re.compile(r"[\W_]+")
_SENTENCE = re.compile(r"[。!?;…]|[a-z)\]\"'][.](?:\s|$)")
# A paragraph of running text has at least so many tokens (a token is a hanzi or a word). The note's figure: shorter
# lines are headings, captions, headlines; farm paragraphs have 80 to 95.
LONG = 40


class SiteLines(NamedTuple):
    """The lines that other pages prove to be a site's (``furniture.line_key``), and the ``name`` of the site, or ""."""

    lines: Mapping[int, Sharing]
    name: str


NO_LINES = SiteLines({}, "")
"""What a page proves by itself."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line that shows something; ``start:end`` are offsets in the draft's text, without white space around.

    ``folded`` is the line in simplified script, half width and lower case, without pinyin notes; ``bare`` is that
    without punctuation and spaces, for comparing; ``weight`` its tokens (a hanzi or a word). ``path`` and
    ``link_share`` come from the page's block and are "" and 0 for text files.
    """

    start: int
    end: int
    text: str
    folded: str
    bare: str
    weight: int
    running: bool
    path: str = ""
    link_share: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The text as the passes before have left it. ``title`` is the article's title, bare.

    ``shares[k]`` is the share (0..1) of the running text before line k, ``weight`` the tokens of the whole text.
    ``dirty`` says that something has been removed already (of a page, nearly always): then weak cues count, which on a
    clean text prove nothing. ``last_cut`` is where in the text something was removed last, -1 for nowhere. ``shared``
    is what other pages prove: no lines when a page is cleaned by itself.
    """

    text: str
    lines: tuple[Line, ...]
    title: str
    shares: tuple[float, ...]
    weight: int
    dirty: bool = False
    last_cut: int = -1
    shared: SiteLines = NO_LINES

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Return the offsets of the lines ``first:stop``, from the beginning of the first to where the next begins."""
        lines = self.lines
        start = self.text.rfind("\n", 0, lines[first].start) + 1
        if stop < len(lines):
            return start, self.text.rfind("\n", 0, lines[stop].start) + 1
        return start, len(self.text)

    def before(self, index: int) -> float:
        """Return the share (0..1) of the running text (of all text if none is running) that stands before a line."""
        return self.shares[index] if index < len(self.shares) else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One piece that a pass wants to remove, in offsets of the draft's text. ``evidence`` likewise, or None."""

    start: int
    end: int
    reason: Phrase
    evidence: tuple[int, int] | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """One kind of junk. ``rule`` is its name in the ledger, ``version`` goes up when its decisions change."""

    rule: str
    version: int
    why: Phrase
    find: Callable[[Draft], Iterable[Cut]]


def lines_cut(draft: Draft, first: int, stop: int, reason: Phrase, **more: object) -> Cut:
    """Return the cut of whole lines; ``evidence`` may be given as (first line, stop line)."""
    start, end = draft.span(first, stop)
    evidence = more.get("evidence")
    confidence = more.get("confidence", 1.0)
    return Cut(
        start=start,
        end=end,
        reason=reason,
        evidence=draft.span(*evidence) if isinstance(evidence, tuple) else None,
        confidence=confidence if isinstance(confidence, float) else 1.0,
    )


@lru_cache(maxsize=8192)
def shape(text: str) -> tuple[str, str, int, bool]:
    """Return a line folded, bare, its weight, and whether it is running text."""
    folded = fold(text)
    if "(" in folded:
        folded = _NOTE.sub("", folded)
    weight = sum(len(hanzi) or 1 for hanzi in _TOKENS.findall(folded))
    running = weight >= LONG and (bool(_SENTENCE.search(folded)) or weight >= 3 * LONG)
    return folded, bare(folded), weight, running


def bare(folded: str) -> str:
    """Return the letters and digits of a folded text."""
    return _NOISE.sub("", folded)


def draft_of(view: View, title: str, blocks: Sequence[Block] = (), shared: SiteLines = NO_LINES) -> Draft:
    """Return the draft of a cleaned-so-far text; ``blocks`` are the page's, in source offsets."""
    lines: list[Line] = []
    starts = [block.start for block in blocks]
    at = 0
    for raw in view.text.split("\n"):
        text = raw.strip()
        if text:
            start = at + raw.index(text[0])
            folded, bare, weight, running = shape(text)
            path, share = "", 0.0
            if starts:
                k = bisect_right(starts, view.span(start, start + 1).start) - 1
                path, share = blocks[max(0, k)].path, blocks[max(0, k)].link_share
            lines.append(Line(start, start + len(text), text, folded, bare, weight, running, path, share))
        at += len(raw) + 1
    return Draft(
        text=view.text,
        lines=tuple(lines),
        title=shape(title.strip())[1] if title else "",
        shares=_shares(lines),
        weight=sum(line.weight for line in lines),
        dirty=len(view.text) < len(view.source),
        last_cut=_last_cut(view),
        shared=shared,
    )


def _last_cut(view: View) -> int:
    """Return the last place of the text at which words of the source are missing, -1 where none are."""
    end, at = len(view.source), len(view.text)
    for start, origin, length in zip(view.starts[::-1], view.origins[::-1], view.lengths[::-1], strict=True):
        if view.source[origin + length : end].strip():
            return at
        end, at = origin, start
    return 0 if view.source[:end].strip() else -1


def _shares(lines: Sequence[Line]) -> tuple[float, ...]:
    """Return the share of the running text that stands before each line."""
    any_running = any(line.running for line in lines)
    weights = [line.weight if line.running or not any_running else 0 for line in lines]
    total = sum(weights)
    before = accumulate(weights, initial=0)
    return tuple(at / total if total else 1.0 for at, _ in zip(before, lines, strict=False))
