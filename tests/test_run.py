"""The pipeline: the same result however it is run, a row for every file, nothing lost."""

import json
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import analyzer.claims
import analyzer.clean
import analyzer.stages
from analyzer.facts import load_table
from analyzer.model import Article, Document, FactTable, Run, Status
from analyzer.read import article_files, records
from analyzer.report import rows, write_report
from analyzer.run import check
from analyzer.settings import Settings

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "corpus" / "articles"


@pytest.fixture(scope="module")
def table() -> FactTable:
    return load_table(ROOT / "corpus" / "facts")


def written(run: Run, out: Path) -> dict[str, bytes]:
    write_report(run, out, Settings())
    files = (p for p in sorted(out.rglob("*")) if p.is_file() and not p.name.startswith(".farmcheck"))
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in files}


def test_workers_and_cache_change_no_byte(table: FactTable, tmp_path: Path) -> None:
    many = tmp_path / "many"
    for copy in ("a", "b"):
        shutil.copytree(SAMPLES, many / copy)
    plain = written(check([many], table, Settings()), tmp_path / "plain")
    assert plain["data/claims.jsonl"].count(b'"contradicted"') > 20
    cached = Settings(cache=tmp_path / "cache", workers=2)
    assert written(check([many], table, cached), tmp_path / "cold") == plain
    assert written(check([many], table, cached), tmp_path / "warm") == plain


def pages(out: Path) -> dict[str, int]:
    return {p.name: p.stat().st_mtime_ns for folder in ("article", "case") for p in (out / folder).glob("*.html")}


