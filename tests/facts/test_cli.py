"""The commands as an editor types them: output, exit codes, nothing asked off a terminal."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from analyzer.cli import app
from analyzer.errors import FarmcheckError
from analyzer.facts import find_folder, load_table
from analyzer.facts.folder import starter
from tests.facts import tables

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command line and returns its exit code and all that it printed."""

    def call(*words: str) -> tuple[int, str]:
        code = 0
        try:
            code = int(app(list(words), standalone_mode=False) or 0)
        except FarmcheckError as error:
            code = error.exit_code
            typer.echo(error.phrase.zh, err=True)
        except SystemExit as error:
            code = int(error.code or 0)
        out = capsys.readouterr()
        return code, out.out + out.err

    return call


def test_adding_finding_listing_and_taking_back(run: Run, folder: Path) -> None:
    at = ["--facts", str(folder)]
    code, out = run(
        "facts", "add", "云雾茶", "生产商", "白石茶庄", "--grade", "wrong", "--source", "https://e.org/b", *at
    )
    assert code == 0
    assert "facts.csv:6  F005  云雾红茶  生产商  白石茶庄  wrong" in out
    assert "F005" in run("facts", "list", "--grade", "wrong", *at)[1]
    assert "F005" in run("facts", "find", "白石茶庄", *at)[1]
    assert "白石茶庄" in run("facts", "find", "白石茶装", *at)[1]
    assert "checked_on" in run("facts", "show", "F005", *at)[1]
    assert "+ F005,tea,maker,rival,wrong" in run("facts", "log", "F005", *at)[1]
    assert run("facts", "undo", *at)[0] == 0
    assert (folder / "facts.csv").read_text(encoding="utf-8") == tables.FACTS


def test_editing_and_retiring(run: Run, folder: Path) -> None:
    at = ["--facts", str(folder)]
    assert run("facts", "edit", "F003", "--value", "一百元~150", *at)[0] == 0
    assert run("facts", "retire", "F002", "--to", "2020-06", "--note", "停产", *at)[0] == 0
    assert run("facts", "retire", "F004", "--mistaken", *at)[0] == 0
    text = (folder / "facts.csv").read_text(encoding="utf-8")
    assert "F003,tea,price,100~150,," in text
    assert "F002,tea,since,2015-05,,,2020-06,https://example.org/a,年报,2026-01-02,,停产" in text
    assert "F004,tea,organic,true,disputed," in text


def test_entities_and_predicates(run: Run, folder: Path) -> None:
    at = ["--facts", str(folder)]
    assert run("entities", "add", "碧溪绿茶", "product", "--alias", "碧溪茶", *at) == (0, "bixilvcha\n")
    assert run("entities", "add", "云雾茶", "product", *at)[0] == 2
    assert run("entities", "edit", "碧溪绿茶", "--alias", "碧溪", "--parent", "云雾红茶", *at)[0] == 0
    assert load_table(folder).entities["bixilvcha"].aliases == ("碧溪茶", "碧溪")
    assert load_table(folder).entities["bixilvcha"].parent == "tea"
    assert "bixilvcha" in run("entities", "list", "--type", "product", *at)[1]
    words = ["--subject-type", "product", "--value-type", "org", "--template", "{S}产自{V}"]
    assert run("predicates", "add", "产地", *words, *at) == (0, "chandi\n")
    assert run("predicates", "edit", "产地", "--template", "{V}出产的{S}", *at)[0] == 0
    assert load_table(folder).predicates["chandi"].templates == ("{S}产自{V}", "{V}出产的{S}")
    assert run("predicates", "edit", "产地", "--template", "{S}没有值", *at)[0] == 2
    assert "{S}产自{V}" in run("predicates", "list", *at)[1]
    assert run("predicates", "edit", "产地", "--severity", "深", *at)[0] == 2
    assert run("predicates", "edit", "产地", "--severity", "high", *at)[0] == 0
    assert load_table(folder).predicates["chandi"].severity == "high"


def test_templates_from_examples_are_added_or_become_a_predicate(run: Run, folder: Path) -> None:
    at = ["--facts", str(folder)]
    code, out = run("predicates", "propose", "{V:乙}出产的{S:甲}", "--predicate", "maker", "--take", "1", *at)
    assert code == 0
    assert load_table(folder).predicates["maker"].templates[-1] in out
    types = ["--subject-type", "product", "--value-type", "org"]
    code, out = run("predicates", "propose", "{S:甲}出自{V:乙}", *types, "--take", "1", "--label", "来源", *at)
    assert (code, out.splitlines()[-1]) == (0, "laiyuan")
    assert load_table(folder).predicates["laiyuan"].templates == ("{S}出自{V}",)


