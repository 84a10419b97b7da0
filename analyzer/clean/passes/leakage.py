"""What the writer told a language model, or the model told the writer, left in the article."""

import re
from collections.abc import Iterable

from analyzer.clean.draft import LONG, Cut, Draft, Pass, lines_cut
from analyzer.language import Phrase

_CUE = re.compile(
    "|".join(
        (
            r"(?:以下是|下面是|这是|好的|当然).{0,8}(?:根据|按照|基于|依据|针对|结合)?.{0,4}(?:您|你|用户|所)"
            r"(?:所?提供|给出|提出|要求|输入|的要求|的需求|所给)的?.{0,24}"
            r"(?:文章|内容|文本|稿件|正文|关键词|标题|软文|回答|范文|一篇|版本)",
            r"(?:根据|按照)(?:您|你)(?:提供|给出|提出)?的(?:关键词|要求|标题|主题|大纲|提示|需求).{0,20}(?:撰写|生成|创作|写|整理)",
            r"(?:希望|但愿|愿)(?:以上|这篇|这些|上述|本文|这份|该)(?:的)?(?:内容|文章|回答|信息|版本|答案|改写).{0,10}"
            r"(?:满足|符合|对您|对你|达到).{0,10}(?:需求|要求|帮助|期望)",
            r"如(?:果|若|需|有).{0,16}(?:修改|润色|调整|补充|优化|改写|扩写|完善).{0,12}"
            r"(?:告诉我|告知我|联系我|随时|告诉|提出|跟我说|吩咐)",
            r"(?:作为|身为)(?:一个|一款|一名)?(?:ai|人工智能|大?语言模型|智能助手)|as an ai (?:language )?model",
            r"(?:已|将)(?:为您|为你|按要求)(?:生成|改写|撰写|润色|重写)|"
            r"(?:改写|润色|扩写)后的?(?:文章|内容|版本)(?:如下)?\s*:",
            r"(?:请注意|注)\s*:?.{0,8}(?:本文|以上内容|此文)"
            r"(?:由|是由|为)(?:ai|人工智能|模型).{0,6}(?:生成|撰写|创作)",
        )
    )
)

# What a prompt asks for; an article about writing says so too, so it takes two.
_WEAK = re.compile(
    "|".join(
        (
            r"(?:不少于|不低于|不超过|控制在|字数[在约为]?)\s*\d{3,5}\s*字",
            r"(?:不含|没有|无|避免|不出现).{0,6}(?:拼写|语法)(?:和|及|与|或|、)?.{0,6}错误",
            r"(?:以|用)(?:清晰|流畅|通俗).{0,10}(?:结构|语言|逻辑).{0,16}(?:撰写|呈现|输出|生成)|结构清晰,",
        )
    )
)

_WHY = Phrase(
    zh="给写作软件的提示词或它的答话，不是正文。", en="a prompt to a writing program or its reply, not the text"
)


def find(draft: Draft) -> Iterable[Cut]:
    """Yield the lines that are nothing but prompt or reply: at the ends one cue is enough, inside it takes two."""
    last = len(draft.lines) - 1
    for k, line in enumerate(draft.lines):
        if line.weight > 2 * LONG:
            continue
        cues, weak = len(_CUE.findall(line.folded)), len(_WEAK.findall(line.folded))
        if cues + weak >= 2 or (cues and (k <= 3 or k >= last - 3)):
            yield lines_cut(draft, k, k + 1, _WHY, confidence=0.95)


PASS = Pass(rule="leakage", version=1, why=_WHY, find=find)
