"""Whether two sentences say the same: a dismissal must follow a copy, and never a sentence whose meaning turned."""

from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from analyzer.decisions.fingerprint import bare

# How alike (0..100) two sentences with the same claim must be for a dismissal to hold for both: tried from 70 to 95 on
# generated changes (tests/decisions/test_carry.py, which holds both sides: 95 % carried, none to another sentence).
# All carried up to 90, fewer at 95; 85 leaves room for short sentences.
SAME_SENTENCE = 85.0

# One of these more or less turns a sentence round: signs of denial, of falsehood, of asking, of a time that is over.
# A copy that adds one inside a harmless word (分别) is judged again, which costs a look; the other way would cost a
# missed falsehood. Held by tests/decisions/test_carry.py.
TURNING = frozenset("不非没无未否勿别莫毋假谣伪误错虚失骗辟讹吗呢谁难岂怎何曾原")

# So many characters that leave one place and come back at another have been moved: A 和 B 换了位置.
MOVED = 2


def same_sentence(one: str, other: str) -> bool:
    """Return whether ``other`` says what ``one`` says: alike, and no difference between them turns the meaning."""
    if asks(one) != asks(other):
        return False
    left, right = bare(one), bare(other)
    return left == right or (ratio(left, right) >= SAME_SENTENCE and not _turned(left, right))


def asks(sentence: str) -> bool:
    """Return whether the sentence has a question mark: the one mark that changes what the words say."""
    return "?" in sentence or "？" in sentence


def _turned(left: str, right: str) -> bool:
    gone: Counter[str] = Counter()
    come: Counter[str] = Counter()
    for old, new in _changes(left, right):
        if _turns(old) != _turns(new):
            return True
        here = Counter(old) & Counter(new)
        gone += Counter(old) - here
        come += Counter(new) - here
    return (gone & come).total() >= MOVED


def _turns(text: str) -> int:
    return sum(c in TURNING for c in text)


def _changes(left: str, right: str) -> Iterator[tuple[str, str]]:
    """Yield the stretches that differ, as (old, new); neighbouring ones are one."""
    a, b = [0, 0], [0, 0]
    for op in Indel.opcodes(left, right):
        if op.tag == "equal":
            if a[0] < a[1] or b[0] < b[1]:
                yield left[a[0] : a[1]], right[b[0] : b[1]]
            a, b = [op.src_end, op.src_end], [op.dest_end, op.dest_end]
        else:
            a[1], b[1] = op.src_end, op.dest_end
    if a[0] < a[1] or b[0] < b[1]:
        yield left[a[0] : a[1]], right[b[0] : b[1]]
