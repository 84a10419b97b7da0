"""The sentence families: each takes a fact and its spelling and makes sentences whose verdict is known.

Generated text tests grammar, not language: it shows whether a template works in the surroundings that pages put it
into. Every family yields (text, wants); text that must stay silent has no wants.
"""

from collections.abc import Iterator
from dataclasses import replace

from analyzer.language import Phrase
from analyzer.model import Cardinality, EntityValue, Quantity, Shape, Stance, Truth, Value, Verdict
from analyzer.trials.damage import glossed, spaced, traditional, wide
from analyzer.trials.model import Family, Material, Said, Want
from analyzer.trials.wording import in_period, verdict_of, ways

Made = Iterator[tuple[str, tuple[Want, ...]]]


def want(
    m: Material, said: Said, stance: Stance = Stance.ASSERTED, subject: str = "", must: bool = True, past: bool = False
) -> Want:
    """Return the want for a statement about the material's subject (or another one)."""
    who = subject or m.subject.id
    verdict = verdict_of(who, m.predicate.id, said.value, m.table, stance, past)
    value: Value | None = None if isinstance(said.value, Truth) else said.value
    tentative = stance in (Stance.HEDGED, Stance.ATTRIBUTED)
    return Want(
        subject=who,
        predicate=m.predicate.id,
        value=value,
        verdicts=frozenset({verdict}),
        must=must,
        tentative=tentative,
    )


def _yes_no(m: Material) -> bool:
    return isinstance(m.true.value, Truth)


def _stated(m: Material) -> Iterator[tuple[str, Said]]:
    """Yield (clause, what it says) for the true and the false value; of yes and no, what the template states."""
    if _yes_no(m):
        yield m.form.say(m.subject.name), Said(value=Truth(true=True), words="")
        return
    yield m.form.say(m.subject.name, m.true.words), m.true
    if m.false is not None:
        yield m.form.say(m.subject.name, m.false.words), m.false


def _tail(m: Material) -> str:
    """Return what makes a whole sentence: a template that ends with the subject is often only a phrase."""
    return "。" if m.form.subject_first else ",不少人都在关注。"


def plain(m: Material) -> Made:
    """State it."""
    for clause, said in _stated(m):
        yield clause + _tail(m), (want(m, said),)


def dressed(m: Material) -> Made:
    """State it as farm pages do, with a formula before and a clause after."""
    for clause, said in _stated(m):
        yield f"众所周知,{clause},在业内有着不错的口碑。", (want(m, said),)
        yield f"小编查阅资料后了解到,{clause},希望对大家有所帮助。", (want(m, said),)


def quoted_name(m: Material) -> Made:
    """Put the subject into quotation marks, which says nothing about stance."""
    for clause, said in _stated(m):
        yield clause.replace(m.subject.name, f"“{m.subject.name}”", 1) + _tail(m), (want(m, said),)


def topic_chain(m: Material) -> Made:
    """Leave the subject to the clause before, or to the sentence before."""
    if not m.form.subject_first or not m.form.rest("甲")[:1].isalpha() or m.form.rest().startswith(("等", "这")):
        return
    for clause, said in _stated(m):
        rest = clause.removeprefix(m.subject.name).removeprefix("的")
        yield f"{m.subject.name}近年来受到不少人的关注,{rest}。", (want(m, said),)
        yield f"说起{m.subject.name},很多人都不陌生。它{rest}。", (want(m, said, must=False),)


def modified_value(m: Material) -> Made:
    """Put words of praise before a named value."""
    if not isinstance(m.true.value, EntityValue):
        return
    for said in (s for s in (m.true, m.false) if s):
        yield m.form.say(m.subject.name, "大家熟悉的" + said.words) + _tail(m), (want(m, said),)


def other_words(m: Material) -> Made:
    """Write the value in other ways: an alias, Chinese numerals, separators."""
    for said in (s for s in (m.true, m.false) if s and not _yes_no(m)):
        for words in ways(in_period(said.value, m.form.text), m.table, said.words)[1:]:
            yield m.form.say(m.subject.name, words) + _tail(m), (want(m, said),)


