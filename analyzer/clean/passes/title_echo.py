"""The title printed again inside the body: the text of an image or a keyword line of the template."""

from collections.abc import Iterable

from analyzer.clean.draft import Cut, Draft, Pass, lines_cut
from analyzer.language import Phrase

_WHY = Phrase(zh="正文里重复出现的标题。", en="the title repeated inside the text")
# A shorter title (a name, a place) may well be the heading of a section.
_TITLE = 8


def find(draft: Draft) -> Iterable[Cut]:
    """Yield every later line that equals the title."""
    if len(draft.title) < _TITLE:
        return
    places = [k for k, line in enumerate(draft.lines) if line.bare == draft.title]
    running = next((k for k, line in enumerate(draft.lines) if line.running), len(draft.lines))
    for k in places:
        if k != places[0] or k > running:
            yield lines_cut(draft, k, k + 1, _WHY, evidence=(places[0], places[0] + 1) if k != places[0] else None)


PASS = Pass(rule="title-echo", version=1, why=_WHY, find=find)
