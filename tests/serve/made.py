"""A small report on disk with its table and a place for decisions, and a client that may ask."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette", reason="the extra [serve] is not installed")

import httpx

from analyzer.facts import load_table
from analyzer.report import write_report
from analyzer.run import check
from analyzer.serve import Desk, make_app
from analyzer.serve.desk import Places
from analyzer.settings import Settings

HOST = "127.0.0.1:8300"
ORIGIN = {"origin": f"http://{HOST}"}
TOKEN = "t" * 43

ENTITIES = """id,name,type,aliases,parent,note
qinghe,青禾贷,product,,,
haluo,海螺花,product,,,
beian,北岸科技,org,,,
qhbank,青禾银行,org,,,
xingqiao,星桥集团,org,,,
"""
PREDICATES = """id,label,subject_type,value_type,cardinality,templates,unit,tolerance,note,severity
operator,运营方,product,org,closed,{S}的运营方是{V}|{S}由{V}推出,,,,high
"""
FACTS = """id,subject,predicate,value,grade,valid_from,valid_to,source_url,source_title,checked_on,checked_by,note
F1,qinghe,operator,qhbank,exact,,,https://example.org/a,年报,2026-11-01,许知远,
"""
ARTICLES = {
    "a.txt": "青禾贷是什么\n\n青禾贷的运营方是北岸科技。很多读者都问过这个问题,今天一次说清楚,请大家阅读全文。\n",
    "b.txt": "青禾贷好不好\n\n有人问起这款产品。青禾贷的运营方是北岸科技。页面上写得很明白,可以自己去看一看。\n",
    "c.txt": "海螺花是谁的\n\n海螺花的运营方是星桥集团。这一点在它的协议里写着,打开就能看到,不必再去问别人。\n",
}


class Client:
    """Asks the application without a network, and keeps cookies as a browser does."""

    def __init__(self, places: Places) -> None:
        app = make_app(Desk(places, Settings()), token=TOKEN, host=HOST)
        self._client = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=f"http://{HOST}")

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        return asyncio.run(self._client.request(method, path, **more))

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.ask("GET", path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:
        return self.ask("POST", path, **more)


@dataclass(frozen=True)
class Made:
    """Where everything lies, and the application over it."""

    places: Places
    client: Client

    def post(self, action: str, **asked: object) -> tuple[int, dict[str, object]]:
        answer = self.client.post(f"/api/{action}", json=asked, headers=ORIGIN)
        return answer.status_code, answer.json()


def report_on_disk(root: Path) -> Places:
    facts = root / "facts"
    facts.mkdir(parents=True)
    for name, text in (("entities", ENTITIES), ("predicates", PREDICATES), ("facts", FACTS)):
        (facts / f"{name}.csv").write_text(text, encoding="utf-8")
    (root / "in").mkdir()
    for name, text in ARTICLES.items():
        (root / "in" / name).write_text(text, encoding="utf-8")
    settings = Settings()
    write_report(check([root / "in"], load_table(facts), settings), root / "out", settings)
    return Places(out=root / "out", facts=facts, decisions=root / "decisions.jsonl")


def client(places: Places, *, known: bool = True) -> Client:
    made = Client(places)
    if known:
        made.get(f"/?token={TOKEN}")
    return made