def other_names(m: Material) -> Made:
    """Call the subject by its aliases."""
    for alias in m.subject.aliases[:3]:
        for clause, said in _stated(m):
            yield clause.replace(m.subject.name, alias, 1) + _tail(m), (want(m, said),)


def _denied(rest: str) -> str:
    """Return what follows the subject, denied: 不是 for 是, 并非 before any other verb."""
    return "不" + rest if rest.startswith("是") else "并非" + rest


def negated(m: Material) -> Made:
    """Deny it: true if the value is false, a contradiction if it is the true one."""
    if not m.form.verbal:
        return
    for clause, said in _stated(m):
        rest = clause.removeprefix(m.subject.name)
        yield f"{m.subject.name}{_denied(rest)}。", (want(m, said, Stance.NEGATED),)


def not_but(m: Material) -> Made:
    """Say 并非甲而是乙: two claims, and the order decides."""
    if not m.form.verbal or m.false is None or _yes_no(m):
        return
    for first, second in ((m.false, m.true), (m.true, m.false)):
        text = (
            f"{m.subject.name}{_denied(m.form.rest(first.words))},而是{m.form.rest(second.words).removeprefix('是')}。"
        )
        yield text, (want(m, first, Stance.NEGATED, must=False), want(m, second))


def double_negation(m: Material) -> Made:
    """Deny the denial of what is true: asserted, or silence."""
    if not _yes_no(m) and m.form.subject_first:
        clause = m.form.say(m.subject.name, m.true.words)
        yield f"谁也不能否认,{clause}。", (want(m, m.true, must=False),)
        yield f"不得不承认{clause}。", (want(m, m.true, must=False),)


def questioned(m: Material) -> Made:
    """Ask it, with a mark and without."""
    if not m.form.subject_first:
        return
    for clause, _ in _stated(m):
        rest = clause.removeprefix(m.subject.name)
        yield f"{clause}吗?", ()
        yield f"{clause}吗", ()
        yield f"{clause}是真的吗", ()
        if m.form.verbal:
            yield f"{m.subject.name}是不是{rest}", ()
            yield f"{m.subject.name}到底是不是{rest}呢?很多人都想弄清楚这个问题。", ()


def alternative(m: Material) -> Made:
    """Ask which of two: 还是 is no 是."""
    if m.form.subject_first and m.form.value_last and m.false is not None and not _yes_no(m):
        yield f"{m.form.say(m.subject.name, m.true.words)}还是{m.false.words}?", ()
        yield f"{m.form.say(m.subject.name, m.false.words)}还是{m.true.words}", ()


def rhetorical(m: Material) -> Made:
    """Ask in order to deny."""
    if m.form.verbal:
        for clause, _ in _stated(m):
            yield f"难道{clause}吗?", ()
            yield f"{m.subject.name}怎么可能{clause.removeprefix(m.subject.name)}?", ()


def supposed(m: Material) -> Made:
    """Suppose it."""
    if m.form.subject_first:
        for clause, _ in _stated(m):
            yield f"如果{clause},情况就完全不一样了。", ()
            yield f"倘若{clause},那么大家的看法恐怕会改变。", ()


def refuted(m: Material) -> Made:
    """Quote it in order to deny it."""
    if m.form.subject_first:
        for clause, _ in _stated(m):
            yield f"网传“{clause}”,系谣言。", ()
            yield f"“{clause}”的说法并不属实。", ()
            yield f"很多人以为{clause},其实这是误解。", ()
            yield f"关于{clause}的传闻已被辟谣。", ()


def reported(m: Material) -> Made:
    """Let somebody else say it: at most a suggestion."""
    if m.form.subject_first:
        for clause, said in _stated(m):
            yield f"有网友留言称,{clause}。", (want(m, said, Stance.ATTRIBUTED, must=False),)
            yield f"一位读者在评论里说:“{clause}。”", (want(m, said, Stance.ATTRIBUTED, must=False),)


