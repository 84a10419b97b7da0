"""Every kind of page in a real browser: accessible, complete without scripts, silent, harmless."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from analyzer.decisions import Decided, Decision, Scope, append, load
from analyzer.language import Language
from analyzer.report import open_book, render, write_report
from analyzer.report.cases import State
from analyzer.report.deciding import lines_for
from analyzer.report.words import WORDS
from analyzer.settings import Settings
from tests.report.made import PAYLOADS, payload_run, run
from tests.ui.looking import faults

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WITHOUT_TOOLS = """() => {
  for (const e of document.querySelectorAll('.js')) e.remove();
  return document.body.innerText;
}"""


def words(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_axe_finds_nothing_and_no_page_is_wider_than_the_screen(
    browser: "Browser", report: Path, kinds: tuple[str, ...]
) -> None:
    page = browser.new_page()
    found = []
    for name in kinds:
        page.goto((report / name).as_uri())
        found += faults(page)
    page.close()
    assert found == []


def test_english_and_empty_reports_have_no_faults_either(browser: "Browser", english: Path, empty: Path) -> None:
    page = browser.new_page()
    found = []
    worst = [*sorted(english.glob("case/*.html"))[:1], *sorted(english.glob("article/*.html"))[:1]]
    bare = [empty / f"{n}.html" for n in ("index", "articles", "compare", "single")]
    for path in (*(english / n for n in ("index.html", "facts.html", "coverage.html")), *worst, *bare):
        page.goto(path.as_uri())
        found += faults(page)
    page.close()
    assert found == []


def test_english_pages_are_in_english(english: Path) -> None:
    """What the program says is English; Chinese stands only where the articles or the table are quoted."""
    said = re.compile(r">\s*([^<>]*[\u4e00-\u9fff][^<>]*)<")
    ours = {p.zh for p in WORDS.values() if re.search("[\u4e00-\u9fff]", p.zh) and p.zh != p.en}
    wrong = {
        (path.name, m[1].strip())
        for path in english.rglob("*.html")
        for m in said.finditer(path.read_text(encoding="utf-8"))
        if m[1].strip() in ours
    }
    assert wrong == set()


def test_text_is_the_same_without_scripts(browser: "Browser", report: Path, kinds: tuple[str, ...]) -> None:
    context, bare = browser.new_context(), browser.new_context(java_script_enabled=False)
    page, plain = context.new_page(), bare.new_page()
    for name in kinds:
        page.goto((report / name).as_uri())
        plain.goto((report / name).as_uri())
        with_script = words(page.evaluate(WITHOUT_TOOLS))
        # The tools are hidden without scripts, so the visible text is all there is.
        without = words(plain.locator("body").inner_text())
        assert with_script == without, name
        assert len(without) > 20, name
    context.close()
    bare.close()


def test_pages_ask_for_nothing_outside_and_say_nothing(
    browser: "Browser", report: Path, kinds: tuple[str, ...]
) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.on("console", lambda m: said.append(m.text))
    page.on("pageerror", lambda e: said.append(str(e)))
    for name in kinds:
        page.goto((report / name).as_uri())
    context.close()
    assert [u for u in asked if not u.startswith(("file:", "data:"))] == []
    assert said == []


def test_print_cuts_no_table(browser: "Browser", report: Path, kinds: tuple[str, ...]) -> None:
    # A4 between its margins, in CSS pixels.
    page = browser.new_page(viewport={"width": 672, "height": 1000})
    page.emulate_media(media="print")
    wide = []
    for name in kinds:
        page.goto((report / name).as_uri())
        wide += [name] * page.evaluate(
            "[...document.querySelectorAll('table')].filter(t => t.offsetWidth > 672).length"
        )
    page.close()
    assert wide == []


@pytest.mark.parametrize(("width", "height", "within"), [(1440, 900, 900), (390, 844, 1688)])
def test_first_finding_is_visible_without_a_click(
    browser: "Browser", report: Path, width: int, height: int, within: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto((report / "index.html").as_uri())
    box = page.locator(".case .quote").first.bounding_box()
    page.close()
    assert box is not None
    assert box["y"] + box["height"] < within


def open_list(browser: "Browser", report: Path) -> "Page":
    page = browser.new_context(accept_downloads=True).new_page()
    page.goto((report / "index.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    return page


def test_one_key_decides_and_one_undoes(browser: "Browser", report: Path) -> None:
    page = open_list(browser, report)
    first = page.locator(".case").first
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == first.get_attribute("id")
    page.keyboard.press("a")
    assert first.locator(".state").last.inner_text() == "已采纳"
    assert page.evaluate("document.activeElement.id") == page.locator(".case").nth(1).get_attribute("id")
    page.keyboard.press("k")
    page.keyboard.press("u")
    assert "done" not in (first.get_attribute("class") or "")
    page.context.close()


def test_search_filters_and_keeps_itself_in_the_address(browser: "Browser", report: Path) -> None:
    page = open_list(browser, report)
    total = page.locator(".case").count()
    page.keyboard.press("/")
    page.keyboard.type("青禾贷")
    assert 0 < page.locator(".case").count() < total
    assert all("青禾贷" in t for t in page.locator(".case").all_inner_texts())
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    assert 0 < page.locator(".case").count() < total
    page.context.close()


def test_link_and_command_are_copied(browser: "Browser", report: Path) -> None:
    page = open_list(browser, report)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    card = page.locator(".case").first
    card.locator("[data-take=link]").click()
    card.locator("[data-take=link]", has_text="已复制").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == (report / "case" / f"{card.get_attribute('id')}.html").as_uri()
    page.goto(link)
    page.locator("[data-take=fact]").click()
    page.locator("[data-take=fact]", has_text="已复制").wait_for()
    command = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(r'farmcheck facts add "[^"]+" "[^"]+" "…" --source https://…', command)
    page.evaluate("""document.body.dataset.options = ' --facts "my facts"'""")
    page.locator("[data-take=link]").click()
    page.locator("[data-take=fact]").click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).endsWith('--facts \"my facts\"')")
    page.context.close()


def test_decisions_are_exported_as_the_command_line_reads_them(
    browser: "Browser", report: Path, tmp_path: Path
) -> None:
    page = open_list(browser, report)
    page.locator("#signed summary").click()
    page.locator("#by").fill("许知远")
    page.locator("#stage").select_option("复审")
    page.locator("#reason").fill("反问句")
    page.locator("#signed summary").click()
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert page.locator("#reason").input_value() == ""
    with page.expect_download() as download:
        page.locator("#export").click()
    saved = tmp_path / "decisions.jsonl"
    download.value.save_as(saved)
    page.context.close()
    ledger = load(saved)
    assert ledger.broken == ()
    assert [d.decision for d in ledger.decisions] == [Decided.FALSE_ALARM]
    assert ledger.decisions[0].sentence
    assert ledger.decisions[0].fact_rev
    assert (ledger.decisions[0].by, ledger.decisions[0].stage, ledger.decisions[0].reason) == (
        "许知远",
        "复审",
        "反问句",
    )


@pytest.mark.parametrize("escaped", [True, False], ids=["escaped", "escaping-off"])
def test_hostile_text_does_nothing(
    browser: "Browser", tmp_path: Path, monkeypatch: pytest.MonkeyPatch, escaped: bool
) -> None:
    assert len(PAYLOADS) >= 200
    made = render.environment(Language.ZH, autoescape=escaped)
    monkeypatch.setattr(render, "environment", lambda _: made)
    write_report(payload_run(), tmp_path, Settings())
    context = browser.new_context()
    page = context.new_page()
    happened: list[str] = []
    page.on("dialog", lambda d: (happened.append(d.message), d.dismiss()))
    # Requests that the policy stopped are reported with the reason "csp"; they never left the browser.
    page.on("requestfinished", lambda r: r.url.startswith("http") and happened.append(r.url))
    page.on("requestfailed", lambda r: r.failure != "csp" and happened.append(f"{r.url} {r.failure}"))
    pages = [*tmp_path.glob("*.html"), *(tmp_path / "article").iterdir(), *sorted((tmp_path / "case").iterdir())[:8]]
    for path in sorted(pages):
        page.goto(path.as_uri())
        if page.url != path.as_uri() or page.evaluate("window.pwned !== undefined"):
            happened.append(path.name)
    context.close()
    assert happened == []


def test_single_file_lists_and_filters_by_itself(browser: "Browser", tmp_path: Path) -> None:
    write_report(run(), tmp_path / "r", Settings(exports=frozenset({"single-file"})))
    alone = tmp_path / "mail.html"
    alone.write_bytes((tmp_path / "r" / "single.html").read_bytes())
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text))
    page.goto(alone.as_uri())
    page.wait_for_selector("html[data-ready]")
    total = page.locator(".case").count()
    page.locator("#q").fill("青禾贷")
    assert 0 < page.locator(".case").count() < total
    page.close()
    assert said == []


def test_a_disagreement_is_decided_as_a_whole(browser: "Browser", report: Path, tmp_path: Path) -> None:
    page = browser.new_context(accept_downloads=True).new_page()
    page.goto((report / "index.html").as_uri() + "#kind=conflict")
    page.wait_for_selector("html[data-ready]")
    card = page.locator(".case.k-conflict").first
    assert "⇄" in card.locator("p.sides").inner_text()
    card.locator("[data-decide=false_alarm]").click()
    with page.expect_download() as download:
        page.locator("#export").click()
    download.value.save_as(tmp_path / "d.jsonl")
    page.context.close()
    (line,) = load(tmp_path / "d.jsonl").decisions
    assert (line.decision, line.scope) == (Decided.FALSE_ALARM, Scope.CASE)
    cases = open_book(run(), Settings(decisions=tmp_path / "d.jsonl")).cases
    assert [c.state for c in cases if c.conflict] == [State.FALSE_ALARM]


def test_a_decision_that_has_ended_is_open_again_in_the_browser(browser: "Browser", tmp_path: Path) -> None:
    cases = open_book(run(), Settings()).cases
    ends = {cases[0].fp: "2020-01-31", cases[1].fp: "2999-12-31"}
    for case in cases[:2]:
        lasting = Decision(fp=case.fp, decision=Decided.LATER, stage="初审", by="张三", expires=ends[case.fp])
        append(tmp_path / "d.jsonl", lines_for(case, lasting))
    settings = Settings(decisions=tmp_path / "d.jsonl")
    write_report(run(), tmp_path / "out", settings)
    page = browser.new_page()
    page.goto((tmp_path / "out" / "index.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    over, lasts = (page.locator(f"[id='{c.id}']") for c in cases[:2])
    assert over.locator(".head .state").inner_text() == "请重看：处理结果已到期"
    assert lasts.locator(".head .state").inner_text() == "稍后 · 初审 · 张三 · 至 2999-12-31"
    assert ["done" in (c.get_attribute("class") or "") for c in (over, lasts)] == [False, True]
    page.locator("#state").select_option("todo")
    shown = page.locator(".case").evaluate_all("(all) => all.map((c) => c.id)")
    page.close()
    assert cases[0].id in shown
    assert cases[1].id not in shown
    assert not (set(shown) - {c.id for c in cases})
