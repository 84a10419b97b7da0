"""Each form of the grammar around the templates must fire, and its look-alike must not."""

from collections.abc import Callable

import pytest

MUST_FIRE = [
    ("青岚号由东港造船厂建造。", ["t1 builder y1 asserted"]),
    ("青岚号是由东港造船厂建造的科考船。", ["t1 builder y1 asserted"]),
    ("东港造船厂建造的青岚号航速很快。", ["t1 builder y1 asserted"]),
    ("由东港造船厂建造的大型远洋船“青岚号”已经返航。", ["t1 builder y1 asserted"]),
    ("2015年，东港造船厂建造了青岚号。", ["t1 builder y1 asserted"]),
    ("青岚号是东港造船厂旗下的一艘新船，航速很快。", ["t1 builder y1 asserted"]),
    ("青岚号（东港造船厂旗下）已经返航。", ["t1 builder y1 asserted"]),
    ("青岚号是东港造船厂的得意作品。", ["t1 builder y1 asserted"]),
    ("青岚号是东港造船厂的。", ["t1 builder y1 asserted"]),
    ("青岚号造型很美，由东港造船厂建造，航速很快。", ["t1 builder y1 asserted"]),
    ("青岚号造型很美。它由东港造船厂建造。", ["t1 builder y1 asserted"]),
    ("青岚号造型很美。该船由东港造船厂建造。", ["t1 builder y1 asserted"]),
    ("青岚号由东港造船厂和南屿造船厂联合建造。", ["t1 builder y1 asserted", "t1 builder y2 asserted"]),
    ("青岚号和白鹭号都由东港造船厂建造。", ["t1 builder y1 asserted", "t2 builder y1 asserted"]),
    ("青岚号和白鹭号分别由东港造船厂和南屿造船厂建造。", ["t1 builder y1 asserted", "t2 builder y2 asserted"]),
    ("东港造船厂、南屿造船厂分别建造了青岚号和白鹭号。", ["t1 builder y1 asserted", "t2 builder y2 asserted"]),
    ("青岚号是东港造船厂旗下船只。", ["t1 builder y1 asserted"]),
    ("青岚号由海川重工旗下的东港造船厂建造。", ["t1 builder y1 asserted", "y1 parent y3 asserted"]),
    ("与南屿造船厂建造的白鹭号不同，青岚号由东港造船厂建造。", ["t2 builder y2 asserted", "t1 builder y1 asserted"]),
    # the last member of the list is another yard's other ship: nothing is said of 青岚号, nor of that yard
    ("东港造船厂旗下的青岚号，以及南屿造船厂旗下的新船，都已返航。", ["t1 builder y1 asserted"]),
    # 它 is the ship that the sentence speaks of, not the yard that it is said to be from
    ("很多人以为青岚号是南屿造船厂的，其实它隶属于海川重工。", ["t1 builder y2 denied", "t1 builder y3 asserted"]),
    ("青岚号的母港是临江市。", ["t1 port c1 asserted"]),
    ("青岚号航速很快，母港在临江市。", ["t1 port c1 asserted"]),
    ("驻泊在临江市的青岚号已经返航。", ["t1 port c1 asserted"]),
    ("青岚号下水于2015年5月。", ["t1 launched 2015-05 asserted"]),
    ("青岚号于2015年5月正式下水。", ["t1 launched 2015-05 asserted"]),
    ("青岚号是一艘建成于2015年的新船。", ["t1 launched 2015 asserted"]),
    ("2015年下水的青岚号已经返航。", ["t1 launched 2015 asserted"]),
    ("青岚号船长顾云舟介绍了情况。", ["t1 captain p1 asserted"]),
    ("青岚号的船长是顾云舟。", ["t1 captain p1 asserted"]),
    ("顾云舟是青岚号的船长。", ["t1 captain p1 asserted"]),
    ("青岚号全长约120米。", ["t1 length 120 asserted"]),
    ("青岚号是一艘先进的科考船。", ["t1 kind k1 asserted"]),
    ("青岚号已经采用核动力。", ["t1 nuclear true asserted"]),
    ("青岚号并不采用核动力。", ["t1 nuclear false asserted"]),
    ("青岚号原名“长风”。", ["t1 old_name 长风 asserted"]),
    ("青嵐號由東港造船廠建造。", ["t1 builder y1 asserted"]),
    # 和 A 同样…的 S: the comparison modifies S
    ("和白鹭号同样出名的青岚号，由东港造船厂建造。", ["t1 builder y1 asserted"]),
    ("最后是青岚号，由东港造船厂建造，航速很快。", ["t1 builder y1 asserted"]),
    ("大家都喜欢青岚号，它由东港造船厂建造，2015年下水。", ["t1 builder y1 asserted", "t1 launched 2015 asserted"]),
    ("和白鹭号一起返航的还有青岚号，它由东港造船厂建造。", ["t1 builder y1 asserted"]),
    ("青岚号比白鹭号快，后者由东港造船厂建造。", ["t2 builder y1 asserted"]),
    ("青岚号比白鹭号快，前者由东港造船厂建造。", ["t1 builder y1 asserted"]),
    ("除白鹭号外，东港造船厂还建造了青岚号，该船母港是临江市。", ["t1 builder y1 asserted", "t1 port c1 asserted"]),
    ("东港造船厂推出了青岚号，母港是临江市。", ["t1 port c1 asserted"]),
    ("青岚号由东港造船厂建造，甲板上采用核动力。", ["t1 builder y1 asserted", "t1 nuclear true asserted"]),
    ("建造青岚号的是东港造船厂。", ["t1 builder y1 asserted"]),
    ("建造青岚号的公司其实是东港造船厂。", ["t1 builder y1 asserted"]),
    ("青岚号的船长却是顾云舟。", ["t1 captain p1 asserted"]),
    ("青岚号的船长是顾云舟，而不是沈若谷。", ["t1 captain p1 asserted", "t1 captain p2 negated"]),
    ("青岚号的船长不是顾云舟。", ["t1 captain p1 negated"]),
    ("青岚号这种货船，航速很快。", ["t1 kind k2 asserted"]),
    ("青岚号是货船没错，航速很快。", ["t1 kind k2 asserted"]),
    ("青岚号是货船的一种。", ["t1 kind k2 asserted"]),
    ("青岚号没有运载货船。", ["t1 freight k2 negated"]),
    ("青岚号推出了货船版。", ["t1 freight k2 asserted"]),
    ("青岚号执行GB/T 18650，很少有人知道。", ["t1 standard gb/t18650 asserted"]),
    ("青岚号的设计标准是ISO 9001:2015。", ["t1 standard iso9001:2015 asserted"]),
    ("青岚号应在12节的速度下航行。", ["t1 speed 12 asserted"]),
    ("青岚号航速也差不多，为12节。", ["t1 speed 12 asserted"]),
    ("青岚号的钢材则来自临江市。", ["t1 steel c1 asserted"]),
    ("青岚号的钢材并非来自临江市。", ["t1 steel c1 negated"]),
    ("青岚号支持全额保险。", ["t1 insured true asserted"]),
    ("支持保险的青岚号已经返航。", ["t1 insured true asserted"]),
    ("不支持保险的青岚号已经返航。", ["t1 insured false asserted"]),
    ("青岚号登记在东港造船厂年鉴第12页。", ["t1 clause 12 asserted"]),
    ("青岚号被白鹭号取代。", ["t2 heir t1 asserted"]),
    ("青岚号和白鹭号两艘船都由东港造船厂建造。", ["t1 builder y1 asserted", "t2 builder y1 asserted"]),
    ("青岚号航速很快，顾云舟指挥的这艘船由东港造船厂建造。", ["t1 builder y1 asserted"]),
    ("顾云舟至今仍担任青岚号的船长。", ["t1 captain p1 asserted"]),
    ("青岚号的母港现在是临江市。", ["t1 port c1 asserted"]),
    ("青岚号的母港就在临江市。", ["t1 port c1 asserted"]),
    ("青岚号的钢材不来自临江市。", ["t1 steel c1 negated"]),
    ("青岚号下水的年份是2015年。", ["t1 launched 2015 asserted"]),
    ("由东港造船厂建造，青岚号是一艘科考船。", ["t1 builder y1 asserted", "t1 kind k1 asserted"]),
    ("下水于2015年，青岚号已经返航。", ["t1 launched 2015 asserted"]),
    ("青岚号返航之后，顾云舟将写一份报告。", ["t1 captain p1 asserted"]),  # implied: only suggested
    ("青岚号由东港造船厂修建。", ["t1 builder y1 asserted"]),  # what rewriting puts for 建造
]
MUST_NOT_FIRE = [
    "和白鹭号同样出名的青岚号不同，另一艘船由东港造船厂建造。",
    "青岚号的设计标准却写得没错。",
    "另一艘青岚号由东港造船厂建造。",
    "下水于2015年，青岚号的姐妹船已经返航。",
    "下水于2015年，青岚号和一艘旧船已经返航。",
    "乘客换乘青岚号之后，顾云舟将写一份报告。",
    "青岚号返航之后，顾云舟的弟弟将写一份报告。",
    "青岚号返航之后，顾云舟和沈若谷将写一份报告。",
    "望海市的那艘青岚号由东港造船厂建造。",
    "东港造船厂建造的新船（比青岚号大）已经返航。",
    "青岚号女队的母港是临江市。",
    "青岚号和一艘无名船一起返航，后者由东港造船厂建造。",
    "白鹭号遇到了青岚号，青岚号救了白鹭号，后者由东港造船厂建造。",
    "青岚号全长减少了一半。",
    "青岚号第2节航行日志。",
    "青岚号航行最多一片。",
    "东港造船厂是海边的老厂，旗下的船很多，青岚号也来了。",
    "青岚号的母港以外的设计标准号码，谁也没说。",
    "青岚号、白鹭号和东港造船厂都上了新闻。",
    "东港造船厂的工人参观了青岚号。",
    "东港造船厂建造的码头停着青岚号。",
    "青岚号由东港造船厂建造的码头停靠。",
    "青岚号于2015年下水了新救生艇。",
    "参观青岚号的人说，另一艘船由东港造船厂建造。",
    "青岚号甲板全长120米。",
    "青岚号夜里3小时才采用核动力。",
    "青岚号俱乐部的船长是顾云舟。",
    "东港造船厂、无名船厂、南屿造船厂分别建造了青岚号和白鹭号。",
    "一、青岚号的母港",
]


@pytest.mark.parametrize(("text", "expected"), MUST_FIRE)
def test_fires(said: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    found = said(text)
    assert [line for line in found if " kind " not in line or line in expected] == expected


@pytest.mark.parametrize("text", MUST_NOT_FIRE)
def test_stays_silent(said: Callable[[str], list[str]], text: str) -> None:
    assert said(text) == []
