"""The sentence that tells an editor why: both values, the row, its source and the day it was checked."""

from analyzer.language import Phrase
from analyzer.model import Claim, Fact, FactTable, Grade, Stance, Truth, Verdict, show

# Code of a step → what it means, as the end of the sentence. A code without an entry is a doubt of the reader's, which
# brings its own words (``Claim.doubt``). Held complete by tests/verify/test_reasons.py.
STEPS: dict[str, Phrase] = {
    "exact": Phrase("与事实表相符", "agrees with the table"),
    "accepted": Phrase("说法不精确，但可以接受", "imprecise, but accepted"),
    "wrong": Phrase("事实表记为常见误传", "recorded as a common error"),
    "under_wrong": Phrase("它属于事实表记为误传的一方", "belongs to a value recorded as an error"),
    "former": Phrase("这是以前的情况，现已改变", "true formerly, since changed"),
    "former_told_as_past": Phrase("文中讲的是过去，与当时的记录相符", "told as past, and true then"),
    "ancestor": Phrase("说的是上级，不够精确", "names the parent, imprecise"),
    "descendant": Phrase("说的是下级，不够精确", "names a part, imprecise"),
    "rounded": Phrase("是四舍五入后的数", "a rounded figure"),
    "loose_bound": Phrase("与事实表不矛盾，但不够精确", "does not conflict, but is imprecise"),
    "wider_range": Phrase("范围比事实表宽，不够精确", "wider than the table, imprecise"),
    "overlap": Phrase("与事实表的范围只有部分重合", "overlaps the recorded range only in part"),
    "other_value": Phrase("与事实表不符", "differs from the table"),
    "unknown_name": Phrase("与事实表不符，且文中这个名称不在表内", "differs, and the name is not in the table"),
    "negated_true": Phrase("文中否认的正是事实表的记录", "denies what the table records"),
    "negated_false": Phrase("文中的否认与事实表相符", "the denial agrees with the table"),
    "negated_open": Phrase("文中否认的不是精确值，不判断", "denies no exact value: not judged"),
    "question": Phrase("这是问句，不判断", "a question: not judged"),
    "hypothetical": Phrase("这是假设，不判断", "a supposition: not judged"),
    "planned": Phrase("说的是计划，不判断", "a plan: not judged"),
    "denied": Phrase("文中引述它是为了否认，不判断", "quoted in order to deny it: not judged"),
    "no_fact": Phrase("事实表没有这一条", "the table has no such fact"),
    "no_value": Phrase("文中没有给出可比较的值", "the text gives no value"),
    "no_exact": Phrase("事实表没有这一项的精确值，无从比较", "the table has no exact value"),
    "only_other_time": Phrase("事实表的记录不适用于文中所说的时间", "the table covers other times only"),
    "not_yet_valid": Phrase("按文章日期，事实表的这条记录当时还没有生效", "the row was not yet valid then"),
    "past_unknown": Phrase("文中讲的是过去，事实表没有那时的记录", "told as past, which the table does not cover"),
    "measured": Phrase("文中讲的是实际测得的数，不是限值，不判断", "a measurement, not the limit: not judged"),
    "not_listed": Phrase("这一项可以有多个值，事实表未必列全", "several values are possible; the table may lack some"),
    "not_comparable": Phrase("与事实表的值无法比较", "cannot be compared with the table"),
    "disputed": Phrase("事实表记为有争议，不判断", "recorded as disputed: not judged"),
    "draft": Phrase("事实表的这一条没有来源，还是草稿，不判断", "the row has no source: a draft"),
    "near_accepted": Phrase("与事实表可接受的值相近，不判断", "close to an accepted value: not judged"),
    "similar_name": Phrase("名称与事实表的值相近，可能是同一个", "the name resembles the recorded one"),
    "description": Phrase("文中的值是泛称，不是具体名称", "a description, not a name"),
    "type_mismatch": Phrase("文中的值与这一项要求的类别不同", "the value is of another type"),
    "same_as_subject": Phrase("文中的值就是主语自己", "the value is the subject itself"),
    "unit_unknown": Phrase("文中数字的单位与事实表无法换算", "the unit cannot be converted"),
    "other_level": Phrase(
        "文中的地名与事实表的级别不同，可能一个包含另一个", "a place of another level: one may lie in the other"
    ),
    "doubt": Phrase("文中这一处读不准，不判断", "the passage cannot be read for certain"),
}
TOLD: dict[Stance, Phrase] = {
    Stance.NEGATED: Phrase("文中否认", "The text denies that"),
    Stance.QUESTION: Phrase("文中问", "The text asks whether"),
    Stance.HYPOTHETICAL: Phrase("文中假设", "The text supposes that"),
    Stance.HEDGED: Phrase("文中推测", "The text supposes that"),
    Stance.ATTRIBUTED: Phrase("文中转述", "The text reports that"),
    Stance.DENIED: Phrase("文中引述", "The text quotes that"),
    Stance.PLANNED: Phrase("文中说计划", "The text plans that"),
}
LEADS: dict[Verdict, Phrase] = {
    Verdict.CONTRADICTED: Phrase("正确的是", "right is"),
    Verdict.OUTDATED: Phrase("现在是", "now it is"),
    Verdict.IMPRECISE: Phrase("精确的是", "precise is"),
}
# So many true values are listed; more would bury the point.
SHOWN = 3
ASSERTED = Phrase("文中说", "The text says that")


