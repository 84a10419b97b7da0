"""Decide, undo, and two editors at once."""

import re

import pytest

from analyzer.decisions import Decided, load
from analyzer.serve import desk
from tests.serve.made import Made


def only_case(made: Made) -> str:
    found = re.search(r'data-fp="(\w+)"', made.client.get("/index.html").text)
    assert found
    return found[1]


def test_a_decision_is_written_at_once_and_shown(made: Made) -> None:
    fp = only_case(made)
    assert made.post("decide", fp=fp, decision="accept", seen=0, by="甲") == (200, {"seen": 1, "state": "accept"})
    assert [d.by for d in load(made.places.decisions).decisions] == ["甲"]
    assert "已采纳" in made.client.get("/index.html").text


def test_undo_restores_what_held_before(made: Made) -> None:
    fp = only_case(made)
    made.post("decide", fp=fp, decision="accept", seen=0)
    made.post("decide", fp=fp, decision="fixed", seen=1)
    status, reply = made.post("decide", fp=fp, decision="undo", seen=2)
    assert (status, reply["state"]) == (200, "accept")
    status, reply = made.post("decide", fp=fp, decision="undo", seen=reply["seen"])
    assert (status, reply["state"]) == (200, "open")


def test_undo_takes_back_a_false_alarm_in_every_sentence(made: Made) -> None:
    fp = only_case(made)
    status, reply = made.post("decide", fp=fp, decision="false_alarm", seen=0)
    assert reply["state"] == "false_alarm"
    status, reply = made.post("decide", fp=fp, decision="undo", seen=reply["seen"])
    assert (status, reply["state"]) == (200, "open")
    assert made.post("decide", fp=fp, decision="undo", seen=reply["seen"])[1]["state"] == "open"


def test_the_second_editor_is_warned_and_nothing_is_lost(made: Made) -> None:
    fp = only_case(made)
    made.post("decide", fp=fp, decision="accept", seen=0, by="甲")
    status, reply = made.post("decide", fp=fp, decision="false_alarm", seen=0, by="乙")
    assert status == 409
    assert reply["theirs"] == {"decision": "accept", "by": "甲", "at": load(made.places.decisions).decisions[0].at,
                               "reason": ""}  # fmt: skip
    assert [d.by for d in load(made.places.decisions).decisions] == ["甲"]
    assert made.post("decide", fp=fp, decision="false_alarm", seen=reply["seen"], by="乙")[0] == 200
    assert [d.by for d in load(made.places.decisions).decisions] == ["甲", "乙"]


def test_what_another_program_appended_counts_too(made: Made) -> None:
    fp = only_case(made)
    made.post("decide", fp=fp, decision="later", seen=0)
    line = made.places.decisions.read_text(encoding="utf-8").replace("later", "fixed")
    made.places.decisions.open("a", encoding="utf-8").write(line)
    assert made.post("decide", fp=fp, decision="accept", seen=1)[0] == 409


def test_nonsense_is_refused_and_writes_nothing(made: Made) -> None:
    fp = only_case(made)
    assert made.post("decide", fp="none", decision="accept", seen=0)[0] == 404
    assert made.post("decide", fp=fp, decision="delete", seen=0)[0] == 422
    assert made.post("decide", fp=fp, decision="accept")[0] == 422
    assert made.post("decide", fp=fp, decision="accept", seen=0, stage="四审")[0] == 422
    assert not made.places.decisions.exists()
    made.post("decide", fp=fp, decision=Decided.ACCEPT.value, seen=0, by=["x"], reason={"a": 1})
    assert load(made.places.decisions).decisions[0].by == ""


def test_a_decision_ends_on_its_day(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    fp = only_case(made)
    assert made.post("decide", fp=fp, decision="later", seen=0, expires="not a day")[0] == 422
    assert made.post("decide", fp=fp, decision="later", seen=0, expires="2999-12-31")[1]["state"] == "later"
    assert "至 2999-12-31" in made.client.get("/index.html").text
    monkeypatch.setattr(desk, "today", lambda: "3000-01-01")
    assert "请重看：处理结果已到期" in made.client.get("/index.html").text
    assert made.post("decide", fp=fp, decision="accept", seen=1)[1]["state"] == "accept"
