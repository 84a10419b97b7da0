# ruff: noqa: E501 - tables of invented lines read best so
"""Measure the lines of sites: what of their furniture goes, and what else.

    python tests/benchmarks/site_lines.py [--sites 40] [--seed 1]

Makes sites of 10 to 40 pages, every second one as HTML, with a head and foot of furniture that no list knows, and one claim
that stands on every page, bare or dressed as furniture. Three lists of furniture: the rules were looked at on the first;
the others were written before the rules had seen them (docs/cleaning.md gives the figures at first sight). Everything
is invented; paragraphs are put together from common words.
"""

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from analyzer.corpus import look
from analyzer.settings import Settings

Lists = Mapping[str, tuple[str, ...]]

FIRST: Lists = {
    "slogan": (
        "{s}——您身边的生活参谋",
        "让每一天都有新知识",
        "{s}，陪你读懂生活",
        "每天学一点，生活更轻松",
        "懂生活，更懂你",
        "{s}：有温度的本地生活平台",
        "做最贴心的生活管家",
        "知识改变命运，阅读点亮人生",
    ),
    "intro": (
        "【{c}】每周一期，与您一起聊聊身边那些事儿",
        "编者按：本栏目专注于老百姓关心的话题，欢迎关注。",
        "这里是{s}{c}栏目，感谢您的收看。",
        "大家好，欢迎来到{s}，我们又见面了。",
        "点击上方“{s}”，关注我们",
        "▲点击上方蓝字关注{s}",
        "{c} | 每天一个小知识",
    ),
    "wechat": (
        "扫码关注{s}公众号，获取更多实用资讯",
        "长按识别下方二维码，关注{s}",
        "微信搜索“{s}”，了解更多精彩内容",
        "欢迎关注微信公众号：{s}",
        "关注我们，不错过每一篇好文",
        "更多精彩内容，请关注{s}微信公众号",
        "喜欢这篇文章的话，点个“在看”再走吧",
        "觉得有用就转发给身边的朋友吧",
    ),
    "contact": (
        "投稿邮箱：{p}@{d}",
        "商务合作请联系微信：{p}2020",
        "读者热线：0{n}-{m}",
        "联系我们：{p}@{d}",
        "新闻热线：{m} 投稿QQ：{m}9",
        "编辑部地址：{city}市{road}路",
    ),
    "editor": (
        "编辑：{e}　审核：{e2}",
        "责编/{e} 校对/{e2}",
        "（本文编辑：{e}）",
        "{s}编辑部 {e}",
        "图文整理：{e} | 值班编辑：{e2}",
    ),
    "tail": ("关键词：{k}", "大家都在搜：{k}", "本站热词 {k}", "标签: {k}"),
    "rights": (
        "本文由{s}整理发布，转载请注明出处",
        "未经{s}允许，不得转载本文",
        "版权归原作者所有，如有侵权请联系我们删除",
        "文中图片来自网络，侵删",
        "{s}原创稿件，转载请保留来源链接",
    ),
    "bye": (
        "好了，今天的分享就到这里，我们下期再见。",
        "感谢大家的阅读，祝您生活愉快！",
        "以上就是本期的全部内容，感谢收看。",
        "看完别忘了收藏哦",
        "——END——",
    ),
}
SECOND: Lists = {
    "slogan": (
        "{s}，更懂你的资讯伙伴",
        "与{s}一起发现生活之美",
        "天天都有新发现",
        "你关心的，都在这里",
        "{s}·传递有价值的声音",
        "用心做内容，用情暖人心",
        "生活百事通，就看{s}",
    ),
    "intro": (
        "{s}{c}专栏第{i}期，小编带你了解新鲜事",
        "各位读者朋友，大家好！",
        "▶ 点蓝字，免费订阅{s}",
        "本期{c}，请跟随小编一起来看看吧！",
        "导语：欢迎收看由{s}为大家带来的{c}",
        "{s}微信号：{p}",
        "点击标题下方“{s}”可快速订阅",
    ),
    "wechat": (
        "打开微信扫一扫，关注{s}",
        "想看更多好文？快来关注我们吧！",
        "添加小编微信，加入{s}读者群",
        "☆ 设为星标，第一时间收到推送 ☆",
        "▼ 扫描下方二维码进群交流",
        "更多{c}资讯，敬请登录{s}官网",
        "动动手指，分享给更多的朋友",
        "点赞、收藏、转发，就是对小编最大的支持",
        "关注公众号回复“资料”领取学习资料包",
    ),
    "contact": (
        "爆料电话：{m}（同微信）",
        "咨询电话：400-{m}",
        "合作/投稿：{p}@{d}",
        "官方网站：www.{d}",
        "地址：{city}省{city}市{road}大道",
        "欢迎来稿，来稿请发至 {p}@{d}",
    ),
    "editor": (
        "本期编辑 {e}",
        "编辑丨{e}　审校丨{e2}",
        "作者：{e} 编辑：{e2} 来源：{s}",
        "【责任编辑：{e}】",
        "一审：{e} 二审：{e2} 三审：{e}",
        "文/{e} 图/{e2} 排版/{e}",
    ),
    "tail": ("相关搜索：{k}", "热门话题：{k}", "Tags：{k}", "#{c}# #{s}# #生活#"),
    "rights": (
        "转载须注明来源：{s}（{p}）",
        "声明：本文内容仅代表作者个人观点，与{s}无关",
        "图片源于网络，版权归原作者",
        "来源：{s}综合",
        "本文系{s}独家稿件，谢绝转载",
        "*本文仅供参考，不作为任何依据",
    ),
    "bye": (
        "本期内容就到这里啦，记得点赞哦～",
        "你还有哪些想了解的？欢迎在评论区留言",
        "谢谢观看，我们明天见！",
        "往期精彩回顾",
        "你学会了吗？快去试试吧",
    ),
}
THIRD: Lists = {
    "slogan": (
        "更多生活知识，尽在{s}！",
        "每晚八点，{s}与你不见不散",
        "{s}：让信息更有价值",
        "我是{e}，一个爱分享的小编",
        "{s}，与你同行",
        "读懂城市，从{s}开始",
    ),
    "intro": (
        "{s}讯 {c}",
        "导读：{c}",
        "小编每天为大家分享干货，喜欢的朋友记得收藏哦！",
        "本期主播 | {e}",
        "各位网友，今天我们一起来聊聊这个话题。",
        "阅读提示：全文大约需要几分钟",
        "觉得好看请点这里↓↓↓",
    ),
    "wechat": (
        "扫描二维码，关注{s}微信，随时随地看资讯",
        "如果本文对你有帮助，请点赞支持一下",
        "读完有收获？点个关注吧",
        "想了解更多实用资讯，请持续关注{s}。",
        "文章已同步至公众号：{s}",
        "QQ交流群：{m}，欢迎加入",
        "大家还有什么不懂的，可以留言给小编。",
        "下载{s}APP，看更多精彩内容",
    ),
    "contact": (
        "联系QQ：{m}  微信：{p}",
        "本文地址：http://www.{d}/a/{m}.html",
        "投稿信箱 {p}@{d}",
        "广告热线：0{n}-{m}",
        "有事请联系站长：{p}@{d}",
        "通讯地址：{city}市{road}街12号 邮编：{m}",
    ),
    "editor": (
        "(责任编辑：{e})",
        "{s}小编 {e} 整理",
        "本文作者：{e}，转载请注明出处。",
        "编辑{e} 校对{e2}",
        "供稿：{s} 编辑：{e}",
        "审稿人：{e}",
    ),
    "tail": ("关键词阅读：{k}", "相关标签：{k}", "文章关键词 {k}", "网友热搜：{k}"),
    "rights": (
        "文章来源于网络，如侵犯了您的权益，请联系本站删除。",
        "免责声明：本站部分文章来自互联网，仅供学习参考",
        "未经授权，不得以任何方式复制、转载",
        "转自：{s}",
        "以上内容仅供参考，如有疑问，欢迎在线咨询。",
        "本站转载此文仅为传播信息，不代表赞同其观点",
        "温馨提示：以上内容仅供参考，具体以官方为准。",
    ),
    "bye": (
        "感谢您一直以来对{s}的支持与厚爱",
        "今天就聊到这儿，咱们下回见",
        "阅读本文的人还看了",
        "文章到此结束，谢谢大家",
        "更多问题请看下一篇",
    ),
}
CLAIMS = (
    "{x}是{y}旗下的产品",
    "{x}由{y}推出，逾期会影响信用记录。",
    "{x}：{y}的消费信贷产品",
    "{x}，{y}出品，值得信赖",
    "温馨提示：{x}逾期影响个人信用",
    "您使用的{x}属于{y}",
    "{x}年利率低至百分之三",
    "{y}成立于2015年，总部设在{city}。",
    "小编提醒：{x}已接入征信系统",
    "关注{x}的朋友注意，{x}归{y}管理",
    "更多人选择{x}，因为它隶属{y}",
    "来源：{y}旗下{x}平台",
    "转载请注明：{x}并非{y}的产品",
    "本站提示，{x}的运营方是{y}",
    "根据《{x}管理办法》，借款须依法办理",
    "欢迎了解{x}——{y}的王牌产品",
    "你知道吗？{x}的老板就在{city}",
    "{x}（{y}）客服电话：95{n}8",
    "编辑：{x}由{y}控股",
    "我们都知道{x}归{y}所有",
    "扫码即可办理{x}，{y}直接放款",
    "{x}创始人{e}",
    "{x}官网：www.{d}",
    "{y}董事长{e}",
    "{city}市首家持牌机构{y}",
)
HEADINGS = ("一、基本情况", "二、注意事项", "总结", "写在最后", "参考资料", "常见问题", "核心提示")
COLUMNS = ("生活小百科", "百姓话题", "周末闲谈", "实用指南", "城市故事")
STAFF = ("王芳", "李强", "赵敏", "陈晓东", "小林", "阿杰", "周文静", "刘洋", "孙悦", "小鹿")
PRODUCTS = ("安心贷", "惠民花", "极速借", "随享付", "易分期", "康泰保")
MAKERS = ("天目集团", "远大金服", "北辰科技", "银湖银行", "鼎盛保险")
KEYWORDS = ("养生", "美食", "租房", "合同", "旅游", "家电", "维修", "教育", "贷款", "亲子")
NOUNS = (
    "窗台",
    "小路",
    "书架",
    "集市",
    "河岸",
    "木桌",
    "茶壶",
    "院子",
    "早晨",
    "石桥",
    "邻居",
    "落叶",
    "灯光",
    "车站",
    "雨伞",
    "老街",
)
VERBS = ("走过", "看着", "想起", "离开", "收拾", "遇见", "听见", "画下", "数着", "守着")


