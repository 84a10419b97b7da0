"""The words that belong to one page each: headings, explanations, empty states."""

from collections.abc import Mapping

from analyzer.language import Phrase


def _p(zh: str, en: str) -> Phrase:
    return Phrase(zh=zh, en=en)


PAGE_WORDS: Mapping[str, Phrase] = {
    # navigation
    "page.index": _p("待办", "Worklist"),
    "page.conflicts": _p("互相矛盾", "Conflicts"),
    "page.articles": _p("文章", "Articles"),
    "page.sites": _p("站点", "Sites"),
    "page.facts": _p("事实表", "Fact table"),
    "page.coverage": _p("补哪些事实", "Missing facts"),
    "page.removed": _p("已移除", "Removed"),
    "page.method": _p("方法与局限", "Method"),
    "page.compare": _p("与上次比较", "Compared"),
    "page.copies": _p("近重复", "Copies"),
    # worklist
    "index.lead": _p(
        "读到 {all} 篇文章，核查了 {n} 篇。按危害 × 传播 × 把握排序，先看最上面的。",
        "{all} articles found, {n} checked; ordered by harm × reach × confidence. Begin at the top.",
    ),
    "index.affected": _p("受影响文章", "articles affected"),
    "index.list": _p("待看的案", "Cases"),
    "index.empty": _p(
        "没有发现与事实表不符的说法。读到 {all} 篇，核查了 {n} 篇，核对了 {claims} 条说法，"
        "其中 {supported} 条与事实表一致。",
        "Nothing contradicts the fact table. {all} articles were found, {n} checked with {claims} claims; "
        "{supported} of them agree with the table.",
    ),
    "index.empty_claims": _p(
        "读到 {all} 篇，核查了 {n} 篇，没有读到关于事实表中主体的说法，所以没有可核对的。"
        "查一查事实表有没有这些文章谈到的产品或机构，别名是否写全。",
        "{all} articles were found, {n} checked; they say nothing of the subjects in the fact table. See whether the"
        " table knows the products and organisations that they are about, with all their names.",
    ),
    "index.empty_gaps": _p("另有 {n} 处文字残缺，看文章列表", "{n} passages are damaged: see the articles"),
    "index.empty_next": _p(
        "另有 {n} 条说法事实表里没有，可以看看该补哪些事实。",
        "{n} further claims are not in the table; see which facts would settle them.",
    ),
    "index.failed": _p("{n} 篇没有读成", "{n} could not be read"),
    "index.csv": _p("下载 findings.csv", "findings.csv"),
    "index.rest": _p(
        "这里列出前 {shown} 案；其余 {rest} 案在 findings.csv 里，开启 JavaScript 后也可在此搜索。",
        "The first {shown} cases; the other {rest} are in findings.csv and, with JavaScript on, in the list above.",
    ),
    "card.evidence": _p("证据与全部出处", "Evidence and all places"),
    # article
    "article.marked": _p("标注稿", "Marked"),
    "article.clean": _p("清洗稿", "Cleaned"),
    "article.source": _p("原文", "Source"),
    "article.views": _p("看哪一稿", "Views"),
    "article.notes": _p("批注", "Notes"),
    "article.strip": _p("批注在文中的位置", "Where the notes stand"),
    "article.spin": _p("洗稿", "spun"),
    "article.farm": _p("农场度", "farm score"),
    "article.kept": _p("保留", "kept"),
    "article.cluster": _p("近重复 {n} 篇", "{n} near-duplicates"),
    "article.removed_block": _p("{n} 段 {chars} 字", "{n} pieces, {chars} characters"),
    "article.others": _p("无法核实的说法", "Claims that could not be checked"),
    "article.elsewhere": _p("批注的位置在已移除的文字里", "Notes whose place lies in removed text"),
    "article.repairs": _p("修复了什么", "What was repaired"),
    "article.no_notes": _p("这篇文章没有需要看的地方。", "Nothing in this article needs a look."),
    "article.long": _p(
        "文章太长，这里只显示前 {n} 字。全文：farmcheck source 文件名",
        "Too long: the first {n} characters are shown. All of it: farmcheck source FILE",
    ),
    "article.farm_parts": _p("农场度由这些得来", "What the farm score is made of"),
    "article.spin_pairs": _p("洗稿换词", "Spun words"),
    "article.skipped": _p("没有核查：{reason}", "Not checked: {reason}"),
    "col.repair": _p("方式", "Kind"),
    "col.old": _p("原来", "Old"),
    "col.new": _p("改为", "New"),
    "col.evidence": _p("凭什么", "Evidence"),
    # articles
    "articles.lead": _p("全部 {n} 篇，有问题的在前。", "All {n} articles, those with findings first."),
    "articles.empty": _p("没有读到文章。", "No article was read."),
    "articles.rest": _p(
        "只列前 {shown} 篇，全部见 data/articles.jsonl。", "The first {shown}; all are in data/articles.jsonl."
    ),
    "col.article": _p("文章", "Article"),
    "col.site": _p("站点", "Site"),
    "col.date": _p("日期", "Date"),
    "col.findings": _p("发现", "Findings"),
    "col.gaps": _p("残缺", "Gaps"),
    "col.removed": _p("移除", "Removed"),
    "col.kept": _p("保留", "Kept"),
    "col.farm": _p("农场度", "Farm score"),
    "col.status": _p("状态", "Status"),
    "status.checked": _p("已核查", "checked"),
    "status.skipped": _p("跳过", "skipped"),
    "status.failed": _p("读取失败", "failed"),
    # case
    "case.confidence": _p("把握", "Confidence"),
    "case.tier.confirmed": _p("确认：句式、主体和数值都没有猜测", "confirmed: nothing in the reading was guessed"),
    "case.tier.suggested": _p(
        "提示：读法里有猜测，请先看原句", "suggested: something was guessed, read the sentence first"
    ),
    "case.missing": _p(
        "没有查该站是否已另行更正，也没有打开来源链接。",
        "Whether the site has corrected it since; the source link was not opened.",
    ),
    "case.missing_date": _p(
        "文章没有日期，按事实表最新的核对日判断。", "The articles have no date: judged by the table's newest check."
    ),
    "case.missing_url": _p("依据没有网址。", "The source has no address."),
    "case.other_rows": _p("这一项的其余 {n} 行", "{n} other rows of this question"),
    "case.no_rows": _p(
        "事实表没有这一条。补上以后，下次核查就能判定。",
        "The table has no such row. Add one, and the next run can decide.",
    ),
    "case.conflict_lead": _p("不同文章说法不一，至多一个是对的。", "Articles disagree; at most one of them is right."),
    "case.voices": _p("（去重后 {n} 个来源）", "({n} without copies)"),
    "case.variants": _p("说法变体", "Wordings"),
    "case.places": _p("出处", "Places"),
    "case.over_time": _p("发布时间", "Published"),
    "case.by_site": _p("站点", "Sites"),
    "case.sentence": _p("句子", "Sentence"),
    "case.rest": _p("另有 {n} 处，见 findings.csv。", "{n} more are in findings.csv."),
    "case.history": _p("处理经过", "Decisions so far"),
    "case.stages": _p("审级", "Review"),
    "case.stage_open": _p("未审", "not yet"),
    "case.came_from": _p(
        "沿用的处理来自：{cases}（事实表改过，案有合并或拆分）",
        "Decided before as {cases}; cases have merged or split since.",
    ),
    "case.next": _p("接下来", "What next"),
    "case.letter": _p("更正函", "Letter"),
    "case.no_letter": _p("依据没有出处，不能写更正函。", "No letter without a source."),
    "case.commands": _p("可复制的命令", "Commands to copy"),
    # facts
    "facts.lead": _p(
        "共 {n} 条，其中 {deciding} 条在这次核查里起了作用。",
        "{n} rows, {deciding} of them decided something in this run.",
    ),
    "facts.drafts": _p("{n} 条没有出处，是草稿，不参与判定。", "{n} have no source: drafts, which decide nothing."),
    "facts.id": _p("编号", "Id"),
    "facts.fact": _p("主体与关系", "Subject and relation"),
    "facts.value": _p("值", "Value"),
    "facts.used": _p("用了几次", "Used"),
    "facts.draft": _p("草稿", "draft"),
    "facts.rest": _p("只列前 {shown} 条，全部见 facts.csv。", "The first {shown}; all are in facts.csv."),
    "facts.empty": _p(
        "事实表是空的。用 farmcheck facts add 添加第一条。",
        "The table is empty. Add a first row with farmcheck facts add.",
    ),
    # removed
    "removed.lead": _p(
        "共 {n} 段，占原文 {share}%。每一段都能在文章页原处展开。",
        "{n} pieces, {share}% of the source; each can be unfolded in its place on the article's page.",
    ),
    "removed.pieces": _p("段数", "Pieces"),
    "removed.chars": _p("字数", "Characters"),
    "removed.doubtful": _p("把握不足一半", "Below half sure"),
    "removed.longest": _p(
        "下面是每种最长的几段，先看有没有误删。",
        "Below: the longest pieces of each kind. Look here first for wrong cuts.",
    ),
    "removed.kind": _p("移除了什么", "What was removed"),
    "removed.empty": _p("没有移除任何文字。", "Nothing was removed."),
    # sites
    "sites.lead": _p("{n} 个站点，发现多的在前。", "{n} sites, those with most findings first."),
    "sites.copies": _p("与别站近重复", "Copied"),
    "sites.unknown": _p("另有 {n} 篇不知道来自哪个站点。", "{n} more articles whose site is not known."),
    "sites.empty": _p(
        "没有一篇文章写明来自哪个站点：网页要有网址、canonical 或站名。",
        "No article says which site it is from: pages need an address, a canonical link or a site name.",
    ),
    "sites.networks": _p("模板网络", "Template networks"),
    "sites.networks.lead": _p(
        "这些站点发的是同一个骨架：同一页码下的近重复，或只换了产品名的同一篇文章，各至少两对。",
        "Sites that publish one skeleton: near-duplicates under one page number, or one article with the name swapped; "
        "at least two pairs of a kind.",
    ),
    "sites.mirrored": _p("同页码", "Same page"),
    "sites.swapped": _p("换产品名", "Name swapped"),
    "sites.listed": _p("在名单上", "On lists"),
    "sites.rest": _p("只列前 {shown} 个站点。", "The first {shown} sites."),
    # copies
    "copies.lead": _p(
        "{n} 组近重复，共 {copied} 篇。色块是与最早一篇相同的文字。",
        "{n} families of copies, {copied} articles. Filled: text shared with the earliest.",
    ),
    "copies.first": _p("最早的一篇", "the earliest"),
    "copies.shared": _p("{share}% 相同", "{share}% the same"),
    "copies.findings": _p("{n} 处发现", "{n} findings"),
    "copies.rest": _p("另有 {n} 篇。", "{n} more."),
    "copies.spread": _p("到处出现的句子", "Sentences that stand everywhere"),
    "copies.spread_lead": _p(
        "不论文章是否近重复，同一句话出现在多篇里：按站点数、篇数排列。",
        "The same sentence in several articles, copies or not: by sites, then by articles.",
    ),
    "copies.sentence": _p("句子", "Sentence"),
    "copies.reach": _p("范围", "Reach"),
    "reach.template": _p("同一站点的套话", "one site's template"),
    "reach.copied": _p("同一组近重复", "one family of copies"),
    "reach.common": _p("不同文章", "unrelated articles"),
    "copies.empty": _p("没有发现近重复的文章。", "No near-duplicates."),
    # conflicts
    "conflicts.lead": _p(
        "{n} 处：不同文章对同一件事说法不一，近重复的文章只算一次。",
        "{n} questions on which articles disagree; copies count once.",
    ),
    "conflicts.agrees": _p("与事实表一致", "agrees with the table"),
    "conflicts.former": _p("以前的值", "a former value"),
    "conflicts.rest": _p("只列前 {shown} 处。", "The first {shown}."),
    "conflicts.empty": _p("文章之间没有互相矛盾的说法。", "No article contradicts another."),
    # coverage
    "coverage.lead": _p(
        "提取到 {total} 条说法，{decided} 条能判定，{open} 条不能。",
        "{total} claims found, {decided} decided, {open} not.",
    ),
    "coverage.decided": _p("能判定的说法", "claims decided"),
    "coverage.missing": _p("补一条事实，能判定最多的句子", "Facts that would decide most"),
    "coverage.missing_lead": _p(
        "请先查到出处，再填值；文章里的说法只供参考。", "Find a source first; what the articles say is no source."
    ),
    "coverage.decides": _p("可判定 {n} 句", "{n} claims"),
    "coverage.rest": _p("另有 {n} 项。", "{n} more."),
    "coverage.reasons": _p("为什么没有判定", "Why nothing was decided"),
    "coverage.reason": _p("原因", "Reason"),
    "coverage.claims": _p("说法", "Claims"),
    "coverage.samples": _p("例句", "For example"),
    "coverage.empty": _p(
        "文章里没有提到事实表认识的主体，所以没有可核对的说法。先用 farmcheck entities add 加上你关心的产品或机构。",
        "No article speaks of a subject that the table knows. Add the products or organisations you care for with"
        " farmcheck entities add.",
    ),
    # method
    "method.marks": _p("标记的意思", "What the marks mean"),
    "method.sample": _p("例文", "sample"),
    "method.mark.contradicted": _p(
        "文中的值与事实表里有出处的值不同。", "The text states another value than a row of the table with a source."
    ),
    "method.mark.outdated": _p(
        "以前对，现在不对了，文中却当作现状。", "It was true once; the text states it as present."
    ),
    "method.mark.conflict": _p(
        "不同文章对同一件事说法不一，不论事实表有没有这一条。",
        "Articles disagree, whether or not the table has the fact.",
    ),
    "method.mark.imprecise": _p(
        "不算错，但不够具体（例如说了上级集团）。不需要更正。",
        "Not wrong, only vague (the parent group, for example). Nothing to correct.",
    ),
    "method.mark.supported": _p("与事实表一致。", "Agrees with the table."),
    "method.mark.unverified": _p(
        "事实表没有这一条，或无法判定。不代表是错的。", "The table cannot tell. It does not mean false."
    ),
    "method.mark.gap": _p(
        "文字丢了或被遮盖；只有确定时才补上，补上的写在括号里。",
        "Words are lost or masked; they are put in, in brackets, only where certain.",
    ),
    "method.mark.removed": _p(
        "不是正文（评论、推荐、引流、重复），不参与核查，原处可展开。",
        "Not the article (comments, teasers, ads, repeats): not checked; can be unfolded in place.",
    ),
    "method.mark.fix": _p("拼音、异体、乱码等可以确定还原的改动。", "Damage that could be undone with certainty."),
    "method.order": _p("排序", "The order"),
    "method.order_text": _p(
        "分数 = 危害（高 6、中 2.5、低 1）× log₂(1+篇数) × log₂(1+站数) × 把握（确认 1、提示 0.4）。危害由谓"
        "词表的 severity 列决定；已过时和互相矛盾降一级；提示不会是“高”。",
        "score = harm (high 6, medium 2.5, low 1) × log₂(1+articles) × log₂(1+sites) × confidence (confirmed 1,"
        " suggested 0.4). Harm comes from the predicates' severity column, one step lower for outdated and conflicts;"
        " a suggested case is never high.",
    ),
    "method.tiers": _p("确认与提示", "Confirmed and suggested"),
    "method.tiers_text": _p(
        "“确认”保证读法里没有猜测；凡是靠错字还原、省略主语、残缺文字、转述或存疑语气得来的，只作“提示”，请先读原句。",
        "Confirmed means that nothing was guessed. Whatever rests on a restored misspelling, an implied subject,"
        " damaged text, hearsay or hedging is only suggested: read the sentence first.",
    ),
    "method.limits": _p("没有查什么", "What is not checked"),
    "method.limit.1": _p(
        "只核对事实表里有的主体和关系；其余的说法既没说对，也没说错。",
        "Only subjects and relations that the table knows; nothing is said about the rest.",
    ),
    "method.limit.2": _p(
        "不打开任何网页，不知道页面是否已经更正。", "No page is opened; a page may have been corrected since."
    ),
    "method.limit.3": _p("图片、视频、表格图里的文字不读。", "Text in pictures and videos is not read."),
    "method.limit.4": _p("被移除的文字（评论、推荐、重复）不核查。", "Removed text is not checked."),
    "method.limit.5": _p(
        "结论只和事实表一样可靠：每一条都请看出处和核对日期。",
        "A verdict is as good as the table's row: look at its source and date.",
    ),
    "method.limit.6": _p(
        "没有日期的文章按事实表最新的核对日判断。", "Articles without a date are judged by the table's newest check."
    ),
    "method.decisions": _p("处理结果", "Decisions"),
    "method.decisions_text": _p(
        "采纳、稍后、已更正对整案有效；误报只对那一句有效，以免放过别处真的错误。依据改了、或更正后又在新站点"
        "出现，会重新回到待办。处理结果存在 decisions.jsonl，不改动 data/ 里的任何文件。",
        "Accept, later and corrected hold for the whole case; a false alarm holds for its sentence only, so that"
        " true hits elsewhere stay. A case comes back when its fact changes or when it spreads after a correction."
        " Decisions live in decisions.jsonl and change nothing under data/.",
    ),
    "method.predicates": _p("核对哪些关系", "Relations that are checked"),
    "method.predicate": _p("关系", "Relation"),
    "method.cardinality": _p("真值个数", "True values"),
    "method.severity": _p("危害", "Harm"),
    "method.unit": _p("单位与容差", "Unit and tolerance"),
    "method.claim_rules": _p("提取说法用到的规则", "Rules that found claims"),
    "method.removal_rules": _p("移除文字用到的规则", "Rules that removed text"),
    "method.repair_rules": _p("修复的种类", "Kinds of repairs"),
    "cardinality.single": _p("只有一个", "one"),
    "cardinality.closed": _p("几个，表里列全", "several, all listed"),
    "cardinality.multi": _p("几个，表里未必列全", "several, perhaps not all listed"),
    # tools of the list
    "tools.search": _p("搜索句子、主体、站点、编号", "Search everything"),
    "tools.filter": _p("筛选", "Filter"),
    "tools.all": _p("全部", "all"),
    "tools.sort": _p("排序", "Sort"),
    "tools.by_rank": _p("该先看的", "what matters most"),
    "tools.by_articles": _p("篇数", "articles"),
    "tools.by_date": _p("最近出现", "newest"),
    "tools.by_subject": _p("主体", "subject"),
    "tools.shown": _p("{n} 案", "{n} cases"),
    "tools.left": _p("已处理 {n}/{total}", "{n} of {total} decided"),
    "tools.saved": _p("导出处理结果（{n}）", "Export decisions ({n})"),
    "tools.export": _p("导出处理结果", "Export decisions"),
    "tools.keys": _p("快捷键", "Keys"),
    "tools.signed": _p("署名、审级、理由", "Name, stage, reason"),
    "tools.stage": _p("审级", "Stage"),
    "tools.expires": _p("到期日", "Until"),
    "tools.reason": _p("下一次处理的理由", "Reason for the next decision"),
    "stage.初审": _p("初审", "first (初审)"),
    "stage.复审": _p("复审", "second (复审)"),
    "stage.终审": _p("终审", "final (终审)"),
    "tools.by": _p("署名", "Your name"),
    "findings.kind": _p("判定", "Verdict"),
    "findings.tier": _p("层级", "Tier"),
    "findings.severity": _p("严重度", "Severity"),
    "keys.move": _p("下一案 / 上一案", "next / previous case"),
    "keys.accept": _p("采纳", "accept"),
    "keys.false_alarm": _p("误报（只对这一句）", "false alarm (this sentence)"),
    "keys.later": _p("稍后", "later"),
    "keys.fixed": _p("已更正", "corrected"),
    "keys.undo": _p("撤销", "undo"),
    "keys.open": _p("打开证据与全部出处", "open the evidence"),
    "keys.copy": _p("复制更正函（在案页）", "copy the letter (case page)"),
    "keys.search": _p("搜索", "search"),
    "keys.help": _p("显示快捷键", "show the keys"),
    "do.accept": _p("采纳", "Accept"),
    "do.false_alarm": _p("误报", "False alarm"),
    "do.later": _p("稍后", "Later"),
    "do.fixed": _p("已更正", "Corrected"),
    "do.link": _p("复制链接", "Copy link"),
    "do.fact": _p("复制补事实命令", "Copy facts command"),
    "do.undo": _p("撤销", "Undo"),
    # why nothing was decided: the codes of the judgements
    "code.no_fact": _p("事实表没有这一条", "the table has no such row"),
    "code.no_value": _p("句子没有说出值", "the sentence gives no value"),
    "code.question": _p("是问句", "it is a question"),
    "code.hypothetical": _p("是假设", "it is a supposition"),
    "code.planned": _p("是计划，还没发生", "it is a plan"),
    "code.denied": _p("引述出来是为了否认", "quoted in order to deny it"),
    "code.description": _p("是描述，不是名称", "a description, not a name"),
    "code.draft": _p("事实表只有草稿（没有出处）", "the table has a draft only"),
    "code.disputed": _p("事实表记为有争议", "recorded as disputed"),
    "code.no_exact": _p("事实表没有“属实”的一行", "no exact row"),
    "code.not_listed": _p("多值关系，事实表未必列全", "several values are possible, perhaps not all listed"),
    "code.only_other_time": _p("事实表只有别的时期", "rows of other times only"),
    "code.not_yet_valid": _p("那时还没有生效", "not yet valid then"),
    "code.past_unknown": _p("说的是过去，事实表没有当时的情况", "told of the past, which the table does not cover"),
    "code.measured": _p("是测得的数，不是限值", "a measurement, not the limit"),
    "code.similar_name": _p("名称太像，可能是同一个", "the names are too alike"),
    "code.near_accepted": _p("接近可接受的值", "close to an accepted value"),
    "code.not_comparable": _p("单位或口径不同，无法比较", "units cannot be compared"),
    "code.unit_unknown": _p("单位不明", "unit unknown"),
    "code.type_mismatch": _p("值的类型不符", "a value of another type"),
    "code.same_as_subject": _p("值就是主体自己", "the value is the subject"),
    "code.negated_open": _p("否定句，无法判定", "denied, cannot be decided"),
    "code.doubt": _p("读法有疑问", "the reading is in doubt"),
    "code.damaged_number": _p("数字残缺", "a damaged figure"),
    # why a finding is one: what the judgement's code and the relation's cardinality mean
    "why.wrong": _p("事实表把这种说法记为常见误传。", "The table records this as a common error."),
    "why.under_wrong": _p(
        "它属于事实表记为误传的一方。", "It belongs to a value that the table records as a common error."
    ),
    "why.former": _p("以前是这样，现在不是了，文中却当作现状。", "True formerly; the text states it as present."),
    "why.other_value.truth": _p("文中说的和事实表正相反。", "The text says the opposite of the table."),
    "why.other_value.single": _p(
        "这一项只有一个正确的值，文中写的是另一个。", "Only one value is right, and the text gives another."
    ),
    "why.other_value.closed": _p(
        "正确的值事实表已经列全，文中的不在其中。", "The table lists all right values; this is none of them."
    ),
    "why.unknown_name": _p(
        "文中的名称事实表不认识，和正确的值不同。", "The name is not in the table and differs from the right value."
    ),
    "why.negated_true": _p("文中否认的，正是事实表所记的。", "The text denies what the table records."),
    "why.attributed": _p("文中是转述别人的话，所以只作提示。", "The text reports somebody's words: only suggested."),
    "why.hedged": _p("文中语气不肯定，所以只作提示。", "The text is not sure of it: only suggested."),
    "why.guessed": _p("读法里有猜测，所以只作提示。", "Something was guessed in reading it: only suggested."),
    # compared with an earlier run
    "change.recurred": _p("复发", "Came back"),
    "change.recurred.lead": _p("处理过、已更正的说法又出现了。", "Noted as corrected once, and made again."),
    "change.new": _p("新增", "New"),
    "change.new.lead": _p("上次没有的说法。", "Claims that were not made before."),
    "change.still": _p("仍在", "Still there"),
    "change.still.lead": _p("上次就有，这次还在；换了位置或换了文章也算。", "Found both times, even if it moved."),
    "change.flipped": _p("因事实表而变", "Judged otherwise"),
    "change.flipped.lead": _p("说法没变，判定变了：事实表改过，或程序更新过。", "The same claim, another verdict."),
    "change.sentence_gone": _p("句子已不在", "Sentence gone"),
    "change.sentence_gone.lead": _p("文章还在，这句话没有了，可能已经更正。", "Perhaps corrected."),
    "change.article_gone": _p("文章已不在", "Article gone"),
    "change.article_gone.lead": _p("这次没有读到那篇文章。", "The article was not read this time."),
    "compare.empty": _p("两次都没有发现。", "Neither run found anything."),
    "compare.rest": _p("另有 {n} 案。", "{n} more."),
    # digest
    "page.digest": _p("简报（可打印）", "Digest for print"),
    "digest.lead": _p(
        "核查 {n} 篇，核对 {claims} 条说法，待办 {open} 案。", "{n} articles, {claims} claims, {open} open cases."
    ),
    "digest.worst": _p("最该先看的", "What matters most"),
    "digest.empty": _p("没有待办的案。", "No open case."),
}
