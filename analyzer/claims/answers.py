"""Questions whose answer stands right after them: S 的船长是谁？——V。 · S 建于哪一年？答：1968年。"""

import re
from dataclasses import dataclass

# Blank of the length of what it replaces: it stands for nothing and parts no clause (Sentence.gap leaves it out).
FILL = "\ue002"
MAX_ASIDE = 12  # characters of a remark between question and answer; by judgement (tests/claims/test_answers.py)
MAX_ANSWER = 24  # characters of an answer that is nothing but a value (tests/claims/test_answers.py)

_ASKS_FOR = re.compile(
    r"""
    (?:谁 | 何人 | 哪[里儿] | 何[地处时] | 什么时候 | 哪一?[年天] | 哪一?[家个座所位种款支部][\u4e00-\u9fff]{0,3}
    | 几[年月天岁号个]
    | 多少[\u4e00-\u9fff]{0,3} | 多[高长大久远重深宽] | 什么[\u4e00-\u9fff]{0,4})(?:呢|呀|啊|来着)?\s*[?]+[”"』」)]*
    """,
    re.VERBOSE,
)
_TOLD = r"[【\[(]?(?:正确|标准|参考)?(?:答案?|回答|答复|正解)[】\])]?\s*(?:[:是为]|就是)+"
_LEADS = re.compile(
    rf"""
    \s*(?:
        (?:[^,。!?;:\n\d]{{2,{MAX_ASIDE}}},)?\s*{_TOLD}
        | (?:——|--|—|→)?\s*(?:{_TOLD} | a\d{{0,2}}: | (?:就|应该|当然|正)?是)?
    )\s*
    """,
    re.VERBOSE,
)
_CLAUSE = re.compile(r"[^,。;!?\n]*")


@dataclass(frozen=True, slots=True)
class Answered:
    """A question and its answer as one statement, as long as the text that it is made of.

    ``start:end`` is the answer's first clause, in offsets of ``text``.
    """

    text: str
    start: int
    end: int

    def gives(self, start: int, end: int) -> bool:
        """Return whether the answer is nothing but a value that stands at ``start:end``."""
        return (
            self.start <= start <= self.start + 1
            and end <= self.end + 1
            and not self.text[end : self.end].strip('》”"』」 左右多余人')
        )


def joined(text: str, question: tuple[int, int], answer: tuple[int, int]) -> Answered | None:
    """Return a question and the answer in the next sentence as one statement, with the asking blanked out.

    None where the question does not end with what it asks for or the answer is a question or a longer sentence.
    """
    start, end = question
    asks = next((found for found in _ASKS_FOR.finditer(text, start, end) if found.end() == end), None)
    if asks is None:
        return None
    led = _LEADS.match(text, end, answer[1])
    value = _CLAUSE.match(text, led.end(), answer[1]) if led and led.end() >= answer[0] else None
    if led is None or value is None or not 0 < len(value.group()) <= MAX_ANSWER or text.startswith("?", value.end()):
        return None
    body = text[start : asks.start()] + FILL * (led.end() - asks.start()) + text[led.end() : answer[1]]
    return Answered(body, led.end() - start, value.end() - start)
