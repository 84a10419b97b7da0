"""A company's name that a spammer has put before sentences which have a subject of their own.

Seen on farm pages written for hire: 某某咨询有限公司从家庭开支的角度看,…. Left in, the name reads as the subject.
"""

import re
from collections import Counter
from collections.abc import Iterable

from analyzer.clean.draft import Cut, Draft, Pass
from analyzer.language import Phrase

_WHY = Phrase(zh="硬塞在句首的公司名,与句子无关。", en="a company name forced before a sentence that is not about it")

# Sentences that the name must open, so that a company which is the topic of one sentence is left alone.
_TIMES = 2
_COMPANY = re.compile(
    r"(?:^|(?<=[。!?;]))\s*(?P<name>[\u4e00-\u9fff]{4,20}?(?:有限责任公司|股份有限公司|有限公司|律师事务所|事务所))"
    r"(?=从|对于|随着|首先|其次|根据|为了|如果|通过|关于|其实|那么|当前|目前|近年|在.{1,12}(?:中|时|下|上|后|前|里),)"
)


def find(draft: Draft) -> Iterable[Cut]:
    """Yield a company's name before clauses that open without it, if it opens sentences again and again."""
    opens: Counter[str] = Counter()
    for line in draft.lines:
        for sentence in re.split(r"[。!?;]", line.folded):
            found = re.match(r"\s*([\u4e00-\u9fff]{4,20}?(?:有限责任公司|股份有限公司|有限公司|事务所))", sentence)
            if found:
                opens[found[1]] += 1
    for line in draft.lines:
        for match in _COMPANY.finditer(line.folded):
            name = match["name"]
            if opens[name] >= _TIMES and name not in draft.title:
                start = line.start + match.start("name")
                yield Cut(start=start, end=start + len(name), reason=_WHY, confidence=0.7)


PASS = Pass(rule="forced-name", version=1, why=_WHY, find=find)
