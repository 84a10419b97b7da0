"""Turn the rows of the three sheets into entities, predicates and facts, and complain of each cell that fails."""

from collections import defaultdict
from collections.abc import Mapping

from analyzer.errors import Problem
from analyzer.facts import cells
from analyzer.facts.complaints import Complaints, complete_rows
from analyzer.facts.hints import nearest
from analyzer.facts.names import Names
from analyzer.facts.sheet import Row, Sheet
from analyzer.facts.template import fault
from analyzer.fold import fold
from analyzer.language import Phrase
from analyzer.model import Cardinality, Entity, EntityValue, Fact, Grade, PartialDate, Predicate, Value


def entities_of(sheet: Sheet) -> tuple[dict[str, Entity], list[Problem]]:
    """Return the entities by id, in file order, and the complaints."""
    complain = Complaints(sheet)
    records = {record["id"]: (row, record) for row, record in complete_rows(sheet, complain)}
    ids = {sheet.cell(row, "id") for row in sheet.rows}
    by_name: dict[str, list[str]] = defaultdict(list)
    for key, (_, record) in records.items():
        by_name[fold(record["name"])].append(key)
    entities: dict[str, Entity] = {}
    for key, (row, record) in records.items():
        parent = record["parent"] or None
        if parent and parent not in ids:
            named = by_name.get(fold(parent), [])
            if len(named) == 1:
                complain.untidy(row, "parent", named[0])
                parent = named[0]
            else:
                complain.unknown(row, "parent", Phrase("实体", "entity"), parent, lambda: [*records, *by_name])
        aliases = cells.read_list(record["aliases"])
        entities[key] = Entity(
            id=key,
            name=record["name"],
            type=record["type"],
            aliases=aliases.value,
            parent=parent,
            note=record["note"],
            row=row.number,
        )
    for cycle in _cycles(entities):
        chain = " → ".join([*cycle, cycle[0]])
        complain.add(
            records[cycle[0]][0],
            "parent",
            Phrase(f"上级绕成了圈：{chain}", f"the parents run in a circle: {chain}"),
            Phrase("去掉其中一个上级", "take out one of the parents"),
        )
    return entities, complain.found


def _cycles(entities: Mapping[str, Entity]) -> list[list[str]]:
    """Return each circle of parents once, starting at its first entity in file order."""
    order = {key: at for at, key in enumerate(entities)}
    state: dict[str, int] = {}
    cycles: list[list[str]] = []
    for number, start in enumerate(entities, 1):
        path: list[str] = []
        node: str | None = start
        while node in entities and node is not None and node not in state:
            state[node] = number
            path.append(node)
            node = entities[node].parent
        if node is not None and state.get(node) == number:
            circle = path[path.index(node) :]
            first = circle.index(min(circle, key=order.__getitem__))
            cycles.append(circle[first:] + circle[:first])
    return cycles


def predicates_of(sheet: Sheet) -> tuple[dict[str, Predicate], list[Problem]]:
    """Return the predicates by id, in file order, and the complaints."""
    complain = Complaints(sheet)
    predicates: dict[str, Predicate] = {}
    for row, record in complete_rows(sheet, complain):
        types = cells.read_list(record["value_type"]).value
        if len(types) > 1 and any(t in cells.SCALARS for t in types):
            complain.add(
                row,
                "value_type",
                Phrase("number、date、boolean、text 不能与别的类型并列", "a scalar type stands alone"),
                Phrase("只留一个，或拆成两个谓词", "keep one, or make two predicates"),
            )
            continue
        predicate = Predicate(
            id=record["id"],
            label=record["label"] or record["id"],
            subject_types=cells.read_list(record["subject_type"]).value,
            value_types=types,
            cardinality=Cardinality(record["cardinality"].lower()),
            templates=cells.read_list(record["templates"]).value,
            unit=record["unit"],
            tolerance=_tolerance(row, record, complain),
            note=record["note"],
            severity=record["severity"].lower() or "medium",
            row=row.number,
        )
        for template in predicate.templates:
            wrong = fault(template, predicate)
            if wrong:
                complain.add(row, "templates", *wrong)
        predicates[predicate.id] = predicate
    return predicates, complain.found


def _tolerance(row: Row, record: Mapping[str, str], complain: Complaints) -> float:
    cell = record["tolerance"]
    if not cell:
        return 0.0
    percent = cells.read_number(cell[:-1]) if cell.endswith(("%", "％")) else None
    read = cells.read_number(cell)
    if percent:
        tidy = f"{percent.value / 100:.12g}"
        complain.untidy(row, "tolerance", tidy)
        read = cells.read_number(tidy)
    if read is None or not 0 <= read.value < 1:
        complain.add(
            row,
            "tolerance",
            Phrase("容差应是 0 到 1 之间的小数", "the tolerance is a decimal between 0 and 1"),
            Phrase("允许差 5% 写 0.05，不允许差就空着", "for 5 % write 0.05; leave it empty for none"),
        )
        return 0.0
    return read.value


