"""The pages as files: everything escaped, everything there without a browser."""

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from analyzer.language import Language
from analyzer.report import write_report
from analyzer.report.formats.findings import defused
from analyzer.report.render import CSP, defanged, visible, web_address
from analyzer.report.table import COLUMNS
from analyzer.settings import Settings
from tests.report.made import HOSTILE, run


class Elements(HTMLParser):
    """Collects the elements and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def parse(path: Path) -> Elements:
    page = Elements()
    page.feed(path.read_text(encoding="utf-8"))
    return page


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    write_report(run(), folder, Settings())
    return folder


def test_hostile_text_makes_no_element(out: Path) -> None:
    for path in out.rglob("*.html"):
        page = parse(path)
        scripts = [a for tag, a in page.tags if tag == "script"]
        assert all(str(a.get("src", "")).endswith(("app.js", ".js")) for a in scripts), path
        assert not [tag for tag, _ in page.tags if tag in ("img", "iframe", "object", "style", "i")], path
        assert not [name for _, a in page.tags for name in a if name.startswith("on")], path
        hrefs = [a["href"] or "" for tag, a in page.tags if tag == "a" and "href" in a]
        assert not [h for h in hrefs if h.lower().startswith(("javascript", "data"))], path


def test_hidden_characters_are_spelled_out(out: Path) -> None:
    for path in out.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not set(text) & set("\u202e\u200b\x00\x1b\ufeff"), path
    assert any("〈U+202E〉" in p.read_text(encoding="utf-8") for p in (out / "article").iterdir())


def test_every_page_forbids_what_it_does_not_need(out: Path) -> None:
    for path in out.rglob("*.html"):
        page = parse(path)
        policy = [a["content"] for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy"]
        assert policy == [CSP]
        for tag, attributes in page.tags:
            if tag in ("script", "link", "img", "source"):
                target = attributes.get("src") or attributes.get("href") or ""
                assert not target.startswith(("http", "//")), (path, target)
            assert "style" not in attributes, path


def test_links_inside_the_folder_lead_somewhere(out: Path) -> None:
    for path in out.rglob("*.html"):
        for tag, attributes in parse(path).tags:
            href = attributes.get("href") or ""
            if tag == "a" and not href.startswith(("#", "http")):
                target = (path.parent / href.split("#")[0]).resolve()
                assert target.exists(), (path.name, href)


def test_each_finding_stands_on_its_article_page_with_its_evidence(out: Path) -> None:
    text = "".join(parse(p).text for p in sorted((out / "article").iterdir()))
    for fact in ("F0", "F1", "F2", "F3"):
        assert fact in text
    assert "青禾贷年度报告" in text
    assert "许知远" in text
    assert "〔▢▢〕" in text
    assert "网友评论" in text


def test_no_page_prints_a_template_s_own_names(out: Path) -> None:
    for path in (out / "article").iterdir():
        assert "&lt;Macro" not in path.read_text(encoding="utf-8"), path


def test_csv_opens_in_a_spreadsheet_and_runs_nothing(out: Path) -> None:
    raw = (out / "findings.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) > 10
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@\t\r" and cell]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "\x07=1"])
def test_defused_cells_do_not_begin_as_formulas(cell: str) -> None:
    assert defused(cell)[0] in "'〈"


def test_reports_are_the_same_bytes_again(out: Path, tmp_path: Path) -> None:
    write_report(run(), tmp_path, Settings())
    first = {p.relative_to(out): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    second = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert first == second
    assert not [p for p in first if p.name.endswith(".part")]


def test_data_lines_are_json(out: Path) -> None:
    for path in (out / "data").glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
            assert isinstance(json.loads(line), dict)


def test_english_pages_speak_english(tmp_path: Path) -> None:
    write_report(run(3), tmp_path, Settings(language=Language.EN))
    page = parse(tmp_path / "index.html")
    assert ("html", {"lang": "en"}) in page.tags
    assert "Contradicted" in page.text
    assert "与事实不符" not in page.text


@pytest.mark.parametrize(
    ("address", "ok"),
    [
        ("https://example.org/a?b=1", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://example.org/\u202egpj.exe", False),
        ("https://exa mple.org", False),
        ("//example.org", False),
        ("https://[bad", False),
        ("", False),
    ],
)
def test_only_plain_web_addresses_become_links(address: str, ok: bool) -> None:
    assert bool(web_address(address)) is ok


def test_defanged() -> None:
    assert defanged("http://a.example.cn/x.html") == "hxxp://a[.]example[.]cn/x.html"


@pytest.mark.parametrize("text", HOSTILE)
def test_visible_text_can_be_written(text: str) -> None:
    assert visible(text + "\ud800").encode("utf-8")
