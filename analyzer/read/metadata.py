"""Title, date, site and author of an article, from what its page or its first lines say.

A date counts only where it belongs to the article: metadata, the head of the page before the text, a byline. The dates
beside related links and comments are other articles' dates. None is better than a wrong date.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from analyzer.fold import fold
from analyzer.read.dates import first_date
from analyzer.read.visible import squeeze

_DATE_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish_date", "pubtime",
    "publish-date", "publishtime", "og:release_date", "weibo: article:create_at", "bytedance:published_time",
    "dc.date.issued", "dc.date", "dcterms.created", "sailthru.date", "apub:time", "article:create_at", "date",
)  # fmt: skip
_SITE_NAMES = ("og:site_name", "application-name", "twitter:site")
_AUTHOR_NAMES = ("author", "article:author", "og:article:author", "dc.creator", "mediaid")
# The patterns read folded lines: simplified script, half width, lower case.
_SOURCE = re.compile(r"(?:文章来源|来源|稿源|source)\s*:\s*([^\s,。|;]{2,20})")
_AUTHOR = re.compile(r"(?:(?<!原)作者(?!所有)|撰文|文/|记者)\s*:?\s*([\u4e00-\u9fff·a-z]{2,12})(?=$|[\s|,。)])")
_NO_SITE = re.compile(
    r"(?:互联)?网络?(?:整理|转载|收集|综合|来源)?|本站(?:原创|整理)?|原创|转载|整理|综合|佚名|未知|admin|投稿|网友.{0,4}|用户.{0,4}"
)
_SENTENCE_END = re.compile(r"[。!?;…]")
_HANZI = re.compile(r"[\u3400-\u9fff]")
# A heading of a comment section or list, a breadcrumb, a rule: they may open a text whose title was lost.
_NO_TITLE = re.compile(
    r"(?:精彩|网友|全部|最新|热门|热评|用户|相关|大家|猜你|推荐|延伸|本文|文章|正文)?"
    r"(?:评论|留言|跟帖|回复|推荐|阅读|正文|还看了|都在看|目录|导读).{0,8}|(?:首页|主页|当前位置|您的位置).{0,4}[>»:/].*|\W+"
    r"|(?:您|你)?(?:现在|当前|目前|所在)?的?位置\s*:.*|[^>»›]{2,16}(?:\s*(?:>>?|»|›)\s*[^>»›]{2,40}){2,}"
    r"|(?:菜单|导航)?\W*(?:首页|主页)(?:\s+\S{2,6}){3,}"
)
# A paragraph of running text: from here on the head of the page is over. 40 hanzi is the note's figure.
_PARAGRAPH = 40
# A title that was cut short still has so many letters.
_CUT_SHORT = 6
# So many lines below the head a question's own date is looked for.
_BELOW = 6
_DATED = re.compile(r"提问(?:于|时间|日期)\s*:?\s*(?:19|20)\d\d[-/.年].{4,8}")
# A text's first line is its title only if it is no longer than this.
_TITLE_LENGTH = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about an article besides its text."""

    title: str = ""
    published: str | None = None
    site: str | None = None
    author: str | None = None
    url: str | None = None


def page_metadata(tree: HtmlElement, lines: Sequence[str]) -> Metadata:
    """Return the metadata of a page; ``lines`` are its visible blocks."""
    meta = _meta(tree)
    linked = _json_ld(tree)
    title = _page_title(tree, meta, linked, lines)
    url = meta.get("og:url") or _canonical(tree)
    published = (
        next((d for name in _DATE_NAMES if (d := first_date(meta.get(name, "")))), None)
        or first_date(linked.get("datePublished", "") or "")
        or _time_element(tree)
        or head_date(lines, title)
    )
    head = head_lines(lines, title)
    site = next((meta[n] for n in _SITE_NAMES if meta.get(n)), None) or linked.get("publisher") or _site(head)
    author = (
        next((meta[n] for n in _AUTHOR_NAMES if meta.get(n)), None) or linked.get("author") or _search(_AUTHOR, head)
    )
    return Metadata(title=title, published=published, site=site or None, author=author or None, url=url or None)


