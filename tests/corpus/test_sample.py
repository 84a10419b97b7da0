"""The demo's regression test: what the sample corpus must yield, from files to findings.

``expected.jsonl`` holds one line an article. The world is closed: a finding that is not listed there is a false flag.
``claims`` must appear, ``optional`` may; ``silent`` are parts of sentences on which no finding may stand;
``keep``, ``drop`` and ``once`` speak of the cleaned text, ``repaired`` of the repaired text; ``gaps`` are holes between
the words ``before`` and ``after``, whose ``original`` may be restored but never as anything else.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from analyzer.facts import load_table
from analyzer.language import Language
from analyzer.report import write_report
from analyzer.run import check
from analyzer.settings import Settings

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "corpus" / "articles"
Row = Mapping[str, Any]
EXPECTED: dict[str, Row] = {
    row["article"]: row
    for row in map(json.loads, (Path(__file__).parent / "expected.jsonl").read_text(encoding="utf-8").splitlines())
}
FINDINGS = ("contradicted", "outdated")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Row]]:
    """Run the whole program once; return each table of the report folder."""
    out = tmp_path_factory.mktemp("report")
    settings = Settings(language=Language.ZH)
    write_report(check([ARTICLES], load_table(ROOT / "corpus" / "facts"), settings), out, settings)
    return {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in (out / "data").glob("*.jsonl")
    }


def of(data: dict[str, list[Row]], table: str, article: str) -> list[Row]:
    """Return one article's rows."""
    return [row for row in data[table] if row["article"] == article]


def same_claim(row: Row, wanted: Row) -> bool:
    """Tell whether a claim of the report is the expected one, with its verdict and tier."""
    keys = {"subject": "subject_id", "predicate": "predicate", "value": "value_id", "verdict": "verdict"}
    same = all(row[theirs] == wanted[ours] for ours, theirs in keys.items())
    return same and overlaps(row, wanted["sentence"]) and row["tier"] == wanted.get("tier", row["tier"])


def brief(row: Row) -> str:
    """Return a claim as one line."""
    keys = ("subject_id", "predicate", "value_id", "stance", "verdict", "tier", "sentence")
    return " · ".join(str(row[key]) for key in keys)


def overlaps(row: Row, words: str) -> bool:
    """Tell whether a claim stands on these words."""
    return words in row["sentence"] or row["sentence"] in words


def test_each_article_has_a_row_and_an_expectation(data: dict[str, list[Row]]) -> None:
    assert [row["article"] for row in data["articles"]] == sorted(EXPECTED)


@pytest.mark.parametrize("article", sorted(EXPECTED))
def test_status_and_what_the_page_says_of_itself(data: dict[str, list[Row]], article: str) -> None:
    (row,) = of(data, "articles", article)
    wanted = EXPECTED[article]
    stated = {key: wanted[key] for key in ("status", "kind", "title", "published") if key in wanted}
    assert {key: row[key] for key in stated} == stated
    if wanted["status"] == "skipped":
        assert row["reason"]
    if "encoding" in wanted:
        assert row["encoding"].lower().replace("hkscs", "").removesuffix("-sig") == wanted["encoding"]


@pytest.mark.parametrize("article", sorted(EXPECTED))
def test_cleaned_and_repaired_text(data: dict[str, list[Row]], article: str) -> None:
    (row,) = of(data, "articles", article)
    wanted = EXPECTED[article]
    text = row["text"]
    assert [s for s in wanted.get("keep", ()) if s not in text] == [], "removed, but belongs to the article"
    assert [s for s in wanted.get("drop", ()) if s in text] == [], "kept, but is not the article"
    assert [s for s in wanted.get("once", ()) if text.count(s) != 1] == [], "must stand exactly once"
    assert [s for s in wanted.get("repaired", ()) if s not in row["repaired"]] == [], "not repaired"


@pytest.mark.parametrize("article", sorted(EXPECTED))
def test_expected_claims_are_found_and_judged(data: dict[str, list[Row]], article: str) -> None:
    rows = of(data, "claims", article)
    missing = [w for w in EXPECTED[article]["claims"] if not any(same_claim(row, w) for row in rows)]
    near = [brief(row) for row in rows if any(overlaps(row, w["sentence"]) for w in missing)]
    assert not missing, "\n".join(["missing", *map(str, missing), "the report has", *near])


