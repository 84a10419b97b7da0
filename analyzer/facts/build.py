"""Turn the rows of the three sheets into entities, predicates and facts, and complain of each cell that fails."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from analyzer.errors import Problem
from analyzer.facts import cells
from analyzer.facts.columns import COLUMNS
from analyzer.facts.hints import nearest
from analyzer.facts.sheet import Row, Sheet
from analyzer.facts.template import fault
from analyzer.fold import fold
from analyzer.language import Phrase
from analyzer.model import Cardinality, Entity, EntityValue, Fact, Grade, PartialDate, Predicate, Value

# A table full of errors still answers at once: names are searched for a likeness only this often (about 1 ms each).
MOST_HINTS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What a cell may call an entity or a predicate: folded name to the ids that have it, the id itself first."""

    entities: Mapping[str, Entity]
    predicates: Mapping[str, Predicate]
    of_entities: Mapping[str, tuple[str, ...]]
    of_predicates: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, entities: Mapping[str, Entity], predicates: Mapping[str, Predicate]) -> "Names":
        """Index the names."""
        known: dict[str, list[str]] = defaultdict(list)
        for entity in entities.values():
            for name in (entity.name, *entity.aliases):
                if entity.id not in known[fold(name)]:
                    known[fold(name)].append(entity.id)
        labels: dict[str, list[str]] = defaultdict(list)
        for predicate in predicates.values():
            labels[fold(predicate.label)].append(predicate.id)
        return cls(
            entities=entities,
            predicates=predicates,
            of_entities={k: tuple(v) for k, v in known.items()},
            of_predicates={k: tuple(v) for k, v in labels.items()},
        )

    def entity(self, cell: str, types: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the ids of the entities that ``cell`` may mean; where several share it, one of ``types`` wins."""
        if cell in self.entities:
            return (cell,)
        found = self.of_entities.get(fold(cell), ())
        fitting = tuple(i for i in found if self.entities[i].type in set(types))
        return fitting or found

    def predicate(self, cell: str) -> tuple[str, ...]:
        """Return the ids of the predicates that ``cell`` may mean."""
        return (cell,) if cell in self.predicates else self.of_predicates.get(fold(cell), ())


class Complaints:
    """The complaints about one sheet; ``add`` names the cell."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.found: list[Problem] = []
        self._hints = 0

    def add(self, row: Row, column: str, what: Phrase, fix: Phrase, severity: str = "error") -> None:
        """Complain of a cell."""
        self.found.append(
            Problem(
                file=self.sheet.name,
                row=row.number,
                column=column,
                letter=self.sheet.letter(column),
                cell=self.sheet.cell(row, column),
                what=what,
                fix=fix,
                severity=severity,
            )
        )

    def unknown(self, row: Row, column: str, kind: Phrase, cell: str, names: Callable[[], Iterable[str]]) -> None:
        """Complain of a name that nothing has, with the nearest one that exists."""
        self._hints += 1
        near = nearest(cell, names()) if self._hints <= MOST_HINTS else None
        what = Phrase(f"没有这个{kind.zh}", f"there is no such {kind.en}")
        fix = (
            Phrase(f"你是不是想写「{near}」?", f"did you mean “{near}”?")
            if near
            else Phrase(
                f"改成已有的编号或名称,或先添加{kind.zh}", f"write an existing id or name, or add the {kind.en}"
            )
        )
        self.add(row, column, what, fix)

    def untidy(self, row: Row, column: str, tidy: str) -> None:
        """Note that a cell was understood but should be written otherwise."""
        what = Phrase(f"读作 {tidy}", f"was read as {tidy}")
        fix = Phrase(f"写成 {tidy}(farmcheck facts validate --fix 会改)", f"write {tidy} (validate --fix does it)")
        self.add(row, column, what, fix, "note")


def _rows(sheet: Sheet, complain: Complaints) -> Iterable[Row]:
    """Yield the rows that have an id of their own and all that must be filled; complain of the others."""
    seen: dict[str, int] = {}
    for row in sheet.rows:
        if row.blank:
            continue
        complete = True
        for column in COLUMNS[sheet.name]:
            if column.filled and not sheet.cell(row, column.name).strip("|｜ "):
                complete = False
                complain.add(
                    row,
                    column.name,
                    Phrase("这一格不能空着", "the cell must not be empty"),
                    Phrase(f"填上{column.title.zh}", f"fill in: {column.title.en}"),
                )
            if column.choices and (word := sheet.cell(row, column.name)) and word.lower() not in column.choices:
                complete = False
                near = nearest(word, column.choices)
                words = Phrase("、".join(column.choices), ", ".join(column.choices))
                complain.add(
                    row,
                    column.name,
                    Phrase(f"不认识的{column.title.zh}", f"unknown word for “{column.title.en}”"),
                    Phrase(f"写成 {near}", f"write {near}")
                    if near
                    else Phrase(f"只能是:{words.zh}", f"only: {words.en}"),
                )
        key = sheet.cell(row, "id")
        if key in seen:
            complete = False
            complain.add(
                row,
                "id",
                Phrase(f"编号与第 {seen[key]} 行重复", f"the id stands in row {seen[key]} already"),
                Phrase("换一个没用过的编号", "give it an id of its own"),
            )
        elif key:
            seen[key] = row.number
        if complete:
            yield row


def entities_of(sheet: Sheet) -> tuple[dict[str, Entity], list[Problem]]:
    """Return the entities by id, in file order, and the complaints."""
    complain = Complaints(sheet)
    rows = {sheet.cell(row, "id"): row for row in _rows(sheet, complain)}
    ids = {sheet.cell(row, "id") for row in sheet.rows}
    by_name: dict[str, list[str]] = defaultdict(list)
    for key, row in rows.items():
        by_name[fold(sheet.cell(row, "name"))].append(key)
    entities: dict[str, Entity] = {}
    for key, row in rows.items():
        parent = sheet.cell(row, "parent") or None
        if parent and parent not in ids:
            named = by_name.get(fold(parent), [])
            if len(named) == 1:
                complain.untidy(row, "parent", named[0])
                parent = named[0]
            else:
                complain.unknown(row, "parent", Phrase("实体", "entity"), parent, lambda: [*rows, *by_name])
        aliases = cells.read_list(sheet.cell(row, "aliases"))
        entities[key] = Entity(
            id=key,
            name=sheet.cell(row, "name"),
            type=sheet.cell(row, "type"),
            aliases=aliases.value,
            parent=parent,
            note=sheet.cell(row, "note"),
            row=row.number,
        )
    for cycle in _cycles(entities):
        chain = " → ".join([*cycle, cycle[0]])
        complain.add(
            rows[cycle[0]],
            "parent",
            Phrase(f"上级绕成了圈:{chain}", f"the parents run in a circle: {chain}"),
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
    for row in _rows(sheet, complain):
        types = cells.read_list(sheet.cell(row, "value_type")).value
        if len(types) > 1 and any(t in cells.SCALARS for t in types):
            complain.add(
                row,
                "value_type",
                Phrase("number、date、boolean、text 不能与别的类型并列", "a scalar type stands alone"),
                Phrase("只留一个,或拆成两个谓词", "keep one, or make two predicates"),
            )
            continue
        predicate = Predicate(
            id=sheet.cell(row, "id"),
            label=sheet.cell(row, "label") or sheet.cell(row, "id"),
            subject_types=cells.read_list(sheet.cell(row, "subject_type")).value,
            value_types=types,
            cardinality=Cardinality(sheet.cell(row, "cardinality").lower()),
            templates=cells.read_list(sheet.cell(row, "templates")).value,
            unit=sheet.cell(row, "unit"),
            tolerance=_tolerance(sheet, row, complain),
            note=sheet.cell(row, "note"),
            severity=sheet.cell(row, "severity").lower() or "medium",
            row=row.number,
        )
        for template in predicate.templates:
            wrong = fault(template, predicate)
            if wrong:
                complain.add(row, "templates", *wrong)
        predicates[predicate.id] = predicate
    return predicates, complain.found


def _tolerance(sheet: Sheet, row: Row, complain: Complaints) -> float:
    cell = sheet.cell(row, "tolerance")
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
            Phrase("允许差 5% 写 0.05,不允许差就空着", "for 5 % write 0.05; leave it empty for none"),
        )
        return 0.0
    return read.value


def facts_of(sheet: Sheet, names: Names) -> tuple[tuple[Fact, ...], list[Problem]]:
    """Return the facts in file order and the complaints."""
    complain = Complaints(sheet)
    facts: list[Fact] = []
    for row in _rows(sheet, complain):
        predicate = _predicate(sheet, row, names, complain)
        types = predicate.subject_types if predicate else ()
        subject = _entity(sheet, row, "subject", names, types, complain)
        value = _value(sheet, row, predicate, names, complain) if predicate else None
        first, last = (_date(sheet, row, column, complain) for column in ("valid_from", "valid_to"))
        checked = _date(sheet, row, "checked_on", complain)
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
                id=sheet.cell(row, "id"),
                subject=subject,
                predicate=predicate.id,
                value=value,
                written=sheet.cell(row, "value"),
                grade=Grade(sheet.cell(row, "grade").lower() or "exact"),
                valid_from=first,
                valid_to=last,
                source_url=sheet.cell(row, "source_url"),
                source_title=sheet.cell(row, "source_title"),
                checked_on=str(checked) if checked else "",
                checked_by=sheet.cell(row, "checked_by"),
                note=sheet.cell(row, "note"),
                row=row.number,
            )
        )
    return tuple(facts), complain.found