def text_metadata(source: str) -> Metadata:
    """Return the metadata of a text file from its first lines."""
    lines = [line.strip() for line in source.split("\n") if line.strip()]
    if not lines:
        return Metadata()
    title = _first_title(lines[:4])
    head = head_lines(lines, title)
    return Metadata(title=title, published=head_date(lines, title), site=_site(head), author=_search(_AUTHOR, head))


def text_title(source: str) -> str:
    """Return the title of a text file, "" where it has none."""
    return _first_title(list(islice((line for each in source.split("\n") if (line := each.strip())), 4)))


def _first_title(lines: Sequence[str]) -> str:
    """Return the first of the first lines if it can be a title, else ""."""
    # Furniture may stand above the title; anything else that is no title means that there is none.
    first = next((line for line in lines if not _NO_TITLE.fullmatch(fold(line))), "").lstrip("#").strip()
    return first if is_title(first) else ""


def is_title(line: str) -> bool:
    """Return whether a text's first line can be its title: short, no running text, not the heading of a section."""
    folded = fold(line)
    if not 2 <= len(line) <= _TITLE_LENGTH or folded.endswith(("。", ":", ";", ",")):
        return False
    return not _NO_TITLE.fullmatch(folded)


def head_lines(lines: Sequence[str], title: str) -> list[str]:
    """Return the lines around the title up to the first paragraph of running text."""
    start = next((k for k, line in enumerate(lines) if title and _same(line, title)), 0)
    # A byline stands after the title, seldom more than a handful of lines below it.
    head = list(lines[max(0, start - 3) : start])
    for line in lines[start : start + 12]:
        if is_running_text(line) and not (title and _same(line, title)):
            break
        head.append(line)
    return head


def head_date(lines: Sequence[str], title: str) -> str | None:
    """Return the date in the head of the text, else one that follows a repetition of the title or a label below it."""
    for line in head_lines(lines, title):
        if title and _same(line, title):
            continue
        found = first_date(line)
        if found and len(found) == 10:
            return found
    asked = head_lines(lines, title)
    for line in lines[len(asked) : len(asked) + _BELOW]:
        # Of a question the date stands below its text.
        if (said := _DATED.search(fold(line))) and len(found := first_date(said[0]) or "") == 10:
            return found
    for k, line in enumerate(lines[:-1]):
        # A second copy of the article begins with its title; the line below is a bare time stamp.
        if k and title and _same(line, title) and re.fullmatch(r"[\d\s:/.年月日-]{8,25}", lines[k + 1]):
            return first_date(lines[k + 1])
    return None


def is_running_text(line: str) -> bool:
    """Return whether a line is a paragraph of running text."""
    return (
        len(line) >= _PARAGRAPH and bool(_SENTENCE_END.search(fold(line))) and len(_HANZI.findall(line)) * 2 > len(line)
    ) or (len(line) >= 3 * _PARAGRAPH)


def _same(line: str, title: str) -> bool:
    """Return whether a line says the title, leaving punctuation aside."""
    a, b = _bare(line), _bare(title)
    if len(b) < 8:
        return bool(b) and a == b
    # A site's name may follow, and forums count readers before it: 查看: 4473 | 回复: 12 | ….
    return (a.startswith(b) and len(a) <= len(b) + 4) or (a.endswith(b) and len(a) <= len(b) + 20)


@lru_cache(maxsize=256)  # the lines of a text, each asked for several times
def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Return the page's meta elements by lower-case name, the first of each name."""
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").strip().lower()
        content = squeeze(node.get("content") or "")
        if name and content:
            found.setdefault(name, content)
    return found


def _canonical(tree: HtmlElement) -> str:
    for node in tree.iter("link"):
        if (node.get("rel") or "").lower() == "canonical":
            return (node.get("href") or "").strip()
    return ""


