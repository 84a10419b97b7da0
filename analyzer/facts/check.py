"""What is readable but deserves a look: drafts, collisions, overlaps, contradictions, old checks, loose templates."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from analyzer.errors import Problem
from analyzer.facts.cells import SCALARS
from analyzer.facts.columns import ENTITIES, FACTS, PREDICATES
from analyzer.facts.complaints import Complaints
from analyzer.facts.hints import nearest
from analyzer.facts.sheet import Row
from analyzer.facts.table import Folder
from analyzer.facts.template import literals, superfluous
from analyzer.fold import fold
from analyzer.language import Phrase
from analyzer.model import Cardinality, Fact, FactTable, Grade, PartialDate, Predicate, Value
from analyzer.values.units import SPELLINGS, is_known

# A source is asked for again after this many days: the "not checked for a year".
STALE_DAYS = 365
# What people put between names of a list; a title that has one (《甲、乙管理办法》) is one name.
_BETWEEN = re.compile("[、；;]")
_TITLED = re.compile("[《》“”「」]|(?:法|办法|规定|条例|通知|意见)$")
_ADDRESS = re.compile(r"https?://[^\s/]+\S*")


def notes_of(folder: Folder, today: date | None = None, options: str = "") -> list[Problem]:
    """Return the notes on a table without errors, in file order; ``today`` also asks for old checks.

    ``options`` stand behind the commands that a note offers, so that they find this folder.
    """
    table = folder.table
    if table is None:
        return []
    facts, entities, predicates = (Complaints(folder.sheets[name]) for name in (FACTS, ENTITIES, PREDICATES))
    rows = {name: {row.number: row for row in sheet.rows} for name, sheet in folder.sheets.items()}
    for complain in (entities, predicates, facts):
        _formulas(complain)
    _collisions(table, entities, rows[ENTITIES])
    _lists(table, entities, rows[ENTITIES])
    _templates(table, predicates, rows[PREDICATES])
    _predicates(table, predicates, rows[PREDICATES])
    for fact in table.facts:
        _source(fact, facts, rows[FACTS][fact.row], today, options)
    for key in table.by_key:
        _rivals(table, key, facts, rows[FACTS])
    found = [*entities.found, *predicates.found, *facts.found]
    order = {ENTITIES: 0, PREDICATES: 1, FACTS: 2}
    return sorted(found, key=lambda p: (order[p.file], p.row))


def _formulas(complain: Complaints) -> None:
    """Cells that a spreadsheet would calculate: whoever opens the file sees something else, or worse."""
    for row in complain.sheet.rows:
        suspect = any(c.lstrip().startswith(("=", "@")) for c in row.cells)
        for column, cell in complain.sheet.record(row).items() if suspect else ():
            if cell.startswith(("=", "@")):
                complain.add(
                    row,
                    column,
                    Phrase("Excel 会把这一格当公式", "a spreadsheet takes this cell for a formula"),
                    Phrase("去掉开头的 = 或 @", "take away the leading = or @"),
                    "note",
                )


def _lists(table: FactTable, complain: Complaints, rows: dict[int, Row]) -> None:
    """Several names typed as one: a list in a cell is separated by | alone."""
    for entity in table.entities.values():
        for alias in entity.aliases:
            parts = [p for p in _BETWEEN.split(alias) if p]
            if len(parts) > 1 and not _TITLED.search(alias):
                joined = "|".join(parts)
                complain.add(
                    rows[entity.row],
                    "aliases",
                    Phrase(f"「{alias}」算一个名称", f"“{alias}” is taken for one name"),
                    Phrase(f"是几个名称就用 | 隔开：{joined}", f"if it is several, put | between them: {joined}"),
                    "note",
                )


def _collisions(table: FactTable, complain: Complaints, rows: dict[int, Row]) -> None:
    """Names that two entities share: text that uses one cannot be told apart."""
    owners: dict[str, list[str]] = defaultdict(list)
    for entity in table.entities.values():
        for name in dict.fromkeys(fold(n) for n in (entity.name, *entity.aliases)):
            owners[name].append(entity.id)
    for name, ids in owners.items():
        for later in ids[1:]:
            entity, first = table.entities[later], table.entities[ids[0]]
            column = "name" if fold(entity.name) == name else "aliases"
            complain.add(
                rows[entity.row],
                column,
                Phrase(
                    f"名称「{name}」与第 {first.row} 行的 {first.id} 相同，文中出现时分不清是谁",
                    f"“{name}” also names {first.id} in row {first.row}; text cannot tell them apart",
                ),
                Phrase("从其中一个删掉这个名称", "take the name out of one of them"),
                "note",
            )


def _templates(table: FactTable, complain: Complaints, rows: dict[int, Row]) -> None:
    seen: dict[str, list[str]] = defaultdict(list)
    types = {e.type for e in table.entities.values()}
    for predicate in table.predicates.values():
        add = _adder(complain, rows[predicate.row], "templates")
        if not predicate.templates:
            add(
                Phrase("没有句式，文中认不出这个谓词", "has no template: text is never read as this predicate"),
                Phrase("写至少一个句式，如 {S}由{V}推出", "write at least one, such as {S}由{V}推出"),
            )
        for template in predicate.templates:
            if not literals(template):
                add(
                    Phrase(f"句式「{template}」没有一个实字，什么都会匹配", f"“{template}” matches everything"),
                    Phrase("加上动词或名词，如 {S}属于{V}", "add a verb or noun, such as {S}属于{V}"),
                )
            for other in seen[template]:
                rival = table.predicates[other]
                if set(rival.subject_types) & set(predicate.subject_types) and set(rival.value_types) & set(
                    predicate.value_types
                ):
                    add(
                        Phrase(f"句式「{template}」也是 {other} 的", f"“{template}” is also a template of {other}"),
                        Phrase("一句话会算成两条说法，只留一个", "one sentence would make two claims; keep one"),
                    )
            seen[template].append(predicate.id)
        scalar = predicate.value_types[0] in SCALARS
        named = [("subject_type", k) for k in predicate.subject_types]
        named += [] if scalar else [("value_type", k) for k in predicate.value_types]
        for column, kind in named:
            if kind not in types:
                near = nearest(kind, types)
                complain.add(
                    rows[predicate.row],
                    column,
                    Phrase(f"没有类型为 {kind} 的实体", f"no entity has the type {kind}"),
                    Phrase(
                        (f"你是不是想写 {near}？" if near else "改类型") + "，或添加这类实体",
                        (f"did you mean {near}?" if near else "correct the type") + " or add such entities",
                    ),
                    "note",
                )


def _predicates(table: FactTable, complain: Complaints, rows: dict[int, Row]) -> None:
    """Labels that two predicates share, true forms with a value, units that no figure can be converted to."""
    first: dict[str, Predicate] = {}
    for predicate in table.predicates.values():
        row = rows[predicate.row]
        earlier = first.setdefault(fold(predicate.label), predicate)
        if earlier is not predicate:
            complain.add(
                row,
                "label",
                Phrase(
                    f"名称「{predicate.label}」与第 {earlier.row} 行的 {earlier.id} 相同，按名称分不清是哪一个",
                    f"“{predicate.label}” is also the label of {earlier.id} in row {earlier.row}: a name cannot tell",
                ),
                Phrase("给其中一个换个名称", "give one of them another label"),
                "note",
            )
        for template in predicate.templates if predicate.value_types == ("boolean",) else ():
            if wrong := superfluous(template):
                complain.add(row, "templates", *wrong, "note")
        if predicate.value_types[0] == "number" and not is_known(predicate.unit):
            near = nearest(predicate.unit, SPELLINGS)
            complain.add(
                row,
                "unit",
                Phrase(
                    f"不认识的单位：不会换算，文中只认照字面写的「3{predicate.unit}」",
                    f"an unknown unit: nothing is converted, text must say it word for word (3{predicate.unit})",
                ),
                Phrase(
                    (f"你是不是想写 {near}？" if near else "写错了就改成常用的单位") + "，没有写错就不用改",
                    (f"did you mean {near}?" if near else "if it is misspelt, write a common unit") + " else leave it",
                ),
                "note",
            )


def _adder(complain: Complaints, row: Row, column: str) -> Callable[[Phrase, Phrase], None]:
    return lambda what, fix: complain.add(row, column, what, fix, "note")


def _source(fact: Fact, complain: Complaints, row: Row, today: date | None, options: str) -> None:
    if fact.draft:
        complain.add(
            row,
            "source_url",
            Phrase("没有出处，算草稿：保留，但不用来判定", "has no source: a draft, kept but never used to judge"),
            Phrase("填 source_url 或 source_title", "fill in source_url or source_title"),
            "note",
        )
        return
    if fact.source_url and not _ADDRESS.fullmatch(fact.source_url):
        complain.add(
            row,
            "source_url",
            Phrase("网址不完整", "is not a whole address"),
            Phrase("写成 https:// 开头的完整网址", "write it in full, beginning with https://"),
            "note",
        )
    if today is not None and (not fact.checked_on or _days_since(fact.checked_on, today) > STALE_DAYS):
        complain.add(
            row,
            "checked_on",
            Phrase("超过一年没有核对", "was not checked for a year")
            if fact.checked_on
            else Phrase("没有核对日期", "has no date of a check"),
            Phrase(
                f"再看一遍出处，然后 farmcheck facts edit {fact.id} --checked{options}",
                f"look again, then farmcheck facts edit {fact.id} --checked{options}",
            ),
            "note",
        )


def _days_since(iso: str, today: date) -> int:
    """Return the days from the last day that a partial date may mean."""
    parts = [int(p) for p in iso.split("-")] + [0, 0]
    year, month, day = parts[0], parts[1] or 12, parts[2] or 28
    return (today - date(year, month, day)).days


def _rivals(table: FactTable, key: tuple[str, str], complain: Complaints, rows: dict[int, Row]) -> None:
    """Complain of two rows on the same subject and predicate that cannot both be meant."""
    facts = [f for f in table.by_key[key] if f.grade is not Grade.DISPUTED]
    same: dict[Value, list[Fact]] = defaultdict(list)
    for fact in facts:
        earlier = next((f for f in same[fact.value] if overlap(f, fact)), None)
        same[fact.value].append(fact)
        if earlier is None:
            continue
        if earlier.grade == fact.grade:
            what = Phrase(f"与 {earlier.id}（第 {earlier.row} 行）重复", f"repeats {earlier.id} in row {earlier.row}")
            fix = Phrase("删掉一行", "take one of them out")
        else:
            what = Phrase(
                f"同一个值在 {earlier.id}（第 {earlier.row} 行）记作 {earlier.grade}",
                f"the same value is {earlier.grade} in {earlier.id}, row {earlier.row}",
            )
            fix = Phrase("只留一个等级，或写明各自的有效期", "keep one grade, or say when each holds")
        complain.add(rows[fact.row], "value", what, fix, "note")
    if table.predicates[key[1]].cardinality is not Cardinality.SINGLE:
        return
    exact = sorted((f for f in facts if f.grade is Grade.EXACT), key=_start)
    holding = exact[0] if exact else None
    for fact in exact[1:]:
        if holding is not None and holding.value != fact.value and overlap(holding, fact):
            first, later = sorted((holding, fact), key=lambda f: f.row)
            what = Phrase(
                f"单值谓词，与 {first.id}（第 {first.row} 行）同时有效",
                f"the predicate has one value at a time, but {first.id} in row {first.row} holds too",
            )
            fix = Phrase("给旧值填 valid_to，或把一行改成 accepted", "end the old one (valid_to), or grade it accepted")
            complain.add(rows[later.row], "valid_from", what, fix, "note")
        if holding is None or _end(fact) > _end(holding):
            holding = fact


def _start(fact: Fact) -> tuple[int, int, int, int]:
    """Order facts by when they begin to hold: each then needs to be held against one, that which ends last so far."""
    first = fact.valid_from
    return (first.year, first.month, first.day, fact.row) if first else (0, 0, 0, fact.row)


def _end(fact: Fact) -> tuple[int, int, int]:
    last = fact.valid_to
    return (last.year, last.month or 12, last.day or 31) if last else (9999, 12, 31)


def overlap(a: Fact, b: Fact) -> bool:
    """Return whether two facts hold at the same time; a month that ends one and begins the other is no overlap."""
    return not (_ended(a.valid_to, b.valid_from) or _ended(b.valid_to, a.valid_from))


def _ended(last: PartialDate | None, first: PartialDate | None) -> bool:
    if last is None or first is None:
        return False
    a, b = (last.year, last.month, last.day), (first.year, first.month, first.day)
    width = min(sum(1 for p in a if p), sum(1 for p in b if p))
    # At the same coarse date the earlier value ends and the later one begins, unless both name the same day.
    return a[:width] <= b[:width] if width < 3 else a < b


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """Return errors before notes, each in the given order."""
    listed = list(problems)
    return [p for p in listed if p.severity == "error"] + [p for p in listed if p.severity != "error"]