def hedged(m: Material) -> Made:
    """Say it with a reserve: at most a suggestion."""
    if m.form.subject_first:
        for clause, said in _stated(m):
            yield f"据说{clause}。", (want(m, said, Stance.HEDGED, must=False),)
            if m.form.verbal:
                rest = clause.removeprefix(m.subject.name)
                yield f"{m.subject.name}似乎{rest}。", (want(m, said, Stance.HEDGED, must=False),)


def planned(m: Material) -> Made:
    """Speak of a plan."""
    if m.form.verbal:
        for clause, _ in _stated(m):
            yield f"{m.subject.name}计划明年{clause.removeprefix(m.subject.name)}。", ()


def contrasted(m: Material) -> Made:
    """Set another subject beside it: each keeps its own value."""
    if m.other is None or m.other_true is None or not m.form.subject_first or _yes_no(m):
        return
    mine, yours = m.form.say(m.subject.name, m.true.words), m.form.say(m.other.name, m.other_true.words)
    theirs = want(m, m.other_true, subject=m.other.id)
    yield f"与{m.other.name}不同,{mine}。", (want(m, m.true),)
    yield f"{yours},而{mine}。", (theirs, want(m, m.true))
    yield f"{m.other.name}和{m.subject.name}不是一回事,{yours},{mine}。", (theirs, want(m, m.true))


def respectively(m: Material) -> Made:
    """Pair subjects and values in order with 分别."""
    if m.other is None or m.other_true is None or not (m.form.verbal and m.form.value_last) or _yes_no(m):
        return
    names = f"{m.other.name}和{m.subject.name}"
    if m.other_true.words != m.true.words:
        text = f"{names}分别{m.form.rest(f'{m.other_true.words}和{m.true.words}')}。"
        yield text, (want(m, m.other_true, subject=m.other.id), want(m, m.true))
        text = f"{names}分别{m.form.rest(f'{m.true.words}和{m.other_true.words}')}。"
        yield text, (want(m, m.true, subject=m.other.id), want(m, m.other_true))


def together(m: Material) -> Made:
    """Say one thing of two subjects with 都."""
    if m.other is None or not m.form.verbal or _yes_no(m):
        return
    wants = (want(m, m.true), want(m, m.true, subject=m.other.id, must=False))
    yield f"{m.subject.name}和{m.other.name}都{m.form.rest(m.true.words)}。", wants


def relative(m: Material) -> Made:
    """Turn the clause into a modifier of the subject."""
    if m.form.verbal and not m.form.text.endswith("的"):
        for clause, said in _stated(m):
            rest = clause.removeprefix(m.subject.name)
            if not rest.startswith(("是", "为")):
                yield f"{rest}的{m.subject.name}一直备受关注。", (want(m, said, must=False),)


def run_on(m: Material) -> Made:
    """Leave out the comma after the clause."""
    if m.form.subject_first:
        for clause, said in _stated(m):
            yield f"{clause}凭借多年的积累赢得了大家的认可。", (want(m, said),)


def labelled(m: Material) -> Made:
    """Write it as a line of a fact box: label, colon, value."""
    if _yes_no(m) or not m.predicate.label.isalpha():
        return
    for said in (s for s in (m.true, m.false) if s):
        yield f"{m.subject.name}的{m.predicate.label}:{said.words}", (want(m, said, must=False),)


def unrelated(m: Material) -> Made:
    """Name subject and value without relating them."""
    yield f"一、{m.subject.name}的{m.predicate.label}", ()
    if isinstance(m.true.value, EntityValue):
        for said in (s for s in (m.true, m.false) if s):
            yield f"{m.subject.name}、{said.words}都是大家经常提到的名字。", ()
            yield f"不少人会把{m.subject.name}和{said.words}放在一起比较。", ()
            yield f"本文介绍{said.words},也会谈到{m.subject.name}。", ()


def damaged(m: Material) -> Made:
    """Damage the sentence as scraped pages are damaged; the verdict stays, if only as a suggestion."""
    for clause, said in _stated(m):
        text = clause + _tail(m)
        for change in (traditional, glossed, wide, spaced):
            yield change(text, m.subject.name), (want(m, said, must=change is not spaced),)