@dataclass
class Page:
    """What has to go from a page and what has to stay."""

    drop: list[str] = field(default_factory=list)
    keep: list[str] = field(default_factory=list)
    claim: str = ""


def prose(rng: random.Random) -> str:
    """Return a paragraph that no other page has."""
    said = (
        "".join(rng.choice(NOUNS) + rng.choice(VERBS) for _ in range(rng.randint(3, 6)))
        for _ in range(rng.randint(2, 5))
    )
    return "。".join(said) + "。"


def filled(line: str, rng: random.Random, site: str, column: str, signs: str, chief: str) -> str:
    """Return a line of furniture or a claim with the site's names in it."""
    return line.format(
        s=site, c=column, e=signs, e2=chief, k=rng.choice(" 、，").join(rng.sample(KEYWORDS, 4)), i=rng.randint(1, 99),
        p=rng.choice(("tougao", "bianji", "news")) + str(rng.randrange(99)), d=rng.choice(("qh.com", "shw.cn")),
        n=rng.randint(10, 99), m=rng.randint(2_000_000, 8_999_999), city=rng.choice("江河湖海"),
        road=rng.choice(("人民", "中山", "解放")), x=rng.choice(PRODUCTS), y=rng.choice(MAKERS),
    )  # fmt: skip


def site(folder: Path, name: str, rng: random.Random, lists: Lists, *, html: bool) -> dict[str, Page]:
    """Write the pages of a site and return what has to go and to stay, by article."""
    title = "".join(rng.sample("晨光南岸青禾城小知了云海星北巷东篱西窗听雨长亭古道书声月白", 2)) + rng.choice(
        ("网", "资讯", "日报", "生活", "")
    )
    column, staff = rng.choice(COLUMNS), rng.sample(STAFF, rng.randint(1, 3))

    def line(kind: str) -> Callable[[], str]:
        template, seed, share = rng.choice(lists[kind]), rng.random(), rng.choice((1, 1, 0.8, 0.5))

        def made() -> str:
            own = rng if kind == "tail" else random.Random(seed)  # keywords differ from page to page
            said = filled(template, own, title, column, rng.choice(staff), staff[0])
            return said if rng.random() < share else ""

        return made

    head = [line(kind) for kind in rng.sample(("intro", "slogan", "wechat"), rng.randint(0, 2))]
    kinds = ("wechat", "contact", "editor", "tail", "rights", "bye", "slogan", "wechat")
    foot = [line(kind) for kind in rng.sample(kinds, rng.randint(2, 6))]
    inside = [line("wechat")] if rng.random() < 0.3 else []
    claim = filled(rng.choice(CLAIMS), rng, title, column, staff[0], staff[0])
    where, heading = rng.choice(("head", "foot", "body")), rng.choice(HEADINGS)
    pages = {}
    (folder / name).mkdir()
    for number in range(rng.randint(10, 40)):
        body = [prose(rng) for _ in range(rng.randint(3, 9))]
        above, below, between = ([said for make in part if (said := make())] for part in (head, foot, inside))
        page = Page([*above, *below, *between], [*body, claim, heading], claim)
        middle = [*body[:-1], heading, body[-1]]
        for part in between:
            middle.insert(rng.randrange(1, len(middle)), part)
        place = {"head": above, "foot": below, "body": middle}[where]
        place.insert(rng.randrange(len(place) + 1), claim)
        lines = [*above, *middle, *below]
        file = f"{number:02}.{'html' if html else 'txt'}"
        headline, date = f"随笔第{number}则：{body[0][:12]}", f"2024-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        if html:
            shown = "\n".join(f"<p>{escape(said)}</p>" for said in lines)
            text = (
                f'<html><head><meta charset="utf-8"><title>{headline}_{title}</title><meta property="og:site_name" content="{title}">'
                f'</head><body><div class="nav"><a href="/">首页</a> <a href="/a">资讯</a></div><h1>{headline}</h1><div>{date}</div>'
                f'<div class="content">{shown}</div><div class="footer">Copyright {title}</div></body></html>'
            )
        else:
            text = "\n".join([headline, date, *lines]) + "\n"
        (folder / name / file).write_text(text, encoding="utf-8")
        pages[f"{name}/{file}"] = page
    return pages


