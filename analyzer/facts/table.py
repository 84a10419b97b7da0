"""Load a fact folder into a FactTable."""

import csv
import hashlib
from collections import defaultdict
from pathlib import Path

from analyzer.fold import fold
from analyzer.model import (
    Cardinality,
    Entity,
    EntityValue,
    Fact,
    FactTable,
    Grade,
    PartialDate,
    Predicate,
    Quantity,
    TextValue,
    Truth,
    UnknownValue,
    Value,
)

SCALAR_TYPES = ("number", "date", "boolean", "text")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return [{k: (v or "").strip() for k, v in row.items() if k} for row in csv.DictReader(handle)]


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _date(cell: str) -> PartialDate | None:
    if not cell:
        return None
    parts = [int(p) for p in cell.split("-")] + [0, 0]
    return PartialDate(year=parts[0], month=parts[1], day=parts[2])


def load_table(folder: Path) -> FactTable:
    """Return the table in ``folder``."""
    raw = [(folder / f"{name}.csv").read_bytes() for name in ("entities", "predicates", "facts")]
    entities = {
        r["id"]: Entity(
            id=r["id"],
            name=r["name"],
            type=r["type"],
            aliases=_list(r.get("aliases", "")),
            parent=r.get("parent") or None,
            note=r.get("note", ""),
            row=n,
        )
        for n, r in enumerate(_rows(folder / "entities.csv"), 2)
    }
    predicates = {
        r["id"]: Predicate(
            id=r["id"],
            label=r["label"],
            subject_types=_list(r["subject_type"]),
            value_types=_list(r["value_type"]),
            cardinality=Cardinality(r["cardinality"]),
            templates=_list(r["templates"]),
            unit=r.get("unit", ""),
            tolerance=float(r.get("tolerance") or 0),
            note=r.get("note", ""),
            severity=r.get("severity") or "medium",
            row=n,
        )
        for n, r in enumerate(_rows(folder / "predicates.csv"), 2)
    }
    names: dict[str, str] = {}
    for entity in entities.values():
        for name in (entity.id, entity.name, *entity.aliases):
            names.setdefault(fold(name), entity.id)
    labels = {name: p.id for p in predicates.values() for name in (p.id, p.label)}
    facts = tuple(
        Fact(
            id=r["id"],
            subject=names[fold(r["subject"])],
            predicate=labels[r["predicate"]],
            value=_value(r["value"], predicates[labels[r["predicate"]]], names),
            written=r["value"],
            grade=Grade(r.get("grade") or "exact"),
            valid_from=_date(r.get("valid_from", "")),
            valid_to=_date(r.get("valid_to", "")),
            source_url=r.get("source_url", ""),
            source_title=r.get("source_title", ""),
            checked_on=r.get("checked_on", ""),
            checked_by=r.get("checked_by", ""),
            note=r.get("note", ""),
            row=n,
        )
        for n, r in enumerate(_rows(folder / "facts.csv"), 2)
    )
    by_key: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        by_key[fact.subject, fact.predicate].append(fact)
    checks = sorted(f.checked_on for f in facts if f.checked_on)
    return FactTable(
        entities=entities,
        predicates=predicates,
        facts=facts,
        by_key={k: tuple(v) for k, v in by_key.items()},
        digest=hashlib.sha256(b"\0".join(raw)).hexdigest(),
        vocabulary_digest=hashlib.sha256(b"\0".join(raw[:2])).hexdigest(),
        newest_check=_date(checks[-1]) if checks else None,
    )


def _value(cell: str, predicate: Predicate, names: dict[str, str]) -> Value:
    kind = predicate.value_types[0]
    if kind == "number":
        ends = [float(p) for p in cell.split("~")]
        return Quantity(low=ends[0], high=ends[-1], unit=predicate.unit)
    if kind == "date":
        found = _date(cell)
        if found is None:
            raise ValueError(cell)
        return found
    if kind == "boolean":
        return Truth(true=cell.lower() == "true")
    if kind == "text":
        return TextValue(folded=fold(cell).replace(" ", ""))
    if fold(cell) in names:
        return EntityValue(id=names[fold(cell)])
    return UnknownValue(name=cell, proper_name=True)
