"""What the writer told a language model, or the model told the writer, left in the article."""

from collections.abc import Iterable

from analyzer.clean.cues import LEAK_STRONG
from analyzer.clean.draft import LONG, Cut, Draft, Pass, lines_cut
from analyzer.language import Phrase

_WHY = Phrase(
    zh="给写作软件的提示词或它的答话,不是正文。", en="a prompt to a writing program or its reply, not the text"
)


def find(draft: Draft) -> Iterable[Cut]:
    """Yield the lines that are nothing but prompt or reply: at the ends one cue is enough, inside it takes two."""
    last = len(draft.lines) - 1
    for k, line in enumerate(draft.lines):
        if line.weight > 2 * LONG:
            continue
        cues = len(LEAK_STRONG.findall(line.folded))
        if cues >= 2 or (cues and (k <= 3 or k >= last - 3)):
            yield lines_cut(draft, k, k + 1, _WHY, confidence=0.95)


PASS = Pass(rule="leakage", version=1, why=_WHY, find=find)
