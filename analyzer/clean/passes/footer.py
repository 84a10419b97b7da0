"""Pay and share buttons, previous/next links, repost and copyright notices, editor lines: the foot of an article."""

from collections.abc import Iterable

from analyzer.clean.cues import BUTTONS, EDITOR, NEIGHBOUR, REPOST, STRONG_BUTTON
from analyzer.clean.draft import LONG, Cut, Draft, Line, Pass, lines_cut
from analyzer.language import Phrase

_PAY = Phrase(zh="打赏、分享一类的按钮。", en="pay and share buttons")
_NEXT = Phrase(zh="上一篇、下一篇的链接。", en="links to the previous and next article")
_REPOST = Phrase(zh="转载或版权声明。", en="a repost or copyright notice")
_EDITOR = Phrase(zh="编辑署名。", en="the editor's line")
# A notice is short; a paragraph about copyright is not. Twice a farm paragraph.
_NOTICE = 3 * LONG
# Share of the running text before a notice that gives only one cue.
_TAIL = 0.5


def find(draft: Draft) -> Iterable[Cut]:
    """Yield the lines of the foot."""
    for k, line in enumerate(draft.lines):
        why = _kind(line, tail=draft.before(k) >= _TAIL, last=k >= len(draft.lines) - 6)
        if why is not None:
            yield lines_cut(draft, k, k + 1, why, confidence=0.95)


def _kind(line: Line, *, tail: bool, last: bool) -> Phrase | None:
    text = line.folded
    if line.weight <= 40 and BUTTONS.fullmatch(text) and STRONG_BUTTON.search(text):
        return _PAY
    if line.weight <= 60 and NEIGHBOUR.fullmatch(text) and tail:
        return _NEXT
    if line.weight <= _NOTICE:
        cues = len(REPOST.findall(text))
        if (cues >= 2 and tail) or (cues and last and tail and line.weight <= LONG + 20):
            return _REPOST
    if line.weight <= 20 and EDITOR.fullmatch(text) and tail:
        return _EDITOR
    return None


PASS = Pass(rule="footer", version=1, why=_REPOST, find=find)
