"""How the report does with 100,000 findings: writing, opening, filtering, size. Run by hand; needs Chromium.

python -m tests.benchmarks.report [cases]
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from analyzer.model import Run, UnknownValue, Verdict
from analyzer.report import write_report
from analyzer.settings import Settings
from tests.report.made import Writer, table
from tests.ui.conftest import ARGUMENTS

PER_ARTICLE = 50

# Types five searches into the list; gives the milliseconds that each took until the page was laid out again.
FILTER = """() => ['公司', '第977', '青禾贷 31天', '第5号', ''].map((q) => {
    const input = document.querySelector('#q');
    const start = performance.now();
    input.value = q;
    input.dispatchEvent(new Event('input'));
    document.body.offsetHeight;
    return performance.now() - start;
  })"""


def many(cases: int) -> Run:
    """Return a run with so many different cases, one finding each."""
    facts = table()
    checked = []
    for k in range(0, cases, PER_ARTICLE):
        w = Writer(f"b/{k:07}.html", facts)
        for n in range(k, min(k + PER_ARTICLE, cases)):
            name = f"第{n}号公司"
            w.claim(
                f"有人在第{n % 977}期里说,青禾贷是", f"{name}旗下", f"的产品,{n % 31}天内放款。\n", subject=f"p{n % 5}",
                predicate="operator", written=name, value=UnknownValue(name=name, proper_name=True),
                verdict=Verdict.CONTRADICTED, fact=f"F{n % 5}", reason=f"事实表 F{n % 5} 记的是另一家",
            )  # fmt: skip
        checked.append(w.done(title=f"第 {k} 篇", site=f"s{k % 97}.example.cn", published=f"2025-{1 + k % 12:02}"))
    return Run(version="0.0", input=("b",), table=facts, checked=tuple(checked))


def main() -> None:
    from playwright.sync_api import sync_playwright

    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    run = many(cases)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        out = Path(folder)
        start = time.perf_counter()
        write_report(run, out, Settings(exports=frozenset({"single-file"})))
        took = time.perf_counter() - start
        count = sum(1 for p in out.rglob("*") if p.is_file())
        print(f"written  {took:.1f} s, {cases / took:,.0f} findings/s, {count} files")
        print(f"single   {(out / 'single.html').stat().st_size / 1e6:.2f} MB")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"), args=list(ARGUMENTS)
        )
        for name in ("index.html", "single.html"):
            page = browser.new_page()
            start = time.perf_counter()
            page.goto((out / name).as_uri(), wait_until="commit")
            page.wait_for_selector(".case .quote")
            visible = time.perf_counter() - start
            page.wait_for_selector("html[data-ready]", timeout=60_000)
            ready = time.perf_counter() - start
            filters = page.evaluate(FILTER)
            nodes = page.evaluate("document.querySelectorAll('*').length")
            print(
                f"{name:12} first case {visible:.2f} s, ready {ready:.2f} s, "
                f"filter {min(filters):.0f}-{max(filters):.0f} "
                f"ms, {nodes} nodes"
            )
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