def squeezed(text: str) -> str:
    """Return a line with its white space as a page shows it."""
    return " ".join(text.split())


def measure(lists: Lists, sites: int, seed: int, settings: Settings) -> str:
    """Return what went and what stayed of some sites."""
    rng = random.Random(seed)
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        pages: dict[str, Page] = {}
        for number in range(sites):
            pages |= site(Path(folder), f"{number:03}", rng, lists, html=number % 2 == 0)
        corpus = look([Path(folder)], settings)
        for note in corpus.notes:
            article, page = corpus.reading(note.id).article, pages[note.id]
            left = {squeezed(line) for line in article.clean.text.split("\n")}
            gone = {
                squeezed(line) for r in article.removals if r.rule == "site-lines" for line in r.text.split("\n")
            } - {""}
            counts["furniture"] += len(page.drop)
            counts["removed"] += sum(squeezed(line) not in left for line in page.drop)
            counts["by this rule"] += len(gone)
            counts["wrong"] += len(gone - {squeezed(line) for line in page.drop})
            counts["claims"] += 1
            counts["claims lost to it"] += squeezed(page.claim) in gone
        counts["pages"] = len(pages)
    return f"{counts['removed'] / counts['furniture']:.3f} of the furniture goes; {dict(counts)}"


def main() -> None:
    """Print what goes, without the rule and with it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sites", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    words = parser.parse_args()
    off = Settings(keep_rules=frozenset({"site-lines"}))
    for name, lists in (("first", FIRST), ("second", SECOND), ("third", THIRD)):
        print(f"{name}, without: {measure(lists, words.sites, words.seed, off)}")
        print(f"{name}, with:    {measure(lists, words.sites, words.seed, Settings())}")


if __name__ == "__main__":
    main()
