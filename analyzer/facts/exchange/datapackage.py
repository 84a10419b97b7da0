"""``datapackage.json``: the three tables described for other programs.

Format: Frictionless Data Package with Table Schemas, https://specs.frictionlessdata.io/data-package/ and
https://specs.frictionlessdata.io/table-schema/ (version 1).
"""

import json
from pathlib import Path

from analyzer.facts.columns import COLUMNS, ENTITIES, FACTS, FILES, PREDICATES, Column, Kind
from analyzer.facts.table import Folder

NAME = "datapackage.json"


def package_of(folder: Folder, name: str) -> str:
    """Return the descriptor's text; ``name`` is the package's. Extra columns are described as strings."""
    return (
        json.dumps(
            {"profile": "tabular-data-package", "name": name, "resources": [_resource(file, folder) for file in FILES]},
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def package_name(folder: Path) -> str:
    """Return a name that the format allows (lower case letters, digits, ``-``, ``_``, ``.``)."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "-" for c in folder.resolve().name.lower())
    return plain.strip("-.") or "facts"


def _resource(file: str, folder: Folder) -> dict[str, object]:
    sheet = folder.sheets[file]
    known = {c.name: c for c in COLUMNS[file]}
    fields = [_field(title.strip(), known.get(title.strip().casefold())) for title in sheet.head.cells]
    schema: dict[str, object] = {"fields": fields, "primaryKey": "id", "missingValues": [""]}
    keys = [
        {"fields": column, "reference": {"resource": target, "fields": "id"}}
        for column, target in _references(file, folder).items()
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": file.removesuffix(".csv"),
        "path": file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema,
    }


def _references(file: str, folder: Folder) -> dict[str, str]:
    """Return the columns whose cells are all ids of another table; names and labels are allowed there too."""
    targets = {
        ENTITIES: {"parent": ("", ENTITIES)},
        PREDICATES: {},
        FACTS: {"subject": ("entities", ENTITIES), "predicate": ("predicates", PREDICATES)},
    }
    found: dict[str, str] = {}
    sheet = folder.sheets[file]
    for column, (target, source) in targets[file].items():
        ids = {folder.sheets[source].cell(row, "id") for row in folder.sheets[source].rows}
        if all(not (cell := sheet.cell(row, column)) or cell in ids for row in sheet.rows):
            found[column] = target
    return found


def _field(title: str, column: Column | None) -> dict[str, object]:
    field: dict[str, object] = {"name": title, "type": "string"}
    if column is None:
        return field
    field["title"], field["description"] = column.title.zh, column.title.en
    constraints: dict[str, object] = {}
    if column.filled:
        constraints["required"] = True
    if column.kind is Kind.ID:
        constraints["unique"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    if column.kind is Kind.NUMBER:
        field["type"] = "number"
    if column.kind is Kind.DATE:
        # Dates may be partial, which the type "date" does not allow.
        constraints["pattern"] = r"\d{4}(-\d{2}(-\d{2})?)?"
    if constraints:
        field["constraints"] = constraints
    return field
