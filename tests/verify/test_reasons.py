"""The sentence for the editor names both values, the row, its source and its check date, in both languages."""

import ast
from pathlib import Path

import pytest

import analyzer.verify.ladder as ladder
from analyzer.model import Fact, PartialDate, Stance, Truth, Value
from analyzer.verify import judge
from analyzer.verify.reasons import STEPS, show
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
        "文中说“海燕号”的“建造方”是“北岭船厂”;事实表记为常见误传(“北岭船厂”[F2,来源:船级簿,2024-06-01核对]);"
        "正确的是“东湾船厂”[F1,来源:船级簿,2024-06-01核对]。"
    )
    assert reason.en == (
        'The text says that "建造方" of "海燕号" is "北岭船厂"; recorded as a common error '
        '("北岭船厂" [F2, source: 船级簿, checked 2024-06-01]); '
        'right: "东湾船厂" [F1, source: 船级簿, checked 2024-06-01].'
    )


@pytest.mark.parametrize(
    ("predicate", "value", "stance", "words"),
    [
        ("armed", Truth(true=False), "asserted", ("“配备救生艇”不成立", "“是”")),
        ("builder", entity("yard"), "negated", ("文中否认", "“东湾船厂”")),
        ("builder", entity("yard"), "question", ("文中问", "不判断")),
    ],
)
def test_the_stance_is_told(predicate: str, value: Value, stance: str, words: tuple[str, ...]) -> None:
    rows = (fact(1, "builder", entity("yard")), fact(2, "armed", Truth(true=True)))
    reason = judge(claim(predicate, value, stance), table_of(*rows), None).reason.zh
    assert all(w in reason for w in words), reason


def test_the_time_of_a_former_value_is_told() -> None:
    rows = (fact(1, "owner", entity("yard"), until="2021"), fact(2, "owner", entity("rival"), since="2021"))
    reason = judge(claim("owner", entity("yard")), table_of(*rows), date("2024")).reason.zh
    assert "截至2021" in reason
    assert "2021至今" in reason


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
