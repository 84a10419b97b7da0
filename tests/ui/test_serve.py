"""The served pages in a real browser: one key decides, one undoes, a second editor is told, a fact is added."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from analyzer.decisions import load
from analyzer.settings import Settings

uvicorn = pytest.importorskip("uvicorn", reason="the extra [serve] is not installed")

from analyzer.cli.serve import _listening  # noqa: E402
from analyzer.serve import Desk, make_app  # noqa: E402
from analyzer.serve.desk import Places  # noqa: E402
from tests.serve.made import TOKEN, report_on_disk  # noqa: E402
from tests.ui.looking import faults  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Places]]:
    places = report_on_disk(tmp_path)
    listening = _listening(0)
    host = "127.0.0.1:{1}".format(*listening.getsockname())
    app = make_app(Desk(places, Settings()), token=TOKEN, host=host)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield f"http://{host}", places
    server.should_exit = True
    thread.join()


def editor(browser: "Browser", address: str, said: list[str]) -> "Page":
    page = browser.new_context().new_page()
    page.on("console", lambda m: said.append(m.text))
    page.on("pageerror", lambda e: said.append(str(e)))
    page.goto(f"{address}/?token={TOKEN}")
    page.wait_for_selector("html[data-ready]")
    return page


def test_two_editors_decide_and_add_a_fact(browser: "Browser", served: tuple[str, Places]) -> None:
    address, places = served
    said: list[str] = []
    one, two = editor(browser, address, said), editor(browser, address, said)
    with one.expect_response("**/api/decide"):
        one.keyboard.press("j")
        one.keyboard.press("a")
    assert [d.decision for d in load(places.decisions).decisions] == ["accept"]
    assert said == []
    with two.expect_response("**/api/decide") as answer:
        two.keyboard.press("j")
        two.keyboard.press("x")
    assert answer.value.status == 409
    assert "已采纳" in two.locator(".clash").inner_text()
    two.locator(".clash button").first.click()
    two.wait_for_selector(".clash", state="detached")
    assert [d.decision for d in load(places.decisions).decisions] == ["accept", "false_alarm"]
    with two.expect_response("**/api/decide"):
        two.keyboard.press("u")
    two.locator(".actions .state", has_text="已采纳").wait_for()
    # One state is shown, not also the one that the page was made with.
    assert two.locator(".case .state:visible").count() == 1

    two.goto(f"{address}/desk.html#subject=海螺花&predicate=运营方")
    two.locator("[name=source_title]").fill("协议")
    two.locator("[name=value]").fill("北岸科技")
    two.wait_for_selector(".flip")
    assert "星桥集团" in two.locator(".flip").inner_text()
    two.locator("button[type=submit]").click()
    two.locator("#said", has_text="已保存").wait_for()
    assert "协议" in (places.facts / "facts.csv").read_text(encoding="utf-8-sig")
    # The browser itself reports the refused request; nothing else was said.
    assert [s for s in said if "409" not in s] == []
    one.context.close()
    two.context.close()


def test_served_pages_are_accessible(browser: "Browser", served: tuple[str, Places]) -> None:
    address = served[0]
    # axe is put into the page by evaluation, which the policy of served pages refuses.
    page = browser.new_context(bypass_csp=True).new_page()
    page.goto(f"{address}/?token={TOKEN}")
    found = []
    for name, there in (("index.html", "html[data-ready]"), ("desk.html#id=F1", "#counts")):
        page.goto(f"{address}/{name}")
        page.wait_for_selector(there)
        page.wait_for_load_state("load")
        if "desk" in name:
            page.wait_for_function("document.querySelector('[name=value]').value !== ''")
        found += faults(page)
    page.context.close()
    assert found == []