def test_validate_says_where_and_exits_with_three(run: Run, tmp_path: Path) -> None:
    folder = tables.write(tmp_path, facts=tables.FACTS.replace("2015-05", "昨天"))
    code, out = run("facts", "validate", "--facts", str(folder))
    assert code == 3
    assert "facts.csv:3:D  value  「昨天」  不是日期" in out
    code, out = run("facts", "validate", "--json", "--facts", str(folder))
    row = json.loads(out.splitlines()[0])
    assert (row["file"], row["row"], row["letter"], row["cell"]) == ("facts.csv", 3, "D", "昨天")


def test_validate_mends_what_is_safe(run: Run, tmp_path: Path) -> None:
    text = tables.FACTS.replace("2015-05", "2015/5").replace("80~120", "８０～120").replace("F004,tea", "F004, tea")
    text = text.replace("organic,true,", "organic,TRUE,EXACT") + tables.FACTS.splitlines(keepends=True)[1]
    folder = tables.write(tmp_path, facts=text)
    assert run("facts", "validate", "--facts", str(folder))[0] == 3  # the doubled row
    assert run("facts", "validate", "--fix", "--facts", str(folder))[0] == 0
    assert (folder / "facts.csv").read_text(encoding="utf-8") == tables.FACTS.replace(
        "organic,true,", "organic,true,exact"
    )
    assert run("facts", "undo", "--facts", str(folder))[0] == 0
    assert (folder / "facts.csv").read_text(encoding="utf-8") == text