def test_only_pages_that_show_something_else_are_written_again(table: FactTable, tmp_path: Path) -> None:
    settings, out = Settings(cache=tmp_path / "cache"), tmp_path / "out"
    first = check([SAMPLES], table, settings)
    write_report(first, out, settings)
    before = pages(out)
    cited = Counter(fact for c in first.checked for fact in {j.fact for j in c.judgements if j.fact})
    rare = min(cited, key=lambda fact: (cited[fact], fact))
    shutil.copytree(ROOT / "corpus" / "facts", tmp_path / "facts")
    rows = (tmp_path / "facts" / "facts.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = "".join(row for row in rows if not row.startswith(f"{rare},"))
    (tmp_path / "facts" / "facts.csv").write_text(kept, encoding="utf-8")
    changed = load_table(tmp_path / "facts")
    damaged, gone = min(before), max(before)
    for path in out.rglob(damaged):
        path.write_text("", encoding="utf-8")
    for path in out.rglob(gone):
        path.unlink()
    write_report(check([SAMPLES], changed, settings), out, settings)
    after = pages(out)
    again = {name for name in after if after[name] != before.get(name)}
    assert {damaged, gone} <= again
    assert cited[rare] < len(again) < len(after) / 2
    whole = written(check([SAMPLES], changed, Settings()), tmp_path / "whole")
    assert {name: (out / name).read_bytes() for name in whole} == whole
    left = {p.relative_to(out).as_posix() for folder in ("article", "case") for p in (out / folder).glob("*.html")}
    assert left <= set(whole)  # the page of a case that is no more has gone with it


def test_a_page_that_somebody_has_edited_is_not_taken_away(table: FactTable, tmp_path: Path) -> None:
    settings, out = Settings(cache=tmp_path / "cache"), tmp_path / "out"
    some = tmp_path / "some"
    some.mkdir()
    first, second, *_ = sorted(SAMPLES.glob("*.txt"))
    for path in (first, second):
        shutil.copy(path, some)
    write_report(check([some], table, settings), out, settings)
    mine, *others = sorted((out / "article").glob("*.html"))
    mine.write_text("my notes", encoding="utf-8")
    for path in some.iterdir():
        path.unlink()
    shutil.copy(SAMPLES / sorted(p.name for p in SAMPLES.glob("*.txt"))[2], some)
    write_report(check([some], table, settings), out, settings)
    assert mine.read_text(encoding="utf-8") == "my notes"
    assert others
    assert not any(path.exists() for path in others)


def test_lines_are_copied_from_the_last_run_and_made_where_something_is_new(
    table: FactTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, out, folder = Settings(cache=tmp_path / "cache"), tmp_path / "out", tmp_path / "in"
    shutil.copytree(SAMPLES, folder)
    made: list[str] = []
    row = rows.BY_ARTICLE["claims"]
    monkeypatch.setitem(rows.BY_ARTICLE, "claims", lambda c: made.append(c.article.id) or row(c))
    write_report(check([folder], table, settings), out, settings)
    everything = len(made)
    files = sorted(folder.glob("*.txt"))
    files[0].unlink()
    files[1].write_text("微粒贷的题目\n\n微粒贷由微众银行推出，借款之前先看清合同。\n", encoding="utf-8")
    (folder / "00.txt").write_text("借呗的题目\n\n借呗是蚂蚁集团的产品，借款之前先看清合同。\n", encoding="utf-8")
    for damage in ("", "claims.jsonl"):
        made.clear()
        if damage:
            (out / "data" / damage).write_bytes((out / "data" / damage).read_bytes()[:-1])
        write_report(check([folder], table, settings), out, settings)
        assert len(made) >= everything if damage else 2 <= len(made) < everything / 2
        fresh = written(check([folder], table, Settings()), tmp_path / f"fresh{damage}")
        assert {name: (out / name).read_bytes() for name in fresh if name.startswith("data")} == {
            name: content for name, content in fresh.items() if name.startswith("data")
        }


def test_a_new_address_of_the_same_text_is_shown(table: FactTable, tmp_path: Path) -> None:
    settings = Settings(cache=tmp_path / "cache")
    page = (
        '<html><head><title>借款</title><link rel="canonical" href="https://{}.example/1.html"></head><body>{}</body>'
    )
    text = "<p>微粒贷由微众银行推出，借款之前先看清合同，按时还款。</p>" * 3
    for name in ("one", "two"):
        (tmp_path / "a.html").write_text(page.format(name, text), encoding="utf-8")
        found = check([tmp_path / "a.html"], table, settings).checked[0].article.document.url
        assert found == f"https://{name}.example/1.html"


def test_a_warm_run_reads_and_claims_nothing_again(
    table: FactTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(cache=tmp_path / "cache")
    first = check([SAMPLES], table, settings)

    def refuse(*_: object) -> None:
        raise AssertionError("worked out again")

    monkeypatch.setattr(analyzer.clean, "clean", refuse)
    monkeypatch.setattr(analyzer.claims, "claims_of", refuse)
    assert check([SAMPLES], table, settings) == first


def test_packs_that_vanish_while_a_run_goes_on_are_made_again(table: FactTable, tmp_path: Path) -> None:
    settings = Settings(cache=tmp_path / "cache")
    first = list(check([SAMPLES], table, settings).checked)
    second = check([SAMPLES], table, settings).checked
    shutil.rmtree(tmp_path / "cache")
    assert list(second) == first


def test_changed_facts_judge_again_and_read_nothing_again(
    table: FactTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(cache=tmp_path / "cache")
    check([SAMPLES], table, settings)
    facts = tmp_path / "facts"
    shutil.copytree(ROOT / "corpus" / "facts", facts)
    head = (facts / "facts.csv").read_text(encoding="utf-8").splitlines(keepends=True)[0]
    (facts / "facts.csv").write_text(head, encoding="utf-8")
    fewer = load_table(facts)
    plain = check([SAMPLES], fewer, Settings())

    def refuse(*_: object) -> None:
        raise AssertionError("worked out again")

    monkeypatch.setattr(analyzer.clean, "clean", refuse)
    monkeypatch.setattr(analyzer.claims, "claims_of", refuse)
    run = check([SAMPLES], fewer, settings)
    assert run == plain
    assert not any(j.is_finding for c in run.checked for j in c.judgements)


def test_a_changed_file_is_read_again_and_the_rest_is_not(
    table: FactTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.txt").write_text(f"第{n}篇文章\n\n这里写的是第{n}篇文章自己的内容。\n" * 3, encoding="utf-8")
    settings = Settings(cache=tmp_path / "cache")
    check([folder], table, settings)
    (folder / "1.txt").write_text("微粒贷是蚂蚁金服旗下的产品。\n", encoding="utf-8")
    read: list[str] = []
    clean: Callable[[Document, Settings], Article] = analyzer.clean.clean

    def watched(document: Document, settings: Settings) -> Article:
        read.append(document.id)
        return clean(document, settings)

    monkeypatch.setattr(analyzer.clean, "clean", watched)
    run = check([folder], table, settings)
    assert read == ["1.txt"]
    assert [c.article.id for c in run.checked] == ["0.txt", "1.txt", "2.txt"]


@pytest.mark.parametrize(
    ("module", "stage", "word"),
    [(analyzer.clean, "clean", "清洗"), (analyzer.claims, "claims_of", "核查"), (analyzer.stages, "judge", "核查")],
)
def test_a_stage_that_breaks_makes_a_row_and_the_run_goes_on(
    module: ModuleType, stage: str, word: str, table: FactTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("微粒贷是蚂蚁金服旗下的小额贷款产品。\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("花呗是京东旗下的信用支付产品。\n", encoding="utf-8")
    real = getattr(module, stage)

    def break_on_a(first: object, *rest: object) -> object:
        if "微粒贷" in repr(first):
            raise RuntimeError("boom")
        return real(first, *rest)

    monkeypatch.setattr(module, stage, break_on_a)
    a, b = check([tmp_path], table, Settings()).checked
    assert a.article.status is Status.FAILED
    assert a.article.reason is not None
    assert word in a.article.reason.zh
    assert "RuntimeError: boom" in a.article.reason.zh
    assert a.article.clean.text == a.article.document.source != ""
    assert b.article.status is Status.CHECKED
    assert "contradicted" in [j.verdict.value for j in b.judgements]


def test_progress_counts_every_record_and_article(table: FactTable) -> None:
    seen: list[tuple[str, int]] = []
    run = check([SAMPLES], table, Settings(), lambda stage, done: seen.append((stage, done)))
    items = sum(len(list(records(file))) for file in article_files([SAMPLES]))
    assert items > sum(p.is_file() for p in SAMPLES.rglob("*"))
    assert max(done for stage, done in seen if stage == "read") == items
    assert max(done for stage, done in seen if stage == "check") == len(run.checked)


def test_pages_of_a_site_prove_its_filter_for_each_other(table: FactTable, tmp_path: Path) -> None:
    """诉， and 具， lost two bytes in the middle; 走， alone would prove nothing. A page more or less is noticed."""
    texts = (
        "平台已经决定起爽家人都很担心。山里的春天来得晚，采茶的人一早就上了山，中午才回来吃饭。",
        "先用好这些工粳可以省下很多时间。村里的木匠从小学艺，做了三十年的桌椅，手艺传给了儿子。",
        "他吃完饭抬腿就赚也不打招呼。河边的老屋住着一对夫妇，养了几只鹅，种了半亩菜，日子过得安静。",
    )
    folder = tmp_path / "in"
    folder.mkdir()
    settings = Settings(cache=tmp_path / "cache")

    def repaired(count: int) -> list[str]:
        lines = [
            json.dumps({"text": text, "url": f"https://www.example.com/{n}.html", "id": str(n)}, ensure_ascii=False)
            for n, text in enumerate(texts[-count:])
        ]
        (folder / "pages.jsonl").write_text("\n".join(lines), encoding="utf-8")
        cached, plain = check([folder], table, settings), check([folder], table, Settings())
        assert list(cached.checked) == list(plain.checked)
        return ["走，" in c.reading.repaired.text for c in cached.checked if c.reading]

    assert repaired(2) == [False, False]
    assert repaired(3) == [False, False, True]
    assert repaired(2) == [False, False]


def test_what_was_judged_again_stays_judged(table: FactTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(cache=tmp_path / "cache")
    check([SAMPLES], table, settings)
    shutil.copytree(ROOT / "corpus" / "facts", tmp_path / "facts")
    rows = (tmp_path / "facts" / "facts.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "facts" / "facts.csv").write_text("".join(rows[:100]), encoding="utf-8")
    fewer = load_table(tmp_path / "facts")
    plain = check([SAMPLES], fewer, Settings())
    assert check([SAMPLES], fewer, settings) == plain

    def refuse(*_: object) -> None:
        raise AssertionError("judged again")

    with monkeypatch.context() as patched:
        patched.setattr(analyzer.stages, "judge", refuse)
        assert check([SAMPLES], fewer, settings) == plain
        assert check([SAMPLES], table, settings) != plain
    last = check([SAMPLES], fewer, settings).checked
    shutil.rmtree(tmp_path / "cache" / "judged")
    assert list(last) == list(plain.checked)
