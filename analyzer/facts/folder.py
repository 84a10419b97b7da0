"""Which folder holds the fact table."""

from pathlib import Path

import analyzer

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