def _predicate(sheet: Sheet, row: Row, names: Names, complain: Complaints) -> Predicate | None:
    cell = sheet.cell(row, "predicate")
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
    sheet: Sheet, row: Row, column: str, names: Names, types: tuple[str, ...], complain: Complaints
) -> str | None:
    """Return the id of the entity that a cell names; complain if there is none, several, or one of the wrong type."""
    cell = sheet.cell(row, column)
    found = names.entity(cell, types)
    if not found:
        complain.unknown(row, column, Phrase("实体", "entity"), cell, lambda: [*names.entities, *names.of_entities])
        return None
    if len(found) > 1:
        _ambiguous(row, column, found, complain)
        return None
    kind = names.entities[found[0]].type
    if types and kind not in types:
        wanted = "、".join(types)
        complain.add(
            row,
            column,
            Phrase(f"类型是 {kind},这个谓词要的是 {wanted}", f"is of type {kind}, but the predicate wants {wanted}"),
            Phrase("换一个谓词,或在 predicates.csv 里加上这个类型", "use another predicate, or add the type to it"),
        )
    return found[0]


def _ambiguous(row: Row, column: str, found: tuple[str, ...], complain: Complaints) -> None:
    ids = "、".join(found)
    complain.add(
        row,
        column,
        Phrase(f"这个名称有 {len(found)} 个:{ids}", f"{len(found)} have this name: {', '.join(found)}"),
        Phrase("写编号", "write the id"),
    )


