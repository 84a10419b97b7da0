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
    "page.facts": _p("事实表", "Facts"),
    "page.coverage": _p("补哪些事实", "Missing facts"),
    "page.removed": _p("已移除", "Removed"),
    "page.method": _p("方法与局限", "Method"),
    "page.compare": _p("与上次比较", "Compared"),
    "page.digest": _p("简报", "Digest"),
    # worklist
    "index.lead": _p(
        "读了 {n} 篇文章，按危害 × 传播 × 把握排序。先看最上面的。",
        "{n} articles read; ordered by harm × reach × confidence. Begin at the top.",
    ),
    "index.affected": _p("受影响文章", "articles affected"),
    "index.list": _p("待看的案", "Cases"),
    "index.empty": _p(
        "没有发现与事实表不符的说法。读了 {n} 篇，核对了 {claims} 条说法，其中 {supported} 条与事实表一致。",
        "Nothing contradicts the fact table. {n} articles read, {claims} claims checked, "
        "{supported} of them agree with the table.",
    ),
    "index.empty_next": _p(
        "另有 {n} 条说法事实表里没有，可以看看该补哪些事实。",
        "{n} further claims are not in the table; see which facts would settle them.",
    ),
    "index.failed": _p("{n} 个文件没有读成", "{n} files could not be read"),
    "index.csv": _p("下载 findings.csv", "findings.csv"),
    "index.rest": _p(
        "这里列出前 {shown} 案；其余 {rest} 案在 findings.csv 里，开启 JavaScript 后也可在此搜索。",
        "The first {shown} cases; the other {rest} are in findings.csv and, with JavaScript on, in the list above.",
    ),
    "card.evidence": _p("证据与全部出处", "Evidence and all places"),
    "card.sides": _p("各方说法", "What they say"),
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
    "article.legend": _p("图例", "Legend"),
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
}
