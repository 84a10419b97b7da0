"""Which folder holds the fact table."""

from pathlib import Path

import analyzer
from analyzer.facts.columns import FILES

HERE = Path("corpus/facts")


def find_folder(given: Path | None) -> Path:
    """Return the fact folder: ``given``, else ``corpus/facts`` under the current folder, else the starter table.

    ``given`` is returned as it is, whether or not it exists; loading it says what is missing.
    """
    if given is not None:
        return given
    return HERE if HERE.is_dir() else starter()


def starter() -> Path:
    """Return the table that the package ships; in a checkout it lies in ``corpus/facts``."""
    package = Path(analyzer.__file__).parent
    shipped = package / "starter"
    return shipped if shipped.is_dir() else package.parent / "corpus" / "facts"


def is_starter(folder: Path) -> bool:
    """Return whether a folder is the installed table, which belongs to the package and is not written to."""
    shipped = Path(analyzer.__file__).parent / "starter"
    return shipped.is_dir() and folder.resolve() == shipped.resolve()


def is_fact_folder(folder: Path) -> bool:
    """Return whether all three files are there."""
    return all((folder / name).is_file() for name in FILES)
