"""Questions as users type them: none of them asserts anything, most carry no question mark."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from analyzer.model import FactTable, Truth
from analyzer.trials.examine import materials_of
from analyzer.trials.model import Material

# {C} the clause, {S} the subject, {R} the clause without it, {L} the predicate's label, {V} the value, {W} a false one.
OPENINGS = (
    "",
    "请问",
    "想问一下",
    "求助,",
    "有人知道",
    "我想知道",
    "弱弱地问一句,",
    "各位大神,",
    "谁能告诉我",
    "麻烦问下",
)
CORES = [
    "{C}吗",
    "{C}么",
    "{C}对吗",
    "{C}对不对",
    "{C}是真的吗",
    "{C}是真的假的",
    "{C}是不是真的",
    "{C}有没有这回事",
    "{C}没有",
    "是不是{C}",
    "是否{C}",
    "{S}是不是{R}",
    "{S}是否{R}",
    "{S}到底是不是{R}",
    "{S}究竟是不是{R}",
    "{S}会不会{R}",
    "{S}不是{R}吗",
    "{S}难道{R}吗",
    "{S}真的{R}吗",
    "{S}真{R}吗",
    "为什么{C}",
    "为啥{C}",
    "为什么说{C}",
    "凭什么说{C}",
    "{C}是怎么回事",
    "怎么知道{C}是不是真的",
    "如何判断{C}",
    "怎样查询{C}是否属实",
    "{C}还是{W}",
    "{S}是{V}还是{W}",
    "{S}的{L}是谁",
    "{S}的{L}是什么",
    "{S}的{L}是哪个",
    "{S}的{L}是多少",
    "{S}的{L}到底是{V}还是{W}",
    "{S}的{L}是不是{V}",
    "{S}的{L}是{V}吗",
    "{S}和{V}是什么关系",
    "{S}跟{V}有关系吗",
    "{S}属于谁",
    "{S}属于哪家",
    "{S}属于{V}吗",
    "{S}是谁的",
    "{S}是{V}的吗",
    "{S}是不是{V}的",
    "谁知道{S}是不是{R}",
    "{S}到底{R}不",
    "{C},这话对吗",
    "{C}这个说法可信吗",
]
PARTICLES = ("呢", "啊")
ENDINGS = ("", "?", "?", *PARTICLES, ",求解答", ",在线等", " 谢谢")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question and the form it was made from."""

    form: str
    text: str


def questions_of(table: FactTable, limit: int = 0) -> Iterator[Question]:
    """Yield questions about a table, every form (opening × core × ending) once, the facts taking turns.

    ``limit`` stops after so many (0: all forms); forms are then taken evenly over the whole list.
    """
    materials = [m for m in materials_of(table) if m.form.verbal and m.false is not None]
    if not materials:
        return
    forms = [o + c + e for c, e, o in product(CORES, ENDINGS, OPENINGS) if _natural(o, c, e)]
    step = max(1, len(forms) // limit) if limit else 1
    for turn, form in enumerate(forms[::step][: limit or None]):
        named = "{V}" in form or "{W}" in form
        usable = [m for m in materials if not isinstance(m.true.value, Truth)] if named else materials
        if usable:
            yield Question(form=form, text=_fill(form, usable[turn % len(usable)], turn % 2 == 0))


def _natural(opening: str, core: str, ending: str) -> bool:
    """Return whether the parts go together: one particle at the end, one asking phrase at the beginning."""
    return not (ending in PARTICLES and core.endswith(("吗", "么", "不", "没有"))) and not (
        opening and core.startswith(("谁", "是"))
    )


def _fill(form: str, m: Material, truly: bool) -> str:
    false = m.false or m.true
    said, counter = (m.true, false) if truly else (false, m.true)
    slots = {
        "{C}": m.form.say(m.subject.name, said.words),
        "{R}": m.form.rest(said.words),
        "{S}": m.subject.name,
        "{L}": m.predicate.label,
        "{V}": said.words,
        "{W}": counter.words,
    }
    for slot, words in slots.items():
        form = form.replace(slot, words)
    return form
