"""Bad articles never stop a run; where nothing can be read, the exit code and a sentence in Chinese say so."""

import json
from pathlib import Path

import pytest

from analyzer.read import documents
from tests.e2e.command import Outcome, run

GOOD = (
    "微粒贷能提前还吗\n\n微粒贷由微众银行运营,提前还款不另外收费,在还款页面里选提前结清就可以。"
    + "记得核对金额再确认。" * 6
)
PAGE = "<!doctype html><html><head><meta charset='utf-8'><title>{title}</title></head><body>{body}</body></html>"
PARAGRAPH = "<p>借款之前先把每个月的收入和支出写下来,确认余下的钱足够还款,再决定要不要提交申请。</p>"


BINARIES = {
    "program": b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 64,
    "picture": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(reversed(range(256))) * 64,
    "archive": b"PK\x03\x04" + bytes(3000),
}
RECORDS = {
    "cut": "{",
    "list": '["a list"]',
    "no text": '{"title": "没有正文"}',
    "number": '{"text": 17}',
    "control": "\x00\x01",
    "brackets": '{"text": "' + "[" * 2000 + '"}',
    "deep": "[" * 100_000,
}
NAMES = ["空 格.txt", "引号'\"&<b>.txt", "井#1.txt", "百分%20.txt", "很" * 60 + ".txt", "=1+1.txt"]
ATTACK = "<script>alert('farm')</script><img src=x onerror=alert(1)>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty input folder."""
    path = tmp_path / "articles"
    path.mkdir()
    return path


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Run once on a folder that holds one good article and everything that scrapers leave behind."""
    home = tmp_path_factory.mktemp("mixed")
    folder = home / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    for name, content in BINARIES.items():
        (folder / f"{name}.html").write_bytes(content)
    (folder / "empty.html").write_bytes(b"")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b"\xef\xbb\xbf \n\t\n")
    (folder / "shell.html").write_text(PAGE.format(title="", body="<div></div>"), encoding="utf-8")
    deep = "<div>" * 10_000 + PARAGRAPH * 8 + "</div>" * 10_000
    (folder / "deep.html").write_text(PAGE.format(title="很深的网页", body=deep), encoding="utf-8")
    record = json.dumps({"title": "可以", "text": GOOD}, ensure_ascii=False)
    for name, line in RECORDS.items():
        (folder / f"{name}.jsonl").write_text(f"{record}\n{line}\n{record}\n", encoding="utf-8")
    (folder / "attack.txt").write_text(f"{ATTACK}\n\n{GOOD}\n{ATTACK}\n", encoding="utf-8")
    for name in NAMES:
        (folder / name).write_text(GOOD, encoding="utf-8")
    return run(folder, cwd=home)


def no_traceback(outcome: Outcome) -> None:
    """Fail if a person saw a stack of Python frames."""
    assert "Traceback" not in outcome.messages
    assert "Warning" not in outcome.stderr


def test_empty_folder(folder: Path, tmp_path: Path) -> None:
    outcome = run(folder, cwd=tmp_path)
    no_traceback(outcome)
    assert outcome.code == 3
    assert "文章" in outcome.stderr


def test_folder_without_readable_articles(folder: Path, tmp_path: Path) -> None:
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (folder / "gone.html").symlink_to(folder / "nowhere")
    outcome = run(folder, cwd=tmp_path)
    no_traceback(outcome)
    assert outcome.code == 3
    assert "gone.html" in outcome.messages


def test_path_that_does_not_exist(tmp_path: Path) -> None:
    outcome = run(tmp_path / "文章", cwd=tmp_path)
    no_traceback(outcome)
    assert outcome.code == 2
    assert "文章" in outcome.stderr


def test_bad_articles_stop_nothing(mixed: Outcome) -> None:
    no_traceback(mixed)
    assert mixed.code == 0
    assert mixed.row("good.txt")["status"] == "checked"


def test_dangling_link_becomes_a_row(mixed: Outcome) -> None:
    assert mixed.row("gone.txt")["status"] == "failed"
    assert mixed.row("gone.txt")["reason"]


def test_file_without_read_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the refusal is injected where the file is opened."""
    (folder / "secret.txt").write_text(GOOD, encoding="utf-8")
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    really_open = Path.open

    def refuse(path: Path, *args: object, **kwargs: object) -> object:
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return really_open(path, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    good, secret = sorted(documents([folder]), key=lambda d: d.id)
    assert good.failure is None
    assert secret.failure is not None
    assert "权限" in secret.failure.zh


@pytest.mark.parametrize("name", BINARIES)
def test_binary_file_named_html(mixed: Outcome, name: str) -> None:
    row = mixed.row(f"{name}.html")
    assert row["status"] == "failed"
    assert row["reason"]
    assert row["text"] == ""


@pytest.mark.parametrize("name", ["empty.html", "empty.txt", "blank.txt", "shell.html"])
def test_empty_files_and_empty_pages(mixed: Outcome, name: str) -> None:
    assert mixed.row(name)["status"] in ("skipped", "failed")
    assert mixed.row(name)["reason"]


def test_ten_thousand_nested_tags(mixed: Outcome) -> None:
    row = mixed.row("deep.html")
    assert row["text"] or row["reason"]


@pytest.mark.slow
def test_page_of_twenty_megabytes(folder: Path, tmp_path: Path) -> None:
    size = len(PARAGRAPH.encode())
    body = PARAGRAPH * (20 * 1024 * 1024 // size)
    (folder / "huge.html").write_text(PAGE.format(title="很大的网页", body=body), encoding="utf-8")
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    outcome = run(folder, cwd=tmp_path)
    no_traceback(outcome)
    assert outcome.code == 0
    row = outcome.row("huge.html")
    assert row["text"] or row["reason"]
    assert outcome.row("good.txt")["status"] == "checked"


@pytest.mark.parametrize("name", RECORDS)
def test_broken_record_leaves_the_others_alone(mixed: Outcome, name: str) -> None:
    first, broken, last = (mixed.row(f"{name}.jsonl#{number}") for number in (1, 2, 3))
    assert first["status"] == last["status"] == "checked"
    assert broken["text"] or broken["reason"]


def test_hostile_markup_stays_text(mixed: Outcome) -> None:
    """No word of an article may become markup of the report."""
    pages = list(mixed.out.rglob("*.html"))
    assert any("alert(" in page.read_text(encoding="utf-8") for page in pages)
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "<script>alert('farm')" not in text
        assert "<img src=x" not in text


@pytest.mark.parametrize("name", NAMES)
def test_strange_file_names(mixed: Outcome, name: str) -> None:
    assert mixed.row(name)["status"] == "checked"


def test_terminal_and_page_count_the_same_and_failures_are_named(mixed: Outcome) -> None:
    rows = mixed.rows("articles")
    by = {status: [row for row in rows if row["status"] == status] for status in ("checked", "skipped", "failed")}
    checked, skipped, failed = map(len, by.values())
    assert f"读到 {len(rows)} 篇文章：核查 {checked}，跳过 {skipped}，失败 {failed}" in mixed.stdout
    for row in by["failed"][:3]:
        assert f"没读成 {row['article']}：{row['reason']}" in mixed.stdout
    assert f"还有 {failed - 3} 篇没读成，原因见 {mixed.out / 'articles.html'}" in mixed.stdout
    page = (mixed.out / "index.html").read_text(encoding="utf-8")
    assert f"读到 {len(rows)} 篇" in page
    assert f"核查了 {checked} 篇" in page
    listed = (mixed.out / "articles.html").read_text(encoding="utf-8")
    assert by["failed"][-1]["reason"] in listed