def retold(m: Material) -> Made:
    """Say it twice in one text: one claim."""
    for clause, said in _stated(m):
        text = clause + _tail(m)
        yield f"{text}\n\n这里再提醒一次各位读者朋友。\n\n{text}", (want(m, said),)


def present(m: Material) -> Made:
    """Date it to the present, by a word or by the year of the newest check."""
    if not m.form.subject_first:
        return
    for clause, said in _stated(m):
        yield f"如今,{clause}。", (want(m, said),)
        if m.table.newest_check is not None:
            yield f"截至{m.table.newest_check.year}年,{clause}。", (want(m, said),)


def approximate(m: Material) -> Made:
    """Put 约 before a figure: near the true one it is right, far from it wrong."""
    for said in (s for s in (m.true, m.false) if s):
        if isinstance(said.value, Quantity) and said.value.low == said.value.high:
            rough = Said(value=replace(said.value, shape=Shape.ABOUT), words=f"约{said.words}")
            yield m.form.say(m.subject.name, rough.words) + _tail(m), (want(m, rough),)


def bracketed(m: Material) -> Made:
    """Put the clause into brackets behind the subject."""
    if m.form.verbal:
        for clause, said in _stated(m):
            rest = clause.removeprefix(m.subject.name)
            yield f"{m.subject.name}({rest})近来备受关注。", (want(m, said, must=False),)


def former(m: Material) -> Made:
    """Tell a value that has changed, as present and as past."""
    if not m.form.subject_first or _yes_no(m) or m.predicate.cardinality is Cardinality.MULTI:
        return
    for row in m.table.by_key[m.subject.id, m.predicate.id]:
        said = Said(value=row.value, words=_words(m, row.value, row.written))
        ended = verdict_of(m.subject.id, m.predicate.id, said.value, m.table, Stance.ASSERTED) is Verdict.OUTDATED
        if ended and row.valid_to is not None:
            clause = m.form.say(m.subject.name, said.words)
            yield f"目前,{clause}。", (want(m, said, must=False),)
            yield f"{row.valid_to.year - 1}年时,{clause}。", ()
            if m.form.verbal:
                text = f"{m.subject.name}曾{m.form.rest(said.words)}。"
                yield text, (want(m, said, must=False, past=True),)


def _words(m: Material, value: Value, written: str) -> str:
    return ways(value, m.table, written)[0]


def _family(name: str, zh: str, make: object) -> Family:
    doc = (make.__doc__ or "").strip().splitlines()[0].rstrip(".")
    return Family(name=name, title=Phrase(zh=zh, en=doc), make=make)  # type: ignore[arg-type]


FAMILIES: tuple[Family, ...] = (
    _family("plain", "直接陈述", plain),
    _family("dressed", "前后有套话", dressed),
    _family("quoted_name", "主语加引号", quoted_name),
    _family("topic_chain", "承前省略主语", topic_chain),
    _family("modified_value", "值前有修饰语", modified_value),
    _family("other_words", "值的其他写法", other_words),
    _family("other_names", "主语用别名", other_names),
    _family("negated", "否定", negated),
    _family("not_but", "并非甲而是乙", not_but),
    _family("double_negation", "双重否定", double_negation),
    _family("questioned", "疑问", questioned),
    _family("alternative", "选择问", alternative),
    _family("rhetorical", "反问", rhetorical),
    _family("supposed", "假设", supposed),
    _family("refuted", "辟谣", refuted),
    _family("reported", "转述", reported),
    _family("hedged", "推测", hedged),
    _family("planned", "计划", planned),
    _family("contrasted", "对比", contrasted),
    _family("respectively", "分别", respectively),
    _family("together", "都", together),
    _family("relative", "定语从句", relative),
    _family("run_on", "缺标点", run_on),
    _family("labelled", "标签和冒号", labelled),
    _family("unrelated", "只是同时提到", unrelated),
    _family("damaged", "文字受损", damaged),
    _family("retold", "重复", retold),
    _family("present", "说明是现在", present),
    _family("approximate", "约数", approximate),
    _family("bracketed", "放在括号里", bracketed),
    _family("former", "以前的值", former),
)
