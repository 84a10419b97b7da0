# ruff: noqa: E501, C901 - tables of invented text read best one entry a line
"""Makes content-farm pages of many templates, each with the list of what has to stay and what has to go.

Everything is invented for the tests. ``page(seed)`` gives one page as text or HTML; the same seed gives the same page.
"""

import random
from dataclasses import dataclass, field
from html import escape

TOPICS = (
    "空气炸锅",
    "宠物保险",
    "雅思培训",
    "地暖安装",
    "二手相机",
    "亲子露营",
    "远程办公软件",
    "冷冻胚芽米",
    "车载冰箱",
    "少儿编程",
)
OPENERS = (
    "近年来,{t}逐渐走进了普通家庭的视野,围绕它的讨论也越来越多,不少朋友在选择的时候总是拿不定主意。",
    "说起{t},相信大家都不会感到陌生,可是真正了解其中门道的人却并不多,今天就来和大家聊一聊这个话题。",
    "随着生活水平的提高,人们对{t}的要求也在不断变化,从最初的能用就行,到现在讲究品质和服务,可以说是天壤之别。",
)
BODIES = (
    "首先要明确自己的实际需求,不要被商家的宣传牵着鼻子走。很多人一时冲动下了单,回家之后才发现功能重复,最后只能放在角落里吃灰。",
    "价格方面差异其实相当大,同样的配置在不同渠道能差出好几百元。建议大家多比较几家,留意节假日前后的活动,往往能够省下一笔不小的开支。",
    "售后服务是容易被忽略的一环,有的品牌在宣传时承诺得很好,真正出了问题却互相推诿。签订合同之前一定要把保修年限和上门费用问清楚。",
    "从用户的反馈来看,使用满一年以后的体验才最能说明问题。刚买回来的新鲜感过去之后,噪音、耗电和清洁难度这些细节会变得格外明显。",
    "第三方检测机构在2023年做过一次抽样,结果显示大约有17%的样品在标称参数上存在虚标的情况,消费者在选购时应当保持警惕。",
    "对于预算有限的家庭来说,不必一味追求高端型号。把钱花在真正影响体验的地方,其余的配置够用就好,这样才是理性的消费方式。",
    "安装环节同样不能马虎,最好提前量好尺寸并且拍照留底。遇到师傅临时加价的情况,可以拿出订单页面上的说明,要求对方按照约定执行。",
    "至于网上流传的一些说法,有的确实有道理,有的则完全是以讹传讹。判断的办法也很简单,看看对方有没有给出可以查证的出处。",
    "行业里的老师傅常说一句话,三分靠产品七分靠保养。定期清理、及时更换易损件,既能延长使用寿命,也能避免不少安全隐患。",
    "此外还要考虑到家里老人和孩子的习惯,操作界面越简单越好。功能再多,如果家人都不会用,那也只能是摆设而已。",
)
CLOSERS = (
    "总的来说,选择{t}并没有放之四海而皆准的标准答案,适合自己的才是最好的,希望本文能够给正在犹豫的朋友带来一些启发。",
    "综上所述,只要提前做好功课、保持平常心,就能够在{t}这件事情上少走弯路,也祝愿每一位读者都能买到称心如意的产品。",
)
HEADINGS = ("一、先弄清楚需求", "二、价格到底差在哪里", "三、容易踩的坑", "四、保养与售后", "五、写在最后")
RELATED = (
    "相关推荐", "相关阅读", "猜你喜欢", "热门文章", "大家都在看", "延伸阅读", "推荐阅读", "更多精彩内容", "您可能感兴趣的文章",
    "最新资讯", "同类文章", "网友还看了", "随机推荐", "本站热门", "往期回顾", "看了又看", "为您推荐", "相关问答",
)  # fmt: skip
HEADLINES = (
    "{t}多少钱一台,看完这篇就明白了", "买{t}要注意什么?过来人的忠告", "{t}十大品牌排行榜", "{t}的使用寿命一般是几年", "新手必看:{t}避坑指南",
    "{t}和老式产品有什么区别", "为什么越来越多的人放弃{t}", "{t}哪个牌子性价比高",
)  # fmt: skip
TEASERS = (
    "{t}是某某集团旗下的王牌产品,自上市以来销量一路领先,那么它到底好在哪里呢……",
    "很多朋友想知道{t}的具体价格,本站特意整理了一份清单,供大家参考。",
    "关于{t}的话题一直热度不减,小编今天就为大家详细解答一下",
)
COMMENT_HEADS = (
    "精彩评论",
    "网友评论",
    "最新评论",
    "全部评论(3)",
    "用户留言",
    "热门评论",
    "评论区",
    "3条评论",
    "网友跟帖",
    "评论(3)",
)
USERS = ("小雨点", "阳光下的猫", "老王头", "momo", "深圳网友", "匿名用户", "李师傅-认证技师", "wx_8823")
SAYINGS = (
    "用了半年,感觉还行,就是声音有点大。",
    "{t}不就是某某集团出的吗,我家一直在用。",
    "感谢分享,已经按照文中的办法解决了。",
    "楼主说得对,当初要是早点看到就好了。",
    "客服态度很差,再也不会买了。",
)
FEET = (
    "本文来自网友投稿,不代表本站立场,如有侵权请联系删除。",
    "声明:本站所有文章,如无特殊说明,均为用户发布,转载请注明出处。",
    "版权声明:本文内容由互联网用户自发贡献,该文观点仅代表作者本人,不代表本站观点。",
    "免责声明:以上内容仅供参考,不构成任何建议。",
    "未经授权禁止转载,违者必究。版权所有 生活百科网",
)
PAY = (
    "打赏 微信扫一扫 支付宝扫一扫",
    "赞赏 收藏 分享",
    "点赞 收藏 分享到 微信 微博 QQ空间",
    "喜欢 (12) 打赏 收藏 海报 分享",
)
NEXT = (("上一篇:", "下一篇:"), ("上一篇 ", "下一篇 "), ("« 上一篇:", "» 下一篇:"), ("【上一篇】", "【下一篇】"))
ADS = (
    "【广告】点击领取新人专享优惠券", "广告:专业团队上门服务,限时五折", "加微信 abc_88661 免费咨询", "扫码关注公众号,领取购买攻略",
    "咨询热线/微信:13800001111", "点击下方链接,立即领取限量红包",
)  # fmt: skip
LEAKS = (
    "以下是根据您提供的标题撰写的文章,字数不少于800字:",
    "希望以上内容能够满足您的需求,如需修改请随时告诉我。",
    "好的,这是一篇根据您的要求创作的文章,不含语法错误:",
)
CREDITS = ("图片来源:网络", "(图片来自网友分享)", "图源:视觉素材网")