def reason_of(
    claim: Claim, table: FactTable, verdict: Verdict, code: str, fact: Fact | None, right: tuple[Fact, ...]
) -> Phrase:
    """Return two short sentences: what the text says, and what the table has against or for it.

    ``right`` are the exact rows valid at the claim's time. The true value stands first; a recorded misconception or a
    former value only names its row. A source that several rows share is named once.
    """
    said = _said(claim, table)
    step = STEPS.get(code) or claim.doubt or STEPS["doubt"]
    if code == "doubt" and claim.doubt is not None:
        step = claim.doubt
    lead = LEADS[Verdict.CONTRADICTED] if code == "negated_false" else LEADS.get(verdict)
    shown = right[:SHOWN] if lead and right else (fact,) if fact else ()
    if lead is None or not right:
        wrong = fact is not None and fact.grade is Grade.WRONG
        lead = (
            Phrase("事实表记为误传的是", "recorded as an error is")
            if wrong
            else Phrase("事实表记的是", "the table has")
        )
    zh, en = step.zh, step.en
    if shown:
        cites = _cites(shown, table)
        zh += (
            f"：{lead.zh}"
            + "、".join(c.zh for c in cites)
            + ("等" if len(shown) < len(right) and shown[0] in right else "")
        )
        en += f": {lead.en} " + ", ".join(c.en for c in cites)
    if fact is not None and fact not in shown:
        value = show(fact.value, table, fact.written)
        until = f"，到{fact.valid_to}为止" if fact.valid_to else ""
        zh += f"；“{value}”见 {fact.id}{until}"
        en += f'; for "{value}" see {fact.id}'
    return Phrase(zh=f"{said.zh}。{zh}。", en=f"{said.en}. {en[:1].upper()}{en[1:]}.")


def _said(claim: Claim, table: FactTable) -> Phrase:
    """Return what is claimed, in the editor's own names: 文中说微粒贷的运营方是“…”."""
    told = TOLD.get(claim.stance, ASSERTED)
    entity = table.entities.get(claim.subject_id)
    subject = entity.name if entity else claim.subject
    predicate = table.predicates.get(claim.predicate)
    label = predicate.label if predicate else claim.predicate
    truth = isinstance(claim.value, Truth)
    value = show(claim.value, table) if truth else claim.written or show(claim.value, table)
    # A yes/no property is a sentence by itself: “上征信”一项 makes it a thing that can be 是 or 否.
    what = f"“{label}”一项" if truth else label
    return Phrase(f"{told.zh}{subject}的{what}是“{value}”", f'{told.en} "{label}" of {subject} is "{value}"')


def _cites(rows: tuple[Fact, ...], table: FactTable) -> list[Phrase]:
    """Return rows as citations: value, id, time of validity, source and check date, each source once."""
    seen: set[str] = set()
    cites = []
    for fact in rows:
        source = fact.source_title or fact.source_url
        parts_zh, parts_en = [fact.id], [fact.id]
        if fact.valid_from or fact.valid_to:
            since, until = fact.valid_from or "", fact.valid_to or ""
            parts_zh.append(f"{since}至{until}" if since and until else f"{since}起" if since else f"到{until}为止")
            parts_en.append(f"{since or '…'} to {until or 'now'}")
        if source and source not in seen:
            seen.add(source)
            parts_zh.append(f"《{source}》" if fact.source_title and "《" not in source else source)
            parts_en.append(source)
            if fact.checked_on:
                parts_zh.append(f"{fact.checked_on} 核对")
                parts_en.append(f"checked {fact.checked_on}")
        value = show(fact.value, table, fact.written)
        cites.append(Phrase(f"“{value}”（{'，'.join(parts_zh)}）", f'"{value}" ({", ".join(parts_en)})'))
    return cites
