"""What lies in a folder of siblings is registered, and every module says what it is for."""

import ast
import importlib
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "analyzer"
# folder below analyzer/, the module that holds the tuple, the tuple's name
FAMILIES = [
    ("clean/passes", "analyzer.clean.passes", "PASSES"),
    ("report/formats", "analyzer.report.formats", "FORMATS"),
]


def members(folder: str) -> list[str]:
    """Return the dotted names of the modules of a folder."""
    base = PACKAGE / folder
    dotted = "analyzer." + folder.replace("/", ".")
    return [f"{dotted}.{p.stem}" for p in sorted(base.glob("*.py")) if not p.stem.startswith("_")]


@pytest.mark.parametrize(("folder", "module", "name"), FAMILIES, ids=[folder for folder, _, _ in FAMILIES])
def test_each_file_of_the_folder_is_in_the_tuple(folder: str, module: str, name: str) -> None:
    registered = {origin(entry) for entry in getattr(importlib.import_module(module), name)}
    assert set(members(folder)) - registered == set()


def origin(entry: object) -> str:
    """Return the module in which a registered function, or the functions of a registered value, were defined."""
    own = getattr(entry, "__module__", "")
    if own and not isinstance(entry, type) and callable(entry):
        return str(own)
    for field in getattr(entry, "__slots__", ()):
        value = getattr(entry, field, None)
        if callable(value):
            return str(value.__module__)
    return type(entry).__module__


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_each_module_says_what_it_is_for(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring
    assert len(docstring) >= 20


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_file_grows_without_end(path: Path) -> None:
    """A file that nobody reads in one sitting is split; the vocabulary alone may be long."""
    assert path.read_text(encoding="utf-8").count("\n") <= (700 if path.name == "model.py" else 500)


def test_code_names_no_entity_of_the_starter_table() -> None:
    """The engine is driven by the fact folder: no string constant equals a name or alias of an entity."""
    import csv

    table = PACKAGE.parent / "corpus" / "facts" / "entities.csv"
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["type"] in ("product", "org", "channel")]
    names = {name for row in rows for name in (row["name"], *row["aliases"].split("|")) if len(name) > 2}
    found = {
        (path.name, node.value)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in names
    }
    assert found == set()
