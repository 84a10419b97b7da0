# ruff: noqa: E501 - lines of an invented page
"""Laws of cleaning: nothing is lost, nothing is done twice, nothing depends on chance."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.clean import RULES, clean
from analyzer.model import Article
from analyzer.read.decode import Decoded
from analyzer.read.page import read_page
from analyzer.read.plain import read_plain
from analyzer.settings import Settings
from analyzer.text import rebuild
from tests.clean import farm_pages
from tests.clean.marked import run

LINES = st.sampled_from(
    [
        "首页 > 生活 > 正文 人气:5 日期:2024-03-02", "洗碗机用了一年的感受", "一、先说优点", "精彩评论", "头像 小王 2024-03-02", "写评论",
        "相关推荐", "• 洗碗机多少钱一台", "2024-03-02 10:00:00", "72 0", "打赏 微信扫一扫", "上一篇:洗碗机多少钱", "图片来源:网络", "",
        "  ", "\u3000", "---", "型号 | 价格", "可以。", "【广告】点击领取优惠券", "本文来自网友投稿,不代表本站立场,侵权请联系删除。",
        "先说优点,吃完饭把碗放进去按一下就可以去散步了,回来的时候碗已经烘干,老人再也不用在冬天里碰冷水,这一点特别值得。",
        "再说缺点,机器占地方,小户型的厨房要提前量好尺寸,安装的时候师傅说要另收材料费,大约120元,事先没有人告诉我们。",
        "总的来说,如果家里人口比较多,又不喜欢为了洗碗吵架,那么这笔钱花得还是很值的,关键是要选对容量,不要贪便宜买小的。",
        "希望以上内容能够满足您的需求,如需修改请随时告诉我。", "目录导读", "責任編輯:小明", "<p>不是标签</p>", "a\tb", "𠮷野家",
    ]
)  # fmt: skip
TEXTS = st.lists(LINES, max_size=30).map("\n".join)


def holds(article: Article) -> None:
    """Check the ledger law on one article."""
    source = article.document.source
    removals = article.removals
    assert all(a.end <= b.start for a, b in pairwise(removals))
    assert all(r.text == source[r.start : r.end] and r.start < r.end for r in removals)
    assert rebuild(article.clean.text, [(r.start, r.text) for r in removals]) == source
    assert len(article.clean.text) + sum(len(r.text) for r in removals) == len(source)
    assert all(0.0 <= r.confidence <= 1.0 and r.rule in RULES for r in removals)
    assert all(r.evidence is None or 0 <= r.evidence.start <= r.evidence.end <= len(source) for r in removals)


@given(TEXTS)
@settings(max_examples=150)
def test_nothing_is_lost_and_cleaning_twice_changes_nothing(text: str) -> None:
    once = run(text)
    holds(once)
    twice = run(once.clean.text)
    assert twice.clean.text == once.clean.text


@given(st.text(max_size=400))
@settings(max_examples=150)
def test_any_text_at_all_is_rebuilt(text: str) -> None:
    holds(run(text))


@given(st.text(alphabet="<>/=\"' abdiptrclsh\n中文。,", max_size=300))
@settings(max_examples=100)
def test_any_markup_at_all_is_rebuilt(html: str) -> None:
    holds(clean(read_page("a.html", Decoded(text=html, encoding="utf-8")), Settings()))


@pytest.mark.parametrize("seed", range(12))
def test_farm_pages_are_rebuilt(seed: int) -> None:
    page, text = farm_pages.html_page(seed), farm_pages.text_page(seed)
    holds(clean(read_page(page.name, Decoded(text=page.content, encoding="utf-8")), Settings()))
    holds(clean(read_plain(text.name, Decoded(text=text.content, encoding="utf-8")), Settings()))


def test_the_result_does_not_depend_on_what_was_cleaned_before() -> None:
    pages = [farm_pages.html_page(seed) for seed in range(8)]
    clean_one = lambda p: clean(read_page(p.name, Decoded(text=p.content, encoding="utf-8")), Settings())  # noqa: E731
    forward = {p.name: clean_one(p).removals for p in pages}
    random.Random(1).shuffle(pages)
    assert {p.name: clean_one(p).removals for p in pages} == forward


def test_a_rule_that_is_switched_off_removes_nothing() -> None:
    page = farm_pages.html_page(0)
    document = read_page(page.name, Decoded(text=page.content, encoding="utf-8"))
    for rule in RULES:
        article = clean(document, Settings(keep_rules=frozenset({rule})))
        assert rule not in {removal.rule for removal in article.removals}
    whole = clean(document, Settings(keep_rules=frozenset(RULES)))
    assert whole.clean.text == document.source


def test_a_passage_to_keep_is_never_removed() -> None:
    for page, read in ((farm_pages.html_page(2), read_page), (farm_pages.text_page(2), read_plain)):
        document = read(page.name, Decoded(text=page.content, encoding="utf-8"))
        gone = next(r for r in clean(document, Settings()).removals if len(r.text.split("\n")) > 2)
        passage = max(gone.text.split("\n"), key=len).strip()
        article = clean(document, Settings(keep_texts=(passage,)))
        assert passage in article.clean.text
        holds(article)
