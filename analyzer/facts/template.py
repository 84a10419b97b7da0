"""The form of a template: ``{S}`` the subject, ``{V}`` the value, ``…`` a short gap, ``[a/b]`` alternatives."""

import re

from analyzer.language import Phrase
from analyzer.model import Predicate

SUBJECT, VALUE, GAP = "{S}", "{V}", "…"
_SLOT = re.compile(r"\{[^{}]*\}")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")


def fault(template: str, predicate: Predicate) -> tuple[Phrase, Phrase] | None:
    """Return what is wrong with a template and how to put it right, or None.

    A template of a boolean predicate states the true form and needs no ``{V}``.
    """
    slots = _SLOT.findall(template)
    strange = next((s for s in slots if s not in (SUBJECT, VALUE)), None)
    if strange:
        return (
            Phrase(f"句式里有不认识的 {strange}", f"the template has an unknown {strange}"),
            Phrase("只能写 {S}（主语）和 {V}（值）", "only {S} (subject) and {V} (value) are known"),
        )
    bare = _CHOICE.sub("", _SLOT.sub("", template))
    if any(c in bare for c in "[]{}"):
        return (
            Phrase(f"句式「{template}」的括号没有配对", f"the brackets of “{template}” do not pair"),
            Phrase("写成 [甲/乙/丙]，括号里不能再有括号", "write [a/b/c]; brackets do not nest"),
        )
    if slots.count(SUBJECT) != 1:
        return (
            Phrase(f"句式「{template}」要有一个 {{S}}", f"“{template}” needs one {{S}}"),
            Phrase("在主语的位置写 {S}", "write {S} where the subject stands"),
        )
    wanted = 0 if predicate.value_types[:1] == ("boolean",) else 1
    if slots.count(VALUE) > 1 or slots.count(VALUE) < wanted:
        return (
            Phrase(f"句式「{template}」要有一个 {{V}}", f"“{template}” needs one {{V}}"),
            Phrase("在值的位置写 {V}", "write {V} where the value stands"),
        )
    return None


def superfluous(template: str) -> tuple[Phrase, Phrase] | None:
    """Return what is wrong with a ``{V}`` in the true form of a boolean predicate, or None.

    A table that has one is read all the same, as it always was: the editor is told, and no new one is taken.
    """
    if VALUE not in template:
        return None
    return (
        Phrase(f"是非谓词的句式「{template}」里不该有 {{V}}", f"“{template}” of a boolean predicate has a {{V}}"),
        Phrase(
            "写“是”的说法，如 {S}是有机茶；值有多种就把 value_type 改成 text 或实体类型",
            "write the true form, such as {S}是有机茶; for several values make value_type text or an entity type",
        ),
    )


def literals(template: str) -> str:
    """Return the characters of a template that text must literally have (every alternative counted)."""
    return _SLOT.sub("", template).replace(GAP, "").translate(str.maketrans("", "", "[]/ "))
