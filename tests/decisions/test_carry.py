"""Decisions survive scraping again, and never move to another claim."""

from collections.abc import Callable
from random import Random

import pytest

from analyzer.decisions import Decided, Decision, Ledger, Scope, case_print, load, sentence_print
from analyzer.decisions.ledger import append, line, parse
from analyzer.model import Claim, EntityValue, Stance

SENTENCES = tuple(
    f"{lead}{subject}其实是{owner}旗下的{kind},{tail}"
    for lead in ("很多人不知道,", "小编查了一下,", "")
    for subject, owner in (("青禾贷", "北岸科技"), ("云杉借", "麦田小贷"), ("海螺花", "星桥集团"))
    for kind in ("消费贷款产品", "借钱平台")
    for tail in ("申请门槛并不高。", "到账速度很快。", "利息按天计算。")
)
SPUN = (
    ("很多人", "许多人"),
    ("不知道", "不清楚"),
    ("其实", "实际上"),
    ("门槛", "门坎"),
    ("速度", "速率"),
    ("申请", "请求"),
)
TRADITIONAL = str.maketrans("贷产费款钱实这门槛请账计么", "貸產費款錢實這門檻請賬計麼")


def spun(sentence: str, random: Random) -> str:
    found = [pair for pair in SPUN if pair[0] in sentence]
    old, new = random.choice(found) if found else ("的", "之")
    return sentence.replace(old, new, 1)


def with_blanks(sentence: str, random: Random) -> str:
    at = random.randrange(len(sentence))
    return sentence[:at] + " \u3000" + sentence[at:]


CHANGES: tuple[Callable[[str, Random], str], ...] = (
    with_blanks,
    lambda s, r: s.replace(",", "，").replace("。", "!"),
    lambda s, r: s.translate(TRADITIONAL),
    lambda s, r: "\u200b".join(s),
    lambda s, r: s.upper() + "……",
    spun,
    lambda s, r: spun(with_blanks(s, r), r).translate(TRADITIONAL),
)


def false_alarm(sentence: str) -> Ledger:
    key = sentence_print(sentence)
    decision = Decision(fp="x", decision=Decided.FALSE_ALARM, scope=Scope.SENTENCE, key=key, sentence=sentence)
    return Ledger.of([decision])


def test_at_least_95_percent_carry_over_generated_changes() -> None:
    random = Random(3)
    tried = carried = 0
    for sentence in SENTENCES:
        ledger = false_alarm(sentence)
        for change in CHANGES:
            new = change(sentence, random)
            tried += 1
            carried += ledger.standing("x", sentence_print(new), new, "b.html") is not None
    assert carried / tried >= 0.95, f"{carried}/{tried}"


def test_none_is_carried_to_a_sentence_that_only_shares_the_claim() -> None:
    carried = []
    for owner in ("北岸科技", "麦田小贷"):
        one = f"有人问青禾贷是不是{owner}旗下的,客服没有回答这个问题。"
        other = f"青禾贷是{owner}旗下的正规产品,注册以后当天就能下款。"
        if false_alarm(one).standing("x", sentence_print(other), other, "b.html"):
            carried.append(other)
    assert carried == []


# A copy that says the opposite: each turns the sentence round by a sign or two, or by two names that change places.
TURNS: tuple[Callable[[str], str], ...] = (
    lambda s: s.replace("是", "不是", 1),
    lambda s: s.replace("是", "并非", 1),
    lambda s: s.replace("旗下", "旗下没有", 1),
    lambda s: s.replace("其实", "未必", 1),
    lambda s: s.replace("其实", "不", 1),
    lambda s: s.replace("其实是", "曾是", 1),
    lambda s: s.replace("的消费贷款产品", "的假消费贷款产品").replace("的借钱平台", "的假借钱平台"),
    lambda s: s.replace("。", "？"),
    lambda s: s.replace("。", "吗。"),
    lambda s: s.replace("其实是", "是不是"),
    lambda s: s.replace("并不高", "高").replace("很快", "不快").replace("按天", "不按天"),
    lambda s: s[:-1] + "，这是谣言。",
)