def test_templates_are_tried_on_the_articles_of_a_report(run: Run, folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "out" / "data"
    data.mkdir(parents=True)
    body = "云雾红茶由青峰茶厂生产。" + "".join(f"第{n}句说云雾红茶售价{n}元。" for n in range(60))
    (data / "articles.jsonl").write_text(json.dumps({"article": "a", "repaired": body}) + "\n", encoding="utf-8")
    out = run("facts", "validate", "--facts", str(folder), "--against", str(tmp_path / "out"))[1]
    assert "1/2 个句式在 61 句里没有用上：{V}旗下…{S}" in out
    assert "{S}售价{V}」匹配了提到主语的 61 句里的 60 句" in out
    assert "匹配:{S}由{V}生产" not in out


USAGE = [
    (["facts", "add", "云雾茶", "生产商"], "值"),
    (["facts", "add", "云雾茶", "生产商", "白石茶庄"], "--source"),
    (["facts", "edit", "F001"], "--value"),
    (["facts", "edit", "F01", "--value", "x"], "F001"),
    (["facts", "show", "F01"], "F001"),
    (["facts", "list", "--subject", "云雾红查"], "云雾红茶"),
    (["facts", "import", "QUERY", "--facts", "."], "--mapping"),
    (["facts", "export", "table.pdf"], ".pdf"),
    (["facts", "diff", "--against", "nowhere"], "farmcheck run"),
    (["facts", "suggest", "--against", "nowhere"], "farmcheck run"),
    (["predicates", "propose", "没有标记", "--predicate", "maker"], "{S:"),
    (["predicates", "propose", "--predicate", "maker"], "例句"),
    (["predicates", "propose", "{S:甲}由{V:乙}生产", "--predicate", "maker", "--take", "99"], "1 到"),
    (["facts", "undo"], "没有可以撤销"),
]


@pytest.mark.parametrize(("words", "hint"), USAGE, ids=[" ".join(w[:4]) for w, _ in USAGE])
def test_wrong_usage_is_explained_and_ends_with_two(run: Run, folder: Path, words: list[str], hint: str) -> None:
    (folder / "query.csv").write_text("item\nx\n", encoding="utf-8")
    words = [w.replace("QUERY", str(folder / "query.csv")) for w in words]
    at = [] if "--facts" in words else ["--facts", str(folder)]
    code, out = run(*words, *at)
    assert code == 2
    assert hint in out


def test_the_shipped_table_is_copied_before_it_is_changed(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("analyzer.facts.folder.starter", lambda: folder)
    code, out = run("facts", "add", "云雾茶", "生产商", "白石茶庄", "--title", "x", "--grade", "wrong")
    assert code == 0, out
    assert (folder / "facts.csv").read_text(encoding="utf-8") == tables.FACTS
    assert len(load_table(tmp_path / "corpus" / "facts").facts) == 5
    assert find_folder(None) == Path("corpus/facts")


def test_the_starter_table_is_large_sourced_and_without_errors(run: Run) -> None:
    table = load_table(starter())
    assert len(table.entities) >= 130
    assert sum(bool(f.source_url) for f in table.facts) >= 250
    assert run("facts", "validate", "--facts", str(starter()))[0] == 0


def test_the_folder_given_wins_then_the_current_ones_then_the_starter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_folder(Path("x")) == Path("x")
    assert find_folder(None) == starter()
    (tmp_path / "corpus" / "facts").mkdir(parents=True)
    assert find_folder(None) == Path("corpus/facts")


def test_workbook_and_package_through_the_commands(run: Run, folder: Path, tmp_path: Path) -> None:
    at = ["--facts", str(folder)]
    assert run("facts", "export", str(tmp_path / "t.xlsx"), *at)[0] == 0
    assert run("facts", "export", str(tmp_path / "datapackage.json"), *at)[0] == 0
    assert run("facts", "import", str(tmp_path / "t.xlsx"), *at)[0] == 0
    assert (folder / "facts.csv").read_text(encoding="utf-8") == tables.FACTS


@pytest.fixture
def report(run: Run, folder: Path, tmp_path: Path) -> Path:
    """Return the report on three articles that disagree about the maker of a tea, held against the table."""
    articles = tmp_path / "articles"
    articles.mkdir()
    for name, maker in (("a", "青峰茶厂"), ("b", "白石茶庄"), ("c", "白石茶庄")):
        text = f"云雾红茶由{maker}生产,喝过的人都说香气浓郁。\n\n碧溪绿茶由白石茶庄生产,春天采摘,每年只有半个月。"
        (articles / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run("entities", "add", "碧溪绿茶", "product", "--id", "green", "--facts", str(folder))[0] == 0
    out = tmp_path / "out"
    code, shown = run("run", str(articles), "--facts", str(folder), "--out", str(out))
    assert code == 0, shown
    return out


def test_a_template_that_the_engine_read_a_claim_by_is_of_use(run: Run, folder: Path, tmp_path: Path) -> None:
    text = "云雾红茶是青峰茶厂旗下的产品,喝过的人都说香气浓郁,回味也很长。"  # word for word {V}旗下…{S} is not there
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    at = ["--facts", str(folder)]
    assert run("run", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out"), *at)[0] == 0
    assert "·{V}旗下…{S}" in (tmp_path / "out" / "data" / "claims.jsonl").read_text(encoding="utf-8")
    out = run("facts", "validate", "--against", str(tmp_path / "out"), *at)[1]
    assert "1/2 个句式在 1 句里没有用上：{S}由{V}生产" in out
    assert "删" not in out


def test_an_edit_is_weighed_before_it_is_saved(run: Run, folder: Path, report: Path) -> None:
    at = ["--facts", str(folder), "--against", str(report)]
    before = (folder / "facts.csv").read_bytes()
    code, out = run("facts", "edit", "F001", "--value", "白石茶庄", "--dry-run", *at)
    assert code == 0
    assert "- contradicted·confirmed → supported·confirmed  b.txt" in out
    assert "+ supported·confirmed → contradicted·confirmed  a.txt" in out
    assert "3 条说法的结论会变：新增 1 处报错，消失 2 处" in out
    assert (folder / "facts.csv").read_bytes() == before


def test_a_saved_edit_is_held_against_the_last_run(run: Run, folder: Path, report: Path, tmp_path: Path) -> None:
    at = ["--facts", str(folder), "--against", str(report)]
    assert "0 条说法的结论会变" in run("facts", "diff", *at)[1]
    other = tables.write(tmp_path / "other")
    (other / "entities.csv").write_bytes((folder / "entities.csv").read_bytes())
    assert run("facts", "retire", "F001", "--mistaken", "--facts", str(other))[0] == 0
    assert "消失 2 处" in run("facts", "diff", str(other), *at)[1]
    row = json.loads(run("facts", "diff", str(other), "--json", *at)[1].splitlines()[0])
    assert set(row) == {"article", "start", "end", "sentence", "before", "after", "reason"}
    assert run("facts", "retire", "F001", "--mistaken", "--facts", str(folder))[0] == 0
    assert "消失 2 处" in run("facts", "diff", *at)[1]


def test_the_missing_fact_is_suggested_with_a_ready_command(run: Run, folder: Path, report: Path) -> None:
    code, out = run("facts", "suggest", "--facts", str(folder), "--against", str(report))
    assert code == 0
    assert "碧溪绿茶 · 生产商 = 白石茶庄?  可了结 3 篇里的 3 条说法" in out
    assert "$ farmcheck facts add green maker rival --source URL" in out
    assert "说法不一" not in out  # the table decides whose tea 云雾红茶 is
    added = ["facts", "add", "green", "maker", "rival", "--title", "年报", "--facts", str(folder)]
    assert "有 3 条说法的结论因此会变" in run(*added, "--against", str(report))[1]
    assert "碧溪绿茶" not in run("facts", "suggest", "--facts", str(folder), "--against", str(report))[1]


def test_an_added_fact_changes_the_next_run(run: Run, folder: Path, report: Path) -> None:
    def verdicts() -> dict[tuple[str, str], str]:
        lines = (report / "data" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
        return {(r["article"], r["subject_id"]): r["verdict"] for r in map(json.loads, lines)}

    assert {v for (_, s), v in verdicts().items() if s == "green"} == {"unverified"}
    at = ["--facts", str(folder)]
    assert run("facts", "add", "碧溪绿茶", "生产商", "青峰茶厂", "--title", "年报", *at)[0] == 0
    assert run("run", str(report.parent / "articles"), *at, "--out", str(report))[0] == 0
    assert {v for (_, s), v in verdicts().items() if s == "green"} == {"contradicted"}


def test_a_run_tells_of_a_table_in_another_encoding(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "facts.csv").write_bytes(tables.FACTS.encode("gb18030"))
    (tmp_path / "a.txt").write_text("云雾红茶由白石茶庄生产,喝过的人都说香气浓郁,回味也很长久。", encoding="utf-8")
    code, out = run("run", str(tmp_path / "a.txt"), "--facts", str(folder), "--out", str(tmp_path / "out"))
    assert code == 0
    assert "facts.csv  编码是 gb18030" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["predicates", "add", "生产商", "--subject-type", "product", "--value-type", "org"],
            "已经有名称为「生产商」的谓词，编号 maker",
        ),
        (["predicates", "edit", "since", "--label", "生产商"], "编号 maker"),
        (
            [
                "predicates",
                "add",
                "无糖",
                "--subject-type",
                "product",
                "--value-type",
                "boolean",
                "--template",
                "{S}是{V}",
            ],
            "是非谓词的句式「{S}是{V}」里不该有 {V}",
        ),
        (["predicates", "edit", "organic", "--template", "{S}有{V}"], "里不该有 {V}"),
    ],
)
def test_a_predicate_that_can_only_be_a_mistake_is_refused(run: Run, folder: Path, words: list[str], said: str) -> None:
    before = (folder / "predicates.csv").read_bytes()
    code, out = run(*words, "--facts", str(folder))
    assert code == 2
    assert said in out
    assert (folder / "predicates.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--subject-type", "product", "--value-type", "number", "--unit", "斤两"], "不认识的单位"),
        (["--subject-type", "prodct", "--value-type", "org"], "没有类型为 prodct 的实体  → 你是不是想写 product？"),
        (["--subject-type", "product", "--value-type", "ogr"], "没有类型为 ogr 的实体"),
    ],
)
def test_a_doubtful_predicate_is_saved_with_a_note_that_validation_repeats(
    run: Run, folder: Path, more: list[str], said: str
) -> None:
    at = ["--facts", str(folder)]
    code, out = run("predicates", "add", "重量", *more, "--template", "{S}重{V}", *at)
    assert code == 0
    assert said in out
    assert said in run("facts", "validate", *at)[1]


