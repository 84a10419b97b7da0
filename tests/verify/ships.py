"""A small table about ships and shipyards, written out in code, and claims about it."""

from collections import defaultdict

from analyzer.model import (
    Cardinality,
    Claim,
    Entity,
    EntityValue,
    Fact,
    FactTable,
    Grade,
    PartialDate,
    Predicate,
    Quantity,
    Stance,
    Value,
)

ENTITIES = (
    ("boat", "海燕号", "ship", "", None),
    ("raft", "白鹭号", "ship", "", None),
    ("yard", "东湾船厂", "yard", "东湾造船", "group"),
    ("dock", "东湾一号坞", "yard", "", "yard"),
    ("group", "沧澜重工", "yard", "沧澜集团", None),
    ("rival", "北岭船厂", "yard", "", "rivals"),
    ("rivals", "北岭集团", "yard", "", None),
    ("third", "南屿船厂", "yard", "", None),
    ("old", "旧港船厂", "yard", "", None),
    ("port", "青石港", "port", "", None),
)
PREDICATES = (
    ("builder", "建造方", "yard", "closed", "", 0.0),
    ("owner", "船东", "yard", "single", "", 0.0),
    ("visits", "到访港口", "port", "multi", "", 0.0),
    ("rate", "日租金率", "number", "closed", "%/日", 0.0),
    ("load", "最高载重", "number", "single", "吨", 0.05),
    ("crew", "船员", "number", "single", "人", 0.05),
    ("launched", "下水时间", "date", "single", "", 0.0),
    ("armed", "配备救生艇", "boolean", "single", "", 0.0),
    ("code", "呼号", "text", "single", "", 0.0),
)


def date(iso: str) -> PartialDate:
    """Return an ISO date as a value."""
    parts = [int(p) for p in iso.split("-")] + [0, 0]
    return PartialDate(year=parts[0], month=parts[1], day=parts[2])


def fact(
    number: int,
    predicate: str,
    value: Value,
    grade: str = "exact",
    since: str = "",
    until: str = "",
    source: str = "船级簿",
) -> Fact:
    """Return a row about 海燕号."""
    return Fact(
        id=f"F{number}",
        subject="boat",
        predicate=predicate,
        value=value,
        written="",
        grade=Grade(grade),
        valid_from=date(since) if since else None,
        valid_to=date(until) if until else None,
        source_title=source,
        checked_on="2024-06-01" if source else "",
        row=number,
    )


def entity(name: str) -> EntityValue:
    """Return an entity as a value."""
    return EntityValue(id=name)


def figure(low: float, high: float | None = None, unit: str = "人", **more: object) -> Quantity:
    """Return a figure."""
    return Quantity(low=low, high=low if high is None else high, unit=unit, **more)  # type: ignore[arg-type]


def table_of(*facts: Fact) -> FactTable:
    """Return the ships' table with the given rows."""
    by_key: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for row in facts:
        by_key[row.subject, row.predicate].append(row)
    entities = {
        i: Entity(id=i, name=name, type=kind, aliases=(alias,) if alias else (), parent=parent)
        for i, name, kind, alias, parent in ENTITIES
    }
    predicates = {
        i: Predicate(
            id=i,
            label=label,
            subject_types=("ship",),
            value_types=(kind,),
            cardinality=Cardinality(cardinality),
            templates=(),
            unit=unit,
            tolerance=tolerance,
        )
        for i, label, kind, cardinality, unit, tolerance in PREDICATES
    }
    return FactTable(
        entities=entities,
        predicates=predicates,
        facts=facts,
        by_key={k: tuple(v) for k, v in by_key.items()},
        digest="",
        vocabulary_digest="",
        newest_check=date("2024-06-01"),
    )


def claim(predicate: str, value: Value | None, stance: str = "asserted", **more: object) -> Claim:
    """Return a claim about 海燕号."""
    written = {"yard": "东湾船厂", "rival": "北岭船厂"}.get(getattr(value, "id", ""), "某值")
    fields: dict[str, object] = {
        "article": "a.txt",
        "start": 0,
        "end": 4,
        "sentence": "原句",
        "sentence_start": 0,
        "subject": "海燕号",
        "subject_id": "boat",
        "predicate": predicate,
        "written": written,
        "value": value,
        "stance": Stance(stance),
        "rule": "template",
    }
    return Claim(**{**fields, **more})  # type: ignore[arg-type]
