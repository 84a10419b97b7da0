"""The visible text of a page, block by block: the source text that every offset of an HTML article counts in.

One walk over the tree with its own stack, so that depth costs nothing: block elements and ``<br>`` end a line, white
space inside a line becomes one space, a data row of a table becomes "a | b". A lone space between two hanzi is kept
where the page has it: it may be the hole of a censored word. A line break of the markup between two hanzi is no space.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from analyzer.model import Block

BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "  # noqa: SIM905
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre section "
    "summary table tbody td tfoot th thead tr ul".split()
)
HIDDEN_TAGS = frozenset(
    "script style noscript template head title svg math iframe object embed applet select datalist textarea audio "  # noqa: SIM905
    "video canvas map noframes colgroup".split()
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[\s\u00a0\u3000]+")
_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
# A cell longer than this is a column of a page laid out with tables, not a datum. Data cells on the pages that were
# looked at stay under 60 characters (tests/read/test_visible.py).
_CELL = 120
# Nesting that the parser follows; libxml2 drops the text below 2,048.
_DEPTH = 500
_PATH = 10


@dataclass(slots=True)
class _Line:
    """A line under construction: its text, its element and how many of its characters are link text."""

    text: str
    element: HtmlElement
    linked: int
    cell: HtmlElement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visible:
    """The source text of a page, its blocks, and for each block the element that holds it."""

    text: str
    blocks: tuple[Block, ...]
    elements: tuple[HtmlElement, ...]


def parse(html: str) -> HtmlElement:
    """Return the tree of a page; whatever the bytes are, there is a tree. Raises nothing."""
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    data = flatten(html).encode("utf-8", "replace")
    try:
        tree = document_fromstring(data, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return document_fromstring("<html><head></head><body></body></html>")
    return tree


_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)


def flatten(html: str) -> str:
    """Return the page without the tags that nest deeper than the parser can follow; their text stays."""
    if html.count("<") < _DEPTH:
        return html
    depth = deepest = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() not in _VOID and not tag[0].endswith("/>"):
            depth = max(0, depth - 1) if tag[1] else depth + 1
            deepest = max(deepest, depth)
    # Unclosed <p> and <li> count as depth here and are none for the parser: only real towers come this far.
    if deepest < 3 * _DEPTH:
        return html
    parts: list[str] = []
    at = depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() in _VOID or tag[0].endswith("/>"):
            continue
        if tag[1]:
            drop = depth > _DEPTH
            depth = max(0, depth - 1)
        else:
            depth += 1
            drop = depth > _DEPTH
        if drop:
            parts += [html[at : tag.start()], "<br>" if tag[2].lower() in BLOCK_TAGS else ""]
            at = tag.end()
    return "".join([*parts, html[at:]])


def hidden(element: HtmlElement) -> bool:
    """Return whether the element is not shown."""
    if element.tag in HIDDEN_TAGS:
        return True
    if element.get("hidden") is not None and element.tag not in ("body", "html"):
        return True
    style = element.get("style")
    return bool(style and _HIDDEN_STYLE.search(style))


@lru_cache(maxsize=1)
def shown(html: str) -> tuple[HtmlElement, Visible]:
    """Return the tree of a page and its visible text; reading and cleaning one page after the other parses it once.

    The tree must not be changed.
    """
    tree = parse(html)
    return tree, visible(tree)


def visible(tree: HtmlElement) -> Visible:
    """Return the visible text of a parsed page with its blocks in reading order."""
    found = _Walk().run(tree)
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    paths: dict[HtmlElement, str] = {}
    for line in found:
        path = _path(line.element, paths)
        end = at + len(line.text)
        share = min(1.0, line.linked / len(line.text))
        blocks.append(Block(start=at, end=end, tag=str(line.element.tag), path=path, link_share=share))
        texts.append(line.text)
        at = end + 1
    return Visible(text="\n".join(texts), blocks=tuple(blocks), elements=tuple(line.element for line in found))


class _Walk:
    """The state of one walk: the open line and the lines that are done."""

    def __init__(self) -> None:
        self.lines: list[_Line] = []
        self.parts: list[str] = []
        self.linked = 0
        self.links = 0
        self.pre = 0
        self.cells: list[HtmlElement] = []
        self.rows: list[int] = []

    def run(self, tree: HtmlElement) -> list[_Line]:
        """Walk the tree depth first and return the lines."""
        body = tree.find("body")
        root = tree if body is None else body
        holders = [root]
        skipped: HtmlElement | None = None
        for event, node in etree.iterwalk(root, events=("start", "end")):
            if skipped is not None:
                if event == "end" and node is skipped:
                    skipped = None
                    self.add(node.tail)
                continue
            if not isinstance(node.tag, str):
                if event == "end":
                    self.add(node.tail)
                continue
            if event == "start":
                if hidden(node) and node is not root:
                    skipped = node
                    continue
                self.open(node, holders)
            else:
                self.close(node, holders)
                if node is not root:
                    self.add(node.tail)
        self.flush(root)
        return self.lines

    def open(self, node: HtmlElement, holders: list[HtmlElement]) -> None:
        """Enter an element."""
        tag = node.tag
        if tag in BLOCK_TAGS:
            self.flush(holders[-1])
            holders.append(node)
            if tag == "tr":
                self.rows.append(len(self.lines))
            elif tag in ("td", "th"):
                self.cells.append(node)
            elif tag == "pre":
                self.pre += 1
        elif tag == "br":
            self.flush(holders[-1])
        elif tag == "a":
            self.links += 1
        self.add(node.text)

    def close(self, node: HtmlElement, holders: list[HtmlElement]) -> None:
        """Leave an element."""
        tag = node.tag
        if tag in BLOCK_TAGS:
            self.flush(holders[-1])
            holders.pop()
            if not holders:
                holders.append(node)
            if tag == "tr" and self.rows:
                self.join_row(node, self.rows.pop())
            elif tag in ("td", "th") and self.cells:
                self.cells.pop()
            elif tag == "pre":
                self.pre -= 1
        elif tag == "a":
            self.links = max(0, self.links - 1)

    def add(self, text: str | None) -> None:
        """Take text into the open line."""
        if text:
            self.parts.append(text)
            if self.links:
                self.linked += len(text.strip())

    def flush(self, holder: HtmlElement) -> None:
        """End the open line, if it shows anything."""
        if not self.parts:
            return
        whole = "".join(self.parts)
        for piece in whole.split("\n") if self.pre else (whole,):
            text = squeeze(piece)
            if text:
                cell = self.cells[-1] if self.cells else None
                self.lines.append(_Line(text, holder, min(self.linked, len(text)), cell))
        self.parts.clear()
        self.linked = 0

    def join_row(self, row: HtmlElement, first: int) -> None:
        """Make one line of a table row whose cells hold one short line each."""
        lines = self.lines[first:]
        cells = [child for child in row if child.tag in ("td", "th")]
        if len(lines) < 2 or len(cells) > 40 or any(len(line.text) > _CELL for line in lines):
            return
        by_cell: dict[HtmlElement, _Line] = {}
        for line in lines:
            if line.cell is None or line.cell in by_cell or line.cell.getparent() is not row:
                return
            by_cell[line.cell] = line
        texts = [by_cell[cell].text if cell in by_cell else "" for cell in cells]
        joined = " | ".join(texts).replace("|  |", "| |").strip()
        self.lines[first:] = [_Line(joined, row, sum(line.linked for line in lines))]


def squeeze(text: str) -> str:
    """Return the text with white space runs as one space, none at the ends, none for a wrapped line of hanzi."""

    def space(run: re.Match[str]) -> str:
        if "\n" in run[0] and run.start() and run.end() < len(text):
            before, after = text[run.start() - 1], text[run.end()]
            if _CJK.match(before) and _CJK.match(after):
                return ""
        return " "

    return _SPACE.sub(space, text).strip(" ")


def _path(element: HtmlElement, known: dict[HtmlElement, str]) -> str:
    """Return the element's place as tags with id and class words, at most the last ten from the body down."""
    missing: list[HtmlElement] = []
    node: HtmlElement | None = element
    while node is not None and node.tag != "html" and node not in known:
        missing.append(node)
        node = node.getparent()
    path = known[node] if node is not None and node.tag != "html" else ""
    for node in reversed(missing):
        words = " ".join(filter(None, (node.get("id"), node.get("class")))).split()
        label = ".".join([str(node.tag), *words[:4]]).replace("/", "")
        path = f"{path}/{label}" if path else label
        if path.count("/") >= _PATH:
            path = path.partition("/")[2]
        known[node] = path
    return path
