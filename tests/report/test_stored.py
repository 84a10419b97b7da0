"""Claims come back from ``claims.jsonl`` as they went in."""

import json
from pathlib import Path

import pytest

from analyzer.errors import UsageError
from analyzer.language import Phrase
from analyzer.model import (
    Claim,
    EntityValue,
    PartialDate,
    Quantity,
    Shape,
    Stance,
    TextValue,
    Truth,
    UnknownValue,
    Value,
)
from analyzer.report.stored import claims_in, typed
from analyzer.text import Span

VALUES: list[Value | None] = [
    None,
    EntityValue(id="e1"),
    UnknownValue(name="某行", proper_name=True),
    Quantity(low=0.02, high=0.05, unit="%/日", shape=Shape.RANGE, readings=((7.2, 18.0),)),
    PartialDate(year=2015, month=5),
    Truth(true=False),
    TextValue(folded="95384"),
]


@pytest.mark.parametrize("value", VALUES)
def test_a_claim_is_read_back_as_it_was_written(tmp_path: Path, value: Value | None) -> None:
    claim = Claim(
        article="a.txt",
        start=3,
        end=9,
        sentence="甲由乙生产。",
        sentence_start=2,
        subject="甲",
        subject_id="s",
        predicate="p",
        written="乙",
        value=value,
        stance=Stance.HEDGED,
        rule="t1",
        time=PartialDate(year=2020),
        past=True,
        certain=False,
        doubt=Phrase("残缺", "damaged"),
        locations=(Span(20, 26),),
    )
    row = {
        "article": "a.txt", "start": 3, "end": 9, "sentence": "甲由乙生产。", "subject": "甲", "subject_id": "s",
        "predicate": "p", "value": "乙", "stance": "hedged", "rule": "t1",
        "locations": [{"start": 20, "end": 26}], "typed": typed(claim),
    }  # fmt: skip
    data = tmp_path / "data"
    data.mkdir()
    (data / "claims.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (data / "articles.jsonl").write_text('{"article":"a.txt","published":"2021-03-01"}\n', encoding="utf-8")
    assert claims_in(tmp_path) == [(claim, "2021-03-01")]


def test_a_folder_without_a_report_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        claims_in(tmp_path)
    assert "farmcheck run" in caught.value.phrase.zh