def _json_ld(tree: HtmlElement) -> dict[str, str]:
    """Return headline, datePublished, publisher and author from the page's JSON-LD, if any."""
    found: dict[str, str] = {}
    for node in tree.iter("script"):
        if "ld+json" not in (node.get("type") or ""):
            continue
        try:
            data = json.loads(node.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for entry in _entries(data):
            for name in ("headline", "datePublished", "pubDate"):
                value = entry.get(name)
                if isinstance(value, str):
                    found.setdefault("datePublished" if name == "pubDate" else name, squeeze(value))
            for name in ("publisher", "author"):
                value = entry.get(name)
                value = value[0] if isinstance(value, list) and value else value
                value = value.get("name") if isinstance(value, dict) else value
                if isinstance(value, str) and value.strip():
                    found.setdefault(name, squeeze(value))
    return found


def _entries(data: object) -> Iterator[dict[str, object]]:
    """Yield the objects of a JSON-LD document that describe an article or page."""
    todo = [data]
    while todo:
        item = todo.pop(0)
        if isinstance(item, list):
            todo = [*item[:20], *todo][:200]
        elif isinstance(item, dict):
            if isinstance(item.get("@graph"), list):
                todo += item["@graph"][:20]
            if "headline" in item or "datePublished" in item or "pubDate" in item:
                yield item


def _time_element(tree: HtmlElement) -> str | None:
    """Return the date of the page's only ``<time>`` (several belong to lists), or None."""
    times = {first_date(node.get("datetime") or node.text_content()[:40]) for node in tree.iter("time")}
    times.discard(None)
    return times.pop() if len(times) == 1 else None


def _page_title(tree: HtmlElement, meta: dict[str, str], linked: dict[str, str], lines: Sequence[str]) -> str:
    """Return the article's title: the heading that the page's title element repeats, else the best that is there."""
    node = tree.find(".//head/title")
    element = squeeze(node.text_content()) if node is not None else ""
    headings = [t for tag in ("h1", "h2") for h in tree.iter(tag) if 4 <= len(t := squeeze(h.text_content())) <= 120]
    flat = _bare(element + (meta.get("og:title") or ""))
    for heading in headings:
        bare = _bare(heading)
        # A site's name is in the title element too, but at its end and the shorter part.
        if bare and bare in flat and (flat.startswith(bare) or len(bare) * 2 >= len(_bare(element))):
            return heading
    # The element may give the title cut short: 某剧结局什么意思_某站 above 某剧结局什么意思?看懂最后一幕.
    short = _bare(re.split(r"[_|]|\s[-–—]\s", element)[0])
    if len(short) >= _CUT_SHORT:
        longer = [heading for heading in headings if _bare(heading).startswith(short)]
        if len(longer) == 1:
            return longer[0]
    for candidate in (meta.get("og:title", ""), linked.get("headline", "")):
        if candidate:
            return _without_site(candidate, lines)
    first = [squeeze(h.text_content()) for h in tree.iter("h1")]
    if len(first) == 1 and len(first[0]) >= 4 and not element:
        return first[0]
    return _without_site(element, lines) if element else (first[0] if first else "")


def _without_site(title: str, lines: Sequence[str]) -> str:
    """Return a title element's text without the site's name; a line of the page that begins it is the best evidence."""
    best = ""
    for line in lines[:400]:
        if 6 <= len(line) < len(title) and title.startswith(line) and len(line) > len(best):
            best = line
    if best:
        return best
    if title in lines:
        return title
    parts = re.split(
        r"\s*[_|]\s*|\s+[-–—]+\s+|(?<=[\u4e00-\u9fff?!\uff1f\uff01])\s*[-–—]+\s*(?=[\u4e00-\u9fff])", title
    )
    return max(parts[:2], key=lambda p: (len(p) >= 6, -parts.index(p))) if len(parts) > 1 else title


def _site(lines: Sequence[str]) -> str | None:
    """Return the source that a byline names; 网络 and its like name none."""
    found = _search(_SOURCE, lines)
    return None if found and _NO_SITE.fullmatch(fold(found)) else found


def _search(pattern: re.Pattern[str], lines: Sequence[str]) -> str | None:
    for line in lines:
        found = pattern.search(fold(line))
        if found:
            return line[found.start(1) : found.end(1)]
    return None


def host_of(url: str | None) -> str | None:
    """Return the host of an address, for pages that name no site."""
    if not url:
        return None
    try:
        return urlsplit(url if "//" in url else "//" + url).hostname or None
    except ValueError:
        return None