WANTED = {
    "number": (
        Phrase("不是数字", "is not a number"),
        Phrase(
            "写阿拉伯数字(单位在谓词里),区间写 0.02~0.05", "write digits (the unit is the predicate's) or 0.02~0.05"
        ),
    ),
    "date": (
        Phrase("不是日期", "is not a date"),
        Phrase("写成 2015-05-18,也可以只写 2015-05 或 2015", "write 2015-05-18, or 2015-05, or 2015"),
    ),
    "boolean": (
        Phrase("不是 true 或 false", "is neither true nor false"),
        Phrase("写 true 或 false", "write true or false"),
    ),
}


def _value(sheet: Sheet, row: Row, predicate: Predicate, names: Names, complain: Complaints) -> Value | None:
    cell = sheet.cell(row, "value")
    kind = predicate.value_types[0]
    if kind not in cells.SCALARS:
        found = _entity(sheet, row, "value", names, predicate.value_types, complain)
        return EntityValue(id=found) if found else None
    read = cells.read_scalar(cell, predicate)
    if read is None:
        complain.add(row, "value", *WANTED[kind])
        return None
    if read.tidy != cell:
        complain.untidy(row, "value", read.tidy)
    return read.value


def _date(sheet: Sheet, row: Row, column: str, complain: Complaints) -> PartialDate | None:
    cell = sheet.cell(row, column)
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
