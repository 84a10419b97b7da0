"""Every word of the pages, in both languages, side by side.

A template asks with ``t("key", n=5)``; an unknown key is an error, and tests/report/test_words.py holds that every
key is used and that both languages name the same places to fill.
"""

import re
from collections.abc import Mapping

from analyzer.language import Language, Phrase
from analyzer.report.words_pages import PAGE_WORDS
from analyzer.report.words_serve import SERVE_WORDS

_ONE = re.compile(r"\b1 ([a-z]+)s\b")


class Words:
    """The words in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for a key, with its places filled in. Raises KeyError if there is no such key."""
        said = WORDS[key].say(self.language)
        if not values:
            return said
        filled = said.format(**values)
        # The English words are written for many.
        return _ONE.sub(r"1 \1", filled) if self.language is Language.EN and 1 in values.values() else filled

    def maybe(self, key: str, fallback: str) -> str:
        """Return the words for a key that the data names, or the fallback where we have no words for it."""
        return WORDS[key].say(self.language) if key in WORDS else fallback


def _p(zh: str, en: str) -> Phrase:
    return Phrase(zh=zh, en=en)


_COMMON: Mapping[str, Phrase] = {
    "report": _p("内容农场核查报告", "Content-farm fact check"),
    "skip": _p("跳到正文", "Skip to content"),
    "nav": _p("页面", "Pages"),
    "version": _p("farmcheck {version} · 事实表 {digest}", "farmcheck {version} · fact table {digest}"),
    # marks
    "mark.contradicted": _p("与事实不符", "Contradicted"),
    "mark.outdated": _p("已过时", "Outdated"),
    "mark.conflict": _p("互相矛盾", "In conflict"),
    "mark.supported": _p("属实", "Supported"),
    "mark.imprecise": _p("不够准确", "Imprecise"),
    "mark.unverified": _p("无法核实", "Unverified"),
    "mark.gap": _p("文字残缺", "Damaged text"),
    "mark.removed": _p("已移除", "Removed"),
    "mark.fix": _p("已修复", "Repaired"),
    "tier.confirmed": _p("确认", "confirmed"),
    "tier.suggested": _p("提示", "suggested"),
    "severity.high": _p("高", "high"),
    "severity.medium": _p("中", "medium"),
    "severity.low": _p("低", "low"),
    "stance.asserted": _p("陈述", "asserted"),
    "stance.negated": _p("否定", "negated"),
    "stance.question": _p("提问", "question"),
    "stance.hypothetical": _p("假设", "hypothetical"),
    "stance.hedged": _p("存疑语气", "hedged"),
    "stance.attributed": _p("转述他人", "attributed"),
    "stance.denied": _p("引述并否认", "denied"),
    "stance.planned": _p("计划中", "planned"),
    "grade.exact": _p("属实", "exact"),
    "grade.accepted": _p("可接受", "accepted"),
    "grade.wrong": _p("常见误传", "known falsehood"),
    "grade.disputed": _p("有争议", "disputed"),
    "gap.space": _p("空格代替了文字", "words replaced by a space"),
    "gap.merged": _p("文字被删，前后相连", "words cut out, the ends joined"),
    "gap.bytes": _p("字节损坏", "damaged bytes"),
    "gap.substituted": _p("文字被替换", "words substituted"),
    "gap.masked": _p("文字被遮盖", "words masked"),
    "state.open": _p("待办", "Open"),
    "state.reopened": _p("请重看", "Look again"),
    "state.accept": _p("已采纳", "Accepted"),
    "state.false_alarm": _p("误报", "False alarm"),
    "state.later": _p("稍后", "Later"),
    "state.fixed": _p("已更正", "Corrected"),
    "state.keep": _p("误删", "Wrongly removed"),
    "state.withdrawn": _p("撤销", "Withdrawn"),
    "changed.expired": _p("处理结果已到期", "the decision has expired"),
    "changed.merged": _p("几案合并，各自的处理结果不同", "cases merged that had been decided differently"),
    "changed.sides": _p("又有了新的说法", "a new value takes part"),
    "changed.fact": _p("事实表里的依据改过了", "the deciding fact has changed"),
    "changed.draft": _p("依据变成了草稿", "the deciding fact is now a draft"),
    "changed.spread": _p("更正后又出现在新的站点", "it has appeared on a new site since it was corrected"),
    # small words
    "harm": _p("危害{level}", "{level} harm"),
    "articles_n": _p("{n} 篇", "{n} articles"),
    "sites_n": _p("{n} 站", "{n} sites"),
    "chars_n": _p("{n} 字", "{n} characters"),
    "first_seen": _p("首见 {date}", "first seen {date}"),
    "unknown_site": _p("站点不明", "site unknown"),
    "letter.site": _p("贵站", "your site"),
    "no_title": _p("（无标题）", "(no title)"),
    "quoted": _p("“{words}”", "“{words}”"),
    "colon": _p("：", ": "),
    "comma": _p("，", ", "),
    "none": _p("无", "none"),
    "not": _p("不是", "not"),
    "yes": _p("是", "yes"),
    "no": _p("否", "no"),
    "copy": _p("复制", "Copy"),
    "copied": _p("已复制", "Copied"),
    "says": _p("文中说", "Text says"),
    "table_says": _p("事实表", "Table says"),
    "known_wrong": _p("常见误传", "Common error"),
    "formerly": _p("以前", "Formerly"),
    "basis": _p("依据", "Source"),
    "why": _p("为何判定", "Why"),
    "rule": _p("规则", "Rule"),
    "checked_by": _p("{date} {by} 核", "checked {date} {by}"),
    "no_source": _p("无出处", "no source"),
    "former": _p("{from_}至 {to}", "from {from_} until {to}"),
    "until": _p("至 {to}", "until {to}"),
    "since": _p("自 {from_}", "since {from_}"),
    "missing": _p("没查什么", "Not checked"),
    "original": _p("原文", "original"),
    "candidates": _p("可能是", "perhaps"),
    "restored": _p("已还原", "restored"),
    "page_of": _p("第 {n} / {total} 页", "Page {n} of {total}"),
    "previous": _p("上一页", "Previous"),
    "next": _p("下一页", "Next"),
}

WORDS: Mapping[str, Phrase] = {**_COMMON, **PAGE_WORDS, **SERVE_WORDS}
