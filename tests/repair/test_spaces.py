"""Lone spaces: which are holes on a page that lost words, and which are its habit."""

import pytest

from analyzer.model import GapKind
from tests.repair.build import read

_PLAIN = (
    "河边的老街上住着十几户人家，家家门前都种着桂花，秋天一到，香气能飘过河去。\n"
    "街口的裁缝铺开了四十年，师傅今年七十多岁，眼睛不好使了，手上的功夫还在。\n"
    "对面是一家修钟表的小店，柜台上摆满了齿轮，老板话不多，活儿做得细，收钱也公道。\n"
    "再往前走是渡口，从前靠船过河，后来修了桥，渡船就停在岸边，成了孩子们玩的地方。\n"
    "到了晚上，路灯一盏一盏亮起来，老人搬出竹椅，摇着扇子聊天，直到月亮升到屋顶上。\n"
)
# Three traces in three lines prove a page; nothing else on it has a space.
_PROOF = _PLAIN + (
    "山里的早市天不亮就开张，摊主们把刚摘的 摆在竹匾里，买菜的人提着篮子慢慢挑。\n"
    "卖豆腐的老汉每天只做两板，去晚了就没有 ，熟客都会提前打招呼，让他留一块。\n"
    "年轻人更喜欢收摊之前来，那时候 便宜一半，挑剩下的也不差，回去就能下锅。\n"
)


def _holes(text: str) -> list[str]:
    return [text[g.start - 1 if g.start else 0 : g.end + 1] for g in read(text).gaps if g.kind is GapKind.SPACE]


def test_the_proof_proves() -> None:
    assert _holes(_PROOF) == ["的 摆", "有 ，", "候 便"]
    assert not _holes(_PLAIN)


@pytest.mark.parametrize(
    ("text", "hole"),
    [
        ("买回来先用清水泡一泡。 的叶子要摘掉，不然炒出来发苦，孩子不爱吃。\n", "。 的"),
        ("做完之后放进坛子里封好。 了也不要紧，再添一点盐就可以接着腌下去。\n", "。 了"),
        ("村里人都去看过。 们说那口井一百年没有干过，水是甜的。\n", "。 们"),
    ],
)
def test_what_begins_no_sentence_proves_a_hole_after_a_full_stop(text: str, hole: str) -> None:
    assert hole in _holes(_PLAIN + text)


@pytest.mark.parametrize(
    "text",
    [
        "买回来先用清水泡一泡。 的确有人嫌麻烦，不过省不得。\n",
        "做完之后放进坛子里封好。 了解做法的人都知道要等一个月。\n",
        "做完之后放进坛子里封好。 等到开春再拿出来吃，味道正好。\n",
        "街上新开了一家店。 吧台后面站着的是老板的女儿。\n",
    ],
)
def test_what_begins_a_sentence_proves_nothing(text: str) -> None:
    assert not _holes(_PLAIN + text)


@pytest.mark.parametrize(
    ("text", "hole"),
    [
        ("问价可以打市场的电话62210 ，没人接就直接去摊位上找。\n", "0 ，"),
        ("摊位的编号是A ，靠着大门，下雨天也不会淋湿。\n", "A ，"),
        ("这样挑回来的菜，放两天叶子就黄了， 也不会有人怪你。\n", "， 也"),
        ("价钱、 要当面讲好，事后再说就晚了，大家脸上都不好看。\n", "、 要"),
        ("卖菜的、赶车的、 ，到了晌午都聚在茶棚里歇脚。\n", "、 ，"),
        ("隔壁的摊主姓周，人很和气，郑 说，他从来不缺斤少两，买的人都放心。\n", "郑 说"),
    ],
)
def test_marked_on_a_proven_page_only(text: str, hole: str) -> None:
    assert hole in _holes(_PROOF + text)
    assert hole not in _holes(_PLAIN + text)


@pytest.mark.parametrize(
    "text",
    [
        "她用 Excel ，他用 Word ，两个人都说好，谁也不肯换， 30 天后再比。\n" * 3,
        "去之前想一想， 我每次都忘了带袋子，又要花钱买，一年下来也不少。\n" * 4,
        "买的是白菜、 萝卜、 土豆、 茄子，加起来不到十块钱，够吃一个星期。\n",
    ],
)
def test_habits_stay_habits_on_a_proven_page(text: str) -> None:
    assert all(hole in _holes(_PROOF) for hole in _holes(_PROOF + text))


@pytest.mark.parametrize(
    ("title", "hole"),
    [
        ("赶早市必看：这几个 要避开", "个 要"),
        ("早市 只卖半天？老摊主说清楚", "市 只"),
        ("早市好还是超市好？ 、 一次比清楚", "？ 、"),
        (" 到底新不新鲜，看一眼就知道", "\n 到"),
    ],
)
def test_holes_in_a_title(title: str, hole: str) -> None:
    assert hole.strip("\n") in " ".join(_holes(f"{title}\n{_PROOF}"))
    assert not _holes(f"{title}\n{_PLAIN}")


@pytest.mark.parametrize("title", ["早市几点开门 三条经验送给你", "山村早市：豆腐和青菜 老摊主的一天"])
def test_two_titles_in_one_line_stay(title: str) -> None:
    assert len(_holes(f"{title}\n{_PROOF}")) == len(_holes(_PROOF))


def test_one_line_that_begins_with_a_space() -> None:
    line = " 也不是天天都有，下大雨就没人来，要看天气。\n"
    assert "\n 也" in _holes(_PROOF + line)
    assert not _holes(_PLAIN + line)
    indented = "".join(f" {each}\n" for each in _PROOF.splitlines())
    assert "\n 也" not in _holes(indented + line)


def test_a_name_that_is_always_set_apart() -> None:
    text = (
        "跟着 周禾 老师学做豆腐，她在镇上教了二十年，学生有三百多人。\n"
        "第一天先学挑豆子。周禾 的要求是颗粒要圆，颜色要匀，有虫眼的一概不要。\n"
        "第二天学磨浆，周禾 提醒大家水要一点一点加，急不得。\n"
    )
    assert not _holes(text)
    assert _holes(text.replace("周禾 老师", "周禾老师"))  # a word right behind it: no longer set apart


def test_a_short_name_before_of_where_the_page_sets_latin_apart() -> None:
    text = (
        "上个月去了 3 次海边，海燕航空 的早班飞机，票价 299 元，用 App 订的，"
        "两个人带 1 只箱子，飞 2 个小时就到，晚上 8 点还能赶上夜市。\n"
    )
    assert not _holes(text)
    assert _holes(text.replace("海燕航空 的", "我坐的是 的"))
