"""Stretches of a page that it does not put as its own word: exercises, marked statements, rumours, letters, posts.

One file a kind of page: a function from the page's lines to passages, and the signs without which it does not look: the
words of its kind that are most frequent, not all that it knows (a page of posts has several of them).
Where passages overlap, the first kind of ``KINDS`` decides. Nothing here names a field or a thing.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from ahocorasick_rs import MATCHKIND_STANDARD, AhoCorasick

from analyzer.claims.passages import exercises, marks, rumours, voices
from analyzer.claims.passages.passage import Line, Passage, lines_of

__all__ = ["Passage", "passages"]

KINDS: tuple[tuple[tuple[str, ...], Callable[[Sequence[Line]], Iterator[Passage]]], ...] = (
    (marks.SIGNS, marks.marked),
    (rumours.SIGNS, rumours.rumours),
    (exercises.OPTION_SIGNS, exercises.options),
    (exercises.KEY_SIGNS, exercises.keyed),
    (exercises.ANSWER_SIGNS, exercises.answered),
    (exercises.SECTION_SIGNS, exercises.sections),
    (voices.SIGNS, voices.voices),
    (("“",), voices.quotations),
)


def passages(text: str) -> Sequence[Passage]:
    """Return the passages of a folded text, those of the kind that decides first."""
    automaton, kinds = _signs()
    shown = {kinds[which] for which, _, _ in automaton.find_matches_as_indexes(text, overlapping=True)}
    if not shown:
        return ()
    lines = lines_of(text)
    return tuple(passage for n, (_, read) in enumerate(KINDS) if n in shown for passage in read(lines))


@cache
def _signs() -> tuple[AhoCorasick, Sequence[int]]:
    """Return one automaton over the signs of all kinds, and of which kind each sign is."""
    signs = [(sign, n) for n, (words, _) in enumerate(KINDS) for sign in words]
    return AhoCorasick([sign for sign, _ in signs], matchkind=MATCHKIND_STANDARD), [n for _, n in signs]
