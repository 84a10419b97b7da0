"""Facts in the browser: the preview is what happens, and two editors do not overwrite each other."""

from tests.serve.made import Made

SOURCE = {"source_title": "协议", "source_url": "https://example.org/h"}
NEW = {"subject": "海螺花", "predicate": "运营方", "value": "北岸科技", **SOURCE}


def facts(made: Made) -> str:
    return (made.places.facts / "facts.csv").read_text(encoding="utf-8-sig")


def test_the_preview_writes_nothing_and_comes_true(made: Made) -> None:
    before = facts(made)
    status, told = made.post("fact/preview", cells=NEW)
    assert (status, told["count"], told["new"], told["gone"]) == (200, 1, 1, 0)
    assert facts(made) == before
    assert "海螺花" not in made.client.get("/index.html").text
    status, saved = made.post("fact/save", cells=NEW, rev=told["rev"], by="甲")
    assert status == 200
    assert saved["id"] in facts(made)
    assert "海螺花" in made.client.get("/index.html").text


def test_an_edited_row_keeps_its_other_cells(made: Made) -> None:
    row = made.post("fact", id="F1")[1]
    told = made.post("fact/preview", id="F1", cells={"value": "北岸科技"})[1]
    assert (told["new"], told["gone"]) == (0, 2)
    assert made.post("fact/save", id="F1", cells={"value": "北岸科技"}, rev=row["rev"])[0] == 200
    assert "F1,qinghe,operator,beian,exact,,,https://example.org/a,年报," in facts(made)


def test_the_second_editor_of_a_row_sees_both_versions(made: Made) -> None:
    rev = made.post("fact", id="F1")[1]["rev"]
    made.post("fact/save", id="F1", cells={"note": "甲的话"}, rev=rev)
    status, reply = made.post("fact/save", id="F1", cells={"note": "乙的话"}, rev=rev)
    assert status == 409
    assert reply["theirs"][0]["note"] == "甲的话"
    assert reply["mine"]["note"] == "乙的话"
    assert "乙的话" not in facts(made)
    assert made.post("fact/save", id="F1", cells={"note": "乙的话"}, rev=reply["rev"])[0] == 200


def test_a_row_for_the_same_question_added_meanwhile_is_shown_first(made: Made) -> None:
    rev = made.post("fact/preview", cells=NEW)[1]["rev"]
    other = NEW | {"value": "青禾银行"}
    made.post("fact/save", cells=other, rev=rev)
    status, reply = made.post("fact/save", cells=NEW, rev=rev)
    assert status == 409
    assert [row["value"] for row in reply["theirs"]] == ["qhbank"]


def test_what_the_table_cannot_take_is_said(made: Made) -> None:
    before = facts(made)
    status, reply = made.post("fact/preview", cells=NEW | {"value": "无名公司"})
    assert status == 422
    assert "无名公司" in str(reply["error"])
    assert made.post("fact/save", id="F9", cells={"note": "x"}, rev="")[0] in (409, 422)
    assert made.post("fact", id="F9")[0] == 404
    assert facts(made) == before


def test_a_table_broken_by_hand_is_explained(made: Made) -> None:
    (made.places.facts / "facts.csv").write_text("id,subject\nF1,nobody\n", encoding="utf-8")
    answer = made.client.get("/index.html")
    assert answer.status_code == 503
    assert "facts.csv" in answer.text


def test_search_finds_facts_cases_and_articles(made: Made) -> None:
    found = made.post("search", q="青禾贷")[1]
    assert [f["id"] for f in found["facts"]] == ["F1"]
    assert len(found["cases"]) == 1
    assert [a["id"] for a in found["articles"]] == ["a.txt", "b.txt"]
    assert made.post("search", q=" ")[1] == {"facts": [], "cases": [], "articles": []}
