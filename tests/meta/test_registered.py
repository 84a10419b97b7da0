"""What lies in a folder of siblings is registered, and every module says what it is for."""

import ast
import importlib
from collections.abc import Mapping
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "analyzer"
# folder below analyzer/, and the names in its __init__ that register what lies in it
FAMILIES = [("clean/passes", ("PASSES",)), ("report/formats", ("FORMATS", "EXPORTS"))]


def members(folder: str) -> list[str]:
    """Return the dotted names of the modules of a folder."""
    base = PACKAGE / folder
    dotted = "analyzer." + folder.replace("/", ".")
    return [f"{dotted}.{p.stem}" for p in sorted(base.glob("*.py")) if not p.stem.startswith("_")]


@pytest.mark.parametrize(("folder", "registers"), FAMILIES, ids=[folder for folder, _ in FAMILIES])
def test_each_file_of_the_folder_is_registered(folder: str, registers: tuple[str, ...]) -> None:
    module = importlib.import_module("analyzer." + folder.replace("/", "."))
    found = [getattr(module, name) for name in registers]
    entries = [e for register in found for e in (register.values() if isinstance(register, Mapping) else register)]
    assert set(members(folder)) - {origin(entry) for entry in entries} == set()


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
    """A file that nobody reads in one sitting is split."""
    assert path.read_text(encoding="utf-8").count("\n") <= 500


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


def imported_by(path: Path) -> set[str]:
    """Return the dotted names that a module imports, at the top or inside functions, or has imported by name."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)  # analyzer.warm
    return found


def test_no_module_is_orphaned() -> None:
    """A mechanism that nobody imports does not run: each module below a stage is imported by another module."""
    modules = {".".join(p.relative_to(PACKAGE.parent).with_suffix("").parts): p for p in PACKAGE.rglob("*.py")}
    used = set().union(*(imported_by(path) - {name} for name, path in modules.items()))
    named = {name for name, path in modules.items() if path.name not in ("__init__.py", "__main__.py")}
    assert sorted(named - used) == []
