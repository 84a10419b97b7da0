"""The corpus commands answer from the articles alone, as lines and as JSON."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from analyzer.cli import app

FACTS = Path(__file__).parents[2] / "corpus" / "facts"
BODY = [f"第{n}点要说的是,{{name}}的合同里第{n}条写得很细,签字之前最好从头到尾看一遍再做决定。" for n in range(30)]


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("in")
    names = {"one.example": ("微粒贷", "花呗"), "two.example": ("借呗", "有钱花")}
    with (folder / "pages.jsonl").open("w", encoding="utf-8") as file:
        for site, own in names.items():
            for number, name in enumerate(own):
                lines = BODY if number == 0 else [f"{line[:-1]},这一版与上一版不同。" for line in reversed(BODY)]
                text = "\n".join(lines).format(name=name)
                row = {"url": f"https://{site}/post/88{number}01.html", "title": f"{name}怎么样", "text": text}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return folder


def rows(*words: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(app, ["corpus", *words, "--json"], catch_exceptions=False)
    return [json.loads(line) for line in result.output.splitlines() if line.startswith("{")]


def test_sites_and_networks(articles: Path) -> None:
    found = rows("networks", str(articles), "--facts", str(FACTS))
    assert [(n["sites"], n["mirrored"], n["swapped"]) for n in found] == [(["one.example", "two.example"], 2, 2)]
    sites = {s["site"]: s for s in rows("sites", str(articles))}
    assert {(name, s["articles"], s["copied"], s["network"]) for name, s in sites.items()} == {
        ("one.example", 2, 2, True),
        ("two.example", 2, 2, True),
    }


@pytest.mark.parametrize("command", ["dup", "spread", "sites", "networks"])
def test_every_command_answers_in_lines_too(command: str, articles: Path) -> None:
    result = CliRunner().invoke(app, ["corpus", command, str(articles)], catch_exceptions=False)
    assert result.exit_code == 0
    assert result.output.strip()


def test_spun_pairs_are_mined_and_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    # Two texts with nothing in common but the two words: a pair counts by the texts it is seen in.
    topics = (
        "用户如果对合同有问题，应该先看清第{n}条的措施再做选择。",
        "茶农在雨季遇到第{n}场暴雨，防涝措施决定收成，选择排水好的山坡最稳妥。",
        "博物馆的第{n}间展厅正在装修，消防措施要到位，讲解员可以选择别的路线。",
    )
    folder = tmp_path / "in"
    folder.mkdir()
    for site in range(3):
        lines = [f"第{n}点，" + topics[site].format(n=n) for n in range(20)]
        text = "\n".join([f"写给第{site}批读者的说明", *lines, f"第{site}份说明到这里结束，谢谢大家阅读全文。"])
        (folder / f"plain{site}.txt").write_text(text, encoding="utf-8")
        (folder / f"spun{site}.txt").write_text(text.replace("选择", "抉择").replace("措施", "举措"), encoding="utf-8")
    found = {(r["spun"], r["plain"]): r["known"] for r in rows("spun", str(folder), "--write", "own.csv")}
    assert found == {("抉择", "选择"): False, ("举措", "措施"): False}
    written = (tmp_path / "own.csv").read_text(encoding="utf-8")
    assert "抉择,选择" in written
    (tmp_path / "own.csv").write_text("举措,措施", encoding="utf-8")  # kept by hand, no line end
    rows("spun", str(folder), "--write", "own.csv")
    lines = (tmp_path / "own.csv").read_text(encoding="utf-8").splitlines()
    assert [line.partition("#")[0].strip() for line in lines] == ["举措,措施", "抉择,选择"]
    (tmp_path / "own.csv").write_text(written, encoding="utf-8")
    (tmp_path / "farmcheck.toml").write_text('spun_pairs = "own.csv"', encoding="utf-8")
    assert {r["known"] for r in rows("spun", str(folder), "--write", "own.csv")} == {True}
    assert (tmp_path / "own.csv").read_text(encoding="utf-8") == written
