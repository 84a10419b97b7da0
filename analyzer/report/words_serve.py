"""The words that only served pages show: the editor of facts, and what happens when two people decide at once."""

from collections.abc import Mapping

from analyzer.language import Phrase


def _p(zh: str, en: str) -> Phrase:
    return Phrase(zh=zh, en=en)


SERVE_WORDS: Mapping[str, Phrase] = {
    "page.desk": _p("查找与改事实", "Search and edit facts"),
    "serve.no_case": _p("报告里已没有这一案，请刷新页面。", "The report has no such case any more; reload the page."),
    "serve.no_fact": _p("事实表里没有这个编号。", "The table has no row with this id."),
    "serve.bad_request": _p("请求不完整，没有记入。", "The request was incomplete; nothing was recorded."),
    "serve.gone": _p("不再判断", "no longer judged"),
    "serve.clash": _p(
        "{by} 在你打开页面之后已记为“{theirs}”，你的“{mine}”还没有记入。",
        "{by} has recorded “{theirs}” since you opened this page; your “{mine}” is not recorded yet.",
    ),
    "serve.somebody": _p("另一位编辑", "Another editor"),
    "serve.change": _p("修改", "Edit"),
    "serve.mine": _p("仍记入我的", "Record mine as well"),
    "serve.theirs": _p("保留对方的", "Leave theirs"),
    "serve.unsaved": _p("没有保存", "Not saved"),
    "desk.search": _p("在事实、案和文章里查找", "Search facts, cases and articles"),
    "desk.facts": _p("事实", "Facts"),
    "desk.cases": _p("案", "Cases"),
    "desk.articles": _p("文章", "Articles"),
    "desk.nothing": _p("没有找到。", "Nothing found."),
    "desk.new": _p("添加事实", "Add a fact"),
    "desk.edit": _p("修改事实 {id}", "Edit fact {id}"),
    "desk.lead": _p(
        "边填边看：旁边列出上次核查的哪些结论会变。没有出处的行是草稿，不用于判定。保存之前什么也不写。",
        "As you type, the list shows which verdicts of the last run would change. A row without a source is a draft "
        "and decides nothing. Nothing is written before you save.",
    ),
    "desk.subject": _p("主语", "Subject"),
    "desk.predicate": _p("关系", "Relation"),
    "desk.value": _p("值", "Value"),
    "desk.grade": _p("性质", "Kind"),
    "desk.valid_from": _p("何时起", "Valid from"),
    "desk.valid_to": _p("何时止", "Valid until"),
    "desk.source_url": _p("出处网址", "Address of the source"),
    "desk.source_title": _p("出处标题", "Title of the source"),
    "desk.note": _p("备注", "Note"),
    "desk.checked_by": _p("核对人", "Checked by"),
    "desk.save": _p("保存", "Save"),
    "desk.reset": _p("另添一条", "Add another"),
    "desk.impact": _p("保存后会变的结论", "Verdicts that would change"),
    "desk.idle": _p("填好主语、关系和值，就会列出影响。", "Fill in subject, relation and value to see the effect."),
    "desk.counts": _p(
        "{count} 条说法的结论会变：新增 {new} 处报错，消失 {gone} 处。",
        "{count} verdicts change: {new} findings appear, {gone} disappear.",
    ),
    "desk.unchanged": _p("没有结论会变。", "No verdict changes."),
    "desk.beside": _p("这个问题已有的行", "Rows that answer this question already"),
    "desk.saved": _p("已保存：{line}", "Saved: {line}"),
    "desk.clash": _p(
        "没有保存：这一行（或同一问题的行）刚被别人改过。你填的还在表单里，下面是表里现在的；"
        "看过之后再按保存，就以你的为准。",
        "Not saved: somebody has just changed this row or one that answers the same question. Your words are still in "
        "the form; below is the table as it is now. Save again to let yours stand.",
    ),
    "desk.no_script": _p("这一页要开 JavaScript。", "This page needs JavaScript."),
}
