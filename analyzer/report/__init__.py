"""What editors see: everything written from a Run, and nothing else."""

from pathlib import Path

from analyzer.model import Run
from analyzer.report.formats import FORMATS
from analyzer.settings import Settings

__all__ = ["write_report"]


def write_report(run: Run, out: Path, settings: Settings) -> None:
    """Write every registered format below ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    for write in FORMATS:
        write(run, out, settings)