def facts_of(sheet: Sheet, names: Names) -> tuple[tuple[Fact, ...], list[Problem]]:
    """Return the facts in file order and the complaints."""
    complain = Complaints(sheet)
    facts: list[Fact] = []
    for row, record in complete_rows(sheet, complain):
        predicate = _predicate(row, record, names, complain)
        types = predicate.subject_types if predicate else ()
        subject = _entity(row, record, "subject", names, types, complain)
        value = _value(row, record, predicate, names, complain) if predicate else None
        first, last = (_date(row, record, column, complain) for column in ("valid_from", "valid_to"))
        checked = _date(row, record, "checked_on", complain)
        if first and last and _starts_after(first, last):
            complain.add(
                row,
                "valid_to",
                Phrase(f"止期早于起期 {first}", f"the end lies before the start {first}"),
                Phrase("两个日期对调或改正", "swap or correct the two dates"),
            )
        if predicate is None or subject is None or value is None:
            continue
        facts.append(
            Fact(
                id=record["id"],
                subject=subject,
                predicate=predicate.id,
                value=value,
                written=record["value"],
                grade=Grade(record["grade"].lower() or "exact"),
                valid_from=first,
                valid_to=last,
                source_url=record["source_url"],
                source_title=record["source_title"],
                checked_on=str(checked) if checked else "",
                checked_by=record["checked_by"],
                note=record["note"],
                row=row.number,
            )
        )
    return tuple(facts), complain.found


def _predicate(row: Row, record: Mapping[str, str], names: Names, complain: Complaints) -> Predicate | None:
    cell = record["predicate"]
    found = names.predicate(cell)
    if len(found) == 1:
        return names.predicates[found[0]]
    kind = Phrase("谓词", "predicate")
    if found:
        _ambiguous(row, "predicate", found, complain)
    else:
        complain.unknown(row, "predicate", kind, cell, lambda: [*names.predicates, *names.of_predicates])
    return None


def _entity(
    row: Row, record: Mapping[str, str], column: str, names: Names, types: tuple[str, ...], complain: Complaints
) -> str | None:
    """Return the id of the entity that a cell names; complain if there is none, several, or one of the wrong type."""
    cell = record[column]
    found = names.entity(cell, types)
    if not found:
        complain.unknown(row, column, Phrase("实体", "entity"), cell, lambda: [*names.entities, *names.of_entities])
        return None
    if len(found) > 1:
        _ambiguous(row, column, found, complain)
        return None
    kind = names.entities[found[0]].type
    if types and kind not in types:
        wanted, owner = "、".join(types), names.entities[found[0]]
        # What people wrongly say, or what is let pass, is often another kind of thing; what is true is not.
        loose = column == "value" and record["grade"].lower() not in ("", Grade.EXACT)
        slip = nearest(kind, types)
        complain.add(
            row,
            column,
            Phrase(
                f"类型是 {kind}，这个谓词要的是 {wanted}",
                f"is of type {kind}, but the predicate wants {', '.join(types)}",
            ),
            Phrase(
                f"entities.csv 第 {owner.row} 行的类型是不是想写 {slip}?",
                f"should the type in entities.csv, row {owner.row}, be {slip}?",
            )
            if slip
            else Phrase(
                "换一个谓词，或在 predicates.csv 里加上这个类型", "use another predicate, or add the type to it"
            ),
            "note" if loose else "error",
        )
    return found[0]


def _ambiguous(row: Row, column: str, found: tuple[str, ...], complain: Complaints) -> None:
    ids = "、".join(found)
    complain.add(
        row,
        column,
        Phrase(f"这个名称有 {len(found)} 个：{ids}", f"{len(found)} have this name: {', '.join(found)}"),
        Phrase("写编号", "write the id"),
    )


WANTED = {
    "number": (
        Phrase("不是数字", "is not a number"),
        Phrase(
            "写阿拉伯数字（单位在谓词里），区间写 0.02~0.05", "write digits (the unit is the predicate's) or 0.02~0.05"
        ),
    ),
    "date": (
        Phrase("不是日期", "is not a date"),
        Phrase("写成 2015-05-18，也可以只写 2015-05 或 2015", "write 2015-05-18, or 2015-05, or 2015"),
    ),
    "boolean": (
        Phrase("不是 true 或 false", "is neither true nor false"),
        Phrase("写 true 或 false", "write true or false"),
    ),
}


def _value(
    row: Row, record: Mapping[str, str], predicate: Predicate, names: Names, complain: Complaints
) -> Value | None:
    cell = record["value"]
    kind = predicate.value_types[0]
    if kind not in cells.SCALARS:
        found = _entity(row, record, "value", names, predicate.value_types, complain)
        return EntityValue(id=found) if found else None
    read = cells.read_scalar(cell, predicate)
    if read is None:
        complain.add(row, "value", *WANTED[kind])
        return None
    if read.tidy != cell:
        complain.untidy(row, "value", read.tidy)
    return read.value


def _date(row: Row, record: Mapping[str, str], column: str, complain: Complaints) -> PartialDate | None:
    cell = record[column]
    if not cell:
        return None
    read = cells.read_date(cell)
    if read is None:
        complain.add(row, column, *WANTED["date"])
        return None
    if read.tidy != cell:
        complain.untidy(row, column, read.tidy)
    return read.value


def _starts_after(first: PartialDate, last: PartialDate) -> bool:
    """Compare at the coarser precision: 2020-07 does not start after 2020."""
    return (
        first.year > last.year
        or (first.year == last.year and 0 < last.month < first.month)
        or (first.year == last.year and first.month == last.month and 0 < last.day < first.day)
    )