@dataclass
class Page:
    """A page with its labels; ``once`` stands more than once in the source and has to stay once."""

    name: str
    content: str
    title: str
    published: str | None
    keep: list[str] = field(default_factory=list)
    drop: list[str] = field(default_factory=list)
    once: list[str] = field(default_factory=list)


@dataclass
class Parts:
    """The pieces of an article that the templates put together."""

    title: str
    date: str
    stamp: str
    body: list[tuple[str, str]]
    related_head: str
    related: list[tuple[str, str, str]]
    comment_head: str
    comments: list[tuple[str, str, str]]
    feet: list[str]
    pay: str
    neighbours: tuple[str, str]


def parts(rnd: random.Random) -> tuple[str, Parts]:
    """Draw an article."""
    topic = rnd.choice(TOPICS)
    fill = lambda text: text.format(t=topic)  # noqa: E731
    date = f"{rnd.randint(2019, 2025)}-{rnd.randint(1, 12):02d}-{rnd.randint(1, 28):02d}"
    chosen = rnd.sample(BODIES, rnd.randint(4, 8))
    body: list[tuple[str, str]] = [("p", fill(rnd.choice(OPENERS)))]
    headed = rnd.random() < 0.6
    for k, paragraph in enumerate(chosen):
        if headed and k % 2 == 0 and k // 2 < len(HEADINGS):
            body.append(("h", HEADINGS[k // 2]))
        body.append(("p", paragraph))
    if rnd.random() < 0.3:
        body += [("li", "1. 看清参数再下单。"), ("li", "2. 保留好发票和聊天记录。"), ("li", "3. 收货当面验货。")]
    body.append(("p", fill(rnd.choice(CLOSERS))))
    related = [
        (fill(h), fill(rnd.choice(TEASERS)), f"{date} {rnd.randint(0, 23):02d}:{rnd.randint(0, 59):02d}:00")
        for h in rnd.sample(HEADLINES, rnd.randint(2, 6))
    ]
    comments = [
        (rnd.choice(USERS), date, fill(saying)) for saying in rnd.sample(SAYINGS, rnd.randint(2, 4))
    ]  # fmt: skip
    title = fill(
        rnd.choice(
            (
                "{t}怎么选才不会后悔",
                "{t}好不好用,三年老用户说实话",
                "关于{t}你需要知道的几件事",
                "{t}选购全攻略(建议收藏)",
            )
        )
    )
    before, after = rnd.choice(NEXT)
    neighbours = before + fill("{t}能不能放在阳台"), after + fill("{t}保修期内可以退换吗")
    return topic, Parts(
        title, date, f"{date} 10:{rnd.randint(10, 59)}:21", body, rnd.choice(RELATED), related, rnd.choice(COMMENT_HEADS),
        comments, rnd.sample(FEET, 1), rnd.choice(PAY), neighbours,
    )  # fmt: skip


def text_page(seed: int) -> Page:
    """Return a farm article saved as text."""
    rnd = random.Random(seed)
    _, a = parts(rnd)
    gap = rnd.choice(("\n", "\n\n"))
    page = Page(f"t{seed}.txt", "", a.title, None)
    lines = [a.title]
    if rnd.random() < 0.6:
        head = rnd.choice(
            (
                f"首页 > 生活 > 正文 人气:{rnd.randint(5, 900)} 日期:{a.stamp}",
                f"当前位置:首页>家电>{a.title}",
                f"发布时间:{a.stamp}  阅读:{rnd.randint(5, 900)}",
                f"作者:小编 发布:{a.date} 来源:网络",
                f"您现在的位置: 主页 » 百科 » 正文{gap}{a.stamp}",
            )
        )
        lines.append(head)
        page.drop.append(head.split(gap)[0])
        if a.date in head:
            page.published = a.date
    body = [text for _, text in a.body]
    page.keep += body
    inside = list(body)
    if rnd.random() < 0.3:
        inside.insert(2, a.title)
    for extra, chance in ((ADS, 0.3), (CREDITS, 0.3)):
        if rnd.random() < chance:
            line = rnd.choice(extra)
            inside.insert(rnd.randint(1, len(inside) - 1), line)
            page.drop.append(line)
    if rnd.random() < 0.15:
        leak = rnd.choice(LEAKS)
        inside.insert(0 if "以下" in leak or "好的" in leak else len(inside), leak)
        page.drop.append(leak)
    lines += inside
    tail: list[str] = []
    if rnd.random() < 0.5:
        tail += a.feet
        page.drop += a.feet
    if rnd.random() < 0.4:
        tail += [a.pay, *a.neighbours]
        page.drop += [a.pay, *a.neighbours]
    comments: list[str] = []
    if rnd.random() < 0.6:
        layout = rnd.randint(0, 4)
        comments.append(a.comment_head)
        for k, (user, date, saying) in enumerate(a.comments):
            comments += (
                [f"头像 {user} {date}", saying],
                [f"{user} {date} 12:0{k}", saying, f"回复 赞({k})"],
                [f"{k + 1}楼 {user}", saying],
                [user, f"{date} IP属地广东", saying],
                [f"{user}:{saying}", f"{k + 2}天前 回复"],
            )[layout]
            page.drop.append(saying)
        comments.append(rnd.choice(("写评论", "发表评论", "登录后才能评论", "查看更多评论")))
    related: list[str] = []
    if rnd.random() < 0.7:
        bullet = rnd.choice(("", "  • ", "· ", "- "))
        teasers = rnd.random() < 0.6
        stamps = rnd.random() < 0.5
        related.append(rnd.choice(("", "【")) + a.related_head + rnd.choice(("", ":")))
        related[0] = related[0] + "】" if related[0].startswith("【") else related[0]
        for title, teaser, stamp in a.related:
            related.append(bullet + title)
            page.drop.append(title)
            if teasers:
                related.append(teaser)
                page.drop.append(teaser)
            if stamps:
                related.append(stamp)
    sections = [comments, related]
    rnd.shuffle(sections)
    tail += [line for section in sections for line in section]
    if rnd.random() < 0.25:
        copy = [line for line in lines if line not in page.drop]
        changed = [line.replace("建议大家", "奉劝各位").replace("其实", "实际上") for line in copy]
        tail += changed if rnd.random() < 0.5 else copy
        page.once += [body[0], body[-1]]
    page.content = gap.join(lines + tail) + "\n"
    return page


def html_page(seed: int) -> Page:
    """Return a farm article as a page of one of several content management systems."""
    rnd = random.Random(10_000 + seed)
    topic, a = parts(rnd)
    template = TEMPLATES[seed % len(TEMPLATES)]
    page = Page(f"h{seed}.html", "", a.title, a.date)
    page.keep += [text for _, text in a.body]
    page.drop += [s for _, _, s in a.comments] + [t for t, _, _ in a.related] + a.feet
    page.drop.append(f"{topic}最新优惠速递")
    menu = "".join(
        f'<li><a href="/{k}/">{w}</a></li>' for k, w in enumerate(("首页", "家电", "教育", "生活", "问答", "关于我们"))
    )
    side = "".join(
        f'<li><a href="/a/{k}.html">{escape(h.format(t=rnd.choice(TOPICS)))}</a></li>' for k, h in enumerate(HEADLINES)
    )
    page.content = template(a, menu, side, topic, rnd)
    return page


def _paragraphs(a: Parts, heading: str = "h2", wrap: str = "p") -> str:
    return "\n".join(f"<{heading}>{t}</{heading}>" if kind == "h" else f"<{wrap}>{t}</{wrap}>" for kind, t in a.body)


def _wordpress(a: Parts, menu: str, side: str, topic: str, rnd: random.Random) -> str:
    related = "".join(f'<li><a href="/?p={k}">{t}</a></li>' for k, (t, _, _) in enumerate(a.related))
    comments = "".join(
        f'<li class="comment"><div class="comment-author"><cite>{u}</cite><span class="says">说道:</span></div>'
        f'<div class="comment-meta"><a href="#">{d} 下午3:20</a></div><p>{s}</p><div class="reply"><a>回复</a></div></li>'
        for u, d, s in a.comments
    )
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{a.title} - 生活百科网</title>'
        f'<meta property="article:published_time" content="{a.date}T08:00:00+08:00"></head><body class="single">'
        f'<header id="masthead"><ul class="nav-menu">{menu}</ul></header><div id="content"><main><article class="post">'
        f'<h1 class="entry-title">{a.title}</h1><div class="entry-meta"><span class="posted-on">{a.date}</span> admin</div>'
        f'<div class="entry-content">{_paragraphs(a)}<p class="ad-block">{topic}最新优惠速递</p></div>'
        f'<footer class="entry-footer">{a.feet[0]}</footer></article>'
        f'<div class="related-posts"><h3>{a.related_head}</h3><ul>{related}</ul></div>'
        f'<div id="comments"><h3>{a.comment_head}</h3><ol>{comments}</ol><div id="respond">发表回复 您的邮箱不会被公开</div></div>'
        f'</main><aside id="secondary" class="widget-area"><ul>{side}</ul></aside></div></body></html>'
    )


def _empire(a: Parts, menu: str, side: str, topic: str, rnd: random.Random) -> str:
    related = "".join(
        f'<li><a href="/x/{k}.html">{t}</a><em>{s}</em><div class="jj">{d}</div></li>'
        for k, (t, d, s) in enumerate(a.related)
    )
    comments = "".join(f'<div class="pl_li"><b>{u}</b><i>{d}</i><p>{s}</p></div>' for u, d, s in a.comments)
    return (
        f"<html><head><title>{a.title}_家电_生活百科网</title></head><body><table width=960><tr><td>{menu}</td></tr></table>"
        f"<table width=960><tr><td width=700 valign=top><b><font size=4>{a.title}</font></b><br>"
        f"时间:{a.stamp} 来源:网络 点击:{rnd.randint(9, 999)}次<br><br>"
        + "<br><br>".join(f"　　{t}" for _, t in a.body)
        + f"<br><br><a href='/hd'>{topic}最新优惠速递</a><br>{a.feet[0]}<br><b>{a.related_head}</b><ul>{related}</ul>"
        f"<b>{a.comment_head}</b>{comments}</td><td width=240 valign=top><ul>{side}</ul></td></tr></table>"
        f"<center>Copyright 2019 生活百科网 版权所有</center></body></html>"
    )


def _divs(a: Parts, menu: str, side: str, topic: str, rnd: random.Random) -> str:
    related = "".join(
        f'<div class="item"><a class="t" href="/x/{k}">{t}</a><div class="d">{d}</div><span>{s}</span></div>'
        for k, (t, d, s) in enumerate(a.related)
    )
    comments = "".join(
        f'<div class="cm-item"><div class="u">{u}</div><div class="c">{s}</div><div class="f">{d} · 广东 回复 赞</div></div>'
        for u, d, s in a.comments
    )
    body = "\n".join(
        f'<div class="tt">{t}</div>' if k == "h" else f'<div class="pp"><span>{t}</span></div>' for k, t in a.body
    )
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{a.title}</title>"
        f'<script type="application/ld+json">{{"@type":"Article","headline":"{a.title}","datePublished":"{a.date}"}}</script>'
        f'</head><body><div class="top">{menu}</div><div class="wrap"><div class="l">'
        f'<div class="hd"><h1>{a.title}</h1><div class="by">小编 {a.stamp} 阅读 {rnd.randint(10, 9999)}</div></div>'
        f'<div class="txt">{body}</div><div class="tip">{a.feet[0]}</div><div class="zan">{a.pay}</div>'
        f'<div class="pn">{a.neighbours[0]} {a.neighbours[1]}</div>'
        f'<div class="box"><div class="bt">{a.related_head}</div>{related}</div>'
        f'<div class="box2"><div class="bt">{a.comment_head}</div>{comments}<div>写下你的评论...</div></div>'
        f'</div><div class="r"><div class="bt">热榜</div><ul>{side}</ul><div class="pr">{topic}最新优惠速递</div></div></div>'
        f'<div class="bottom">关于我们 联系我们 粤ICP备00000000号</div></body></html>'
    )


def _twice(a: Parts, menu: str, side: str, topic: str, rnd: random.Random) -> str:
    related = "".join(f'<dd><a href="/w/{k}">{t}</a></dd>' for k, (t, _, _) in enumerate(a.related))
    comments = "".join(f"<p>头像 {u} {d}</p><p>{s}</p>" for u, d, s in a.comments)
    return (
        f"<html><head><meta charset=utf-8><title>{a.title}-百科问答</title></head><body><div class=nav>{menu}</div>"
        f"<div class=article><h1>{a.title}</h1><p>首页 &gt; 问答 人气:{rnd.randint(1, 99)} 日期:{a.stamp}</p>{_paragraphs(a, 'h3')}"
        f"<p>{a.comment_head}</p>{comments}<p>写评论</p><p>{a.title}</p>{_paragraphs(a, 'h3')}</div>"
        f"<dl><dt>{a.related_head}</dt>{related}</dl><div class=side>{side}<p>{topic}最新优惠速递</p></div>"
        f"<div class=foot>{a.feet[0]}</div></body></html>"
    )


TEMPLATES = (_wordpress, _empire, _divs, _twice)