def test_what_is_in_a_table_already_is_noted_and_read(run: Run, folder: Path) -> None:
    text = tables.PREDICATES.replace("since,上市时间", "since,生产商").replace("{S}是有机茶", "{S}是有机茶|{S}有机{V}")
    (folder / "predicates.csv").write_text(text, encoding="utf-8")
    code, out = run("facts", "validate", "--facts", str(folder))
    assert code == 0
    assert "名称「生产商」与第 2 行的 maker 相同" in out
    assert "是非谓词的句式「{S}有机{V}」里不该有 {V}" in out


@pytest.mark.parametrize("unit", ["元", "万元", "%", "个", "公里/小时", "万千瓦", "岁", "元/斤", ""])
def test_common_units_are_no_matter(run: Run, folder: Path, unit: str) -> None:
    (folder / "predicates.csv").write_text(tables.PREDICATES.replace(",元,", f",{unit},"), encoding="utf-8")
    assert "单位" not in run("facts", "validate", "--facts", str(folder))[1]


def test_an_unknown_unit_may_stand_behind_a_figure(run: Run, folder: Path) -> None:
    (folder / "predicates.csv").write_text(tables.PREDICATES.replace(",元,", ",斤两,"), encoding="utf-8")
    at = ["--source", "https://e.org/1", "--facts", str(folder)]
    assert run("facts", "add", "云雾红茶", "价格", "3斤两", "--grade", "wrong", *at)[0] == 0
    assert run("facts", "add", "云雾红茶", "价格", "4 斤两~5斤两", "--grade", "wrong", *at)[0] == 0
    assert [f.written for f in load_table(folder).facts[-2:]] == ["3", "4~5"]


