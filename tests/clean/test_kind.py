"""What sort of page it is: threads whose template numbers its posts, lists of which only the teasers survive."""

from pathlib import Path

import pytest

from analyzer.clean import clean
from analyzer.model import PageKind
from analyzer.read import documents
from analyzer.settings import Settings

POST = "<table id='pid{n}'><tr><td>{n}楼 发表于 2025-03-0{n} 10:00</td></tr><tr><td>{text}</td></tr></table>"
TEXT = "我也遇到过一样的情形,打了三次电话才说清楚,把每次的工号记下来就好办了,大家别着急。"


def kind_of(tmp_path: Path, body: str) -> PageKind:
    """Return the kind of a page with this body."""
    page = tmp_path / "page.html"
    page.write_text(f"<html><head><title>页</title></head><body>{body}</body></html>", encoding="utf-8")
    (document,) = documents([page])
    return clean(document, Settings()).kind


def test_thread_with_numbered_posts(tmp_path: Path) -> None:
    posts = "".join(POST.format(n=n, text=TEXT) for n in range(1, 6))
    assert kind_of(tmp_path, f"<h1>说说我的经历</h1><div class='postlist'>{posts}</div>") is PageKind.FORUM


@pytest.mark.parametrize("more", ["", "<span>2025-09-12</span> <a href='#'>阅读全文</a>"])
def test_list_with_teasers(tmp_path: Path, more: str) -> None:
    items = "".join(
        f"<li><h3><a href='/{n}.html'>第{n}期记账心得分享给大家</a></h3>"
        f"<p>这一期讲的是怎么把零钱存下来,第{n}位读者写来的办法很实用。</p>{more}</li>"
        for n in range(14)
    )
    assert kind_of(tmp_path, f"<h1>往期</h1><ul>{items}</ul>") is PageKind.LIST


def test_article_with_linked_section_headings_is_no_list(tmp_path: Path) -> None:
    sections = "".join(
        f"<div><h3><a href='#s{n}'>第{n}节 怎样安排一个月的开支</a></h3>" + f"<p>{n}、{TEXT * 5}</p>" * 2 + "</div>"
        for n in range(14)
    )
    assert kind_of(tmp_path, f"<h1>开支手册</h1>{sections}") is PageKind.ARTICLE


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<h1>价格一览</h1><table><tr><td>甲<td>3000元<tr><td>乙<td>5000元</table>", PageKind.ARTICLE),
        ("<h1>价格一览</h1><p>甲卖3000元,乙卖5000元。</p>", PageKind.ARTICLE),
        ("<h1>价格一览表</h1>", PageKind.THIN),
        ("", PageKind.THIN),
        (
            "<h1>Prices</h1><p>The first one costs three thousand, the second five thousand, says the shop.</p>",
            PageKind.FOREIGN,
        ),
    ],
)
def test_short_pages(tmp_path: Path, body: str, kind: PageKind) -> None:
    assert kind_of(tmp_path, body) is kind