@pytest.mark.parametrize("turn", TURNS)
def test_none_is_carried_to_a_sentence_whose_meaning_turned(turn: Callable[[str], str]) -> None:
    kept = []
    for sentence in SENTENCES:
        other = turn(sentence)
        assert other != sentence
        for one, two in ((sentence, other), (other, sentence)):
            kept += [two] * (false_alarm(one).standing("x", sentence_print(two), two, "b.html") is not None)
    assert kept == []


def test_none_is_carried_where_two_names_change_places() -> None:
    one = "有人说青禾贷是北岸科技旗下的，其实青禾贷是麦田小贷旗下的产品，很多人都记反过来了。"
    two = one.replace("北岸科技", "甲").replace("麦田小贷", "北岸科技").replace("甲", "麦田小贷")
    assert false_alarm(one).standing("x", sentence_print(two), two, "b.html") is None


@pytest.mark.parametrize(("old", "new"), [("没", "没有"), ("不", "并不"), ("无法", "不能"), ("不", "未")])
def test_the_same_denial_in_other_words_is_carried(old: str, new: str) -> None:
    one = f"小编核实以后发现青禾贷{old}提供北岸科技的借款服务，请大家放心阅读这篇文章。"
    two = one.replace(old, new, 1)
    assert false_alarm(one).standing("x", sentence_print(two), two, "b.html") is not None


def claim(**changes: object) -> Claim:
    values: dict[str, object] = {
        "article": "a", "start": 0, "end": 1, "sentence": "s", "sentence_start": 0,
        "subject": "青禾贷", "subject_id": "qh",
        "predicate": "operator", "written": "北岸科技", "value": EntityValue(id="bx"),
        "stance": Stance.ASSERTED, "rule": "r",
    }  # fmt: skip
    return Claim(**{**values, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "same",
    [
        {"article": "b", "start": 9, "end": 12},
        {"written": "北岸"},
        {"sentence": "别的句子"},
        {"stance": Stance.HEDGED},
        {"rule": "q"},
    ],
)
def test_copies_and_wordings_are_one_case(same: dict[str, object]) -> None:
    assert case_print(claim(**same)) == case_print(claim())


@pytest.mark.parametrize(
    "other",
    [{"subject_id": "yh"}, {"predicate": "founded"}, {"value": EntityValue(id="by")}, {"stance": Stance.NEGATED},
     {"value": None, "written": "北岸科技"}],
)  # fmt: skip
def test_other_claims_are_other_cases(other: dict[str, object]) -> None:
    assert case_print(claim(**other)) != case_print(claim())


def test_fingerprints_are_those_that_stored_files_hold() -> None:
    # A change here orphans every decision that editors have made: raise FINGERPRINT_VERSION and migrate instead.
    assert case_print(claim()) == "6aksarvvrzmjhnbg"
    assert sentence_print("青禾贷，是 北岸科技 旗下的!") == sentence_print("青禾貸是北岸科技旗下的")


def test_withdrawing_uncovers_the_decision_before() -> None:
    first = Decision(fp="x", decision=Decided.ACCEPT)
    second = Decision(fp="x", decision=Decided.FALSE_ALARM, scope=Scope.SENTENCE, key="k")
    back = Decision(fp="x", decision=Decided.WITHDRAWN, scope=Scope.SENTENCE, key="k")
    assert Ledger.of([first, second]).standing("x", "k", "", "a") == second
    assert Ledger.of([first, second, back]).standing("x", "k", "", "a") == first


def test_lines_come_back_as_they_were_and_broken_ones_do_no_harm(tmp_path) -> None:  # type: ignore[no-untyped-def]
    import json

    decision = Decision(fp="x", decision=Decided.FIXED, reason="已改\u2028“好”", sites=("a", ""), at="2026-01-01")
    assert parse(json.loads(line(decision))) == decision
    path = tmp_path / "deep" / "decisions.jsonl"
    append(path, [decision])
    with path.open("a", encoding="utf-8") as handle:
        handle.write(
            '[1]\n{"fp": 1}\n{"fp":"x","decision":"?"}\n'
            + "[" * 100_000
            + "\n"
            + '{"v":99,"fp":"x","decision":"fixed"}'
        )
    append(path, [decision])
    ledger = load(path)
    assert ledger.decisions == (decision, decision)
    assert [b.line for b in ledger.broken] == [2, 3, 4, 5, 6]
