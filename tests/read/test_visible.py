# ruff: noqa: E501 - a table of pages
"""The visible text of a page: blocks, table rows, gaps, hostile markup."""

import pytest

from analyzer.read.visible import parse, squeeze, visible

SHOWN = [
    # what, markup, visible text
    ("blocks end lines", "<p>一</p><p>二<br>三</p><div>四</div>", "一\n二\n三\n四"),
    ("inline elements do not", "<p>微<b>粒</b><span>贷</span></p>", "微粒贷"),
    ("a lone space between hanzi stays", "<p>拨打 热线,拨打&nbsp;&nbsp;热线</p>", "拨打 热线,拨打 热线"),
    ("a wrapped line of hanzi has no space", "<p>第一行\n    第二行</p>", "第一行第二行"),
    ("a wrapped line of words has one", "<p>first\n  second</p>", "first second"),
    ("ideographic indent goes", "<p>　　正文开头</p>", "正文开头"),
    ("scripts and hidden parts are not shown", "<script>x</script><p style='display: none'>y</p><p hidden>z</p>看", "看"),
    ("the text after a hidden element is", "<p>甲<span style='display:none'>x</span>乙</p>", "甲乙"),
    ("comments are not shown", "<p>甲<!-- x -->乙</p>", "甲乙"),
    ("a data row is one line", "<table><tr><th>额度<th>利率<tr><td>500元<td>3%</table>", "额度 | 利率\n500元 | 3%"),
    ("an empty cell keeps its place", "<table><tr><td>甲<td><td>乙</table>", "甲 | | 乙"),
    ("a layout table is no data", "<table><tr><td><p>菜单<p>首页<td><p>正文<p>第二段</table>", "菜单\n首页\n正文\n第二段"),
    ("a long cell is a column", f"<table><tr><td>菜单<td>{'长' * 130}</table>", "菜单\n" + "长" * 130),
    ("preformatted lines stay lines", "<pre>一\n二</pre>", "一\n二"),
    ("entities are characters", "<p>A&amp;B &lt;3</p>", "A&B <3"),
    ("nothing at all", "", ""),
    ("no markup", "只有文字", "只有文字"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "html", "text"), SHOWN, ids=[row[0] for row in SHOWN])
def test_visible_text(what: str, html: str, text: str) -> None:
    assert visible(parse(html)).text == text


def test_blocks_cover_the_text_line_by_line() -> None:
    page = visible(parse("<div id=main class='box a'><h1>题</h1><p>看<a href=x>这里</a></p></div>"))
    assert [page.text[b.start : b.end] for b in page.blocks] == page.text.split("\n")
    assert [b.tag for b in page.blocks] == ["h1", "p"]
    assert page.blocks[1].path == "body/div.main.box.a/p"
    assert page.blocks[1].link_share == pytest.approx(2 / 3)


def test_ten_thousand_nested_tags_lose_no_text() -> None:
    html = "<div>" * 10_000 + "最里面的一句话。<p>第二句。" + "</div>" * 10_000
    assert visible(parse(html)).text == "最里面的一句话。\n第二句。"


def test_a_page_of_twenty_megabytes_is_read_whole() -> None:
    html = "<p>这一段写得很长,重复了许多遍。</p>" * 450_000
    assert len(visible(parse(html)).blocks) == 450_000


@pytest.mark.parametrize(
    "html", ["<", "<p", "</p></div>", "<a<b<c>", "\x00\x01<p>x", "<table><tr><tr><td></table></td>x"]
)
def test_broken_markup_never_raises(html: str) -> None:
    visible(parse(html))


def test_squeeze_keeps_single_spaces() -> None:
    assert squeeze("  甲 乙\n丙  d\ne ") == "甲 乙丙 d e"