def test_the_column_of_severity_is_added_where_it_is_needed(run: Run, folder: Path) -> None:
    at = ["--facts", str(folder)]
    raw = tables.PREDICATES.encode().replace(b"\n", b"\r\n")
    (folder / "predicates.csv").write_bytes(raw)
    assert run("predicates", "edit", "price", "--severity", "high", *at)[0] == 0
    assert load_table(folder).predicates["price"].severity == "high"
    assert load_table(folder).predicates["maker"].severity == "medium"
    assert run("facts", "undo", *at)[0] == 0
    assert (folder / "predicates.csv").read_bytes() == raw
    words = ["--subject-type", "product", "--value-type", "org", "--severity", "low"]
    assert run("predicates", "add", "产地", *words, *at)[0] == 0
    assert load_table(folder).predicates["chandi"].severity == "low"


def test_a_refusal_shows_the_words_as_they_were_typed(run: Run, folder: Path) -> None:
    at = ["--source", "https://e.org/1", "--facts", str(folder)]
    assert "subject「青峰茶厂」类型是 org" in run("facts", "add", "青峰茶厂", "价格", "3", *at)[1]
    assert "value「云雾茶」类型是 product" in run("facts", "add", "云雾红茶", "生产商", "云雾茶", *at)[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["facts", "list", "--grade", "对"], "没有“对”这个等级；有的是：exact、accepted、wrong、disputed"),
        (["entities", "list", "--type", "bran"], "没有“bran”这个类型；有的是：org、product"),
    ],
)
def test_a_list_of_what_there_is_not_is_refused(run: Run, folder: Path, words: list[str], said: str) -> None:
    code, out = run(*words, "--facts", str(folder))
    assert code == 2
    assert said in out


def test_several_names_typed_as_one_are_noted(run: Run, folder: Path) -> None:
    at = ["--facts", str(folder)]
    code, out = run("entities", "add", "碧溪绿茶", "product", "--alias", "碧溪、碧溪茶", *at)
    assert code == 0
    assert "「碧溪、碧溪茶」算一个名称  → 是几个名称就用 | 隔开：碧溪|碧溪茶" in out
    assert "算一个名称" in run("entities", "edit", "云雾红茶", "--alias", "云雾；雾茶", *at)[1]
    assert run("facts", "validate", *at)[1].count("算一个名称") == 2
    assert "算" not in run("entities", "edit", "青峰茶厂", "--alias", "《茶、酒管理办法》", *at)[1]


def test_an_id_that_was_taken_back_is_not_given_out_again(run: Run, folder: Path) -> None:
    at = ["--source", "https://e.org/1", "--facts", str(folder)]
    assert "F005" in run("facts", "add", "云雾红茶", "价格", "3", "--grade", "wrong", *at)[1]
    assert run("facts", "undo", "--facts", str(folder))[0] == 0
    assert "F006" in run("facts", "add", "云雾红茶", "价格", "4", "--grade", "wrong", *at)[1]


def test_a_note_offers_a_command_that_finds_the_folder(run: Run, folder: Path) -> None:
    (folder / "facts.csv").write_text(tables.FACTS.replace("2026-01-02", "2020-01-02"), encoding="utf-8")
    said = run("facts", "validate", "--facts", str(folder))[1]
    assert f"farmcheck facts edit F001 --checked --facts {folder}" in said
