# ruff: noqa: E501 - tables of pages
"""Title, date, site and author, and the dates that are not the article's."""

import pytest

from analyzer.read.decode import Decoded
from analyzer.read.page import read_page
from analyzer.read.plain import read_plain

LONG = "这是一段足够长的正文,用来表示文章从这里开始,它至少有四十个汉字,并且以句号结尾,读起来像一段普通的话。"

TEXTS = [
    # what, text, title, published
    ("title and counters", f"洗衣机怎么选\n首页 > 家电 人气:5 日期:2024-03-02 10:00:00\n{LONG}", "洗衣机怎么选", "2024-03-02"),
    ("no date", f"洗衣机怎么选\n{LONG}", "洗衣机怎么选", None),
    ("a date in the text is not the article's", f"洗衣机怎么选\n{LONG}2021年5月1日起执行。", "洗衣机怎么选", None),
    ("a related list has other dates", f"洗衣机怎么选\n{LONG}\n相关推荐\n冰箱怎么选\n2024-03-02 10:00:00", "洗衣机怎么选", None),
    ("a comment has its own date", f"洗衣机怎么选\n{LONG}\n精彩评论\n头像 小王 2024-03-02\n不错。", "洗衣机怎么选", None),
    ("the second copy carries the date", f"洗衣机怎么选才好\n{LONG}\n洗衣机怎么选才好\n2024-03-02 10:00:00\n{LONG}", "洗衣机怎么选才好", "2024-03-02"),
    ("running text has no title", f"{LONG}\n第二段。", "", None),
    ("a comment heading is no title", f"精彩评论\n\n{LONG}", "", None),
    ("a way of pages is no title", f"您现在的位置: 生活百科 >> 家电 >> 内容阅读\n洗衣机怎么选\n{LONG}", "洗衣机怎么选", None),
    ("a bar of pages is no title", f"菜单 ≡ 首页 问法 案例 文书 专题\n洗衣机怎么选\n{LONG}", "洗衣机怎么选", None),
    ("markdown heading", f"# 洗衣机怎么选\n\n{LONG}", "洗衣机怎么选", None),
    ("traditional script", f"洗衣機怎麼選\n發佈時間:2024年3月2日 來源:家電網\n{LONG}", "洗衣機怎麼選", "2024-03-02"),
    ("empty", "", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "title", "published"), TEXTS, ids=[row[0] for row in TEXTS])
def test_text_metadata(what: str, text: str, title: str, published: str | None) -> None:
    document = read_plain("a.txt", Decoded(text=text, encoding="utf-8"))
    assert (document.title, document.published) == (title, published)


def page(head: str, body: str) -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


PAGES = [
    # what, head, body, title, published
    ("the heading that the title repeats", "<title>洗衣机怎么选_家电网</title>", f"<h1>家电网</h1><h1>洗衣机怎么选</h1><p>{LONG}", "洗衣机怎么选", None),
    ("site cut from the title element", "<title>洗衣机怎么选_家电_百科网</title>", f"<b>洗衣机怎么选</b><p>{LONG}", "洗衣机怎么选", None),
    ("open graph", '<meta property="og:title" content="洗衣机怎么选">', f"<p>{LONG}", "洗衣机怎么选", None),
    ("meta date", '<title>甲乙丙丁</title><meta property="article:published_time" content="2024-03-02T08:00:00+08:00">', f"<p>{LONG}", "甲乙丙丁", "2024-03-02"),
    ("json-ld", '<title>甲乙丙丁</title><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"甲乙丙丁","datePublished":"2024-03-02"}]}</script>', f"<p>{LONG}", "甲乙丙丁", "2024-03-02"),
    ("broken json-ld", '<title>甲乙丙丁</title><script type="application/ld+json">{"datePublished":</script>', f"<p>{LONG}", "甲乙丙丁", None),
    ("head of the page", "<title>洗衣机怎么选</title>", f"<h1>洗衣机怎么选</h1><div>发布时间:2024-03-02 来源:某网</div><p>{LONG}", "洗衣机怎么选", "2024-03-02"),
    ("forum", "<title>洗衣机到底应该怎么选才不吃亏</title>", f"<div>查看: 4473 | 回复: 12 | 洗衣机到底应该怎么选才不吃亏?</div><p>老王<p>元老<p>发表于 2024-9-4 16:42 只看该作者<p>{LONG}<p>发表于 2024-9-5 08:00", "洗衣机到底应该怎么选才不吃亏", "2024-09-04"),
    ("title cut short in the element", "<title>洗衣机怎么选择_家电网手机版</title>", f"<h1>洗衣机怎么选择？看懂这三个数字</h1><p>{LONG}", "洗衣机怎么选择？看懂这三个数字", None),
    ("counters glued to the date", "<title>洗衣机怎么选</title>", f"<h1>洗衣机怎么选</h1><div><span>家电编辑部</span><span>2025-06-17</span><span>1.2万阅读</span></div><p>{LONG}", "洗衣机怎么选", "2025-06-17"),
    ("a question's date below its text", "<title>洗衣机怎么选</title>", f"<h1>洗衣机怎么选</h1><p>{LONG}</p><div>匿名用户 提问于 2022-11-03 19:40 浏览 8562 次</div><p>{LONG}</p>", "洗衣机怎么选", "2022-11-03"),
    ("dates of a list", "<title>洗衣机怎么选</title>", f"<h1>洗衣机怎么选</h1><p>{LONG}<ul><li>冰箱 <span>2024-03-02</span></ul>", "洗衣机怎么选", None),
    ("several times belong to a list", "<title>洗衣机怎么选</title>", f"<h1>洗衣机怎么选</h1><p>{LONG}<time>2024-01-01</time><time>2023-01-01</time>", "洗衣机怎么选", None),
]  # fmt: skip


@pytest.mark.parametrize(("what", "head", "body", "title", "published"), PAGES, ids=[row[0] for row in PAGES])
def test_page_metadata(what: str, head: str, body: str, title: str, published: str | None) -> None:
    document = read_page("a.html", Decoded(text=page(head, body), encoding="utf-8"))
    assert (document.title, document.published) == (title, published)


def test_site_and_author() -> None:
    head = '<title>甲乙丙丁</title><meta property="og:site_name" content="百科网"><meta name="author" content="小李">'
    document = read_page(
        "a.html", Decoded(text=page(head, f"<p>{LONG}"), encoding="utf-8"), url="https://a.example.com/1"
    )
    assert (document.site, document.author, document.url) == ("百科网", "小李", "https://a.example.com/1")
    text = read_plain("a.txt", Decoded(text=f"甲乙丙丁\n来源:百科网 作者:小李\n{LONG}", encoding="utf-8"))
    assert (text.site, text.author) == ("百科网", "小李")
    rights = Decoded(text=f"甲乙丙丁\n版权归原作者所有 侵删\n{LONG}", encoding="utf-8")
    assert read_plain("b.txt", rights).author is None
