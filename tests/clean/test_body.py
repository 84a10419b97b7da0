"""The vote on the body: a candidate that found nothing does not win because another found nothing either."""

from pathlib import Path

import pytest

from analyzer.clean import clean
from analyzer.model import Status
from analyzer.read import documents
from analyzer.settings import Settings

PARAGRAPHS = [
    "搬家的前一个星期,我把厨房里的旧电器清点了一遍,能修的送去修,不能修的拿去换钱,省下的地方正好放一张小桌子。",
    "书是最难处理的,翻开一本就会看上半天,后来干脆请邻居家的孩子来挑,挑走的都算送给他,剩下的才装进纸箱。",
    "衣服分成三堆,一堆自己穿,一堆捐出去,还有一堆谁也不肯要,只好剪成抹布,足够用到明年春天。",
    "阳台上的花搬起来最费劲,泥土沉,枝条又脆,父亲用旧床单把它们一盆盆裹好,像裹婴儿一样小心。",
    "司机师傅早上七点就到了,看了一眼楼道,说沙发要拆了腿才能出门,于是一家人围着沙发找了半个钟头的扳手。",
    "到了新家,第一件事是烧水,第二件事是给床铺上床单,其余的东西堆在客厅里,谁也没有力气再去管。",
    "夜里下了一场雨,雨点打在陌生的窗台上,声音比从前清脆,母亲说这样的声音听上几天也就习惯了。",
]


HEAD = "<h1>搬家以前</h1><div class='sub'>2025-03-01 10:21 来源:小城日记 作者:佚名 浏览:131次</div>"
RELATED = "<div class='tj'><h3>猜你喜欢</h3><ul>" + "".join(
    f"<li><a href='/{n}'>第{n}期的旧物清单与价格</a></li>" for n in "2345678"
)
FRAMES = {
    "div": "<div class='c'>{}</div>",
    "cell": "<table><tr><td>"
    + HEAD
    + "<div class='rich_media'>{}<p>声明:本站部分内容来自互联网</p>"
    + RELATED
    + "</ul></div></div></td></tr></table>",
}


@pytest.mark.parametrize("tag", ["p", "div", "section", "span", "li"])
@pytest.mark.parametrize("frame", FRAMES)
def test_paragraphs_of_any_tag_in_any_container(tmp_path: Path, tag: str, frame: str) -> None:
    joint = "<br>" if tag == "span" else ""
    body = FRAMES[frame].format(joint.join(f"<{tag}>{text}</{tag}>" for text in PARAGRAPHS))
    cells = "".join(f"<td><a href='/{n}'>栏目{n}</a></td>" for n in range(6))
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><head><title>搬家以前</title></head><body><table width=900><tr>{cells}</tr></table>"
        f"{'' if frame == 'cell' else HEAD}{body}<div class=side><h3>最新发布</h3><table>"
        + "".join(f"<tr><td><a href='/n{n}'>第{n}期的旧物清单与价格</a></td></tr>" for n in range(7))
        + "</table></div><footer>小城日记 版权所有</footer></body></html>",
        encoding="utf-8",
    )
    (document,) = documents([page])
    article = clean(document, Settings())
    assert article.status is Status.CHECKED
    assert [text for text in PARAGRAPHS if text not in article.clean.text] == []
    assert "旧物清单" not in article.clean.text


LISTS = {
    "dates": "<ul>{}</ul>|<li><a href='/{n}.html'>{title}</a> <span>2025-04-{n}</span><p>{teaser}</p></li>",
    "rows": "<table>{}</table>|<tr><td><a href='/{n}.html'>{title}</a></td><td></td></tr><tr><td>{teaser}</td></tr>",
    "cards": "{}|<div class='card'><h4><a href='/{n}.html'>{title}</a></h4><div>{teaser}</div></div>",
}
TEASERS = [
    "很多人关心旧家具能卖多少钱,今天就来说说这件事,看完心里就有数了……",
    "小编整理了打包纸箱的常见问题,供大家参考,也欢迎补充。",
    "打碎的碗碟该怎么包才不会伤手?搬家公司的师傅常常这样做。",
    "新房子里的味道散得慢,开窗多久才够,专家的说法不太一样。",
]


@pytest.mark.parametrize("form", LISTS)
@pytest.mark.parametrize("inside", [True, False])
def test_teasers_of_a_related_list_are_no_body(tmp_path: Path, form: str, inside: bool) -> None:
    around, item = LISTS[form].split("|")
    items = "".join(
        item.format(n=20 + n, title=f"第{n}期的旧物清单与价格", teaser=text) for n, text in enumerate(TEASERS)
    )
    related = "<div class='like'><strong>更多精彩内容</strong>" + around.format(items) + "</div>"
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><head><title>搬家以前</title></head><body><div class='x7f3'>{HEAD}<div class='detail'>{body}"
        f"{related + '</div>' if inside else '</div>' + related}</div><div>小城日记 版权所有</div></body></html>",
        encoding="utf-8",
    )
    (document,) = documents([page])
    text = clean(document, Settings()).clean.text
    assert [paragraph for paragraph in PARAGRAPHS if paragraph not in text] == []
    assert [teaser for teaser in TEASERS if teaser in text] == []


def test_links_above_paragraphs_take_none_away(tmp_path: Path) -> None:
    """An advertisement link, or section headings that are links, make no teasers of the text below them."""
    heading = "<h3><a href='#s'>第{}节 说说那天的事情</a></h3>"
    sections = "".join(f"{heading.format(n)}<p>{text}</p>" for n, text in enumerate(PARAGRAPHS))
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><head><title>搬家以前</title></head><body><div><h1>搬家以前</h1>{sections}</div></body></html>",
        encoding="utf-8",
    )
    (document,) = documents([page])
    text = clean(document, Settings()).clean.text
    assert [paragraph for paragraph in PARAGRAPHS if paragraph not in text] == []


SHORT = ["开头语", "一、清点", "慢慢走,慢慢走", "路在脚下不用愁", "慢慢走,慢慢走", "二、搬运"]
SHAPES = {
    "siblings": "<div class='c'>{}</div>|<p>{}</p>|<h3>{}</h3>",
    "sections": "<div class='c'>{}</div>|<section>{}</section>|<section>{}</section>",
    "bare text": "<table><tr><td class='c'>{}</td></tr></table>|{}<br><br>|<b>{}</b><br>",
    "boxes": "<div class='c'>{}</div>|<div>{}</div>|<div>{}</div>",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_headings_and_verses_inside_the_article_stay(tmp_path: Path, shape: str) -> None:
    box, paragraph, short = SHAPES[shape].split("|")
    lines = [short.format(SHORT[0]), paragraph.format(PARAGRAPHS[0]), short.format(SHORT[1])]
    lines += [paragraph.format(text) for text in PARAGRAPHS[1:3]] + [short.format(text) for text in SHORT[2:5]]
    lines += [paragraph.format(PARAGRAPHS[3]), short.format(SHORT[5]), paragraph.format(PARAGRAPHS[4])]
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><head><title>搬家以前</title></head><body><div class=menu><a href=/>首页</a></div>{HEAD}"
        f"{box.format(''.join(lines))}<div class=foot>小城日记 版权所有 未经许可不得转载</div></body></html>",
        encoding="utf-8",
    )
    (document,) = documents([page])
    text = clean(document, Settings()).clean.text.split("\n")
    assert [line for line in SHORT if line not in text] == []
    assert text.count(SHORT[2]) == 2
    assert not any("版权所有" in line or "浏览" in line for line in text)
