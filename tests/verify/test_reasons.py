"""The sentence for the editor names both values, the row, its source and its check date, in both languages."""

import ast
from pathlib import Path

import pytest

import analyzer.verify.ladder as ladder
from analyzer.model import Fact, PartialDate, Stance, Truth, Value, show
from analyzer.verify import judge
from analyzer.verify.reasons import STEPS
from tests.verify.ships import claim, date, entity, fact, figure, table_of


def test_every_code_has_its_words() -> None:
    """Each ``code="…"`` written in the ladder stands in the table of steps, so that no reason is empty."""
    tree = ast.parse(Path(ladder.__file__).read_text(encoding="utf-8"))
    codes = {
        k.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for k in node.keywords
        if k.arg == "code" and isinstance(k.value, ast.Constant)
    }
    assert codes
    assert codes <= set(STEPS)
    assert {*ladder.IMPRECISE.values(), ladder.WIDER, *(s.value for s in ladder.SILENT)} <= set(STEPS)


def test_a_contradiction_names_the_error_and_the_truth() -> None:
    rows = (fact(1, "builder", entity("yard")), fact(2, "builder", entity("rival"), "wrong"))
    reason = judge(claim("builder", entity("rival")), table_of(*rows), PartialDate(year=2024)).reason
    assert reason.zh == (
        "文中说海燕号的建造方是“北岭船厂”。"
        "事实表记为常见误传：正确的是“东湾船厂”（F1，《船级簿》，2024-06-01 核对）；“北岭船厂”见 F2。"
    )
    assert reason.en == (
        'The text says that "建造方" of 海燕号 is "北岭船厂". '
        'Recorded as a common error: right is "东湾船厂" (F1, 船级簿, checked 2024-06-01); for "北岭船厂" see F2.'
    )


def test_a_source_that_rows_share_is_named_once() -> None:
    rows = (fact(1, "builder", entity("yard")), fact(2, "builder", entity("third")))
    reason = judge(claim("builder", entity("rival")), table_of(*rows), PartialDate(year=2024)).reason
    assert reason.zh.count("船级簿") == 1
    assert "“东湾船厂”" in reason.zh
    assert "“南屿船厂”（F2）" in reason.zh


@pytest.mark.parametrize(
    ("predicate", "value", "stance", "words"),
    [
        ("armed", Truth(true=False), "asserted", ("“配备救生艇”一项是“否”", "正确的是“是”")),
        ("builder", entity("yard"), "negated", ("文中否认", "“东湾船厂”")),
        ("builder", entity("yard"), "question", ("文中问", "不判断")),
    ],
)
def test_the_stance_is_told(predicate: str, value: Value, stance: str, words: tuple[str, ...]) -> None:
    rows = (fact(1, "builder", entity("yard")), fact(2, "armed", Truth(true=True)))
    reason = judge(claim(predicate, value, stance), table_of(*rows), None).reason.zh
    assert all(w in reason for w in words), reason


def test_a_right_denial_names_the_truth_not_the_error() -> None:
    rows = (fact(1, "builder", entity("yard")), fact(2, "builder", entity("rival"), "wrong"))
    reason = judge(claim("builder", entity("rival"), "negated"), table_of(*rows), None).reason.zh
    assert reason.startswith("文中否认海燕号的建造方是“北岭船厂”。文中的否认与事实表相符：正确的是“东湾船厂”")


def test_an_error_that_is_only_asked_about_is_called_an_error() -> None:
    rows = (fact(2, "builder", entity("rival"), "wrong"),)
    reason = judge(claim("builder", entity("rival"), "question"), table_of(*rows), None).reason.zh
    assert "事实表记为误传的是“北岭船厂”（F2" in reason


def test_the_time_of_a_former_value_is_told() -> None:
    rows = (fact(1, "owner", entity("yard"), until="2021"), fact(2, "owner", entity("rival"), since="2021"))
    reason = judge(claim("owner", entity("yard")), table_of(*rows), date("2024")).reason.zh
    assert "现在是“北岭船厂”（F2，2021起" in reason
    assert "“东湾船厂”见 F1，到2021为止" in reason


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (figure(200000, unit="元"), "20万元"),
        (figure(16410, unit="元"), "1.641万元"),
        (figure(0.02, 0.05, unit="%/日"), "0.02~0.05%/日"),
        (figure(350000000, unit="人"), "3.5亿人"),
        (date("2015-05"), "2015-05"),
        (Truth(true=False), "否"),
        (entity("yard"), "东湾船厂"),
    ],
)
def test_values_are_shown_as_an_editor_writes_them(value: Value, shown: str) -> None:
    assert show(value, table_of()) == shown


def test_every_stance_and_row_gives_a_sentence_in_both_languages() -> None:
    rows: tuple[Fact, ...] = (fact(1, "builder", entity("yard")),)
    for stance in Stance:
        for value in (entity("yard"), entity("rival"), None):
            reason = judge(claim("builder", value, stance.value), table_of(*rows), None).reason
            assert reason.zh.endswith("。")
            assert reason.en.endswith(".")
