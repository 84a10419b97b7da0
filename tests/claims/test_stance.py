"""How a clause puts its claim: one line a phenomenon."""

import importlib
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import from_regex

denied_module = importlib.import_module("analyzer.claims.stance.denied")

FACT = "t1 builder y1"
CASES = [
    ("网上凡是自称青岚号由东港造船厂建造的都是骗子。", "attributed"),
    ("那时青岚号还是东港造船厂建造的。", "asserted"),
    ("五万一千人都知道，青岚号由东港造船厂建造。", "asserted"),
    ("不过青岚号由东港造船厂建造，这总没错吧？", "question"),
    ("既然青岚号由东港造船厂建造，为什么不快？", "question"),
    ("亲戚都劝我们坐青岚号，说它由东港造船厂建造。", "attributed"),
    ("吨位一千以上不满三千的，青岚号由东港造船厂建造。", "hypothetical"),
    ("租期超过三年的，青岚号由东港造船厂建造。", "hypothetical"),
    ("在水上漂了超过三年的时间，青岚号由东港造船厂建造。", "asserted"),
    ("我们码头上都传，青岚号由东港造船厂建造。", "attributed"),
    ("这里传统深厚，青岚号由东港造船厂建造。", "asserted"),
    ("要是我没记错，青岚号由东港造船厂建造。", "hypothetical"),
    ("我记得，青岚号由东港造船厂建造。", "hedged"),
    ("印象中，青岚号由东港造船厂建造。", "hedged"),
    ("那次试航让我记得海的颜色，青岚号由东港造船厂建造。", "asserted"),
    ("青岚号由东港造船厂建造，我该不该信？", "question"),
    ("误区四：你以为船都从外国买，其实青岚号由东港造船厂建造。", "asserted"),
    ("误区四：其实青岚号由东港造船厂建造。", "denied"),
    ("有营销号写青岚号由东港造船厂建造。", "attributed"),
    ("有老水手在直播里讲，青岚号由东港造船厂建造。", "attributed"),
    ("青岚号由东港造船厂建造，很多人就这么以为。", "denied"),
    ("青岚号由东港造船厂建造，这话也就骗骗外行。", "denied"),
    ("有人称青岚号由东港造船厂建造，主管部门对此予以否认。", "denied"),
    ("一度传言青岚号由东港造船厂建造，后经查证，建造者另有其人。", "denied"),
    ("不少人把青岚号的建造者误记成东港造船厂，实则不然。", "denied"),
    ("船长答道：青岚号由东港造船厂建造，用了两年。", "attributed"),
    ("他翻着手册念：“青岚号由东港造船厂建造。”", "attributed"),
    ("一度盛传青岚号由东港造船厂建造，这一说法与事实不符。", "denied"),
    ("工会正研究由东港造船厂建造青岚号。", "planned"),
    ("弱弱地问一句，青岚号由东港造船厂建造没有 谢谢", "question"),
    ("旧图上印着“青岚号由东港造船厂建造”，系排版错误。", "denied"),
    ("有些网站把青岚号的船长说成是顾云舟，还说青岚号由东港造船厂建造，这些都看错了。", "denied"),
    ("有传言说青岚号由东港造船厂建造，厂里出面澄清说并无此事。", "denied"),
    ("青岚号最快2027年由东港造船厂建造。", "planned"),
    ("老船员常说，青岚号由东港造船厂建造，这话并不严谨。", "denied"),
    ("网上流传的“青岚号由东港造船厂建造”系笔误。", "denied"),
    ("也有人说青岚号由东港造船厂建造，但并没有可靠的依据。", "denied"),
    ("有人说青岚号由东港造船厂建造，当事人都否认过。", "denied"),
    ("至今仍有网站写着“青岚号由东港造船厂建造”，属于过时信息。", "denied"),
    ("外界所说的青岚号由东港造船厂建造，厂方没有回应。", "attributed"),
    ("她告诉我们，青岚号由东港造船厂建造。", "attributed"),
    ("针对“青岚号由东港造船厂建造”的传闻，他当场否认。", "denied"),
    ("“青岚号由东港造船厂建造”的说法传了很久。", "attributed"),
    ("不少中介谎称青岚号由东港造船厂建造。", "denied"),
    ("青岚号由东港造船厂建造，别和白鹭号搞混了。", "asserted"),
    ("青岚号由东港造船厂建造，与白鹭号不可混为一谈。", "asserted"),
    ("青岚号还是由东港造船厂建造。", "asserted"),
    ("青岚号由南屿造船厂还是由东港造船厂建造，没人关心。", "question"),
    ("青岚号由东港造船厂建造没有，在线等", "question"),
    ("“青岚号由东港造船厂建造”，错。", "denied"),
    ("“青岚号由东港造船厂建造”，这条我也没找到出处。", "denied"),
    ("青岚号由东港造船厂建造，那是海报上印错了。", "denied"),
    ("有专家怀疑，青岚号由东港造船厂建造。", "attributed"),
    ("更离谱的是，青岚号由东港造船厂建造。", "denied"),
    ("这个误会可大了，青岚号由东港造船厂建造。", "asserted"),
    ("青岚号由东港造船厂建造，您信吗？", "question"),
    ("有人预测，青岚号后年将由东港造船厂建造。", "planned"),
    ("青岚号由东港造船厂建造。此前市民群里流传的照片系误传。", "asserted"),
    ("青岚号由东港造船厂建造。这其实是误传。", "denied"),
    ("“青岚号由东港造船厂建造。”", "attributed"),
    ("4. “青岚号由东港造船厂建造。”", "attributed"),
    ("说法三：“青岚号由东港造船厂建造。”", "attributed"),
    ("说法三：青岚号由东港造船厂建造。\n真相：并没有这回事，船上写得很清楚。", "denied"),
    ("第2题，判断：青岚号由东港造船厂建造。", "question"),
    ("最后讲一道错题：青岚号由东港造船厂建造。", "question"),
    ("课本上说青岚号由东港造船厂建造，老师却说不一定，到底听谁的？", "question"),
    ("还有一条来自船迷群：青岚号由东港造船厂建造。", "attributed"),
    ("青岚号说自己由东港造船厂建造。", "attributed"),
    ("请不要再写“青岚号由东港造船厂建造”了。", "denied"),
    ("别再说青岚号由东港造船厂建造了。", "denied"),
    ("至于“青岚号由东港造船厂建造”的误会，来自一张旧照片。", "denied"),
    ("据某本杂志说，青岚号由东港造船厂建造，正确答案在船头写着。", "denied"),
    ("有网站至今还写着青岚号由东港造船厂建造，显然没有及时更新。", "denied"),
    ("海报上印着青岚号由东港造船厂建造，把两家厂弄反了。", "denied"),
    ("外面传青岚号由东港造船厂建造，这是瞎传。", "denied"),
    ("导游常把两艘船搞混，说青岚号由东港造船厂建造。", "denied"),
    ("很多人分不清两艘船，青岚号由东港造船厂建造。", "asserted"),
    ("青岚号下一步会由东港造船厂建造。", "planned"),
    ("听老船员讲，青岚号由东港造船厂建造。", "attributed"),
    ("时至今日，仍有导游的手册写着“青岚号由东港造船厂建造”。", "denied"),
    ("网上那些写着“青岚号由东港造船厂建造”的介绍，都是没弄清楚状况。", "denied"),
    ("引水员告诉我，青岚号由东港造船厂建造，其实那是修船的地方。", "denied"),
    ("也有人以为白鹭号很快，查档案可知，青岚号由东港造船厂建造。", "asserted"),
    ("最后一条说，青岚号由东港造船厂建造，这条没有写错。", "attributed"),
    ("青岚号只要三十天就由东港造船厂建造。", "asserted"),
    ("青岚号由东港造船厂建造，也错。", "denied"),
    ("海报上写着青岚号由东港造船厂建造，应当是另一家。", "denied"),
    ("青岚号由东港造船厂建造，应该是在夏天。", "asserted"),
    ("青岚号不是由东港造船厂建造的。", "negated"),
    ("青岚号并非东港造船厂旗下的船。", "negated"),
    ("青岚号与东港造船厂没有任何关系。", "negated"),
    ("青岚号不仅由东港造船厂建造，还很快。", "asserted"),
    ("青岚号由东港造船厂建造吗？", "question"),
    ("青岚号由东港造船厂建造吗 谢谢", "question"),
    ("青岚号是不是东港造船厂建造的", "question"),
    ("青岚号由东港造船厂建造，是真的吗？", "question"),
    ("青岚号是东港造船厂建造的还是别人建造的", "question"),
    ("难道青岚号由东港造船厂建造？", "question"),
    ("如果青岚号由东港造船厂建造，造价会更低。", "hypothetical"),
    ("青岚号将由东港造船厂建造。", "planned"),
    ("青岚号可能由东港造船厂建造。", "hedged"),
    ("据说青岚号由东港造船厂建造。", "hedged"),
    ("有网友表示：“青岚号由东港造船厂建造。”", "attributed"),
    ("我朋友说青岚号由东港造船厂建造，我没信。", "attributed"),
    ("他说青岚号由东港造船厂建造。", "attributed"),
    ("也就是说青岚号由东港造船厂建造。", "asserted"),
    ("该负责人还提到，青岚号由东港造船厂建造。", "attributed"),
    ("她又补充，青岚号由东港造船厂建造。", "attributed"),
    ("顺便提到，青岚号由东港造船厂建造。", "asserted"),
    ("有网友说青岚号由东港造船厂建造，估计是把两家厂记串了。", "denied"),
    ("听外地的导游讲，青岚号由东港造船厂建造，大约是和别的船记串了。", "denied"),
    ("旧册子说青岚号由东港造船厂建造，编者查对档案后已经删去这句。", "denied"),
    ("不少海报把名字抄错，说青岚号由东港造船厂建造，翻一翻档案便知道。", "denied"),
    ("有的文案说青岚号由东港造船厂建造，这是没有看过档案的人写出来的。", "denied"),
    ("“青岚号由东港造船厂建造”，前些年的一本小册子就是这样吹的，害了不少人。", "attributed"),
    ("青岚号由东港造船厂建造，海报上就是这么写的。", "attributed"),
    ("青岚号由东港造船厂建造，就是这么快。", "asserted"),
    ("顺便说一个笑话，去年有人喊“青岚号由东港造船厂建造”，大家笑成一片。", "denied"),
    ("有人会说青岚号由东港造船厂建造，那是另一家的规定，放在这里不适用。", "denied"),
    ("有网友把青岚号和白鹭号放在一起比，说青岚号由东港造船厂建造，那其实是别的船。", "denied"),
    ("青岚号由东港造船厂建造，别认错了门。", "asserted"),
    ("最后再强调一遍，青岚号由东港造船厂建造。", "asserted"),
    ("厂长强调，青岚号由东港造船厂建造。", "attributed"),
    ("网上说的“青岚号由东港造船厂建造”也不适用于这条船。", "attributed"),
    ("导游常提的“青岚号”由东港造船厂建造。", "asserted"),
    ("有人说青岚号由东港造船厂建造，多半是把修船的也算进去了。", "denied"),
    ("青岚号由东港造船厂建造，没去过，不乱讲别的。", "asserted"),
    ("可以说青岚号由东港造船厂建造。", "asserted"),
    ("青岚号由东港造船厂建造，不要相信其他船厂的广告。", "asserted"),
    ("青岚号由东港造船厂建造，不要相信这种说法。", "denied"),
    ("网传青岚号由东港造船厂建造，这是谣言。", "denied"),
    ("很多人误以为青岚号由东港造船厂建造。", "denied"),
    ("“青岚号由东港造船厂建造”的说法并不属实。", "denied"),
    ("青岚号由东港造船厂建造。这种说法没有依据。", "denied"),
    ("谣言一：青岚号由东港造船厂建造。", "denied"),
    ("据官网介绍，青岚号由东港造船厂建造。", "asserted"),
    ("据了解，青岚号由东港造船厂建造。", "asserted"),
]