@pytest.mark.parametrize("article", sorted(EXPECTED))
def test_nothing_else_is_flagged(data: dict[str, list[Row]], article: str) -> None:
    wanted = EXPECTED[article]
    allowed = [w for w in (*wanted["claims"], *wanted.get("optional", ())) if w["verdict"] in FINDINGS]
    findings = [row for row in of(data, "claims", article) if row["verdict"] in FINDINGS]
    false_flags = [brief(row) for row in findings if not any(same_claim(row, w) for w in allowed)]
    assert not false_flags, "\n".join(false_flags)
    loud = [brief(row) for row in findings for words in wanted.get("silent", ()) if words in row["sentence"]]
    assert not loud, "\n".join(loud)


@pytest.mark.parametrize("article", sorted(a for a in EXPECTED if "gaps" in EXPECTED[a]))
def test_holes_are_marked_and_never_filled_wrongly(data: dict[str, list[Row]], article: str) -> None:
    text = (ARTICLES / article).read_text(encoding="utf-8")
    rows = of(data, "gaps", article)
    for wanted in EXPECTED[article]["gaps"]:
        start = text.index(wanted["before"] + hole_text(wanted) + wanted["after"]) + len(wanted["before"])
        hits = [row for row in rows if row["start"] <= start <= row["end"]]
        assert [row["kind"] for row in hits] == [wanted["kind"]], wanted
        assert hits[0]["restored"] in (None, wanted["original"])


def hole_text(gap: Row) -> str:
    """Return what stands in the hole."""
    return {"space": " ", "merged": "", "masked": "***"}[gap["kind"]]


def test_the_twin_on_another_site_fills_the_holes(data: dict[str, list[Row]]) -> None:
    restored = {row["restored"] for row in of(data, "gaps", "19-suixingjie-liangtian.txt") if row["restored"]}
    assert restored == {"催收", "客服"}


def test_spun_copy_and_its_source_are_one_cluster(data: dict[str, list[Row]]) -> None:
    assert [row["articles"] for row in data["clusters"]] == [
        ["19-suixingjie-liangtian.txt", "20-suixingjie-buqiu.html"]
    ]


def test_spun_wording_is_scored(data: dict[str, list[Row]]) -> None:
    score = {row["article"]: row["spin_score"] for row in data["articles"]}
    assert score["19-suixingjie-liangtian.txt"] > 0.5
    assert max(s for article, s in score.items() if not article.startswith("19-")) <= 0.5


@pytest.mark.parametrize(
    ("subject", "predicate", "values"),
    [
        ("jiebei", "operator", {"webank", "antcfc"}),
        ("weilidai", "operator", {"ant", "jd", "webank"}),
        ("huabei", "operator", {"jd", "antcfc"}),
    ],
)
def test_articles_that_contradict_each_other(
    data: dict[str, list[Row]], subject: str, predicate: str, values: set[str]
) -> None:
    (row,) = [r for r in data["conflicts"] if (r["subject_id"], r["predicate"]) == (subject, predicate)]
    assert values <= {side["value_id"] for side in row["values"]}


def test_annotations_are_undone_to_the_letter(data: dict[str, list[Row]]) -> None:
    """All but the line with "?", where shifted bytes need not fall into step again; an annotation never survives."""
    (row,) = of(data, "articles", "17-huabei-jianti.txt")
    plain = (Path(__file__).parent / "plain" / "17-huabei-jianti.txt").read_text(encoding="utf-8").splitlines()
    damaged = (ARTICLES / "17-huabei-jianti.txt").read_text(encoding="utf-8").splitlines()
    lines = list(zip(plain, damaged, row["repaired"].splitlines(), strict=True))
    assert [repaired for whole, broken, repaired in lines if "?" not in broken and repaired != whole] == []
    assert len([1 for whole, _, repaired in lines if repaired != whole]) <= 1


def test_every_defect_of_the_catalogue_has_a_file() -> None:
    """docs/corpus.md names each file, and no file is missing in it."""
    catalogue = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
    assert [p.name for p in sorted(ARTICLES.iterdir()) if f"`{p.stem}`" not in catalogue] == []
