"""Holes without a trace: joints that cannot stand, joints that count only together, and what must stay unmarked."""

import csv
import random
from itertools import pairwise
from pathlib import Path

import pytest

from analyzer.fold import fold
from analyzer.model import GapKind
from analyzer.repair.merged import merged
from analyzer.repair.page import Page
from analyzer.words import counts, cut, tag
from tests.repair.build import clean_texts
from tests.repair.damage import delete_words


def marked(text: str) -> str:
    """Return the text with | at each hole."""
    holes = merged(Page(text=text, folded=text)).holes
    assert all(h.kind is GapKind.MERGED and h.start == h.end and h.evidence for h in holes)
    cuts = [0, *(h.start for h in holes), len(text)]
    return "|".join(text[a:b] for a, b in pairwise(cuts))


@pytest.mark.parametrize(
    "text",
    [
        "昨天他在|上买了一双鞋。",
        "村里人都说,摊主已经跑了,老板的|再也没有下文。",
        "按这份协议,迟到一天概不|。",
        "邻居想让她向|打听一下。",
        "办事处在三楼,可以到|咨询。",
        "对老人和|来说,路太远。",
        "他把|偷偷藏进箱子。",
        "外地的和|都不认这张纸。",
        "这样一来就涉嫌|罪。",
        "排了一上午的队,办了|也被收走。",
        "他看过《|》以后睡不着。",
        "摊主说这是一款|,谁都会用。",
        "很了解他的人不多,太|了,谁也不信。",
        "要是|和调解都不成,就走下一步。",
        "路口的|员拦住了我们。",
        "听上去|从三块涨到了五块。",
        "大家都等着看这类|,谁也没走。",
        "门票涨价以后,每|都要多付十元。",
        "他拿几张|倒来倒去,还是不够。",
        "值不值得,要不要|\n先看看这几条。",
    ],
)
def test_a_joint_that_cannot_stand_is_marked(text: str) -> None:
    assert marked(text.replace("|", "")) == text


@pytest.mark.parametrize(
    "text",
    [
        "这场戏由他执导,的配乐换过一次。",  # one slip of a comma proves nothing
        "押金从到期那天起七天内退还。",
        "房东只好问了几家,都说没空。",
        "母亲把给孩子准备的棉衣收好了。",
        "她把衣被、毛毯和绒被，一件件放好。",
        "大家都觉得他说得对的时候不多,错的时候不少。",
        "高高在上的人,在里海边上住过。",
        "总的来说,今天就来说说这件事。",
        "这些事都无所谓,诸如此类,千篇一律。",
        "世界之最的评选,追更的读者,名副其实的冠军。",
        "与会者、和平鸽、及时雨、等号都是词。",
        "的确,的士司机着急了,着名的店。",
        "一个个都来了,第一名,我是第一位。",
        "刘光和、张在、李从都到了。",
        "3胜2和,积分第一。",
        "条件已经具备,会议今天召开。",
        "往前走,以往送去的东西都在。",
        "向来提起他,方向介绍得很清楚。",
        "由于负责人不在,理由提供得不够。",
        "有人来信问,有人当面问,他都答了。",
        "第一问,票价没变。第二问,周一不开。第3问,可以登楼。",
        "服从到底,跟从里面出来的人走。",
        "对外表示感谢,针对进行中的项目。",
        "平和、随和、温和都好。",
        "电话是多少?()里填数字。",
    ],
)
def test_a_sound_joint_is_not_marked(text: str) -> None:
    assert marked(text) == text


def test_a_name_or_noun_after_a_preposition_is_no_joint() -> None:
    """由支付宝, 向申请人, 和县: names begin with what may follow a hole."""
    facts = Path(__file__).parents[2] / "corpus" / "facts" / "entities.csv"
    with facts.open(encoding="utf-8-sig", newline="") as file:
        names = {name for row in csv.DictReader(file) for name in (row["name"], *row["aliases"].split("|")) if name}
    names |= {word for word, count in counts().items() if count > 500 and len(word) > 1 and tag(word) in ("n", "ns")}
    # What begins with a verb or an adverb may as well follow a hole: 申请执行期限.
    names = {name for name in names if tag(cut(name)[0])[:1] not in ("v", "d")} - _VERBS_TOO
    assert len(names) > 3000
    texts = [f"这件事{before}{name}说了算。" for name in sorted(names) for before in _BEFORE_NAMES]
    wrong = [text for text in texts if marked(fold(text)) != fold(text)]
    assert not wrong, wrong[:20]


# Nouns for the word list, but verbs as well, or the end of 在…范围.
_VERBS_TOO = {"产生", "全都", "报告", "汇款", "理论", "联系", "行使", "见面", "范围", "领域"}
_BEFORE_NAMES = ("由", "向", "对", "把", "被", "让", "给", "在", "从", "跟", "与", "和", "为", "以及", "关于", "按照")


def test_joints_that_say_little_count_only_together() -> None:
    """One of the middle strength is marked where the page has another, or two of the weakest."""
    alone = "他说这个菜非常,大家都笑了。"
    assert marked(alone) == alone
    assert marked(alone + "门口的人一律,谁也不让进。") == "他说这个菜非常|,大家都笑了。门口的人一律|,谁也不让进。"
    one = alone + "后来那个,谁也没提。"
    assert marked(one) == one
    assert marked(one + "回家路上他很,一直没说话。") == "他说这个菜非常|" + one[7:] + "回家路上他很,一直没说话。"


def test_the_weakest_are_never_marked() -> None:
    text = "后来那个,谁也没提。回家路上他很,没有说话。第二天也,没有来。饭后才,开口。这家,不去了。"
    assert marked(text) == text


def test_a_template_is_no_proof() -> None:
    """What stands on a page again and again counts once."""
    text = "他说这个菜非常,大家都笑了。\n" * 5
    assert marked(text) == text


def test_the_evidence_tells_of_the_others() -> None:
    text = "昨天他在上买了一双鞋。按这份协议,迟到一天概不。邻居想让她向打听一下。"
    assert {h.evidence for h in merged(Page(text=text, folded=text)).holes} == {
        "“在”后面缺词，本页这样的地方有 3 处",
        "“概不”后面没有动词，本页这样的地方有 3 处",
        "“向”后面没有对象，本页这样的地方有 3 处",
    }


def test_what_is_marked_on_damaged_pages_is_a_hole() -> None:
    """Three to six content words of real pages deleted everywhere: few holes are found, hardly a mark is wrong."""
    rng = random.Random(11)
    right = wrong = total = 0
    for text in clean_texts():
        words = [w for w in dict.fromkeys(cut(text)) if len(w) > 1 and tag(w)[0] in "nv" and text.count(w) > 1]
        for _ in range(3 if len(words) > 2 else 0):
            page, lost = delete_words(text, rng.sample(words, min(len(words), rng.randint(3, 6))), "")
            places = {x.at for x in lost}
            holes = {h.start for h in merged(Page(text=page, folded=page)).holes}
            total += len(places)
            right += len(holes & places)
            wrong += len(holes - places)
    assert right >= 0.01 * total
    assert wrong <= 0.1 * right