@pytest.mark.parametrize(("text", "stance"), CASES)
def test_stance(said: Callable[[str], list[str]], text: str, stance: str) -> None:
    assert f"{FACT} {stance}" in said(text)


def test_turn_to_the_truth_is_asserted(said: Callable[[str], list[str]]) -> None:
    text = "很多人误以为青岚号由南屿造船厂建造，其实青岚号由东港造船厂建造。"
    assert said(text) == ["t1 builder y2 denied", "t1 builder y1 asserted"]


def test_correction_denies_what_stands_before(said: Callable[[str], list[str]]) -> None:
    text = "青岚号由南屿造船厂建造，不少文章这样写，其实青岚号由东港造船厂建造。"
    assert "t1 builder y1 asserted" in said(text)
    assert "t1 builder y2 asserted" not in said(text)


def test_two_negations_are_left_undecided() -> None:
    from tests.claims.conftest import read

    (claim,) = [c for c in read("青岚号没有不采用核动力。") if c.predicate == "nuclear"]
    assert claim.doubt is not None


@pytest.mark.parametrize(
    "text",
    [
        "有网友说，青岚号由南屿造船厂建造。编辑部查了档案，青岚号由东港造船厂建造。",
        "1.“青岚号由南屿造船厂建造。”\n铭牌写得很清楚，青岚号由东港造船厂建造。",
    ],
)
def test_what_others_say_is_denied_by_what_the_article_says(said: Callable[[str], list[str]], text: str) -> None:
    assert said(text) == ["t1 builder y2 denied", "t1 builder y1 asserted"]


def test_a_reported_denial_is_left_undecided() -> None:
    from tests.claims.conftest import read

    (claim,) = read("有网友说，青岚号不是由东港造船厂建造的。")
    assert claim.doubt is not None


@settings(max_examples=300, suppress_health_check=list(HealthCheck))
@given(from_regex(denied_module._DENY))
def test_every_denial_has_a_sign_that_is_looked_for_first(text: str) -> None:
    found = denied_module._DENY.search(text)
    assert found is None or denied_module._DENY_SIGN.search(found.group())


@pytest.mark.parametrize("adverb", ["当初", "一度", "起先", "刚开始", "先前", "早年"])
def test_what_was_so_once_is_of_the_past(adverb: str) -> None:
    from tests.claims.conftest import read

    (claim,) = read(f"青岚号{adverb}由东港造船厂建造。")
    assert claim.past
