"""Passages that a page does not put as its own word: one page a phenomenon, and pages that only look like one."""

from collections.abc import Callable

import pytest

X = "青岚号由东港造船厂建造"
Y = "白鹭号由南屿造船厂建造"
FACT = "t1 builder y1"
PAGES = [
    (f"1. {X}。（×）\n2. {Y}。（√）", "denied"),
    (f"1. {Y}。（√）\n2. {X}。（√）", "asserted"),
    (f"3、{X}。（ ）", "question"),
    (f"（ ）3. {X}。", "question"),
    (f"（错）3. {X}。", "denied"),
    (f"{X}。 ❌", "denied"),
    (f"❌ {X}", "denied"),
    (f"✅ {X}", "asserted"),
    (f"5. {X}。【错误】解析：它由南屿造船厂建造。", "denied"),
    (f"{X}。答案：错。", "denied"),
    (f"“{X}” 假", "denied"),
    (f"{X}→错", "denied"),
    (f"单选题\n1. 下列说法正确的是（ ）\nA. {X}\nB. {Y}\n答案：B", "question"),
    (f"这艘船是谁造的？\nA、{X}\nB、{Y}", "question"),
    (f"一、判断正误\n{X}。\n{Y}。\n参考答案：1×；2√", "question"),
    (f"小测验\n1. {X}。\n2. {Y}。\n答案：1.× 2.√", "denied"),
    (f"第3题：{X}。\n答：不对。", "question"),
    (f"判断题\n1. {Y}。\n解析：错。{X}。", "asserted"),
    (f"判断题\n1. {Y}。\n参考答案\n1. 错，{X}。", "asserted"),
    (f"谣言：{X}，用了两年。船名还是厂长起的。\n真相：那只是修过船。", "denied"),
    (f"谣言：船漏水。\n真相：{X}，从不漏水。", "asserted"),
    (f"流言一\n{X}。\n真相\n查档可知并非如此。", "denied"),
    (f"误区一：船越大越好\n{X}，并不算大。", "asserted"),
    (f"传言三：船要拆了。不对，{X}，还很新。", "asserted"),
    (f"【误区】白鹭号最快。【正解】{X}", "asserted"),
    (f"误：{X}\n正：{Y}", "denied"),
    (f"原文：{X}，长两百米。\n改为：{Y}。", "denied"),
    (f"问：{X}，怎么上船？\n答：请走东门。", "question"),
    (f"问：怎么上船？\n答：{X}，请走东门。", "asserted"),
    (f"问：怎么上船？答：{X}，请走东门。", "asserted"),
    (f"【来信】编辑您好，{X}，我在船上工作过。", "attributed"),
    (f"读者来信：{X}，对不对？盼复。", "question"),
    (f"编辑回复：{X}。", "asserted"),
    (f"网友小海：{X}。", "attributed"),
    (f"3楼 老水手：{X}。", "asserted"),
    ("2楼：青岚号由南屿造船厂建造。\n" + f"3楼 老水手：{X}。", "attributed"),
    (f"老周在信里写：“那年我十岁。{X}，全厂放假。”", "attributed"),
    (f"船厂公告：“那年我十岁。{X}，全厂放假。”", "asserted"),
    (f"更正：“{X}”应为“{Y}”。", "denied"),
    (f"第2版“{X}”一句，建造单位应为南屿造船厂。", "denied"),
    (f"昨日文中“{X}”有误。", "denied"),
    ("有稿件写青岚号由东港造船厂建造，编辑已改为南屿造船厂。", "denied"),
    (f"{X}。后半句写反了。", "denied"),
    (f"①{X}。\n答：错。\n②{Y}。\n答：对。", "question"),
    (f"12. {X}（判断）", "question"),
    (f"判断并说明理由：{X}。", "question"),
    (f"{X}。你认为呢？", "question"),
    (f"误 | 正\n{X} | {Y}", "denied"),
    (f"“{X}”→“{Y}”", "denied"),
    (f"陷阱选项“{X}”骗过了一半的人。", "attributed"),
    (f"铭牌上有一行公告：“{X}”，看得很清楚。", "asserted"),
    (f"手滑把名字打成别的了，{X}，口误。", "denied"),
    (f"下列说法正确的是（ ）\nA. {Y}\nB. 青岚号很慢\n答案：A\n解析：见船史。\n考点四\n{X}，用了两年。", "asserted"),
    (f"网友补充：白鹭号很快。{X}，长两百米。", "asserted"),
    (f"下面哪句话是假的？第一句，{Y}；第二句，{X}。", "question"),
    (f"我先说一个错误答案：{X}。", "denied"),
    (f"谣言来源：短视频。内容：{X}。\n鉴定：假", "denied"),
    (f"标题党：《{X}，船主竟是他》", "attributed"),
    (f"文中“{X}”看漏一行，应为南屿造船厂。", "denied"),
    (f"已删除内容：{X}。", "denied"),
    # What only looks like one.
    (f"问题来了：{X}，为何还要换船主？", "asserted"),
    (f"{X}，后来改为客船。", "asserted"),
    (f"①{X}。\n它很快。\n②{Y}。\n它很慢。", "asserted"),
    (f"船名 | 正面\n青岚号 | 白\n{X}。", "asserted"),
    (f"A. 青岚号：{X}，很稳。\nB. 白鹭号：{Y}，很快。", "asserted"),
    (f"一、青岚号\n1. {X}，很稳。\n2. {Y}，很快。", "asserted"),
    (f"判断题做完了，下面说说船：{X}。", "asserted"),
    (f"答案很简单：{X}。", "asserted"),
    (f"据了解，{X}（对比上一艘略大）。", "asserted"),
    (f"优点（对乘客来说）：{X}。", "asserted"),
    (f"有读者问船稳不稳，其实{X}，很稳。", "asserted"),
    (f"“白鹭”不算大，{X}。", "asserted"),
]


@pytest.mark.parametrize(("page", "stance"), PAGES)
def test_passage(said: Callable[[str], list[str]], page: str, stance: str) -> None:
    assert f"{FACT} {stance}" in said(page)


def test_what_is_said_by_the_page_too_stays_asserted(said: Callable[[str], list[str]]) -> None:
    assert f"{FACT} asserted" in said(f"问：{X}？\n答：对。\n{X}。")
